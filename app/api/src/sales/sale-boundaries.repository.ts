import type { Db } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export type SaleBoundary = {
  at: string
  productIds: number[]
}

/** A day and the longest time between two looks at it: what is kept until then must not live longer. */
const horizonHours = 25
/** More openings and endings in one day than any calendar of sales has. */
const boundariesMax = 50

/** The instants of the coming day at which a scheduled sale opens or ends, the next first, with the products whose prices switch. */
export async function listSaleBoundaries(db: Db): Promise<SaleBoundary[]> {
  const { rows } = await sql<SaleBoundary>`
    select utc_text(b.at) as at, json_agg(distinct v.product_id) as product_ids
    from sales s
    cross join lateral (values (s.starts_at), (s.ends_at)) as b (at)
    join sale_lines l on l.sale_id = s.id
    join variants v on v.id = l.variant_id
    where s.state = 'scheduled' and b.at > shop_now() and b.at <= shop_now() + make_interval(hours => ${horizonHours})
    group by b.at order by b.at limit ${boundariesMax}`.execute(db)
  return rows
}
