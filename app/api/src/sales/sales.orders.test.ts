import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Order, SaleLimits } from '@dhakacart/contract/orders.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { sql } from 'kysely'
import { placeOrders } from '../orders/orders.placement.ts'
import { expireHolds, lockOrder, transition } from '../orders/orders.service.ts'
import { assertLedgerAddsUp } from '../orders/testing/ledger.ts'
import { createBrowser, newPhone, signInByCode } from '../testing/customer.ts'
import { createShopper } from '../testing/shopper.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import {
  codeOf,
  createSaleShop,
  ends,
  opens,
  placementOf,
  press,
  priceOf,
  type Ready,
  running,
  salePaisa,
  usualPaisa,
} from './testing/sale-shop.ts'

let api: TestApi
let upazilaId: number
let shop: ReturnType<typeof createSaleShop>

before(async () => {
  api = await startTestApi()
  await useSimulatedClock(api.db, running)
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
  shop = createSaleShop(api, upazilaId)
})
beforeEach(() => setClock(api.db, running))
after(async () => {
  await assertLedgerAddsUp(api.db)
  assert.deepEqual(await shop.findWrongCounts(), [])
  await api.drop()
})

async function orderIdOf(answer: { json(): unknown }): Promise<number> {
  const { token } = answer.json() as Order
  const row = await api.db.selectFrom('orders').select('id').where('token', '=', token).executeTakeFirstOrThrow()
  return row.id
}
const step = (orderId: number, to: 'confirmed' | 'cancelled' | 'packed' | 'shipped' | 'delivery_failed' | 'returned') =>
  inTransaction(api.db, async (tx) => {
    const order = await lockOrder(tx, orderId)
    return order !== null && transition(tx, order, to, 'test')
  })

test('the price is the one of the second in which the order is accepted, whatever was shown before', async () => {
  const { variantId } = await shop.sale()
  await setClock(api.db, new Date(opens.getTime() - 1))
  const early = await shop.cart([[variantId, 1]])
  assert.equal(early.body.seen.lines[0]?.unitPricePaisa, usualPaisa)
  assert.equal(priceOf(await press(await shop.cart([[variantId, 1]]))), usualPaisa)
  await setClock(api.db, opens)
  const refused = await press(early)
  assert.deepEqual([refused.statusCode, codeOf(refused)], [409, 'PRICE_CHANGED'])
  assert.equal(refused.json().details.lines[0].unitPricePaisa, salePaisa)
  const shown = (await early.shopper.cart()).lines[0]
  assert.deepEqual([shown?.unitPricePaisa, shown?.sale?.usualPricePaisa], [salePaisa, usualPaisa])
  const again = await early.shopper.order(early.orderKey, await early.shopper.orderBody(upazilaId))
  assert.deepEqual([again.statusCode, priceOf(again)], [200, salePaisa])
  const late = await shop.cart([[variantId, 1]])
  await setClock(api.db, ends)
  const ended = await press(late)
  assert.equal(codeOf(ended), 'PRICE_CHANGED')
  assert.equal(ended.json().details.lines[0].unitPricePaisa, usualPaisa)
  assert.equal((await late.shopper.cart()).lines[0]?.sale, null)
})

test('an allotment wanted by many at once at two processes is sold to its last unit and not one beyond', async () => {
  const { id, variantId } = await shop.sale({ allotment: 7 })
  const plenty = (await addProduct(api.db, { stock: 1_000 })).variantId
  const second = await startTestApi({ settings: { db: api.db } })
  const carts = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      shop.cart(
        index % 2 === 0
          ? [
              [variantId, 1],
              [plenty, 1],
            ]
          : [
              [plenty, 1],
              [variantId, 1],
            ],
      ),
    ),
  )
  const answers = await Promise.all(
    carts.map((one, index) =>
      index % 2 === 0 ? press(one) : createShopper(second, one.shopper.cookie()).order(one.orderKey, one.body),
    ),
  )
  await second.drop()
  const counts = Map.groupBy(answers, (answer) => (answer.statusCode === 200 ? 'placed' : codeOf(answer)))
  assert.deepEqual([counts.get('placed')?.length, counts.get('PRICE_CHANGED')?.length], [7, 13])
  assert.equal(await shop.takenOf(id, variantId), 7)
  const refused = carts[answers.findIndex(({ statusCode }) => statusCode === 409)] as Ready
  const again = await refused.shopper.order(refused.orderKey, await refused.shopper.orderBody(upazilaId))
  const paid = (again.json() as Order).lines.find(({ unitPricePaisa }) => unitPricePaisa === usualPaisa)
  assert.equal(again.statusCode, 200, 'asked again, the shopper may have it at the usual price')
  assert.notEqual(paid, undefined)
})

