import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import type { PaymentMethod } from '@dhakacart/contract/payment-methods.ts'
import type { Place } from '../src/delivery/places.repository.ts'
import type { PaymentOutcome } from '../src/payments/payments.service.ts'
import { type StaffIdentity, staffIdentity } from '../src/staff/staff-identity.ts'
import { type Bank, createBank } from './bank.ts'
import { createDepot, type Depot } from './depot.ts'
import type { Random } from './random.ts'

export type WorldVariant = { id: number; pricePaisa: number; weightGrams: number }
export type WorldCoupon = {
  code: string
  percent: number | null
  amountPaisa: number | null
  totalLimit: number | null
  phoneLimit: number | null
}
/** A cart that exists when a seed begins; several visitors may hold its token. */
export type PreparedCart = { id: number; token: string; quantities: Map<number, number> }

/** What a shopper was told about an order: it must be true for ever. */
export type ToldOrder = {
  toldTo: string
  token: string
  key: string
  paymentMethod: PaymentMethod
  /** All of it, or an advance. */
  isPaidOnline: boolean
  customerName: string
  totalPaisa: number
  lines: { variantId: number; quantity: number; unitPricePaisa: number }[]
}

/**
 * The world of one seed outside the database: what people know and were told. Only the actor whose turn it is reads or changes
 * it.
 */
/** Where everybody comes from, as behind the one address of a mobile carrier. */
export const shopperAddress = '203.0.113.7'

export type World = {
  startAt: Date
  /** Minutes by which somebody set the clock on. */
  minutesPassed: number
  sweeps: number
  sweepsGoingOn: number
  variants: WorldVariant[]
  zones: Place[]
  staff: StaffIdentity
  /** The coupon of this seed; null: there is none. */
  coupon: WorldCoupon | null
  /** The sale of this seed; null: there is none. */
  saleId: number | null
  /** Orders whose price was judged when they appeared. */
  judgedOrders: Set<number>
  /** The payment providers. */
  bank: Bank
  /** Orders whose shopper may have chosen another way to pay since. */
  switchedMethods: Set<string>
  /** The code that a worker last sent for an order by itself, by the order's token. */
  firstCodes: Map<string, string>
  /** Orders for which somebody entered the right code. */
  enteredRightly: Set<string>
  /** Orders whose shopper was told that the code was right. */
  confirmedByCode: Set<string>
  toldOrders: ToldOrder[]
  /** Keys of requests whose answer never came and whose shopper walked away: the order may exist or not. */
  abandonedKeys: Set<string>
  toldPayments: { toldTo: string; reference: string; outcome: PaymentOutcome }[]
  /** News of payments that reached us. */
  newsHeard: number
  /** Refunds that staff asked for or a worker spoke to a provider about. */
  refundsMade: number
  /** Refunds that staff were told are promised, by their keys. */
  toldRefunds: Map<string, { toldTo: string }>
  /** Refunds that staff were told are done by hand. */
  toldGivenByHand: { toldTo: string; reference: string }[]
  toldCancelled: { toldTo: string; token: string }[]
  /** The courier. */
  depot: Depot
  /** What couriers call the parcels of orders, by the order's token. */
  parcels: Map<string, string>
  /** Orders that a courier said it delivered. */
  delivered: Set<string>
  /** How often somebody took money from a courier. */
  receipts: number
  toldSteps: { cause: string; toState: OrderState }[]
  /** How often the handler of each job was called. */
  jobsBegun: Map<number, number>
  /** Failed attempts of jobs, as logged. */
  jobFailures: string[]
  /** Randomness from which order numbers were made, and how many draws in a row repeated some. */
  orderNumberDraws: Buffer[]
  unluckyDraws: number
}

export function createWorld(startAt: Date, random: Random): World {
  return {
    startAt,
    minutesPassed: 0,
    sweeps: 0,
    sweepsGoingOn: 0,
    variants: [],
    zones: [],
    staff: staffIdentity({ id: 0, name: 'nobody', role: 'viewer' }),
    coupon: null,
    saleId: null,
    judgedOrders: new Set(),
    bank: createBank(random),
    switchedMethods: new Set(),
    firstCodes: new Map(),
    enteredRightly: new Set(),
    confirmedByCode: new Set(),
    toldOrders: [],
    abandonedKeys: new Set(),
    toldPayments: [],
    newsHeard: 0,
    refundsMade: 0,
    toldRefunds: new Map(),
    toldGivenByHand: [],
    toldCancelled: [],
    depot: createDepot(),
    parcels: new Map(),
    delivered: new Set(),
    receipts: 0,
    toldSteps: [],
    jobsBegun: new Map(),
    jobFailures: [],
    orderNumberDraws: [],
    unluckyDraws: 0,
  }
}
