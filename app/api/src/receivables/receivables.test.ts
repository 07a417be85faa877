import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Receivable } from '@dhakacart/contract/console-receivables.schema.ts'
import type { Tx } from '@dhakacart/database/connect.ts'
import { migrationsFolder } from '@dhakacart/database/migrations.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { sql } from 'kysely'
import { signInAsStaff } from '../testing/staff.ts'
import * as receivables from './receivables.service.ts'
import { useDoorShop } from './testing/door-shop.ts'

const shop = useDoorShop()
const {
  api,
  manager,
  staff,
  packedOrder,
  balances,
  step,
  broughtBy,
  deliveredByCourier,
  receive,
  moneyOf,
  importRows,
} = shop

type Ordered = Awaited<ReturnType<typeof packedOrder>>

test('delivered by the shop’s own people: they owe the money until somebody writes down that it came, which is done once', async () => {
  const order = await broughtBy('own')
  const { totalPaisa } = order
  assert.deepEqual(await balances(order), { 'courier:own': totalPaisa, order: -totalPaisa })
  const owed = (await moneyOf(order)).receivable
  assert.deepEqual([owed?.courier, owed?.duePaisa, owed?.settledAt], ['own', totalPaisa, null])
  const answers = await Promise.all(Array.from({ length: 5 }, () => receive(order, totalPaisa)))
  assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [200], String(answers[0]?.body))
  assert.deepEqual(await balances(order), { cash: totalPaisa, order: -totalPaisa })
  const audited = await api()
    .db.selectFrom('auditEntries')
    .select('staffId')
    .where('action', '=', 'receivables.settled')
    .where('subject', '=', `order:${order.id}`)
    .execute()
  assert.deepEqual(audited, [{ staffId: manager().id }])
  const other = await receive(order, totalPaisa - 100, 0, 'counted again')
  assert.deepEqual(
    [other.statusCode, other.json().code, other.json().details.collectedPaisa],
    [409, 'RECEIVABLE_SETTLED', totalPaisa],
  )
})

test('of different amounts written down at once one holds', async () => {
  const order = await broughtBy('other')
  const answers = await Promise.all(
    [1, 2, 3, 4].map((taka) => receive(order, order.totalPaisa - taka * 100, 0, `${taka} short`)),
  )
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 409, 409, 409])
  const { cash = 0, courier_differences: difference = 0, ...rest } = await balances(order)
  assert.deepEqual([cash + difference, rest], [order.totalPaisa, { order: -order.totalPaisa }])
})

test('what came short needs a reason, and stands as a difference; what was kept for carrying is a fee', async () => {
  const order = await broughtBy('redx')
  const { totalPaisa } = order
  const unexplained = await receive(order, totalPaisa - 5_000, 6_000)
  assert.deepEqual([unexplained.statusCode, unexplained.json().code], [400, 'BAD_REQUEST'])
  assert.equal((await receive(order, -1)).statusCode, 400)
  assert.equal((await receive(order, 1.5)).statusCode, 400)
  for (const [collectedPaisa, feePaisa] of [
    [totalPaisa, totalPaisa + 1],
    [0, 6_000],
  ] as const) {
    const kept = await receive(order, collectedPaisa, feePaisa, 'the fee is not of this money')
    assert.deepEqual([kept.statusCode, kept.json().code], [422, 'FEE_TOO_LARGE'])
  }
  assert.deepEqual(await balances(order), { 'courier:redx': totalPaisa, order: -totalPaisa })
  const settled = await receive(order, totalPaisa - 5_000, 6_000, 'the customer had too little')
  assert.equal(settled.statusCode, 200, settled.body)
  assert.deepEqual(await balances(order), {
    cash: totalPaisa - 11_000,
    courier_differences: 5_000,
    courier_fees: 6_000,
    order: -totalPaisa,
  })
})

test('couriers collect whole taka: a broken one is owed rounded up, the shop’s own people bring it as it is', async () => {
  const broken = (order: Ordered) =>
    sql`update orders set total_paisa = total_paisa + 50, delivery_fee_paisa = delivery_fee_paisa + 50 where id = ${order.id}`.execute(
      api().db,
    )
  const byHand = await packedOrder()
  await broken(byHand)
  await step(byHand, 'ship', { courier: 'own', trackingNumber: null })
  await step(byHand, 'delivery', { outcome: 'delivered' })
  assert.equal((await moneyOf(byHand)).receivable?.duePaisa, byHand.totalPaisa + 50)
  const sent = await packedOrder()
  await broken(sent)
  await step(sent, 'ship', { courier: 'pathao', trackingNumber: 'DP1' })
  await step(sent, 'delivery', { outcome: 'delivered' })
  const { totalPaisa } = sent
  assert.deepEqual(await balances(sent), {
    'courier:pathao': totalPaisa + 100,
    order: -totalPaisa - 50,
    rounding: -50,
  })
})

test('what comes back after it was paid for is refunded from the cash, whether that has come or not', async () => {
  for (const isSettled of [true, false]) {
    const order = await broughtBy('own')
    const { totalPaisa } = order
    if (isSettled) await receive(order, totalPaisa)
    const give = { amountPaisa: 50_000, lines: [], reason: 'a scratch' }
    const key = { 'idempotency-key': randomUUID() }
    const asked = await manager().send('POST', `/api/console/orders/${order.id}/refunds`, give, key)
    const refundId = asked.json().refunds[0].id
    const done = await manager().send('POST', `/api/console/refunds/${refundId}/done`, { providerReference: 'R1' })
    assert.equal(done.statusCode, 200, done.body)
    assert.deepEqual(await balances(order), {
      cash: (isSettled ? totalPaisa : 0) - 50_000,
      ...(isSettled ? {} : { 'courier:own': totalPaisa }),
      order: 50_000 - totalPaisa,
    })
  }
})

