import { createHash } from 'node:crypto'
import { parseAllDocuments } from 'yaml'
import { PlainFailure } from '../command.ts'
import { runOrFail } from '../processes/program.ts'
import { apply, kubectl, type Manifest, read } from './kubectl.ts'

type AddOn = {
  readonly name: string
  /** Where its project publishes the install manifest of the pinned version. */
  readonly url: string
  readonly namespace: string
  /** One of its definitions, which have to be there before anything of their kinds; absent: it has none. */
  readonly definition?: string
  /** Those to wait for, where others of the namespace are not its own; absent: all. */
  readonly deployments?: readonly string[]
  /** Objects of this API need it; absent: it is always there. */
  readonly neededBy?: string
  /** What its program is told here beside what the manifest says. */
  readonly furtherArguments?: readonly string[]
}

/** The operator of the database first: everything waits for that. */
const addOns: readonly [AddOn, ...AddOn[]] = [
  {
    name: 'cloudnative-pg',
    url: 'https://raw.githubusercontent.com/cloudnative-pg/cloudnative-pg/release-1.30/releases/cnpg-1.30.0.yaml',
    namespace: 'cnpg-system',
    definition: 'clusters.postgresql.cnpg.io',
  },
  {
    name: 'envoy-gateway',
    url: 'https://github.com/envoyproxy/gateway/releases/download/v1.9.1/install.yaml',
    namespace: 'envoy-gateway-system',
    definition: 'envoyproxies.gateway.envoyproxy.io',
    // The gateways that it runs are there too.
    deployments: ['envoy-gateway'],
  },
  {
    name: 'metrics-server',
    url: 'https://github.com/kubernetes-sigs/metrics-server/releases/download/v0.9.0/components.yaml',
    namespace: 'kube-system',
    deployments: ['metrics-server'],
    // Processor time is one of the reasons to scale.
    neededBy: 'keda.sh/',
    // kind's kubelets sign their certificates themselves.
    furtherArguments: ['--kubelet-insecure-tls'],
  },
  {
    name: 'keda',
    url: 'https://github.com/kedacore/keda/releases/download/v2.21.0/keda-2.21.0.yaml',
    namespace: 'keda',
    definition: 'scaledobjects.keda.sh',
    neededBy: 'keda.sh/',
  },
]

const FETCH_LIMIT_MS = 10 * 60_000
const READY_LIMIT = '--timeout=240s'
const READY_LIMIT_MS = 250_000

/** Those that a place with these objects needs. */
export function neededAddOns(manifests: readonly Manifest[]): [AddOn, ...AddOn[]] {
  const [operator, ...others] = addOns
  const isNeeded = ({ neededBy }: AddOn) =>
    neededBy === undefined || manifests.some(({ apiVersion }) => apiVersion.startsWith(neededBy))
  return [operator, ...others.filter(isNeeded)]
}

/** Installs what is not installed yet, or in another version; what is as it should be costs one question. */
export async function ensureAddOn(addOn: AddOn, fetchCommand: string | null): Promise<void> {
  const { name, namespace, definition, deployments } = addOn
  const wanted = createHash('sha256').update(JSON.stringify(addOn)).digest('hex').slice(0, 12)
  const record = (await read('configmap', `add-on-${name}`, 'kube-system')) as { data?: { installed?: string } } | null
  if (record?.data?.installed === wanted) return
  const text = fetchCommand === null ? await fetchByHttps(addOn) : await fetchByCommand(addOn, fetchCommand)
  await apply(`install ${name}`, readManifests(addOn, text))
  if (definition !== undefined) {
    await kubectl(
      `wait for the definitions of ${name}`,
      ['wait', '--for=condition=Established', `crd/${definition}`, READY_LIMIT],
      { limitMs: READY_LIMIT_MS },
    )
  }
  const awaited = deployments?.map((one) => `deployment/${one}`) ?? ['deployment', '--all']
  await kubectl(
    `wait for ${name}`,
    ['--namespace', namespace, 'wait', '--for=condition=Available', ...awaited, READY_LIMIT],
    { limitMs: READY_LIMIT_MS },
  )
  await apply(`note that ${name} is installed`, [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: `add-on-${name}`, namespace: 'kube-system' },
      data: { installed: wanted },
    },
  ])
}

type Deployment = { spec: { template: { spec: { containers: { args?: string[] }[] } } } }

/** Throws PlainFailure when it is no install manifest: a page that says "not found" is text too. */
function readManifests({ name, url, furtherArguments = [] }: AddOn, text: string): Manifest[] {
  const manifests = parseAllDocuments(text)
    .map((document) => document.toJS() as Manifest | null)
    .filter((one): one is Manifest => one?.kind !== undefined)
  if (manifests.length === 0) throw new PlainFailure(`What came for ${name} from ${url} is no install manifest.`)
  for (const { spec } of manifests.filter(({ kind }) => kind === 'Deployment') as unknown as Deployment[]) {
    for (const container of spec.template.spec.containers)
      container.args = [...(container.args ?? []), ...furtherArguments]
  }
  return manifests
}

async function fetchByHttps({ name, url }: AddOn): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(FETCH_LIMIT_MS) }).catch((error: unknown) => {
    throw new PlainFailure(
      `${name} cannot be fetched from ${url}: ${error instanceof Error ? error.message : error}. Try again, or give --fetch COMMAND.`,
    )
  })
  if (!answer.ok)
    throw new PlainFailure(`${name} cannot be fetched: ${url} answered ${answer.status}. Give --fetch COMMAND.`)
  return answer.text()
}

function fetchByCommand({ name, url }: AddOn, command: string): Promise<string> {
  return runOrFail(`fetch ${name}`, command, [url], { limitMs: FETCH_LIMIT_MS })
}
