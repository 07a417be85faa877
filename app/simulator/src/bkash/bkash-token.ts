import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isLeftUnanswered, leaveUnanswered } from '../misbehaviour.ts'
import type { Simulator } from '../simulator.ts'
import { grantsOfLastHour, grantToken, isTokenValid } from '../tokens.ts'
import { answer } from './bkash-answers.ts'

const validMs = 3_600_000
/** A refresh token lives 28 days, as the documentation says. */
const refreshValidMs = 28 * 24 * 3_600_000
/** The third grant within an hour blocks the merchant for an hour. */
const grantsPerHour = 2

/** Grants and refreshes the id_token, and counts: more than two grants an hour are refused until an hour has passed. */
export function registerBkashTokens(app: FastifyInstance, simulator: Simulator): void {
  const keys = simulator.keys.bkash
  let blockedUntil = 0

  const grant = (request: FastifyRequest) => {
    const now = simulator.clock.now()
    if (grantsOfLastHour(simulator, 'bkash', 'id').length >= grantsPerHour) blockedUntil = now + validMs
    if (now < blockedUntil || request.isTokenLimited) return null
    const token = grantToken(simulator, { provider: 'bkash', kind: 'id', validMs })
    const refresh = grantToken(simulator, { provider: 'bkash', kind: 'refresh', validMs: refreshValidMs })
    return {
      ...answer('0000'),
      id_token: token.id,
      token_type: 'Bearer',
      expires_in: validMs / 1000,
      refresh_token: refresh.id,
    }
  }
  const tooMany = (reply: FastifyReply) =>
    reply.code(429).send({ status: 'fail', msg: 'Too many token requests. Try again after one hour.' })

  app.post<{ Body: Record<string, unknown> | null }>('/tokenized/checkout/token/grant', async (request, reply) => {
    const { username, password } = request.headers
    if (username !== keys.username || password !== keys.password) {
      return reply.code(401).send({ status: 'fail', msg: 'Invalid username and password combination' })
    }
    const { app_key: appKey, app_secret: appSecret } = request.body ?? {}
    if (appKey !== keys.appKey || appSecret !== keys.appSecret) return answer('2001')
    const granted = grant(request)
    if (granted === null) return tooMany(reply)
    const struck = { faults: simulator.faults.takeForTransaction('bkash', 'token'), unanswered: [] }
    return isLeftUnanswered(struck, 'token') ? leaveUnanswered(simulator, reply) : granted
  })

  app.post<{ Body: Record<string, unknown> | null }>('/tokenized/checkout/token/refresh', async (request, reply) => {
    const { app_key: appKey, app_secret: appSecret, refresh_token: refreshToken } = request.body ?? {}
    if (appKey !== keys.appKey || appSecret !== keys.appSecret) return answer('2001')
    if (!isTokenValid(simulator, 'bkash', 'refresh', String(refreshToken))) {
      return reply.code(401).send({ status: 'fail', msg: 'Refresh token is invalid or expired' })
    }
    return grant(request) ?? tooMany(reply)
  })
}

/** Refuses requests without a valid id_token and the app's key. */
export function requireBkashToken(app: FastifyInstance, simulator: Simulator): void {
  app.addHook('preHandler', async (request, reply) => {
    const { authorization = '', 'x-app-key': appKey } = request.headers
    if (appKey !== simulator.keys.bkash.appKey) return reply.code(401).send({ message: 'Unauthorized' })
    const id = authorization.replace(/^Bearer /, '')
    if (isTokenValid(simulator, 'bkash', 'id', id)) return
    return reply.code(401).send({ message: 'The incoming token has expired' })
  })
}
