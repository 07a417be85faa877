import { randomBytes } from 'node:crypto'
import type { Provider } from './provider-faults.ts'
import type { Token } from './records.ts'
import type { Simulator } from './simulator.ts'

type Grant = { provider: Provider; kind: string; validMs: number }

/** A new token, remembered until it expires. */
export function grantToken({ records, clock }: Simulator, { provider, kind, validMs }: Grant): Token {
  const now = clock.now()
  const id = randomBytes(32).toString('base64url')
  const token: Token = { id, provider, kind, grantedAt: now, expiresAt: now + validMs }
  records.put('token', token)
  return token
}

/** Whether somebody was given this token and it is still valid. */
export function isTokenValid({ records, clock }: Simulator, provider: Provider, kind: string, id: string): boolean {
  const token = records.find('token', id)
  return token?.provider === provider && token.kind === kind && token.expiresAt > clock.now()
}

/** When the provider granted tokens of this kind during the last hour. */
export function grantsOfLastHour({ records, clock }: Simulator, provider: Provider, kind: string): number[] {
  const from = clock.now() - 3_600_000
  return records
    .list('token')
    .filter((token) => token.provider === provider && token.kind === kind && token.grantedAt > from)
    .map(({ grantedAt }) => grantedAt)
}
