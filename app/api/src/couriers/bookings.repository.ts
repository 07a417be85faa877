import type {
  BookingCourier,
  BookingState,
  CourierBooking,
  ParcelState,
} from '@dhakacart/contract/console-couriers.schema.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

/** A booking as the worker needs it. */
export type Booking = {
  id: number
  orderId: number
  courier: BookingCourier
  reference: string
  state: BookingState
  weightGrams: number
  collectPaisa: number
  consignmentId: string | null
  trackingCode: string | null
  courierStatus: string | null
  parcelState: ParcelState | null
  reason: string | null
  tries: number
  /** Since when its order does not want it, though the courier has it or perhaps has it; null: it does. */
  calledOffAt: string | null
  version: number
}

const columns = sql`id, order_id, courier, reference, state, weight_grams, collect_paisa, consignment_id, tracking_code,
  courier_status, parcel_state, reason, tries, called_off_at, version`

/**
 * Promises a booking of an order under a reference of its own; null when one is alive already. Steps of the same order are
 * serialised by its lock.
 */
export async function insert(
  tx: Tx,
  booking: {
    orderId: number
    orderNumber: string
    courier: BookingCourier
    weightGrams: number
    collectPaisa: number
    staffId: number
  },
): Promise<number | null> {
  const result = await sql<{ id: number }>`
    insert into courier_bookings (order_id, courier, reference, weight_grams, collect_paisa, booked_by)
    select ${booking.orderId}::bigint, ${booking.courier},
           ${booking.orderNumber} || '-' || (select count(*) + 1 from courier_bookings where order_id = ${booking.orderId}),
           ${booking.weightGrams}, ${booking.collectPaisa}, ${booking.staffId}
    on conflict (order_id) where state in ('queued', 'sending', 'booked', 'unknown') do nothing
    returning id`.execute(tx)
  return result.rows[0]?.id ?? null
}

/**
 * Takes what is to be sent next, and says so before anybody is asked: many that were never tried, when there are at least
 * `from` of them, else one. None when nothing is due. What was tried before goes alone, so that it can spoil nothing twice.
 */
export async function claimToSend(
  db: Db,
  courier: BookingCourier,
  { from, most }: { from: number; most: number },
): Promise<Booking[]> {
  const result = await sql<Booking>`
    with due as (
      select id, tries, next_look_at from courier_bookings
      where courier = ${courier} and state = 'queued' and next_look_at <= shop_now()
      order by next_look_at, id limit ${most} for no key update skip locked
    ), many as (
      select id from due where tries = 0 and (select count(*) from due where tries = 0) >= ${from}
    ), one as (
      select id from due where not exists (select from many) order by next_look_at, id limit 1
    )
    update courier_bookings set state = 'sending', tries = tries + 1, looked_at = shop_now(), sent_at = shop_now(),
           next_look_at = shop_now() + interval '2 minutes', updated_at = shop_now(), version = version + 1
    where id in (select id from many union all select id from one) and state = 'queued'
    returning ${columns}`.execute(db)
  return result.rows
}

/**
 * Whoever claimed it is about to send it now; false when it was silent for so long that the claim is given up, and then it must not be
 * sent: a person may have booked the order anew.
 */
export async function renewClaim(tx: Tx, { id, tries }: Pick<Booking, 'id' | 'tries'>): Promise<boolean> {
  const result = await sql`
    update courier_bookings set sent_at = shop_now(), next_look_at = shop_now() + interval '2 minutes'
    where id = ${id} and state = 'sending' and tries = ${tries}`.execute(tx)
  return result.numAffectedRows === 1n
}

/** A booking whose worker died while it asked: perhaps booked. Returns how many there were. */
export async function giveUpSending(db: Db, courier: BookingCourier): Promise<number> {
  const result = await sql`
    update courier_bookings set state = 'unknown', reason = 'interrupted', next_look_at = shop_now(),
           updated_at = shop_now(), version = version + 1
    where courier = ${courier} and state = 'sending' and next_look_at <= shop_now()`.execute(db)
  return Number(result.numAffectedRows ?? 0n)
}

