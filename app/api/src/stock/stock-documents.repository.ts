import type { StockDocument } from '@dhakacart/contract/console-stock.schema.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export type DocumentKind = StockDocument['kind']
export type DocumentReason = StockDocument['reason']

type NewDocument = {
  key: string
  requestHash: Buffer
  kind: DocumentKind
  reason: DocumentReason
  note: string
  staffId: number
}

/**
 * Begins a document; null when its key was used, whose first request has committed then. Whoever comes while that one is at
 * work waits here.
 */
export async function insertDocument(tx: Tx, document: NewDocument): Promise<number | null> {
  const row = await tx
    .insertInto('stockDocuments')
    .values(document)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function findByKey(db: DbOrTx, key: string): Promise<{ id: number; requestHash: Buffer } | null> {
  const row = await db
    .selectFrom('stockDocuments')
    .select(['id', 'requestHash'])
    .where('key', '=', key)
    .executeTakeFirst()
  return row ?? null
}

export type LevelDelta = { variantId: number; onHandChange: number }
export type LockedLevel = { variantId: number; sku: string; onHand: number; held: number }

/** Locks the levels of variants in ascending id, as orders do, so that nobody deadlocks. Unknown variants are left out. */
export async function lockLevels(tx: Tx, variantIds: readonly number[]): Promise<LockedLevel[]> {
  const { rows } = await sql<LockedLevel>`
    select s.variant_id, v.sku, s.on_hand, s.held
    from stock_levels s join variants v on v.id = s.variant_id
    where s.variant_id = any(${[...variantIds]}::bigint[])
    order by s.variant_id for update of s`.execute(tx)
  return rows
}

/** Changes locked levels and writes the ledger, each change with the document that causes it. */
export async function moveUnits(
  tx: Tx,
  document: { id: number; kind: DocumentKind; reason: DocumentReason },
  deltas: readonly LevelDelta[],
): Promise<void> {
  const variantIds = deltas.map(({ variantId }) => variantId)
  const changes = deltas.map(({ onHandChange }) => onHandChange)
  const kind = document.kind === 'receipt' ? 'received' : 'adjusted'
  await sql`
    with wanted as (
      select * from unnest(${variantIds}::bigint[], ${changes}::integer[]) as w (variant_id, change)
    ), changed as (
      update stock_levels s set on_hand = s.on_hand + w.change from wanted w where s.variant_id = w.variant_id
    )
    insert into stock_movements (variant_id, kind, on_hand_change, held_change, cause, document_id)
    select variant_id, ${kind}, change, 0, ${document.reason}, ${document.id}::bigint from wanted`.execute(tx)
}

/** Documents with what they changed: the one with the id, or those before `afterId`, newest first. */
export async function listDocuments(
  db: DbOrTx,
  filter: { id?: number; kind?: DocumentKind; afterId?: number | null; limit: number },
): Promise<StockDocument[]> {
  const { rows } = await sql<StockDocument>`
    select d.id, d.kind, d.reason, d.note, st.name as staff_name, utc_text(d.created_at) as created_at,
      (select coalesce(json_agg(json_build_object('variantId', m.variant_id, 'sku', v.sku, 'onHandChange', m.on_hand_change,
         'onHand', (select sum(b.on_hand_change) from stock_movements b where b.variant_id = m.variant_id and b.id <= m.id)
       ) order by m.variant_id), '[]')
       from stock_movements m join variants v on v.id = m.variant_id where m.document_id = d.id) as lines
    from stock_documents d join staff st on st.id = d.staff_id
    where (${filter.id ?? null}::bigint is null or d.id = ${filter.id ?? null})
      and (${filter.kind ?? null}::text is null or d.kind = ${filter.kind ?? null})
      and (${filter.afterId ?? null}::bigint is null or d.id < ${filter.afterId ?? null})
    order by d.id desc limit ${filter.limit}`.execute(db)
  return rows
}
