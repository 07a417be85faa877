import type { Db } from '@dhakacart/database/connect.ts'
import type { DeliveryFees } from './delivery-fee.ts'

export type DistrictRow = {
  divisionSlug: string
  divisionNameEn: string
  divisionNameBn: string
  slug: string
  nameEn: string
  nameBn: string
}

/** All districts, by English name of division and district. */
export async function listDistrictRows(db: Db): Promise<DistrictRow[]> {
  return db
    .selectFrom('districts as d')
    .innerJoin('divisions as v', 'v.id', 'd.divisionId')
    .select(['v.slug as divisionSlug', 'v.nameEn as divisionNameEn', 'v.nameBn as divisionNameBn'])
    .select(['d.slug', 'd.nameEn', 'd.nameBn'])
    .orderBy('v.nameEn')
    .orderBy('d.nameEn')
    .execute()
}

export type DistrictNames = { id: number; slug: string; nameEn: string; nameBn: string }

/** null for an unknown district. */
export async function findDistrict(db: Db, slug: string): Promise<DistrictNames | null> {
  const row = await db
    .selectFrom('districts')
    .select(['id', 'slug', 'nameEn', 'nameBn'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row ?? null
}

export type UpazilaRow = {
  id: number
  slug: string
  nameEn: string
  nameBn: string
  isMetropolitanThana: boolean
  zoneCode: string
}

/** Thanas of the city first, because most orders go there; then by English name. */
export async function listUpazilaRows(db: Db, districtId: number): Promise<UpazilaRow[]> {
  return db
    .selectFrom('upazilas as u')
    .innerJoin('deliveryZones as z', 'z.id', 'u.zoneId')
    .select(['u.id', 'u.slug', 'u.nameEn', 'u.nameBn', 'u.isMetropolitanThana', 'z.code as zoneCode'])
    .where('u.districtId', '=', districtId)
    .orderBy('u.isMetropolitanThana', 'desc')
    .orderBy('u.nameEn')
    .execute()
}

export type ZoneRow = DeliveryFees & { code: string; nameEn: string; nameBn: string; daysMin: number; daysMax: number }

/** All zones, cheapest first. */
export async function listZoneRows(db: Db): Promise<ZoneRow[]> {
  return db
    .selectFrom('deliveryZones as z')
    .select(['z.code', 'z.nameEn', 'z.nameBn', 'z.daysMin', 'z.daysMax'])
    .select(['z.baseFeePaisa', 'z.baseWeightGrams', 'z.feePerExtraKgPaisa'])
    .orderBy('z.baseFeePaisa')
    .orderBy('z.id')
    .execute()
}

/** The zones that the upazilas of a district lie in, cheapest first. */
export async function listZonesOfDistrict(db: Db, districtId: number): Promise<ZoneRow[]> {
  return db
    .selectFrom('deliveryZones as z')
    .select(['z.code', 'z.nameEn', 'z.nameBn', 'z.daysMin', 'z.daysMax'])
    .select(['z.baseFeePaisa', 'z.baseWeightGrams', 'z.feePerExtraKgPaisa'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('upazilas as u')
          .select('u.id')
          .where('u.districtId', '=', districtId)
          .whereRef('u.zoneId', '=', 'z.id'),
      ),
    )
    .orderBy('z.baseFeePaisa')
    .orderBy('z.id')
    .execute()
}
