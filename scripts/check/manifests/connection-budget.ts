import { type Manifest, workloadsOf } from './manifest.ts'

/** PostgreSQL keeps 3 for superusers; the operator, a migration and people who look take the rest. */
const RESERVED = 13
/** While a release is rolled out there is one pod more of each. */
const SURGE = 1

type Parameters = Readonly<Record<string, string>>
type Pooler = { spec: { instances: number; pgbouncer: { parameters: Parameters } } }
type Cluster = { spec: { postgresql: { parameters: Parameters } } }
type Autoscaler = { spec: { maxReplicaCount: number; scaleTargetRef: { name: string } } }
type EnvFrom = { envFrom?: readonly { configMapRef?: { name: string } }[] }

/**
 * Whoever may connect, added up: what all processes may open fits into one pooler, in case the other is away, and what all
 * poolers may open fits into the database.
 */
export function findConnectionOverdraft(manifests: readonly Manifest[]): string[] {
  const pooler = manifests.find(({ kind }) => kind === 'Pooler') as Pooler | undefined
  const cluster = manifests.find(({ kind }) => kind === 'Cluster') as Cluster | undefined
  if (pooler === undefined || cluster === undefined) return []
  const { max_client_conn: accepted, max_db_connections: opened } = pooler.spec.pgbouncer.parameters
  const wanted = workloadsOf(manifests).reduce((sum, { manifest }) => sum + connectionsOf(manifest, manifests), 0)
  const atDatabase = (pooler.spec.instances + SURGE) * Number(opened) + RESERVED
  const most = Number(cluster.spec.postgresql.parameters.max_connections)
  return [
    ...(wanted <= Number(accepted)
      ? []
      : [`Pooler: the processes may open ${wanted} connections and one pooler takes ${accepted}`]),
    ...(atDatabase <= most
      ? []
      : [`Cluster: the poolers and others may open ${atDatabase} connections and it takes ${most}`]),
  ]
}

function connectionsOf(manifest: Manifest, manifests: readonly Manifest[]): number {
  if (manifest.kind !== 'Deployment') return 0
  const containers = (manifest.spec?.template?.spec?.containers ?? []) as readonly EnvFrom[]
  const names = containers.flatMap(
    ({ envFrom }) => envFrom?.flatMap(({ configMapRef }) => configMapRef?.name ?? []) ?? [],
  )
  const poolSize = names
    .map((name) => manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name))
    .map((map) => Number(map?.data?.DATABASE_POOL_SIZE ?? 0))
    .reduce((most, one) => Math.max(most, one), 0)
  const autoscaler = manifests.find(
    (one) =>
      one.kind === 'ScaledObject' && (one as unknown as Autoscaler).spec.scaleTargetRef.name === manifest.metadata.name,
  ) as unknown as Autoscaler | undefined
  const { replicas = 1 } = manifest.spec as { replicas?: number }
  return ((autoscaler?.spec.maxReplicaCount ?? replicas) + SURGE) * poolSize
}
