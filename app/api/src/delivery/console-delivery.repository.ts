import type {
  ConsoleDistrict,
  ConsoleZone,
  SeenUpazila,
  ZoneContent,
} from '@dhakacart/contract/console-delivery.schema.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'

async function readZones(db: DbOrTx, where: RawBuilder<unknown>): Promise<ConsoleZone[]> {
  const result = await sql<ConsoleZone>`
    select z.code, z.version, json_build_object('en', z.name_en, 'bn', z.name_bn) as name, z.base_fee_paisa,
           z.base_weight_grams, z.fee_per_extra_kg_paisa, z.days_min, z.days_max,
           (select count(*) from upazilas u where u.zone_id = z.id) as upazila_count
    from delivery_zones z ${where} order by z.base_fee_paisa, z.id`.execute(db)
  return result.rows
}

/** All zones, cheapest first. */
export const listZones = (db: DbOrTx) => readZones(db, sql``)

export async function readZone(db: DbOrTx, code: string): Promise<ConsoleZone | null> {
  return (await readZones(db, sql`where z.code = ${code}`))[0] ?? null
}

/** Locks a zone until the transaction ends; its id and version, or null. */
export async function lockZone(tx: Tx, code: string): Promise<{ id: number; version: number } | null> {
  const result = await sql<{ id: number; version: number }>`
    select id, version from delivery_zones where code = ${code} for update`.execute(tx)
  return result.rows[0] ?? null
}

/** The code of the zone that this key made before; null when none. */
export async function findCreated(db: DbOrTx, key: string): Promise<string | null> {
  const row = await db.selectFrom('deliveryZones').select('code').where('creationKey', '=', key).executeTakeFirst()
  return row?.code ?? null
}

function toRow({ name, ...content }: ZoneContent) {
  return { ...content, nameEn: name.en, nameBn: name.bn }
}

/** False when code or key is taken. */
export async function insertZone(tx: Tx, key: string, code: string, content: ZoneContent): Promise<boolean> {
  const result = await tx
    .insertInto('deliveryZones')
    .values({ ...toRow(content), code, creationKey: key })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function updateZone(tx: Tx, id: number, content: ZoneContent): Promise<void> {
  await tx
    .updateTable('deliveryZones')
    .set({ ...toRow(content), version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

export async function deleteZone(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('deliveryZones').where('id', '=', id).execute()
}

export async function countZones(db: DbOrTx): Promise<number> {
  const { count } = await db
    .selectFrom('deliveryZones')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Locks these upazilas in one order until the transaction ends; those there are, with the zone each lies in. */
export async function lockUpazilas(tx: Tx, upazilaIds: readonly number[]): Promise<SeenUpazila[]> {
  const ids = [...upazilaIds]
  // Locked first and joined then: a statement that waited for the lock would join the new row to the old zone, and lose it.
  await sql`select from upazilas where id = any(${ids}::bigint[]) order by id for update`.execute(tx)
  const result = await sql<SeenUpazila>`
    select u.id, z.code as zone_code from upazilas u join delivery_zones z on z.id = u.zone_id
    where u.id = any(${ids}::bigint[]) order by u.id`.execute(tx)
  return result.rows
}

/** Puts these upazilas into a zone. */
export async function moveUpazilas(tx: Tx, zoneId: number, upazilaIds: readonly number[]): Promise<void> {
  await sql`update upazilas set zone_id = ${zoneId} where id = any(${[...upazilaIds]}::bigint[])`.execute(tx)
}

/** Every district with its upazilas, thanas of cities first, by English name. */
export async function listPlaces(db: DbOrTx): Promise<ConsoleDistrict[]> {
  const result = await sql<ConsoleDistrict>`
    select d.slug, json_build_object('en', d.name_en, 'bn', d.name_bn) as name,
           json_build_object('en', v.name_en, 'bn', v.name_bn) as division_name,
           case when min(z.code) = max(z.code) then min(z.code) end as zone_code,
           json_agg(json_build_object(
             'id', u.id, 'name', json_build_object('en', u.name_en, 'bn', u.name_bn),
             'isMetropolitanThana', u.is_metropolitan_thana, 'zoneCode', z.code)
             order by u.is_metropolitan_thana desc, u.name_en) as upazilas
    from districts d
      join divisions v on v.id = d.division_id
      join upazilas u on u.district_id = d.id
      join delivery_zones z on z.id = u.zone_id
    group by d.id, v.id order by v.name_en, d.name_en`.execute(db)
  return result.rows
}
