import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyRequest } from 'fastify'
import { NotSignedIn } from '../errors.ts'
import type { CustomerCookies } from './customer-cookies.ts'
import * as sessions from './sessions.repository.ts'

export type Customer = sessions.SignedInCustomer

/**
 * Says whose request it is. A request is looked up once, with one read; only when the session was last seen more than an hour
 * ago that is noted with a write.
 */
export function createCustomerDoor(db: Db, cookies: CustomerCookies) {
  const known = new WeakMap<FastifyRequest, Promise<Customer | null>>()

  async function find(request: FastifyRequest): Promise<Customer | null> {
    const tokenHash = cookies.session.readHash(request)
    if (tokenHash === null) return null
    const customer = await sessions.findSignedIn(db, tokenHash)
    if (customer?.isUseStale) await sessions.noteUse(db, customer.sessionId)
    return customer
  }

  /** null for a guest, and for a session that is over. */
  function currentCustomer(request: FastifyRequest): Promise<Customer | null> {
    const found = known.get(request) ?? find(request)
    known.set(request, found)
    // A lookup that failed is made again by whoever keeps trying.
    found.catch(() => known.delete(request))
    return found
  }

  return {
    currentCustomer,
    /** Throws NOT_SIGNED_IN. */
    async admit(request: FastifyRequest): Promise<Customer> {
      const customer = await currentCustomer(request)
      if (customer === null) throw new NotSignedIn()
      return customer
    },
  }
}
export type CustomerDoor = ReturnType<typeof createCustomerDoor>

/** What the header calls whoever is signed in: the first word of their name, or the end of their number; null for a guest. */
export function shownName(customer: Customer | null): string | null {
  if (customer === null) return null
  return customer.name?.split(' ')[0] ?? `…${customer.phone.slice(-4)}`
}
