import { isDeepStrictEqual } from 'node:util'
import { defaultSettings, ShopSettings } from '@dhakacart/contract/console-settings.schema.ts'
import type { Db, DbOrTx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import Value from 'typebox/value'
import * as audit from '../audit/audit.service.ts'
import { VersionConflict } from '../errors.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import * as repository from './settings.repository.ts'

export type VersionedSettings = { settings: ShopSettings; version: number; defaults: ShopSettings }

/** What the owner decided, and the defaults for the rest. One short read of the primary: never older than the transaction. */
export async function read(db: DbOrTx): Promise<ShopSettings> {
  return (await readVersioned(db)).settings
}

/** The same with the version that an edit must name. */
export async function readVersioned(db: DbOrTx): Promise<VersionedSettings> {
  const { chosen, version } = await repository.read(db)
  return { settings: toSettings(chosen), version, defaults: defaultSettings }
}

/** Changes all settings together. Safe to repeat. Throws VERSION_CONFLICT when somebody changed them since that version. */
export async function save(
  db: Db,
  staff: StaffIdentity,
  { version, settings }: { version: number; settings: ShopSettings },
): Promise<VersionedSettings> {
  return inTransaction(db, async (tx) => {
    const before = await read(tx)
    if (await repository.write(tx, version, settings)) {
      await audit.record(tx, staff, {
        action: 'settings.changed',
        subject: 'settings:shop',
        detail: { changed: differences(before, settings) },
      })
      return readVersioned(tx)
    }
    const current = await readVersioned(tx)
    // The same edit arriving again after its answer was lost.
    const isRepeat = current.version === version + 1 && isDeepStrictEqual(current.settings, settings)
    if (!isRepeat) throw new VersionConflict({ details: current })
    return current
  })
}

function differences(before: ShopSettings, after: ShopSettings): Record<string, { from: unknown; to: unknown }> {
  const keys = Object.keys(after) as (keyof ShopSettings)[]
  return Object.fromEntries(
    keys.filter((key) => before[key] !== after[key]).map((key) => [key, { from: before[key], to: after[key] }]),
  )
}

/** A key that this release does not know is left out, one that is missing or no longer within its limits has its default. */
function toSettings(chosen: unknown): ShopSettings {
  const given = (typeof chosen === 'object' && chosen !== null ? chosen : {}) as Record<string, unknown>
  const entries = Object.entries(ShopSettings.properties).map(([key, schema]) => {
    const isGiven = Object.hasOwn(given, key) && Value.Check(schema, given[key])
    return [key, isGiven ? given[key] : defaultSettings[key as keyof ShopSettings]]
  })
  return Object.fromEntries(entries) as ShopSettings
}
