import type { CourierPlaceRow, PlaceCounts, PlaceFilter } from '@dhakacart/contract/console-courier-places.schema.ts'
import type { BookingCourier } from '@dhakacart/contract/console-couriers.schema.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Match, OurPlace, TheirPlace, TheirZone } from './place-names.ts'

/** Cities come under this number in the table of lists. */
const listOfCities = 0
/** Cities and zones change seldom: between two readings of a list. */
const readEveryDays = 7
/** Nobody else reads a list while one who took it may still be waiting for the courier. */
const takenMinutes = 5

/** Takes the list that is to be read next; undefined when none is due, null is that of the cities. */
export async function claimList(db: Db, courier: BookingCourier): Promise<number | null | undefined> {
  await sql`
    insert into courier_place_lists (courier, city_id) values (${courier}, ${listOfCities})
    on conflict do nothing`.execute(db)
  const result = await sql<{ cityId: number }>`
    update courier_place_lists set next_read_at = shop_now() + make_interval(mins => ${takenMinutes}::integer)
    where courier = ${courier} and city_id = (
      select city_id from courier_place_lists
      where courier = ${courier} and next_read_at <= shop_now()
      order by next_read_at, city_id limit 1 for update skip locked
    ) and next_read_at <= shop_now()
    returning city_id`.execute(db)
  const cityId = result.rows[0]?.cityId
  return cityId === listOfCities ? null : cityId
}

/** It is tried again after half a minute, and later and later up to an hour; what is known stays. */
export async function listFailed(
  db: Db,
  courier: BookingCourier,
  cityId: number | null,
  problem: string,
): Promise<void> {
  await sql`
    update courier_place_lists set problem = ${problem}, failures = failures + 1,
           next_read_at = shop_now() + make_interval(secs => least(3600, 30 * power(2, least(failures, 7))))
    where courier = ${courier} and city_id = ${cityId ?? listOfCities}`.execute(db)
}

/** Writers of places go one after the other. */
export async function lockLists(tx: Tx, courier: BookingCourier): Promise<void> {
  await sql`
    select from courier_place_lists where courier = ${courier} and city_id = ${listOfCities} for update`.execute(tx)
}

/** Enters a list as it was read; what it lacks is gone, what is back is not. New cities get a list to be read. */
export async function keepList(
  tx: Tx,
  courier: BookingCourier,
  cityId: number | null,
  places: readonly TheirPlace[],
): Promise<void> {
  const kind = cityId === null ? 'city' : 'zone'
  const ids = places.map(({ id }) => id)
  const names = places.map(({ name }) => name)
  await sql`
    insert into courier_places (courier, kind, place_id, city_id, name)
    select ${courier}, ${kind}, id, ${cityId}::bigint, name from unnest(${ids}::bigint[], ${names}::text[]) as listed (id, name)
    on conflict (courier, kind, place_id) do update set name = excluded.name, city_id = excluded.city_id, gone_at = null`.execute(
    tx,
  )
  await sql`
    update courier_places set gone_at = shop_now()
    where courier = ${courier} and kind = ${kind} and city_id is not distinct from ${cityId}::bigint
      and gone_at is null and place_id <> all(${ids}::bigint[])`.execute(tx)
  if (cityId === null) await keepListsOfCities(tx, courier, ids)
  await sql`
    update courier_place_lists set read_at = shop_now(), failures = 0, problem = null,
           next_read_at = shop_now() + make_interval(days => ${readEveryDays}::integer)
    where courier = ${courier} and city_id = ${cityId ?? listOfCities}`.execute(tx)
}

/** A city that is gone takes its zones along. */
async function keepListsOfCities(tx: Tx, courier: BookingCourier, cityIds: readonly number[]): Promise<void> {
  await sql`
    insert into courier_place_lists (courier, city_id) select ${courier}, unnest(${[...cityIds]}::bigint[])
    on conflict do nothing`.execute(tx)
  await sql`
    delete from courier_place_lists
    where courier = ${courier} and city_id <> ${listOfCities} and city_id <> all(${[...cityIds]}::bigint[])`.execute(tx)
  await sql`
    update courier_places set gone_at = shop_now()
    where courier = ${courier} and kind = 'zone' and gone_at is null and city_id <> all(${[...cityIds]}::bigint[])`.execute(
    tx,
  )
}

