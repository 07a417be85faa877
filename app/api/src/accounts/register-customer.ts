import type { CustomerRoute } from '@dhakacart/contract/customer-route.ts'
import type { AnswerOf } from '@dhakacart/contract/route.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RequestOf } from '../register.ts'
import type { Customer, CustomerDoor } from './customer-door.ts'

type CustomerHandler<R extends CustomerRoute> = (
  request: RequestOf<R>,
  reply: FastifyReply,
  customer: Customer,
) => Promise<AnswerOf<R>>

/** Serves one route of a signed-in customer. Who asks is decided before the body is read; the answer is never stored. */
export function registerCustomer<R extends CustomerRoute>(
  app: FastifyInstance,
  door: CustomerDoor,
  route: R,
  handler: CustomerHandler<R>,
): void {
  const admitted = new WeakMap<FastifyRequest, Customer>()
  app.route({
    method: route.method,
    url: route.url,
    schema: route.schema,
    config: { needsCustomer: true },
    onRequest: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      admitted.set(request, await door.admit(request))
    },
    handler: (request, reply) => handler(request as never, reply, admitted.get(request) as Customer),
  })
}
