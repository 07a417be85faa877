import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * One-time codes from time, RFC 6238 with what every authenticator app understands: SHA-1, 30 seconds, six digits. The time
 * comes from the caller, who asks the database.
 */
export const stepSeconds = 30
/** RFC 6238 §5.2: one step either way, for clocks that are not quite right and people who type slowly. */
const stepsAside = 1
/** RFC 4226 §4 wants at least 128 bits and recommends 160. */
export const totpSecretBytes = 20

/** The step in which an instant lies, in seconds since 1970. */
export function totpStep(epochSeconds: number): number {
  return Math.floor(epochSeconds / stepSeconds)
}

export function totpCode(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) as number) & 0xf
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** The step to which a code belongs, now or just aside; null for a wrong code. Every candidate is compared, so time tells nothing. */
export function matchingStep(secret: Buffer, code: string, nowStep: number): number | null {
  const given = Buffer.from(code)
  let found: number | null = null
  for (let step = nowStep - stepsAside; step <= nowStep + stepsAside; step++) {
    const expected = Buffer.from(totpCode(secret, step))
    if (given.length === expected.length && timingSafeEqual(given, expected)) found = step
  }
  return found
}

const base32Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 without padding, as authenticator apps want it. */
export function toBase32(bytes: Buffer): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff
    bits += 8
    for (; bits >= 5; bits -= 5) text += base32Letters[(value >> (bits - 5)) & 31]
  }
  return bits === 0 ? text : text + base32Letters[(value << (5 - bits)) & 31]
}

/** What an authenticator app reads from the picture. */
export function totpUri(secret: Buffer, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${toBase32(secret)}&issuer=${encodeURIComponent(issuer)}`
}
