import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Lifecycle } from '@dhakacart/service-kit/lifecycle.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'

type FrontAnswer = {
  status: number
  /** Names and values in turn, as node:http takes them. */
  head: readonly string[]
  /** null: none, whatever the head says of its length. A string is ASCII. */
  body: Buffer | string | null
  /** As the figures call it. */
  route: string
  /** By performance.now(). */
  beganAt: number
}

/** Sends an answer that was found below the framework. */
export type SendFront = (request: IncomingMessage, response: ServerResponse, answer: FrontAnswer) => void

/** As the framework would: told of the end of this process, and counted; a line in the log only at level debug. */
export function createFrontAnswers(lifecycle: Pick<Lifecycle, 'isDraining'>, log: Log, metrics: Metrics): SendFront {
  const observers = new Map<string, { observe(seconds: number): void }>()

  function observe(method: string, route: string, status: number, beganAt: number): void {
    const key = `${method} ${status} ${route}`
    let observer = observers.get(key)
    if (observer === undefined) {
      observer = metrics.requestSeconds.labels({ method, route, status: String(status) })
      observers.set(key, observer)
    }
    const ms = performance.now() - beganAt
    observer.observe(ms / 1_000)
    if (log.isLevelEnabled('debug')) log.debug({ method, route, status, ms: Math.round(ms) }, 'request')
  }

  return function sendFront({ method = '' }, response, { status, head, body, route, beganAt }) {
    // node:http only reads it.
    response.writeHead(status, lifecycle.isDraining ? [...head, 'connection', 'close'] : (head as string[]))
    if (body === null) response.end()
    // As latin1 a string leaves together with the head, and nothing has to be encoded.
    else response.end(body, 'latin1')
    observe(method, route, status, beganAt)
  }
}
