import type { RoomState } from '@dhakacart/contract/console-waiting-room.schema.ts'
import type { Localised } from '@dhakacart/contract/shapes.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'
import { guardMinutes, keptDays, passSeconds, ticketMinutes, turnSeconds } from './waiting-room.limits.ts'

export type RoomRow = {
  saleId: number
  name: Localised
  opensAt: string
  endsAt: string
  now: string
  /** Of the sale: it has a room, is scheduled and is not over. */
  stands: boolean
  /** Orders need a pass, were the room not closed. */
  guards: boolean
  state: RoomState
  version: number
  secret: Buffer
  lastNumber: number
  earlyCount: number | null
  serving: number
  ratePerSecond: number
  callsPerSecond: number
  kneePerSecond: number | null
  floorPerSecond: number
  ceilingPerSecond: number
  targetMs: number
}

const guards = sql`shop_now() >= s.starts_at - make_interval(mins => ${guardMinutes}::integer) and shop_now() < s.ends_at`
const stands = sql`s.state = 'scheduled' and s.has_waiting_room and shop_now() < s.ends_at`

async function readRooms(db: DbOrTx, where: RawBuilder<unknown>): Promise<RoomRow[]> {
  const result = await sql<RoomRow>`
    select r.sale_id, json_build_object('en', s.name_en, 'bn', s.name_bn) as name, utc_text(s.starts_at) as opens_at,
           utc_text(s.ends_at) as ends_at, utc_text(shop_now()) as now, ${stands} as stands, ${guards} as guards,
           r.state, r.version, r.secret, r.last_number, r.early_count, r.serving, r.rate_per_second, r.calls_per_second,
           r.knee_per_second, r.floor_per_second, r.ceiling_per_second, r.target_ms
    from waiting_rooms r join sales s on s.id = r.sale_id
    where ${where} order by r.sale_id`.execute(db)
  return result.rows
}

/** Rooms of sales that are near, run, or ended within the last hour. */
export const readNear = (db: DbOrTx) =>
  readRooms(
    db,
    sql`s.ends_at > shop_now() - interval '1 hour' and s.starts_at <= shop_now() + make_interval(mins => ${ticketMinutes}::integer)`,
  )
export const readRoom = async (db: DbOrTx, saleId: number): Promise<RoomRow | null> =>
  (await readRooms(db, sql`r.sale_id = ${saleId}`))[0] ?? null

/** Sales near their start that have no room yet. */
export async function findWithoutRoom(db: DbOrTx): Promise<number[]> {
  const result = await sql<{ id: number }>`
    select s.id from sales s
    where ${stands} and s.starts_at <= shop_now() + make_interval(mins => ${ticketMinutes}::integer)
      and not exists (select from waiting_rooms r where r.sale_id = s.id)`.execute(db)
  return result.rows.map(({ id }) => id)
}

export type NewRoom = {
  saleId: number
  secret: Buffer
  ratePerSecond: number
  floorPerSecond: number
  ceilingPerSecond: number
  targetMs: number
}

/** Makes a room; one that is there stays as it is, whoever makes it at the same time. */
export async function insertRoom(db: DbOrTx, room: NewRoom): Promise<void> {
  await db
    .insertInto('waitingRooms')
    .values({ ...room, callsPerSecond: room.ratePerSecond })
    .onConflict((conflict) => conflict.column('saleId').doNothing())
    .execute()
}

/** Ends the time of the lot once the sale has begun: whoever draws from then on is behind everybody who came before. */
export async function open(db: DbOrTx, saleIds: readonly number[]): Promise<void> {
  await sql`
    update waiting_rooms r set early_count = last_number from sales s
    where r.sale_id = any(${[...saleIds]}::bigint[]) and s.id = r.sale_id and r.early_count is null and s.starts_at <= shop_now()`.execute(
    db,
  )
}

/** Locks a room, so that numbers are drawn in one order; its last number, null when there is no room. */
export async function lockToDraw(tx: Tx, saleId: number): Promise<number | null> {
  const result = await sql<{ lastNumber: number }>`
    select last_number from waiting_rooms where sale_id = ${saleId} for update`.execute(tx)
  return result.rows[0]?.lastNumber ?? null
}

export type Asking = {
  visitorHash: Buffer
  /** A number of this visitor that is of no more use; null: the first. */
  instead: number | null
}

/**
 * Gives every visitor who has no number, or asks for another instead of exactly the one they have, the next one. The room is
 * locked. Returns everybody's number, by visitor hash in hex; nobody's when the room does not stand.
 */
export async function draw(
  tx: Tx,
  saleId: number,
  lastNumber: number,
  asking: readonly Asking[],
): Promise<Map<string, number>> {
  const rows = asking.map(({ visitorHash, instead }) => ({ visitor: visitorHash.toString('hex'), instead }))
  const result = await sql<{ visitor: string; number: number }>`
    with standing as (
      select s.starts_at <= shop_now() as has_opened from sales s where s.id = ${saleId} and ${stands}
    ), asking as (
      select decode(a.visitor, 'hex') as visitor_hash, a.instead, a.turn
      from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (visitor text, instead bigint)) with ordinality
        as a (visitor, instead, turn), standing
    ), known as (
      select t.visitor_hash, t.number from waiting_room_tickets t join asking a on a.visitor_hash = t.visitor_hash
      where t.sale_id = ${saleId} and a.instead is distinct from t.number
    ), drawn as (
      select a.visitor_hash, ${lastNumber}::bigint + row_number() over (order by a.turn) as number
      from asking a where not exists (select from known k where k.visitor_hash = a.visitor_hash)
    ), written as (
      insert into waiting_room_tickets (sale_id, visitor_hash, number) select ${saleId}::bigint, visitor_hash, number from drawn
      on conflict (sale_id, visitor_hash) do update set number = excluded.number
    ), counted as (
      update waiting_rooms set
        -- Decided in the same breath as the numbers: they belong to the lot, or they do not.
        early_count = case when early_count is null and standing.has_opened then last_number else early_count end,
        last_number = last_number + (select count(*) from drawn)
      from standing where sale_id = ${saleId}
    )
    select encode(visitor_hash, 'hex') as visitor, number from known
    union all select encode(visitor_hash, 'hex'), number from drawn`.execute(tx)
  return new Map(result.rows.map(({ visitor, number }) => [visitor, number]))
}

