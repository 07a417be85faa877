import { createHash, timingSafeEqual } from 'node:crypto'
import { toLatinDigits } from '@dhakacart/contract/digits.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import type { Db, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { TooManyCodes } from '../errors.ts'
import { sendToPhone } from '../messages/messages.service.ts'
import type { ServiceContext } from '../service-context.ts'
import { read as readSettings } from '../settings/settings.service.ts'
import {
  codeLifetimeSeconds,
  countedScopes,
  maxCodeAttempts,
  maxCodesPerPhoneHour,
  resendPauseSeconds,
} from './codes.limits.ts'
import * as codes from './codes.repository.ts'

export const codePurposes = ['sign_in', 'confirm_order', 'confirm_phone', 'reset_password', 'erase_account'] as const
export type CodePurpose = (typeof codePurposes)[number]

export type IssueCode = {
  purpose: CodePurpose
  /** `+8801XXXXXXXXX`, as `normalisePhone` returns it. */
  phone: string
  clientAddress: string
  language: Language
  /** What the code is about besides the phone, like the token of an order. */
  subject?: string
  /**
   * true: everything is counted, limited and answered the same, but nothing is sent. For a purpose that needs an account, where
   * there is none: nobody can tell the difference.
   */
  isSilent?: boolean
}

export type IssuedCode = { expiresAt: string; resendAfterSeconds: number }

/**
 * Makes a code and promises its SMS in one transaction; the codes before it for the same purpose stop working. Throws
 * TOO_MANY_CODES with the seconds to wait, nothing written, when phone, address or shop sent enough: repeating a request by
 * mistake therefore sends nothing twice.
 */
export function issueCode(context: ServiceContext, request: IssueCode): Promise<IssuedCode> {
  return inTransaction(context.db, (tx) => issueCodeIn(tx, context, request))
}

/** `issueCode` within a transaction that does more, and that what it throws must roll back. */
export async function issueCodeIn(
  tx: Tx,
  context: Pick<ServiceContext, 'randomBytes'>,
  request: IssueCode,
): Promise<IssuedCode> {
  const code = sixDigits(context)
  const salt = context.randomBytes(16)
  const key = keyOf(request)
  const { codesPerDay } = await readSettings(tx)
  // The counters come first: their locks let one request per phone through at a time.
  const counted = countedScopes(request.phone, request.clientAddress, codesPerDay)
  refuseFor(
    await codes.countEach(
      tx,
      counted.map(({ scope, ...limit }) => ({ ...limit, scopeHash: digest(scope) })),
    ),
  )
  const recent = await codes.recentCodes(tx, key)
  if (recent.phoneCount >= maxCodesPerPhoneHour) refuseFor(3_600 - recent.oldestSeconds)
  if (recent.purposeCount > 0) refuseFor(resendPauseSeconds(recent.purposeCount) - recent.newestSeconds)
  const expiresAt = await codes.insertCode(tx, key, salt, hashCode(salt, code), codeLifetimeSeconds)
  if (request.isSilent !== true) await promiseSms(tx, request, code, expiresAt)
  return { expiresAt, resendAfterSeconds: resendPauseSeconds(recent.purposeCount + 1) }
}

/**
 * Whether this is the code that was sent last, which is used up by the answer. Every try counts, right or wrong, and is committed
 * before the comparison; after five the code is dead. Twice at once, one of two right entries wins.
 */
export async function checkCode(
  context: ServiceContext,
  request: Pick<IssueCode, 'purpose' | 'phone' | 'subject'> & { code: string },
): Promise<boolean> {
  const id = await tryCode(context.db, request)
  return id !== null && codes.spendCode(context.db, id)
}

/**
 * The first half of `checkCode`, for work that must happen together with using the code up: counts the try and returns the id of
 * the code when it is right. Call `spendCode` with it in the transaction that does the work, and do nothing when that says false.
 */
export async function tryCode(
  db: Db,
  request: Pick<IssueCode, 'purpose' | 'phone' | 'subject'> & { code: string },
): Promise<number | null> {
  const stored = await codes.countAttempt(db, keyOf(request), maxCodeAttempts)
  if (stored === null) return null
  // People read a code aloud in groups and type it in the digits of their keyboard.
  const entered = toLatinDigits(request.code).replaceAll(/[\s-]/g, '')
  return timingSafeEqual(hashCode(stored.salt, entered), stored.codeHash) ? stored.id : null
}

export const spendCode = codes.spendCode

/** Deletes every code of a number, in the transaction that forgets whose it was. */
export function forgetCodesOf(tx: Tx, phone: string): Promise<void> {
  return codes.deleteCodesOf(tx, digest(phone))
}

/** Deletes codes and counters that no limit needs any more, some at a time; returns how many. */
export function forgetOldCodes(context: ServiceContext, limit: number): Promise<number> {
  return codes.deleteOldCodes(context.db, limit)
}

function promiseSms(tx: Tx, request: IssueCode, code: string, expiresAt: string): Promise<void> {
  const { purpose, phone, language } = request
  return sendToPhone(tx, { template: 'code', phone, language, data: { purpose, code }, sendUntil: expiresAt })
}

function refuseFor(seconds: number | null): void {
  if (seconds !== null && seconds > 0) throw new TooManyCodes({ retryAfterSeconds: seconds })
}

function keyOf({ purpose, phone, subject = '' }: Pick<IssueCode, 'purpose' | 'phone' | 'subject'>): codes.CodeKey {
  return { purpose, phoneHash: digest(phone), subject }
}

// A phone number can be found from its digest by trying all of them; the digest keeps it out of sight, not out of reach.
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

// A million codes are tried in no time by whoever reads the table. Against them nothing slower would help, and what they would
// gain ends in ten minutes; against everybody else the limit on tries holds.
function hashCode(salt: Buffer, code: string): Buffer {
  return createHash('sha256').update(salt).update(code).digest()
}

/** The largest multiple of a million that four bytes can hold: numbers above it would make some codes likelier. */
const fairNumbers = 4_294_000_000

/** Six random digits, every number as likely as the next. */
export function sixDigits(context: Pick<ServiceContext, 'randomBytes'>): string {
  for (;;) {
    const number = context.randomBytes(4).readUInt32BE()
    if (number < fairNumbers) return String(number % 1_000_000).padStart(6, '0')
  }
}
