import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import type { PaymentMethod } from '@dhakacart/contract/payment-methods.ts'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import type { DatabaseSession } from '@dhakacart/database/testing/database-session.ts'
import type { Bases } from './prepare-world.ts'
import type { WorldCoupon } from './world.ts'

/** Everything that is committed for one seed. Ids count from one in every seed; rows are in the order of their ids. */
export type Snapshot = {
  levels: { variantId: number; onHand: number; held: number }[]
  movements: { variantId: number; kind: string; onHand: number; held: number; orderId: number | null }[]
  carts: { id: number; key: string; isOrdered: boolean }[]
  cartLines: { cartId: number; variantId: number; quantity: number }[]
  orders: SnapshotOrder[]
  orderLines: { orderId: number; variantId: number; quantity: number; unitPricePaisa: number; discountPaisa: number }[]
  steps: { orderId: number; from: OrderState | null; to: OrderState; cause: string; at: string }[]
  payments: SnapshotPayment[]
  attempts: { id: number; orderId: number; state: string }[]
  refunds: SnapshotRefund[]
  receivables: SnapshotReceivable[]
  /** What couriers' files say of parcels. */
  settlementRows: { orderId: number; verdict: string; collectedPaisa: number; feePaisa: number; isBooked: boolean }[]
  /** The units refunds are for. */
  refundLines: { orderId: number; key: string; variantId: number; quantity: number }[]
  /** Both sides of every posting; the account of an order is `order`. */
  ledger: { posting: number; orderId: number; account: string; amountPaisa: number }[]
  coupons: (Omit<WorldCoupon, 'code'> & { id: number; code: string; usedCount: number })[]
  claims: { orderId: number; couponId: number; phone: string; isActive: boolean }[]
  saleLines: {
    variantId: number
    salePaisa: number
    usualPaisa: number
    allotment: number
    takenUnits: number
    isScheduled: boolean
    startsAt: string
    endsAt: string
    limit: number | null
  }[]
  saleClaims: { orderId: number; variantId: number; units: number; isActive: boolean }[]
  jobs: { id: number; orderId: number | null; channel: string | null; isGivenUp: boolean; error: string | null }[]
  messages: { jobId: number; orderId: number; channel: string }[]
}
export type SnapshotPayment = {
  id: number
  orderId: number
  attemptId: number | null
  method: OnlineMethod
  reference: string
  amountPaisa: number
  refundedPaisa: number
  state: string
}
type SnapshotReceivable = {
  orderId: number
  duePaisa: number
  isSettled: boolean
  isByFile: boolean
  collectedPaisa: number | null
  feePaisa: number | null
}
type SnapshotRefund = {
  orderId: number
  /** null: cash. */
  paymentId: number | null
  reference: string
  amountPaisa: number
  state: string
  key: string
  /** By staff; otherwise the shop itself gives it back. */
  isAsked: boolean
}
export type SnapshotOrder = {
  id: number
  token: string
  key: string
  cartId: number
  state: OrderState
  paymentMethod: PaymentMethod
  customerName: string
  hasEmail: boolean
  subtotalPaisa: number
  feePaisa: number
  discountPaisa: number
  couponCode: string | null
  phone: string
  totalPaisa: number
  advancePaisa: number
  placedAt: string
}

/** Rows of a table as an array of objects; $1 to $4 are the highest ids of variants, carts, orders and coupons before this seed. */
const rowsOf = (columns: string, from: string) =>
  `(select coalesce(json_agg(json_build_object(${columns}) order by id), '[]') from ${from})`

