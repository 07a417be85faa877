import type { Db } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export type KeptAccount = { id: number; passwordHash: string | null; totpSecret: string | null }

export async function find(db: Db, email: string): Promise<KeptAccount | null> {
  const found = await db
    .selectFrom('staff')
    .select(['id', 'passwordHash', 'totpSecret'])
    .where('email', '=', email)
    .executeTakeFirst()
  return found ?? null
}

/** Adds the account or gives it back its password; returns its id. */
export async function put(
  db: Db,
  account: { email: string; name: string; role: string; passwordHash: string },
): Promise<number> {
  const put = await sql<{ id: number }>`
    insert into staff (email, name, role, password_hash)
    values (${account.email}, ${account.name}, ${account.role}, ${account.passwordHash})
    on conflict (email) do update set password_hash = excluded.password_hash
    returning id`.execute(db)
  return (put.rows[0] as { id: number }).id
}

export async function setAuthenticator(db: Db, id: number, totpSecret: string): Promise<void> {
  await db.updateTable('staff').set({ totpSecret }).where('id', '=', id).execute()
}
