import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainFailure } from '../command.ts'
import { runOrFail, runProgram } from '../processes/program.ts'
import { tryKubectl } from './kubectl.ts'
import { requireRoom } from './machine.ts'
import { clusterName, folder, kindConfiguration, kubeconfig, registry, root } from './place.ts'

const CREATE_LIMIT_MS = 5 * 60_000
const PULL_LIMIT_MS = 5 * 60_000
/** A machine at its limit is slow to answer, and still there. */
const ANSWER_LIMIT_MS = 60_000

export async function hasCluster(): Promise<boolean> {
  const names = await runOrFail('list the clusters', 'kind', ['get', 'clusters', '--quiet'])
  return names.split('\n').includes(clusterName)
}

/** A cluster that answers: the one that is there, or a new one. One that was half made is deleted again. */
export async function ensureCluster(): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (await hasCluster()) return requireAnswer()
  await requireRoom()
  writeEncryptionKey()
  const args = ['create', 'cluster', '--config', kindConfiguration, '--kubeconfig', kubeconfig, '--wait', '120s']
  try {
    await runOrFail('make the cluster', 'kind', args, { cwd: root, limitMs: CREATE_LIMIT_MS })
  } catch (error) {
    await deleteCluster()
    throw error
  }
}

async function requireAnswer(): Promise<void> {
  await runOrFail('find the way to the cluster', 'kind', [
    'export',
    'kubeconfig',
    '--name',
    clusterName,
    '--kubeconfig',
    kubeconfig,
  ])
  const giveUpAt = performance.now() + ANSWER_LIMIT_MS
  while (performance.now() < giveUpAt) {
    const { code } = await tryKubectl(['get', '--raw=/readyz', '--request-timeout=10s'])
    if (code === 0) return
    await sleep(1_000)
  }
  throw new PlainFailure(
    `There is a cluster ${clusterName} and it does not answer: delete it with npm run cluster down -- --delete ${clusterName}, then run the command again.`,
  )
}

export async function deleteCluster(): Promise<void> {
  await runOrFail('delete the cluster', 'kind', [
    'delete',
    'cluster',
    '--name',
    clusterName,
    '--kubeconfig',
    kubeconfig,
  ])
}

/** Secrets lie encrypted in etcd. The key is this cluster's own and never leaves the machine. */
function writeEncryptionKey(): void {
  const file = path.join(folder, 'encryption', 'configuration.json')
  if (existsSync(file)) return
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const key = { name: 'local', secret: randomBytes(32).toString('base64') }
  const providers = [{ secretbox: { keys: [key] } }, { identity: {} }]
  const configuration = {
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'EncryptionConfiguration',
    resources: [{ resources: ['secrets'], providers }],
  }
  writeFileSync(file, JSON.stringify(configuration), { mode: 0o600 })
}

/** The registry that images are pushed to, on 127.0.0.1, and every node's way to it (kind.sigs.k8s.io/docs/user/local-registry). */
export async function ensureRegistry(): Promise<void> {
  const { container, port, image } = registry
  const state = await runProgram('docker', ['inspect', '--format', '{{.State.Running}}', container])
  if (state.code !== 0) {
    await runOrFail('make the network of the cluster', 'bash', [
      '-c',
      'docker network inspect kind > /dev/null 2>&1 || docker network create kind',
    ])
    const published = [
      '--publish',
      `127.0.0.1:${port}:5000`,
      '--network',
      'kind',
      '--volume',
      `${container}:/var/lib/registry`,
    ]
    await runOrFail(
      'start a registry on this machine',
      'docker',
      ['run', '--detach', '--restart=unless-stopped', '--name', container, ...published, image],
      { limitMs: PULL_LIMIT_MS },
    )
  } else if (state.stdout.trim() !== 'true') {
    await runOrFail('start the registry on this machine', 'docker', ['start', container])
  }
}

/** Whether the registry has this image of a release already; the same release is the same content. */
export async function hasImage(name: string, release: string): Promise<boolean> {
  const url = `http://127.0.0.1:${registry.port}/v2/dhakacart/${name}/manifests/${release}`
  const accept =
    'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json'
  const answer = await fetch(url, { method: 'HEAD', headers: { accept }, signal: AbortSignal.timeout(5_000) }).catch(
    () => null,
  )
  return answer?.ok === true
}

export async function connectNodesToRegistry(): Promise<void> {
  const nodes = (await runOrFail('list the nodes', 'kind', ['get', 'nodes', '--name', clusterName])).trim().split('\n')
  const place = `/etc/containerd/certs.d/localhost:${registry.port}`
  const hosts = `[host."http://${registry.container}:5000"]\n`
  await Promise.all(
    nodes.map((node) =>
      runOrFail('tell a node where the registry is', 'docker', [
        'exec',
        node,
        'sh',
        '-c',
        `mkdir -p ${place} && printf '%s' '${hosts}' > ${place}/hosts.toml`,
      ]),
    ),
  )
}
