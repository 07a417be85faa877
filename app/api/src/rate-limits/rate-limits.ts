import type { RateLimit } from '@dhakacart/service-kit/rate-limits/rate-limiter.ts'
import { strangersLimit } from '@dhakacart/service-kit/rate-limits/strangers.ts'

/**
 * What one client may ask, by class of route; a client is a browser that we gave a signed cookie, or an account. Nobody who shops
 * comes near: each number is several times the busiest person we could think of, so that whoever is refused is a program. An
 * assumption until real visitors are measured; `requests_limited_total` shows whom it meets.
 */
export const clientLimits = {
  // A page without JavaScript asks up to four times; somebody angry reloads it twice a second.
  read: { perSecond: 10, burst: 120 },
  // The search box asks 150 ms after the last letter, so a fast typist six times a second, for the length of a word or two.
  search: { perSecond: 4, burst: 40 },
  // A cart has 50 lines; + and − pressed quickly are three a second, and no longer than a finger lasts.
  write: { perSecond: 3, burst: 60 },
  // Each press is one request, and one more when it was not answered within 5 s. Twenty presses in a row are despair already.
  order: { perSecond: 0.5, burst: 20 },
  // Tabs and reloads in a waiting room have one place; pressing often changes nothing.
  ticket: { perSecond: 1, burst: 20 },
} as const satisfies Record<string, RateLimit>
export type ClientClass = keyof typeof clientLimits

/**
 * What one address may ask: a coarse last line. The mobile carriers of Bangladesh put thousands of phones behind one address
 * (carrier-grade NAT, RFC 6888), so it is sized for 5,000 shoppers.
 */
export const addressLimits = {
  // 5,000 shoppers with 10 s between two actions (the rush of a sale; 30 s is usual) and two requests an action; and everybody's
  // first four at once.
  known: { perSecond: 1_000, burst: 20_000 },
  strangers: strangersLimit,
  // Each of them once at the door of a waiting room; beyond that as many as come in a rush of 100 s.
  newTickets: { perSecond: 50, burst: 5_000 },
} as const satisfies Record<string, RateLimit>
export type AddressClass = keyof typeof addressLimits

/** Programs that sign what they ask or are asked back, and what storefronts answer from memory or delivery networks keep. */
const unlimited = ['/api/changes', '/api/machine/', '/api/couriers/', '/api/pictures/']
/** Limited by address alone: what has counts of its own (docs/security/limits.md), and staff, who are known by name. */
const byAddressAlone = [
  '/api/account/sign-in/',
  '/api/account/codes',
  '/api/account/email/codes',
  '/api/account/phone/codes',
  '/api/account/erasure',
  '/api/payments/',
  '/api/console/',
]

/**
 * The class of a route by its own address (`/api/orders/:token`) and the one that was asked for; 'address': by address alone; null:
 * not limited.
 */
export function classOf(method: string, route: string, url: string): ClientClass | 'address' | null {
  if (unlimited.some((prefix) => route.startsWith(prefix))) return null
  if (byAddressAlone.some((prefix) => route.startsWith(prefix))) return 'address'
  if (route.startsWith('/api/waiting-rooms') && method === 'PUT') return 'ticket'
  if (method === 'GET' || method === 'HEAD') {
    return route.startsWith('/api/catalogue') && url.includes('query=') ? 'search' : 'read'
  }
  return route.startsWith('/api/orders') || route === '/api/cart/order' ? 'order' : 'write'
}