/**
 * All lists are to be read again, but those of the last ten minutes, and those that wait, are being read or are tried again soon.
 * Returns how many this made wait, and how many wait now.
 */
export async function readAgain(tx: Tx, courier: BookingCourier): Promise<{ asked: number; waiting: number }> {
  const soon = sql`shop_now() + make_interval(mins => ${takenMinutes}::integer)`
  const asked = await sql`
    update courier_place_lists set next_read_at = shop_now()
    where courier = ${courier} and next_read_at > ${soon}
      and (read_at is null or read_at < shop_now() - interval '10 minutes')`.execute(tx)
  const waiting = await sql<{ count: number }>`
    select count(*)::integer as count from courier_place_lists where courier = ${courier} and next_read_at <= ${soon}`.execute(
    tx,
  )
  return { asked: Number(asked.numAffectedRows ?? 0n), waiting: waiting.rows[0]?.count ?? 0 }
}

/** The courier's places as they are now. */
export async function listLive(
  db: DbOrTx,
  courier: BookingCourier,
): Promise<{ cities: TheirPlace[]; zones: TheirZone[] }> {
  const rows = await db
    .selectFrom('courierPlaces')
    .select(['kind', 'placeId as id', 'name', 'cityId'])
    .where('courier', '=', courier)
    .where('goneAt', 'is', null)
    .orderBy('name')
    .execute()
  return {
    cities: rows.filter(({ kind }) => kind === 'city').map(({ id, name }) => ({ id, name })),
    zones: rows.flatMap(({ id, name, cityId }) => (cityId === null ? [] : { id, name, cityId })),
  }
}

export async function listOurPlaces(db: DbOrTx): Promise<OurPlace[]> {
  return db
    .selectFrom('upazilas as u')
    .innerJoin('districts as d', 'd.id', 'u.districtId')
    .select(['u.id as upazilaId', 'u.nameEn as upazila', 'u.isMetropolitanThana'])
    .select(['d.nameEn as district', 'd.slug as districtSlug'])
    .execute()
}

/** What names match is these from now on; what a person set stays as it is. */
export async function keepMatches(tx: Tx, courier: BookingCourier, matches: readonly Match[]): Promise<void> {
  const upazilaIds = matches.map(({ upazilaId }) => upazilaId)
  await sql`
    delete from courier_place_matches
    where courier = ${courier} and matched_by = 'name' and upazila_id <> all(${upazilaIds}::bigint[])`.execute(tx)
  await sql`
    insert into courier_place_matches as kept (courier, upazila_id, zone_id, is_price_only, matched_by)
    select ${courier}, *, 'name' from unnest(${upazilaIds}::bigint[], ${matches.map(({ zoneId }) => zoneId)}::bigint[],
                                             ${matches.map(({ isPriceOnly }) => isPriceOnly)}::boolean[])
    on conflict (courier, upazila_id) do update
      set zone_id = excluded.zone_id, is_price_only = excluded.is_price_only, changed_at = shop_now(), version = kept.version + 1
      where kept.matched_by = 'name'
        and (kept.zone_id, kept.is_price_only) is distinct from (excluded.zone_id, excluded.is_price_only)`.execute(tx)
}

export type KeptMatch = {
  zoneId: number | null
  isPriceOnly: boolean
  matchedBy: 'name' | 'staff'
  version: number
}

export async function lockMatch(tx: Tx, courier: BookingCourier, upazilaId: number): Promise<KeptMatch | null> {
  const result = await sql<KeptMatch>`
    select zone_id, is_price_only, matched_by, version from courier_place_matches
    where courier = ${courier} and upazila_id = ${upazilaId} for update`.execute(tx)
  return result.rows[0] ?? null
}

/** What a person decided, over `version`, which is 0 where nothing was; false when somebody else was first. */
export async function setMatch(
  tx: Tx,
  courier: BookingCourier,
  {
    upazilaId,
    zoneId,
    isPriceOnly,
    version,
  }: { upazilaId: number; zoneId: number | null } & Omit<KeptMatch, 'matchedBy'>,
): Promise<boolean> {
  const result =
    version === 0
      ? await sql`
          insert into courier_place_matches (courier, upazila_id, zone_id, is_price_only, matched_by)
          values (${courier}, ${upazilaId}, ${zoneId}, ${isPriceOnly}, 'staff') on conflict do nothing`.execute(tx)
      : await sql`
          update courier_place_matches set zone_id = ${zoneId}, is_price_only = ${isPriceOnly}, matched_by = 'staff',
                 changed_at = shop_now(), version = version + 1
          where courier = ${courier} and upazila_id = ${upazilaId} and version = ${version}`.execute(tx)
  return result.numAffectedRows === 1n
}

