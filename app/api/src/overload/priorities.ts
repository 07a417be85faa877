import type { PriorityClass } from '@dhakacart/service-kit/admission/admission.ts'
import type { FastifyRequest } from 'fastify'

/**
 * design.md's order of what is turned away last to first. A cart that is begun comes before one that is not: whoever was let in
 * gets through, and the crowd waits at the door. Shares are of the places that the process has found it can serve at once.
 */
export const priorityClasses = {
  cart: { name: 'cart', share: 1 },
  newCart: { name: 'new-cart', share: 0.75 },
  account: { name: 'account', share: 0.7 },
  catalogue: { name: 'catalogue', share: 0.65 },
  search: { name: 'search', share: 0.5 },
  console: { name: 'console', share: 0.4 },
} as const satisfies Record<string, PriorityClass>

/** Never turned away here: orders, and what gateways and couriers tell, have bounded queues of their own. */
const always = [
  '/api/orders',
  '/api/payments',
  '/api/couriers/',
  '/api/cart/order',
  '/api/machine/',
  '/api/waiting-room',
  // A few small reads a second, without which storefronts do not know what changed.
  '/api/changes',
  // A thousand names at once, without which every newcomer would be a question.
  '/api/clients',
]
const prefixes: readonly [string, PriorityClass][] = [
  ['/api/cart', priorityClasses.cart],
  ['/api/catalogue/suggestions', priorityClasses.search],
  ['/api/catalogue', priorityClasses.catalogue],
  ['/api/pictures', priorityClasses.catalogue],
  ['/api/delivery', priorityClasses.catalogue],
  ['/api/console', priorityClasses.console],
]

/**
 * The class of a request by its address, without having looked it up: null is never turned away. `hasCart` tells of the cookie.
 */
export function priorityOf(
  { url, method }: Pick<FastifyRequest, 'url' | 'method'>,
  hasCart: boolean,
): PriorityClass | null {
  if (always.some((prefix) => url.startsWith(prefix))) return null
  const [, found] = prefixes.find(([prefix]) => url.startsWith(prefix)) ?? [null, priorityClasses.account]
  if (found === priorityClasses.cart && method === 'POST' && !hasCart) return priorityClasses.newCart
  if (found === priorityClasses.catalogue && url.includes('query=')) return priorityClasses.search
  return found
}
