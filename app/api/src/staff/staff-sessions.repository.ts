import type { StaffRole } from '@dhakacart/contract/staff-permissions.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

/** A session ends after this long without a request. */
const idleMinutes = 30
/** And this long after it began, whatever happens. */
const lifetimeHours = 12
/** A code counts as just given for this long. */
const stepUpMinutes = 5
/** Between password and code: time to fetch the phone and to enrol it. */
const pendingMinutes = 10
/** How exactly the last use is known: a write a minute, not one a request. */
const useGrainSeconds = 60
/** Nobody works in more browsers at once; the eleventh ends the one used longest ago. */
const maxSessions = 10

const isAlive = sql`s.last_used_at > shop_now() - make_interval(mins => ${idleMinutes})
  and s.created_at > shop_now() - make_interval(hours => ${lifetimeHours})`

export type OpenSession = {
  sessionId: number
  staffId: number
  name: string
  email: string
  role: StaffRole
  isSteppedUp: boolean
  isUseStale: boolean
}

/** The signed-in session of a token and its member of staff; null when it ended, never was, or the account is not active. */
export async function findOpen(db: DbOrTx, tokenHash: Buffer): Promise<OpenSession | null> {
  const found = await sql<OpenSession>`
    select s.id as session_id, p.id as staff_id, p.name, p.email, p.role,
      coalesce(s.stepped_up_at > shop_now() - make_interval(mins => ${stepUpMinutes}), false) as is_stepped_up,
      s.last_used_at < shop_now() - make_interval(secs => ${useGrainSeconds}) as is_use_stale
    from staff_sessions s join staff p on p.id = s.staff_id
    where s.token_hash = ${tokenHash} and s.signed_in_at is not null and p.is_active and ${isAlive}`.execute(db)
  return found.rows[0] ?? null
}

export type PendingSession = {
  sessionId: number
  staffId: number
  name: string
  email: string
  role: StaffRole
  /** Sealed; null until an app was enrolled. */
  totpSecret: string | null
  /** Sealed; shown and not confirmed yet. */
  newTotpSecret: string | null
  epochSeconds: number
}

/** The session of a token for which the password was right and the code is still to come. */
export async function findPending(db: DbOrTx, tokenHash: Buffer): Promise<PendingSession | null> {
  const found = await sql<PendingSession>`
    select s.id as session_id, p.id as staff_id, p.name, p.email, p.role, p.totp_secret, s.new_totp_secret,
      floor(extract(epoch from shop_now()))::bigint as epoch_seconds
    from staff_sessions s join staff p on p.id = s.staff_id
    where s.token_hash = ${tokenHash} and s.signed_in_at is null and p.is_active
      and s.created_at > shop_now() - make_interval(mins => ${pendingMinutes})`.execute(db)
  return found.rows[0] ?? null
}

/** Keeps a session from ending for lack of use. */
export async function touch(db: DbOrTx, sessionId: number): Promise<void> {
  await sql`update staff_sessions set last_used_at = shop_now() where id = ${sessionId}`.execute(db)
}

type NewSession = { staffId: number; tokenHash: Buffer; device: string }

export async function insertPending(db: DbOrTx, session: NewSession): Promise<void> {
  await db.insertInto('staffSessions').values(session).execute()
  await deleteSurplus(db, session.staffId)
}

/** A session that opens the console; the code counts as just given. */
export async function insertSignedIn(db: DbOrTx, { staffId, tokenHash, device }: NewSession): Promise<void> {
  await sql`
    insert into staff_sessions (staff_id, token_hash, device, signed_in_at, stepped_up_at)
    values (${staffId}, ${tokenHash}, ${device}, shop_now(), shop_now())`.execute(db)
  await deleteSurplus(db, staffId)
}

async function deleteSurplus(db: DbOrTx, staffId: number): Promise<void> {
  await sql`
    delete from staff_sessions where id in (
      select id from staff_sessions where staff_id = ${staffId}
      order by last_used_at desc, id desc offset ${maxSessions})`.execute(db)
}

export async function setNewTotpSecret(tx: Tx, sessionId: number, sealed: string): Promise<void> {
  await tx.updateTable('staffSessions').set({ newTotpSecret: sealed }).where('id', '=', sessionId).execute()
}

export async function stepUp(tx: Tx, sessionId: number): Promise<void> {
  await sql`update staff_sessions set stepped_up_at = shop_now() where id = ${sessionId}`.execute(tx)
}

/** Ends the session of a token; the id of whose it was, or null. */
export async function remove(db: DbOrTx, tokenHash: Buffer): Promise<number | null> {
  const removed = await db
    .deleteFrom('staffSessions')
    .where('tokenHash', '=', tokenHash)
    .returning('staffId')
    .executeTakeFirst()
  return removed?.staffId ?? null
}

/** Ends one session of an account; false when there is none such. */
export async function removeOne(tx: Tx, staffId: number, sessionId: number): Promise<boolean> {
  const removed = await tx
    .deleteFrom('staffSessions')
    .where('id', '=', sessionId)
    .where('staffId', '=', staffId)
    .returning('id')
    .executeTakeFirst()
  return removed !== undefined
}

/** Ends every session of an account, but for the one given. */
export async function removeAll(tx: Tx, staffId: number, exceptSessionId: number | null = null): Promise<void> {
  let query = tx.deleteFrom('staffSessions').where('staffId', '=', staffId)
  if (exceptSessionId !== null) query = query.where('id', '<>', exceptSessionId)
  await query.execute()
}

export type SessionRow = { id: number; device: string; signedInAt: string; lastUsedAt: string }

/** The open sessions of an account, newest first. */
export async function listOpen(db: Db, staffId: number): Promise<SessionRow[]> {
  const found = await sql<SessionRow>`
    select s.id, s.device, utc_text(s.signed_in_at) as signed_in_at, utc_text(s.last_used_at) as last_used_at
    from staff_sessions s
    where s.staff_id = ${staffId} and s.signed_in_at is not null and ${isAlive}
    order by s.id desc limit ${maxSessions}`.execute(db)
  return found.rows
}
