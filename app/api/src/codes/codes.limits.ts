import { isIPv6 } from 'node:net'

/** How long a code works. OWASP ASVS 5, 6.5.5: at most ten minutes for a code sent out of band. */
export const codeLifetimeSeconds = 600
/** Wrong entries of one code; with six digits a guesser has five chances in a million per code. */
export const maxCodeAttempts = 5

/** Pause before the next code for the same purpose: a minute, then twice as long each time, counted over an hour. */
const firstResendSeconds = 60
/** Codes per phone and hour, whatever they are for: 60 + 120 + 240 + 480 seconds of pauses lie between five. */
export const maxCodesPerPhoneHour = 5
/** Codes per phone and day: nobody signs in more often; a phone somebody else bombs rings ten times and no more. */
const maxCodesPerPhoneDay = 10
/**
 * Codes per address and hour. Mobile carriers put thousands of phones behind one IPv4 address (CGNAT): 5,000 shoppers there, each
 * with a code and one more, must pass. What a lone attacker can do with it is held by the limit per phone and the one in all.
 */
export const maxCodesPerAddressHour = 10_000

const hourSeconds = 3_600
const daySeconds = 86_400

export type CountedScope = { scope: string; windowSeconds: number; max: number }

/**
 * What one code counts against, in the order in which everybody locks the counters: the narrowest first, the one that all share
 * last and for the shortest time. `codesPerDay`: what the owner lets the shop send in all, which caps the bill of an attacker
 * with many numbers and addresses.
 */
export function countedScopes(phone: string, clientAddress: string, codesPerDay: number): CountedScope[] {
  return [
    { scope: `phone ${phone}`, windowSeconds: daySeconds, max: maxCodesPerPhoneDay },
    { scope: `address ${networkOf(clientAddress)}`, windowSeconds: hourSeconds, max: maxCodesPerAddressHour },
    { scope: 'all', windowSeconds: daySeconds, max: codesPerDay },
  ]
}

/** The part of an address that one subscriber holds: an IPv4 address, or the /64 of an IPv6 address. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length)
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...(tail ? tail.split(':') : [])]
  return `${all.slice(0, 4).join(':')}::/64`
}

/** Seconds until the next code for a purpose may be sent, when `sentCount` went out within the hour. */
export function resendPauseSeconds(sentCount: number): number {
  return firstResendSeconds * 2 ** (sentCount - 1)
}
