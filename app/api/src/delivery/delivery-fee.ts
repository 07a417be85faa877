export type DeliveryFees = { baseFeePaisa: number; baseWeightGrams: number; feePerExtraKgPaisa: number }

/** Fee of one parcel: the zone's base fee up to its base weight, then for every kilogram begun. */
export function deliveryFeePaisa(zone: DeliveryFees, weightGrams: number): number {
  const extraGrams = Math.max(0, weightGrams - zone.baseWeightGrams)
  return zone.baseFeePaisa + Math.ceil(extraGrams / 1000) * zone.feePerExtraKgPaisa
}
