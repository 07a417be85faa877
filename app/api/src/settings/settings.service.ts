import { defaultSettings, ShopSettings } from '@dhakacart/contract/console-settings.schema.ts'
import type { DbOrTx } from '@dhakacart/database/connect.ts'
import Value from 'typebox/value'
import * as repository from './settings.repository.ts'

/** What the owner decided, and the defaults for the rest. One short read of the primary: never older than the transaction. */
export async function read(db: DbOrTx): Promise<ShopSettings> {
  return toSettings((await repository.read(db)).chosen)
}

/** The same with the version that an edit must name. */
export async function readWithVersion(db: DbOrTx): Promise<{ settings: ShopSettings; version: number }> {
  const { chosen, version } = await repository.read(db)
  return { settings: toSettings(chosen), version }
}

/** A key that this release does not know is left out, one that is missing or no longer within its limits has its default. */
export function toSettings(chosen: unknown): ShopSettings {
  const given = (typeof chosen === 'object' && chosen !== null ? chosen : {}) as Record<string, unknown>
  const entries = Object.entries(ShopSettings.properties).map(([key, schema]) => {
    const isGiven = Object.hasOwn(given, key) && Value.Check(schema, given[key])
    return [key, isGiven ? given[key] : defaultSettings[key as keyof ShopSettings]]
  })
  return Object.fromEntries(entries) as ShopSettings
}
