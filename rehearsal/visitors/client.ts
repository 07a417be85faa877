import { type Answer, Connection, type ConnectionOptions, type Request } from '../http/connection.ts'
import type { SourceAddress } from '../http/source-address.ts'
import type { ActionKind, Outcome } from '../measures/measures.ts'
import type { Recorder } from './recorder.ts'

/** Unanswered for this long counts as lost; what may be repeated is then sent once more, on a new connection. */
const firstTryMs = 5_000
/** Without a good answer this long after the first try a request failed. */
const patienceMs = 30_000

export type ClientOptions = Pick<ConnectionOptions, 'ca'> & {
  origin: string
  /** Where its connections come from; absent: the system's choice. */
  source?: SourceAddress
  recorder: Recorder
  /** The address that a gateway before the shop would tell; without it the connection's own counts. */
  forwardedFor?: string
}

/** What is sent, with what it is measured as. */
export type Sending = Request & {
  kind: ActionKind
  /** Milliseconds since the start at which the visitor meant to do it. */
  meantAt: number
  /** What an answer means; by default 2xx and 3xx are ok, 429 and 503 busy, other 4xx refused. */
  judge?: (answer: Answer) => Outcome
}

/**
 * One visitor's browser: a connection of its own, cookies, and the habit of our own clients to repeat once what may be repeated.
 * Everything sent is counted.
 */
export class VisitorClient {
  readonly #options: ClientOptions
  readonly #cookies = new Map<string, string>()
  #connection: Connection | null = null

  constructor(options: ClientOptions) {
    this.#options = options
  }

  /** null when there was no answer at all. */
  async send({ kind, meantAt, judge = judgeByStatus, ...request }: Sending): Promise<Answer | null> {
    const { recorder } = this.#options
    const isRepeatable = request.method !== 'POST' || request.headers?.['idempotency-key'] !== undefined
    let answer = await this.#try(request, isRepeatable ? firstTryMs : patienceMs)
    if (answer instanceof Error && isRepeatable) {
      recorder.countRepeat(kind, meantAt)
      recorder.explain(`${kind}: repeated after "${answer.message}"`)
      answer = await this.#try(request, patienceMs - firstTryMs)
    }
    if (answer instanceof Error) {
      recorder.count(kind, 'failed', meantAt)
      recorder.explain(`${kind}: no answer: ${answer.message}`)
      return null
    }
    const outcome = judge(answer)
    recorder.count(kind, outcome, meantAt)
    if (outcome === 'failed') recorder.explain(`${kind}: ${answer.status} at ${request.path.split('?')[0]}`)
    return answer
  }

  get hasConnection(): boolean {
    return this.#connection?.isUsable === true
  }

  close(): void {
    this.#connection?.close()
    this.#connection = null
  }

  async #try(request: Request, timeoutMs: number): Promise<Answer | Error> {
    if (this.#connection?.isUsable !== true) {
      const { origin, source, ca } = this.#options
      this.#connection = new Connection(origin, {
        timeoutMs,
        ...source?.next(),
        ...(ca !== undefined && { ca }),
      })
    }
    const { forwardedFor } = this.#options
    const headers = {
      ...request.headers,
      ...(forwardedFor !== undefined && { 'x-forwarded-for': forwardedFor }),
      'accept-encoding': 'gzip, br',
      ...(this.#cookies.size > 0 && { cookie: this.#cookieHeader() }),
    }
    try {
      const answer = await this.#connection.request({ ...request, headers, timeoutMs })
      this.#keepCookies(answer.setCookie)
      return answer
    } catch (error) {
      this.close()
      return error as Error
    }
  }

  #cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  #keepCookies(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';')
      const equals = pair.indexOf('=')
      if (equals < 1) continue
      const isGone = attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute))
      if (isGone) this.#cookies.delete(pair.slice(0, equals))
      else this.#cookies.set(pair.slice(0, equals), pair.slice(equals + 1))
    }
  }
}

function judgeByStatus({ status }: Answer): Outcome {
  if (status < 400) return 'ok'
  if (status === 429 || status === 503) return 'busy'
  return status < 500 ? 'refused' : 'failed'
}

/** A page has to be there: whatever else is not what the visitor came for. */
export function judgePage({ status, headers }: Answer): Outcome {
  if (status === 200 || status === 304 || status === 303) return 'ok'
  return (status === 503 || status === 429) && headers['retry-after'] !== undefined ? 'busy' : 'failed'
}

/** The body as JSON; null when it is none. */
export function jsonOf<T>(answer: Answer | null): T | null {
  if (answer === null) return null
  try {
    return JSON.parse(answer.body.toString()) as T
  } catch {
    return null
  }
}
