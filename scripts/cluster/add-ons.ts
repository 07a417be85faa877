import { createHash } from 'node:crypto'
import { PlainFailure } from '../command.ts'
import { runOrFail } from '../processes/program.ts'
import { apply, kubectl, read } from './kubectl.ts'

type AddOn = {
  readonly name: string
  /** Where its project publishes the install manifest of the pinned version. */
  readonly url: string
  readonly namespace: string
  /** Its definitions, which have to be there before anything of their kinds. */
  readonly definitions: string
}

export const addOns: readonly AddOn[] = [
  {
    name: 'cloudnative-pg',
    url: 'https://raw.githubusercontent.com/cloudnative-pg/cloudnative-pg/release-1.30/releases/cnpg-1.30.0.yaml',
    namespace: 'cnpg-system',
    definitions: 'clusters.postgresql.cnpg.io',
  },
  {
    name: 'envoy-gateway',
    url: 'https://github.com/envoyproxy/gateway/releases/download/v1.9.1/install.yaml',
    namespace: 'envoy-gateway-system',
    definitions: 'envoyproxies.gateway.envoyproxy.io',
  },
]

const FETCH_LIMIT_MS = 10 * 60_000
const READY_LIMIT = '--timeout=240s'

/** Installs what is not installed yet, or in another version; what is as it should be costs one question. */
export async function ensureAddOn(addOn: AddOn, fetchCommand: string | null): Promise<void> {
  const { name, url, namespace, definitions } = addOn
  const wanted = createHash('sha256').update(url).digest('hex').slice(0, 12)
  const record = (await read('configmap', `add-on-${name}`, 'kube-system')) as { data?: { installed?: string } } | null
  if (record?.data?.installed === wanted) return
  const manifest = fetchCommand === null ? await fetchByHttps(addOn) : await fetchByCommand(addOn, fetchCommand)
  await apply(`install ${name}`, manifest)
  await kubectl(
    `wait for the definitions of ${name}`,
    ['wait', '--for=condition=Established', `crd/${definitions}`, READY_LIMIT],
    { limitMs: 250_000 },
  )
  await kubectl(
    `wait for ${name}`,
    ['--namespace', namespace, 'wait', '--for=condition=Available', 'deployment', '--all', READY_LIMIT],
    { limitMs: 250_000 },
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
