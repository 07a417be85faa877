import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Overview } from '@dhakacart/contract/overview.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { sql } from 'kysely'
import { placeOrder } from '../testing/placed-order.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
before(async () => {
  api = await startTestApi()
})
after(() => api.drop())

test('the overview counts what was placed, waits, went wrong and ran out', async () => {
  const { insideDhakaUpazilaId } = await addPlaces(api.db)
  const viewer = await signInAsStaff(api, 'viewer')
  const read = async () => (await viewer.send('GET', '/api/console/overview')).json() as Overview
  const empty = await read()
  assert.deepEqual([empty.series.length, empty.today.orders, empty.waiting.toPack], [14, 0, 0])

  const { variantId } = await addProduct(api.db, { pricePaisa: 100_000, stock: 9 })
  await addProduct(api.db, { stock: 0 })
  await addProduct(api.db, { stock: 0, isPublished: false })
  const orders = []
  for (let index = 0; index < 4; index++) {
    const customerPhone = `0181000000${index}`
    orders.push(await placeOrder(api, insideDhakaUpazilaId, [[variantId, 1]], { customerPhone }))
  }
  const [, second, third, fourth] = orders.map(({ id }) => id)
  await sql`update orders set state = 'packed', placed_at = shop_now() - interval '50 hours' where id = ${second}`.execute(
    api.db,
  )
  await sql`update orders set state = 'cancelled' where id = ${third}`.execute(api.db)
  await sql`update orders set placed_at = shop_now() - interval '20 days' where id = ${fourth}`.execute(api.db)
  const [unpaid, shipped, failed] = [
    await placeOrder(api, insideDhakaUpazilaId, [[variantId, 1]], { customerPhone: '01810000010' }),
    await placeOrder(api, insideDhakaUpazilaId, [[variantId, 1]], { customerPhone: '01810000011' }),
    await placeOrder(api, insideDhakaUpazilaId, [[variantId, 1]], { customerPhone: '01810000012' }),
  ]
  await sql`update orders set state = 'pending_payment', hold_expires_at = shop_now() + interval '9 minutes' where id = ${unpaid.id}`.execute(
    api.db,
  )
  await sql`update orders set state = 'shipped', placed_at = shop_now() - interval '20 days' where id = ${shipped.id}`.execute(
    api.db,
  )
  await sql`update orders set state = 'delivery_failed', placed_at = shop_now() - interval '20 days' where id = ${failed.id}`.execute(
    api.db,
  )
  const overview = await read()
  // The unpaid one was placed, but nobody knows whether it is sold.
  assert.deepEqual([overview.today.orders, overview.today.totalPaisa], [2, 106_000])
  assert.deepEqual(overview.today, overview.series.at(-1))
  assert.deepEqual(overview.yesterday, overview.series.at(-2))
  assert.equal(
    overview.series.reduce((sum, { orders: count }) => sum + count, 0),
    3,
  )
  assert.deepEqual([overview.waiting.toPay, overview.waiting.toPack, overview.waiting.toShip], [1, 2, 1])
  // The one that was not delivered is a problem, and not on its way.
  assert.equal(overview.waiting.onTheWay, 1)
  assert.deepEqual([overview.problems['late_to_ship'], overview.problems['delivery_failed']], [2, 1])
  assert.deepEqual([overview.soldOut, overview.nearlySoldOut], [1, 1])
})

test('days begin at midnight in Dhaka, fourteen of them, and what was cancelled or expired is no money', async () => {
  const own = await startTestApi()
  try {
    const upazilaId = (await addPlaces(own.db)).insideDhakaUpazilaId
    const viewer = await signInAsStaff(own, 'viewer')
    const { variantId } = await addProduct(own.db, { pricePaisa: 100_000, stock: 20 })
    const ids: number[] = []
    for (let index = 0; index < 8; index++) {
      const customerPhone = `0182000000${index}`
      ids.push((await placeOrder(own, upazilaId, [[variantId, 1]], { customerPhone })).id)
    }
    // Half past midnight of the 27th in Dhaka is still the 26th in Greenwich.
    await useSimulatedClock(own.db, new Date('2026-11-26T18:30:00Z'))
    const placedAt = [
      ['2026-11-26T18:00:00Z', 'confirmed'],
      ['2026-11-26T17:59:59Z', 'confirmed'],
      ['2026-11-26T17:00:00Z', 'cancelled'],
      ['2026-11-26T17:00:00Z', 'expired'],
      ['2026-11-13T18:00:00Z', 'delivered'],
      ['2026-11-13T17:59:59Z', 'delivered'],
      ['2026-11-25T18:00:00Z', 'packed'],
      ['2026-11-26T18:29:59Z', 'cancelled'],
    ] as const
    for (const [index, [at, state]] of placedAt.entries()) {
      await sql`update orders set state = ${state}, placed_at = ${at}::timestamptz where id = ${ids[index]}`.execute(
        own.db,
      )
    }
    const read = async () => (await viewer.send('GET', '/api/console/overview')).json() as Overview
    const { series, today, yesterday } = await read()
    assert.deepEqual(
      series.map(({ day }) => day),
      Array.from({ length: 14 }, (_, index) => `2026-11-${14 + index}`),
    )
    const day = (date: string, orders: number) => ({ day: date, orders, totalPaisa: orders * 106_000 })
    assert.deepEqual(today, day('2026-11-27', 1))
    assert.deepEqual(yesterday, day('2026-11-26', 2))
    assert.deepEqual(series[0], day('2026-11-14', 1), 'the second before belongs to a day that is no longer shown')
    assert.equal(
      series.reduce((sum, { orders }) => sum + orders, 0),
      4,
    )
    await setClock(own.db, new Date('2026-11-27T18:00:00Z'))
    const next = await read()
    assert.deepEqual([next.today, next.yesterday], [day('2026-11-28', 0), day('2026-11-27', 1)])
  } finally {
    await own.drop()
  }
})
