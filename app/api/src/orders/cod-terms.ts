import type { ShopSettings } from '@dhakacart/contract/console-settings.schema.ts'
import type { AdvanceTooLarge, OrderState } from '@dhakacart/contract/orders.schema.ts'
import { payableAdvance, type TakenAmounts } from '@dhakacart/contract/payment-amounts.ts'
import { TooManyOpenOrders } from '../errors.ts'
import { AdvanceNotTaken } from '../payments/payment-errors.ts'

/** What is known of a phone that orders to be paid on delivery. */
export type PhoneStanding = {
  /** Orders to be paid on delivery that are on their way, those accepted before in the same batch included. */
  openOrders: number
  /** Parcels that came back because nobody took them. */
  refusedParcels: number
  /** Whose confirmed number this is; null: nobody's. */
  customerId: number | null
}

/** How an order begins: confirmed, or waiting for so long for an advance or a code. */
export type OrderTerms = { state: OrderState; holdSeconds: number | null; advancePaisa: number }

/** How long an unpaid order holds its stock (design: 10 min). */
const paymentHoldSeconds = 600

export const onlineTerms: OrderTerms = { state: 'pending_payment', holdSeconds: paymentHoldSeconds, advancePaisa: 0 }

/** What each way to pay online takes in one payment, null: any amount; empty: nothing can be paid online. */
export type OnlineAmounts = readonly (TakenAmounts | null)[]

/**
 * What the shop asks for before it sends something to be paid on delivery. `isPhoneProved`: whoever orders is signed in with
 * this number. Where no advance can be paid online, the order waits for a code, and so for people, instead. Throws
 * TOO_MANY_OPEN_ORDERS, and PAYMENT_ADVANCE_NOT_TAKEN for an advance that no way to pay takes in one payment.
 */
export function codTerms(
  totalPaisa: number,
  standing: PhoneStanding,
  isPhoneProved: boolean,
  settings: ShopSettings,
  onlineAmounts: OnlineAmounts,
): OrderTerms {
  const limit = settings.codOpenOrdersPerPhone
  if (standing.openOrders >= limit) throw new TooManyOpenOrders({ details: { limit } })
  const hasRefused = standing.refusedParcels >= settings.codRefusedParcelsForAdvance
  const isDear = settings.codAdvanceFromPaisa !== null && totalPaisa >= settings.codAdvanceFromPaisa
  if ((hasRefused || isDear) && onlineAmounts.length > 0) {
    const sharePaisa = Math.min(totalPaisa, Math.ceil((totalPaisa * settings.codAdvancePercent) / 10_000) * 100)
    const advancePaisa = payableAdvance(sharePaisa, totalPaisa, onlineAmounts)
    if (advancePaisa === 'too_much') throw new AdvanceNotTaken({ details: whatIsTaken(sharePaisa, onlineAmounts) })
    if (advancePaisa !== null) return { state: 'pending_payment', holdSeconds: paymentHoldSeconds, advancePaisa }
  }
  const isWorthACode = settings.codConfirmationFromPaisa !== null && totalPaisa >= settings.codConfirmationFromPaisa
  if (hasRefused || ((isDear || isWorthACode) && !isPhoneProved)) {
    return { state: 'pending_confirmation', holdSeconds: settings.codConfirmationMinutes * 60, advancePaisa: 0 }
  }
  return { state: 'confirmed', holdSeconds: null, advancePaisa: 0 }
}

/** What the shopper is told of an advance that is too much for every way to pay. */
function whatIsTaken(advancePaisa: number, onlineAmounts: OnlineAmounts): AdvanceTooLarge {
  return { advancePaisa, maxPaisa: Math.max(...onlineAmounts.map((taken) => taken?.maxPaisa ?? 0)) }
}
