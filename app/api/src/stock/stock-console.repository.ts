import type { Movement, StockItem } from '@dhakacart/contract/console-stock.schema.ts'
import type { DbOrTx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

const item = sql`
  select v.id as variant_id, v.sku, p.id as product_id, json_build_object('en', p.name_en, 'bn', p.name_bn) as name,
    v.options, v.picture_id, v.price_paisa, p.is_published and v.is_published as is_published,
    coalesce(s.on_hand, 0) as on_hand, coalesce(s.held, 0) as held, coalesce(s.on_hand - s.held, 0) as available
  from variants v join products p on p.id = v.product_id left join stock_levels s on s.variant_id = v.id`

export async function findItem(db: DbOrTx, by: { variantId: number } | { sku: string }): Promise<StockItem | null> {
  const isWanted = 'sku' in by ? sql`v.sku = ${by.sku}` : sql`v.id = ${by.variantId}`
  const { rows } = await sql<StockItem>`${item} where ${isWanted}`.execute(db)
  return rows[0] ?? null
}

/** Variants in the order of the SKU, from the one after `afterSku`. */
export async function listItems(
  db: DbOrTx,
  filter: { query?: string; afterSku: string | null; limit: number },
): Promise<StockItem[]> {
  const { rows } = await sql<StockItem>`
    ${item}
    where ${hasWords(filter.query)} and (${filter.afterSku}::text is null or v.sku > ${filter.afterSku})
    order by v.sku limit ${filter.limit}`.execute(db)
  return rows
}

/** Published variants of which at most `availableMax` units can be sold, the fewest first. */
export async function listScarceItems(
  db: DbOrTx,
  filter: {
    query?: string
    availableMax: number
    after: { available: number; variantId: number } | null
    limit: number
  },
): Promise<StockItem[]> {
  const available = sql`coalesce(s.on_hand - s.held, 0)`
  const isAfter =
    filter.after === null
      ? sql`true`
      : sql`(${available}, v.id) > (${filter.after.available}::integer, ${filter.after.variantId}::bigint)`
  const { rows } = await sql<StockItem>`
    ${item}
    where p.is_published and v.is_published and ${available} <= ${filter.availableMax} and ${hasWords(filter.query)} and ${isAfter}
    order by ${available}, v.id limit ${filter.limit}`.execute(db)
  return rows
}

function hasWords(text: string | undefined): RawBuilder<SqlBool> {
  if (text === undefined) return sql`true`
  const pattern = `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
  return sql`(v.sku ilike ${pattern}
    or (p.name_en || ' ' || p.name_bn || ' ' || p.model_number || ' ' || p.slug) ilike ${pattern})`
}

/**
 * The ledger of a variant before `afterId`, newest first, each row with the balance after it: the level as it is now less what
 * came later, so the newest row always shows what is on hand.
 */
export async function listMovements(
  db: DbOrTx,
  variantId: number,
  afterId: number | null,
  limit: number,
): Promise<Movement[]> {
  const { rows } = await sql<Movement>`
    with newer as (
      select coalesce(sum(on_hand_change), 0) as on_hand, coalesce(sum(held_change), 0) as held
      from stock_movements where variant_id = ${variantId} and ${afterId}::bigint is not null and id >= ${afterId}
    ), page as (
      select * from stock_movements
      where variant_id = ${variantId} and (${afterId}::bigint is null or id < ${afterId})
      order by id desc limit ${limit}
    )
    select m.id, m.kind, m.on_hand_change, m.held_change,
      (s.on_hand - newer.on_hand - coalesce(sum(m.on_hand_change) over later, 0))::integer as on_hand,
      (s.held - newer.held - coalesce(sum(m.held_change) over later, 0))::integer as held,
      o.number as order_number, m.cause, utc_text(m.moved_at) as moved_at,
      case when d.id is null then null else json_build_object('id', d.id, 'kind', d.kind, 'reason', d.reason, 'note', d.note,
        'staffName', st.name) end as document
    from page m
    join stock_levels s on s.variant_id = m.variant_id
    cross join newer
    left join orders o on o.id = m.order_id
    left join stock_documents d on d.id = m.document_id
    left join staff st on st.id = d.staff_id
    window later as (order by m.id desc rows between unbounded preceding and 1 preceding)
    order by m.id desc`.execute(db)
  return rows
}
