import { isDeepStrictEqual } from 'node:util'
import {
  type ConsoleZone,
  maxZones,
  type SeenUpazila,
  type ZoneContent,
} from '@dhakacart/contract/console-delivery.schema.ts'
import type { Db, DbOrTx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import {
  badRequest,
  IdempotencyKeyReused,
  PlaceNotFound,
  VersionConflict,
  ZoneCodeTaken,
  ZoneInUse,
  ZoneNotFound,
} from '../errors.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import * as zones from './console-delivery.repository.ts'

export const listZones = zones.listZones
export const listPlaces = zones.listPlaces

/** Adds a zone. The same key and content return the first. Throws ZONE_CODE_TAKEN, IDEMPOTENCY_KEY_REUSED, BAD_REQUEST. */
export async function createZone(
  db: Db,
  staff: StaffIdentity,
  key: string,
  { code, ...content }: ZoneContent & { code: string },
): Promise<ConsoleZone> {
  refuseWrongDays(content)
  return inTransaction(db, async (tx) => {
    if (await zones.insertZone(tx, key, code, content)) {
      if ((await zones.countZones(tx)) > maxZones) throw badRequest(`There can be ${maxZones} zones. Remove one first.`)
      await audit.record(tx, staff, {
        action: 'delivery.zone_created',
        subject: `zone:${code}`,
        detail: { ...content },
      })
      return found(tx, code)
    }
    const earlier = await zones.findCreated(tx, key)
    if (earlier === null) throw new ZoneCodeTaken()
    const zone = await found(tx, earlier)
    const isSame = zone.code === code && (zone.version > 1 || isDeepStrictEqual(contentOf(zone), contentOf(content)))
    if (!isSame) throw new IdempotencyKeyReused()
    return zone
  })
}

/** Changes a zone. Safe to repeat. Throws ZONE_NOT_FOUND, VERSION_CONFLICT, BAD_REQUEST. */
export async function saveZone(
  db: Db,
  staff: StaffIdentity,
  code: string,
  { version, ...content }: ZoneContent & { version: number },
): Promise<ConsoleZone> {
  refuseWrongDays(content)
  return inTransaction(db, async (tx) => {
    const locked = await zones.lockZone(tx, code)
    if (locked === null) throw new ZoneNotFound()
    const current = await found(tx, code)
    if (locked.version !== version) {
      const isRepeat = locked.version === version + 1 && isDeepStrictEqual(contentOf(current), contentOf(content))
      if (isRepeat) return current
      throw new VersionConflict({ details: current })
    }
    await zones.updateZone(tx, locked.id, content)
    const detail = { from: contentOf(current), to: contentOf(content) }
    await audit.record(tx, staff, { action: 'delivery.zone_changed', subject: `zone:${code}`, detail })
    return found(tx, code)
  })
}

/** Removes a zone without upazilas; fine when it is gone. Throws ZONE_IN_USE. */
export async function removeZone(db: Db, staff: StaffIdentity, code: string): Promise<ConsoleZone[]> {
  return inTransaction(db, async (tx) => {
    const locked = await zones.lockZone(tx, code)
    if (locked !== null) {
      if ((await found(tx, code)).upazilaCount > 0) throw new ZoneInUse()
      await zones.deleteZone(tx, locked.id)
      await audit.record(tx, staff, { action: 'delivery.zone_removed', subject: `zone:${code}`, detail: {} })
    }
    return zones.listZones(tx)
  })
}

/**
 * Puts upazilas into a zone, all or none. Safe to repeat. Throws ZONE_NOT_FOUND, PLACE_NOT_FOUND, and VERSION_CONFLICT when one
 * of them lies in another zone than it was seen in.
 */
export async function moveUpazilas(
  db: Db,
  staff: StaffIdentity,
  zoneCode: string,
  seen: readonly SeenUpazila[],
): Promise<ConsoleZone[]> {
  const seenIn = new Map(seen.map((upazila) => [upazila.id, upazila.zoneCode]))
  return inTransaction(db, async (tx) => {
    const zone = await zones.lockZone(tx, zoneCode)
    if (zone === null) throw new ZoneNotFound()
    const upazilas = await zones.lockUpazilas(tx, [...seenIn.keys()])
    if (upazilas.length < seenIn.size) throw new PlaceNotFound()
    const toMove = upazilas.filter((upazila) => upazila.zoneCode !== zoneCode)
    const movedByOthers = toMove.filter((upazila) => upazila.zoneCode !== seenIn.get(upazila.id))
    if (movedByOthers.length > 0) throw new VersionConflict({ details: { upazilas: movedByOthers } })
    if (toMove.length > 0) {
      await zones.moveUpazilas(
        tx,
        zone.id,
        toMove.map(({ id }) => id),
      )
      const detail = { upazilas: toMove }
      await audit.record(tx, staff, { action: 'delivery.upazilas_moved', subject: `zone:${zoneCode}`, detail })
    }
    return zones.listZones(tx)
  })
}

async function found(db: DbOrTx, code: string): Promise<ConsoleZone> {
  const zone = await zones.readZone(db, code)
  if (zone === null) throw new ZoneNotFound()
  return zone
}

function refuseWrongDays({ daysMin, daysMax }: ZoneContent): void {
  if (daysMax < daysMin) throw badRequest('The most days are fewer than the fewest. Give them the other way round.')
}

function contentOf({
  name,
  baseFeePaisa,
  baseWeightGrams,
  feePerExtraKgPaisa,
  daysMin,
  daysMax,
}: ZoneContent): ZoneContent {
  return { name: { en: name.en, bn: name.bn }, baseFeePaisa, baseWeightGrams, feePerExtraKgPaisa, daysMin, daysMax }
}
