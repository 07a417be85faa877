import { createServer, type Server } from 'node:http'
import type { Metrics } from './metrics.ts'

export type HealthSettings = {
  host: string
  port: number
  release: string
  metrics: Metrics
  /** null when requests can be served, else one sentence that says why not. Must answer within a second. */
  findProblem: () => Promise<string | null>
}

/**
 * The second port of every process: /livez (the process itself), /readyz (what it depends on, and draining), /metrics.
 * It is never reachable from the public origin.
 */
export async function startHealthServer(settings: HealthSettings): Promise<Server> {
  const server = createServer(async (request, response) => {
    const { status, type, body } = await answer(settings, request.url ?? '/')
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: settings.host, port: settings.port }, resolve)
  })
  return server
}

async function answer(settings: HealthSettings, url: string): Promise<{ status: number; type: string; body: string }> {
  const json = 'application/json'
  switch (url) {
    case '/livez':
      return { status: 200, type: json, body: JSON.stringify({ release: settings.release, pid: process.pid }) }
    case '/readyz': {
      const problem = await settings.findProblem().catch((error: unknown) => String(error))
      return {
        status: problem === null ? 200 : 503,
        type: json,
        body: JSON.stringify({ isReady: problem === null, problem }),
      }
    }
    case '/metrics':
      return {
        status: 200,
        type: settings.metrics.registry.contentType,
        body: await settings.metrics.registry.metrics(),
      }
    default:
      return {
        status: 404,
        type: json,
        body: '{"isReady":null,"problem":"only /livez, /readyz and /metrics are here"}',
      }
  }
}
