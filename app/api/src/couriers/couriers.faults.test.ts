import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import {
  type BookingCourier,
  bookingCouriers,
  type CourierBooking,
} from '@dhakacart/contract/console-couriers.schema.ts'
import { setClock } from '@dhakacart/database/testing/set-clock.ts'
import { type FaultName, faultNames, faultsOf, isCallFault } from '@dhakacart/simulator/src/provider-faults.ts'
import { until } from '@dhakacart/simulator/src/testing/test-simulator.ts'
import { assertMoneyAddsUp } from '../payments/testing/money.ts'
import { useCourierShop } from './testing/courier-shop.ts'

/**
 * How a parcel fares whose courier has a fault: what stands of its booking after the worker's first round and three minutes later,
 * where its order is twenty seconds after the courier took it and after it brought it to the door, and what it says four hours later.
 * Whatever is unknown after three minutes a person then asks the courier about. In the end it is delivered, as one parcel.
 */
type Life = readonly [sent: string, known: string, taken: string, brought: string, end: string]

const smooth: Life = ['booked', 'booked', 'shipped', 'delivered', 'delivered']
/** Only asking tells, each half hour. */
const untold: Life = ['booked', 'booked', 'packed', 'packed', 'delivered']
/** Certainly not booked, so the worker sends it again; the struck question after the first webhook is asked again later. */
const later = (reason: string): Life => [`queued: ${reason}`, 'booked', 'packed', 'delivered', 'delivered']
/** Steadfast knows no parcel of our reference. Pathao cannot be asked. A person says that there is none, and books anew. */
const notBooked = (reason: string, known: string): Life => [
  `unknown: ${reason}`,
  `unknown: ${known}`,
  'packed',
  'delivered',
  'delivered',
]

// What is no cell but a sentence cannot happen there.
const noToken = 'has no token'
const noApproval = 'approves nothing'
const noLists = 'has no lists of places'
const elsewhere = 'strikes no parcel: couriers.places.test.ts'

/** Faults of a call strike the booking and the question after the first webhook; others the whole parcel. */
const lives: Partial<Record<FaultName, Record<BookingCourier, Life | string>>> = {
  unreachable: {
    pathao: notBooked('und_err_socket', 'und_err_socket'),
    steadfast: notBooked('und_err_socket', 'not_found'),
  },
  down: { pathao: notBooked('http_503', 'http_503'), steadfast: notBooked('http_503', 'not_found') },
  slow: {
    pathao: ['unknown: timeout', 'booked', 'packed', 'delivered', 'delivered'],
    steadfast: ['unknown: timeout', 'booked', 'packed', 'delivered', 'delivered'],
  },
  rate_limited: { pathao: later('http_429'), steadfast: later('http_429') },
  token_limited: { pathao: later('token_http_429'), steadfast: noToken },
  // Fetched anew, once, and nobody notices.
  token_expired: { pathao: smooth, steadfast: noToken },
  timeout_after_success: {
    pathao: ['unknown: und_err_socket', 'booked', 'shipped', 'delivered', 'delivered'],
    steadfast: ['unknown: und_err_socket', 'booked', 'shipped', 'delivered', 'delivered'],
  },
  // A courier that has forgotten a parcel is asked on and on, and a person sees it stand still.
  query_forgets: {
    pathao: ['booked', 'booked: not_found', 'packed', 'packed', 'packed'],
    steadfast: ['booked', 'booked', 'packed', 'packed', 'packed'],
  },
  status_never: { pathao: untold, steadfast: untold },
  status_late: { pathao: untold, steadfast: untold },
  status_duplicate: { pathao: smooth, steadfast: smooth },
  status_forged: { pathao: smooth, steadfast: smooth },
  status_reversed: {
    pathao: ['booked', 'booked', 'packed', 'delivered', 'delivered'],
    steadfast: ['booked', 'booked', 'packed', 'delivered', 'delivered'],
  },
  status_outdated: {
    pathao: ['booked', 'booked', 'packed', 'shipped', 'delivered'],
    steadfast: ['booked', 'booked', 'packed', 'shipped', 'delivered'],
  },
  status_undocumented: {
    pathao: ['booked', 'booked', 'packed', 'delivered', 'delivered'],
    steadfast: ['booked', 'booked', 'packed', 'delivered', 'delivered'],
  },
  approval_pending: { pathao: noApproval, steadfast: ['booked', 'booked', 'shipped', 'shipped', 'shipped'] },
  empty_list: { pathao: elsewhere, steadfast: noLists },
}

const moving = { pathao: 'Picked', steadfast: 'pending' } as const
const delivered = { pathao: 'Delivered', steadfast: 'delivered' } as const

let now = new Date()
const shop = useCourierShop({ clockAt: now })
const { api, simulator, staff, packedOrder, promise, work, workOff, read, stateOf, parcelsOf, moveParcel } = shop
beforeEach(async () => {
  await shop.signIn()
  // A token is there, so that what strikes the booking does not strike asking for one.
  await shop.courier('pathao').readStatus({ reference: '', consignmentId: 'DL-NONE' })
})
afterEach(() => assertMoneyAddsUp(api().db))

