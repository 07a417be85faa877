import { account } from './en/account.ts'
import { audit } from './en/audit.ts'
import { auditDetails } from './en/audit-details.ts'
import { coupons } from './en/coupons.ts'
import { couriers } from './en/couriers.ts'
import { customers } from './en/customers.ts'
import { delivery } from './en/delivery.ts'
import { errors } from './en/errors.ts'
import { conflict, general } from './en/general.ts'
import { imports } from './en/imports.ts'
import { help, layout, nav, orderStates, roles } from './en/layout.ts'
import { messages } from './en/messages.ts'
import { payments, reconciliation, refunds } from './en/money.ts'
import { orders } from './en/orders.ts'
import { overview } from './en/overview.ts'
import { brands, categories, products } from './en/products.ts'
import { receivables } from './en/receivables.ts'
import { sales } from './en/sales.ts'
import { instalments, settings } from './en/settings.ts'
import { signIn } from './en/sign-in.ts'
import { rights, staff } from './en/staff.ts'
import { statements } from './en/statements.ts'
import { stock } from './en/stock.ts'
import { waitingRoom } from './en/waiting-room.ts'

/** Every English text, by area. The Bangla texts have the same type, so a missing one does not compile. */
export const en = {
  general,
  conflict,
  layout,
  nav,
  help,
  roles,
  orderStates,
  errors,
  signIn,
  overview,
  sales,
  orders,
  settings,
  instalments,
  products,
  categories,
  brands,
  statements,
  stock,
  waitingRoom,
  imports,
  customers,
  delivery,
  coupons,
  couriers,
  payments,
  receivables,
  refunds,
  reconciliation,
  messages,
  staff,
  rights,
  audit,
  auditDetails,
  account,
}
export type Texts = typeof en