test('an order that an older release delivered is booked when its money is first spoken of, or by the worker, once', async () => {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from receivables`.execute(api().db)
  for (const isRefunded of [true, false]) {
    const order = await packedOrder()
    await step(order, 'ship', { courier: 'own', trackingNumber: null })
    const { id } = order
    await sql`
      with moved as (update orders set state = 'delivered', version = version + 1 where id = ${id} returning id)
      insert into order_transitions (order_id, from_state, to_state, cause) select id, 'shipped', 'delivered', 'older' from moved`.execute(
      api().db,
    )
    if (isRefunded) {
      const give = { amountPaisa: 10_000, lines: [], reason: 'late' }
      await manager().send('POST', `/api/console/orders/${id}/refunds`, give, { 'idempotency-key': randomUUID() })
    }
    await Promise.all([1, 2].map(() => receivables.openUnbooked(api().db)))
    assert.deepEqual(await balances(order), {
      'courier:own': order.totalPaisa,
      order: (isRefunded ? 10_000 : 0) - order.totalPaisa,
      ...(isRefunded && { refunds_due: -10_000 }),
    })
  }
  const after = await sql<{ count: number }>`select count(*)::integer as count from receivables`.execute(api().db)
  assert.equal(after.rows[0]?.count, (rows[0]?.count ?? 0) + 2)
  assert.equal(await receivables.openUnbooked(api().db), 0)
})

test('orders delivered before the ledger followed the door get their postings by the migration', async () => {
  const [settled, short] = [await deliveredByCourier(), await deliveredByCourier()]
  const owed = await broughtBy('own')
  const taka = settled.order.totalPaisa / 100
  await importRows([
    [settled.booking.consignmentId, taka, 60],
    [short.booking.consignmentId, taka - 10, 60],
  ])
  const orders = [settled.order, short.order, owed]
  const ids = orders.map(({ id }) => id)
  const after = await Promise.all(orders.map((order) => balances(order)))
  const text = readFileSync(join(migrationsFolder, '000041-receivables.sql'), 'utf8')
  const found = await forgottenAfterwards(async (tx) => {
    // As it was before: nothing of the door is posted, but what went back in cash as it went.
    await sql`alter table payment_ledger disable trigger payment_ledger_append_only`.execute(tx)
    await sql`alter table payment_postings disable trigger payment_postings_append_only`.execute(tx)
    await sql`delete from payment_ledger`.execute(tx)
    await sql`delete from payment_postings`.execute(tx)
    await sql`delete from receivables`.execute(tx)
    await sql`
      with p as (insert into payment_postings (order_id, cause) values (${owed.id}, 'paid at the door') returning id)
      insert into payment_ledger select id, account, paisa from p, (values ('cash', 500), ('order:' || ${owed.id}::text, -500)) s (account, paisa)`.execute(
      tx,
    )
    await sql.raw(text.slice(text.indexOf('create function post_at_door'))).execute(tx)
    await sql`set constraints all immediate`.execute(tx)
    const rows = await tx
      .selectFrom('receivables')
      .select((e) => [
        'orderId',
        'courier',
        'duePaisa',
        'collectedPaisa',
        e('settledAt', 'is not', null).as('isSettled'),
      ])
      .where('orderId', 'in', ids)
      .orderBy('orderId')
      .execute()
    return { rows, balances: await Promise.all(orders.map((order) => balances(order, tx))) }
  })
  assert.deepEqual(found.balances, after)
  assert.deepEqual(
    found.rows.map(({ courier, isSettled, collectedPaisa }) => [courier, isSettled, collectedPaisa]),
    [
      ['steadfast', true, taka * 100],
      ['steadfast', true, (taka - 10) * 100],
      ['own', false, null],
    ],
  )
})

/** What comes of changes that are rolled back. */
async function forgottenAfterwards<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const done = Symbol('done')
  let value: T | undefined
  const trying = inTransaction(api().db, async (tx) => {
    value = await work(tx)
    throw done
  })
  await trying.catch((error: unknown) => {
    if (error !== done) throw error
  })
  return value as T
}

test('what is owed is listed the oldest first, by courier, with what each owes in all; only who may, settles', async () => {
  const [one, other] = [await broughtBy('other'), await broughtBy('other')]
  await sql`update receivables set delivered_at = shop_now() - interval '9 days' where order_id = ${other.id}`.execute(
    api().db,
  )
  const read = async (query: string) => (await manager().send('GET', `/api/console/receivables?${query}`)).json()
  const page = await read('courier=other&limit=1')
  assert.deepEqual(
    page.receivables.map(({ orderNumber, duePaisa }: Receivable) => [orderNumber, duePaisa]),
    [[other.number, other.totalPaisa]],
  )
  const owed = page.owed.find(({ courier }: { courier: string }) => courier === 'other')
  assert.deepEqual([owed.count, owed.duePaisa], [2, one.totalPaisa + other.totalPaisa])
  await receive(other, other.totalPaisa)
  const next = await read(`courier=other&limit=1&after=${page.nextCursor}`)
  assert.deepEqual(
    next.receivables.map(({ orderNumber }: Receivable) => orderNumber),
    [one.number],
  )
  const body = { collectedPaisa: one.totalPaisa, feePaisa: 0, note: null }
  assert.equal((await staff().send('POST', `/api/console/orders/${one.id}/receivable`, body)).statusCode, 403)
  assert.equal((await staff().send('GET', '/api/console/receivables')).statusCode, 403)
  const viewer = await signInAsStaff(api(), 'viewer')
  assert.equal((await viewer.send('GET', '/api/console/receivables')).statusCode, 200)
  assert.equal((await manager().send('POST', '/api/console/orders/999999999/receivable', body)).statusCode, 404)
})
