import assert from 'node:assert/strict'
import { afterEach } from 'node:test'
import type { Receivable } from '@dhakacart/contract/console-receivables.schema.ts'
import type { Settlement, SettlementRow } from '@dhakacart/contract/console-settlements.schema.ts'
import type { DbOrTx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import { useCourierShop } from '../../couriers/testing/courier-shop.ts'
import { assertMoneyAddsUp } from '../../payments/testing/money.ts'

/** A shop whose parcels are paid at the door, by couriers' people or its own; after each test its money adds up. */
export function useDoorShop() {
  const shop = useCourierShop()
  const { api, manager, packedOrder, book, moveParcel, lookNow } = shop
  afterEach(() => assertMoneyAddsUp(api().db))

  type Ordered = Awaited<ReturnType<typeof packedOrder>>

  /** What the ledger says of one order: its balances that are not zero. */
  async function balances({ id }: Ordered, db: DbOrTx = api().db): Promise<Record<string, number>> {
    const { rows } = await sql<{ account: string; paisa: number }>`
      select case when l.account like 'order:%' then 'order' else l.account end as account, sum(l.amount_paisa)::bigint as paisa
      from payment_postings p join payment_ledger l on l.posting_id = p.id
      where p.order_id = ${id} group by 1 having sum(l.amount_paisa) <> 0 order by 1`.execute(db)
    return Object.fromEntries(rows.map(({ account, paisa }) => [account, paisa]))
  }

  async function step({ id }: Ordered, action: string, body: object) {
    const { version } = await api()
      .db.selectFrom('orders')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return manager().send('POST', `/api/console/orders/${id}/${action}`, { version, ...body })
  }

  /** Brought to the door by the shop's own people, or by whoever else carried it. */
  async function broughtBy(courier: string, outcome = 'delivered'): Promise<Ordered> {
    const order = await packedOrder()
    await step(order, 'ship', { courier, trackingNumber: null })
    const answers = await Promise.all([1, 2, 3].map(() => step(order, 'delivery', { outcome })))
    assert.ok(answers.some(({ statusCode }) => statusCode === 200))
    return order
  }

  async function deliveredByCourier() {
    const { order, booking } = await book('steadfast')
    await moveParcel(booking.consignmentId, 'delivered')
    await lookNow(booking.id)
    return { order, booking }
  }

  const receive = ({ id }: Pick<Ordered, 'id'>, collectedPaisa: number, feePaisa = 0, note: string | null = null) =>
    manager().send('POST', `/api/console/orders/${id}/receivable`, { collectedPaisa, feePaisa, note })

  const moneyOf = async ({ id }: Ordered) =>
    (await manager().send('GET', `/api/console/orders/${id}/money`)).json() as { receivable: Receivable | null }

  async function importRows(rows: readonly (readonly (string | number | null)[])[], isDryRun = false) {
    const answer = await manager().send('POST', '/api/console/couriers/settlements', {
      courier: 'steadfast',
      fileName: 'settlement.csv',
      csv: ['Consignment,Collected,Charge', ...rows.map((row) => row.join(','))].join('\n'),
      columns: { parcel: 'Consignment', collected: 'Collected', fee: 'Charge' },
      isDryRun,
    })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json() as { settlement: Settlement; rows: SettlementRow[] }
  }

  return { ...shop, balances, step, broughtBy, deliveredByCourier, receive, moneyOf, importRows }
}