/** A booking to be asked for; `hintAgeSeconds`: how long ago a webhook named it last, null when none did. */
export type AskedBooking = Booking & { hintAgeSeconds: number | null }

/** What a person says of a booking that its courier has not, and why it is then over. */
export const notBooked = 'not_booked'

/** A person said that it was not booked, and its courier may say otherwise some day; the booking is `b`. */
const isSaidNotBooked = sql`(b.state = 'ended' and b.reason = ${notBooked})`
/** A parcel in one of these may be asked about, and a webhook makes that sooner. */
export const askedStates: ReadonlySet<BookingState> = new Set(['booked', 'unknown', 'surplus'])
const isAskedAbout = sql`(b.state = any (${[...askedStates]}) or ${isSaidNotBooked})`

/**
 * Takes the next booking whose parcel is to be asked for; nobody else asks, unless this worker says nothing for two minutes. Its lock
 * is no stronger than the change: a row that names the booking, as a settlement's does, keeps it from nobody who asks.
 */
export async function claimToAsk(db: Db, courier: BookingCourier): Promise<AskedBooking | null> {
  const result = await sql<AskedBooking>`
    update courier_bookings b set looked_at = shop_now(), next_look_at = shop_now() + interval '2 minutes'
    where id = (
      select id from courier_bookings b
      where courier = ${courier} and ${isAskedAbout} and next_look_at <= shop_now()
      order by next_look_at, id limit 1 for no key update skip locked
    ) and ${isAskedAbout}
    returning ${columns}, extract(epoch from shop_now() - hinted_at)::double precision as hint_age_seconds`.execute(db)
  return result.rows[0] ?? null
}

export type Change = {
  state: BookingState
  consignmentId?: string | null
  trackingCode?: string | null
  feePaisa?: number | null
  courierStatus?: string | null
  parcelState?: ParcelState | null
  reason?: string | null
  /** Seconds from now; null: never by itself; absent: as it is. A webhook that came since the last look makes it sooner. */
  nextLookSeconds?: number | null
}

/** When a webhook that came since the last look wants the next one; null: none came. What was asked before it may be old. */
const hintedLook = sql<
  string | null
>`case when hinted_at > looked_at then greatest(shop_now(), looked_at + interval '20 seconds') end`

