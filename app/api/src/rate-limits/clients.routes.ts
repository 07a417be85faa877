import { listNewClients } from '@dhakacart/contract/clients.schema.ts'
import type { FastifyInstance } from 'fastify'
import { NotFound } from '../errors.ts'
import { register } from '../register.ts'
import { isOurs, type RequestLimits } from './limit-requests.ts'

/** Names for browsers, in bulk: a storefront gives them away without a question to the api for every visitor of a sale. */
export function registerClients(app: FastifyInstance, limits: RequestLimits): void {
  register(app, listNewClients, async (request, reply) => {
    if (!isOurs(request)) throw new NotFound()
    reply.header('cache-control', 'no-store')
    return { clients: Array.from({ length: request.query.count }, limits.makeClient) }
  })
}
