import type { Db, DbOrTx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export type CountedTries = { count: number; secondsLeft: number }

/** Counts one more in the window that is open, or opens one, in a statement of its own. */
export async function count(db: Db, scopeHash: Buffer, windowSeconds: number): Promise<CountedTries> {
  const end = sql`shop_now() + make_interval(secs => ${windowSeconds}::integer)`
  const counted = await sql<CountedTries>`
    insert into staff_tries (scope_hash, tries, window_ends_at) values (${scopeHash}, 1, ${end})
    on conflict (scope_hash) do update set
      tries = case when staff_tries.window_ends_at <= shop_now() then 1 else staff_tries.tries + 1 end,
      window_ends_at = case when staff_tries.window_ends_at <= shop_now() then ${end} else staff_tries.window_ends_at end
    returning tries as count, greatest(ceil(extract(epoch from window_ends_at - shop_now())), 1)::integer as seconds_left`.execute(
    db,
  )
  return counted.rows[0] as CountedTries
}

export async function forget(db: Db, scopeHash: Buffer): Promise<void> {
  await db.deleteFrom('staffTries').where('scopeHash', '=', scopeHash).execute()
}

/** Whether the account of this e-mail signed in on the device before. */
export async function isDeviceOf(db: DbOrTx, deviceHash: Buffer, email: string): Promise<boolean> {
  const found = await db
    .selectFrom('staffDevices')
    .innerJoin('staff', 'staff.id', 'staffDevices.staffId')
    .select('staff.id')
    .where('staffDevices.tokenHash', '=', deviceHash)
    .where('staff.email', '=', email)
    .executeTakeFirst()
  return found !== undefined
}
