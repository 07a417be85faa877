import type { StaffRole } from '@dhakacart/contract/staff-permissions.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

/** Devices an account is known on; the one it came with first goes. */
const maxDevices = 20
/** How long the link of an invitation works. */
const invitationHours = 72

export type SignInRow = { id: number; passwordHash: string | null; hasAuthenticator: boolean }

/** The active account of an e-mail. */
export async function findForSignIn(db: Db, email: string): Promise<SignInRow | null> {
  const found = await sql<SignInRow>`
    select id, password_hash, totp_secret is not null as has_authenticator
    from staff where email = ${email} and is_active`.execute(db)
  return found.rows[0] ?? null
}

export async function passwordHashOf(db: Db, id: number): Promise<string | null> {
  const found = await db.selectFrom('staff').select('passwordHash').where('id', '=', id).executeTakeFirstOrThrow()
  return found.passwordHash
}

export async function setPassword(tx: Tx, id: number, passwordHash: string): Promise<void> {
  await tx.updateTable('staff').set({ passwordHash }).where('id', '=', id).execute()
}

/** Lets one change of an account happen at a time. */
export async function lock(tx: Tx, id: number): Promise<void> {
  await sql`select id from staff where id = ${id} for update`.execute(tx)
}

export type MemberRow = {
  id: number
  email: string
  name: string
  role: StaffRole
  isActive: boolean
  hasPassword: boolean
  hasAuthenticator: boolean
  lastUsedAt: string | null
  version: number
}

const memberColumns = sql`
  p.id, p.email, p.name, p.role, p.is_active, p.password_hash is not null as has_password,
  p.totp_secret is not null as has_authenticator, p.version,
  (select utc_text(max(s.last_used_at)) from staff_sessions s where s.staff_id = p.id) as last_used_at`

export async function list(db: Db, afterId: number | null, limit: number): Promise<MemberRow[]> {
  const found = await sql<MemberRow>`
    select ${memberColumns} from staff p where p.id > ${afterId ?? 0} order by p.id limit ${limit}`.execute(db)
  return found.rows
}

export async function find(db: DbOrTx, id: number): Promise<MemberRow | null> {
  const found = await sql<MemberRow>`select ${memberColumns} from staff p where p.id = ${id}`.execute(db)
  return found.rows[0] ?? null
}

/** null when the e-mail has an account already. */
export async function insert(
  db: DbOrTx,
  staff: { email: string; name: string; role: StaffRole; passwordHash?: string },
): Promise<number | null> {
  const inserted = await db
    .insertInto('staff')
    .values(staff)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id ?? null
}

/**
 * Locks a member of staff and every active owner, in the order of their ids, so that two owners who change each other come one
 * after the other. Whether `actorId` is still an active owner.
 */
export async function lockForChange(tx: Tx, id: number, actorId: number): Promise<{ isActorOwner: boolean }> {
  const locked = await sql<{ id: number; isOwner: boolean }>`
    select id, role = 'owner' and is_active as is_owner from staff
    where id = ${id} or (role = 'owner' and is_active) order by id for update`.execute(tx)
  return { isActorOwner: locked.rows.some((row) => row.id === actorId && row.isOwner) }
}

export async function update(
  tx: Tx,
  id: number,
  { name, role, isActive }: { name: string; role: StaffRole; isActive: boolean },
): Promise<void> {
  await sql`
    update staff set name = ${name}, role = ${role}, is_active = ${isActive}, version = version + 1
    where id = ${id}`.execute(tx)
}

/** Takes away everything with which the account could sign in. */
export async function clearCredentials(tx: Tx, id: number): Promise<void> {
  await sql`
    update staff set password_hash = null, totp_secret = null, version = version + 1 where id = ${id}`.execute(tx)
  await tx.deleteFrom('staffRecoveryCodes').where('staffId', '=', id).execute()
  await forgetDevicesAndLinks(tx, id)
}

export async function forgetDevicesAndLinks(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('staffDevices').where('staffId', '=', id).execute()
  await tx.deleteFrom('staffInvitations').where('staffId', '=', id).execute()
}

export async function addInvitation(tx: Tx, staffId: number, tokenHash: Buffer): Promise<void> {
  await sql`
    insert into staff_invitations (token_hash, staff_id, expires_at)
    values (${tokenHash}, ${staffId}, shop_now() + make_interval(hours => ${invitationHours}))`.execute(tx)
}

export type InvitedRow = { id: number; email: string; name: string; role: StaffRole }

const isInvitationOpen = sql`i.used_at is null and i.expires_at > shop_now() and p.is_active`

/** Whose link this is, when it still works. */
export async function findInvited(db: Db, tokenHash: Buffer): Promise<InvitedRow | null> {
  const found = await sql<InvitedRow>`
    select p.id, p.email, p.name, p.role from staff_invitations i join staff p on p.id = i.staff_id
    where i.token_hash = ${tokenHash} and ${isInvitationOpen}`.execute(db)
  return found.rows[0] ?? null
}

/** Uses a link up; false when it works no more. */
export async function spendInvitation(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const spent = await sql`
    update staff_invitations i set used_at = shop_now() from staff p
    where i.token_hash = ${tokenHash} and p.id = i.staff_id and ${isInvitationOpen} returning p.id`.execute(tx)
  return spent.rows.length > 0
}

export async function hasDevice(tx: Tx, staffId: number, tokenHash: Buffer): Promise<boolean> {
  const found = await tx
    .selectFrom('staffDevices')
    .select('staffId')
    .where('tokenHash', '=', tokenHash)
    .where('staffId', '=', staffId)
    .executeTakeFirst()
  return found !== undefined
}

export async function addDevice(tx: Tx, staffId: number, tokenHash: Buffer): Promise<void> {
  await tx.insertInto('staffDevices').values({ staffId, tokenHash }).execute()
  await sql`
    delete from staff_devices where token_hash in (
      select token_hash from staff_devices where staff_id = ${staffId}
      order by created_at desc, token_hash offset ${maxDevices})`.execute(tx)
}

/** Deletes up to `limit` rows of each kind that nothing looks at any more; returns how many. */
export async function deleteOld(db: Db, limit: number): Promise<number> {
  const deleted = await sql<{ count: number }>`
    with old_sessions as (
      delete from staff_sessions where id in (
        select id from staff_sessions where created_at < shop_now() - interval '1 day' order by created_at limit ${limit}
      ) returning id
    ), old_tries as (
      delete from staff_tries where scope_hash in (
        select scope_hash from staff_tries where window_ends_at < shop_now() order by window_ends_at limit ${limit}
      ) returning scope_hash
    )
    select ((select count(*) from old_sessions) + (select count(*) from old_tries))::integer as count`.execute(db)
  return deleted.rows[0]?.count ?? 0
}