export async function isLiveZone(db: DbOrTx, courier: BookingCourier, zoneId: number): Promise<boolean> {
  const row = await db
    .selectFrom('courierPlaces')
    .select('placeId')
    .where('courier', '=', courier)
    .where('kind', '=', 'zone')
    .where('placeId', '=', zoneId)
    .where('goneAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

const stateOf: RawBuilder<PlaceFilter> = sql`case
  when m.upazila_id is null then 'unmatched' when z.gone_at is not null then 'gone' else m.matched_by end`

const joined = (courier: BookingCourier) => sql`
  upazilas u join districts d on d.id = u.district_id
  left join courier_place_matches m on m.courier = ${courier} and m.upazila_id = u.id
  left join courier_places z on z.courier = m.courier and z.kind = 'zone' and z.place_id = m.zone_id
  left join courier_places c on c.courier = z.courier and c.kind = 'city' and c.place_id = z.city_id`

export type PlaceFilters = { state?: PlaceFilter; text?: string; id?: number }

/** Places of ours with what the courier calls them, by id; `text` is found in either language, of place and district. */
export async function listPlaces(
  db: DbOrTx,
  courier: BookingCourier,
  { state, text, id }: PlaceFilters,
  afterId: number,
  limit: number,
): Promise<CourierPlaceRow[]> {
  const result = await sql<CourierPlaceRow>`
    select u.id, coalesce(m.version, 0) as version, json_build_object('en', u.name_en, 'bn', u.name_bn) as name,
           json_build_object('en', d.name_en, 'bn', d.name_bn) as district, u.is_metropolitan_thana, ${stateOf} as state,
           case when z.place_id is not null then json_build_object('id', c.place_id, 'name', c.name) end as city,
           case when z.place_id is not null then json_build_object('id', z.place_id, 'name', z.name) end as zone,
           coalesce(m.is_price_only, false) as is_price_only,
           case when m.upazila_id is null then (
             select near.city_id from upazilas beside
               join courier_place_matches known on known.courier = ${courier} and known.upazila_id = beside.id
               join courier_places near
                 on near.courier = known.courier and near.kind = 'zone' and near.place_id = known.zone_id and near.gone_at is null
             where beside.district_id = u.district_id
             group by near.city_id order by count(*) desc, near.city_id limit 1) end as suggested_city_id
    from ${joined(courier)}
    where u.id > ${afterId}
      and (${state ?? null}::text is null or ${stateOf} = ${state ?? null})
      and (${id ?? null}::bigint is null or u.id = ${id ?? null})
      and (${text ?? null}::text is null
        or position(lower(${text ?? null}) in lower(concat_ws(' ', u.name_en, u.name_bn, d.name_en, d.name_bn))) > 0)
    order by u.id limit ${limit}`.execute(db)
  return result.rows
}

export async function countPlaces(db: DbOrTx, courier: BookingCourier): Promise<PlaceCounts> {
  const result = await sql<PlaceCounts>`
    select count(*) filter (where state = 'unmatched') as unmatched, count(*) filter (where state = 'gone') as gone,
           count(*) filter (where state = 'name') as name, count(*) filter (where state = 'staff') as staff
    from (select ${stateOf} as state from ${joined(courier)}) counted`.execute(db)
  return result.rows[0] as PlaceCounts
}

/** How old what we know of the courier's places is: the oldest list decides, null when one was never read. */
export async function readAge(
  db: DbOrTx,
  courier: BookingCourier,
): Promise<{ readAt: string | null; waiting: number; problem: string | null }> {
  const result = await sql<{ readAt: string | null; waiting: number; problem: string | null }>`
    select case when count(*) = count(read_at) then min(read_at) end as read_at,
           count(*) filter (where next_read_at <= shop_now())::integer as waiting,
           (array_agg(problem order by failures desc) filter (where problem is not null))[1] as problem
    from courier_place_lists where courier = ${courier}`.execute(db)
  return result.rows[0] ?? { readAt: null, waiting: 0, problem: null }
}
