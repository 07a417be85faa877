import type { PictureFormat } from '@dhakacart/contract/picture-url.ts'
import type { Drawing, Localised, SeedCatalogue } from './catalogue/catalogue.types.ts'

type SeedZone = {
  slug: string
  name: Localised
  baseFeePaisa: number
  baseWeightGrams: number
  feePerExtraKgPaisa: number
  daysMin: number
  daysMax: number
}

/** `zone` is the slug of one of the zones. */
type SeedUpazila = { slug: string; name: Localised; isMetropolitanThana: boolean; zone: string }
type SeedDistrict = { slug: string; name: Localised; upazilas: readonly SeedUpazila[] }
type SeedDivision = { slug: string; name: Localised; districts: readonly SeedDistrict[] }
export type SeedPlaces = { zones: readonly SeedZone[]; divisions: readonly SeedDivision[] }

export type SeedPicture = {
  /** Hash of the drawing. */
  id: string
  renditions: readonly { format: PictureFormat; width: number; sha256: string; bytes: Buffer }[]
}

export type SeedPictures = {
  all: readonly SeedPicture[]
  /** null when there is no picture of this drawing. */
  idOf(drawing: Drawing): string | null
}

/** Everything an empty shop is filled with. */
export type SeedInput = { catalogue: SeedCatalogue; places: SeedPlaces; pictures?: SeedPictures }

/** A shop whose products have no pictures. */
export const noPictures: SeedPictures = { all: [], idOf: () => null }
