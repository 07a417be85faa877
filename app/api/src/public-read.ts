import { createHash } from 'node:crypto'
import type { Route } from '@dhakacart/contract/route.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Handler } from './register.ts'

/**
 * Browsers ask again each time and usually hear 304. A shared cache keeps an answer two seconds and shows nothing older: a price
 * may switch at any second.
 */
const usualCacheControl = 'public, max-age=0, s-maxage=2'

/**
 * Serves a route whose answer is the same for everybody: with an ETag made from its content, 304 to whoever has it, and
 * leave for shared caches to keep it. The answer is written as it is, so it must hold nothing the contract does not name;
 * the tests check that.
 */
export function registerPublicRead<R extends Route>(
  app: FastifyInstance,
  route: R,
  handler: Handler<R>,
  cacheControl = usualCacheControl,
): void {
  app.route({
    method: route.method,
    url: route.url,
    schema: route.schema,
    handler: async (request, reply) => {
      const answer = await handler(request as never, reply)
      return sendPublic(request, reply, JSON.stringify(answer), cacheControl)
    },
  })
}

function sendPublic(request: FastifyRequest, reply: FastifyReply, text: string, cacheControl: string): FastifyReply {
  const etag = `"${createHash('sha1').update(text).digest('base64url')}"`
  reply.header('etag', etag).header('cache-control', cacheControl)
  if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send()
  return reply.type('application/json; charset=utf-8').send(text)
}

/** A cache that compressed the answer made the tag weak; that is still the same content. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}
