import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { FastifyInstance } from 'fastify'
import { ForeignOrigin } from './errors.ts'

const readMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses writes that a page of another site makes with a shopper's cookies. Browsers say where a write comes from in
 * Origin or Sec-Fetch-Site; what sends neither is no browser and carries no cookie of anybody else.
 */
export function refuseForeignWrites(app: FastifyInstance, publicOrigin: PublicOrigin): void {
  app.addHook('onRequest', async (request) => {
    if (readMethods.has(request.method)) return
    const { origin, 'sec-fetch-site': site } = request.headers
    const isForeign = (origin !== undefined && !publicOrigin.allowsOrigin(origin)) || site === 'cross-site'
    if (isForeign) throw new ForeignOrigin()
  })
}
