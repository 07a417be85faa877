import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { FastifyInstance } from 'fastify'
import { ForeignOrigin } from './errors.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Pages of other sites may write here: it believes nothing that it is sent and looks at no cookie. */
    acceptsForeignWrites?: boolean
  }
}

const readMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

const consolePath = '/api/console/'

type Origins = { shop: PublicOrigin; console: PublicOrigin }

/**
 * Refuses writes that a page of another site makes with somebody's cookies; the console's writes are taken from the
 * console's pages alone, all others from the shop's. Browsers say where a write comes from in
 * Origin or Sec-Fetch-Site; what sends neither is no browser and carries no cookie of anybody else.
 */
export function refuseForeignWrites(app: FastifyInstance, origins: Origins): void {
  app.addHook('onRequest', async (request) => {
    if (readMethods.has(request.method) || request.routeOptions.config.acceptsForeignWrites === true) return
    const { origin, 'sec-fetch-site': site } = request.headers
    // The route's own address, because a request's may be written in other ways (/api/%63onsole).
    const isConsole = request.routeOptions.url?.startsWith(consolePath) === true
    const ours = isConsole ? origins.console : origins.shop
    const isForeign = (origin !== undefined && !ours.allowsOrigin(origin)) || site === 'cross-site'
    if (isForeign) throw new ForeignOrigin()
  })
}
