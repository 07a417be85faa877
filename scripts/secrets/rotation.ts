import { PlainFailure } from '../command.ts'
import {
  cacheAccess,
  databaseAddress,
  databaseRole,
  makeKey,
  makePassword,
  type RoleName,
  type ShopSecrets,
  secretValue,
} from './shop-secrets.ts'

/** As many as a process takes (app/api/src/secret-keys.ts). */
const KEYS_MOST = 5

/** One step: how the secrets are after it, who has to be started anew with them, and whose password the database has to know first. */
export type Phase = {
  readonly says: string
  readonly secrets: ShopSecrets
  readonly restarts: readonly string[]
  readonly awaitedRole: RoleName | null
}

type Values = Readonly<Record<string, string>>

/**
 * How every secret of a place is replaced while it serves. At no instant is there a process that is refused or that refuses what
 * another one signed: what is new is accepted by all before anybody uses it, and what is old is ended when nobody does. Safe to
 * begin anew wherever it was interrupted.
 */
export function planRotation(secrets: ShopSecrets, at: Date, providers: Values | null): Phase[] {
  const used = usedRole(secrets)
  const idle = used === 'a' ? 'b' : 'a'
  const passwords = { idle: makePassword(), retired: makePassword() }
  const keys = mapKeys(secrets, (text) => [...text.split(',').slice(0, KEYS_MOST - 1), makeKey(at)].join(','))
  const accepted: ShopSecrets = {
    ...secrets,
    ...keys,
    [`database-role-${idle}`]: databaseRole(idle, passwords.idle),
  }
  const changed: ShopSecrets = {
    ...accepted,
    ...mapKeys(accepted, (text) => {
      const all = text.split(',')
      return [all.at(-1), ...all.slice(0, -1)].join(',')
    }),
    'database-shop': databaseAddress(idle, passwords.idle),
    ...(secrets.cache !== undefined && { cache: cacheAccess(makePassword()) }),
    ...(providers !== null && { providers: replaceProviders(secrets, providers) }),
  }
  const ended: ShopSecrets = { ...changed, [`database-role-${used}`]: databaseRole(used, passwords.retired) }
  return [
    { says: 'what is new is accepted by all', secrets: accepted, restarts: ['api'], awaitedRole: idle },
    {
      says: 'what is new is used by all',
      secrets: changed,
      // Without its cache the shop is slower and nothing else: neither waits for the other.
      restarts: ['api', 'worker', ...(secrets.cache === undefined ? [] : ['cache', 'storefront'])],
      awaitedRole: null,
    },
    { says: 'the old password opens nothing any more', secrets: ended, restarts: [], awaitedRole: used },
  ]
}

/** Own keys without the old ones: what they signed or sealed is refused from then on. */
export function forgetOldKeys(secrets: ShopSecrets): ShopSecrets {
  return { ...secrets, ...mapKeys(secrets, (text) => text.split(',')[0] ?? '') }
}

/** Which of the two roles the shop connects as. */
export function usedRole(secrets: ShopSecrets): RoleName {
  const role = /^postgres:\/\/shop_app_([ab]):/.exec(secretValue(secrets, 'database-shop', 'url'))?.[1]
  if (role !== 'a' && role !== 'b') throw new PlainFailure('database-shop names neither shop_app_a nor shop_app_b.')
  return role
}

function mapKeys(secrets: ShopSecrets, change: (text: string) => string): ShopSecrets {
  const names = ['staff-secrets', 'waiting-room']
  const changed = names.map((name) => [name, change(secretValue(secrets, 'shop-keys', name))])
  return { 'shop-keys': { ...secrets['shop-keys'], ...Object.fromEntries(changed) } }
}

function replaceProviders(secrets: ShopSecrets, given: Values): Values {
  const known = secrets.providers ?? {}
  const unknown = Object.keys(given).find((key) => known[key] === undefined)
  if (unknown !== undefined) throw new PlainFailure(`${unknown} is no key that this place has: nothing was changed.`)
  return { ...known, ...given }
}
