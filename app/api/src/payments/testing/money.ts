import assert from 'node:assert/strict'
import type { Db } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

/**
 * The ledger's balances are what payments and refunds say: at each provider lies what came in less what went back, and what is
 * owed for refunds is what is promised and not done. That every posting adds up to zero PostgreSQL itself refuses to let go.
 */
export async function assertMoneyAddsUp(db: Db): Promise<void> {
  const { rows } = await sql`
    with booked as (select account, sum(amount_paisa) as paisa from payment_ledger group by account),
    expected as (
      select 'provider:' || p.method as account,
        sum(p.amount_paisa) - sum(coalesce((
          select sum(r.amount_paisa) from refunds r where r.payment_id = p.id and r.state = 'done'), 0)) as paisa
      from payments p group by p.method
      union all
      select 'refunds_due', -sum(amount_paisa) from refunds where state <> 'done' having count(*) > 0
      union all
      select 'order:' || p.order_id, -sum(p.amount_paisa - p.refunded_paisa) from payments p group by p.order_id
    )
    select coalesce(booked.account, expected.account) as account, booked.paisa as booked, expected.paisa as expected
    from booked full join expected on expected.account = booked.account
    where coalesce(booked.paisa, 0) <> coalesce(expected.paisa, 0) and coalesce(booked.account, '') <> 'cash'`.execute(
    db,
  )
  assert.deepEqual(rows, [])
  const open = await sql`
    select posting_id from payment_ledger group by posting_id having sum(amount_paisa) <> 0`.execute(db)
  assert.deepEqual(open.rows, [])
  const spent = await sql`
    select p.id from payments p
    where p.refunded_paisa <> coalesce((select sum(r.amount_paisa) from refunds r where r.payment_id = p.id), 0)
      or (p.state = 'refund_due' and p.refunded_paisa <> p.amount_paisa)`.execute(db)
  assert.deepEqual(spent.rows, [])
}
