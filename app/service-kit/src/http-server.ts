import { randomUUID } from 'node:crypto'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import { addressOf, type ClientAddress } from './forwarded.ts'
import { answerLateRequests } from './late-requests.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

export type HttpSettings = {
  log: Log
  metrics: Metrics
  lifecycle: Lifecycle
  release: string
  /** Largest request body in bytes. */
  bodyLimitBytes: number
  /** Reads the visitor's address from peer and X-Forwarded-For; see forwarded.ts. */
  clientAddress: ClientAddress
  /** true where only processes of ours connect: a request then keeps the id it was given on its way in. */
  keepsRequestId: boolean
  /** Sees each request first, below Fastify and its hooks; true: it has answered. */
  front?: (request: IncomingMessage, response: ServerResponse) => boolean
  options?: FastifyServerOptions
  /** Tests have less patience. */
  arrival?: Arrival
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The visitor's address, forwarded addresses believed only from trusted peers. */
    clientAddress: string
  }
}

/** Load balancers keep idle connections 60 s; closing later than they do avoids their rare 502. */
const keepAliveTimeoutMs = 72_000
/** In how many milliseconds headers, and the whole request with its body, have to arrive; and how often that is looked at. */
export type Arrival = { headersMs: number; requestMs: number; checkEveryMs: number }
/** A phone on a bad network sends headers and a small form well within this; a slow-loris does not. */
const arrivalByDefault: Arrival = { headersMs: 15_000, requestMs: 30_000, checkEveryMs: 5_000 }
/** Cookies of ours are under 2 kB and no address has more than 1 kB: beyond this Node answers 431 (or ends) by itself. */
const headerBytesMax = 16_384
const requestIdPattern = /^[A-Za-z0-9-]{8,64}$/

/** A Fastify server with what every process of ours does alike: limits, request ids, RED metrics, draining, one log line per request. */
export function createHttpServer(settings: HttpSettings): FastifyInstance {
  const arrival = settings.arrival ?? arrivalByDefault
  const app = fastify({
    loggerInstance: settings.log as never,
    // One line per request is written below, with what we want in it.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: settings.bodyLimitBytes,
    keepAliveTimeout: keepAliveTimeoutMs,
    requestTimeout: arrival.requestMs,
    http: limitsOf(arrival),
    // While draining, requests that still arrive are answered, with Connection: close.
    return503OnClosing: false,
    genReqId: (request) => requestId(settings, request.headers),
    ...(settings.front !== undefined && { serverFactory: behind(settings.front, arrival) }),
    ...settings.options,
  })
  answerLateRequests(app as unknown as FastifyInstance)
  app.decorateRequest('clientAddress', '')
  app.addHook('onRequest', async (request, reply) => {
    settings.metrics.requestsInFlight.inc()
    // Comes once, whether the answer was sent or the visitor went away before.
    reply.raw.once('close', () => settings.metrics.requestsInFlight.dec())
    request.clientAddress = addressOf(request.raw, settings.clientAddress)
    reply.header('x-request-id', request.id)
    reply.header('x-release', settings.release)
    if (settings.lifecycle.isDraining) reply.header('connection', 'close')
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    const status = String(reply.statusCode)
    settings.metrics.requestSeconds.observe({ method: request.method, route, status }, reply.elapsedTime / 1000)
    // The crowd that is turned away at the door is counted; a line for each would cost more than the refusal.
    const level = reply.statusCode >= 500 && request.isTurnedAway !== true ? 'warn' : 'debug'
    request.log[level](
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })
  return app as unknown as FastifyInstance
}

/** The server that Fastify would make, with somebody in front of it. */
function behind(front: NonNullable<HttpSettings['front']>, arrival: Arrival) {
  return (handler: (request: IncomingMessage, response: ServerResponse) => void): Server => {
    const server = createServer(limitsOf(arrival), (request, response) => {
      if (!front(request, response)) handler(request, response)
    })
    server.keepAliveTimeout = keepAliveTimeoutMs
    server.requestTimeout = arrival.requestMs
    server.setTimeout(0)
    return server
  }
}

/** What Node is told of how slow and how large requests may be. */
function limitsOf({ headersMs, checkEveryMs }: Arrival) {
  return { headersTimeout: headersMs, connectionsCheckingInterval: checkEveryMs, maxHeaderSize: headerBytesMax }
}

function requestId(settings: HttpSettings, headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id']
  return settings.keepsRequestId && typeof given === 'string' && requestIdPattern.test(given) ? given : randomUUID()
}
