import type { ShopSettings } from '@dhakacart/contract/console-settings.schema.ts'
import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import { TooManyOpenOrders } from '../errors.ts'

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

/**
 * What the shop asks for before it sends something to be paid on delivery. `isPhoneProved`: whoever orders is signed in with
 * this number. Where no advance can be paid online, the order waits for a code, and so for people, instead. Throws
 * TOO_MANY_OPEN_ORDERS.
 */
export function codTerms(
  totalPaisa: number,
  standing: PhoneStanding,
  isPhoneProved: boolean,
  settings: ShopSettings,
  canPayOnline: boolean,
): OrderTerms {
  const limit = settings.codOpenOrdersPerPhone
  if (standing.openOrders >= limit) throw new TooManyOpenOrders({ details: { limit } })
  const hasRefused = standing.refusedParcels >= settings.codRefusedParcelsForAdvance
  const isDear = settings.codAdvanceFromPaisa !== null && totalPaisa >= settings.codAdvanceFromPaisa
  if ((hasRefused || isDear) && canPayOnline) {
    const advancePaisa = Math.min(totalPaisa, Math.ceil((totalPaisa * settings.codAdvancePercent) / 10_000) * 100)
    return { state: 'pending_payment', holdSeconds: paymentHoldSeconds, advancePaisa }
  }
  const isWorthACode = settings.codConfirmationFromPaisa !== null && totalPaisa >= settings.codConfirmationFromPaisa
  if (hasRefused || ((isDear || isWorthACode) && !isPhoneProved)) {
    return { state: 'pending_confirmation', holdSeconds: settings.codConfirmationMinutes * 60, advancePaisa: 0 }
  }
  return { state: 'confirmed', holdSeconds: null, advancePaisa: 0 }
}
