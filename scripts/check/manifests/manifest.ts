/** A Kubernetes object as far as the rules look into it. */
export type Manifest = {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly name: string; readonly namespace?: string }
  readonly data?: Readonly<Record<string, string>>
  readonly spec?: {
    readonly strategy?: { readonly rollingUpdate?: { readonly maxUnavailable?: number | string } }
    readonly selector?: Selector
    readonly podSelector?: Selector
    readonly policyTypes?: readonly string[]
    readonly template?: { readonly metadata?: { readonly labels?: Labels }; readonly spec?: PodSpec }
  }
}

export type Labels = Readonly<Record<string, string>>

export type Selector = {
  readonly matchLabels?: Labels
  readonly matchExpressions?: readonly { key: string; operator: string; values?: readonly string[] }[]
}

type Probe = Readonly<Partial<Record<'httpGet' | 'tcpSocket' | 'exec', object>>>

export type Container = {
  readonly name: string
  readonly image?: string
  readonly env?: readonly { readonly name: string; readonly value?: string }[]
  readonly resources?: {
    readonly requests?: { readonly cpu?: string; readonly memory?: string }
    readonly limits?: { readonly memory?: string }
  }
  readonly startupProbe?: Probe
  readonly readinessProbe?: Probe
  readonly livenessProbe?: Probe
  readonly lifecycle?: { readonly preStop?: { readonly sleep?: { readonly seconds?: number } } }
  readonly securityContext?: {
    readonly readOnlyRootFilesystem?: boolean
    readonly allowPrivilegeEscalation?: boolean
    readonly capabilities?: { readonly drop?: readonly string[] }
  }
}

type PodSpec = {
  readonly automountServiceAccountToken?: boolean
  readonly terminationGracePeriodSeconds?: number
  readonly securityContext?: { readonly runAsNonRoot?: boolean; readonly seccompProfile?: { readonly type?: string } }
  readonly topologySpreadConstraints?: readonly { readonly topologyKey?: string }[]
  readonly priorityClassName?: string
  readonly initContainers?: readonly Container[]
  readonly containers: readonly Container[]
}

/** Whoever starts pods of ours, with those pods. */
export type Workload = { readonly manifest: Manifest; readonly labels: Labels; readonly pod: PodSpec }

export function workloadsOf(manifests: readonly Manifest[]): Workload[] {
  return manifests.flatMap((manifest) => {
    const { template } = manifest.spec ?? {}
    const isWorkload = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'].includes(manifest.kind)
    if (!isWorkload || template?.spec === undefined) return []
    return [{ manifest, labels: template.metadata?.labels ?? {}, pod: template.spec }]
  })
}

/** Whether a selector means pods with these labels; an absent one means none, an empty one all. */
export function selects(selector: Selector | undefined, labels: Labels): boolean {
  if (selector === undefined) return false
  const fits = Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value)
  return (
    fits &&
    (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) => {
      const value = labels[key]
      if (operator === 'Exists') return value !== undefined
      if (operator === 'DoesNotExist') return value === undefined
      const isListed = value !== undefined && values.includes(value)
      return operator === 'In' ? isListed : !isListed
    })
  )
}