export type PassRow = { id: number; number: number; endsAt: string; isOver: boolean; isUsed: boolean }

export async function readPass(db: DbOrTx, saleId: number, number: number): Promise<PassRow | null> {
  const result = await sql<PassRow>`
    select p.id, p.number, utc_text(p.expires_at) as ends_at, p.expires_at <= shop_now() as is_over,
           exists (select from waiting_room_orders o where o.pass_id = p.id) as is_used
    from waiting_room_passes p where p.sale_id = ${saleId} and p.number = ${number}`.execute(db)
  return result.rows[0] ?? null
}

/** When a called place's turn ends; null: it has not been called. */
export async function readTurn(
  db: DbOrTx,
  saleId: number,
  place: number,
): Promise<{ turnEndsAt: string; isOver: boolean } | null> {
  const result = await sql<{ turnEndsAt: string; isOver: boolean }>`
    select utc_text(called_at + make_interval(secs => ${turnSeconds}::integer)) as turn_ends_at,
           called_at + make_interval(secs => ${turnSeconds}::integer) <= shop_now() as is_over
    from waiting_room_calls where sale_id = ${saleId} and serving >= ${place} order by serving limit 1`.execute(db)
  return result.rows[0] ?? null
}

/** One pass per number, whoever asks at the same time. */
export async function insertPass(tx: Tx, saleId: number, number: number, place: number): Promise<void> {
  await sql`
    insert into waiting_room_passes (sale_id, number, place, expires_at)
    values (${saleId}, ${number}, ${place}, shop_now() + make_interval(secs => ${passSeconds}::integer))
    on conflict (sale_id, number) do nothing`.execute(tx)
}

/** Of carts: the rooms that an order of each must come through now. */
export async function findGuarded(
  db: DbOrTx,
  cartIds: readonly number[],
): Promise<{ cartId: number; saleId: number }[]> {
  const result = await sql<{ cartId: number; saleId: number }>`
    select distinct c.cart_id, r.sale_id
    from cart_lines c
      join sale_lines l on l.variant_id = c.variant_id and l.is_scheduled
      join sales s on s.id = l.sale_id
      join waiting_rooms r on r.sale_id = s.id
    where c.cart_id = any(${[...cartIds]}::bigint[]) and ${stands} and ${guards} and r.state <> 'closed'
    order by c.cart_id, r.sale_id`.execute(db)
  return result.rows
}

export type LockedPass = { id: number; saleId: number; number: number; isOver: boolean; isUsed: boolean }

/** Passes by sale and number, locked by ascending id until the transaction ends. */
export async function lockPasses(tx: Tx, wanted: readonly { saleId: number; number: number }[]): Promise<LockedPass[]> {
  // The order must be read after the lock: until then another order may be using the pass.
  const locked = await sql<{ id: number }>`
    select p.id from waiting_room_passes p
      join jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w ("saleId" bigint, number bigint)
        on w."saleId" = p.sale_id and w.number = p.number
    order by p.id for update of p`.execute(tx)
  if (locked.rows.length === 0) return []
  const result = await sql<LockedPass>`
    select p.id, p.sale_id, p.number, p.expires_at <= shop_now() as is_over,
           exists (select from waiting_room_orders o where o.pass_id = p.id) as is_used
    from waiting_room_passes p where p.id = any(${locked.rows.map(({ id }) => id)}::bigint[])`.execute(tx)
  return result.rows
}

/** Writes which pass placed which order. */
export async function insertUses(tx: Tx, uses: readonly { orderNumber: string; passId: number }[]): Promise<void> {
  await sql`
    insert into waiting_room_orders (pass_id, order_id)
    select u."passId", o.id from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as u ("orderNumber" text, "passId" bigint)
      join orders o on o.number = u."orderNumber"`.execute(tx)
}

/** Products of a sale that its room stands before, by sale. */
export async function readProducts(
  db: DbOrTx,
  saleIds: readonly number[],
): Promise<{ saleId: number; productSlug: string }[]> {
  const result = await sql<{ saleId: number; productSlug: string }>`
    select distinct l.sale_id, p.slug as product_slug
    from sale_lines l join variants v on v.id = l.variant_id join products p on p.id = v.product_id
    where l.sale_id = any(${[...saleIds]}::bigint[]) order by l.sale_id, p.slug`.execute(db)
  return result.rows
}

/** Deletes what is left of rooms whose sales ended a day ago; returns how many. */
export async function deleteOld(tx: Tx): Promise<number> {
  const found = await sql<{ saleId: number }>`
    select r.sale_id from waiting_rooms r join sales s on s.id = r.sale_id
    where s.ends_at < shop_now() - make_interval(days => ${keptDays}::integer)
      and exists (select from waiting_room_tickets t where t.sale_id = r.sale_id)
    limit 10`.execute(tx)
  const ids = found.rows.map(({ saleId }) => saleId)
  if (ids.length === 0) return 0
  await sql`delete from waiting_room_tickets where sale_id = any(${ids}::bigint[])`.execute(tx)
  await sql`delete from waiting_room_calls where sale_id = any(${ids}::bigint[])`.execute(tx)
  return ids.length
}
