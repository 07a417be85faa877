import { type Overview, overviewDays } from '@dhakacart/contract/overview.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

/** Orders and money of each of the last fourteen days in Dhaka, oldest first; a day without orders is there with zeros. */
export async function listDays(db: Db): Promise<Overview['series']> {
  const result = await sql<Overview['series'][number]>`
    with bounds as (
      select (shop_now() at time zone 'Asia/Dhaka')::date as today
    ), days as (
      select generate_series(today - ${sql.lit(overviewDays - 1)}, today, interval '1 day')::date as day from bounds
    ), placed as (
      select (o.placed_at at time zone 'Asia/Dhaka')::date as day, count(*) as orders,
        -- What nobody has paid or confirmed yet may never be sold.
        sum(o.total_paisa) filter (where o.state not in ('pending_payment', 'pending_confirmation'))::bigint as total_paisa
      from orders o, bounds
      where o.placed_at >= (bounds.today - ${sql.lit(overviewDays - 1)})::timestamp at time zone 'Asia/Dhaka'
        and o.state not in ('expired', 'cancelled')
      group by 1
    )
    select to_char(days.day, 'YYYY-MM-DD') as day, coalesce(p.orders, 0) as orders, coalesce(p.total_paisa, 0) as total_paisa
    from days left join placed p on p.day = days.day order by days.day`.execute(db)
  return result.rows
}

/** What waits, by what has to be done. The open orders have an index of their own. */
export async function countWaiting(db: Db): Promise<Overview['waiting']> {
  const result = await sql<Overview['waiting']>`
    select
      count(*) filter (where state = 'pending_confirmation') as to_confirm,
      count(*) filter (where state = 'pending_payment') as to_pay,
      count(*) filter (where state = 'confirmed') as to_pack,
      count(*) filter (where state = 'packed') as to_ship,
      count(*) filter (where state = 'shipped') as on_the_way,
      (select count(*) from order_returns where state in ('requested', 'approved')) as returns
    from orders where state not in ('delivered', 'cancelled', 'expired', 'returned')`.execute(db)
  return result.rows[0] as Overview['waiting']
}

export async function countStock(db: Db): Promise<{ soldOut: number; nearlySoldOut: number }> {
  const result = await sql<{ soldOut: number; nearlySoldOut: number }>`
    select count(*) filter (where available <= 0) as sold_out,
           count(*) filter (where available between 1 and 5) as nearly_sold_out
    from (
      select coalesce(s.on_hand - s.held, 0) as available
      from variants v join products p on p.id = v.product_id left join stock_levels s on s.variant_id = v.id
      where v.is_published and p.is_published
    ) a`.execute(db)
  return result.rows[0] as { soldOut: number; nearlySoldOut: number }
}
