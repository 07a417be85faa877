import Type, { type Static } from 'typebox'
import { defineRoute } from './route.ts'
import { errorResponses, Id, Localised, Paisa, Slug } from './shapes.ts'

export const DeliveryZone = Type.Object({
  code: Slug,
  name: Localised,
  daysMin: Type.Integer(),
  daysMax: Type.Integer(),
})

/** A zone with what a parcel costs there: the base fee up to the base weight, then for every kilogram begun. */
export const DeliveryTariff = Type.Object({
  ...DeliveryZone.properties,
  baseFeePaisa: Paisa,
  baseWeightGrams: Type.Integer(),
  feePerExtraKgPaisa: Paisa,
})
export type DeliveryTariff = Static<typeof DeliveryTariff>

export const District = Type.Object({ slug: Slug, name: Localised })
export const Division = Type.Object({ slug: Slug, name: Localised, districts: Type.Array(District) })
export type Division = Static<typeof Division>

export const Upazila = Type.Object({
  id: Id,
  slug: Slug,
  name: Localised,
  isMetropolitanThana: Type.Boolean(),
  zoneCode: Slug,
})
export type Upazila = Static<typeof Upazila>

export const DeliveryEstimate = Type.Object({ zone: DeliveryZone, feePaisa: Paisa })
export type DeliveryEstimate = Static<typeof DeliveryEstimate>

const tags = ['delivery']

export const listZones = defineRoute({
  method: 'GET',
  url: '/api/delivery/zones',
  schema: {
    summary: 'Every delivery zone with its fees and days, cheapest first',
    tags,
    response: { 200: Type.Object({ zones: Type.Array(DeliveryTariff) }), ...errorResponses },
  },
})

export const listDistricts = defineRoute({
  method: 'GET',
  url: '/api/delivery/districts',
  schema: {
    summary: 'Divisions with their districts',
    tags,
    response: { 200: Type.Object({ divisions: Type.Array(Division) }), ...errorResponses },
  },
})

export const listUpazilas = defineRoute({
  method: 'GET',
  url: '/api/delivery/districts/:district/upazilas',
  schema: {
    summary: 'Upazilas and metropolitan thanas of a district',
    tags,
    params: Type.Object({ district: Slug }),
    response: { 200: Type.Object({ district: District, upazilas: Type.Array(Upazila) }), ...errorResponses },
  },
})

export const estimateDelivery = defineRoute({
  method: 'GET',
  url: '/api/delivery/estimate',
  schema: {
    summary:
      'What one unit of a product costs to deliver to a district, per zone of that district, and how many days it takes',
    tags,
    querystring: Type.Object({ district: Slug, product: Slug }, { additionalProperties: false }),
    response: {
      200: Type.Object({ district: District, estimates: Type.Array(DeliveryEstimate) }),
      ...errorResponses,
    },
  },
})
