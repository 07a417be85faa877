import assert from 'node:assert/strict'
import { after, before, beforeEach } from 'node:test'
import type { BookingCourier, CourierBooking } from '@dhakacart/contract/console-couriers.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import type { FaultName } from '@dhakacart/simulator/src/provider-faults.ts'
import { startTestSimulator, type TestSimulator, testKeys } from '@dhakacart/simulator/src/testing/test-simulator.ts'
import { sql } from 'kysely'
import { assertLedgerAddsUp } from '../../orders/testing/ledger.ts'
import { placeOrder } from '../../testing/placed-order.ts'
import { signInAsStaff } from '../../testing/staff.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'
import type { Courier } from '../courier.ts'
import { type CourierHttp, createCourierHttp } from '../courier-http.ts'
import { workOnce } from '../couriers.jobs.ts'
import { createPathao } from '../pathao.ts'
import { readNextList } from '../places.service.ts'
import { createSteadfast } from '../steadfast.ts'

/** As in the shop: a busy machine is slow, not wrong. A courier that is silent is found out by the closed connection. */
const timeoutMs = 15_000
/** Below the simulator's 200 ms of slowness. */
const impatienceMs = 80
/** How long a token of Pathao's is good. */
const tokenMs = 432_000_000

type Settings = {
  /** Where the shop's clock stands until a test sets it; absent: it goes. */
  clockAt?: Date
}

/** The shop, the couriers' simulator and two of the staff, for one test file. */
function useRunningShop({ clockAt }: Settings) {
  const running: {
    api?: TestApi
    simulator?: TestSimulator
    warehouse?: Awaited<ReturnType<typeof signInAsStaff>>
    manager?: Awaited<ReturnType<typeof signInAsStaff>>
  } = {}
  const couriers = new Map<BookingCourier, Courier>()
  const places = { upazilaId: 0, otherUpazilaId: 0, variantId: 0 }
  const patience: { longestMs?: number } = {}
  const api = () => running.api as TestApi
  const simulator = () => running.simulator as TestSimulator
  const courier = (name: BookingCourier) => couriers.get(name) as Courier

  /** Again, where the shop's clock went on and sessions ended. */
  async function signIn() {
    running.warehouse = await signInAsStaff(api(), 'warehouse')
    running.manager = await signInAsStaff(api(), 'manager')
  }

  /** Strikes the next request to the courier, which is made by `ask`; the shop does not wait for a slow answer. */
  async function struck<T>(name: BookingCourier, fault: FaultName, ask: () => Promise<T>): Promise<T> {
    const { faults, clock } = simulator().simulator
    // A token that was granted is used for days.
    if (fault === 'token_limited') clock.advance(tokenMs)
    faults.addNext(name, fault, 1)
    if (fault === 'slow') patience.longestMs = impatienceMs
    try {
      return await ask()
    } finally {
      delete patience.longestMs
    }
  }

  before(async () => {
    running.api = await startTestApi({ settings: { couriers } })
    await api().app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = api().app.server.address() as { port: number }
    running.simulator = await startTestSimulator({ webhookOrigin: `http://127.0.0.1:${port}` })
    const { origin } = simulator()
    const patient = createCourierHttp(origin, timeoutMs)
    const http: CourierHttp = (request) =>
      patient(patience.longestMs === undefined ? request : { ...request, timeoutMs: patience.longestMs })
    couriers.set('steadfast', createSteadfast({ baseUrl: `${origin}/steadfast/api/v1`, ...testKeys.steadfast }, http))
    couriers.set('pathao', createPathao({ baseUrl: `${origin}/pathao`, ...testKeys.pathao }, http))
    const { insideDhakaUpazilaId, outsideDhakaUpazilaId } = await addPlaces(api().db)
    places.upazilaId = insideDhakaUpazilaId
    places.otherUpazilaId = outsideDhakaUpazilaId
    places.variantId = (await addProduct(api().db, { stock: 500 })).variantId
    if (clockAt !== undefined) await useSimulatedClock(api().db, clockAt)
    await signIn()
  })
  beforeEach(() => {
    simulator().simulator.faults.clear()
    simulator().simulator.clock.advance(60_001)
  })
  after(async () => {
    await assertLedgerAddsUp(api().db)
    await simulator().stop()
    await api().drop()
  })

  const staff = () => running.warehouse as NonNullable<typeof running.warehouse>
  const manager = () => running.manager as NonNullable<typeof running.manager>
  return { api, simulator, courier, staff, manager, places, signIn, struck }
}

