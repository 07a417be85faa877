import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const limitMs = 30_000

type Pod = {
  metadata: { name: string; deletionTimestamp?: string }
  spec: { nodeName: string }
  status: { phase: string; containerStatuses?: { name: string; ready: boolean; containerID: string }[] }
}

/** As much of a hand as killing takes. */
export type PodKiller = {
  /** Throws with a sentence when there is none. */
  readyPods(selector: string): Promise<{ metadata: { name: string } }[]>
  /** SIGKILL to everything in it, at once. */
  killPod(name: string): Promise<void>
}

/** One of the pods of a workload, by the name that all of them carry. */
export async function killOneOf(hand: PodKiller, name: string): Promise<void> {
  const [pod] = await hand.readyPods(`app.kubernetes.io/name=${name}`)
  if (pod !== undefined) await hand.killPod(pod.metadata.name)
}

/** Looks at the cluster and breaks things in it, by kubectl, and by the nodes themselves, which are containers here. */
export class ClusterHand {
  readonly #kubeconfig: string
  readonly #namespace: string

  constructor(kubeconfig: string, namespace: string) {
    this.#kubeconfig = kubeconfig
    this.#namespace = namespace
  }

  async kubectl(...args: string[]): Promise<string> {
    const { stdout } = await run(
      'kubectl',
      ['--kubeconfig', this.#kubeconfig, '--namespace', this.#namespace, ...args],
      {
        timeout: limitMs,
        maxBuffer: 32 * 1024 * 1024,
      },
    )
    return stdout
  }

  /** Pods with these labels that are meant to be there and are ready. Throws with a sentence when there is none. */
  async readyPods(selector: string): Promise<Pod[]> {
    const { items } = JSON.parse(await this.kubectl('get', 'pods', '--selector', selector, '--output=json')) as {
      items: Pod[]
    }
    const ready = items.filter(
      ({ metadata, status }) =>
        metadata.deletionTimestamp === undefined && status.containerStatuses?.every((one) => one.ready) === true,
    )
    if (ready.length === 0) throw new Error(`no pod with ${selector} is ready`)
    return ready
  }

  /** SIGKILL to the process of a pod; the pod stays in its place, as after an end for lack of memory. */
  async killProcess({ spec, status, metadata }: Pod): Promise<void> {
    const id = status.containerStatuses?.[0]?.containerID.replace('containerd://', '')
    if (id === undefined) throw new Error(`${metadata.name} has no container`)
    await run(
      'docker',
      ['exec', spec.nodeName, 'ctr', '--namespace', 'k8s.io', 'tasks', 'kill', '--signal', 'SIGKILL', id],
      {
        timeout: limitMs,
      },
    )
  }

  /** The pod with all that runs in it, at once and without a word: SIGKILL, and another one in its place. */
  async killPod(name: string): Promise<void> {
    await this.kubectl('delete', 'pod', name, '--grace-period=0', '--force', '--wait=false')
  }

  /** null when everything that should run does and is ready; else what is missing, in a sentence. */
  async findUnsteady(): Promise<string | null> {
    type Deployment = {
      metadata: { name: string }
      spec: { replicas: number }
      status: { readyReplicas?: number; updatedReplicas?: number }
    }
    type Cluster = {
      spec: { instances: number }
      status: { readyInstances?: number; currentPrimary?: string; targetPrimary?: string }
    }
    const [deployments, clusters] = await Promise.all(
      ['deployments', 'clusters.postgresql.cnpg.io'].map(
        async (kind) => (JSON.parse(await this.kubectl('get', kind, '--output=json')) as { items: unknown[] }).items,
      ),
    )
    const late = (deployments as Deployment[]).filter(
      ({ spec, status }) => status.readyReplicas !== spec.replicas || status.updatedReplicas !== spec.replicas,
    )
    const broken = (clusters as Cluster[]).filter(
      ({ spec, status }) => status.readyInstances !== spec.instances || status.currentPrimary !== status.targetPrimary,
    )
    if (late.length > 0) return `not all pods of ${late.map(({ metadata }) => metadata.name).join(', ')} are ready`
    return broken.length > 0 ? 'the database has not all of its instances' : null
  }

  /** The pod whose PostgreSQL takes writes. */
  async primary(): Promise<string> {
    return (
      await this.kubectl('get', 'cluster.postgresql.cnpg.io/database', '--output=jsonpath={.status.currentPrimary}')
    ).trim()
  }
}
