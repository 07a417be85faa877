import type {
  SaleContent,
  SaleLine,
  SaleLineContent,
  SalePhase,
  SaleState,
  SaleSummary,
} from '@dhakacart/contract/console-sales.schema.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'

export type SaleRow = Omit<SaleContent, 'lines'> & {
  id: number
  version: number
  state: SaleState
  phase: SalePhase
  hasBegun: boolean
  isOver: boolean
  creationKey: string
}

const phase = sql`case
  when s.state <> 'scheduled' then s.state
  when s.ends_at <= shop_now() then 'over'
  when s.starts_at <= shop_now() then 'running'
  else 'upcoming' end`

const name = sql`json_build_object('en', s.name_en, 'bn', s.name_bn) as name`

/** Sales by start and id, the latest first, from after the sale of that id. */
export async function list(db: DbOrTx, afterId: number | null, limit: number): Promise<SaleSummary[]> {
  const result = await sql<SaleSummary>`
    select s.id, ${phase} as phase, ${name}, utc_text(s.starts_at) as starts_at, utc_text(s.ends_at) as ends_at,
           s.has_waiting_room, count(l.*) as line_count, coalesce(sum(l.allotment), 0) as allotment
    from sales s left join sale_lines l on l.sale_id = s.id
    ${afterId === null ? sql`` : sql`where (s.starts_at, s.id) < (select starts_at, id from sales where id = ${afterId})`}
    group by s.id order by s.starts_at desc, s.id desc limit ${limit}`.execute(db)
  return result.rows
}

async function readOne(db: DbOrTx, where: RawBuilder<unknown>, locking: RawBuilder<unknown>): Promise<SaleRow | null> {
  const result = await sql<SaleRow>`
    select s.id, s.version, s.state, ${phase} as phase, ${name}, utc_text(s.starts_at) as starts_at,
           utc_text(s.ends_at) as ends_at, s.prewarm_minutes, s.limit_per_customer, s.has_waiting_room, s.creation_key,
           s.state = 'scheduled' and s.starts_at <= shop_now() as has_begun,
           s.state = 'scheduled' and s.ends_at <= shop_now() as is_over
    from sales s where ${where} ${locking}`.execute(db)
  return result.rows[0] ?? null
}

export const readById = (db: DbOrTx, id: number) => readOne(db, sql`s.id = ${id}`, sql``)
export const readByKey = (db: DbOrTx, key: string) => readOne(db, sql`s.creation_key = ${key}`, sql``)
export const lock = (tx: Tx, id: number) => readOne(tx, sql`s.id = ${id}`, sql`for update`)

export async function readLines(db: DbOrTx, saleId: number): Promise<SaleLine[]> {
  const result = await sql<SaleLine>`
    select l.variant_id, l.price_paisa, l.allotment, v.sku, json_build_object('en', p.name_en, 'bn', p.name_bn) as name,
           v.picture_id, v.price_paisa as usual_price_paisa, coalesce(k.on_hand - k.held, 0) as available
    from sale_lines l
      join variants v on v.id = l.variant_id
      join products p on p.id = v.product_id
      left join stock_levels k on k.variant_id = l.variant_id
    where l.sale_id = ${saleId} order by l.variant_id`.execute(db)
  return result.rows
}

/** Makes a draft; null when the key made one before. */
export async function insert(tx: Tx, key: string, content: SaleContent): Promise<number | null> {
  const result = await sql<{ id: number }>`
    insert into sales (creation_key, name_en, name_bn, starts_at, ends_at, prewarm_minutes, limit_per_customer, has_waiting_room)
    values (${key}, ${content.name.en}, ${content.name.bn}, ${content.startsAt}, ${content.endsAt}, ${content.prewarmMinutes},
            ${content.limitPerCustomer}, ${content.hasWaitingRoom})
    on conflict (creation_key) do nothing returning id`.execute(tx)
  return result.rows[0]?.id ?? null
}

