import { type LookupAddress, type LookupOptions, lookup as lookupHost } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/**
 * Networks that are nobody's on the internet: this machine, its neighbours, and what clouds tell their own machines (IANA's
 * special-purpose registries, RFC 6890). An IPv4 address written as IPv6 is judged as the IPv4 address it is.
 */
const insideNetworks: readonly [string, number, 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]
const inside = new BlockList()
for (const [network, prefix, family] of insideNetworks) inside.addSubnet(network, prefix, family)

export function isInsideAddress(address: string): boolean {
  return inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** Before a connection: where this was to go is not where it may go. */
export class OutgoingRefused extends Error {
  readonly code = 'OUTGOING_REFUSED'
}

export type Resolve = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/**
 * Resolves names for connections, and refuses a name that leads to the inside with any of its addresses. The connection uses the
 * very addresses that were judged, so that a second answer of the name cannot differ from the first.
 */
export function createOutsideLookup(resolve: Resolve = lookupHost): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error !== null || first === undefined) return done(error ?? new OutgoingRefused(`${host} has no address`), [])
      if (addresses.some(({ address }) => isInsideAddress(address)))
        return done(new OutgoingRefused(`${host} leads to an address that is not on the internet`), [])
      if (options.all === true) done(null, addresses)
      else done(null, first.address, first.family)
    })
  }
}
