import Type, { type Static } from 'typebox'
import { defineStaffRoute } from './route.ts'
import { Cursor, errorResponses, Id, Instant, Localised, nullable, strict } from './shapes.ts'

/**
 * What Pathao calls the places that we deliver to: its cities and zones beside our districts and upazilas. Names match most of
 * them; staff decide the rest once.
 */

/** `name`: matched by its name. `staff`: decided by a person. `gone`: the courier has no such zone any more. */
export const placeStates = ['unmatched', 'gone', 'name', 'staff'] as const
const PlaceState = Type.Enum([...placeStates])
export type PlaceFilter = Static<typeof PlaceState>

const TheirPlace = Type.Object({ id: Id, name: Type.String() })

export const CourierPlaceRow = Type.Object({
  /** Of the upazila or thana. */
  id: Id,
  /** 0 while nothing is known. */
  version: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }),
  name: Localised,
  district: Localised,
  isMetropolitanThana: Type.Boolean(),
  state: PlaceState,
  /** null with `staff`: the courier finds it by the address. */
  city: nullable(TheirPlace),
  zone: nullable(TheirPlace),
  /** The city that other places of the district lie in, where nothing is known of this one. */
  suggestedCityId: nullable(Id),
  /** The zone is for asking the price; with a booking the courier finds it by the address. */
  isPriceOnly: Type.Boolean(),
})
export type CourierPlaceRow = Static<typeof CourierPlaceRow>

const PlaceCounts = Type.Object({
  unmatched: Type.Integer(),
  gone: Type.Integer(),
  name: Type.Integer(),
  staff: Type.Integer(),
})
export type PlaceCounts = Static<typeof PlaceCounts>

const ListsAge = Type.Object({
  /** When the oldest of the courier's lists was read; null while one was never read. */
  readAt: nullable(Instant),
  /** How many lists the worker is about to read. */
  waiting: Type.Integer(),
  /** Why the courier's lists could not be read, as a code; null when they could. */
  problem: nullable(Type.String()),
})

const tags = ['console-couriers']

export const listCourierPlaces = defineStaffRoute({
  permission: 'orders.read',
  method: 'GET',
  url: '/api/console/couriers/pathao/places',
  schema: {
    summary: 'Upazilas and thanas with the zone of Pathao each is, and how old what we know of its zones is',
    tags,
    querystring: strict({
      after: Type.Optional(Cursor),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      state: Type.Optional(PlaceState),
      q: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    }),
    response: {
      200: Type.Object({
        places: Type.Array(CourierPlaceRow),
        nextCursor: nullable(Type.String()),
        counts: PlaceCounts,
        lists: ListsAge,
      }),
      ...errorResponses,
    },
  },
})

export const listCourierZones = defineStaffRoute({
  permission: 'orders.read',
  method: 'GET',
  url: '/api/console/couriers/pathao/zones',
  schema: {
    summary: 'Pathao’s cities, and the zones of one of them, as its lists were read last',
    tags,
    querystring: strict({ city: Type.Optional(Id) }),
    response: {
      200: Type.Object({ cities: Type.Array(TheirPlace), zones: Type.Array(TheirPlace) }),
      ...errorResponses,
    },
  },
})

export const setCourierPlace = defineStaffRoute({
  permission: 'couriers.book',
  method: 'PUT',
  url: '/api/console/couriers/pathao/places/:id',
  schema: {
    summary: 'Says which zone of Pathao an upazila or thana is, until somebody says otherwise; again is fine',
    tags,
    params: Type.Object({ id: Id }),
    body: strict({
      version: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }),
      /** null leaves finding it to the courier, by the address. */
      zoneId: nullable(Id),
      isPriceOnly: Type.Boolean(),
    }),
    response: { 200: CourierPlaceRow, ...errorResponses },
  },
})

export const readCourierListsAgain = defineStaffRoute({
  permission: 'couriers.book',
  method: 'POST',
  url: '/api/console/couriers/pathao/places/read-again',
  schema: {
    summary: 'Has Pathao’s lists of cities and zones read again; those of the last ten minutes stay; again is fine',
    tags,
    response: { 200: Type.Object({ lists: Type.Integer() }), ...errorResponses },
  },
})
