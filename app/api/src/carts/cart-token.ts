import { createHash } from 'node:crypto'

/** A token is 32 random bytes as base64url; anything else was never ours. */
const tokenPattern = /^[A-Za-z0-9_-]{43}$/

/** What a cookie holds, or null when it cannot be a token of ours. */
export function readToken(cookie: string | undefined): string | null {
  return cookie !== undefined && tokenPattern.test(cookie) ? cookie : null
}

/** What is kept of a token. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
