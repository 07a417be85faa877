import assert from 'node:assert/strict'
import { test } from 'node:test'
import { useDoorShop } from './testing/door-shop.ts'

const shop = useDoorShop()
const { book, moveParcel, lookNow, balances, step, broughtBy, deliveredByCourier, receive, moneyOf, importRows } = shop

test('a file of the courier settles what it owes: right, short and over; what it names twice or nobody knows is not booked', async () => {
  const [right, short, over] = [await deliveredByCourier(), await deliveredByCourier(), await deliveredByCourier()]
  const taka = right.order.totalPaisa / 100
  const rows = [
    [right.booking.consignmentId, taka, 60],
    [short.booking.reference, taka - 100, 60],
    [over.booking.consignmentId, taka + 100, 60],
    ['no-such-parcel', 500, 60],
    [right.booking.reference, taka, 60],
  ]
  assert.deepEqual(await balances(right.order), { 'courier:steadfast': taka * 100, order: -taka * 100 })
  const dry = await importRows(rows, true)
  assert.deepEqual(await balances(right.order), { 'courier:steadfast': taka * 100, order: -taka * 100 })
  const [first, second] = await Promise.all([importRows(rows), importRows(rows)])
  const bookedPaisa = (3 * taka - 180) * 100
  assert.deepEqual(
    [dry, first, second].map(({ settlement }) => settlement.bookedPaisa),
    [bookedPaisa, bookedPaisa, bookedPaisa],
  )
  const base = { courier_fees: 6_000, order: -taka * 100 }
  assert.deepEqual(await balances(right.order), { cash: (taka - 60) * 100, ...base })
  assert.deepEqual(await balances(short.order), { cash: (taka - 160) * 100, courier_differences: 10_000, ...base })
  assert.deepEqual(await balances(over.order), { cash: (taka + 40) * 100, courier_differences: -10_000, ...base })
  const { receivable } = await moneyOf(right.order)
  assert.deepEqual([receivable?.settlementId, receivable?.feePaisa], [first.settlement.id, 6_000])
  assert.equal((await receive(right.order, taka * 100)).json().code, 'RECEIVABLE_SETTLED')
})

test('a file that comes before the delivery is known owes nothing afterwards, whichever is first', async () => {
  for (const isAtOnce of [false, true]) {
    const { order, booking } = await book('steadfast')
    await moveParcel(booking.consignmentId, 'delivered')
    const rows = [[booking.consignmentId, order.totalPaisa / 100, 60]]
    if (isAtOnce) await Promise.all([importRows(rows), lookNow(booking.id)])
    else {
      assert.equal((await importRows(rows)).rows[0]?.verdict, 'not_delivered')
      assert.deepEqual(await balances(order), {
        cash: order.totalPaisa - 6_000,
        courier_fees: 6_000,
        'courier:steadfast': -order.totalPaisa,
      })
      await lookNow(booking.id)
    }
    assert.deepEqual(await balances(order), {
      cash: order.totalPaisa - 6_000,
      courier_fees: 6_000,
      order: -order.totalPaisa,
    })
    assert.notEqual((await moneyOf(order)).receivable?.settledAt, null)
    const again = await importRows([[booking.reference, order.totalPaisa / 100, 70]])
    assert.equal(again.rows[0]?.verdict, 'double')
  }
})

test('a refused parcel owes nothing, but what its courier kept; brought by hand and written down by hand, its file is a double', async () => {
  const refused = await book('steadfast')
  await moveParcel(refused.booking.consignmentId, 'cancelled')
  await lookNow(refused.booking.id)
  await importRows([[refused.booking.consignmentId, 0, 45]])
  assert.deepEqual(await balances(refused.order), { cash: -4_500, courier_fees: 4_500 })
  assert.equal((await moneyOf(refused.order)).receivable, null)
  const { statusCode, body } = await receive(refused.order, 100)
  assert.deepEqual([statusCode, JSON.parse(body).code], [404, 'RECEIVABLE_NOT_FOUND'])
  const failed = await broughtBy('own', 'delivery_failed')
  await step(failed, 'delivery', { outcome: 'returned' })
  assert.deepEqual(await balances(failed), {})

  const { order, booking } = await deliveredByCourier()
  assert.equal((await receive(order, order.totalPaisa)).statusCode, 200)
  const file = await importRows([[booking.consignmentId, order.totalPaisa / 100, 0]])
  assert.deepEqual([file.rows[0]?.verdict, file.settlement.bookedPaisa], ['double', 0])
})

test('the fee of a parcel in one file and its money in the next are both booked', async () => {
  const { order, booking } = await book('steadfast')
  await importRows([[booking.consignmentId, 0, 60]])
  await moveParcel(booking.consignmentId, 'delivered')
  await lookNow(booking.id)
  const later = await importRows([[booking.consignmentId, order.totalPaisa / 100, 0]])
  assert.equal(later.rows[0]?.verdict, 'right')
  assert.deepEqual(await balances(order), {
    cash: order.totalPaisa - 6_000,
    courier_fees: 6_000,
    order: -order.totalPaisa,
  })
})
