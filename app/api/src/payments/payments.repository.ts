import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import type { PaymentOutcome, VerifiedPayment } from './payments.service.ts'

/** What became of this payment when it was first heard of; null the first time. */
export async function findOutcome(tx: Tx, payment: VerifiedPayment): Promise<PaymentOutcome | null> {
  const row = await tx
    .selectFrom('payments')
    .select('state')
    .where('method', '=', payment.method)
    .where('providerReference', '=', payment.providerReference)
    .executeTakeFirst()
  return (row?.state as PaymentOutcome | undefined) ?? null
}

/** Returns the id of the payment. */
export async function insert(tx: Tx, payment: VerifiedPayment, outcome: PaymentOutcome): Promise<number> {
  const { orderId, method, providerReference, amountPaisa, attemptId = null, detail = {} } = payment
  const row = await tx
    .insertInto('payments')
    .values({
      orderId,
      method,
      providerReference,
      amountPaisa,
      attemptId,
      detail: JSON.stringify(detail),
      state: outcome,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Says why a person must look before the order is packed; null ends it. */
export async function setReview(tx: Tx, orderId: number, review: string | null): Promise<void> {
  await tx.updateTable('orders').set({ paymentReview: review }).where('id', '=', orderId).execute()
}

/** An order's row as paying needs it. */
export type PayableOrder = {
  id: number
  number: string
  state: string
  language: 'en' | 'bn'
  paymentMethod: string
  totalPaisa: number
  advancePaisa: number
  isHoldOver: boolean
  isUnderReview: boolean
  customerName: string
  customerPhone: string
  customerEmail: string | null
  street: string
  city: string
  itemCount: number
}

const payableColumns = sql`
  o.id, o.number, o.state, o.language, o.payment_method, o.total_paisa, o.advance_paisa,
  coalesce(o.hold_expires_at <= shop_now(), false) as is_hold_over, o.payment_review is not null as is_under_review,
  o.customer_name, o.customer_phone, o.customer_email, o.street_address as street,
  (select d.name_en from upazilas u join districts d on d.id = u.district_id where u.id = o.upazila_id) as city,
  (select sum(quantity)::integer from order_lines l where l.order_id = o.id) as item_count`

export async function lockPayable(tx: Tx, token: string): Promise<PayableOrder | null> {
  const result = await sql<PayableOrder>`
    select ${payableColumns} from orders o where o.token = ${token} for update of o`.execute(tx)
  return result.rows[0] ?? null
}

export async function readPayable(db: DbOrTx, token: string): Promise<PayableOrder | null> {
  const result = await sql<PayableOrder>`select ${payableColumns} from orders o where o.token = ${token}`.execute(db)
  return result.rows[0] ?? null
}

export async function setMethod(tx: Tx, orderId: number, method: string): Promise<void> {
  await tx
    .updateTable('orders')
    .set({ paymentMethod: method, updatedAt: sql`shop_now()` })
    .where('id', '=', orderId)
    .where('paymentMethod', '<>', method)
    .execute()
}

/** Money that was kept for the order, less what goes back of it. */
export async function keptPaisa(db: DbOrTx, orderId: number): Promise<number> {
  const result = await sql<{ keptPaisa: number }>`
    select coalesce(sum(amount_paisa - refunded_paisa), 0)::bigint as kept_paisa
    from payments where order_id = ${orderId} and state = 'accepted'`.execute(db)
  return result.rows[0]?.keptPaisa ?? 0
}
