import { isDeepStrictEqual } from 'node:util'
import type { AuditAction } from '@dhakacart/contract/audit-actions.ts'
import type { CancelReason, Courier, PackedUnits } from '@dhakacart/contract/console-orders.schema.ts'
import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import { readUnitIdentity, type UnitIdentity } from '@dhakacart/contract/unit-identity.ts'
import type { Db, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction, violatedConstraint } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { callOff } from '../couriers/called-off.ts'
import {
  OrderNotFound,
  OrderStateForbids,
  PaymentReviewOpen,
  TrackingNumberUsed,
  UnitIdentityInvalid,
  UnitSoldAlready,
  UnitsIncomplete,
  VersionConflict,
} from '../errors.ts'
import { addJobs } from '../jobs/jobs.service.ts'
import { orderMessages } from '../messages/messages.service.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import * as fulfilment from './fulfilment.repository.ts'
import type { LockedOrder } from './orders.repository.ts'
import { lockOrder, transition } from './orders.service.ts'
import * as units from './units.repository.ts'

/** A step that one of the staff makes with one order as they saw it. */
type StaffStep = {
  id: number
  version: number
  toState: OrderState
  /** The states in which this button exists; the transition table has the last word. */
  from: readonly OrderState[]
  cause: string
  action: AuditAction
  detail?: Readonly<Record<string, unknown>>
  /** Whether the step that was made from this version recorded what this request says; absent: it records nothing. */
  isSame?: (tx: Tx) => Promise<boolean>
}

/**
 * Makes the step unless the order changed since `version`, and writes it down. A step that was made already by just this request
 * is done and nothing happens. Throws ORDER_NOT_FOUND, VERSION_CONFLICT, ORDER_STATE_FORBIDS.
 */
async function takeStep(
  tx: Tx,
  staff: StaffIdentity,
  step: StaffStep,
  alongside: (order: LockedOrder) => Promise<void> = async () => undefined,
): Promise<void> {
  const order = await lockOrder(tx, step.id)
  if (order === null) throw new OrderNotFound()
  const isMade = order.version === step.version + 1 && order.state === step.toState
  if (isMade && (step.isSame === undefined || (await step.isSame(tx)))) return
  if (order.version !== step.version) {
    throw new VersionConflict({ details: { version: order.version, state: order.state } })
  }
  if (!step.from.includes(order.state)) throw new OrderStateForbids()
  await alongside(order)
  await transition(tx, order, step.toState, step.cause, { staffId: staff.id })
  const { id, action, detail } = step
  await audit.record(tx, staff, { action, subject: `order:${id}`, detail: { from: order.state, ...detail } })
}

export type Edit = { id: number; version: number }

/**
 * Packs a confirmed order and records which very units go out. Safe to repeat. Throws UNITS_INCOMPLETE, UNIT_IDENTITY_INVALID,
 * UNIT_SOLD_ALREADY, PAYMENT_REVIEW_OPEN and what every step can throw.
 */
export async function pack(db: Db, staff: StaffIdentity, edit: Edit & { units: PackedUnits }): Promise<void> {
  const { units: given, ...order } = edit
  const step = {
    ...order,
    toState: 'packed',
    from: ['confirmed'],
    cause: 'packed',
    action: 'orders.packed',
    detail: { units: given.reduce((sum, { identities }) => sum + identities.length, 0) },
    isSame: async (tx: Tx) => {
      const packed = matchUnits(await units.listNeeds(tx, edit.id), given)
      const recorded = await units.list(tx, edit.id)
      return isDeepStrictEqual(new Set(packed.map(({ identity }) => identity)), new Set(recorded))
    },
  } as const
  let identities: string[] = []
  try {
    await inTransaction(db, (tx) =>
      takeStep(tx, staff, step, async ({ needsPaymentReview }) => {
        if (needsPaymentReview) throw new PaymentReviewOpen()
        const packed = matchUnits(await units.listNeeds(tx, edit.id), given)
        identities = packed.map(({ identity }) => identity)
        if (packed.length > 0) await units.insert(tx, edit.id, packed)
      }),
    )
  } catch (error) {
    if (violatedConstraint(error) !== 'order_units_sold_once') throw error
    throw new UnitSoldAlready({ cause: error, details: { units: await units.findSold(db, identities) } })
  }
}

type Need = { variantId: number; quantity: number; unitIdentity: UnitIdentity }

