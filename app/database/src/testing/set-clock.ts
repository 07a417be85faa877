import { sql } from 'kysely'
import type { Db } from '../connect.ts'

/**
 * Makes every rule of this database read its time from a table instead of the real clock, starting at `startAt`. Only for
 * databases made for a test or a simulation.
 */
export async function useSimulatedClock(db: Db, startAt: Date): Promise<void> {
  await sql`
    create table simulation_clock (set_at timestamptz primary key default clock_timestamp(), at timestamptz not null)`.execute(
    db,
  )
  await setClock(db, startAt)
  // Like the real clock, time stands still inside a transaction: what counts is how the clock stood when it began.
  await sql`
    create or replace function shop_now() returns timestamptz language sql stable parallel safe
    return (select at from simulation_clock where set_at <= now() order by set_at desc limit 1)`.execute(db)
}

/** Sets the simulated time for transactions that begin from now on. It may go backward. */
export async function setClock(db: Db, at: Date): Promise<void> {
  await sql`insert into simulation_clock (at) values (${at})`.execute(db)
}
