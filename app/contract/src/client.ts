import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from './route.ts'

/** Carries one request over a connection; the caller of createClient brings its own (undici, fetch, a test's inject). */
export type Send = (request: SendRequest) => Promise<SendAnswer>
export type SendRequest = {
  method: Route['method']
  /** Path with query. */
  path: string
  headers: Record<string, string>
  /** JSON text, or null. */
  body: string | null
  /** Give up when no answer came in this time. */
  timeoutMs: number
  /** true: not over a connection that was used before. */
  onNewConnection: boolean
}
export type SendAnswer = { status: number; headers: Record<string, string | string[] | undefined>; body: unknown }

export type CallOptions<R extends Route> = {
  params?: ParamsOf<R>
  query?: QueryOf<R>
  body?: BodyOf<R>
  /** Passed on as they are: cookie, idempotency-key, x-request-id, … */
  headers?: Record<string, string>
  /** Instead of the usual time for each of the two tries. */
  timeoutMs?: number
}

/** An answer outside 2xx. `code` is one of errorCodes where the api itself answered. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly details: unknown
  readonly requestId: string | null
  readonly retryAfterSeconds: number | null

  constructor(answer: SendAnswer) {
    const body = (typeof answer.body === 'object' && answer.body !== null ? answer.body : {}) as Record<string, unknown>
    super(typeof body['message'] === 'string' ? body['message'] : `the api answered ${answer.status}`)
    this.name = 'ApiError'
    this.status = answer.status
    this.code = typeof body['code'] === 'string' ? body['code'] : 'INTERNAL'
    this.details = body['details']
    this.requestId = typeof body['requestId'] === 'string' ? body['requestId'] : null
    this.retryAfterSeconds = Number(answer.headers['retry-after']) || null
  }
}

/** The api could not be reached, or did not answer in time, also the second time. */
export class ApiAway extends Error {
  constructor(cause: unknown) {
    super('the api cannot be reached', { cause })
    this.name = 'ApiAway'
  }
}

/** Unanswered for this long counts as lost; the same request is then sent once more. */
const firstTryTimeoutMs = 5_000
/** Longer than the 20 s for which the api itself keeps trying to place an order while the database is away. */
const secondTryTimeoutMs = 25_000

export type Answer<R extends Route> = { status: number; headers: SendAnswer['headers']; body: AnswerOf<R> }

/**
 * One typed call per route. Throws ApiError for an answer outside 2xx and ApiAway when none came.
 * Reads and writes that are safe to repeat (PUT, DELETE, or with an idempotency key) are repeated once, on a new connection.
 */
export function createClient(send: Send) {
  return async function call<R extends Route>(route: R, options: CallOptions<R> = {}): Promise<Answer<R>> {
    const request = toRequest(route, options)
    const answer = await sendTwice(send, request, isRepeatable(route, request.headers), options.timeoutMs)
    if (answer.status < 200 || answer.status > 299) throw new ApiError(answer)
    return answer as Answer<R>
  }
}
export type Call = ReturnType<typeof createClient>

type Prepared = Omit<SendRequest, 'timeoutMs' | 'onNewConnection'>

function toRequest<R extends Route>(route: R, options: CallOptions<R>): Prepared {
  const params = (options.params ?? {}) as Record<string, string | number>
  const path = route.url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const query = toQuery((options.query ?? {}) as Record<string, unknown>)
  const body = options.body === undefined ? null : JSON.stringify(options.body)
  const headers = {
    accept: 'application/json',
    ...(body !== null && { 'content-type': 'application/json' }),
    ...options.headers,
  }
  return { method: route.method, path: query === '' ? path : `${path}?${query}`, headers, body }
}

function toQuery(query: Record<string, unknown>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue
    for (const item of Array.isArray(value) ? value : [value]) parameters.append(name, String(item))
  }
  return parameters.toString()
}

function isRepeatable(route: Route, headers: Record<string, string>): boolean {
  return route.method !== 'POST' || headers['idempotency-key'] !== undefined
}

async function sendTwice(send: Send, request: Prepared, mayRepeat: boolean, wantedMs?: number): Promise<SendAnswer> {
  if (!mayRepeat) {
    return send({ ...request, timeoutMs: wantedMs ?? secondTryTimeoutMs, onNewConnection: false }).catch(lost)
  }
  const timeoutMs = wantedMs ?? (request.method === 'GET' ? firstTryTimeoutMs : secondTryTimeoutMs)
  return repeatWhenLost((waited) => send({ ...request, ...waited }), timeoutMs, wantedMs)
}

/** How long one try may take, and whether it must not go over a connection that was used before. */
export type Try = Pick<SendRequest, 'timeoutMs' | 'onNewConnection'>

/**
 * Sends what may be repeated: once more, on a new connection, when it was lost or unanswered for 5 s. `secondTimeoutMs`: how long
 * the second may take. Throws ApiAway when no answer came then either.
 */
export async function repeatWhenLost<T>(
  send: (waited: Try) => Promise<T>,
  secondTimeoutMs: number,
  firstTimeoutMs = firstTryTimeoutMs,
): Promise<T> {
  try {
    return await send({ timeoutMs: firstTimeoutMs, onNewConnection: false })
  } catch {
    return send({ timeoutMs: secondTimeoutMs, onNewConnection: true }).catch(lost)
  }
}

function lost(cause: unknown): never {
  throw new ApiAway(cause)
}
