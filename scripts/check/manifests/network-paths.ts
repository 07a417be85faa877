import { BlockList } from 'node:net'
import { type Manifest, type Selector, selects } from './manifest.ts'
import { isInTable, isOurs, type NetworkTable, OWN_NAMESPACE, type Party, partiesIn } from './network-table.ts'

type Peer = {
  readonly podSelector?: Selector
  readonly namespaceSelector?: Selector
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] }
}
type Rule = { readonly from?: readonly Peer[]; readonly to?: readonly Peer[]; readonly ports?: readonly Port[] }
type Port = { readonly port?: number | string; readonly protocol?: string; readonly endPort?: number }
type Policy = Manifest & {
  readonly spec: {
    readonly podSelector: Selector
    readonly policyTypes: readonly string[]
    readonly ingress?: readonly Rule[]
    readonly egress?: readonly Rule[]
  }
}

/** A port on which nobody listens: a rule that forgot its ports lets it through. */
const NOBODYS_PORT = 12_345

/**
 * Every pair of parties of a place on every port, as the policies would have it and as the table says: one sentence for each
 * difference. What both ends' policies allow is allowed, as Kubernetes has it.
 */
export function findNetworkDifferences(table: NetworkTable, manifests: readonly Manifest[], place: string): string[] {
  const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy') as readonly Policy[]
  const parties = partiesIn(table, place)
  return parties
    .filter(({ labels }) => labels !== null)
    .flatMap((from) => parties.filter((to) => isOurs(from) || isOurs(to)).map((to) => ({ from, to })))
    .flatMap(({ from, to }) => [...to.ports, NOBODYS_PORT].map((port) => ({ from, to, port })))
    .flatMap(({ from, to, port }) => {
      const isAllowed = isAllowedBy(policies, from, to, port)
      if (isAllowed === isInTable(table, place, from, to, port)) return []
      return isAllowed
        ? [`the policies let ${from.name} speak to ${to.name} on ${port}, and network.yaml does not`]
        : [`network.yaml lets ${from.name} speak to ${to.name} on ${port}, and the policies do not`]
    })
}

function isAllowedBy(policies: readonly Policy[], from: Party, to: Party, port: number): boolean {
  const isEnd = (party: Party, type: string) => (policy: Policy) =>
    isOurs(party) &&
    party.namespace === OWN_NAMESPACE &&
    policy.spec.policyTypes.includes(type) &&
    selects(policy.spec.podSelector, party.labels ?? {})
  const out = policies.filter(isEnd(from, 'Egress'))
  const into = policies.filter(isEnd(to, 'Ingress'))
  const isLet = (rules: readonly Rule[] | undefined, peers: 'from' | 'to', other: Party) =>
    rules?.some((rule) => isPort(rule.ports, port, other) && isPeer(rule[peers], other)) === true
  return (
    (out.length === 0 || out.some(({ spec }) => isLet(spec.egress, 'to', to))) &&
    (into.length === 0 || into.some(({ spec }) => isLet(spec.ingress, 'from', from)))
  )
}

function isPort(ports: readonly Port[] | undefined, wanted: number, { name }: Party): boolean {
  if (ports === undefined) return true
  return ports.some(({ port, protocol = 'TCP', endPort }) => {
    if (typeof port !== 'number' || endPort !== undefined)
      throw new Error(`A network policy must name its ports one by one, as numbers; towards ${name} one does not.`)
    return port === wanted && protocol === 'TCP'
  })
}

function isPeer(peers: readonly Peer[] | undefined, party: Party): boolean {
  if (peers === undefined) return true
  return peers.some(({ ipBlock, podSelector, namespaceSelector }) => {
    if (ipBlock !== undefined)
      return isWithin(ipBlock.cidr, party.address) && !ipBlock.except?.some((one) => isWithin(one, party.address))
    if (party.labels === null) return false
    const isNamespace =
      namespaceSelector === undefined
        ? party.namespace === OWN_NAMESPACE
        : selects(namespaceSelector, { 'kubernetes.io/metadata.name': party.namespace })
    return isNamespace && (podSelector === undefined || selects(podSelector, party.labels))
  })
}

function isWithin(network: string, address: string): boolean {
  const [base = '', bits] = network.split('/')
  const list = new BlockList()
  list.addSubnet(base, Number(bits), 'ipv4')
  return list.check(address, 'ipv4')
}
