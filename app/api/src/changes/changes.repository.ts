import type { ChangedProduct } from '@dhakacart/contract/changes.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { type SqlBool, sql } from 'kysely'

export type ProductNames = ChangedProduct & { id: number }

/**
 * The transactions since `position` that changed something of which any page may show a part; null when there is none.
 * Transactions, because one that is still open makes the same change be told of again. And the shop's clock.
 */
export async function findShownChange(db: Db, position: string): Promise<{ mark: string | null; now: string }> {
  const isNew = sql<SqlBool>`changed_in >= ${position}::xid8 and changed_in < pg_snapshot_xmax(pg_current_snapshot())`
  const { rows } = await sql<{ mark: string | null; now: string }>`
    select utc_text(shop_now()) as now, (
      select string_agg(changed_in::text, ' ' order by changed_in) from (
        select changed_in from shown_tables where ${isNew}
        union select changed_in from brands where ${isNew}
        union select changed_in from categories where ${isNew}
      ) as changed
    ) as mark`.execute(db)
  const [found] = rows
  if (found === undefined) throw new Error('PostgreSQL answered a select without from with no row')
  return found
}

/** Where these products stand, published or not. */
export async function nameProducts(db: Db, ids: readonly number[], position: string): Promise<ProductNames[]> {
  if (ids.length === 0) return []
  const isNew = (column: string) => sql<SqlBool>`${sql.ref(column)} >= ${position}::xid8`
  const { rows } = await sql<ProductNames>`
    select p.id,
      to_json(array(select p.slug union all select slug from slug_redirects where product_id = p.id)) as slugs,
      to_json(array_remove(array[c.slug, above.slug], null)) as category_slugs,
      ${isNew('p.changed_in')} or exists (select from variants v where v.product_id = p.id and ${isNew('v.changed_in')})
        as is_edited
    from products p
    join categories c on c.id = p.category_id
    left join categories above on above.id = c.parent_id
    where p.id = any(${[...ids]}::bigint[])
    order by p.id`.execute(db)
  return rows
}
