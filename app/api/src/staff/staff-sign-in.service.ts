import type { Db, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { encodeQR } from 'qr'
import * as audit from '../audit/audit.service.ts'
import { verifyPassword } from '../passwords/passwords.ts'
import type { ServiceContext } from '../service-context.ts'
import type { SecretBox } from './secret-box.ts'
import * as staffRows from './staff.repository.ts'
import * as codes from './staff-codes.repository.ts'
import { replaceRecoveryCodes, spendCode, tidyCode, totpPurpose } from './staff-codes.ts'
import { hashToken } from './staff-cookie.ts'
import { StaffCodeWrong, StaffEnrolmentOver, StaffSignInFailed } from './staff-errors.ts'
import * as sessions from './staff-sessions.repository.ts'
import { countCodeTry, countPasswordTry, forgetTries, type Visitor } from './staff-tries.ts'
import { matchingStep, toBase32, totpSecretBytes, totpStep, totpUri } from './totp.ts'

export type StaffContext = ServiceContext & { secrets: SecretBox }

const issuer = 'DhakaCart'

export type SignedIn = {
  token: string
  staffId: number
  /** null: this browser has one already. */
  deviceToken: string | null
}

/**
 * The first half: e-mail and password. Returns the token of a session that opens nothing but the second half. The same answer,
 * after the same work, whether the account is unknown, not active or the password wrong: STAFF_SIGN_IN_FAILED.
 */
export async function signIn(
  { db, randomBytes }: StaffContext,
  visitor: Visitor,
  given: { email: string; password: string },
): Promise<{ token: string; next: 'code' | 'enrolment' }> {
  const email = given.email.toLowerCase()
  await countPasswordTry(db, visitor, email)
  const account = await staffRows.findForSignIn(db, email)
  // No connection is held while the hash is made.
  const isRight = await verifyPassword(given.password, account?.passwordHash ?? null)
  if (account === null || !isRight) throw new StaffSignInFailed()
  const token = randomBytes(32).toString('base64url')
  await sessions.insertPending(db, { staffId: account.id, tokenHash: hashToken(token), device: visitor.browser })
  return { token, next: account.hasAuthenticator ? 'code' : 'enrolment' }
}

/** The second half. The session gets a new token. Throws STAFF_SIGN_IN_FAILED, STAFF_TOO_MANY_TRIES, STAFF_CODE_WRONG. */
export async function giveCode(
  context: StaffContext,
  visitor: Visitor,
  tokenHash: Buffer | null,
  code: string,
): Promise<SignedIn> {
  const pending = await findPending(context.db, tokenHash)
  await countCodeTry(context.db, visitor, pending.email)
  const signedIn = await inTransaction(context.db, async (tx) => {
    const used = await spendCode(tx, context.secrets, pending.staffId, code)
    return used === null ? null : open(tx, context, visitor, pending, used)
  })
  if (signedIn === null) {
    await inTransaction(context.db, (tx) => recordFailure(tx, pending))
    throw new StaffCodeWrong()
  }
  await forgetTries(context.db, visitor, pending.email)
  return signedIn
}

/** A fresh secret for an account without an authenticator; asking again gives another. Throws STAFF_ENROLMENT_OVER. */
export async function startEnrolment(context: StaffContext, tokenHash: Buffer | null) {
  const pending = await findPending(context.db, tokenHash)
  if (pending.totpSecret !== null) throw new StaffEnrolmentOver()
  const secret = context.randomBytes(totpSecretBytes)
  const sealed = context.secrets.seal(secret, totpPurpose(pending.staffId))
  await inTransaction(context.db, (tx) => sessions.setNewTotpSecret(tx, pending.sessionId, sealed))
  const uri = totpUri(secret, pending.email, issuer)
  return { secret: toBase32(secret), uri, qr: drawQr(uri) }
}

/** A code of the fresh secret: the account has its authenticator from now on and is signed in. Throws as `giveCode`. */
export async function confirmEnrolment(
  context: StaffContext,
  visitor: Visitor,
  tokenHash: Buffer | null,
  code: string,
): Promise<SignedIn & { recoveryCodes: string[] }> {
  const pending = await findPending(context.db, tokenHash)
  if (pending.totpSecret !== null) throw new StaffEnrolmentOver()
  await countCodeTry(context.db, visitor, pending.email)
  const purpose = totpPurpose(pending.staffId)
  const secret = pending.newTotpSecret === null ? null : context.secrets.open(pending.newTotpSecret, purpose)
  const step = secret === null ? null : matchingStep(secret, tidyCode(code), totpStep(pending.epochSeconds))
  if (secret === null || step === null) throw new StaffCodeWrong()
  const signedIn = await inTransaction(context.db, async (tx) => {
    const isFirst = await codes.enrol(tx, pending.staffId, context.secrets.seal(secret, purpose), step)
    if (!isFirst) throw new StaffEnrolmentOver()
    const recoveryCodes = await replaceRecoveryCodes(tx, context.randomBytes, pending.staffId)
    return { ...(await open(tx, context, visitor, pending, 'enrolment')), recoveryCodes }
  })
  await forgetTries(context.db, visitor, pending.email)
  return signedIn
}

async function findPending(db: Db, tokenHash: Buffer | null): Promise<sessions.PendingSession> {
  const pending = tokenHash === null ? null : await sessions.findPending(db, tokenHash)
  if (pending === null) throw new StaffSignInFailed()
  return pending
}

/** Ends the half-open session and opens a whole one under a token nobody saw before. */
async function open(
  tx: Tx,
  { randomBytes }: StaffContext,
  { deviceHash, browser }: Visitor,
  { sessionId, staffId, name, role }: sessions.PendingSession,
  used: string,
): Promise<SignedIn> {
  await sessions.removeOne(tx, staffId, sessionId)
  const token = randomBytes(32).toString('base64url')
  await sessions.insertSignedIn(tx, { staffId, tokenHash: hashToken(token), device: browser })
  const isKnown = deviceHash !== null && (await staffRows.hasDevice(tx, staffId, deviceHash))
  const deviceToken = isKnown ? null : randomBytes(32).toString('base64url')
  if (deviceToken !== null) await staffRows.addDevice(tx, staffId, hashToken(deviceToken))
  await audit.record(
    tx,
    { id: staffId, name, role },
    {
      action: 'staff.signed_in',
      subject: `staff:${staffId}`,
      detail: { with: used },
    },
  )
  return { token, staffId, deviceToken }
}

/** Somebody knew the password and not the code, which is worth a line that lasts. */
async function recordFailure(tx: Tx, { staffId }: sessions.PendingSession): Promise<void> {
  await audit.record(tx, audit.theShop, { action: 'staff.code_refused', subject: `staff:${staffId}`, detail: {} })
}

/** Dark squares as one SVG path, four squares of quiet zone around them (ISO/IEC 18004 §6.3.8). */
function drawQr(text: string): { size: number; path: string } {
  const rows = encodeQR(text, 'raw', { border: 4 })
  const path = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return { size: rows.length, path }
}
