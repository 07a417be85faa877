import type { Tx } from '../src/connect.ts'
import type { Localised } from './catalogue/catalogue.types.ts'
import { idOf, idsBySlug } from './ids.ts'
import type { SeedPlaces } from './seed-input.ts'

/** Writes zones, divisions, districts and upazilas. Returns how many upazilas there are. */
export async function seedPlaces(tx: Tx, { zones, divisions }: SeedPlaces): Promise<number> {
  if (zones.length === 0 || divisions.length === 0) return 0
  const zoneRows = zones.map(({ slug, name, baseFeePaisa, baseWeightGrams, feePerExtraKgPaisa, daysMin, daysMax }) => ({
    code: slug,
    ...namesOf(name),
    baseFeePaisa,
    baseWeightGrams,
    feePerExtraKgPaisa,
    daysMin,
    daysMax,
  }))
  const zoneIds = idsBySlug(
    await tx.insertInto('deliveryZones').values(zoneRows).returning(['id', 'code as slug']).execute(),
  )
  const divisionRows = divisions.map(({ slug, name }) => ({ slug, ...namesOf(name) }))
  const divisionIds = idsBySlug(
    await tx.insertInto('divisions').values(divisionRows).returning(['id', 'slug']).execute(),
  )
  const districts = divisions.flatMap((division) =>
    division.districts.map((district) => ({ ...district, divisionId: idOf(divisionIds, division.slug) })),
  )
  const districtRows = districts.map(({ slug, name, divisionId }) => ({ slug, divisionId, ...namesOf(name) }))
  const districtIds = idsBySlug(
    await tx.insertInto('districts').values(districtRows).returning(['id', 'slug']).execute(),
  )
  const upazilaRows = districts.flatMap((district) =>
    district.upazilas.map(({ slug, name, isMetropolitanThana, zone }) => ({
      slug,
      ...namesOf(name),
      isMetropolitanThana,
      districtId: idOf(districtIds, district.slug),
      zoneId: idOf(zoneIds, zone),
    })),
  )
  // About 650 rows of six values: far below the 65,535 values a statement may have.
  await tx.insertInto('upazilas').values(upazilaRows).execute()
  return upazilaRows.length
}

function namesOf(name: Localised): { nameEn: string; nameBn: string } {
  return { nameEn: name.en, nameBn: name.bn }
}
