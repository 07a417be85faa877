import type {
  BookingCourier,
  BookingState,
  CourierBooking,
  ParcelLabel,
} from '@dhakacart/contract/console-couriers.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { OrderNotFound, OrderStateForbids, PaymentReviewOpen, VersionConflict } from '../errors.ts'
import { lockOrder } from '../orders/orders.service.ts'
import { whilePersonWaits } from '../outgoing/person-patience.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import * as bookings from './bookings.repository.ts'
import { bookableStates } from './called-off.ts'
import type { Courier, Couriers, ParcelName, ParcelNews } from './courier.ts'
import {
  BookedAfterAll,
  BookingNotFound,
  BookingStateForbids,
  ConsignmentUnknown,
  CourierMayStillBook,
  CourierUnavailable,
  ParcelOnItsWay,
} from './courier-errors.ts'
import { courierAddress, courierPhone } from './parcel-content.ts'
import * as parcels from './parcels.repository.ts'

const ordinaryWeightGrams = 500
/** More than any order was ever booked. */
const bookingsMax = 100
/** A courier that did not answer whether it has what a person says it has not is asked again so much later. */
const askAgainSeconds = 120

export type BookingRequest = { courier: BookingCourier; orderId: number; weightGrams?: number }

async function readBooking(db: Db, id: number): Promise<CourierBooking> {
  const [found] = await bookings.list(db, { ids: [id] }, null, 1)
  if (found === undefined) throw new BookingNotFound()
  return found
}

/**
 * Promises one booking; the worker asks the courier, so nothing here waits for anybody. An order that already has a parcel on its
 * way with this courier keeps it. Throws COURIER_UNAVAILABLE, ORDER_NOT_FOUND, ORDER_STATE_FORBIDS, PAYMENT_REVIEW_OPEN,
 * PARCEL_ON_ITS_WAY.
 */
export async function promiseBooking(
  db: Db,
  couriers: Couriers,
  staff: StaffIdentity,
  { courier, orderId, weightGrams = ordinaryWeightGrams }: BookingRequest,
): Promise<CourierBooking> {
  if (!couriers.has(courier)) throw new CourierUnavailable()
  const id = await inTransaction(db, async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order === null) throw new OrderNotFound()
    const contents = await parcels.readContents(tx, [orderId])
    const collectPaisa = contents.get(orderId)?.collectPaisa ?? 0
    const [alive] = (await bookings.list(tx, { order: orderId }, null, bookingsMax)).filter(
      ({ state }) => state !== 'refused' && state !== 'ended',
    )
    if (alive?.courier === courier && alive.calledOffAt === null) return alive.id
    if (alive !== undefined) throw new ParcelOnItsWay()
    if (!bookableStates.has(order.state)) throw new OrderStateForbids()
    if (order.needsPaymentReview) throw new PaymentReviewOpen()
    const made = { orderId, orderNumber: order.number, courier, weightGrams, collectPaisa, staffId: staff.id }
    const bookingId = await bookings.insert(tx, made)
    if (bookingId === null) throw new ParcelOnItsWay()
    const detail = { booking: bookingId, courier, weightGrams, collectPaisa }
    await audit.record(tx, staff, { action: 'couriers.booked', subject: `order:${orderId}`, detail })
    return bookingId
  })
  return readBooking(db, id)
}

export type Resolution = {
  id: number
  version: number
  outcome: 'not_booked' | 'booked' | 'ended'
  consignmentId?: string
}

/**
 * What a person learned of a booking that nobody answered, or that nothing more comes of one. A consignment is believed only when the
 * courier, asked, says that it carries our reference; that nothing was booked, only when the courier has surely finished with what it
 * was sent and does not, asked where it can be, have it. Safe to repeat.
 */
export async function resolve(
  db: Db,
  couriers: Couriers,
  staff: StaffIdentity,
  resolution: Resolution,
  patienceMs?: number,
): Promise<CourierBooking> {
  const { id, version, outcome } = resolution
  const before = await readBooking(db, id)
  const isAsked = before.state === 'unknown' && before.version === version
  const learned = isAsked ? await learn(db, couriers.get(before.courier), before, resolution, patienceMs) : null
  const wanted = learned?.state ?? (outcome === 'booked' ? 'booked' : 'ended')
  const isRefuted = outcome === 'not_booked' && wanted === 'booked'
  await inTransaction(db, async (tx) => {
    const booking = await bookings.lock(tx, id)
    if (booking === null) throw new BookingNotFound()
    const isOneLater = booking.version === version + 1
    // It became known in the same moment, by whoever asked.
    if (isOneLater && booking.state === 'booked' && outcome === 'not_booked') throw new BookedAfterAll()
    if (isOneLater && booking.state === wanted) return
    // What was learned is of the version that was read.
    if (booking.version !== version || before.version !== version)
      throw new VersionConflict({ details: { version: booking.version, state: booking.state } })
    if (!resolvable[outcome].has(booking.state)) throw new BookingStateForbids()
    await bookings.change(
      tx,
      id,
      [booking.state],
      learned ?? { state: 'ended', reason: outcome, nextLookSeconds: null },
    )
    if (isRefuted) return
    const detail = { booking: id, outcome, from: booking.state }
    await audit.record(tx, staff, { action: 'couriers.resolved', subject: `order:${booking.orderId}`, detail })
  })
  if (isRefuted) throw new BookedAfterAll()
  return readBooking(db, id)
}

