import type { AnswerOf, BodyOf, HeadersOf, ParamsOf, QueryOf, Route } from '@dhakacart/contract/route.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** A request whose parts have the types of the contract's route. */
export type RequestOf<R extends Route> = FastifyRequest<{
  Params: ParamsOf<R>
  Querystring: QueryOf<R>
  Headers: HeadersOf<R>
  Body: BodyOf<R>
}>

export type Handler<R extends Route> = (request: RequestOf<R>, reply: FastifyReply) => Promise<AnswerOf<R>>

/** Serves one route of the contract: method, address, checks and the shape of the answer come from it. */
export function register<R extends Route>(app: FastifyInstance, route: R, handler: Handler<R>): void {
  app.route({ method: route.method, url: route.url, schema: route.schema, handler: handler as never })
}
