import assert from 'node:assert/strict'
import type { Db } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

/**
 * The ledger's balances are what payments and refunds say: at each provider lies what came in less what went back, and what is
 * owed for refunds is what is promised and not done; an order that arrived to be paid at the door has paid the rest there, which is owed
 * by its courier until it is settled, and by nobody afterwards. That every posting adds up to zero PostgreSQL itself refuses to let go.
 */
export async function assertMoneyAddsUp(db: Db): Promise<void> {
  const { rows } = await sql`
    with booked as (select account, sum(amount_paisa) as paisa from payment_ledger group by account),
    parts as (
      select 'provider:' || p.method as account,
        sum(p.amount_paisa) - sum(coalesce((
          select sum(r.amount_paisa) from refunds r where r.payment_id = p.id and r.state = 'done'), 0)) as paisa
      from payments p group by p.method
      union all
      select 'refunds_due', -sum(amount_paisa) from refunds where state <> 'done' having count(*) > 0
      union all
      select 'order:' || o.id,
        coalesce((select sum(r.amount_paisa) from refunds r where r.order_id = o.id), 0)
        - coalesce((select sum(p.amount_paisa) from payments p where p.order_id = o.id), 0)
        - case when o.payment_method = 'cash_on_delivery' and exists (
            select from order_transitions t where t.order_id = o.id and t.from_state = 'shipped' and t.to_state = 'delivered')
          then o.total_paisa - coalesce((
            select sum(p.amount_paisa) from payments p where p.order_id = o.id and p.state = 'accepted'), 0) else 0 end
      from orders o
      union all
      select 'courier:' || courier, sum(due_paisa) from receivables where settled_at is null group by courier
      union all
      select 'courier_differences', sum(due_paisa - collected_paisa) from receivables where settled_at is not null
      union all
      -- Paid out for what is not delivered in our books.
      select 'courier:' || b.courier, -r.collected_paisa
      from courier_settlement_rows r join courier_bookings b on b.id = r.booking_id
      where r.verdict = 'not_delivered' and not exists (select from receivables owed where owed.booking_id = b.id)
    ),
    expected as (select account, sum(paisa) as paisa from parts group by account)
    select coalesce(booked.account, expected.account) as account, booked.paisa as booked, expected.paisa as expected
    from booked full join expected on expected.account = booked.account
    where coalesce(booked.paisa, 0) <> coalesce(expected.paisa, 0) and coalesce(booked.account, '') not in ('cash', 'courier_fees', 'rounding')`.execute(
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
