import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import type { Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export type Account = `provider:${OnlineMethod}` | 'cash' | `order:${number}` | 'refunds_due'

export type Posting = {
  orderId: number
  paymentId: number | null
  refundId: number | null
  cause: string
  /** Where the money comes from and where it goes: `from` falls by the amount, `to` grows by it. */
  from: Account
  to: Account
  amountPaisa: number
}

/** Writes both sides of one movement of money. PostgreSQL refuses, at commit, a posting that does not add up to zero. */
export async function post(tx: Tx, posting: Posting): Promise<void> {
  const { orderId, paymentId, refundId, cause, from, to, amountPaisa } = posting
  await sql`
    with posted as (
      insert into payment_postings (order_id, payment_id, refund_id, cause)
      values (${orderId}, ${paymentId}, ${refundId}, ${cause})
      returning id
    )
    insert into payment_ledger (posting_id, account, amount_paisa)
    select id, account, amount from posted, (values
      (${to}::text, ${amountPaisa}::bigint), (${from}::text, ${-amountPaisa}::bigint)) as sides (account, amount)`.execute(
    tx,
  )
}
