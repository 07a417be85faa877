import { randomBytes } from 'node:crypto'
import { connectDatabase } from '@dhakacart/database/connect.ts'
import { migrate } from '@dhakacart/database/migrate.ts'
import { type DatabaseSession, openSession } from '@dhakacart/database/testing/database-session.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { onServer, withDatabase } from '@dhakacart/database/testing/test-database.ts'
import { sql } from 'kysely'
import { findPlaces, type Place } from '../src/delivery/places.repository.ts'
import { type StaffIdentity, staffIdentity } from '../src/staff/staff-identity.ts'
import { createSessionShelf, type SessionShelf } from './gate.ts'

/** Seeds begin at this time: ten on a Monday morning in Dhaka. */
export const startAt = new Date('2026-03-02T04:00:00Z')

/** A database of its own in which seeds run one after the other, each with variants, carts and orders of its own. */
export type Laboratory = {
  shelf: SessionShelf
  /** Sees and judges; never part of the simulation. */
  control: DatabaseSession
  productIds: number[]
  /** Who acts for the shop. */
  staff: StaffIdentity
  /** Where orders go. */
  zones: Place[]
  seedsRun: number
  /** Drops the database. */
  close(): Promise<void>
}

/** Only where a seed is about it do orders come to so much that cash on delivery needs an advance. */
export const advance = { fromPaisa: 100_000_000, percent: 10 }
const settings = { codAdvanceFromPaisa: advance.fromPaisa, codAdvancePercent: advance.percent }

/** Products differ in weight, so that fees do. */
export const productWeightsGrams = [400, 900, 1_500]

/** Its few queries run thousands of times over ranges of ids, so they are planned once and always by index. */
const controlSettings = { jit: 'off', plan_cache_mode: 'force_generic_plan', enable_seqscan: 'off' }

/** Makes a migrated database on the server and what all seeds share in it. */
export async function openLaboratory(serverUrl: string): Promise<Laboratory> {
  const name = `sim_${randomBytes(8).toString('hex')}`
  await onServer(serverUrl, (client) => client.query(`create database ${name}`))
  const url = withDatabase(serverUrl, name)
  await migrate(url, () => undefined)
  const { db, pool } = connectDatabase({ url, poolSize: 1, applicationName: name }, () => undefined)
  await useSimulatedClock(db, startAt)
  const places = await addPlaces(db)
  const productIds: number[] = []
  for (const weightGrams of productWeightsGrams) {
    const { productId } = await addProduct(db, { weightGrams })
    productIds.push(productId)
  }
  await sql`update shop_settings set chosen = ${JSON.stringify(settings)}::jsonb`.execute(db)
  const { rows } = await sql<{ id: number }>`
    insert into staff (email, name, role) values ('nasrin@dhakacart.test', 'Nasrin', 'manager') returning id`.execute(
    db,
  )
  const staff = staffIdentity({ id: rows[0]?.id ?? 0, name: 'Nasrin', role: 'manager' })
  const upazilaIds = [places.insideDhakaUpazilaId, places.outsideDhakaUpazilaId]
  const found = await findPlaces(db, upazilaIds)
  const zones = upazilaIds.flatMap((id) => found.get(id) ?? [])
  await pool.end()
  const control = await openSession(url, controlSettings)
  const shelf = createSessionShelf(url)
  return {
    shelf,
    control,
    productIds,
    staff,
    zones,
    seedsRun: 0,
    async close() {
      await shelf.close()
      await control.end()
      await onServer(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}
