import type { FastifyInstance } from 'fastify'
import type { Simulator } from '../simulator.ts'
import { grantToken, isTokenValid } from '../tokens.ts'

/** Five days, as the documentation shows. */
const validMs = 432_000_000

/** Logging in, and refusing everything else without a token. */
export function registerPathaoToken(app: FastifyInstance, simulator: Simulator): void {
  const keys = simulator.keys.pathao
  app.post<{ Body: Record<string, unknown> | null }>('/issue-token', async (request, reply) => {
    const { client_id: clientId, client_secret: clientSecret, grant_type: grantType, ...rest } = request.body ?? {}
    if (clientId !== keys.clientId || clientSecret !== keys.clientSecret) return reply.code(401).send(unauthorized)
    const isPassword = grantType === 'password' && rest.username === keys.username && rest.password === keys.password
    const isRefresh =
      grantType === 'refresh_token' && isTokenValid(simulator, 'pathao', 'refresh', String(rest.refresh_token))
    if (!isPassword && !isRefresh) return reply.code(401).send(unauthorized)
    if (request.isTokenLimited) return reply.code(429).send(tooMany)
    const token = grantToken(simulator, { provider: 'pathao', kind: 'access', validMs })
    const refresh = grantToken(simulator, { provider: 'pathao', kind: 'refresh', validMs })
    return { token_type: 'Bearer', expires_in: validMs / 1000, access_token: token.id, refresh_token: refresh.id }
  })
}

const unauthorized = { message: 'Unauthorized', type: 'error', code: 401 }
export const tooMany = { message: 'Too Many Attempts.', type: 'error', code: 429 }

export function requirePathaoToken(app: FastifyInstance, simulator: Simulator): void {
  app.addHook('preHandler', async ({ headers, isTokenExpired }, reply) => {
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? ''
    if (!isTokenExpired && isTokenValid(simulator, 'pathao', 'access', token)) return
    return reply.code(401).send(unauthorized)
  })
}
