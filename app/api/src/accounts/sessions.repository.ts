import type { Session } from '@dhakacart/contract/accounts.schema.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import { codeProofSeconds, sessionDaysMax, sessionIdleDays } from './sessions.limits.ts'

/** Who is signed in, as every request of theirs needs it. */
export type SignedInCustomer = {
  id: number
  sessionId: number
  name: string | null
  /** E.164. */
  phone: string
  email: string | null
  language: Language
  hasPassword: boolean
  /** The token of the cart that the account's devices share; null before the first. */
  cartToken: string | null
  /** Signed in with a code within the last ten minutes. */
  hasProvedPhone: boolean
  isUseStale: boolean
}

const isAlive = sql`
  s.last_used_at > shop_now() - make_interval(days => ${sql.lit(sessionIdleDays)})
  and s.signed_in_at > shop_now() - make_interval(days => ${sql.lit(sessionDaysMax)})`

/** The customer of a session that is not over; null otherwise. */
export async function findSignedIn(db: Db, tokenHash: Buffer): Promise<SignedInCustomer | null> {
  const result = await sql<SignedInCustomer>`
    select c.id, s.id as session_id, c.name, c.phone, c.email, c.language, c.password_hash is not null as has_password,
      c.cart_token,
      coalesce(s.code_confirmed_at > shop_now() - make_interval(secs => ${sql.lit(codeProofSeconds)}), false) as has_proved_phone,
      s.last_used_at < shop_now() - interval '1 hour' as is_use_stale
    from customer_sessions s join customers c on c.id = s.customer_id
    where s.token_hash = ${tokenHash} and ${isAlive}`.execute(db)
  return result.rows[0] ?? null
}

export async function noteUse(db: Db, sessionId: number): Promise<void> {
  await sql`update customer_sessions set last_used_at = shop_now() where id = ${sessionId}`.execute(db)
}

export type NewSession = { customerId: number; tokenHash: Buffer; device: string; isCodeConfirmed: boolean }

/** Begins a session and ends those of the account that are over, and the longest unused beyond `maxSessions`. */
export async function insertSession(tx: Tx, session: NewSession, maxSessions: number): Promise<void> {
  const { customerId, tokenHash, device, isCodeConfirmed } = session
  await sql`
    insert into customer_sessions (customer_id, token_hash, device, code_confirmed_at)
    values (${customerId}, ${tokenHash}, ${device}, case when ${isCodeConfirmed}::boolean then shop_now() end)`.execute(
    tx,
  )
  await sql`
    delete from customer_sessions where customer_id = ${customerId} and id not in (
      select s.id from customer_sessions s where s.customer_id = ${customerId} and ${isAlive}
      order by s.last_used_at desc, s.id desc limit ${maxSessions})`.execute(tx)
}

/** Gives a session a new token: the old one opens nothing any more. */
export async function renewSession(tx: Tx, sessionId: number, tokenHash: Buffer): Promise<void> {
  await sql`update customer_sessions set token_hash = ${tokenHash} where id = ${sessionId}`.execute(tx)
}

export async function endSessionOfToken(db: DbOrTx, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom('customerSessions').where('tokenHash', '=', tokenHash).execute()
}

/** Ends one session of this customer; nothing when it is not theirs. */
export async function endSession(db: DbOrTx, customerId: number, sessionId: number): Promise<void> {
  await db.deleteFrom('customerSessions').where('customerId', '=', customerId).where('id', '=', sessionId).execute()
}

/** Ends every session of the customer but the one kept; null keeps none. */
export async function endSessions(db: DbOrTx, customerId: number, keptId: number | null): Promise<void> {
  await sql`
    delete from customer_sessions
    where customer_id = ${customerId} and id is distinct from ${keptId}::bigint`.execute(db)
}

export async function listSessions(db: DbOrTx, customerId: number, thisId: number): Promise<Session[]> {
  const result = await sql<Session>`
    select s.id, s.device, utc_text(s.signed_in_at) as signed_in_at, utc_text(s.last_used_at) as last_used_at,
      s.id = ${thisId}::bigint as is_this_one
    from customer_sessions s where s.customer_id = ${customerId} and ${isAlive}
    order by s.last_used_at desc, s.id desc limit 100`.execute(db)
  return result.rows
}

/** Remembers a browser as one of the account's, and forgets the longest unused beyond `maxDevices`. */
export async function rememberDevice(tx: Tx, customerId: number, tokenHash: Buffer, maxDevices: number): Promise<void> {
  await sql`
    insert into customer_devices (customer_id, token_hash) values (${customerId}, ${tokenHash})
    on conflict (customer_id, token_hash) do update set last_used_at = shop_now()`.execute(tx)
  await sql`
    delete from customer_devices where customer_id = ${customerId} and token_hash not in (
      select token_hash from customer_devices where customer_id = ${customerId}
      order by last_used_at desc, token_hash limit ${maxDevices})`.execute(tx)
}

export async function forgetDevice(tx: Tx, customerId: number, tokenHash: Buffer): Promise<void> {
  await tx
    .deleteFrom('customerDevices')
    .where('customerId', '=', customerId)
    .where('tokenHash', '=', tokenHash)
    .execute()
}

/** Deletes up to `limit` sessions that are over; returns how many. */
export async function deleteOver(db: Db, limit: number): Promise<number> {
  const result = await sql`
    with ended as materialized (
      select id from customer_sessions
      where last_used_at < shop_now() - make_interval(days => ${sql.lit(sessionIdleDays)})
      order by last_used_at limit ${limit} for update skip locked)
    delete from customer_sessions using ended where customer_sessions.id = ended.id`.execute(db)
  return Number(result.numAffectedRows ?? 0n)
}
