import { randomBytes } from 'node:crypto'
import { makeProviderSecrets, shareOut } from '../starter/simulator-place.ts'
import type { Certified } from './certificate.ts'
import { apply, type Manifest, read } from './kubectl.ts'
import { namespace } from './place.ts'

/**
 * Makes up the secrets that the cluster lacks; those it has stay. They live in the cluster alone, encrypted, and go with it.
 * The certificate is the one given, so that a renewed one arrives.
 */
export async function ensureSecrets(certificate: Certified): Promise<void> {
  const makers: readonly (readonly [name: string, make: () => Manifest[]])[] = [
    ['database-shop', databaseAccess],
    ['shop-keys', () => [ownKeys()]],
    ['cache', () => [cachePassword()]],
    ['providers', providerKeys],
  ]
  const isThere = await Promise.all(makers.map(async ([name]) => (await read('secret', name, namespace)) !== null))
  const missing = makers.filter((_, index) => !isThere[index])
  await apply('hand out the secrets', [
    ...missing.flatMap(([, make]) => make()),
    secret('gateway-certificate', 'kubernetes.io/tls', {
      'tls.crt': certificate.certificate,
      'tls.key': certificate.key,
    }),
  ])
}

/** The passwords that the operator gives both roles, and how api and worker reach the database with one of them, by the poolers. */
function databaseAccess(): Manifest[] {
  const passwords = { a: randomBytes(24).toString('base64url'), b: randomBytes(24).toString('base64url') }
  const reload = { 'cnpg.io/reload': 'true' }
  const roles = Object.entries(passwords).map(([name, password]) =>
    secret(`database-role-${name}`, 'kubernetes.io/basic-auth', { username: `shop_app_${name}`, password }, reload),
  )
  const url = `postgres://shop_app_a:${passwords.a}@database-pooler:5432/shop`
  return [...roles, secret('database-shop', 'Opaque', { url })]
}

function ownKeys(): Manifest {
  const key = () => `local:${randomBytes(32).toString('base64')}`
  return secret('shop-keys', 'Opaque', { 'staff-secrets': key(), 'waiting-room': key() })
}

/** As its users read it, and as Valkey does. */
function cachePassword(): Manifest {
  const password = randomBytes(24).toString('base64url')
  return secret('cache', 'Opaque', { password, 'valkey.conf': `requirepass ${password}\n` })
}

/** Both sides of the simulated providers; base/simulator says where they listen. */
function providerKeys(): Manifest[] {
  const { forShop, forSimulator } = shareOut(makeProviderSecrets(), 'simulator', { port: 4000, smtpPort: 2525 })
  return [secret('providers', 'Opaque', forShop), secret('simulator', 'Opaque', forSimulator)]
}

function secret(
  name: string,
  type: string,
  stringData: Readonly<Record<string, string>>,
  labels: Record<string, string> = {},
): Manifest {
  // Not stringData: the API server turns that into data, and a second apply would not own what the first one wrote.
  const data = Object.fromEntries(
    Object.entries(stringData).map(([key, value]) => [key, Buffer.from(value).toString('base64')]),
  )
  return { apiVersion: 'v1', kind: 'Secret', type, metadata: { name, namespace, labels }, data }
}
