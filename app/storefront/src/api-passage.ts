import { type ErrorCode, errorCodes } from '@dhakacart/contract/error-codes.ts'
import type { ErrorAnswer } from '@dhakacart/contract/shapes.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Dispatcher } from 'undici'
import type { ApiConnections } from './api-client.ts'

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

type PassageSettings = { apiOrigin: string; connections: ApiConnections }

/**
 * Passes /api on to the api: bodies whole (they are small), answers as they come. The api hears the visitor's address as
 * we judged it and our request id; what the visitor wrote into those headers is dropped.
 */
export async function apiPassage(app: FastifyInstance, settings: PassageSettings): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.setErrorHandler((error, request, reply) => refuse(error, request, reply))
  app.all('/api/*', (request, reply) => pass(request, reply, settings))
}

async function pass(request: FastifyRequest, reply: FastifyReply, settings: PassageSettings): Promise<FastifyReply> {
  const visitorLeft = new AbortController()
  reply.raw.once('close', () => visitorLeft.abort())
  let answer: Dispatcher.ResponseData
  try {
    answer = await settings.connections.kept.request({
      origin: settings.apiOrigin,
      method: request.method as Dispatcher.HttpMethod,
      path: request.raw.url ?? '/api/',
      headers: requestHeaders(request),
      body: Buffer.isBuffer(request.body) ? request.body : null,
      signal: visitorLeft.signal,
      headersTimeout: answerTimeoutMs,
      bodyTimeout: answerTimeoutMs,
    })
  } catch (error) {
    if (visitorLeft.signal.aborted) return reply.hijack()
    request.log.warn({ err: error }, 'the api did not answer')
    reply.header('retry-after', '2')
    return sendError(request, reply, 'TOO_BUSY', 'The api does not answer just now; try again in a few seconds')
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
  if (status === 413) {
    return sendError(request, reply, 'BODY_TOO_LARGE', 'The body is larger than 64 kB; send less at once')
  }
  if (status < 500)
    return sendError(request, reply, 'BAD_REQUEST', 'The request cannot be read; check how it is written')
  request.log.error({ err: error }, 'a request could not be passed on')
  return sendError(request, reply, 'INTERNAL', 'Something went wrong on our side; try again')
}

function sendError(request: FastifyRequest, reply: FastifyReply, code: ErrorCode, message: string): FastifyReply {
  const body: ErrorAnswer = { code, message, requestId: request.id }
  return reply.code(errorCodes[code]).header('cache-control', 'no-store').send(body)
}

function requestHeaders(request: FastifyRequest): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || ownRequestHeaders.has(name) || name.startsWith('x-forwarded-')) continue
    headers[name] = value
  }
  headers['x-forwarded-for'] = request.clientAddress
  headers['x-request-id'] = request.id
  return headers
}
