import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { createHashGate } from './hash-gate.ts'

/**
 * Passwords of customers and of staff, in one shape: Argon2id as a PHC string. Hashing is slow and takes memory on purpose,
 * so everybody's goes through one gate; when that is full the answer is TOO_BUSY, not a slow shop.
 */

/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, 2 passes, 1 lane. */
const cost = { memoryKiB: 19_456, passes: 2, lanes: 1 }
const saltBytes = 16
const hashBytes = 32
/** Half of libuv's four threads, so that files and names are still read; 38 MiB at once. */
const hashesAtOnce = 2
/** At about 45 ms each (measured on two busy cores) and two at once, the last of them waits for 0.7 s. */
const waitingMax = 30

const derive = promisify(argon2)
const gate = createHashGate({ atOnce: hashesAtOnce, waitingMax })

/** What to keep instead of the password: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. Throws TOO_BUSY. */
export async function hashPassword(text: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const hash = await deriveHash(text, salt, cost)
  const { memoryKiB, passes, lanes } = cost
  return `$argon2id$v=19$m=${memoryKiB},t=${passes},p=${lanes}$${toBase64(salt)}$${toBase64(hash)}`
}

/**
 * Whether the password is the one that was kept. null (no such account, no password set) is false and takes as long, so that
 * nobody learns from the time who has an account. Throws TOO_BUSY.
 */
export async function verifyPassword(text: string, kept: string | null): Promise<boolean> {
  const { salt, hash, keptCost } = kept === null ? decoy : readKept(kept)
  const given = await deriveHash(text, salt, keptCost)
  return given.length === hash.length && timingSafeEqual(given, hash) && kept !== null
}

const decoy = { salt: randomBytes(saltBytes), hash: randomBytes(hashBytes), keptCost: cost }

const keptPattern =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/

function readKept(kept: string) {
  const match = keptPattern.exec(kept)
  if (match === null) throw new Error('a kept password has no form of ours')
  const [memoryKiB, passes, lanes] = match.slice(1, 4).map(Number) as [number, number, number]
  const [salt, hash] = match.slice(4).map((part) => Buffer.from(part, 'base64')) as [Buffer, Buffer]
  return { salt, hash, keptCost: { memoryKiB, passes, lanes } }
}

async function deriveHash(text: string, salt: Buffer, { memoryKiB, passes, lanes }: typeof cost): Promise<Buffer> {
  // The same password typed on two keyboards may come in two forms of Unicode (NIST SP 800-63B §3.1.1.2).
  const message = Buffer.from(text.normalize('NFKC'), 'utf8')
  return gate(() =>
    derive('argon2id', {
      message,
      nonce: salt,
      memory: memoryKiB,
      passes,
      parallelism: lanes,
      tagLength: hashBytes,
    }),
  )
}

function toBase64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