/** So many seconds pass for the shop and its courier, and every webhook that is due then has been answered. */
async function pass(seconds: number): Promise<void> {
  now = new Date(now.getTime() + seconds * 1_000)
  await setClock(api().db, now)
  const { clock, records } = simulator().simulator
  clock.advance(seconds * 1_000)
  await until('no webhook is due', () =>
    records.list('callback').every(({ isDone, dueAt }) => isDone || dueAt > clock.now() + 10),
  )
}

/** Two workers, always, so that neither does what the other did. */
const workTwice = (name: BookingCourier) => Promise.all([workOff(name), workOff(name)])

async function live(name: BookingCourier, fault: FaultName): Promise<Life> {
  const strike = (ask: () => Promise<unknown>) => (isCallFault(fault) ? shop.struck(name, fault, ask) : ask())
  const order = await packedOrder()
  if (!isCallFault(fault)) simulator().simulator.faults.addNext(name, fault, 1)
  const [promised] = await promise(name, order.id)
  const bookingId = promised?.booking?.id ?? 0
  await strike(() => Promise.all([work(name), work(name)]))
  const sent = wordsOf(await read(bookingId))
  if (fault === 'slow') await until('the slow courier has booked', () => parcelsOf(order.number).length > 0)
  for (let minute = 0; minute < 3; minute += 1) {
    await pass(60)
    await workTwice(name)
  }
  const known = wordsOf(await read(bookingId))
  assert.equal(await stateOf(order.id), 'packed')
  if (known.startsWith('unknown')) await settle(name, order, await read(bookingId))

  const [parcel, ...others] = parcelsOf(order.number)
  assert.deepEqual([parcel?.collectPaisa, others], [order.totalPaisa, []])
  await moveParcel(parcel?.id ?? null, moving[name])
  await pass(20)
  await strike(() => workTwice(name))
  const taken = await stateOf(order.id)
  await moveParcel(parcel?.id ?? null, delivered[name])
  await pass(20)
  await workTwice(name)
  const brought = await stateOf(order.id)
  for (let halfHour = 0; halfHour < 8; halfHour += 1) {
    await pass(1_800)
    await workTwice(name)
  }
  const end = await stateOf(order.id)

  await comeToItself(name, parcel?.id ?? null)
  await assertDeliveredOnce(order)
  return [sent, known, taken, brought, end]
}

function wordsOf({ state, reason }: CourierBooking): string {
  return reason === null ? state : `${state}: ${reason}`
}

/** A person asks the courier, which finds the parcel or has none; then it is booked anew. */
async function settle(
  name: BookingCourier,
  order: { id: number; number: string },
  { id, version }: CourierBooking,
): Promise<void> {
  const [found] = parcelsOf(order.number)
  const outcome = found === undefined ? { outcome: 'not_booked' } : { outcome: 'booked', consignmentId: found.id }
  const resolve = () => staff().send('POST', `/api/console/couriers/bookings/${id}/resolve`, { version, ...outcome })
  const answers = await Promise.all([resolve(), resolve()])
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200],
  )
  if (found === undefined) await promise(name, order.id)
  await workTwice(name)
}

/** Whatever the courier kept from us or let wait for approval, it now tells. */
async function comeToItself(name: BookingCourier, id: string | null): Promise<void> {
  const { records } = simulator().simulator
  const parcel = records.find('consignment', id ?? '')
  if (parcel !== null) records.put('consignment', { ...parcel, faults: [], status: delivered[name] })
  await pass(1_800)
  await workTwice(name)
}

async function assertDeliveredOnce({ id, number, totalPaisa }: { id: number; number: string; totalPaisa: number }) {
  const { db } = api()
  const steps = await db
    .selectFrom('orderTransitions')
    .select('toState')
    .where('orderId', '=', id)
    .orderBy('id')
    .execute()
  assert.deepEqual(steps.map(({ toState }) => toState).slice(-3), ['packed', 'shipped', 'delivered'])
  const shipments = await db.selectFrom('shipments').select('id').where('orderId', '=', id).execute()
  const owed = await db.selectFrom('receivables').select('duePaisa').where('orderId', '=', id).execute()
  const alive = await db.selectFrom('courierBookings').select('state').where('orderId', '=', id).execute()
  assert.deepEqual([parcelsOf(number).length, shipments.length, owed], [1, 1, [{ duePaisa: totalPaisa }]])
  assert.deepEqual(new Set(alive.map(({ state }) => state)), new Set(['ended']))
}

test('every fault that the simulator can play for a courier has its life above, and what is left out says why', () => {
  for (const fault of faultNames) {
    const cells = lives[fault]
    const owners = bookingCouriers.filter((name) => faultsOf(name).includes(fault))
    if (cells === undefined) assert.deepEqual(owners, [], fault)
    for (const name of cells === undefined ? [] : bookingCouriers) {
      const isLived = typeof cells?.[name] !== 'string'
      if (isLived) assert.ok(owners.includes(name), `${name} cannot play ${fault}`)
      else if (owners.includes(name)) assert.equal(cells?.[name], elsewhere, `${name} plays ${fault}`)
    }
  }
})

for (const [fault, cells] of Object.entries(lives) as [FaultName, Record<BookingCourier, Life | string>][]) {
  for (const name of bookingCouriers) {
    const expected = cells[name]
    if (typeof expected === 'string') continue
    test(`${name}, ${fault}: ${expected.join(' → ')}`, async () => {
      assert.deepEqual(await live(name, fault), expected)
    })
  }
}
