import { dhakaTime } from './clock.ts'
import type { Consignment } from './records.ts'
import { randomCode, type Simulator } from './simulator.ts'

type Booking = Pick<Consignment, 'id' | 'provider' | 'reference' | 'recipientPhone' | 'collectPaisa' | 'status'> & {
  feePaisa: number
  details?: Record<string, string>
}

/** A parcel the merchant has booked. */
export function openConsignment({ records, faults, clock }: Simulator, booking: Booking): Consignment {
  const now = clock.now()
  const consignment: Consignment = {
    ...booking,
    trackingCode: randomCode(10),
    createdAt: now,
    updatedAt: now,
    faults: faults.takeForTransaction(booking.provider, booking.reference, booking.recipientPhone),
    unanswered: [],
    details: booking.details ?? {},
  }
  records.put('consignment', consignment)
  return consignment
}

/** The parcel by the merchant's own reference; null also when the courier has forgotten it. */
export function findParcel(
  { records }: Simulator,
  provider: Consignment['provider'],
  isMeant: (one: Consignment) => boolean,
): Consignment | null {
  const found = records.list('consignment').findLast((one) => one.provider === provider && isMeant(one))
  return found === undefined || found.faults.includes('query_forgets') ? null : found
}

/** Nothing comes after these but a person's word. */
const lastStatuses = /^(?:(?:partial_)?delivered|partial_delivery|delivery_failed|(?:pickup_)?cancelled|return)$/i
/** For so long an outdated courier tells the status before. */
const outdatedMs = 60_000

/** A parcel's people move it on. */
export function moveOn({ records, clock }: Simulator, parcel: Consignment, status: string): void {
  parcel.details.statusBefore = parcel.status
  parcel.status = status
  parcel.updatedAt = clock.now()
  records.put('consignment', parcel)
}

/** What the courier says when it is asked for the status. */
export function statusToTell({ clock }: Simulator, { status, faults, details, updatedAt: at }: Consignment): string {
  const isFresh = clock.now() < at + outdatedMs
  if (faults.includes('status_outdated') && isFresh && details.statusBefore !== undefined) return details.statusBefore
  return faults.includes('status_undocumented') && !lastStatuses.test(status) ? 'Handed_to_Partner' : status
}

/** Sends the courier's webhook as its faults say: never, three hours late, in another order, or three times. */
export function tellStatus(simulator: Simulator, parcel: Consignment, body: unknown, headers = {}): void {
  const { webhookOrigin, timing, callbacks } = simulator
  if (webhookOrigin === null || parcel.faults.includes('status_never')) return
  const isBeforeEnd = !lastStatuses.test(parcel.status)
  const isLate = parcel.faults.includes('status_late') || (parcel.faults.includes('status_reversed') && isBeforeEnd)
  const order = {
    provider: parcel.provider,
    subject: parcel.reference,
    url: `${webhookOrigin}/api/couriers/${parcel.provider}/webhook`,
    headers,
    body: JSON.stringify(body),
    contentType: 'application/json',
    afterMs: isLate ? timing.lateMs : timing.notifyMs,
  }
  const times = parcel.faults.includes('status_duplicate') ? 3 : 1
  for (let sent = 0; sent < times; sent += 1) callbacks.schedule(order)
}

export function updatedAt(parcel: Consignment): string {
  return dhakaTime(parcel.updatedAt)
}
