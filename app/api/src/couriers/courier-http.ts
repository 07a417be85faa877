import { readBounded } from '../outgoing/bounded-body.ts'
import { explainLostRequest } from '../outgoing/lost-requests.ts'
import { createOutgoing } from '../outgoing/outgoing.ts'

export type CourierRequest = {
  method: 'GET' | 'POST'
  url: string
  headers?: Record<string, string>
  body?: unknown
  /** Instead of the ordinary time. */
  timeoutMs?: number
}

/** `not_sent`: certainly nothing was done. `unknown`: the courier may have done it and the answer was lost. */
export type CourierAnswer =
  | { kind: 'answer'; status: number; body: unknown }
  | { kind: 'not_sent'; reason: string }
  | { kind: 'unknown'; reason: string }

/** Couriers answer within about a second; a booking of theirs was seen to take eight. */
const defaultTimeoutMs = 15_000
/** For a hundred parcels at once. With a token fetched and fetched anew it stays below the two minutes a claim holds. */
export const bulkTimeoutMs = 30_000
/** The longest answer, about a hundred parcels of under 2 kB each, stays below it. */
const answerBytesMax = 256 * 1024

export type CourierHttp = (request: CourierRequest) => Promise<CourierAnswer>

/** The only way to the courier at `baseUrl`: bounded in time and bytes, follows no redirect, never throws. */
export function createCourierHttp(baseUrl: string, timeoutMs = defaultTimeoutMs): CourierHttp {
  const outgoing = createOutgoing(baseUrl)
  return async ({ method, url, headers, body, timeoutMs: ownTimeoutMs = timeoutMs }) => {
    try {
      const answer = await outgoing(url, {
        method,
        headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(ownTimeoutMs),
      })
      const text = await readBounded(answer, answerBytesMax)
      return readAnswer(answer.status, text)
    } catch (error) {
      const { reason, wasSent } = explainLostRequest(error)
      return { kind: wasSent ? 'unknown' : 'not_sent', reason }
    }
  }
}

/** An answer that is no JSON, and any 5xx, says nothing about what was done. */
function readAnswer(status: number, text: string | null): CourierAnswer {
  if (status >= 500) return { kind: 'unknown', reason: `http_${status}` }
  try {
    return { kind: 'answer', status, body: JSON.parse(text ?? '') }
  } catch {
    return status === 429 ? { kind: 'answer', status, body: null } : { kind: 'unknown', reason: 'garbled' }
  }
}
