import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv4, SocketAddress } from 'node:net'

/** The visitor's address behind a request, as `clientAddress` judges its peer and X-Forwarded-For. */
export function addressOf({ headers, socket }: IncomingMessage, clientAddress: ClientAddress): string {
  const forwardedFor = headers['x-forwarded-for']
  return clientAddress(socket.remoteAddress, Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor)
}

export type ClientAddress = (remoteAddress: string | undefined, forwardedForHeader: string | undefined) => string

const unspecified = '0.0.0.0'

/** One spelling per address, so a rate limit cannot be escaped by writing an address differently; null if malformed. */
function normaliseAddress(text: string): string | null {
  const family = isIP(text)
  if (family === 4) return text
  if (family === 0 || text.includes('%')) return null
  const canonical = new SocketAddress({ address: text, family: 'ipv6' }).address
  const mapped = /^::ffff:(.+)$/.exec(canonical)?.[1]
  return mapped !== undefined && isIPv4(mapped) ? mapped : canonical
}

function addPeer(peers: BlockList, entry: string): void {
  if (entry === 'loopback') {
    peers.addSubnet('127.0.0.0', 8, 'ipv4')
    peers.addAddress('::1', 'ipv6')
    return
  }
  const [address = '', bits, ...rest] = entry.split('/')
  const family = isIP(address)
  const bitsMax = family === 4 ? 32 : 128
  const prefix = bits === undefined ? bitsMax : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN
  const isUsable = family !== 0 && normaliseAddress(address) !== null && rest.length === 0
  // A prefix of 0 would believe every visitor about their own address, the opposite of naming peers.
  if (!isUsable || !(prefix >= 1 && prefix <= bitsMax)) {
    throw new RangeError(
      `must list addresses, networks like 10.0.0.0/8, or the word loopback; "${entry}" is none of them`,
    )
  }
  if (family === 6 && isIPv4(normaliseAddress(address) ?? '')) {
    throw new RangeError(`must give "${entry}" in its IPv4 form`)
  }
  peers.addSubnet(address, prefix, family === 4 ? 'ipv4' : 'ipv6')
}

/**
 * Takes the peers whose X-Forwarded-For is believed and returns the function that finds a visitor's address: it walks
 * the header from the right for as long as the peer is trusted and stops at a malformed entry. It always returns one
 * normalised address, `0.0.0.0` when the socket is already gone. RangeError for a peer that is not an address.
 */
export function trustedPeers(list: readonly string[]): ClientAddress {
  const peers = new BlockList()
  for (const entry of list) addPeer(peers, entry.trim())
  const isTrusted = (address: string) => peers.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')

  return (remoteAddress, forwardedForHeader) => {
    // A link-local peer carries its interface (fe80::1%eth0), which says nothing about who it is.
    let address = normaliseAddress((remoteAddress ?? '').split('%')[0] ?? '') ?? unspecified
    if (forwardedForHeader === undefined || !isTrusted(address)) return address
    for (const entry of forwardedForHeader.split(',').reverse()) {
      const previous = normaliseAddress(entry.trim())
      if (previous === null) return address
      address = previous
      if (!isTrusted(address)) return address
    }
    return address
  }
}
