import type { StaffRole } from '@dhakacart/contract/staff-permissions.ts'
import type { DbOrTx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

/** A session ends after this long without a request. */
const idleMinutes = 30
/** And this long after it began, whatever happens. */
const lifetimeHours = 12
/** A code counts as just given for this long. */
const stepUpMinutes = 5
/** How exactly the last use is known: a write a minute, not one a request. */
const useGrainSeconds = 60

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
    where s.token_hash = ${tokenHash} and s.signed_in_at is not null and p.is_active
      and s.last_used_at > shop_now() - make_interval(mins => ${idleMinutes})
      and s.created_at > shop_now() - make_interval(hours => ${lifetimeHours})`.execute(db)
  return found.rows[0] ?? null
}

/** Keeps a session from ending for lack of use. */
export async function touch(db: DbOrTx, sessionId: number): Promise<void> {
  await sql`update staff_sessions set last_used_at = shop_now() where id = ${sessionId}`.execute(db)
}

export async function insertSignedIn(db: DbOrTx, staffId: number, tokenHash: Buffer): Promise<void> {
  await sql`
    insert into staff_sessions (staff_id, token_hash, signed_in_at, stepped_up_at)
    values (${staffId}, ${tokenHash}, shop_now(), shop_now())`.execute(db)
}

export async function remove(db: DbOrTx, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom('staffSessions').where('tokenHash', '=', tokenHash).execute()
}
