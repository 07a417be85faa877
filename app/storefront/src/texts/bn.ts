import { account } from './bn/account.ts'
import { cancellation } from './bn/cancellation.ts'
import { cart, coupon, orderedBefore } from './bn/cart.ts'
import { checkout } from './bn/checkout.ts'
import { errors } from './bn/errors.ts'
import { home } from './bn/home.ts'
import { information, informationWords } from './bn/information.ts'
import { layout } from './bn/layout.ts'
import { list } from './bn/list.ts'
import { mailbox } from './bn/mailbox.ts'
import { confirm, order, track } from './bn/order.ts'
import { payment } from './bn/payment.ts'
import { product } from './bn/product.ts'
import { returns } from './bn/returns.ts'
import { sale } from './bn/sale.ts'
import { system } from './bn/system.ts'
import { waitingRoom } from './bn/waiting-room.ts'
import type { Texts } from './en.ts'

export const bn: Texts = {
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
