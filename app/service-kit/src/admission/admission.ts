import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Metrics } from '../metrics.ts'
import { AdaptiveLimit } from './adaptive-limit.ts'

/** One class of requests, and what it may take of the places there are: the more important, the more. */
export type PriorityClass = {
  name: string
  /** From 0 to 1. The class with 1 comes last to be refused. */
  share: number
}

export type AdmissionSettings = {
  metrics: Metrics
  /** The class of a request; null: always let in, and bounded elsewhere. */
  classOf: (request: FastifyRequest) => PriorityClass | null
  /** Answers who is turned away; has status and Retry-After already. */
  refuse: (request: FastifyRequest, reply: FastifyReply) => FastifyReply
  /** Milliseconds by which the event loop was late since the last call; tests say it themselves. */
  readDelayMs?: () => number
}

const windowMs = 200
/** The finest that the measurement costs nothing noticeable. */
const resolutionMs = 10
/** A tenth of the half second a page may take. */
const targetDelayMs = 50
/** So few at once make nobody wait for long, and a process that others starve still serves them. */
const least = 64
const most = 1_024
/** Seconds; spread, so that those turned away together do not come back together. */
const retryAfter = { least: 2, most: 6 }

declare module 'fastify' {
  interface FastifyRequest {
    /** Turned away before any work was done: counted, and not worth a line in the log. */
    isTurnedAway: boolean
  }
}

/**
 * Turns requests away, the least important first, while this process is late: an honest 503 with Retry-After before anything
 * was read or asked, so that those let in are served as if nothing was. See docs/decisions/064-overload.md.
 */
export function admitByPriority(app: FastifyInstance, settings: AdmissionSettings): AdaptiveLimit {
  const limit = new AdaptiveLimit({ least, most, targetDelayMs })
  const turnedAway = settings.metrics.counter(
    'requests_turned_away',
    'Requests answered 503 before any work, by class',
    ['class'],
  )
  settings.metrics.gauge('admission_limit', 'Requests that may be worked on at once', () => limit.limit)
  settings.metrics.gauge(
    'admission_in_flight',
    'Requests being worked on that count against the limit',
    () => limit.inFlight,
  )
  const readDelayMs = settings.readDelayMs ?? measureDelay(app)
  const adjusting = setInterval(() => limit.adjust(readDelayMs()), windowMs).unref()
  app.addHook('onClose', async () => clearInterval(adjusting))
  app.decorateRequest('isTurnedAway', false)
  app.addHook('onRequest', (request, reply, done) => {
    const priority = settings.classOf(request)
    if (priority === null) return done()
    if (limit.tryEnter(priority.share)) {
      // Comes once, whether the answer was sent or the visitor went away before.
      reply.raw.once('close', () => limit.leave())
      return done()
    }
    turnedAway.inc({ class: priority.name })
    request.isTurnedAway = true
    const seconds = retryAfter.least + Math.floor(Math.random() * (retryAfter.most - retryAfter.least + 1))
    settings.refuse(request, reply.code(503).header('retry-after', String(seconds)).header('cache-control', 'no-store'))
  })
  return limit
}

function measureDelay(app: FastifyInstance): () => number {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs })
  delay.enable()
  app.addHook('onClose', async () => {
    delay.disable()
  })
  return () => {
    // The histogram holds the whole pause between two looks, of which the resolution is meant.
    const meanMs = delay.count === 0 ? 0 : delay.mean / 1e6 - resolutionMs
    delay.reset()
    return meanMs
  }
}
