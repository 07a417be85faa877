import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Dispatcher } from 'undici'
import type { ApiConnections } from './api-connections.ts'

/** Longer than the 20 s for which the api keeps trying to place an order. */
const answerTimeoutMs = 30_000

/** Hop-by-hop (RFC 9110 §7.6.1), and what we write ourselves. */
const ownRequestHeaders = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
  'content-length',
  'forwarded',
  'x-request-id',
  'x-real-ip',
])
const ownAnswerHeaders = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'trailer',
  'x-request-id',
])

export type PassageSettings = {
  apiOrigin: string
  connections: ApiConnections
  /** Addresses that are passed on, like /api/*. */
  url: string
  /**
   * false: bodies are read whole first, up to the process's limit, so that a slow visitor holds no connection to the api.
   * true: they go on as they come, for files; the api's own limits decide, and none of it is held here.
   */
  isStreamed: boolean
}

/** What the api would say, for what never reaches it. */
const refusals = {
  TOO_BUSY: [503, 'The api does not answer just now; try again in a few seconds'],
  BODY_TOO_LARGE: [413, 'The body is larger than 64 kB; send less at once'],
  BAD_REQUEST: [400, 'The request cannot be read; check how it is written'],
  INTERNAL: [500, 'Something went wrong on our side; try again'],
} as const

/**
 * Passes requests on to the api and answers as they come. The api hears the visitor's address as we judged it and our
 * request id; what the visitor wrote into those headers is dropped.
 */
export async function apiPassage(app: FastifyInstance, settings: PassageSettings): Promise<void> {
  app.removeAllContentTypeParsers()
  if (settings.isStreamed) app.addContentTypeParser('*', (_request, body, done) => done(null, body))
  else app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.setErrorHandler((error, request, reply) => refuse(error, request, reply))
  app.all(settings.url, (request, reply) => pass(request, reply, settings))
}

async function pass(request: FastifyRequest, reply: FastifyReply, settings: PassageSettings): Promise<FastifyReply> {
  const visitorLeft = new AbortController()
  // An abort costs an exception with its stack, and an answer that was sent whole has nothing left to end.
  reply.raw.once('close', () => reply.raw.writableFinished || visitorLeft.abort())
  let answer: Dispatcher.ResponseData
  try {
    answer = await settings.connections.kept.request({
      origin: settings.apiOrigin,
      method: request.method as Dispatcher.HttpMethod,
      path: request.raw.url ?? '/api/',
      headers: requestHeaders(request),
      body: Buffer.isBuffer(request.body) || request.body instanceof Readable ? request.body : null,
      signal: visitorLeft.signal,
      headersTimeout: answerTimeoutMs,
      bodyTimeout: answerTimeoutMs,
    })
  } catch (error) {
    if (visitorLeft.signal.aborted) return reply.hijack()
    request.log.warn({ err: error }, 'the api did not answer')
    reply.header('retry-after', '2')
    return sendError(request, reply, 'TOO_BUSY')
  }
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined && !ownAnswerHeaders.has(name)) reply.header(name, value)
  }
  reply.code(answer.statusCode)
  if (request.method !== 'HEAD' && answer.statusCode !== 204 && answer.statusCode !== 304)
    return reply.send(answer.body)
  await answer.body.dump()
  return reply.send()
}

/** What never reaches the api is answered in its way. */
function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = (error as { statusCode?: number }).statusCode ?? 500
  if (status === 413) return sendError(request, reply, 'BODY_TOO_LARGE')
  if (status < 500) return sendError(request, reply, 'BAD_REQUEST')
  request.log.error({ err: error }, 'a request could not be passed on')
  return sendError(request, reply, 'INTERNAL')
}

function sendError(request: FastifyRequest, reply: FastifyReply, code: keyof typeof refusals): FastifyReply {
  const [status, message] = refusals[code]
  return reply.code(status).header('cache-control', 'no-store').send({ code, message, requestId: request.id })
}

function requestHeaders(request: FastifyRequest): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || ownRequestHeaders.has(name) || name.startsWith('x-forwarded-')) continue
    headers[name] = value
  }
  const length = request.headers['content-length']
  if (request.body instanceof Readable && length !== undefined) headers['content-length'] = length
  headers['x-forwarded-for'] = request.clientAddress
  headers['x-request-id'] = request.id
  return headers
}