/** Writes what was learned; false when the booking is not in one of `from` any more, and then nothing is written. */
export async function change(tx: DbOrTx, id: number, from: readonly BookingState[], changes: Change): Promise<boolean> {
  const { nextLookSeconds, ...values } = changes
  const planned = sql<string | null>`shop_now() + make_interval(secs => ${nextLookSeconds ?? null}::double precision)`
  const canBeHinted = askedStates.has(changes.state) || changes.reason === notBooked
  const nextLookAt = canBeHinted ? sql<string | null>`least(${planned}, ${hintedLook})` : planned
  const result = await tx
    .updateTable('courierBookings')
    .set({
      ...values,
      ...(nextLookSeconds !== undefined && { nextLookAt }),
      updatedAt: sql`shop_now()`,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function lock(tx: Tx, id: number): Promise<Booking | null> {
  const result = await sql<Booking>`select ${columns} from courier_bookings where id = ${id} for update`.execute(tx)
  return result.rows[0] ?? null
}

/** The booking of an order that nothing ended yet; null: none. */
export async function lockAlive(tx: Tx, orderId: number): Promise<Booking | null> {
  const result = await sql<Booking>`
    select ${columns} from courier_bookings
    where order_id = ${orderId} and state in ('queued', 'sending', 'booked', 'unknown') for update`.execute(tx)
  return result.rows[0] ?? null
}

/** Writes down that the order does not want the parcel any more; the first time counts. */
export async function callOff(tx: Tx, id: number): Promise<void> {
  await sql`
    update courier_bookings set called_off_at = shop_now(), updated_at = shop_now(), version = version + 1
    where id = ${id} and called_off_at is null`.execute(tx)
}

/**
 * A courier's webhook names a parcel: it is asked for soon, at most every 20 s. `reference` finds one that the courier has not
 * told us the consignment of, even while its answer is on the way; that consignment is only remembered as something to ask about.
 * One that comes while the courier is asked counts: `change` sees it.
 */
export async function hint(
  db: Db,
  { courier, consignmentId, reference }: { courier: BookingCourier; consignmentId: string; reference: string | null },
): Promise<void> {
  await sql`
    update courier_bookings b
    set hinted_at = shop_now(),
        next_look_at = case when state = 'sending' then next_look_at else
          least(next_look_at, greatest(shop_now(), coalesce(looked_at, shop_now()) + interval '20 seconds')) end,
        hinted_consignment = case when consignment_id is null then ${consignmentId} end
    where courier = ${courier} and (state = 'sending' or ${isAskedAbout})
      and (consignment_id = ${consignmentId} or (consignment_id is null and reference = ${reference}))`.execute(db)
}

/** The consignment a webhook named for an unknown booking; nothing of it is believed before the courier was asked. */
export async function readHint(db: Db, id: number): Promise<string | null> {
  const row = await db.selectFrom('courierBookings').select('hintedConsignment').where('id', '=', id).executeTakeFirst()
  return row?.hintedConsignment ?? null
}

export type BookingFilters = {
  courier?: BookingCourier
  state?: BookingState
  order?: number
  /** true: only what is called off and not over. */
  isCalledOff?: boolean
  ids?: readonly number[]
}

/** Called off, and the courier may still come with it or for it; the booking is `b`. */
export const isToStop = sql`(b.called_off_at is not null and b.state in ('sending', 'booked', 'unknown', 'surplus'))`

/**
 * When its courier has surely finished with what it was sent last: our longest request waits half a minute, and the rest is for a
 * courier that goes on though nobody waits. What a release before this sent is counted from its promise.
 */
const settledFrom = sql`(coalesce(b.sent_at, b.created_at) + interval '2 minutes')`

/** For how many seconds yet the courier may be about to book it, by the clock of the shop; 0 or less: it is not. */
export async function readSecondsOpen(db: DbOrTx, id: number): Promise<number> {
  const result = await sql<{ seconds: number }>`
    select extract(epoch from ${settledFrom} - shop_now())::double precision as seconds
    from courier_bookings b where id = ${id}`.execute(db)
  return result.rows[0]?.seconds ?? 0
}

export async function list(
  db: DbOrTx,
  filters: BookingFilters,
  beforeId: number | null,
  limit: number,
): Promise<CourierBooking[]> {
  const { courier, state, order, isCalledOff, ids } = filters
  const result = await sql<CourierBooking>`
    select b.id, b.version, b.order_id, o.number as order_number, b.courier, b.reference, b.state, b.consignment_id,
           b.tracking_code, b.collect_paisa, b.fee_paisa, b.weight_grams, b.courier_status, b.parcel_state, b.reason,
           case when ${isToStop} then b.called_off_at end as called_off_at,
           case when b.state = 'unknown' and ${settledFrom} > shop_now() then utc_text(${settledFrom}) end as not_booked_from,
           b.created_at, b.looked_at
    from courier_bookings b join orders o on o.id = b.order_id
    where (${courier ?? null}::text is null or b.courier = ${courier ?? null})
      and (${state ?? null}::text is null or b.state = ${state ?? null})
      and (${order ?? null}::bigint is null or b.order_id = ${order ?? null})
      and (${isCalledOff ?? null}::boolean is null or ${isToStop} = ${isCalledOff ?? null})
      and (${ids === undefined ? null : [...ids]}::bigint[] is null or b.id = any(${ids === undefined ? null : [...ids]}::bigint[]))
      and (${beforeId}::bigint is null or b.id < ${beforeId})
    order by b.id desc limit ${limit}`.execute(db)
  return result.rows
}
