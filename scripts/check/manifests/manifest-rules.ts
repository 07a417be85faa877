import { isDeepStrictEqual } from 'node:util'
import { findAutoscaling } from './autoscaling.ts'
import { findConnectionOverdraft } from './connection-budget.ts'
import { type Container, type Manifest, selects, type Workload, workloadsOf } from './manifest.ts'

/** Finds what is wrong in the objects of one overlay; each sentence begins with the object's name. */
type ManifestRule = (manifests: readonly Manifest[], place: string) => string[]

/** Of the 32 s in which a process finishes what it has, and what preStop takes before (docs/time-outs.md). */
const LEAST_GRACE_SECONDS = 38
/** Only where nobody buys in earnest; the mailbox and accounts to try the console with come with an address of the machine. */
const FOR_TRIAL = /\b(?:seed|simulator|mailbox|demo-staff|DEMO_STAFF\w*|(?:[\w-]+\.)?localhost)\b/
const TRIAL_PLACES = ['local']
const SECRET_NAME = /(?:PASSWORD|SECRET|TOKEN|_KEY|CREDENTIALS?)$/
const ADDRESS_WITH_PASSWORD = /:\/\/[^/\s:@]+:[^/\s@]+@/

/** The rules that no schema knows, in the order in which they are told. */
export const MANIFEST_RULES: readonly ManifestRule[] = [
  (manifests) => eachContainer(manifests, findResources),
  (manifests) => eachContainer(manifests, findPrivileges),
  (manifests) => eachContainer(manifests, findImage),
  (manifests) => workloadsOf(manifests).flatMap(findPodPrivileges),
  (manifests) => deploymentsOf(manifests).flatMap(findProbes),
  (manifests) => deploymentsOf(manifests).flatMap(findLifecycle),
  (manifests) => deploymentsOf(manifests).flatMap(findSpread),
  findDisruptionBudgets,
  findNetworkPolicies,
  findConnectionOverdraft,
  findAutoscaling,
  findSecrets,
  findTrials,
]

type Of = { readonly of: string; readonly container: Container }

function eachContainer(manifests: readonly Manifest[], find: (one: Of) => string[]): string[] {
  return workloadsOf(manifests).flatMap(({ manifest, pod }) =>
    [...(pod.initContainers ?? []), ...pod.containers].flatMap((container) =>
      find({ of: nameOf(manifest), container }),
    ),
  )
}

function findResources({ of, container: { resources } }: Of): string[] {
  const isWhole = resources?.requests?.cpu && resources.requests.memory && resources.limits?.memory
  return isWhole ? [] : [`${of} must request processor time and memory and limit its memory`]
}

function findPrivileges({ of, container: { securityContext } }: Of): string[] {
  const isStrict =
    securityContext?.readOnlyRootFilesystem === true &&
    securityContext.allowPrivilegeEscalation === false &&
    securityContext.capabilities?.drop?.includes('ALL') === true
  return isStrict ? [] : [`${of} must have a read-only root file system, no capability and no way to gain one`]
}

function findImage({ of, container: { image = '' } }: Of): string[] {
  const tag = /:([^/:@]+)$/.exec(image)?.[1]
  return tag === undefined || tag === 'latest' ? [`${of} must name one image for good, not ${image || 'none'}`] : []
}

function findPodPrivileges({ manifest, pod }: Workload): string[] {
  const { securityContext, automountServiceAccountToken } = pod
  const isStrict = securityContext?.runAsNonRoot === true && securityContext.seccompProfile?.type === 'RuntimeDefault'
  return [
    ...(isStrict ? [] : [`${nameOf(manifest)} must not run as root, and with the runtime's own seccomp profile`]),
    ...(automountServiceAccountToken === false ? [] : [`${nameOf(manifest)} must carry no token of the API server`]),
    ...(pod.priorityClassName ? [] : [`${nameOf(manifest)} must have a priority class`]),
  ]
}

function findProbes({ manifest, pod }: Workload): string[] {
  return pod.containers.flatMap(({ startupProbe, readinessProbe, livenessProbe }) => {
    if (!startupProbe || !readinessProbe || !livenessProbe) return [`${nameOf(manifest)} must have all three probes`]
    const asked = [livenessProbe, readinessProbe].map(({ httpGet, tcpSocket, exec }) => [httpGet, tcpSocket, exec])
    return isDeepStrictEqual(...(asked as [unknown, unknown]))
      ? [`${nameOf(manifest)} must not be killed for what others do: liveness and readiness ask the same`]
      : []
  })
}

