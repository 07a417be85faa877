import { setTimeout as sleep } from 'node:timers/promises'
import { namespace } from '../cluster/place.ts'
import { PlainFailure } from '../command.ts'
import { runOrFail, runProgram } from '../processes/program.ts'
import type { Phase } from './rotation.ts'
import { decodeSecret, encodeSecret, type RoleName, type ShopSecrets, toManifests } from './shop-secrets.ts'

/** A cluster with the shop in it. */
export type ShopCluster = {
  /** The secrets of these names, as the cluster has them. */
  read(names: readonly string[]): Promise<ShopSecrets>
  hand(secrets: ShopSecrets): Promise<void>
  /** Starts processes anew one after another where they were not started with `content`, and waits until no other is left. */
  restart(deployments: readonly string[], content: string): Promise<void>
  /** Waits until the database takes the password that the role's secret has now. */
  awaitRole(role: RoleName): Promise<void>
  /** Does the work while nobody else changes secrets here. Throws PlainFailure when somebody does. */
  alone<T>(work: () => Promise<T>): Promise<T>
}

type Metadata = { name: string; resourceVersion: string; annotations?: Record<string, string> }
type Secret = { metadata: Metadata; data?: Record<string, string> }
type Pod = { metadata: Metadata; status?: { phase?: string } }
type Database = {
  status?: { managedRolesStatus?: { passwordStatus?: Record<string, { resourceVersion?: string } | undefined> } }
}

const ROLLOUT_LIMIT_S = 300
/** A pod that goes has 40 s. */
const LEAVE_LIMIT_MS = 90_000
const ROLE_LIMIT_MS = 120_000
const POLL_MS = 500
const ANNOTATION = 'shop/secrets'
const LOCK = 'secrets-in-rotation'

/** `connection` is what kubectl needs to find it: ['--kubeconfig', …] or ['--context', …]. */
export function connectShopCluster(connection: readonly string[]): ShopCluster {
  const prefix = [...connection, '--namespace', namespace]
  const kubectl = (purpose: string, args: readonly string[], options = {}) =>
    runOrFail(purpose, 'kubectl', [...prefix, ...args], options)
  const get = async <T>(purpose: string, args: readonly string[]) =>
    JSON.parse(await kubectl(purpose, ['get', ...args, '--output=json'])) as T

  const hand = async (secrets: ShopSecrets) => {
    const items = toManifests(secrets).map(encodeSecret)
    const args = ['apply', '--server-side', '--force-conflicts', '--field-manager=npm-run-secrets', '-f', '-']
    await kubectl('hand out the secrets', args, { input: JSON.stringify({ apiVersion: 'v1', kind: 'List', items }) })
  }

  const restart = async (deployments: readonly string[], content: string) => {
    const patch = JSON.stringify({ spec: { template: { metadata: { annotations: { [ANNOTATION]: content } } } } })
    for (const name of deployments) await kubectl(`start ${name} anew`, ['patch', 'deployment', name, '--patch', patch])
    for (const name of deployments) {
      const args = ['rollout', 'status', `deployment/${name}`, `--timeout=${ROLLOUT_LIMIT_S}s`]
      await kubectl(`wait for ${name}`, args, { limitMs: (ROLLOUT_LIMIT_S + 10) * 1_000 })
    }
    // A pod that drains may still open connections with what it was started with.
    const selector = `app.kubernetes.io/name in (${deployments.join(',')})`
    await until(
      LEAVE_LIMIT_MS,
      `processes with the old secrets are still there: ${deployments.join(', ')}`,
      async () => {
        const { items } = await get<{ items: Pod[] }>('look for old pods', ['pods', '--selector', selector])
        return items
          .filter(({ status }) => status?.phase !== 'Succeeded' && status?.phase !== 'Failed')
          .every(({ metadata }) => metadata.annotations?.[ANNOTATION] === content)
      },
    )
  }

  return {
    async read(names) {
      const { items } = await get<{ items: Secret[] }>('read the secrets', ['secrets'])
      const wanted = items.filter(({ metadata }) => names.includes(metadata.name))
      return Object.fromEntries(wanted.map(({ metadata, data = {} }) => [metadata.name, decodeSecret(data)]))
    },
    hand,
    restart,
    async awaitRole(role) {
      const { metadata } = await get<Secret>('look at the role', ['secret', `database-role-${role}`])
      await until(ROLE_LIMIT_MS, `the database did not take the new password of shop_app_${role}`, async () => {
        const { status } = await get<Database>('look at the database', ['clusters.postgresql.cnpg.io', 'database'])
        const taken = status?.managedRolesStatus?.passwordStatus?.[`shop_app_${role}`]
        return taken?.resourceVersion === metadata.resourceVersion
      })
    },
    async alone(work) {
      const { code, stderr } = await runProgram('kubectl', [...prefix, 'create', 'configmap', LOCK])
      if (code !== 0 && stderr.includes('AlreadyExists')) {
        throw new PlainFailure(
          `Somebody changes the secrets of this place now. If that was ended midway: kubectl -n ${namespace} delete configmap ${LOCK}, then run the command again.`,
        )
      }
      if (code !== 0) throw new PlainFailure(`Could not begin: ${stderr.trim().split('\n')[0]}`)
      try {
        return await work()
      } finally {
        await runProgram('kubectl', [...prefix, 'delete', 'configmap', LOCK])
      }
    },
  }
}

/** Carries one phase out. Safe to repeat. */
export async function carryOut(cluster: ShopCluster, { secrets, restarts, awaitedRole }: Phase, content: string) {
  await cluster.hand(secrets)
  if (awaitedRole !== null) await cluster.awaitRole(awaitedRole)
  if (restarts.length > 0) await cluster.restart(restarts, content)
}

async function until(limitMs: number, otherwise: string, isSo: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + limitMs
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) throw new PlainFailure(`After ${limitMs / 1_000} s ${otherwise}.`)
    await sleep(POLL_MS)
  }
}
