import type { Courier } from '@dhakacart/contract/console-orders.schema.ts'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import type { Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export type Account =
  | `provider:${OnlineMethod}`
  | 'cash'
  | `order:${number}`
  | 'refunds_due'
  | `courier:${Courier}`
  | 'courier_fees'
  | 'courier_differences'
  | 'rounding'

export type Posting = {
  orderId: number
  paymentId: number | null
  refundId: number | null
  cause: string
  /** Where the money comes from and where it goes: `from` falls by the amount, `to` grows by it. Below zero it is the other way. */
  from: Account
  to: Account
  amountPaisa: number
}

/** Writes both sides of one movement of money. PostgreSQL refuses, at commit, a posting that does not add up to zero. */
export const post = (tx: Tx, posting: Posting): Promise<void> => postAll(tx, [posting])

/** The same for many, in their order, with one statement; movements of nothing are left out. */
export async function postAll(tx: Tx, postings: readonly Posting[]): Promise<void> {
  const moving = postings.filter(({ amountPaisa }) => amountPaisa !== 0)
  if (moving.length === 0) return
  await sql`
    with wanted as materialized (
      select nextval(pg_get_serial_sequence('payment_postings', 'id')) as id, w.*
      from (
        select * from jsonb_array_elements(${JSON.stringify(moving)}::jsonb) with ordinality as e (posting, place) order by place
      ) ordered
      cross join lateral jsonb_to_record(ordered.posting) as w (
        "orderId" bigint, "paymentId" bigint, "refundId" bigint, cause text, "from" text, "to" text, "amountPaisa" bigint)
    ), posted as (
      insert into payment_postings (id, order_id, payment_id, refund_id, cause) overriding system value
      select id, "orderId", "paymentId", "refundId", cause from wanted order by id
      returning id
    )
    insert into payment_ledger (posting_id, account, amount_paisa)
    select w.id, side.account, side.amount
    from posted join wanted w on w.id = posted.id
      cross join lateral (values (w."to", w."amountPaisa"), (w."from", -w."amountPaisa")) as side (account, amount)`.execute(
    tx,
  )
}
