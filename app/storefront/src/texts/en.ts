import { account } from './en/account.ts'
import { cancellation } from './en/cancellation.ts'
import { cart, coupon, orderedBefore } from './en/cart.ts'
import { checkout } from './en/checkout.ts'
import { errors } from './en/errors.ts'
import { home } from './en/home.ts'
import { information, informationWords } from './en/information.ts'
import { layout } from './en/layout.ts'
import { list } from './en/list.ts'
import { mailbox } from './en/mailbox.ts'
import { confirm, order, track } from './en/order.ts'
import { payment } from './en/payment.ts'
import { product } from './en/product.ts'
import { returns } from './en/returns.ts'
import { sale } from './en/sale.ts'
import { system } from './en/system.ts'
import { waitingRoom } from './en/waiting-room.ts'

/** Every English text, by area. The Bangla texts have the same type, so a missing one does not compile. */
export const en = {
  layout,
  home,
  list,
  product,
  sale,
  cart,
  coupon,
  orderedBefore,
  checkout,
  order,
  confirm,
  payment,
  cancellation,
  returns,
  track,
  information,
  informationWords,
  account,
  mailbox,
  system,
  waitingRoom,
  errors,
}
export type Texts = typeof en
