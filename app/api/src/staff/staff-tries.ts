import { createHash } from 'node:crypto'
import type { Db } from '@dhakacart/database/connect.ts'
import { networkOf } from '../codes/codes.limits.ts'
import { StaffTooManyTries } from './staff-errors.ts'
import * as tries from './staff-tries.repository.ts'

/**
 * How often passwords and codes may be guessed. A try is counted before it is looked at, so a thousand at once are no more than
 * one after the other. A window ends whatever happens in it, and a browser in which an account signed in before has tries of its
 * own: strangers can slow each other down, never lock a member of staff out.
 */
const windowSeconds = 15 * 60
/** Ten passwords a quarter of an hour are 960 a day: nothing against twelve characters. */
const maxPerAccount = 10
/** Staff of one office share an address; so do a few who mistype. */
const maxPerAddress = 60
/** Three codes are right at any time, so a day of five a window guesses one with a chance of 1 in 700, the password known. */
const maxCodesPerAccount = 5

/** Who tries: their address and, when this browser signed in before, its device. */
export type Visitor = { address: string; deviceHash: Buffer | null; browser: string }

type Scope = { name: string; max: number }

/** Counts a try of a password. Throws STAFF_TOO_MANY_TRIES. */
export async function countPasswordTry(db: Db, visitor: Visitor, email: string): Promise<void> {
  await countAll(db, [addressScope(visitor), await accountScope(db, visitor, 'password', email, maxPerAccount)])
}

/** Counts a try of a code, after the password was right. Throws STAFF_TOO_MANY_TRIES. */
export async function countCodeTry(db: Db, visitor: Visitor, email: string): Promise<void> {
  await countAll(db, [addressScope(visitor), await accountScope(db, visitor, 'code', email, maxCodesPerAccount)])
}

/** Counts a try of a link. Throws STAFF_TOO_MANY_TRIES. */
export async function countLinkTry(db: Db, visitor: Visitor): Promise<void> {
  await countAll(db, [addressScope(visitor)])
}

/** Who got in begins anew; the address does not, or an attacker with one account could try all others. */
export async function forgetTries(db: Db, visitor: Visitor, email: string): Promise<void> {
  for (const kind of ['password', 'code']) {
    const { name } = await accountScope(db, visitor, kind, email, 0)
    await tries.forget(db, hashScope(name))
  }
}

function addressScope({ address }: Visitor): Scope {
  return { name: `address ${networkOf(address)}`, max: maxPerAddress }
}

async function accountScope(db: Db, { deviceHash }: Visitor, kind: string, email: string, max: number): Promise<Scope> {
  const isKnown = deviceHash !== null && (await tries.isDeviceOf(db, deviceHash, email))
  return { name: `${kind} ${email} ${isKnown ? deviceHash.toString('hex') : 'elsewhere'}`, max }
}

async function countAll(db: Db, scopes: Scope[]): Promise<void> {
  for (const { name, max } of scopes) {
    const { count, secondsLeft } = await tries.count(db, hashScope(name), windowSeconds)
    if (count > max) throw new StaffTooManyTries({ retryAfterSeconds: secondsLeft })
  }
}

function hashScope(name: string): Buffer {
  return createHash('sha256').update(name).digest()
}
