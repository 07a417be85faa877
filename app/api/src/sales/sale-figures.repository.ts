import type { SaleFigures } from '@dhakacart/contract/console-sales.schema.ts'
import type { DbOrTx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

/** What orders that are not over have of each line of a sale. */
export async function readFigures(db: DbOrTx, saleId: number): Promise<SaleFigures> {
  const isWaiting = sql`o.state in ('pending_payment', 'pending_confirmation')`
  const lines = await sql<SaleFigures['lines'][number]>`
    select l.variant_id, l.allotment, l.allotment - l.taken_units as left,
           coalesce(sum(c.units) filter (where ${isWaiting}), 0)::integer as held,
           coalesce(sum(c.units) filter (where not ${isWaiting}), 0)::integer as sold,
           coalesce(sum(c.units * b.unit_price_paisa) filter (where not ${isWaiting}), 0)::bigint as sold_paisa
    from sale_lines l
      left join sale_claims c on c.sale_id = l.sale_id and c.variant_id = l.variant_id and c.returned_at is null
      left join orders o on o.id = c.order_id
      left join order_lines b on b.order_id = c.order_id and b.variant_id = c.variant_id
    where l.sale_id = ${saleId}
    group by l.sale_id, l.variant_id order by l.variant_id`.execute(db)
  const orders = await sql<{ orders: number }>`
    select count(distinct order_id)::integer as orders from sale_claims where sale_id = ${saleId} and returned_at is null`.execute(
    db,
  )
  return { lines: lines.rows, orders: orders.rows[0]?.orders ?? 0 }
}

/** Scheduled sales that start within their own time for warming up, with what is in them. */
export async function findStartingSoon(db: DbOrTx): Promise<{ id: number; variantIds: number[] }[]> {
  const result = await sql<{ id: number; variantIds: number[] }>`
    select s.id, json_agg(l.variant_id) as variant_ids from sales s join sale_lines l on l.sale_id = s.id
    where s.state = 'scheduled' and s.starts_at > shop_now()
      and s.starts_at <= shop_now() + make_interval(mins => s.prewarm_minutes)
    group by s.id order by s.id`.execute(db)
  return result.rows
}

/** Reads what selling these variants will read, so that it lies in PostgreSQL's memory. */
export async function touchRows(db: DbOrTx, variantIds: readonly number[]): Promise<void> {
  await sql`
    select count(*) from variants v
      join products p on p.id = v.product_id
      join stock_levels k on k.variant_id = v.id
      left join sale_lines l on l.variant_id = v.id
      left join cart_lines c on c.variant_id = v.id
    where v.id = any (${[...variantIds]}::bigint[])`.execute(db)
}
