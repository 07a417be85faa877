import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Order } from '@dhakacart/contract/orders.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { sql } from 'kysely'
import { createShopper } from '../testing/shopper.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { assertLedgerAddsUp, stockOf } from './testing/ledger.ts'

let api: TestApi
let upazilaId: number

before(async () => {
  api = await startTestApi()
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
})
after(() => api.drop())

const product = async (stock: number) => (await addProduct(api.db, { stock })).variantId

async function readyShopper(lines: [variantId: number, quantity: number][], changes = {}) {
  const shopper = createShopper(api)
  for (const [variantId, quantity] of lines) await shopper.add(variantId, quantity)
  const { orderKey } = await shopper.cart()
  return { shopper, orderKey, body: await shopper.orderBody(upazilaId, changes) }
}

test('two processes that place orders of the same products and the same carts at once sell each unit once', async () => {
  const scarce = await product(7)
  const plenty = await product(1_000)
  const second = await startTestApi({ settings: { db: api.db } })
  const ready = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      readyShopper(
        index % 2 === 0
          ? [
              [scarce, 1],
              [plenty, 2],
            ]
          : [
              [plenty, 2],
              [scarce, 1],
            ],
      ),
    ),
  )
  // Each cart is pressed at both processes.
  const answers = await Promise.all(
    ready.flatMap(({ shopper, orderKey, body }) => [
      shopper.order(orderKey, body),
      createShopper(second, shopper.cookie()).order(orderKey, body),
    ]),
  )
  await second.drop()
  const placed = answers.filter((answer) => answer.statusCode === 200).map((answer) => answer.json() as Order)
  assert.equal(new Set(placed.map(({ number }) => number)).size, 7)
  assert.equal(placed.length, 14, 'both processes give the same answer about one cart')
  assert.deepEqual([...new Set(answers.map((answer) => answer.statusCode))].sort(), [200, 409])
  assert.deepEqual(await stockOf(api.db, scarce), { onHand: 0, held: 0 })
  assert.deepEqual(await stockOf(api.db, plenty), { onHand: 986, held: 0 })
  await assertLedgerAddsUp(api.db)
})

test('a batch that is held up on its way to the stock is not overtaken by the one beside it', async () => {
  const scarce = await product(16)
  const ready = await Promise.all(Array.from({ length: 17 }, () => readyShopper([[scarce, 1]])))
  const press = ({ shopper, orderKey, body }: (typeof ready)[number]) => shopper.order(orderKey, body)
  const [first, ...others] = ready
  if (first === undefined) throw new Error('nobody is ready')
  const pressed = await api.db.transaction().execute(async (tx) => {
    await sql`select from carts where order_key = ${first.orderKey} for update`.execute(tx)
    const answers = [press(first)]
    await untilBatchWaits()
    answers.push(...others.map(press))
    // They would be done in a tenth of it, were it not for their turn.
    await Promise.race([Promise.all(answers.slice(1)), sleep(500)])
    return answers
  })
  const statuses = (await Promise.all(pressed)).map(({ statusCode }) => statusCode)
  assert.deepEqual(statuses, [...Array(16).fill(200), 409])
})

/** Waits until a batch of orders waits for a lock. */
async function untilBatchWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(api.db)
    if (rows.length > 0) return
    await sleep(5)
  }
}

test('what a new order is answered with is what reading it gives', async () => {
  const ready = await readyShopper([[await product(10), 2]], {
    deliveryNote: 'ring twice',
    customerEmail: 'a@b.example',
  })
  const answer = await ready.shopper.order(ready.orderKey, ready.body)
  const read = await ready.shopper.send('GET', `/api/orders/${answer.json().token}`)
  assert.equal(answer.body, read.body)
})