function findLifecycle({ manifest, pod }: Workload): string[] {
  const seconds = pod.containers.map(({ lifecycle }) => lifecycle?.preStop?.sleep?.seconds ?? 0)
  const grace = pod.terminationGracePeriodSeconds ?? 30
  const isPatient = manifest.spec?.strategy?.rollingUpdate?.maxUnavailable === 0
  return [
    ...(seconds.every((one) => one > 0) ? [] : [`${nameOf(manifest)} must sleep before it stops`]),
    ...(grace >= LEAST_GRACE_SECONDS
      ? []
      : [`${nameOf(manifest)} must have ${LEAST_GRACE_SECONDS} s to stop, not ${grace}`]),
    ...(isPatient ? [] : [`${nameOf(manifest)} must keep every old pod until a new one is ready`]),
  ]
}

function findSpread({ manifest, pod }: Workload): string[] {
  const keys = pod.topologySpreadConstraints?.map(({ topologyKey }) => topologyKey) ?? []
  return ['topology.kubernetes.io/zone', 'kubernetes.io/hostname']
    .filter((key) => !keys.includes(key))
    .map((key) => `${nameOf(manifest)} must be spread over ${key}`)
}

function findDisruptionBudgets(manifests: readonly Manifest[]): string[] {
  const budgets = manifests.filter(({ kind }) => kind === 'PodDisruptionBudget')
  return deploymentsOf(manifests)
    .filter(({ labels }) => !budgets.some(({ spec }) => selects(spec?.selector, labels)))
    .map(({ manifest }) => `${nameOf(manifest)} must have a disruption budget`)
}

function findNetworkPolicies(manifests: readonly Manifest[]): string[] {
  const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy')
  const isClosed = policies.some(
    ({ spec }) =>
      selects(spec?.podSelector, {}) && ['Ingress', 'Egress'].every((type) => spec?.policyTypes?.includes(type)),
  )
  const isOwn = ({ spec }: Manifest, labels: Workload['labels']) =>
    !selects(spec?.podSelector, {}) && selects(spec?.podSelector, labels)
  return [
    ...(isClosed ? [] : ['NetworkPolicy: one must forbid everything to everybody, both ways']),
    ...workloadsOf(manifests)
      .filter(({ labels }) => !policies.some((policy) => isOwn(policy, labels)))
      .map(({ manifest }) => `${nameOf(manifest)} must have a network policy of its own`),
  ]
}

function findSecrets(manifests: readonly Manifest[]): string[] {
  const inClear = (name: string, value: string) => SECRET_NAME.test(name) || ADDRESS_WITH_PASSWORD.test(value)
  const secrets = manifests.filter(({ kind }) => kind === 'Secret').map((one) => `${nameOf(one)} must not lie in Git`)
  const maps = manifests
    .filter(({ kind }) => kind === 'ConfigMap')
    .flatMap((one) =>
      Object.entries(one.data ?? {})
        .filter(([name, value]) => inClear(name, value))
        .map(([name]) => `${nameOf(one)} must not hold ${name} in clear`),
    )
  const environments = eachContainer(manifests, ({ of, container }) =>
    (container.env ?? [])
      .filter(({ name, value }) => value !== undefined && inClear(name, value))
      .map(({ name }) => `${of} must not be given ${name} in clear`),
  )
  return [...secrets, ...maps, ...environments]
}

/** Anywhere in an object: its name, an image, an argument, an address. */
function findTrials(manifests: readonly Manifest[], place: string): string[] {
  if (TRIAL_PLACES.includes(place)) return []
  return manifests.flatMap((manifest) => {
    const word = FOR_TRIAL.exec(JSON.stringify(manifest))?.[0]
    return word === undefined
      ? []
      : [`${nameOf(manifest)} must not mention ${word} in ${place}: it is for trying the shop`]
  })
}

function deploymentsOf(manifests: readonly Manifest[]): Workload[] {
  return workloadsOf(manifests).filter(({ manifest }) => manifest.kind === 'Deployment')
}

function nameOf({ kind, metadata }: Manifest): string {
  return `${kind} ${metadata.name}`
}