test('a line of more units than are left has the usual price; fewer have the price of the sale', async () => {
  const { id, variantId } = await shop.sale({ allotment: 2 })
  const shopper = createShopper(api)
  await shopper.add(variantId, 3)
  const [line] = (await shopper.cart()).lines
  assert.deepEqual([line?.unitPricePaisa, line?.sale?.unitsLeft], [usualPaisa, 2])
  await shopper.send('PUT', `/api/cart/lines/${variantId}`, { quantity: 2 })
  assert.equal((await shopper.cart()).lines[0]?.unitPricePaisa, salePaisa)
  const { orderKey } = await shopper.cart()
  assert.equal(priceOf(await shopper.order(orderKey, await shopper.orderBody(upazilaId))), salePaisa)
  assert.equal(await shop.takenOf(id, variantId), 2)
})

test('one phone gets no more than its limit from any number of carts at once, in one batch and in two', async () => {
  const { id, variantId } = await shop.sale({ limitPerCustomer: 2, allotment: 50 })
  const customerPhone = '01812-000001'
  // Two batches, as two busy processes place them: the second waits for the first and sees what it took.
  const carts = await Promise.all(Array.from({ length: 12 }, () => shop.cart([[variantId, 1]], { customerPhone })))
  const halves = [carts.slice(0, 6), carts.slice(6)]
  const outcomes = await Promise.all(halves.map((half) => placeOrders(shop.context, half.map(placementOf))))
  const placed = outcomes.flat().filter((outcome) => 'value' in outcome)
  const refusals = outcomes.flat().flatMap((outcome) => ('error' in outcome ? [outcome.error as { code: string }] : []))
  assert.equal(placed.length, 2)
  assert.deepEqual([...new Set(refusals.map(({ code }) => code))], ['SALE_LIMIT_REACHED'])
  assert.equal(await shop.takenOf(id, variantId), 2)
  const refused = await press(await shop.cart([[variantId, 1]], { customerPhone: '+880 1812 000001' }))
  const limits = (answer: typeof refused) =>
    (answer.json().details as SaleLimits).sale.map(({ limit, left }) => ({ limit, left }))
  assert.deepEqual(limits(refused), [{ limit: 2, left: 0 }])
  const other = await press(await shop.cart([[variantId, 2]]))
  assert.equal(other.statusCode, 200, 'another phone has a limit of its own')
  assert.deepEqual(limits(await press(await shop.cart([[variantId, 3]]))), [{ limit: 2, left: 2 }])
})

test('where a customer may have only so many, the number is confirmed: by a code, or by being signed in with it', async () => {
  const { variantId } = await shop.sale({ limitPerCustomer: 1 })
  const guest = await press(await shop.cart([[variantId, 1]]))
  assert.equal((guest.json() as Order).state, 'pending_confirmation')
  const [online] = await placeOrders(shop.context, [
    placementOf(await shop.cart([[variantId, 1]], { paymentMethod: 'bkash' })),
  ])
  assert.equal(
    online !== undefined && 'error' in online && (online.error as { code: string }).code,
    'PHONE_UNCONFIRMED',
  )
  const phone = newPhone()
  const customer = await signInByCode(api, phone, createBrowser(api))
  const add = await customer.send(
    'POST',
    '/api/cart/lines',
    { variantId, quantity: 1 },
    { 'idempotency-key': crypto.randomUUID() },
  )
  const shopper = createShopper(api)
  await shopper.add(variantId)
  const body = await shopper.orderBody(upazilaId, { customerPhone: phone })
  const key = { 'idempotency-key': add.json().orderKey }
  const foreign = await customer.send('POST', '/api/orders', { ...body, customerPhone: newPhone() }, key)
  assert.equal(foreign.json().state, 'pending_confirmation', 'signed in with another number proves nothing')
  const mine = await signInByCode(api, newPhone(), createBrowser(api))
  const added = await mine.send(
    'POST',
    '/api/cart/lines',
    { variantId, quantity: 1 },
    { 'idempotency-key': crypto.randomUUID() },
  )
  const own = { ...body, customerPhone: mine.phone }
  const confirmed = await mine.send('POST', '/api/orders', own, { 'idempotency-key': added.json().orderKey })
  assert.deepEqual([confirmed.statusCode, confirmed.json().state], [200, 'confirmed'], confirmed.body)
})

