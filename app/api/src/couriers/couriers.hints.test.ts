import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { sql } from 'kysely'
import * as bookings from './bookings.repository.ts'
import { workOnce } from './couriers.jobs.ts'
import { useCourierShop } from './testing/courier-shop.ts'

const shop = useCourierShop()
const { api, simulator, courier, work, workOff, lookNow, book, parcelsOf, moveParcel, stateOf } = shop

/** As the courier's webhook says it; the simulator's own comes too, some time. */
async function tell(consignmentId: string | null, reference: string) {
  const payload = { consignment_id: consignmentId, merchant_order_id: reference }
  const answer = await api().inject({ method: 'POST', url: '/api/couriers/pathao/webhook', payload })
  assert.equal(answer.statusCode, 202, answer.body)
}

/** Seconds until the worker looks again; null: not by itself. */
async function nextLookIn(id: number): Promise<number | null> {
  const { rows } = await sql<{ seconds: number | null }>`
    select extract(epoch from next_look_at - shop_now())::double precision as seconds
    from courier_bookings where id = ${id}`.execute(api().db)
  return rows[0]?.seconds ?? null
}

const makeDue = (id: number) =>
  sql`update courier_bookings set next_look_at = shop_now() where id = ${id}`.execute(api().db)

function assertSoon(seconds: number | null): void {
  assert.ok(seconds !== null && seconds <= 20, `looks again in ${seconds} s`)
}

/** A parcel that the courier was asked about a while ago, so that a webhook makes it due at once. */
async function parcelUnderWay() {
  // No webhook of the simulator's: each one here is told by hand, at the moment that is tested.
  const { order, booking } = await book('pathao', 'status_never')
  await sql`update courier_bookings set looked_at = looked_at - interval '1 minute' where id = ${booking.id}`.execute(
    api().db,
  )
  return { order, booking, told: () => tell(booking.consignmentId, booking.reference) }
}

test('news told while the courier is being asked for older news is asked for at once, and not forgotten', async () => {
  const { order, booking, told } = await parcelUnderWay()
  await moveParcel(booking.consignmentId, 'Picked')
  await told()
  const pathao = courier('pathao')
  const slow = {
    ...pathao,
    async readStatus(parcel: Parameters<typeof pathao.readStatus>[0]) {
      const news = await pathao.readStatus(parcel)
      await moveParcel(booking.consignmentId, 'Delivered')
      await told()
      return news
    },
  }
  await workOnce(api().db, slow, 0)
  assert.equal(await stateOf(order.id), 'shipped')
  assertSoon(await nextLookIn(booking.id))
  await lookNow(booking.id)
  assert.equal(await stateOf(order.id), 'delivered')
})

test('two webhooks in the same moment make one look, which sees what both told', async () => {
  const { order, booking, told } = await parcelUnderWay()
  await moveParcel(booking.consignmentId, 'Picked')
  await moveParcel(booking.consignmentId, 'Delivered')
  await Promise.all([told(), told()])
  await workOff('pathao')
  assert.deepEqual([await stateOf(order.id), await nextLookIn(booking.id)], ['delivered', null])
})

test('a courier that refuses the question after its webhook is asked again soon, later and later, then as usual', async () => {
  const { order, booking, told } = await parcelUnderWay()
  await moveParcel(booking.consignmentId, 'Picked')
  const minutesAgo = async (minutes: number) => {
    await makeDue(booking.id)
    await sql`update courier_bookings set hinted_at = shop_now() - make_interval(mins => ${minutes}) where id = ${booking.id}`.execute(
      api().db,
    )
    simulator().simulator.faults.addNext('pathao', 'down', 1)
    await work('pathao')
    return Math.round(((await nextLookIn(booking.id)) ?? 0) / 60)
  }
  await told()
  simulator().simulator.faults.addNext('pathao', 'down', 1)
  await work('pathao')
  assertSoon(await nextLookIn(booking.id))
  assert.deepEqual([await minutesAgo(4), await minutesAgo(600)], [4, 30])
  await lookNow(booking.id)
  assert.equal(await stateOf(order.id), 'shipped')
})

test('a worker that died while it asked keeps news back for two minutes, not for half an hour', async () => {
  const { booking, told } = await parcelUnderWay()
  await told()
  const claimed = await bookings.claimToAsk(api().db, 'pathao')
  assert.equal(claimed?.id, booking.id)
  assert.ok(((await nextLookIn(booking.id)) ?? Number.POSITIVE_INFINITY) <= 120)
})

test('a consignment told while the worker finds that it cannot ask about an unknown booking is asked about', async () => {
  const { order, booking } = await book('pathao', 'timeout_after_success')
  await makeDue(booking.id)
  const asked = await bookings.claimToAsk(api().db, 'pathao')
  assert.equal(asked?.id, booking.id)
  await tell(parcelsOf(order.number)[0]?.id ?? '', booking.reference)
  await bookings.change(api().db, booking.id, ['unknown'], { state: 'unknown', nextLookSeconds: null })
  assertSoon(await nextLookIn(booking.id))
})

test('a settlement that is being imported keeps no parcel that it names from being asked for', async () => {
  const { booking } = await parcelUnderWay()
  await makeDue(booking.id)
  await inTransaction(api().db, async (tx) => {
    // What the row of a settlement locks of the booking that it names.
    await sql`select from courier_bookings where id = ${booking.id} for key share`.execute(tx)
    assert.equal((await bookings.claimToAsk(api().db, 'pathao'))?.id, booking.id)
  })
})
