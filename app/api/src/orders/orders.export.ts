import type { ExportedOrder } from '@dhakacart/contract/machines.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import { badRequest } from '../errors.ts'

const defaultLimit = 1_000

type Position = { placedAt: string; id: number }
type Page = { orders: ExportedOrder[]; nextCursor: string; hasMore: boolean }

/**
 * Orders behind a cursor in the order they were placed. An order carries the time its transaction began and appears when that
 * ends, so only those are shown that began before everything still in progress: none can appear behind the cursor later.
 */
export async function exportPage(db: Db, cursor: string | null, limit = defaultLimit): Promise<Page> {
  const after = cursor === null ? { placedAt: '-infinity', id: 0 } : readCursor(cursor)
  const horizon = await findHorizon(db)
  const result = await sql<ExportedOrder & { id: number; position: string }>`
    select id, number, state, total_paisa, utc_text(placed_at) as placed_at, placed_at::text as position
    from orders
    where (placed_at, id) > (${after.placedAt}::timestamptz, ${after.id}::bigint) and placed_at < ${horizon}::timestamptz
    order by placed_at, id limit ${limit + 1}`.execute(db)
  const rows = result.rows.slice(0, limit)
  const last = rows.at(-1)
  return {
    orders: rows.map(({ number, state, totalPaisa, placedAt }) => ({ number, state, totalPaisa, placedAt })),
    nextCursor: writeCursor(last === undefined ? after : { placedAt: last.position, id: last.id }),
    hasMore: result.rows.length > limit,
  }
}

/** When the oldest transaction in progress began. Asked in a statement of its own, so that what it sees is older than the page. */
async function findHorizon(db: Db): Promise<string> {
  const result = await sql<{ horizon: string }>`
    select least(shop_now(), min(xact_start))::text as horizon
    from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`.execute(db)
  return result.rows[0]?.horizon as string
}

const positionPattern = /^(-infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?)$/

function writeCursor({ placedAt, id }: Position): string {
  return Buffer.from(JSON.stringify([placedAt, id])).toString('base64url')
}

function readCursor(cursor: string): Position {
  try {
    const [placedAt, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    if (typeof placedAt === 'string' && positionPattern.test(placedAt) && Number.isSafeInteger(id)) {
      return { placedAt, id: id as number }
    }
  } catch (error) {
    throw badRequest('The cursor cannot be read. Start at the first page.', error)
  }
  throw badRequest('The cursor cannot be read. Start at the first page.')
}
