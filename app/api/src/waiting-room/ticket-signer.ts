import { createHmac, timingSafeEqual } from 'node:crypto'
import { readSecretKeys } from '../secret-keys.ts'

/** What a ticket or a pass says; it holds for one sale, one purpose and one visitor alone. */
export type Slip = {
  purpose: 'ticket' | 'pass'
  saleId: number
  visitorHash: Buffer
}

export type TicketSigner = {
  /** `key.number.end.signature`; `endsAtMs` in the shop's time. */
  sign(slip: Slip, number: number, endsAtMs: number): string
  /** The number of a slip that we signed for exactly this; null for any other, or one whose end has come. */
  read(slip: Slip, text: string | undefined, nowMs: number): number | null
}

const slipPattern = /^([a-z0-9-]{1,20})\.(\d{1,15})\.(\d{1,12})\.([A-Za-z0-9_-]{43})$/

/** Signs with the first key, accepts all: `name:base64 of 32 bytes`, several separated by commas. RangeError for another form. */
export function createTicketSigner(text: string): TicketSigner {
  const keys = readSecretKeys(text)
  const [[currentName, currentKey]] = keys as unknown as [[string, Buffer]]
  return {
    sign(slip, number, endsAtMs) {
      const endSeconds = Math.ceil(endsAtMs / 1_000)
      const mac = macOf(currentKey, slip, number, endSeconds).toString('base64url')
      return `${currentName}.${number}.${endSeconds}.${mac}`
    },
    read(slip, text, nowMs) {
      const [, name = '', number, end, mac = ''] = slipPattern.exec(text ?? '') ?? []
      const key = keys.get(name)
      if (key === undefined) return null
      const expected = macOf(key, slip, Number(number), Number(end))
      if (!timingSafeEqual(expected, Buffer.from(mac, 'base64url'))) return null
      return Number(end) * 1_000 > nowMs ? Number(number) : null
    },
  }
}

function macOf(key: Buffer, { purpose, saleId, visitorHash }: Slip, number: number, endSeconds: number): Buffer {
  return createHmac('sha256', key)
    .update(`waiting-room ${purpose} ${saleId} ${number} ${endSeconds} ${visitorHash.toString('hex')}`)
    .digest()
}