/** A shop with both simulated couriers, a warehouse person, and a worker that takes one step when told. */
export function useCourierShop(settings: Settings = {}) {
  const running = useRunningShop(settings)
  const { api, simulator, courier, staff, places } = running
  let count = 0

  /** A packed order of one unit, paid at the door. */
  async function packedOrder(upazilaId = places.upazilaId) {
    const customerPhone = `0171${String(++count).padStart(7, '0')}`
    const order = await placeOrder(api(), upazilaId, [[places.variantId, 1]], { customerPhone })
    const body = { version: order.version, units: [] }
    const answer = await staff().send('POST', `/api/console/orders/${order.id}/pack`, body)
    assert.equal(answer.statusCode, 200, answer.body)
    return order
  }

  async function promise(name: BookingCourier, ...orderIds: number[]) {
    const body = { courier: name, orders: orderIds.map((id) => ({ id })) }
    const answer = await staff().send('POST', '/api/console/couriers/bookings', body)
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json().results as { orderId: number; booking: CourierBooking | null; code: string | null }[]
  }

  const work = (name: BookingCourier) => workOnce(api().db, courier(name), 0)

  async function isDue(name: BookingCourier): Promise<boolean> {
    const { rows } = await sql`
      select from courier_bookings
      where courier = ${name} and state in ('queued', 'booked', 'unknown') and next_look_at <= shop_now() limit 1`.execute(
      api().db,
    )
    return rows.length > 0
  }

  /** Everything that is due, so that what a test waits for is not behind what an earlier one left. */
  async function workOff(name: BookingCourier) {
    // What somebody locks in the same moment is passed over by a round, and is still due.
    for (let round = 0; round < 50; round += 1) if ((await work(name)) === 0 && !(await isDue(name))) return
    throw new Error(`${name} has endless work.`)
  }

  /** The worker reads every list of Pathao's places that is due, as many as there are. */
  async function readLists() {
    for (let round = 0; round < 200; round += 1) {
      // Its limit of requests in a minute is not what is tested.
      simulator().simulator.clock.advance(2_000)
      if (!(await readNextList(api().db, courier('pathao')))) return
    }
    throw new Error('Pathao has endless lists.')
  }

  /** The worker looks at it now, whatever it had planned. */
  async function lookNow(bookingId: number) {
    await sql`update courier_bookings set next_look_at = shop_now() where id = ${bookingId}`.execute(api().db)
    await workOff((await read(bookingId)).courier)
  }

  async function read(bookingId: number): Promise<CourierBooking> {
    const { bookings } = (await staff().send('GET', '/api/console/couriers/bookings?limit=100')).json()
    return bookings.find(({ id }: CourierBooking) => id === bookingId)
  }

  async function stateOf(orderId: number): Promise<string> {
    const row = await api().db.selectFrom('orders').select('state').where('id', '=', orderId).executeTakeFirstOrThrow()
    return row.state
  }

  /** A packed order that was booked, or whatever the fault makes of it. */
  async function book(name: BookingCourier, fault?: FaultName, upazilaId = places.upazilaId) {
    const order = await packedOrder(upazilaId)
    await workOff(name)
    if (fault !== undefined) simulator().simulator.faults.addNext(name, fault, 1)
    const [result] = await promise(name, order.id)
    await work(name)
    return { order, booking: await read(result?.booking?.id ?? 0) }
  }

  /** What the courier has of an order's parcel. */
  const parcelsOf = (orderNumber: string) =>
    simulator()
      .simulator.records.list('consignment')
      .filter(({ reference }) => reference.startsWith(`${orderNumber}-`))

  async function moveParcel(consignmentId: string | null, status: string) {
    const url = `/control/consignments/${consignmentId}/status`
    const answer = await simulator().app.inject({ method: 'POST', url, payload: { status } })
    assert.equal(answer.statusCode, 200, answer.body)
  }

  return {
    ...running,
    packedOrder,
    promise,
    work,
    workOff,
    readLists,
    lookNow,
    read,
    stateOf,
    book,
    parcelsOf,
    moveParcel,
  }
}
