import type { Party } from '../check/manifests/network-table.ts'
import { apply, kubectl } from '../cluster/kubectl.ts'
import { runOrFail } from '../processes/program.ts'
import { imageWithNode, listenOn, STAND_IN_LABEL } from './stand-ins.ts'

type Outside = { close(): Promise<void> }

/** What nobody reaches from a laptop's cluster as it is, and what therefore needs somebody to answer. */
const PLAYED = ['metadata', 'internet']
const POD = 'stand-in-outside'

type Node = {
  metadata: { name: string; labels: Record<string, string> }
  status: { addresses: { type: string; address: string }[] }
}

async function nodes(): Promise<{ name: string; address: string; isControlPlane: boolean }[]> {
  const { items } = JSON.parse(await kubectl('look at the nodes', ['get', 'nodes', '--output=json'])) as {
    items: Node[]
  }
  return items.map(({ metadata, status }) => ({
    name: metadata.name,
    address: status.addresses.find(({ type }) => type === 'InternalIP')?.address ?? '',
    isControlPlane: 'node-role.kubernetes.io/control-plane' in metadata.labels,
  }))
}

/**
 * Gives the addresses of the cloud's metadata and of the internet to the node of the control plane, where no pod of the shop runs,
 * and leads the others there: what a pod sends to them crosses the same network as it would elsewhere.
 */
export async function openOutside(parties: readonly Party[]): Promise<Outside> {
  const played = parties.filter(({ name }) => PLAYED.includes(name))
  const all = await nodes()
  const host = all.find(({ isControlPlane }) => isControlPlane)
  if (host === undefined) throw new Error('a cluster without a control plane')
  const onNode = (node: string, ...args: string[]) =>
    runOrFail(`set up ${node}`, 'docker', ['exec', node, 'ip', ...args])
  for (const { address } of played) {
    await onNode(host.name, 'address', 'replace', `${address}/32`, 'dev', 'lo')
    for (const { name } of all.filter((one) => one !== host))
      await onNode(name, 'route', 'replace', `${address}/32`, 'via', host.address)
  }
  const ports = [...new Set(played.flatMap((party) => party.ports))]
  await apply('answer for the outside', [
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: POD, namespace: 'default', labels: { [STAND_IN_LABEL]: 'outside' } },
      spec: {
        nodeName: host.name,
        hostNetwork: true,
        terminationGracePeriodSeconds: 0,
        automountServiceAccountToken: false,
        // Ports below 1024 are root's.
        securityContext: { runAsUser: 0 },
        containers: [{ name: 'outside', image: await imageWithNode(), args: ['-e', listenOn(ports)] }],
      },
    },
  ])
  await kubectl(
    'wait for the outside',
    ['--namespace', 'default', 'wait', '--for=condition=Ready', `pod/${POD}`, '--timeout=60s'],
    {
      limitMs: 70_000,
    },
  )
  return {
    async close() {
      for (const { address } of played) {
        for (const { name } of all.filter((one) => one !== host)) await onNode(name, 'route', 'del', `${address}/32`)
        await onNode(host.name, 'address', 'del', `${address}/32`, 'dev', 'lo')
      }
    },
  }
}

/** Where what is no pod is found, by its name and port. */
export async function addressesOutside(parties: readonly Party[]): Promise<Map<string, Map<number, string>>> {
  const host = (await nodes()).find(({ isControlPlane }) => isControlPlane)?.address ?? ''
  const service = (
    await kubectl('look for Kubernetes itself', [
      ...['--namespace', 'default', 'get', 'service', 'kubernetes'],
      '--output=jsonpath={.spec.clusterIP}',
    ])
  ).trim()
  const played = parties.filter(({ name }) => PLAYED.includes(name))
  return new Map([
    [
      'api-server',
      new Map([
        [443, service],
        [6443, host],
      ]),
    ],
    ...played.map(({ name, address, ports }) => [name, new Map(ports.map((port) => [port, address]))] as const),
  ])
}
