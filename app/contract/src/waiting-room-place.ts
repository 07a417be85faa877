/** Rounds of the lot. Swap-or-not needs about six per doubling of N; 90 is what Ethereum draws a million validators with. */
const rounds = 90
const bitsPerDigest = 256
/** Below 2^48, so what is left of a pivot by any N of a queue is as good as even. */
const pivotBytes = 6
const pivotsPerDigest = 5

/** What the lot asks for on its way: the HMAC-SHA256 of `message` with the room's revealed secret. */
export type LotQuestion = { message: Uint8Array }

/**
 * The place that number `number` of 1…`count` drew, by a permutation that the secret decides (swap-or-not of Hoang, Morris and
 * Rogaway): any N, no table, and every place is drawn exactly once. A generator, because Node computes an HMAC at once and a
 * browser only later: whoever drives it answers each question with the digest.
 */
export function* drawPlace(number: number, count: number): Generator<LotQuestion, number, Uint8Array> {
  if (!Number.isSafeInteger(number) || number < 1 || number > count) throw new RangeError('no number of this lot')
  let index = number - 1
  let pivots: Uint8Array = new Uint8Array()
  for (let round = 0; round < rounds; round++) {
    const position = round % pivotsPerDigest
    if (position === 0) pivots = yield { message: toMessage(round) }
    const pivot = readUint48(pivots.subarray(position * pivotBytes)) % count
    const partner = (pivot - index + count) % count
    const higher = Math.max(index, partner)
    const digest = yield { message: toMessage(round, Math.floor(higher / bitsPerDigest)) }
    const bit = higher % bitsPerDigest
    const isSwapped = (((digest[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1
    if (isSwapped) index = partner
  }
  return index + 1
}

/** Whether the lot decides the place of a number; later numbers are their own place. */
export function isDrawnByLot(number: number, earlyCount: number): boolean {
  return number <= earlyCount
}

/** Round and part of the message, as bytes that cannot be mistaken for another pair. */
function toMessage(round: number, part?: number): Uint8Array {
  return new TextEncoder().encode(part === undefined ? `pivot ${round}` : `swap ${round} ${part}`)
}

function readUint48(bytes: Uint8Array): number {
  return bytes.subarray(0, pivotBytes).reduce((value, byte) => value * 256 + byte, 0)
}

/** How long to wait before asking again, in seconds: a quarter of the wait, often near the front and seldom far from it. */
const shortestAskSeconds = 5
const longestAskSeconds = 60
export function askAgainSeconds(waitSeconds: number): number {
  return Math.min(longestAskSeconds, Math.max(shortestAskSeconds, waitSeconds / 4))
}
/** Askers come within this part before or after their time, so that they do not come all together. */
const askJitter = 0.2
export function spreadSeconds(seconds: number, random: number): number {
  return seconds * (1 - askJitter + random * 2 * askJitter)
}

/** Everybody wants to know their place at the opening: they come spread over this time. */
const openingSpreadSeconds = 20
/** When to ask again before the opening: now and then, and then spread behind it. `random` from 0 to 1. */
export function askAtOpeningSeconds(leftSeconds: number, random: number): number {
  if (leftSeconds > longestAskSeconds) return spreadSeconds(Math.min(longestAskSeconds, leftSeconds / 2), random)
  return Math.max(1, leftSeconds) + 1 + random * openingSpreadSeconds
}

/** How fast places are called: now, by how much more each second, and at the most. */
export type Pace = { callsPerSecond: number; callsPerSecondGained: number; callsPerSecondMost: number }

/** Seconds until a place is called, by what the public document says; 0: it has been. null: nobody is called now. */
export function waitSecondsOf(place: number, room: { serving: number; phase: string } & Pace): number | null {
  if (place <= room.serving) return 0
  const { callsPerSecond: now, callsPerSecondGained: gained, callsPerSecondMost: most } = room
  if (room.phase !== 'running' || now <= 0) return null
  const ahead = place - room.serving
  if (!(gained > 0 && most > now)) return ahead / now
  const climbSeconds = (most - now) / gained
  const meanwhile = (climbSeconds * (now + most)) / 2
  if (ahead > meanwhile) return climbSeconds + (ahead - meanwhile) / most
  // Solves ahead = now × t + gained × t² / 2.
  return (Math.sqrt(now * now + 2 * gained * ahead) - now) / gained
}
