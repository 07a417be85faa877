import type { Db, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export type EmailLimits = { lifetimeSeconds: number; pauseSeconds: number; maxPerDay: number }
export type NewEmailCode = { email: string; salt: Buffer; codeHash: Buffer }
export type BegunEmail = { expiresAt: string | null; waitSeconds: number }

/**
 * Keeps the address that a locked customer wants confirmed, and its code; the code before it stops working. `expiresAt` null: nothing
 * was kept, because one went out within the pause or enough did within the day, and `waitSeconds` says until when.
 */
export async function begin(
  tx: Tx,
  customerId: number,
  { email, salt, codeHash }: NewEmailCode,
  { lifetimeSeconds, pauseSeconds, maxPerDay }: EmailLimits,
): Promise<BegunEmail> {
  const kept = await sql<{ expiresAt: string }>`
    insert into customer_emails_pending as p (customer_id, email, salt, code_hash, expires_at)
    values (${customerId}, ${email}, ${salt}, ${codeHash}, shop_now() + make_interval(secs => ${lifetimeSeconds}::integer))
    on conflict (customer_id) do update
    set email = excluded.email, salt = excluded.salt, code_hash = excluded.code_hash, expires_at = excluded.expires_at,
        attempts = 0, sent_at = shop_now(),
        sent_count = case when p.window_start < shop_now() - interval '1 day' then 1 else p.sent_count + 1 end,
        window_start = case when p.window_start < shop_now() - interval '1 day' then shop_now() else p.window_start end
      where p.sent_at <= shop_now() - make_interval(secs => ${pauseSeconds}::integer)
        and (p.sent_count < ${maxPerDay}::integer or p.window_start < shop_now() - interval '1 day')
    returning utc_text(expires_at) as expires_at`.execute(tx)
  const [row] = kept.rows
  if (row !== undefined) return { expiresAt: row.expiresAt, waitSeconds: pauseSeconds }
  const left = await sql<{ waitSeconds: number }>`
    select ceil(extract(epoch from greatest(
      sent_at + make_interval(secs => ${pauseSeconds}::integer),
      case when sent_count >= ${maxPerDay}::integer then window_start + interval '1 day' else sent_at end) - shop_now()))::integer
      as wait_seconds
    from customer_emails_pending where customer_id = ${customerId}`.execute(tx)
  return { expiresAt: null, waitSeconds: Math.max(1, left.rows[0]?.waitSeconds ?? pauseSeconds) }
}

/** Counts a try, committed at once, and returns what it is to be compared with; null when there is nothing left to try. */
export async function countTry(db: Db, customerId: number, maxTries: number): Promise<NewEmailCode | null> {
  const result = await sql<NewEmailCode>`
    update customer_emails_pending set attempts = attempts + 1
    where customer_id = ${customerId} and expires_at > shop_now() and attempts < ${maxTries}::integer
    returning email, salt, code_hash`.execute(db)
  return result.rows[0] ?? null
}

/** Uses the code up, keeping what limits the next; false when somebody was faster. */
export async function use(tx: Tx, customerId: number, codeHash: Buffer): Promise<boolean> {
  const result = await sql`
    update customer_emails_pending set expires_at = shop_now(), email = ''
    where customer_id = ${customerId} and code_hash = ${codeHash} and expires_at > shop_now()`.execute(tx)
  return result.numAffectedRows === 1n
}
