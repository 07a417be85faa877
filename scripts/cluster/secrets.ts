import { encodeSecret, makeSecrets, type ShopSecrets, toManifests } from '../secrets/shop-secrets.ts'
import { makeProviderSecrets, shareOut } from '../starter/simulator-place.ts'
import type { Certified } from './certificate.ts'
import { apply, read } from './kubectl.ts'
import { namespace } from './place.ts'

/** Each first name stands for those that are made with it: where it is, they all are. */
const groups = [
  ['database-shop', 'database-role-a', 'database-role-b'],
  ['shop-keys'],
  ['cache'],
  ['providers', 'simulator'],
] as const

/**
 * Makes up the secrets that the cluster lacks; those it has stay. They live in the cluster alone, encrypted, and go with it.
 * The certificate is the one given, so that a renewed one arrives.
 */
export async function ensureSecrets({ certificate, key }: Certified): Promise<void> {
  const isThere = await Promise.all(groups.map(async ([name]) => (await read('secret', name, namespace)) !== null))
  const missing: readonly string[] = groups.filter((_, index) => !isThere[index]).flat()
  const made: ShopSecrets = {
    ...makeSecrets(new Date(), null),
    // Making their pairs of keys takes a second.
    ...(missing.includes('providers') && providerSecrets()),
  }
  const lacking = Object.fromEntries(Object.entries(made).filter(([name]) => missing.includes(name)))
  const ofGateway = {
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'kubernetes.io/tls',
    metadata: { name: 'gateway-certificate', namespace },
    stringData: { 'tls.crt': certificate, 'tls.key': key },
  } as const
  await apply('hand out the secrets', [...toManifests(lacking), ofGateway].map(encodeSecret))
}

/** Both sides of the simulated providers; base/simulator says where they listen. */
function providerSecrets(): ShopSecrets {
  const { forShop, forSimulator } = shareOut(makeProviderSecrets(), 'simulator', { port: 4000, smtpPort: 2525 })
  return { providers: forShop, simulator: forSimulator }
}
