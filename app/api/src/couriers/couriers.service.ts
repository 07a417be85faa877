import type { BookingCourier, CourierBooking, ParcelLabel } from '@dhakacart/contract/console-couriers.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import {
  BookingNotFound,
  BookingStateForbids,
  ConsignmentUnknown,
  CourierUnavailable,
  OrderNotFound,
  OrderStateForbids,
  ParcelOnItsWay,
  PaymentReviewOpen,
  VersionConflict,
} from '../errors.ts'
import { lockOrder } from '../orders/orders.service.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import * as bookings from './bookings.repository.ts'
import { bookableStates } from './called-off.ts'
import type { Courier, Couriers } from './courier.ts'
import { courierAddress, courierPhone } from './parcel-content.ts'
import * as parcels from './parcels.repository.ts'

const ordinaryWeightGrams = 500

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
    const [alive] = (await bookings.list(tx, { order: orderId }, null, 1)).filter(
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
 * What a person learned of a booking that nobody answered, or that nothing more comes of one. A consignment is believed only
 * when the courier, asked, says that it carries our reference. Safe to repeat.
 */
export async function resolve(
  db: Db,
  couriers: Couriers,
  staff: StaffIdentity,
  resolution: Resolution,
): Promise<CourierBooking> {
  const { id, version, outcome, consignmentId } = resolution
  const before = await readBooking(db, id)
  const allowed = outcome === 'ended' ? (['booked', 'unknown'] as const) : (['unknown'] as const)
  let told: string | null = null
  if (outcome === 'booked' && before.state === 'unknown') {
    told = await askAboutConsignment(couriers.get(before.courier), before, consignmentId)
  }
  await inTransaction(db, async (tx) => {
    const booking = await bookings.lock(tx, id)
    if (booking === null) throw new BookingNotFound()
    const wanted = outcome === 'booked' ? 'booked' : 'ended'
    if (booking.version === version + 1 && booking.state === wanted) return
    if (booking.version !== version)
      throw new VersionConflict({ details: { version: booking.version, state: booking.state } })
    if (!(allowed as readonly string[]).includes(booking.state)) throw new BookingStateForbids()
    if (outcome === 'booked') {
      await bookings.change(tx, id, ['unknown'], {
        state: 'booked',
        consignmentId: consignmentId ?? null,
        courierStatus: told,
        reason: null,
        nextLookSeconds: 0,
      })
    } else {
      await bookings.change(tx, id, allowed, { state: 'ended', reason: outcome, nextLookSeconds: null })
    }
    const detail = { booking: id, outcome, from: booking.state }
    await audit.record(tx, staff, { action: 'couriers.resolved', subject: `order:${booking.orderId}`, detail })
  })
  return readBooking(db, id)
}

async function askAboutConsignment(
  courier: Courier | undefined,
  { reference }: CourierBooking,
  consignmentId: string | undefined,
): Promise<string> {
  if (courier === undefined) throw new CourierUnavailable()
  if (consignmentId === undefined) throw new ConsignmentUnknown()
  const news = await courier.readStatus({ reference, consignmentId })
  if (news.kind === 'no_answer') throw new CourierUnavailable()
  // Steadfast does not say whose a consignment is; asked by the reference it answers for ours alone.
  const isOurs =
    news.kind === 'status' && (news.reference === reference || (news.reference === null && courier.findsByReference))
  if (!isOurs) throw new ConsignmentUnknown()
  return news.status
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
