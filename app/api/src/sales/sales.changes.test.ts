import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Order } from '@dhakacart/contract/orders.schema.ts'
import { connectDatabase } from '@dhakacart/database/connect.ts'
import { addPlaces } from '@dhakacart/database/testing/fixtures.ts'
import type { SaleFixture } from '@dhakacart/database/testing/sale-fixture.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { placeOrders } from '../orders/orders.placement.ts'
import { assertLedgerAddsUp } from '../orders/testing/ledger.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { warmUp } from './sale-warming.ts'
import { codeOf, createSaleShop, placementOf, press, priceOf, running, salePaisa } from './testing/sale-shop.ts'

const later = new Date('2027-04-02T04:00:00Z')

let api: TestApi
let shop: ReturnType<typeof createSaleShop>

before(async () => {
  api = await startTestApi()
  await useSimulatedClock(api.db, running)
  shop = createSaleShop(api, (await addPlaces(api.db)).insideDhakaUpazilaId)
})
beforeEach(() => setClock(api.db, running))
after(async () => {
  await assertLedgerAddsUp(api.db)
  assert.deepEqual(await shop.findWrongCounts(), [])
  await api.drop()
})

test('carts with the variants of a sale in opposite order do not wait for each other in a circle while staff change it', async () => {
  const { id, variantIds } = await shop.sale({ count: 3, allotment: 1_000, stock: 1_000 })
  const manager = await signInAsStaff(api, 'manager')
  const url = `/api/console/sales/${id}`
  const orders = Array.from({ length: 12 }, (_, index) => {
    const lines = variantIds.map((variantId) => [variantId, 1] as const)
    return shop.cart(index % 2 === 0 ? lines : lines.toReversed())
  })
  const carts = await Promise.all(orders)
  const extend = async (): Promise<number[]> => {
    const statuses: number[] = []
    for (let round = 1; round <= 6; round++) {
      const { id: _, state: __, phase: ___, lines, figures: ____, ...content } = (await manager.send('GET', url)).json()
      const grown = lines.map(({ variantId, pricePaisa, allotment }: SaleFixture['lines'][number]) => ({
        variantId,
        pricePaisa,
        allotment: allotment + 1,
      }))
      statuses.push((await manager.send('PUT', url, { ...content, lines: grown })).statusCode)
    }
    return statuses
  }
  const [statuses, outcomes] = await Promise.all([
    extend(),
    Promise.all(carts.map((one) => placeOrders(shop.context, [placementOf(one)]))),
  ])
  assert.deepEqual(new Set(statuses), new Set([200]))
  assert.equal(outcomes.flat().filter((outcome) => 'value' in outcome).length, 12)
  assert.equal(await shop.takenOf(id, variantIds[0] ?? 0), 12)
})

test('a sale that is cancelled while it runs ends at once, and what was bought in it stays bought', async () => {
  const { id, variantId } = await shop.sale()
  const bought = await press(await shop.cart([[variantId, 1]]))
  const waiting = await shop.cart([[variantId, 1]])
  const manager = await signInAsStaff(api, 'manager')
  const { version } = (await manager.send('GET', `/api/console/sales/${id}`)).json()
  await manager.send('PUT', `/api/console/sales/${id}/state`, { version, state: 'cancelled' })
  assert.equal(codeOf(await press(waiting)), 'PRICE_CHANGED')
  const read = await api.inject({ url: `/api/orders/${(bought.json() as Order).token}` })
  assert.deepEqual([read.json().state, priceOf(read)], ['confirmed', salePaisa])
})

test('a usual price that falls below the one of the sale holds', async () => {
  const { id, variantId } = await shop.sale()
  await api.db.updateTable('variants').set({ pricePaisa: 300_000 }).where('id', '=', variantId).execute()
  assert.equal(priceOf(await press(await shop.cart([[variantId, 1]]))), 300_000)
  assert.equal(await shop.takenOf(id, variantId), 0)
})

test('staff see what of a sale is sold, held and left, and for how much; what went back is left again', async () => {
  const { id, variantId } = await shop.sale({ allotment: 10 })
  const sold = await press(await shop.cart([[variantId, 2]]))
  await placeOrders(shop.context, [placementOf(await shop.cart([[variantId, 3]], { paymentMethod: 'bkash' }))])
  const back = await press(await shop.cart([[variantId, 1]]))
  await api.inject({ method: 'POST', url: `/api/orders/${(back.json() as Order).token}/cancel` })
  assert.equal(sold.statusCode, 200)
  const viewer = await signInAsStaff(api, 'viewer')
  const answer = await viewer.send('GET', `/api/console/sales/${id}/figures`)
  assert.deepEqual(answer.json(), {
    orders: 2,
    lines: [{ variantId, allotment: 10, sold: 2, held: 3, left: 5, soldPaisa: 2 * salePaisa }],
  })
  assert.equal((await viewer.send('GET', '/api/console/sales/999999/figures')).statusCode, 404)
})

test('within its time before a sale a process opens its whole pool and reads what will be sold, and neither sooner nor later', async () => {
  const { id } = await shop.sale({ startsAt: new Date('2027-04-01T04:00:00Z'), endsAt: later, prewarmMinutes: 10 })
  const { url } = api.database
  const { db, pool } = connectDatabase({ url, poolSize: 6, applicationName: 'warming' }, () => undefined)
  let reads = 0
  const catalogue = { current: async () => void reads++ as never }
  const settings = { db, catalogue, poolSize: 6, log: createLog({ process: 'api', release: 'test', level: 'silent' }) }
  const at = async (instant: string) => {
    await setClock(api.db, new Date(instant))
    return warmUp(settings)
  }
  assert.deepEqual(await at('2027-04-01T03:49:59Z'), [])
  assert.deepEqual([reads, pool.totalCount], [0, 1])
  assert.deepEqual(await at('2027-04-01T03:50:00Z'), [id])
  assert.deepEqual([reads, pool.totalCount], [1, 6])
  assert.deepEqual(await at('2027-04-01T04:00:00Z'), [])
  await pool.end()
  assert.deepEqual(await warmUp(settings), [], 'with the database away nothing fails')
})
