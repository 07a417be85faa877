import { sql } from 'kysely'
import type { Db } from '../connect.ts'

/**
 * Makes every rule of this database read its time from one row instead of the real clock, starting at `startAt`. Only for
 * databases made for a test or a simulation.
 */
export async function useSimulatedClock(db: Db, startAt: Date): Promise<void> {
  await sql`create table simulation_clock (only_row boolean primary key default true check (only_row), at timestamptz not null)`.execute(
    db,
  )
  await sql`insert into simulation_clock (at) values (${startAt})`.execute(db)
  await sql`
    create or replace function shop_now() returns timestamptz language sql stable parallel safe
    return (select at from simulation_clock)`.execute(db)
}

/** Sets the simulated time; transactions already running in read committed see it from their next statement on. */
export async function setClock(db: Db, at: Date): Promise<void> {
  await sql`update simulation_clock set at = ${at}`.execute(db)
}
