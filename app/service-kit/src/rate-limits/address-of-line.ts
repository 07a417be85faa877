import { isIPv6 } from 'node:net'

/** The part of an IPv6 address that one subscriber is given whole (RFC 6177): within it nobody can be told from another. */
const partsOfSubscriber = 4

/** What a limit of this name counts an address by: whoever counts the same thing elsewhere has the same key. */
export function keyOfLine(name: string, address: string): string {
  return `${name}:${addressOfLine(address)}`
}

/** What addresses of one line have in common: an IPv4 address as it is, of IPv6 the network of the subscriber. */
export function addressOfLine(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - first.length - last.length
  const parts = [...first, ...Array<string>(zeros).fill('0'), ...last]
  return `${parts.slice(0, partsOfSubscriber).join(':')}::`
}
