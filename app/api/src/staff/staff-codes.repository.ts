import type { Db, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export type Authenticator = { totpSecret: string | null; epochSeconds: number }

export async function findAuthenticator(tx: Tx, staffId: number): Promise<Authenticator> {
  const found = await sql<Authenticator>`
    select totp_secret, floor(extract(epoch from shop_now()))::bigint as epoch_seconds
    from staff where id = ${staffId}`.execute(tx)
  return found.rows[0] as Authenticator
}

/** Uses up the code of a step and all before it; false when it was used already. */
export async function spendStep(tx: Tx, staffId: number, step: number): Promise<boolean> {
  const spent = await tx
    .updateTable('staff')
    .set({ totpUsedStep: step })
    .where('id', '=', staffId)
    .where('totpUsedStep', '<', step)
    .returning('id')
    .executeTakeFirst()
  return spent !== undefined
}

/** Gives an account its authenticator; false when it got one meanwhile. */
export async function enrol(tx: Tx, staffId: number, sealed: string, usedStep: number): Promise<boolean> {
  const enrolled = await tx
    .updateTable('staff')
    .set({ totpSecret: sealed, totpUsedStep: usedStep })
    .where('id', '=', staffId)
    .where('totpSecret', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return enrolled !== undefined
}

/** Keeps the same secret under a newer key. */
export async function resealSecret(tx: Tx, staffId: number, from: string, to: string): Promise<void> {
  await tx
    .updateTable('staff')
    .set({ totpSecret: to })
    .where('id', '=', staffId)
    .where('totpSecret', '=', from)
    .execute()
}

/** Uses up a recovery code; false when there is none such, or it was used. */
export async function spendRecoveryCode(tx: Tx, staffId: number, codeHash: Buffer): Promise<boolean> {
  const spent = await sql`
    update staff_recovery_codes set used_at = shop_now()
    where staff_id = ${staffId} and code_hash = ${codeHash} and used_at is null returning staff_id`.execute(tx)
  return spent.rows.length > 0
}

export async function replaceRecoveryCodes(tx: Tx, staffId: number, codeHashes: readonly Buffer[]): Promise<void> {
  await tx.deleteFrom('staffRecoveryCodes').where('staffId', '=', staffId).execute()
  if (codeHashes.length === 0) return
  const rows = codeHashes.map((codeHash) => ({ staffId, codeHash }))
  await tx.insertInto('staffRecoveryCodes').values(rows).execute()
}

export async function countRecoveryCodes(db: Db, staffId: number): Promise<number> {
  const { count } = await db
    .selectFrom('staffRecoveryCodes')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('staffId', '=', staffId)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
