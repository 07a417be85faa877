import { createHash, randomBytes } from 'node:crypto'
import { namespace } from '../cluster/place.ts'
import { PlainFailure } from '../command.ts'

/** What one secret holds, as pods read it. */
type Values = Readonly<Record<string, string>>
/** All secrets of a place that are ours to make, by name. */
export type ShopSecrets = Readonly<Record<string, Values>>

export type SecretManifest = {
  readonly apiVersion: 'v1'
  readonly kind: 'Secret'
  readonly type: string
  readonly metadata: { readonly name: string; readonly namespace: string; readonly labels?: Record<string, string> }
  readonly stringData: Values
}

export type RoleName = 'a' | 'b'

/** What is made by us, not by providers. */
export const OWN_SECRETS = ['database-role-a', 'database-role-b', 'database-shop', 'shop-keys', 'cache'] as const

const BASIC_AUTH = 'kubernetes.io/basic-auth'
const KEY_BYTES = 32
const PASSWORD_BYTES = 24

/** `name:base64 of 32 bytes`, as STAFF_SECRETS_KEY and WAITING_ROOM_KEY take it; the name says since when, for people. */
export function makeKey(at: Date): string {
  const name = `${at.toISOString().slice(0, 10)}-${randomBytes(3).toString('hex')}`
  return `${name}:${randomBytes(KEY_BYTES).toString('base64')}`
}

export const makePassword = (): string => randomBytes(PASSWORD_BYTES).toString('base64url')

export function databaseRole(role: RoleName, password: string): Values {
  return { username: `shop_app_${role}`, password }
}

export function databaseAddress(role: RoleName, password: string): Values {
  return { url: `postgres://shop_app_${role}:${password}@database-pooler:5432/shop` }
}

/** As its users read it, and as Valkey does. */
export function cacheAccess(password: string): Values {
  return { password, 'valkey.conf': `requirepass ${password}\n` }
}

/** The first secrets of a place, all made up; of providers what is given. */
export function makeSecrets(at: Date, providers: Values | null): ShopSecrets {
  const passwords = { a: makePassword(), b: makePassword() }
  return {
    'database-role-a': databaseRole('a', passwords.a),
    'database-role-b': databaseRole('b', passwords.b),
    'database-shop': databaseAddress('a', passwords.a),
    'shop-keys': { 'staff-secrets': makeKey(at), 'waiting-room': makeKey(at) },
    cache: cacheAccess(makePassword()),
    ...(providers !== null && { providers }),
  }
}

export function toManifests(secrets: ShopSecrets): SecretManifest[] {
  return Object.entries(secrets).map(([name, stringData]) => {
    const isRole = name.startsWith('database-role-')
    return {
      apiVersion: 'v1',
      kind: 'Secret',
      type: isRole ? BASIC_AUTH : 'Opaque',
      metadata: {
        name,
        namespace,
        // The operator gives the role a new password when this changes.
        ...(isRole && { labels: { 'cnpg.io/reload': 'true' } }),
      },
      stringData,
    }
  })
}

/** Not stringData: the API server turns that into data, and a second apply would not own what the first one wrote. */
export function encodeSecret({ stringData, ...rest }: SecretManifest) {
  return { ...rest, data: mapValues(stringData, (value) => Buffer.from(value).toString('base64')) }
}

/** What a cluster answers of a secret, as it was handed in. */
export const decodeSecret = (data: Values): Values =>
  mapValues(data, (value) => Buffer.from(value, 'base64').toString('utf8'))

function mapValues(values: Values, change: (value: string) => string): Values {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]))
}

/** One value. Throws PlainFailure where a place lacks it, which says how secrets are made first. */
export function secretValue(secrets: ShopSecrets, name: string, key: string): string {
  const value = secrets[name]?.[key]
  if (value === undefined)
    throw new PlainFailure(`The secret ${name} has no ${key}: this place's secrets were not made.`)
  return value
}

/**
 * Names what processes read, for whoever has to know whether one was started with it; tells nothing of it. The database's roles
 * are its operator's to read.
 */
export function fingerprint(secrets: ShopSecrets): string {
  const sorted = Object.entries(secrets)
    .filter(([name]) => !name.startsWith('database-role-'))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, values]) => [name, Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1))])
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 16)
}
