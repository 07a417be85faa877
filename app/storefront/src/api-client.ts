import {
  type Call,
  type CallOptions,
  createClient,
  type SendAnswer,
  type SendRequest,
} from '@dhakacart/contract/client.ts'
import type { Route } from '@dhakacart/contract/route.ts'
import type { ApiConnections } from '@dhakacart/service-kit/api-connections.ts'

/** A list of 48 products with its facets is under 100 kB; anything near this is not an answer of ours. */
const answerBytesMax = 2 * 1024 * 1024

/** One typed call per route of the contract, over the given connections. */
export function createApiClient(apiOrigin: string, connections: ApiConnections): Call {
  return createClient((request) => send(apiOrigin, connections, request))
}

async function send(apiOrigin: string, connections: ApiConnections, request: SendRequest): Promise<SendAnswer> {
  const dispatcher = request.onNewConnection ? connections.fresh : connections.kept
  const { statusCode, headers, body } = await dispatcher.request({
    origin: apiOrigin,
    method: request.method,
    path: request.path,
    headers: request.headers,
    body: request.body,
    reset: request.onNewConnection,
    // The signal covers connecting, waiting and reading together.
    signal: AbortSignal.timeout(request.timeoutMs),
  })
  if (Number(headers['content-length'] ?? 0) > answerBytesMax) {
    body.destroy()
    throw new Error(`the api sent more than ${answerBytesMax} bytes`)
  }
  const text = await body.text()
  return { status: statusCode, headers, body: readJson(text) }
}

/** What is not JSON (a proxy's error page) is not an answer of the api, and carries nothing to show. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The same client with headers that every call of one request carries; `onCookies` is told what the api sets. */
export function withHeaders(
  call: Call,
  headers: Record<string, string>,
  onCookies: (setCookies: string[]) => void = () => {},
): Call {
  return async function callWithHeaders<R extends Route>(route: R, options: CallOptions<R> = {}) {
    const answer = await call(route, { ...options, headers: { ...headers, ...options.headers } })
    const setCookies = answer.headers['set-cookie']
    if (setCookies !== undefined) onCookies([setCookies].flat())
    return answer
  }
}
