import Type, { type Static } from 'typebox'
import { defineStaffRoute } from './route.ts'
import { errorResponses, Id, IdempotencyKeyHeader, Localised, nullable, Slug, strict } from './shapes.ts'

/** Delivery zones as staff edit them: what a parcel costs and takes, and which upazilas belong to which zone. */

/** More zones than Bangladesh has divisions would confuse everybody; the table on the page holds them all. */
export const maxZones = 50

const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 })
const Name = Type.String({ minLength: 2, maxLength: 60 })
const Days = Type.Integer({ minimum: 0, maximum: 60 })
/** Ten thousand taka: far above any parcel fee, below a typing error of an extra digit or two on a large one. */
const Fee = Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'paisa' })

const zoneFields = {
  name: strict({ en: Name, bn: Name }),
  baseFeePaisa: Fee,
  baseWeightGrams: Type.Integer({ minimum: 1, maximum: 100_000 }),
  feePerExtraKgPaisa: Fee,
  daysMin: Days,
  daysMax: Days,
}
export const ZoneContent = strict(zoneFields)
export type ZoneContent = Static<typeof ZoneContent>

export const ConsoleZone = Type.Object({
  code: Slug,
  version: Version,
  ...zoneFields,
  /** Upazilas and thanas that lie in it; a zone without any can be removed. */
  upazilaCount: Type.Integer(),
})
export type ConsoleZone = Static<typeof ConsoleZone>

const Zones = Type.Object({ zones: Type.Array(ConsoleZone) })
const ConsoleUpazila = Type.Object({
  id: Id,
  name: Localised,
  isMetropolitanThana: Type.Boolean(),
  zoneCode: Slug,
})
const ConsoleDistrict = Type.Object({
  slug: Slug,
  name: Localised,
  divisionName: Localised,
  /** The one zone of all of it; null when its upazilas lie in several. */
  zoneCode: nullable(Slug),
  upazilas: Type.Array(ConsoleUpazila),
})
export type ConsoleDistrict = Static<typeof ConsoleDistrict>

/** An upazila and the zone it lay in when it was looked at: the zone is its version. */
const SeenUpazila = strict({ id: Id, zoneCode: Slug })
export type SeenUpazila = Static<typeof SeenUpazila>

const tags = ['console: delivery']
const params = Type.Object({ code: Slug })

export const listConsoleZones = defineStaffRoute({
  permission: 'catalogue.read',
  method: 'GET',
  url: '/api/console/delivery/zones',
  schema: { summary: 'All delivery zones, cheapest first', tags, response: { 200: Zones, ...errorResponses } },
})

export const createZone = defineStaffRoute({
  permission: 'delivery.write',
  method: 'POST',
  url: '/api/console/delivery/zones',
  schema: {
    summary: 'Adds a zone, to which upazilas can be moved then; the same key adds one',
    tags,
    headers: IdempotencyKeyHeader,
    body: strict({ code: Slug, ...zoneFields }),
    response: { 200: ConsoleZone, ...errorResponses },
  },
})

export const saveZone = defineStaffRoute({
  permission: 'delivery.write',
  method: 'PUT',
  url: '/api/console/delivery/zones/:code',
  schema: {
    summary: 'Changes fees, days and names of a zone; shoppers who saw the old fee are asked again',
    tags,
    params,
    body: strict({ version: Version, ...zoneFields }),
    response: { 200: ConsoleZone, ...errorResponses },
  },
})

export const removeZone = defineStaffRoute({
  permission: 'delivery.write',
  method: 'DELETE',
  url: '/api/console/delivery/zones/:code',
  schema: {
    summary: 'Removes a zone that no upazila lies in; again is fine',
    tags,
    params,
    response: { 200: Zones, ...errorResponses },
  },
})

export const listConsolePlaces = defineStaffRoute({
  permission: 'catalogue.read',
  method: 'GET',
  url: '/api/console/delivery/places',
  schema: {
    summary: 'All 64 districts with their upazilas and the zone each lies in',
    tags,
    response: { 200: Type.Object({ districts: Type.Array(ConsoleDistrict) }), ...errorResponses },
  },
})

export const moveUpazilas = defineStaffRoute({
  permission: 'delivery.write',
  method: 'PUT',
  url: '/api/console/delivery/places',
  schema: {
    summary: 'Puts upazilas into a zone, all or none, unless somebody else moved one of them meanwhile; again is fine',
    tags,
    body: strict({
      zoneCode: Slug,
      upazilas: Type.Array(SeenUpazila, { minItems: 1, maxItems: 1_000 }),
    }),
    response: { 200: Zones, ...errorResponses },
  },
})
