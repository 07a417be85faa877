import { createHash } from 'node:crypto'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServiceContext } from '../service-context.ts'
import type { ShownPass } from './order-gate.ts'
import type { TicketSigner } from './ticket-signer.ts'

/** A token is 32 random bytes as base64url; anything else was never ours. */
const tokenPattern = /^[A-Za-z0-9_-]{43}$/
const daySeconds = 24 * 60 * 60
/** A visitor is known for as long as a sale may last. */
const visitorDays = 31
/** Cookies of more sales than anybody queues for at once are not looked at. */
const salesMax = 5

export type RoomCookies = ReturnType<typeof createRoomCookies>

/**
 * The cookies of a waiting room: who the visitor is (random, opens nothing else), the ticket and the pass of each sale, both
 * signed for that visitor. HttpOnly, not sent when another site posts a form, `__Host-` and Secure where the shop is on https.
 */
export function createRoomCookies(
  { cookiePrefix, isSecure }: PublicOrigin,
  signer: TicketSigner,
  nowMs: () => number,
  randomBytes: ServiceContext['randomBytes'],
) {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure } as const
  const visitorName = `${cookiePrefix}visitor`
  const nameOf = (purpose: 'ticket' | 'pass', saleId: number) => `${cookiePrefix}${purpose}-${saleId}`

  function visitorHash(request: FastifyRequest): Buffer | null {
    const token = request.cookies[visitorName]
    return token !== undefined && tokenPattern.test(token) ? hashOf(token) : null
  }

  function read(request: FastifyRequest, purpose: 'ticket' | 'pass', saleId: number): number | null {
    const visitor = visitorHash(request)
    if (visitor === null) return null
    return signer.read({ purpose, saleId, visitorHash: visitor }, request.cookies[nameOf(purpose, saleId)], nowMs())
  }

  return {
    /** The visitor a request is from; somebody new gets the cookie. */
    keepVisitor(request: FastifyRequest, reply: FastifyReply): Buffer {
      const known = visitorHash(request)
      if (known !== null) return known
      const token = randomBytes(32).toString('base64url')
      reply.setCookie(visitorName, token, { ...options, maxAge: visitorDays * daySeconds })
      return hashOf(token)
    },
    visitorHash,
    readTicket: (request: FastifyRequest, saleId: number) => read(request, 'ticket', saleId),
    write(
      reply: FastifyReply,
      purpose: 'ticket' | 'pass',
      { saleId, visitor, number, endsAtMs }: { saleId: number; visitor: Buffer; number: number; endsAtMs: number },
    ): void {
      const text = signer.sign({ purpose, saleId, visitorHash: visitor }, number, endsAtMs)
      const maxAge = Math.max(1, Math.ceil((endsAtMs - nowMs()) / 1_000))
      reply.setCookie(nameOf(purpose, saleId), text, { ...options, maxAge })
    },
    /** The passes that a request shows, of whatever sales. */
    readPasses(request: FastifyRequest): ShownPass[] {
      const prefix = `${cookiePrefix}pass-`
      return Object.keys(request.cookies)
        .filter((name) => name.startsWith(prefix) && /^[1-9]\d{0,14}$/.test(name.slice(prefix.length)))
        .slice(0, salesMax)
        .flatMap((name) => {
          const saleId = Number(name.slice(prefix.length))
          const number = read(request, 'pass', saleId)
          return number === null ? [] : [{ saleId, number }]
        })
    },
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