export async function update(tx: Tx, id: number, content: SaleContent): Promise<void> {
  await sql`
    update sales
    set name_en = ${content.name.en}, name_bn = ${content.name.bn}, starts_at = ${content.startsAt}, ends_at = ${content.endsAt},
        prewarm_minutes = ${content.prewarmMinutes}, limit_per_customer = ${content.limitPerCustomer},
        has_waiting_room = ${content.hasWaitingRoom}, version = version + 1, updated_at = shop_now()
    where id = ${id}`.execute(tx)
}

/**
 * Writes the lines as they are to be, with window and state of the sale; fails when another scheduled sale has one of them then.
 * What is taken of a line stays. Their stock must be locked, as by everybody who changes lines.
 */
export async function replaceLines(tx: Tx, saleId: number, lines: readonly SaleLineContent[]): Promise<void> {
  await sql`
    delete from sale_lines
    where sale_id = ${saleId} and variant_id <> all (${lines.map((line) => line.variantId)}::bigint[])`.execute(tx)
  await sql`
    insert into sale_lines (sale_id, variant_id, price_paisa, allotment, during, is_scheduled)
    select s.id, l.variant_id, l.price_paisa, l.allotment, tstzrange(s.starts_at, s.ends_at), s.state = 'scheduled'
    from sales s, unnest(
      ${lines.map((line) => line.variantId)}::bigint[], ${lines.map((line) => line.pricePaisa)}::bigint[],
      ${lines.map((line) => line.allotment)}::integer[]
    ) as l (variant_id, price_paisa, allotment)
    where s.id = ${saleId}
    on conflict (sale_id, variant_id) do update
    set price_paisa = excluded.price_paisa, allotment = excluded.allotment, during = excluded.during,
        is_scheduled = excluded.is_scheduled`.execute(tx)
}

export async function setState(tx: Tx, id: number, state: SaleState): Promise<void> {
  await sql`update sales set state = ${state}, version = version + 1, updated_at = shop_now() where id = ${id}`.execute(
    tx,
  )
  await sql`update sale_lines set is_scheduled = ${state === 'scheduled'} where sale_id = ${id}`.execute(tx)
}

/** What these variants cost now, by id; unknown ones are missing. */
export async function usualPrices(db: DbOrTx, variantIds: readonly number[]): Promise<Map<number, number>> {
  const result = await sql<{ id: number; pricePaisa: number }>`
    select id, price_paisa from variants where id = any(${[...variantIds]}::bigint[])`.execute(db)
  return new Map(result.rows.map((row) => [row.id, row.pricePaisa]))
}

/** Scheduled sales other than this one that have one of these variants in this window. */
export async function findOverlaps(
  db: DbOrTx,
  saleId: number,
  content: Pick<SaleContent, 'startsAt' | 'endsAt'>,
  variantIds: readonly number[],
): Promise<{ variantId: number; sale: { id: number; name: { en: string; bn: string } } }[]> {
  const result = await sql<{ variantId: number; sale: { id: number; name: { en: string; bn: string } } }>`
    select l.variant_id, json_build_object('id', s.id, 'name', json_build_object('en', s.name_en, 'bn', s.name_bn)) as sale
    from sale_lines l join sales s on s.id = l.sale_id
    where l.is_scheduled and l.sale_id <> ${saleId} and l.variant_id = any(${[...variantIds]}::bigint[])
      and l.during && tstzrange(${content.startsAt}::timestamptz, ${content.endsAt}::timestamptz)
    order by l.variant_id, s.id limit 200`.execute(db)
  return result.rows
}

/** Whether this instant lies ahead by the shop's clock. */
export async function isAhead(db: DbOrTx, instant: string): Promise<boolean> {
  const result = await sql<{ isAhead: boolean }>`select ${instant}::timestamptz > shop_now() as is_ahead`.execute(db)
  return result.rows[0]?.isAhead ?? false
}
