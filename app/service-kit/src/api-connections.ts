import { Agent, type Dispatcher } from 'undici'

/** Connections to the api per process. The api's own queues decide who waits; more here would only hide them. */
const connectionsMax = 64
const connectTimeoutMs = 2_000

export type ApiConnections = {
  /** Keeps its connections open between requests. */
  kept: Dispatcher
  /** Opens a connection per request: for the repetition of one that was lost, whose old connection is not to be trusted. */
  fresh: Dispatcher
  close(): Promise<void>
}

/** The connections of one process to the api, shared by page rendering and by what is passed on. */
export function openApiConnections(): ApiConnections {
  const limits = { connect: { timeout: connectTimeoutMs }, connections: connectionsMax, pipelining: 1 }
  const kept = new Agent({ ...limits, keepAliveTimeout: 30_000 })
  const fresh = new Agent({ ...limits, keepAliveTimeout: 1, pipelining: 0 })
  return {
    kept,
    fresh,
    async close() {
      await Promise.all([kept.close(), fresh.close()])
    },
  }
}
