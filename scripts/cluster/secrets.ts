import { randomBytes } from 'node:crypto'
import type { Certified } from './certificate.ts'
import { apply, type Manifest, read } from './kubectl.ts'
import { namespace } from './place.ts'

/**
 * Makes up the secrets that the cluster lacks; those it has stay. They live in the cluster alone, encrypted, and go with it.
 * The certificate is the one given, so that a renewed one arrives.
 */
export async function ensureSecrets(certificate: Certified): Promise<void> {
  const made: Manifest[] = []
  if ((await read('secret', 'database-shop', namespace)) === null) made.push(databaseAccess())
  if ((await read('secret', 'shop-keys', namespace)) === null) made.push(ownKeys())
  made.push(
    secret('gateway-certificate', 'kubernetes.io/tls', {
      'tls.crt': certificate.certificate,
      'tls.key': certificate.key,
    }),
  )
  await apply('hand out the secrets', made)
}

/** How api and worker reach the database, through the poolers. The operator gives the role this password. */
function databaseAccess(): Manifest {
  const [username, password] = ['shop_app', randomBytes(24).toString('base64url')]
  const url = `postgres://${username}:${password}@database-pooler:5432/shop`
  return secret('database-shop', 'kubernetes.io/basic-auth', { username, password, url }, { 'cnpg.io/reload': 'true' })
}

function ownKeys(): Manifest {
  const key = () => `local:${randomBytes(32).toString('base64')}`
  return secret('shop-keys', 'Opaque', { 'staff-secrets': key(), 'waiting-room': key() })
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
