import type { DbOrTx } from '@dhakacart/database/connect.ts'
import type { DeliveryFees } from './delivery-fee.ts'

export type UpazilaZone = DeliveryFees & {
  upazilaId: number
  code: string
  nameEn: string
  nameBn: string
  daysMin: number
  daysMax: number
}

/** The delivery zone an upazila lies in; null for an unknown upazila. */
export async function findZoneOfUpazila(db: DbOrTx, upazilaId: number): Promise<UpazilaZone | null> {
  const row = await db
    .selectFrom('upazilas as u')
    .innerJoin('deliveryZones as z', 'z.id', 'u.zoneId')
    .select([
      'u.id as upazilaId',
      'z.code',
      'z.nameEn',
      'z.nameBn',
      'z.baseFeePaisa',
      'z.baseWeightGrams',
      'z.feePerExtraKgPaisa',
      'z.daysMin',
      'z.daysMax',
    ])
    .where('u.id', '=', upazilaId)
    .executeTakeFirst()
  return row ?? null
}