/** States that each outcome may be said of. */
const resolvable: Readonly<Record<Resolution['outcome'], ReadonlySet<BookingState>>> = {
  not_booked: new Set(['unknown']),
  booked: new Set(['unknown']),
  ended: new Set(['booked', 'surplus']),
}

/** What becomes of an unknown booking by what a person says and what its courier, asked about that, answers; null: nothing. */
async function learn(
  db: Db,
  courier: Courier | undefined,
  booking: CourierBooking,
  { outcome, consignmentId }: Resolution,
  patienceMs: number | undefined,
): Promise<bookings.Change | null> {
  if (outcome === 'ended') return null
  const known = { state: 'booked', reason: null, nextLookSeconds: 0 } as const
  if (outcome === 'booked') {
    const courierStatus = await askAboutConsignment(courier, booking, consignmentId, patienceMs)
    return { ...known, consignmentId: consignmentId ?? null, courierStatus }
  }
  const secondsOpen = await bookings.readSecondsOpen(db, booking.id)
  if (secondsOpen > 0) throw new CourierMayStillBook({ retryAfterSeconds: Math.ceil(secondsOpen) })
  const { reference } = booking
  const hinted = courier?.findsByReference ? null : await bookings.readHint(db, booking.id)
  const over = { state: 'ended', reason: bookings.notBooked } as const
  // Only a person can find out.
  if (courier === undefined || (hinted === null && !courier.findsByReference)) return { ...over, nextLookSeconds: null }
  const news = await askInTime(courier, { reference, consignmentId: hinted }, patienceMs)
  if (news.kind === 'no_answer') return { ...over, nextLookSeconds: askAgainSeconds }
  if (!isOurs(courier, booking, news)) return { ...over, nextLookSeconds: null }
  return { ...known, consignmentId: hinted, courierStatus: news.status }
}

async function askAboutConsignment(
  courier: Courier | undefined,
  { reference }: CourierBooking,
  consignmentId: string | undefined,
  patienceMs: number | undefined,
): Promise<string> {
  if (courier === undefined) throw new CourierUnavailable()
  if (consignmentId === undefined) throw new ConsignmentUnknown()
  const news = await askInTime(courier, { reference, consignmentId }, patienceMs)
  if (news.kind === 'no_answer') throw new CourierUnavailable()
  if (!isOurs(courier, { reference }, news)) throw new ConsignmentUnknown()
  return news.status
}

/** Pathao may want a token first, and a newer one after that: four requests, of which a person waits for none to its end. */
function askInTime(courier: Courier, name: ParcelName, patienceMs: number | undefined): Promise<ParcelNews> {
  const tooLate = (): ParcelNews => ({ kind: 'no_answer', reason: 'timeout' })
  return whilePersonWaits(courier.readStatus(name), { tooLate, patienceMs })
}

/** Steadfast does not say whose a consignment is; asked by the reference it answers for ours alone. */
function isOurs(
  courier: Courier,
  { reference }: Pick<CourierBooking, 'reference'>,
  news: ParcelNews,
): news is Extract<ParcelNews, { kind: 'status' }> {
  return (
    news.kind === 'status' && (news.reference === reference || (news.reference === null && courier.findsByReference))
  )
}

/** What stands on the labels of bookings that are alive and wanted, in the order of the ids. */
export async function readLabels(db: Db, ids: readonly number[]): Promise<ParcelLabel[]> {
  const found = await bookings.list(db, { ids }, null, ids.length)
  const orderIds = found.map(({ orderId }) => orderId)
  const contents = await parcels.readContents(db, orderIds)
  return found.toReversed().flatMap((booking) => {
    const content = contents.get(booking.orderId)
    const isOver = booking.state === 'refused' || booking.state === 'ended'
    if (content === undefined || isOver || booking.calledOffAt !== null) return []
    return [
      {
        bookingId: booking.id,
        courier: booking.courier,
        orderNumber: booking.orderNumber,
        code: booking.consignmentId ?? booking.reference,
        recipientName: content.customerName,
        recipientPhone: courierPhone(content.customerPhone),
        address: courierAddress(content),
        collectPaisa: booking.collectPaisa,
        itemCount: content.itemCount,
        weightGrams: booking.weightGrams,
        note: content.note,
      },
    ]
  })
}
