import type { CourierPlaceRow } from '@dhakacart/contract/console-courier-places.schema.ts'
import type { BookingCourier } from '@dhakacart/contract/console-couriers.schema.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { PlaceNotFound, VersionConflict } from '../errors.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import type { Courier } from './courier.ts'
import { CourierPlaceUnknown } from './courier-errors.ts'
import { matchPlaces, type TheirPlace } from './place-names.ts'
import * as places from './places.repository.ts'

/**
 * Reads the courier's list that is due, if one is: asked without holding anything, written in one transaction together with what
 * its names match. Returns whether it asked. An empty or unreadable list changes nothing.
 */
export async function readNextList(db: Db, { name, places: theirs }: Courier): Promise<boolean> {
  if (theirs === null) return false
  const cityId = await places.claimList(db, name)
  if (cityId === undefined) return false
  const list = await theirs.read(cityId)
  if (list.kind === 'no_answer') await places.listFailed(db, name, cityId, list.reason)
  else await inTransaction(db, (tx) => keepList(tx, name, cityId, list.places))
  return true
}

async function keepList(
  tx: Tx,
  courier: BookingCourier,
  cityId: number | null,
  list: readonly TheirPlace[],
): Promise<void> {
  await places.lockLists(tx, courier)
  await places.keepList(tx, courier, cityId, list)
  const { cities, zones } = await places.listLive(tx, courier)
  await places.keepMatches(tx, courier, matchPlaces(await places.listOurPlaces(tx), cities, zones))
}

/** Has the worker read all lists of the courier again; how many wait now. Safe to repeat: who asks for nothing new is not written down. */
export async function readListsAgain(db: Db, staff: StaffIdentity, courier: BookingCourier): Promise<number> {
  return inTransaction(db, async (tx) => {
    await places.lockLists(tx, courier)
    const { asked, waiting } = await places.readAgain(tx, courier)
    const entry = { action: 'couriers.places_asked', subject: `courier:${courier}`, detail: { lists: asked } } as const
    if (asked > 0) await audit.record(tx, staff, entry)
    return waiting
  })
}

/** `zoneId` null: the courier finds parcels for this place by their address. */
export type PlaceDecision = { upazilaId: number; version: number; zoneId: number | null; isPriceOnly: boolean }

/**
 * What a person says this place of ours is with the courier; it stays until a person says otherwise. Safe to repeat. Throws
 * PLACE_NOT_FOUND, COURIER_PLACE_UNKNOWN, VERSION_CONFLICT.
 */
export async function setPlace(
  db: Db,
  staff: StaffIdentity,
  courier: BookingCourier,
  { upazilaId, version, zoneId, isPriceOnly }: PlaceDecision,
): Promise<CourierPlaceRow> {
  const decision = { zoneId, isPriceOnly: zoneId !== null && isPriceOnly }
  return inTransaction(db, async (tx) => {
    const before = await places.lockMatch(tx, courier, upazilaId)
    const isSame = before?.zoneId === zoneId && before.isPriceOnly === decision.isPriceOnly
    if (before?.matchedBy === 'staff' && before.version === version + 1 && isSame)
      return readPlace(tx, courier, upazilaId)
    const current = await readPlace(tx, courier, upazilaId)
    if (zoneId !== null && !(await places.isLiveZone(tx, courier, zoneId))) throw new CourierPlaceUnknown()
    if ((before?.version ?? 0) !== version) throw new VersionConflict({ details: current })
    if (!(await places.setMatch(tx, courier, { upazilaId, version, ...decision }))) {
      // Somebody else's first decision was committed since this transaction looked.
      return repeatedOr(await readPlace(tx, courier, upazilaId), decision)
    }
    const detail = { courier, from: before && { zoneId: before.zoneId, isPriceOnly: before.isPriceOnly }, to: decision }
    await audit.record(tx, staff, { action: 'couriers.place_set', subject: `upazila:${upazilaId}`, detail })
    return readPlace(tx, courier, upazilaId)
  })
}

function repeatedOr(current: CourierPlaceRow, { zoneId, isPriceOnly }: Pick<PlaceDecision, 'zoneId' | 'isPriceOnly'>) {
  const isRepeat =
    current.state === 'staff' &&
    current.version === 1 &&
    (current.zone?.id ?? null) === zoneId &&
    current.isPriceOnly === isPriceOnly
  if (!isRepeat) throw new VersionConflict({ details: current })
  return current
}

async function readPlace(db: DbOrTx, courier: BookingCourier, upazilaId: number): Promise<CourierPlaceRow> {
  const [found] = await places.listPlaces(db, courier, { id: upazilaId }, 0, 1)
  if (found === undefined) throw new PlaceNotFound()
  return found
}
