import type { AnswerOf, StaffRoute } from '@dhakacart/contract/route.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RequestOf } from '../register.ts'
import type { StaffDoor } from './staff-door.ts'
import type { StaffIdentity } from './staff-identity.ts'

type StaffHandler<R extends StaffRoute> = (
  request: RequestOf<R>,
  reply: FastifyReply,
  staff: StaffIdentity,
) => Promise<AnswerOf<R>>

/**
 * Serves one route of the console. Who asks is decided before anything of the request but its headers is read; what it
 * answers is never stored.
 */
export function registerStaff<R extends StaffRoute>(
  app: FastifyInstance,
  door: StaffDoor,
  route: R,
  handler: StaffHandler<R>,
): void {
  const admitted = new WeakMap<FastifyRequest, StaffIdentity>()
  app.route({
    method: route.method,
    url: route.url,
    schema: route.schema,
    ...(route.bodyLimitBytes !== undefined && { bodyLimit: route.bodyLimitBytes }),
    config: { permission: route.permission, needsStepUp: route.needsStepUp === true },
    onRequest: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      admitted.set(request, await door.admit(request, route))
    },
    handler: (request, reply) => handler(request as never, reply, admitted.get(request) as StaffIdentity),
  })
}
