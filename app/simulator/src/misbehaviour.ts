import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { CallKind, Provider } from './provider-faults.ts'
import type { Consignment } from './records.ts'
import type { Simulator } from './simulator.ts'

type Struck = { faults: readonly string[]; unanswered: string[] }

/** Answers of a provider in maintenance. */
export type Maintenance = { status: number; body: unknown }

/** More requests than this wait at once only when the merchant has no limit of its own. */
const slowMax = 500

/** Lets every request to a provider's API meet the call faults that are switched on, before anything is done. */
export function letCallsFail(
  app: FastifyInstance,
  simulator: Simulator,
  provider: Provider,
  maintenance: Maintenance,
): void {
  let slow = 0
  app.addHook('preHandler', async (request, reply) => {
    const struck = simulator.faults.takeForCall(provider, kindOf(request.url))
    if (struck.includes('unreachable')) {
      reply.hijack()
      request.raw.socket.destroy()
      return
    }
    if (struck.includes('down') || slow >= slowMax) return reply.code(maintenance.status).send(maintenance.body)
    if (struck.includes('rate_limited')) return reply.code(429).send({ message: 'Too Many Attempts.' })
    if (struck.includes('token_limited')) request.isTokenLimited = true
    if (struck.includes('token_expired')) request.isTokenExpired = true
    if (struck.includes('empty_list')) request.isListEmpty = true
    if (!struck.includes('slow')) return
    slow += 1
    await sleep(simulator.timing.slowMs, null, { signal: simulator.stopping }).catch(() => {})
    slow -= 1
  })
}

function kindOf(url: string): CallKind {
  if (/\/(?:issue-token|token\/\w+)$/.test(url)) return 'token'
  return /-list$/.test(url) ? 'list' : 'other'
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The fault token_limited struck this request; and so on. */
    isTokenLimited: boolean
    isTokenExpired: boolean
    isListEmpty: boolean
  }
}

/**
 * Whether this kind of request about a transaction is one to do and not to answer; it is so once, so that asking again
 * tells. The caller saves the record.
 */
export function isLeftUnanswered(record: Struck, kind: string): boolean {
  if (!record.faults.includes('timeout_after_success') || record.unanswered.includes(kind)) return false
  record.unanswered.push(kind)
  return true
}

/** The same for parcels that were booked with one request: one of them silences the answer for all. Saves the records. */
export function areLeftUnanswered({ records }: Simulator, parcels: readonly Consignment[]): boolean {
  const silent = parcels.filter((parcel) => isLeftUnanswered(parcel, 'create'))
  for (const parcel of silent) records.put('consignment', parcel)
  return silent.length > 0
}

/** Keeps the connection open without a word, then closes it. */
export function leaveUnanswered(simulator: Simulator, reply: FastifyReply): FastifyReply {
  reply.hijack()
  const { socket } = reply.raw
  void sleep(simulator.timing.unansweredMs, null, { signal: simulator.stopping, ref: false })
    .catch(() => {})
    .then(() => socket?.destroy())
  return reply
}
