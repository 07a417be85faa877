import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { Labels } from './manifest.ts'

/** Whoever can be at an end of a connection: pods, or an address that stands for what is no pod. */
export type Party = {
  readonly name: string
  readonly says: string
  readonly namespace: string
  /** null: no pod. */
  readonly labels: Labels | null
  readonly address: string
  /** Where it listens. */
  readonly ports: readonly number[]
  /** null: in every place. */
  readonly places: readonly string[] | null
  /** Pods whose policies are not ours to write. */
  readonly isForeign: boolean
}

type Path = {
  readonly from: string
  readonly to: Readonly<Record<string, readonly number[]>>
  readonly why: string
  readonly places?: readonly string[]
}

export type NetworkTable = { readonly parties: readonly Party[]; readonly paths: readonly Path[] }

type WrittenParty = {
  says: string
  namespace?: string
  labels?: Labels
  address?: string
  ports: number[]
  places?: string[]
  isForeign?: boolean
}

const file = path.resolve(import.meta.dirname, '..', '..', '..', 'platform', 'kubernetes', 'network.yaml')
/** The namespace of ours. */
export const OWN_NAMESPACE = 'shop'
/** Any address of a pods' network: policies know pods by their labels alone. */
const POD_ADDRESS = '10.244.7.7'
const EVERYBODY = 'everybody'

/** platform/kubernetes/network.yaml. Throws where a path names nobody or a port on which nobody listens. */
export function readNetworkTable(text = readFileSync(file, 'utf8')): NetworkTable {
  const written = parse(text) as { parties: Record<string, WrittenParty>; paths: Path[] }
  const parties = Object.entries(written.parties).map(
    ([name, { says, namespace = OWN_NAMESPACE, labels, address, ports, places, isForeign = false }]): Party => ({
      name,
      says,
      namespace,
      labels: labels ?? null,
      address: address ?? POD_ADDRESS,
      ports,
      places: places ?? null,
      isForeign,
    }),
  )
  const table = { parties, paths: written.paths }
  for (const { from, to } of table.paths) {
    if (from !== EVERYBODY) partyOf(table, from)
    for (const [name, ports] of Object.entries(to)) {
      const deaf = ports.find((port) => !partyOf(table, name).ports.includes(port))
      if (deaf !== undefined) throw new Error(`network.yaml: ${name} does not listen on ${deaf}`)
    }
  }
  return table
}

function partyOf({ parties }: NetworkTable, name: string): Party {
  const found = parties.find((one) => one.name === name)
  if (found === undefined) throw new Error(`network.yaml: a path names ${name}, which is no party`)
  return found
}

/** The parties that there are in a place. */
export function partiesIn({ parties }: NetworkTable, place: string): Party[] {
  return parties.filter(({ places }) => places === null || places.includes(place))
}

/** The pods of ours, who are the ones that our policies hold. */
export function isOurs({ labels, isForeign }: Party): boolean {
  return labels !== null && !isForeign
}

/** Whether the table lets one speak to the other on this port, in this place. */
export function isInTable({ paths }: NetworkTable, place: string, from: Party, to: Party, port: number): boolean {
  return paths.some(
    (one) =>
      (one.places === undefined || one.places.includes(place)) &&
      (one.from === from.name || (one.from === EVERYBODY && isOurs(from))) &&
      one.to[to.name]?.includes(port) === true,
  )
}

/** The table as docs/network.md shows it. */
export function writeNetworkTable(table: NetworkTable): string {
  const where = (...places: readonly (readonly string[] | null | undefined)[]) =>
    places.find((one) => one !== null && one !== undefined)?.join(', ') ?? 'everywhere'
  const placesOf = (name: string) => table.parties.find((one) => one.name === name)?.places
  const paths = table.paths.flatMap(({ from, to, why, places }) =>
    Object.entries(to).map(
      ([name, ports]) =>
        `| ${from} | ${name} | ${ports.join(', ')} | ${why} | ${where(places, placesOf(from), placesOf(name))} |`,
    ),
  )
  const parties = table.parties.map(
    ({ name, says, namespace, labels, places }) =>
      `| ${name} | ${says} | ${labels === null ? 'no pod' : namespace} | ${where(places)} |`,
  )
  return [
    '| from | to | port | for | in |',
    '|---|---|---|---|---|',
    ...paths,
    '',
    '| party | is | in the namespace | in |',
    '|---|---|---|---|',
    ...parties,
  ].join('\n')
}
