import type { StaffMember } from '@dhakacart/contract/console-staff.schema.ts'
import type { StaffRole } from '@dhakacart/contract/staff-permissions.ts'
import type { Db, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { PasswordGuessable, PermissionDenied, VersionConflict } from '../errors.ts'
import { isGuessable } from '../passwords/guessable-passwords.ts'
import { hashPassword } from '../passwords/passwords.ts'
import type { ServiceContext } from '../service-context.ts'
import * as staffRows from './staff.repository.ts'
import { hashToken } from './staff-cookie.ts'
import { StaffEmailTaken, StaffInvitationOver, StaffNotFound, StaffSelfChange } from './staff-errors.ts'
import type { StaffIdentity } from './staff-identity.ts'
import * as sessions from './staff-sessions.repository.ts'
import { countLinkTry, type Visitor } from './staff-tries.ts'

/** The account and the token of its link, which only its hash is kept of. */
export type Invitation = { staff: StaffMember; token: string }

export async function listStaff(db: Db, afterId: number | null, limit: number): Promise<StaffMember[]> {
  return staffRows.list(db, afterId, limit)
}

/** An account without a password, and the link to set one. Throws STAFF_EMAIL_TAKEN; of two at once one wins. */
export async function inviteStaff(
  context: ServiceContext,
  actor: StaffIdentity,
  { email: given, name, role }: { email: string; name: string; role: StaffRole },
): Promise<Invitation> {
  const email = given.toLowerCase()
  return inTransaction(context.db, async (tx) => {
    await lockForChange(tx, 0, actor)
    const id = await staffRows.insert(tx, { email, name: name.trim(), role })
    if (id === null) throw new StaffEmailTaken()
    await audit.record(tx, actor, { action: 'staff.invited', subject: `staff:${id}`, detail: { role } })
    return invite(tx, context, id)
  })
}

/**
 * Name, role and activity of somebody; of oneself the name alone. Any loss of rights ends the sessions in the same transaction.
 * Throws STAFF_NOT_FOUND, VERSION_CONFLICT with the member as they are now, STAFF_SELF_CHANGE.
 */
export async function changeStaff(
  context: ServiceContext,
  actor: StaffIdentity,
  id: number,
  { version, ...change }: { version: number; name: string; role: StaffRole; isActive: boolean },
): Promise<StaffMember> {
  return inTransaction(context.db, async (tx) => {
    const before = await readLocked(tx, actor, id, version)
    const changesRights = before.role !== change.role || before.isActive !== change.isActive
    if (changesRights && id === actor.id) throw new StaffSelfChange()
    await staffRows.update(tx, id, { ...change, name: change.name.trim() })
    if (changesRights) await sessions.removeAll(tx, id)
    if (!change.isActive) await staffRows.forgetDevicesAndLinks(tx, id)
    const shown = ({ role, isActive }: { role: StaffRole; isActive: boolean }) => ({ role, isActive })
    await audit.record(tx, actor, {
      action: 'staff.changed',
      subject: `staff:${id}`,
      detail: { from: shown(before), to: shown(change), isRenamed: before.name !== change.name.trim() },
    })
    return read(tx, id)
  })
}

/**
 * Password, authenticator, recovery codes, known browsers and sessions of somebody go; they come back by a new link. Throws
 * STAFF_NOT_FOUND, VERSION_CONFLICT, STAFF_SELF_CHANGE.
 */
export async function resetStaff(
  context: ServiceContext,
  actor: StaffIdentity,
  id: number,
  version: number,
): Promise<Invitation> {
  return inTransaction(context.db, async (tx) => {
    await readLocked(tx, actor, id, version)
    if (id === actor.id) throw new StaffSelfChange()
    await staffRows.clearCredentials(tx, id)
    await sessions.removeAll(tx, id)
    await audit.record(tx, actor, { action: 'staff.reset', subject: `staff:${id}`, detail: {} })
    return invite(tx, context, id)
  })
}

/** Sets the password of whom the link is for, and returns their e-mail. Of two at once one wins. Throws STAFF_INVITATION_OVER, PASSWORD_GUESSABLE. */
export async function acceptInvitation(
  { db }: ServiceContext,
  visitor: Visitor,
  token: string,
  password: string,
): Promise<string> {
  await countLinkTry(db, visitor)
  const tokenHash = hashToken(token)
  const invited = await staffRows.findInvited(db, tokenHash)
  if (invited === null) throw new StaffInvitationOver()
  if (await isGuessable(password, [invited.email, invited.name])) throw new PasswordGuessable()
  const passwordHash = await hashPassword(password)
  return inTransaction(db, async (tx) => {
    if (!(await staffRows.spendInvitation(tx, tokenHash))) throw new StaffInvitationOver()
    await staffRows.setPassword(tx, invited.id, passwordHash)
    await audit.record(tx, invited, {
      action: 'staff.invitation_accepted',
      subject: `staff:${invited.id}`,
      detail: {},
    })
    return invited.email
  })
}

/** Whoever was let in may have lost the right since, to another owner who was faster. */
async function lockForChange(tx: Tx, id: number, actor: StaffIdentity): Promise<void> {
  const { isActorOwner } = await staffRows.lockForChange(tx, id, actor.id)
  if (!isActorOwner) throw new PermissionDenied({ details: { permission: 'staff.write' } })
}

async function readLocked(tx: Tx, actor: StaffIdentity, id: number, version: number): Promise<StaffMember> {
  await lockForChange(tx, id, actor)
  const member = await read(tx, id)
  if (member.version !== version) throw new VersionConflict({ details: member })
  return member
}

async function read(tx: Tx, id: number): Promise<StaffMember> {
  const member = await staffRows.find(tx, id)
  if (member === null) throw new StaffNotFound()
  return member
}

async function invite(tx: Tx, { randomBytes }: ServiceContext, id: number): Promise<Invitation> {
  const token = randomBytes(32).toString('base64url')
  await staffRows.addInvitation(tx, id, hashToken(token))
  return { staff: await read(tx, id), token }
}
