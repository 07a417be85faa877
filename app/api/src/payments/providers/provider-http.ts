import { setTimeout as sleep } from 'node:timers/promises'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import { readBounded } from '../../outgoing/bounded-body.ts'
import { createOutgoing, type Outgoing } from '../../outgoing/outgoing.ts'
import { type ProblemKind, ProviderProblem } from './provider.ts'

type ProviderRequest = {
  /** Named in errors, logs and metrics, instead of the address, which may carry secrets. */
  operation: string
  method: 'GET' | 'POST'
  url: string
  headers?: Record<string, string>
  body?: string
  timeoutMs: number
}
export type ProviderAnswer = { status: number; body: unknown }

/** Told after every request: `outcome` is 'answered' or the kind of the problem. */
export type ProviderObserver = (method: OnlineMethod, operation: string, outcome: string, seconds: number) => void

export type ProviderHttpLimits = {
  /** Requests to one provider on their way at once, per process. A gateway of 30 s then holds eight sockets and nothing else. */
  maxInFlight: number
  /** More than these wait nowhere: they are refused at once. */
  maxWaiting: number
  maxWaitMs: number
  /** After so many requests in a row without an answer, the provider is left alone … */
  failuresToOpen: number
  /** … for so long; then one request tries. */
  openMs: number
  /** No request takes longer than this, whatever it may; absent: as long as it may. */
  longestMs?: number
}
const defaultLimits: ProviderHttpLimits = {
  maxInFlight: 8,
  maxWaiting: 32,
  maxWaitMs: 2_000,
  failuresToOpen: 5,
  openMs: 15_000,
}

/** The longest answer of any provider, SSLCOMMERZ's to a query, is about 3 kB. */
const maxAnswerBytes = 64 * 1024

/** It did nothing, and will another time. */
const tooManyRequests = 429

export type ProviderHttp = (request: ProviderRequest) => Promise<ProviderAnswer>

/**
 * The only way to a provider: bounded in time, bytes, and requests at once, follows no redirect, and stops asking for a while
 * when there is no answer. Answers of any status come back with their JSON; anything else throws ProviderProblem.
 */
export function createProviderHttp(
  method: OnlineMethod,
  baseUrl: string,
  observe: ProviderObserver = () => undefined,
  limits: ProviderHttpLimits = defaultLimits,
): ProviderHttp {
  const outgoing = createOutgoing(baseUrl)
  const slots = createSlots(limits)
  const breaker = createBreaker(limits)
  const problem = (kind: ProblemKind, message: string) => new ProviderProblem(method, kind, message)

  async function ask(request: ProviderRequest): Promise<ProviderAnswer> {
    if (!breaker.allows()) throw problem('not_asked', `${request.operation} not asked: it did not answer lately`)
    if (!(await slots.take())) throw problem('not_asked', `${request.operation} not asked: too many requests to it`)
    try {
      const timeoutMs = Math.min(request.timeoutMs, limits.longestMs ?? request.timeoutMs)
      const answer = await send(outgoing, { ...request, timeoutMs }, problem)
      breaker.note(true)
      return answer
    } catch (error) {
      if (error instanceof ProviderProblem && error.kind === 'unanswered') breaker.note(false)
      throw error
    } finally {
      slots.release()
    }
  }

  return async (request) => {
    const startedAt = performance.now()
    const tell = (outcome: string) =>
      observe(method, request.operation, outcome, (performance.now() - startedAt) / 1_000)
    try {
      const answer = await ask(request)
      tell('answered')
      return answer
    } catch (error) {
      tell(error instanceof ProviderProblem ? error.kind : 'unanswered')
      throw error
    }
  }
}

type MakeProblem = (kind: ProblemKind, message: string) => ProviderProblem

async function send(outgoing: Outgoing, request: ProviderRequest, problem: MakeProblem): Promise<ProviderAnswer> {
  const { operation, url, timeoutMs, headers, body, method } = request
  try {
    const answer = await outgoing(url, {
      method,
      headers: { accept: 'application/json', ...headers },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(timeoutMs),
    })
    // Its own failure to answer counts like silence, whatever page it shows; a refusal is an answer.
    if (answer.status >= 500) {
      await answer.body?.cancel()
      throw problem('unanswered', `${operation} answered ${answer.status}`)
    }
    if (answer.status === tooManyRequests) {
      await answer.body?.cancel()
      throw problem('not_asked', `${operation} answered ${answer.status}`)
    }
    const text = await readBounded(answer, maxAnswerBytes)
    if (text === null) throw problem('garbled', `${operation} answered more than ${maxAnswerBytes} bytes`)
    return { status: answer.status, body: readJson(text, () => problem('garbled', `${operation} answered no JSON`)) }
  } catch (error) {
    if (error instanceof ProviderProblem) throw error
    // The cause is left out on purpose: fetch's errors carry the address, and with it a password of SSLCOMMERZ.
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    throw problem('unanswered', isLate ? `${operation} took over ${timeoutMs} ms` : `${operation} cannot be reached`)
  }
}

function readJson(text: string, makeProblem: () => ProviderProblem): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw makeProblem()
  }
}

function createSlots({ maxInFlight, maxWaiting, maxWaitMs }: ProviderHttpLimits) {
  let inFlight = 0
  const waiting: (() => void)[] = []
  return {
    /** false when none came free in time, or too many wait already. */
    async take(): Promise<boolean> {
      if (inFlight < maxInFlight) {
        inFlight++
        return true
      }
      if (waiting.length >= maxWaiting) return false
      const { promise, resolve } = Promise.withResolvers<boolean>()
      const wake = () => resolve(true)
      waiting.push(wake)
      const timer = new AbortController()
      sleep(maxWaitMs, undefined, { signal: timer.signal }).then(
        () => {
          const place = waiting.indexOf(wake)
          if (place >= 0) {
            waiting.splice(place, 1)
            resolve(false)
          }
        },
        () => undefined,
      )
      const isTaken = await promise
      timer.abort()
      return isTaken
    },
    release() {
      const next = waiting.shift()
      // Its slot goes to whoever waited longest.
      if (next === undefined) inFlight--
      else next()
    },
  }
}

function createBreaker({ failuresToOpen, openMs }: ProviderHttpLimits) {
  let failures = 0
  let openUntil = 0
  return {
    allows(): boolean {
      if (failures < failuresToOpen) return true
      if (performance.now() < openUntil) return false
      // One tries; the others wait for what it learns.
      openUntil = performance.now() + openMs
      return true
    },
    note(isAnswered: boolean): void {
      failures = isAnswered ? 0 : failures + 1
      if (failures >= failuresToOpen) openUntil = performance.now() + openMs
    },
  }
}
