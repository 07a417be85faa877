import type { DbOrTx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import type { DeliveryFees } from './delivery-fee.ts'

/** An upazila with the places around it and the delivery zone it lies in. */
export type Place = DeliveryFees & {
  upazilaId: number
  upazilaNameEn: string
  upazilaNameBn: string
  districtNameEn: string
  districtNameBn: string
  divisionNameEn: string
  divisionNameBn: string
  zoneCode: string
  zoneNameEn: string
  zoneNameBn: string
  daysMin: number
  daysMax: number
}

/** These upazilas by id; unknown ones are missing. */
export async function findPlaces(db: DbOrTx, upazilaIds: readonly number[]): Promise<Map<number, Place>> {
  const result = await sql<Place>`
    select u.id as upazila_id, u.name_en as upazila_name_en, u.name_bn as upazila_name_bn,
           d.name_en as district_name_en, d.name_bn as district_name_bn,
           v.name_en as division_name_en, v.name_bn as division_name_bn,
           z.code as zone_code, z.name_en as zone_name_en, z.name_bn as zone_name_bn, z.days_min, z.days_max,
           z.base_fee_paisa, z.base_weight_grams, z.fee_per_extra_kg_paisa
    from upazilas u
      join districts d on d.id = u.district_id
      join divisions v on v.id = d.division_id
      join delivery_zones z on z.id = u.zone_id
    where u.id = any(${[...new Set(upazilaIds)]}::bigint[])`.execute(db)
  return new Map(result.rows.map((place) => [place.upazilaId, place]))
}