/** The units to record: as many as each line needs, none twice, none for a line that needs none. */
function matchUnits(needs: readonly Need[], given: PackedUnits): units.NewUnit[] {
  const identitiesOf = new Map(given.map(({ variantId, identities }) => [variantId, identities]))
  const found = needs.flatMap(({ variantId, unitIdentity }) =>
    unitIdentity === 'none'
      ? []
      : (identitiesOf.get(variantId) ?? []).map((text) => {
          const identity = readUnitIdentity(unitIdentity, text)
          if (identity === null) throw new UnitIdentityInvalid({ details: { variantId, identity: text } })
          return { variantId, kind: unitIdentity, identity }
        }),
  )
  const wanted = needs.map(({ variantId, quantity, unitIdentity }) => ({
    variantId,
    needed: unitIdentity === 'none' ? 0 : quantity,
  }))
  const isComplete =
    identitiesOf.size === given.length &&
    given.every(({ variantId }) => wanted.some((line) => line.variantId === variantId)) &&
    wanted.every(({ variantId, needed }) => (identitiesOf.get(variantId)?.length ?? 0) === needed) &&
    new Set(found.map(({ identity }) => identity)).size === found.length
  if (!isComplete) throw new UnitsIncomplete({ details: { lines: wanted.filter(({ needed }) => needed > 0) } })
  return found
}

/**
 * Hands a packed order, or one that came back undelivered, to a courier; another parcel that was booked for it is called off. Safe to
 * repeat. Throws TRACKING_NUMBER_USED.
 */
export async function ship(
  db: Db,
  staff: StaffIdentity,
  { courier, trackingNumber, ...edit }: Edit & { courier: Courier; trackingNumber: string | null },
): Promise<void> {
  const step = {
    ...edit,
    toState: 'shipped',
    from: ['packed', 'delivery_failed'],
    cause: `handed to ${courier}`,
    action: 'orders.shipped',
    detail: { courier, trackingNumber },
    isSame: async (tx: Tx) =>
      isDeepStrictEqual(await fulfilment.lastShipment(tx, edit.id), { courier, trackingNumber }),
  } as const
  try {
    await inTransaction(db, (tx) =>
      takeStep(tx, staff, step, async () => {
        await callOff(tx, edit.id, { toState: 'shipped', courier, trackingNumber })
        await fulfilment.insertShipment(tx, { orderId: edit.id, courier, trackingNumber })
      }),
    )
  } catch (error) {
    if (violatedConstraint(error) !== 'shipments_tracking_number') throw error
    throw new TrackingNumberUsed({ cause: error })
  }
}

const outcomes = {
  delivered: { from: ['shipped'], cause: 'delivered', action: 'orders.delivered' },
  delivery_failed: { from: ['shipped'], cause: 'not delivered', action: 'orders.delivery_failed' },
  returned: { from: ['delivery_failed'], cause: 'parcel came back', action: 'orders.parcel_returned' },
} as const

/** Records what became of a shipped parcel; one that came back gives its units back and goes out no more. Safe to repeat. */
export async function recordDelivery(
  db: Db,
  staff: StaffIdentity,
  { outcome, ...edit }: Edit & { outcome: keyof typeof outcomes },
): Promise<void> {
  const step = { ...edit, toState: outcome, ...outcomes[outcome] }
  await inTransaction(db, (tx) =>
    takeStep(tx, staff, step, async () => {
      if (outcome === 'returned') await callOff(tx, edit.id, { toState: outcome })
    }),
  )
}

/** Cancels an order that has not left the shop, and calls its parcel off. Safe to repeat. */
export async function cancel(
  db: Db,
  staff: StaffIdentity,
  { reason, note, ...edit }: Edit & { reason: CancelReason; note: string | null },
): Promise<void> {
  const step = {
    ...edit,
    toState: 'cancelled',
    from: ['pending_payment', 'pending_confirmation', 'confirmed', 'packed'],
    cause: `cancelled by staff: ${reason}${note === null ? '' : `, ${note}`}`,
    action: 'orders.cancelled',
    detail: { reason },
  } as const
  await inTransaction(db, (tx) => takeStep(tx, staff, step, () => callOff(tx, edit.id, { toState: 'cancelled' })))
}

/** Confirms an order that waits for its code, after a call. Safe to repeat. */
export async function confirm(db: Db, staff: StaffIdentity, edit: Edit): Promise<void> {
  const step = {
    ...edit,
    toState: 'confirmed',
    from: ['pending_confirmation'],
    cause: 'confirmed by telephone',
    action: 'orders.confirmed',
  } as const
  await inTransaction(db, (tx) =>
    takeStep(tx, staff, step, async ({ hasEmail }) => addJobs(tx, edit.id, orderMessages('order-confirmed', hasEmail))),
  )
}

/** Adds a note that only staff see. The same key adds once. Throws ORDER_NOT_FOUND. */
export async function addNote(
  db: Db,
  staff: StaffIdentity,
  { id, key, text }: { id: number; key: string; text: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if ((await lockOrder(tx, id)) === null) throw new OrderNotFound()
    const isNew = await fulfilment.insertNote(tx, { orderId: id, staffId: staff.id, key, text: text.trim() })
    if (isNew) await audit.record(tx, staff, { action: 'orders.noted', subject: `order:${id}`, detail: {} })
  })
}
