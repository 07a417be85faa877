import { setTimeout as sleep } from 'node:timers/promises'
import type { ParcelState } from '@dhakacart/contract/console-couriers.schema.ts'
import type { Db, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { followParcel } from '../orders/orders.parcels.ts'
import { lockOrder } from '../orders/orders.service.ts'
import type { Loop } from '../worker-loops.ts'
import * as bookings from './bookings.repository.ts'
import { keepWanted } from './called-off.ts'
import type { BulkOutcome, Courier, Couriers, Parcel, ParcelNews } from './courier.ts'
import { bookedAfterAll, enterLateAnswer, isSaidNotBooked, revive } from './late-answers.ts'
import { makeParcel } from './parcel-content.ts'
import * as parcels from './parcels.repository.ts'
import { readNextList } from './places.service.ts'

/** Pathao takes about 60 requests a minute of a merchant; one a second at most leaves room for a second worker's bad luck. */
const pauseMs = 1_000
/** Lists may take half of that: prices that people wait for, and parcels, have the rest. */
const listPauseMs = 2_000
/** A booking that was certainly not made is tried so often, later and later, before a person is to look. */
const triesMax = 8
/** Between two looks at a parcel: a webhook makes the next one sooner. */
const lookEveryMinutes = 30
/** A booking that nobody answered is asked for every two minutes. */
const unknownEveryMinutes = 2
/** A courier that did not answer after a webhook is asked again no sooner than this, later and later. */
const askAgainSecondsMin = 15

/** One loop per courier, each one request at a time: a slow courier keeps nobody else's parcels waiting. */
export function courierLoops(db: Db, couriers: Couriers): Loop[] {
  return [...couriers.values()].map((courier) => ({
    name: `parcels of ${courier.name}`,
    idleMs: 2_000,
    async round() {
      const count = await workOnce(db, courier)
      // Parcels come first: no list is read in a round that sent and asked already.
      return count > 1 ? count : count + (await readListOnce(db, courier))
    },
  }))
}

async function readListOnce(db: Db, courier: Courier): Promise<number> {
  if (!(await readNextList(db, courier))) return 0
  await sleep(listPauseMs)
  return 1
}

/** Sends what is due next, one booking or many in one request, and asks about one parcel; returns how much there was, at a pace the courier bears. */
export async function workOnce(db: Db, courier: Courier, pace: number = pauseMs): Promise<number> {
  await bookings.giveUpSending(db, courier.name)
  const sentCount = await sendNext(db, courier)
  if (sentCount > 0) await sleep(pace)
  const didAsk = await askNext(db, courier)
  if (didAsk) await sleep(pace)
  return sentCount + Number(didAsk)
}

/** Claims in one statement, asks without holding anything, writes in others. Returns how many were sent. */
async function sendNext(db: Db, courier: Courier): Promise<number> {
  const claimed = await bookings.claimToSend(db, courier.name, courier.bulk)
  if (claimed.length === 0) return 0
  const wanted = await keepWanted(db, claimed)
  const orderIds = wanted.map(({ orderId }) => orderId)
  const contents = await parcels.readContents(db, orderIds)
  const sent: { booking: bookings.Booking; parcel: Parcel }[] = []
  for (const booking of wanted) {
    const content = contents.get(booking.orderId)
    if (content !== undefined) sent.push({ booking, parcel: makeParcel(content, booking) })
    else
      await bookings.change(db, booking.id, ['sending'], {
        state: 'refused',
        reason: 'order_gone',
        nextLookSeconds: null,
      })
  }
  const [first] = sent
  if (first === undefined) return claimed.length
  const outcomes =
    sent.length > 1 ? await courier.bulk.book(sent.map(({ parcel }) => parcel)) : [await courier.book(first.parcel)]
  await writeOutcomes(
    db,
    courier,
    sent.map(({ booking }) => booking),
    outcomes,
  )
  return claimed.length
}

/**
 * Each is written by itself: one that cannot be, keeps none of the others from theirs, and is asked about later. One that was given up
 * meanwhile, since the courier was so slow, is not lost.
 */
async function writeOutcomes(
  db: Db,
  courier: Courier,
  sent: readonly bookings.Booking[],
  outcomes: readonly BulkOutcome[],
): Promise<void> {
  const problems: unknown[] = []
  for (const [index, booking] of sent.entries()) {
    const outcome = outcomes[index] ?? { kind: 'unknown', reason: 'not_in_answer' }
    try {
      const learned = readOutcome(courier, booking.tries, outcome)
      const isWaitedFor = await bookings.change(db, booking.id, ['sending'], learned)
      if (!isWaitedFor) await enterLateAnswer(db, booking, learned)
    } catch (error) {
      problems.push(error)
    }
  }
  if (problems.length > 0) throw new AggregateError(problems, `${problems.length} bookings could not be written.`)
}

function readOutcome(courier: Courier, tries: number, outcome: BulkOutcome): bookings.Change {
  switch (outcome.kind) {
    case 'booked': {
      const { consignmentId, trackingCode, feePaisa, status } = outcome
      const parcelState = courier.readParcelState(status)
      const known = { consignmentId, trackingCode, feePaisa, courierStatus: status, parcelState }
      return { state: 'booked', ...known, reason: null, nextLookSeconds: lookEveryMinutes * 60 }
    }
    case 'refused':
      return { state: 'refused', reason: outcome.reason, nextLookSeconds: null }
    case 'unknown':
      return { state: 'unknown', reason: outcome.reason, nextLookSeconds: 10 }
    case 'alone':
      return { state: 'queued', reason: outcome.reason, nextLookSeconds: 0 }
    case 'later':
      return tries >= triesMax
        ? { state: 'refused', reason: outcome.reason, nextLookSeconds: null }
        : { state: 'queued', reason: outcome.reason, nextLookSeconds: Math.min(900, 15 * 2 ** tries) }
  }
}

async function askNext(db: Db, courier: Courier): Promise<boolean> {
  const booking = await bookings.claimToAsk(db, courier.name)
  if (booking === null) return false
  const hinted = booking.consignmentId === null ? await bookings.readHint(db, booking.id) : null
  const consignmentId = booking.consignmentId ?? (courier.findsByReference ? null : hinted)
  if (consignmentId === null && !courier.findsByReference) {
    // It cannot be asked: only its webhook or a person brings news.
    await bookings.change(db, booking.id, [booking.state], {
      state: booking.state,
      reason: booking.reason,
      nextLookSeconds: null,
    })
    return false
  }
  const news = await courier.readStatus({ reference: booking.reference, consignmentId })
  await inTransaction(db, (tx) => applyNews(tx, courier, { ...booking, consignmentId }, news))
  return true
}

/**
 * Enters what the courier said, and moves the order along, unless that left without this parcel. A parcel the courier does not know
 * changes nothing: a person decides. One it has counts, whatever a person decided while it was asked.
 */
async function applyNews(tx: Tx, courier: Courier, asked: bookings.AskedBooking, news: ParcelNews): Promise<void> {
  // A hint named the consignment; it is ours only if the courier itself says so.
  const isOurs = news.kind === 'status' && (news.reference === null || news.reference === asked.reference)
  if (!isOurs) return applyNoNews(tx, asked, news)
  // The order before its booking, as whoever calls a parcel off locks them.
  const order = await lockOrder(tx, asked.orderId)
  const booking = await bookings.lock(tx, asked.id)
  if (booking === null || !(bookings.askedStates.has(booking.state) || isSaidNotBooked(booking))) return
  const parcelState = courier.readParcelState(news.status) ?? booking.parcelState
  // Nobody comes for what was cancelled there: it stays over.
  const isAliveAgain = booking.state === 'ended' && parcelState !== 'cancelled'
  const state = isAliveAgain ? await revive(tx, order, booking) : booking.state
  const isCalledOff = (await bookings.lock(tx, asked.id))?.calledOffAt !== null
  const isFinal = parcelState !== null && finalStates.has(parcelState)
  // Nobody was to take it: goods and money are where they should not be, which a person settles.
  const isAstray = isCalledOff && (parcelState === 'delivered' || parcelState === 'partly_delivered')
  const consignmentId = booking.consignmentId ?? asked.consignmentId
  await bookings.change(tx, asked.id, [state], {
    state: isFinal && !isAstray ? 'ended' : state === 'surplus' ? 'surplus' : 'booked',
    consignmentId,
    courierStatus: news.status,
    parcelState,
    reason: isAliveAgain ? bookedAfterAll : null,
    nextLookSeconds: isFinal ? null : lookEveryMinutes * 60,
  })
  if (parcelState !== null && !isCalledOff) await moveOrder(tx, { ...booking, consignmentId }, parcelState, news.status)
}

/** The courier did not answer, knows no such parcel, or spoke of somebody else's; nothing is written when a person was quicker. */
async function applyNoNews(tx: Tx, booking: bookings.AskedBooking, news: ParcelNews): Promise<void> {
  const { id, state } = booking
  const isAnswered = news.kind !== 'no_answer'
  if (isSaidNotBooked(booking)) {
    // Whoever said that it was not booked was right, as far as the courier knows.
    const nextLookSeconds = isAnswered ? null : secondsAfterSilence(booking)
    await bookings.change(tx, id, [state], { state, reason: bookings.notBooked, nextLookSeconds })
    return
  }
  const reason =
    news.kind === 'status' ? 'not_ours' : isAnswered ? 'not_found' : state === 'unknown' ? news.reason : null
  const nextLookSeconds = news.kind === 'status' ? null : secondsAfterSilence(booking)
  await bookings.change(tx, id, [state], { state, reason, nextLookSeconds })
}

/**
 * A webhook is still unanswered when the courier that it came from did not answer: it is asked again after as long as that has
 * waited already, so that one refused request does not put news off until the ordinary look.
 */
function secondsAfterSilence({ state, hintAgeSeconds }: bookings.AskedBooking): number {
  const ordinary = (state === 'unknown' ? unknownEveryMinutes : lookEveryMinutes) * 60
  return hintAgeSeconds === null ? ordinary : Math.min(ordinary, Math.max(askAgainSecondsMin, hintAgeSeconds))
}

/** Nothing more comes of these. A parcel that comes back is received by a person, who knows what is in it. */
const finalStates: ReadonlySet<ParcelState> = new Set(['delivered', 'partly_delivered', 'returning', 'cancelled'])

const orderStateOf = {
  waiting: null,
  cancelled: null,
  moving: 'shipped',
  delivered: 'delivered',
  partly_delivered: 'delivered',
  failed: 'delivery_failed',
  returning: 'delivery_failed',
} as const satisfies Record<ParcelState, 'shipped' | 'delivered' | 'delivery_failed' | null>

async function moveOrder(tx: Tx, booking: bookings.Booking, parcelState: ParcelState, status: string): Promise<void> {
  const toState = orderStateOf[parcelState]
  if (toState === null) return
  const { orderId, courier, consignmentId, reference } = booking
  const cause = `${courier}: ${status}`
  await followParcel(tx, { orderId, courier, trackingNumber: consignmentId ?? reference, toState, cause })
}
