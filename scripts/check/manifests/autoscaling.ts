import { type Manifest, selects, workloadsOf } from './manifest.ts'

type Trigger = { readonly type: string; readonly metadata: Readonly<Record<string, string>> }
type ScaledObject = {
  readonly scaleTargetRef: { readonly name: string }
  readonly minReplicaCount?: number
  readonly maxReplicaCount?: number
  readonly triggers: readonly Trigger[]
}
type Service = { readonly selector?: Readonly<Record<string, string>>; readonly ports: readonly { port: number }[] }

/** One may die while another is drained; more would open more connections than the poolers take. */
const [LEAST, MOST] = [2, 12]

/**
 * What would leave an autoscaler without effect: somebody else who says how many there are, nothing to fall back on, or figures
 * that nobody answers for.
 */
export function findAutoscaling(manifests: readonly Manifest[]): string[] {
  return manifests
    .filter(({ kind }) => kind === 'ScaledObject')
    .flatMap((manifest) => {
      const spec = manifest.spec as unknown as ScaledObject
      const problems = [
        ...findBounds(spec),
        ...findTarget(spec, manifests),
        ...(spec.triggers.some(({ type }) => type === 'cpu')
          ? []
          : ['must scale on processor time too, which is left when nobody counts']),
        ...spec.triggers
          .filter(({ type }) => type === 'metrics-api')
          .flatMap(({ metadata }) => findFigures(metadata, spec, manifests)),
      ]
      return problems.map((one) => `ScaledObject ${manifest.metadata.name} ${one}`)
    })
}

function findBounds({ minReplicaCount, maxReplicaCount }: ScaledObject): string[] {
  return minReplicaCount === LEAST && maxReplicaCount === MOST ? [] : [`must stay between ${LEAST} and ${MOST}`]
}

function findTarget({ scaleTargetRef: { name } }: ScaledObject, manifests: readonly Manifest[]): string[] {
  const target = manifests.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === name)
  if (target === undefined) return [`scales ${name}, which is not there`]
  return 'replicas' in (target.spec ?? {})
    ? [`scales ${name}, whose Deployment says how many there are: it would set it back`]
    : []
}

/** KEDA finds the pods by the Service that its address names, on a port that this Service has. */
function findFigures(
  { url = '' }: Readonly<Record<string, string>>,
  { scaleTargetRef }: ScaledObject,
  manifests: readonly Manifest[],
): string[] {
  const [, name, namespace, port] = /^http:\/\/([\w-]+)\.([\w-]+):(\d+)\//.exec(url) ?? []
  const service = manifests.find(
    ({ kind, metadata }) => kind === 'Service' && metadata.name === name && metadata.namespace === namespace,
  )?.spec as unknown as Service | undefined
  const labels = workloadsOf(manifests).find(({ manifest }) => manifest.metadata.name === scaleTargetRef.name)?.labels
  const isFound =
    service?.ports.some((one) => one.port === Number(port)) === true &&
    selects({ matchLabels: service.selector ?? {} }, labels ?? {})
  return isFound ? [] : [`asks ${url}, behind which are not the pods it scales`]
}
