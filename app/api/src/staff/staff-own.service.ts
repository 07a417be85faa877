import type { StaffSession } from '@dhakacart/contract/console-session.schema.ts'
import { permissionsOf } from '@dhakacart/contract/staff-permissions.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { PasswordGuessable } from '../errors.ts'
import { isGuessable } from '../passwords/guessable-passwords.ts'
import { hashPassword, verifyPassword } from '../passwords/passwords.ts'
import * as staffRows from './staff.repository.ts'
import { countRecoveryCodes } from './staff-codes.repository.ts'
import { replaceRecoveryCodes, spendCode } from './staff-codes.ts'
import { StaffCodeWrong, StaffSignInFailed } from './staff-errors.ts'
import type { StaffIdentity } from './staff-identity.ts'
import * as sessions from './staff-sessions.repository.ts'
import type { StaffContext } from './staff-sign-in.service.ts'
import { countCodeTry, countPasswordTry, forgetTries, type Visitor } from './staff-tries.ts'

/** What members of staff do with their own account. */

/** Who somebody is and what they may do. */
export async function describeSession(db: Db, staffId: number): Promise<StaffSession> {
  const member = (await staffRows.find(db, staffId)) as staffRows.MemberRow
  const { id, name, email, role } = member
  return {
    staff: { id, name, email, role, permissions: [...permissionsOf[role]] },
    recoveryCodesLeft: await countRecoveryCodes(db, staffId),
  }
}

/** A fresh code for the session in hand. Throws STAFF_TOO_MANY_TRIES, STAFF_CODE_WRONG. */
export async function stepUp(
  context: StaffContext,
  visitor: Visitor,
  staff: StaffIdentity,
  tokenHash: Buffer,
  code: string,
): Promise<void> {
  const { email, sessionId } = await findOwn(context.db, tokenHash)
  await countCodeTry(context.db, visitor, email)
  const used = await inTransaction(context.db, async (tx) => {
    const kind = await spendCode(tx, context.secrets, staff.id, code)
    if (kind === null) return null
    await sessions.stepUp(tx, sessionId)
    await audit.record(tx, staff, { action: 'staff.stepped_up', subject: `staff:${staff.id}`, detail: { with: kind } })
    return kind
  })
  if (used === null) throw new StaffCodeWrong()
  await forgetTries(context.db, visitor, email)
}

/**
 * A new password, the old one given again; every other session ends. Throws STAFF_SIGN_IN_FAILED when the old one is wrong, and
 * counts that as a try to sign in; PASSWORD_GUESSABLE for a new one that attackers try first.
 */
export async function changePassword(
  { db }: StaffContext,
  visitor: Visitor,
  staff: StaffIdentity,
  tokenHash: Buffer,
  { password, newPassword }: { password: string; newPassword: string },
): Promise<void> {
  const { email, name, sessionId } = await findOwn(db, tokenHash)
  await countPasswordTry(db, visitor, email)
  const isRight = await verifyPassword(password, await staffRows.passwordHashOf(db, staff.id))
  if (!isRight) throw new StaffSignInFailed()
  if (await isGuessable(newPassword, [email, name])) throw new PasswordGuessable()
  const passwordHash = await hashPassword(newPassword)
  await inTransaction(db, async (tx) => {
    await staffRows.setPassword(tx, staff.id, passwordHash)
    await sessions.removeAll(tx, staff.id, sessionId)
    await audit.record(tx, staff, { action: 'staff.password_changed', subject: `staff:${staff.id}`, detail: {} })
  })
  await forgetTries(db, visitor, email)
}

/** New recovery codes; the old ones stop working. Twice at once, the later answer holds the ones that work. */
export async function renewRecoveryCodes({ db, randomBytes }: StaffContext, staff: StaffIdentity): Promise<string[]> {
  return inTransaction(db, async (tx) => {
    await staffRows.lock(tx, staff.id)
    const codes = await replaceRecoveryCodes(tx, randomBytes, staff.id)
    await audit.record(tx, staff, { action: 'staff.recovery_codes_renewed', subject: `staff:${staff.id}`, detail: {} })
    return codes
  })
}

export async function listOwnSessions(db: Db, staff: StaffIdentity, tokenHash: Buffer) {
  const { sessionId } = await findOwn(db, tokenHash)
  const rows = await sessions.listOpen(db, staff.id)
  return rows.map((row) => ({ ...row, isThis: row.id === sessionId }))
}

/** Ends one of one's own sessions; nothing happens when it is over or somebody else's. */
export async function endOwnSession(db: Db, staff: StaffIdentity, sessionId: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await sessions.removeOne(tx, staff.id, sessionId))) return
    await audit.record(tx, staff, {
      action: 'staff.session_ended',
      subject: `staff:${staff.id}`,
      detail: { sessionId },
    })
  })
}

export async function signOut(db: Db, tokenHash: Buffer): Promise<void> {
  await inTransaction(db, async (tx) => {
    const staffId = await sessions.remove(tx, tokenHash)
    const member = staffId === null ? null : await staffRows.find(tx, staffId)
    if (member === null) return
    await audit.record(tx, member, { action: 'staff.signed_out', subject: `staff:${member.id}`, detail: {} })
  })
}

/** The session that the door let in a moment ago; it may have ended since. */
async function findOwn(db: Db, tokenHash: Buffer): Promise<sessions.OpenSession> {
  const own = await sessions.findOpen(db, tokenHash)
  if (own === null) throw new StaffSignInFailed()
  return own
}
