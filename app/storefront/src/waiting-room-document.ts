import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { ApiError, type Call } from '@dhakacart/contract/client.ts'
import { getWaitingRoom } from '@dhakacart/contract/waiting-room.schema.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { SendFront } from './front-answers.ts'

/** Asked for at most this often, however many people wait. */
const maxAgeMs = 1_000
/** A document that could not be renewed for this long says nothing any more. */
const goneMs = 60_000
/** There is one sale at a time, seldom two; the oldest goes when there are more. */
const roomsMax = 20
const cacheControl = 'public, max-age=0, s-maxage=1, stale-while-revalidate=10'
const retrySeconds = 5
const route = '/api/waiting-rooms/:saleId'

type Kept = {
  bytes: Buffer
  etag: string
  renewedAtMs: number
  /** Of the answer with the document, and of the one that it is unchanged */
  heads: Record<200 | 304, readonly string[]>
}

export type RoomDocumentsSettings = {
  call: Call
  securityHeaders: Readonly<Record<string, string>>
  send: SendFront
}

export type RoomDocuments = {
  /** Answers a request for a document that is in memory; false: somebody else's request, or one that has to wait for the api. */
  front(request: IncomingMessage, response: ServerResponse): boolean
  /** The same for everything that cannot be answered from memory. */
  register(app: FastifyInstance): void
}

/**
 * The one document that everybody who waits asks for, answered from bytes in memory and asked of the api once a second at most,
 * however many ask. While the api is away the last one stands for a minute.
 */
export function createRoomDocuments(settings: RoomDocumentsSettings): RoomDocuments {
  const { call, securityHeaders, send } = settings
  const kept = new Map<number, Kept>()
  const asking = new Map<number, Promise<Kept>>()
  const headers = { ...securityHeaders, 'cache-control': cacheControl }

  async function ask(saleId: number): Promise<Kept> {
    const { body } = await call(getWaitingRoom, { params: { saleId } })
    const bytes = Buffer.from(JSON.stringify(body))
    const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`
    const unchanged = Object.entries({ ...headers, etag }).flat()
    const whole = [...unchanged, 'content-type', contentType, 'content-length', String(bytes.length)]
    const one = { bytes, etag, renewedAtMs: performance.now(), heads: { 200: whole, 304: unchanged } }
    kept.delete(saleId)
    kept.set(saleId, one)
    const [oldest] = kept.keys()
    if (kept.size > roomsMax && oldest !== undefined) kept.delete(oldest)
    return one
  }

  function renew(saleId: number): Promise<Kept> {
    const known = asking.get(saleId)
    if (known !== undefined) return known
    const one = ask(saleId).finally(() => asking.delete(saleId))
    asking.set(saleId, one)
    return one
  }

  /** null: it has to be waited for. Only the first of all does; everybody else has what was true a second ago. */
  function find(saleId: number): Kept | null {
    const known = kept.get(saleId)
    if (known === undefined) return null
    const ageMs = performance.now() - known.renewedAtMs
    if (ageMs > goneMs) return null
    if (ageMs > maxAgeMs) renew(saleId).catch(() => undefined)
    return known
  }

  return {
    front(request, response) {
      if (request.method !== 'GET') return false
      const beganAt = performance.now()
      const saleId = saleIdOf(request.url ?? '')
      const one = saleId === null ? null : find(saleId)
      if (one === null) return false
      const status = request.headers['if-none-match'] === one.etag ? 304 : 200
      const body = status === 304 ? null : one.bytes
      send(request, response, { status, head: one.heads[status], body, route, beganAt })
      return true
    },
    register(app) {
      app.get<{ Params: { saleId: string } }>(route, async (request, reply) => {
        const saleId = saleIdOf(request.url) ?? 0
        try {
          const { bytes, etag } = find(saleId) ?? (await renew(saleId))
          reply.header('cache-control', cacheControl).header('etag', etag)
          if (request.headers['if-none-match'] === etag) return reply.code(304).send()
          return reply.header('content-type', contentType).send(bytes)
        } catch (error) {
          return refuse(request, reply, error)
        }
      })
    },
  }
}

const contentType = 'application/json; charset=utf-8'

function saleIdOf(url: string): number | null {
  const [, id] = /^\/api\/waiting-rooms\/([1-9]\d{0,14})(?:\?|$)/.exec(url) ?? []
  return id === undefined ? null : Number(id)
}

/** As the api says it, or that it does not answer. */
function refuse(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  reply.header('cache-control', 'no-store')
  if (error instanceof ApiError && error.status < 500) {
    return reply.code(error.status).send({ code: error.code, message: error.message, requestId: request.id })
  }
  const message = 'The room cannot be read just now. Ask again after the time in Retry-After; every place is kept.'
  reply.code(503).header('retry-after', String(retrySeconds))
  return reply.send({ code: 'TOO_BUSY', message, requestId: request.id })
}
