import { account } from './bn/account.ts'
import { audit } from './bn/audit.ts'
import { auditDetails } from './bn/audit-details.ts'
import { coupons } from './bn/coupons.ts'
import { couriers } from './bn/couriers.ts'
import { customers } from './bn/customers.ts'
import { delivery } from './bn/delivery.ts'
import { errors } from './bn/errors.ts'
import { conflict, general } from './bn/general.ts'
import { imports } from './bn/imports.ts'
import { help, layout, nav, orderStates, roles } from './bn/layout.ts'
import { messages } from './bn/messages.ts'
import { payments, reconciliation, refunds } from './bn/money.ts'
import { orders } from './bn/orders.ts'
import { overview } from './bn/overview.ts'
import { brands, categories, products } from './bn/products.ts'
import { receivables } from './bn/receivables.ts'
import { sales } from './bn/sales.ts'
import { instalments, settings } from './bn/settings.ts'
import { signIn } from './bn/sign-in.ts'
import { rights, staff } from './bn/staff.ts'
import { statements } from './bn/statements.ts'
import { stock } from './bn/stock.ts'
import { waitingRoom } from './bn/waiting-room.ts'
import type { Texts } from './en.ts'

/** Every Bangla text, by area. */
export const bn: Texts = {
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