test('a sale without a limit asks nobody for a code', async () => {
  const { variantId } = await shop.sale()
  assert.equal(((await press(await shop.cart([[variantId, 1]]))).json() as Order).state, 'confirmed')
})

test('what expires or is cancelled goes back to allotment and limit, what is refused at the door or returned does not', async () => {
  const { id, variantId } = await shop.sale({ allotment: 3, limitPerCustomer: 1 })
  const customerPhone = '01812-000002'
  const first = await press(await shop.cart([[variantId, 1]], { customerPhone }))
  assert.equal(codeOf(await press(await shop.cart([[variantId, 1]], { customerPhone }))), 'SALE_LIMIT_REACHED')
  await api.inject({ method: 'POST', url: `/api/orders/${(first.json() as Order).token}/cancel` })
  assert.equal(await shop.takenOf(id, variantId), 0)
  const second = await press(await shop.cart([[variantId, 1]], { customerPhone }))
  assert.equal(second.statusCode, 200, second.body)
  await setClock(api.db, new Date(running.getTime() + 31 * 60_000))
  await expireHolds(shop.context, 100)
  assert.equal(await shop.takenOf(id, variantId), 0)
  const third = await press(await shop.cart([[variantId, 1]], { customerPhone }))
  const orderId = await orderIdOf(third)
  for (const state of ['confirmed', 'packed', 'shipped', 'delivery_failed', 'returned'] as const) {
    assert.equal(await step(orderId, state), true)
  }
  assert.equal(await shop.takenOf(id, variantId), 1)
  assert.equal(codeOf(await press(await shop.cart([[variantId, 1]], { customerPhone }))), 'SALE_LIMIT_REACHED')
})

test('an order paid after its time needs its units of the sale again, or is not confirmed', async () => {
  const { id, variantId } = await shop.sale({ allotment: 1 })
  const online = async () => {
    const [placed] = await placeOrders(shop.context, [
      placementOf(await shop.cart([[variantId, 1]], { paymentMethod: 'bkash' })),
    ])
    assert.ok(placed !== undefined && 'value' in placed)
    return orderIdOf({ json: () => placed.value.order })
  }
  const late = await online()
  await setClock(api.db, new Date(running.getTime() + 11 * 60_000))
  await expireHolds(shop.context, 100)
  const rival = await online()
  assert.equal(await step(late, 'confirmed'), false, 'the last unit of the allotment has gone to somebody else')
  assert.equal(await shop.takenOf(id, variantId), 1)
  assert.equal(await step(rival, 'cancelled'), true)
  assert.equal(await step(late, 'confirmed'), true)
  assert.equal(await shop.takenOf(id, variantId), 1)
  const { rows } = await sql`select from sale_claims where order_id = ${late} and returned_at is null`.execute(api.db)
  assert.equal(rows.length, 1)
})

test('each order of one batch has its own answer, and what one is refused for touches no other', async () => {
  const limited = await shop.sale({ limitPerCustomer: 1 })
  const scarce = await shop.sale({ allotment: 1 })
  const gone = await shop.sale({ stock: 1 })
  const usual = (await addProduct(api.db, { stock: 10 })).variantId
  const customerPhone = '01812-000003'
  const changed = await shop.cart([[scarce.variantId, 1]])
  const batch = [
    await shop.cart([[limited.variantId, 1]], { customerPhone }),
    await shop.cart([[limited.variantId, 1]], { customerPhone }),
    await shop.cart([[scarce.variantId, 1]]),
    changed,
    await shop.cart([[gone.variantId, 1]]),
    await shop.cart([[gone.variantId, 1]]),
    await shop.cart([[usual, 1]]),
  ]
  const outcomes = await placeOrders(shop.context, batch.map(placementOf))
  assert.deepEqual(
    outcomes.map((outcome) => ('value' in outcome ? 'placed' : (outcome.error as { code: string }).code)),
    ['placed', 'SALE_LIMIT_REACHED', 'placed', 'PRICE_CHANGED', 'placed', 'OUT_OF_STOCK', 'placed'],
  )
})
