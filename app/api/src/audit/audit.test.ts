import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { AuditEntryShown } from '@dhakacart/contract/console-audit.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { sql } from 'kysely'
import { placeOrder } from '../testing/placed-order.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import * as audit from './audit.service.ts'
import { sealEntries } from './audit-chain.ts'

let api: TestApi
let manager: Awaited<ReturnType<typeof signInAsStaff>>
before(async () => {
  api = await startTestApi()
  manager = await signInAsStaff(api, 'manager')
  const other = await signInAsStaff(api, 'support')
  for (let number = 1; number <= 12; number++) {
    const actor = { id: number % 2 === 0 ? manager.id : other.id, name: 'x', role: 'manager' }
    const action = number % 3 === 0 ? 'orders.cancelled' : 'stock.adjustment'
    await inTransaction(api.db, (tx) =>
      audit.record(tx, actor, { action, subject: `order:${number % 4}`, detail: { units: number } }),
    )
  }
})
after(() => api.drop())

const url = '/api/console/audit'
const numbers = async (query: string) => {
  const answer = await manager.send('GET', `${url}?${query}`)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().entries.map(({ detail }: { detail: { units: number } }) => detail.units)
}

test('the log is read newest first, by whom, what, to what and when', async () => {
  assert.deepEqual(await numbers('limit=3'), [12, 11, 10])
  assert.deepEqual(await numbers(`staffId=${manager.id}`), [12, 10, 8, 6, 4, 2])
  assert.deepEqual(await numbers('action=orders.cancelled'), [12, 9, 6, 3])
  assert.deepEqual(await numbers('action=orders'), [12, 9, 6, 3])
  assert.deepEqual(await numbers('action=order'), [])
  assert.deepEqual(await numbers('subject=order:1'), [9, 5, 1])
  assert.equal((await numbers('subject=order')).length, 12)
  assert.deepEqual(await numbers('subject=ord'), [])
  assert.deepEqual(await numbers(`staffId=${manager.id}&action=stock&subject=order:2`), [10, 2])
})

test('days are those of Dhaka, both included', async () => {
  const { rows } = await sql<{ today: string; yesterday: string }>`
    select to_char(shop_now() at time zone 'Asia/Dhaka', 'YYYY-MM-DD') as today,
      to_char(shop_now() at time zone 'Asia/Dhaka' - interval '1 day', 'YYYY-MM-DD') as yesterday`.execute(api.db)
  const { today = '', yesterday = '' } = rows[0] ?? {}
  assert.equal((await numbers(`from=${today}&to=${today}`)).length, 12)
  assert.equal((await numbers(`from=${yesterday}&to=${yesterday}`)).length, 0)
})

test('the list goes on by cursor and shows every entry once', async () => {
  const first = (await manager.send('GET', `${url}?limit=5`)).json()
  const second = (await manager.send('GET', `${url}?limit=5&after=${first.nextCursor}`)).json()
  const third = (await manager.send('GET', `${url}?limit=5&after=${second.nextCursor}`)).json()
  const all = [first, second, third].flatMap(({ entries }) => entries)
  assert.deepEqual(
    all.map(({ detail }) => detail.units),
    [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
  )
  assert.equal(third.nextCursor, null)
})

test('an entry says whether it is part of the chain yet', async () => {
  const isSealed = async () => (await manager.send('GET', `${url}?limit=1`)).json().entries[0].isSealed
  assert.equal(await isSealed(), false)
  assert.equal(await sealEntries(api.db), 12)
  assert.equal(await isSealed(), true)
  assert.deepEqual((await manager.send('GET', `${url}/state`)).json(), {
    sealedCount: 0,
    lastHash: null,
    checkedAt: null,
    problem: null,
  })
})

test('questions of a wrong form are refused', async () => {
  for (const query of [
    'staffId=0',
    'action=Orders',
    "action=orders'--",
    'subject=order:',
    'subject=Order:1',
    'from=2026-02-31',
    'to=yesterday',
    'after=x',
    'limit=101',
    'detail=x',
  ]) {
    const answer = await manager.send('GET', `${url}?${query}`)
    assert.deepEqual([answer.statusCode, answer.json().code], [400, 'BAD_REQUEST'], query)
  }
})

test('who may not read the log does not', async () => {
  for (const role of ['support', 'warehouse', 'viewer'] as const) {
    const caller = await signInAsStaff(api, role)
    for (const path of [url, `${url}/state`]) assert.equal((await caller.send('GET', path)).statusCode, 403)
  }
})

test('an order is found by its number, and both it and a person are called by what staff call them', async () => {
  const { insideDhakaUpazilaId } = await addPlaces(api.db)
  const { variantId } = await addProduct(api.db, { stock: 5 })
  const order = await placeOrder(api, insideDhakaUpazilaId, [[variantId, 1]])
  const note = await manager.send(
    'POST',
    `/api/console/orders/${order.id}/notes`,
    { text: 'Called.' },
    { 'idempotency-key': randomUUID() },
  )
  assert.equal(note.statusCode, 200, note.body)
  const read = async (query: string) => (await manager.send('GET', `${url}?${query}`)).json().entries
  const found = await read(`subject=order:${order.number}&action=orders.noted`)
  assert.deepEqual(
    found.map(({ subject, subjectName }: AuditEntryShown) => [subject, subjectName]),
    [[`order:${order.id}`, order.number]],
  )
  assert.deepEqual(await read('subject=order:DC-NOT-THERE'), [])
  const subject = `staff:${manager.id}` as const
  await inTransaction(api.db, (tx) =>
    audit.record(tx, audit.theShop, { action: 'staff.code_refused', subject, detail: {} }),
  )
  const [refused] = await read(`subject=${subject}`)
  const { name } = await api.db
    .selectFrom('staff')
    .select('name')
    .where('id', '=', manager.id)
    .executeTakeFirstOrThrow()
  assert.equal(refused.subjectName, name)
})