const query = `
  select ${rowsOf(`'variantId', variant_id - $1, 'onHand', on_hand, 'held', held`, '(select *, variant_id as id from stock_levels where variant_id > $1) t')} as levels,
    ${rowsOf(`'variantId', variant_id - $1, 'kind', kind, 'onHand', on_hand_change, 'held', held_change, 'orderId', order_id - $3`, 'stock_movements where variant_id > $1')} as movements,
    ${rowsOf(`'id', id - $2, 'key', order_key, 'isOrdered', ordered_at is not null`, 'carts where id > $2')} as carts,
    ${rowsOf(`'cartId', id - $2, 'variantId', variant_id - $1, 'quantity', quantity`, '(select *, cart_id as id from cart_lines where cart_id > $2) t')} as "cartLines",
    ${rowsOf(
      `'id', id - $3, 'token', token, 'key', idempotency_key, 'cartId', cart_id - $2, 'state', state, 'paymentMethod', payment_method,
       'customerName', customer_name, 'hasEmail', customer_email is not null, 'subtotalPaisa', subtotal_paisa,
       'feePaisa', delivery_fee_paisa, 'discountPaisa', discount_paisa, 'couponCode', coupon_code, 'phone', customer_phone, 'totalPaisa', total_paisa, 'advancePaisa', advance_paisa, 'placedAt', placed_at`,
      'orders where id > $3',
    )} as orders,
    ${rowsOf(`'orderId', id - $3, 'variantId', variant_id - $1, 'quantity', quantity, 'unitPricePaisa', unit_price_paisa, 'discountPaisa', discount_paisa`, '(select *, order_id as id from order_lines where order_id > $3) t')} as "orderLines",
    ${rowsOf(`'orderId', order_id - $3, 'from', from_state, 'to', to_state, 'cause', cause, 'at', changed_at`, 'order_transitions where order_id > $3')} as steps,
    ${rowsOf(`'id', id, 'orderId', order_id - $3, 'attemptId', attempt_id, 'method', method, 'reference', provider_reference, 'amountPaisa', amount_paisa, 'refundedPaisa', refunded_paisa, 'state', state`, 'payments where order_id > $3')} as payments,
    ${rowsOf(`'id', id, 'orderId', order_id - $3, 'state', state`, 'payment_attempts where order_id > $3')} as attempts,
    ${rowsOf(`'orderId', order_id - $3, 'paymentId', payment_id, 'reference', reference, 'amountPaisa', amount_paisa, 'state', state, 'key', idempotency_key, 'isAsked', requested_by is not null`, 'refunds where order_id > $3')} as refunds,
    ${rowsOf(`'orderId', order_id - $3, 'duePaisa', due_paisa, 'isSettled', settled_at is not null, 'isByFile', settlement_id is not null, 'collectedPaisa', collected_paisa, 'feePaisa', fee_paisa`, '(select *, order_id as id from receivables where order_id > $3) t')} as receivables,
    ${rowsOf(`'orderId', order_id - $3, 'verdict', verdict, 'collectedPaisa', collected_paisa, 'feePaisa', fee_paisa, 'isBooked', verdict not in ('double', 'unknown_parcel')`, '(select r.*, b.order_id, r.settlement_id as id from courier_settlement_rows r join courier_bookings b on b.id = r.booking_id where b.order_id > $3) t')} as "settlementRows",
    ${rowsOf(`'orderId', order_id - $3, 'key', key, 'variantId', variant_id - $1, 'quantity', quantity`, '(select l.*, r.id, r.order_id, r.idempotency_key as key from refund_lines l join refunds r on r.id = l.refund_id where r.order_id > $3) t')} as "refundLines",
    ${rowsOf(`'posting', id, 'orderId', order_id - $3, 'account', account, 'amountPaisa', amount`, `(select p.id, p.order_id, l.amount_paisa as amount, case when l.account = 'order:' || p.order_id then 'order' else l.account end as account from payment_postings p join payment_ledger l on l.posting_id = p.id where p.order_id > $3 order by p.id, l.account) t`)} as ledger,
    ${rowsOf(`'id', id, 'code', code, 'percent', percent, 'amountPaisa', amount_paisa, 'totalLimit', total_limit, 'phoneLimit', phone_limit, 'usedCount', used_count`, 'coupons where id > $4')} as coupons,
    ${rowsOf(`'orderId', order_id - $3, 'couponId', coupon_id, 'phone', phone, 'isActive', returned_at is null`, '(select *, order_id as id from coupon_claims where order_id > $3) t')} as claims,
    ${rowsOf(`'variantId', id - $1, 'salePaisa', price_paisa, 'usualPaisa', usual, 'allotment', allotment, 'takenUnits', taken_units, 'isScheduled', is_scheduled, 'startsAt', lower(during), 'endsAt', upper(during), 'limit', limit_per_customer`, '(select l.*, v.id, v.price_paisa as usual, s.limit_per_customer from sale_lines l join sales s on s.id = l.sale_id join variants v on v.id = l.variant_id where l.variant_id > $1) t')} as "saleLines",
    ${rowsOf(`'orderId', id - $3, 'variantId', variant_id - $1, 'units', units, 'isActive', returned_at is null`, '(select *, order_id as id from sale_claims where order_id > $3) t')} as "saleClaims",
    ${rowsOf(`'id', id, 'orderId', (payload ->> 'orderId')::bigint - $3, 'channel', payload ->> 'channel', 'isGivenUp', failed_at is not null, 'error', last_error`, "(select * from jobs where payload ->> 'template' = 'order-confirmed') t")} as jobs,
    ${rowsOf(`'jobId', job_id, 'orderId', order_id - $3, 'channel', channel`, `messages where order_id > $3 and template = 'order-confirmed'`)} as messages`

/** Reads what is committed, all as of one instant. */
export async function readSnapshot(control: DatabaseSession, bases: Bases): Promise<Snapshot> {
  const { rows } = await control.runPrepared('snapshot', query, [
    bases.variantId,
    bases.cartId,
    bases.orderId,
    bases.couponId,
  ])
  return rows[0] as Snapshot
}

/** The state in one line, for the history: equal seeds have equal states after every step. */
export function describeSnapshot(snapshot: Snapshot): string {
  const { levels, orders, cartLines, payments, jobs, messages, attempts, refunds, claims, saleClaims, receivables } =
    snapshot
  const stock = levels.toSorted((a, b) => a.variantId - b.variantId).map(({ onHand, held }) => `${onHand}/${held}`)
  const units = cartLines.reduce((sum, { quantity }) => sum + quantity, 0)
  const counts = `${units} in carts, ${payments.length} payments, ${jobs.length} jobs, ${messages.length} messages`
  const states = [
    ...attempts,
    ...refunds,
    ...receivables.map(({ isSettled }) => ({ state: isSettled ? 'settled' : 'owed' })),
    ...claims.map(({ isActive }) => ({ state: isActive ? 'claim' : 'claim back' })),
    ...saleClaims.map(({ units, isActive }) => ({ state: isActive ? `${units} in sale` : 'sale back' })),
  ]
  return [...stock, ...orders.map(({ state }) => state), counts, ...states.map(({ state }) => state)].join(' ')
}
