import type { BookingCourier } from '@dhakacart/contract/console-couriers.schema.ts'
import {
  notBookedVerdicts,
  type Settlement,
  type SettlementRow,
  type SettlementVerdict,
} from '@dhakacart/contract/console-settlements.schema.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export type KnownParcel = {
  bookingId: number
  orderId: number
  orderNumber: string
  consignmentId: string | null
  reference: string
  collectPaisa: number
  isDelivered: boolean
  isSettled: boolean
  /** It is the parcel that its order's receivable is about. */
  isForReceivable: boolean
}

/** Our bookings that these names belong to: consignments, or references of ours. */
export async function findParcels(
  db: DbOrTx,
  courier: BookingCourier,
  names: readonly string[],
): Promise<KnownParcel[]> {
  const result = await sql<KnownParcel>`
    select b.id as booking_id, b.order_id, o.number as order_number, b.consignment_id, b.reference, b.collect_paisa,
           coalesce(b.parcel_state in ('delivered', 'partly_delivered'), false) or owed.order_id is not null as is_delivered,
           -- What came of a parcel before it was delivered may have been its fee alone.
           case when owed.order_id is not null then owed.settled_at is not null
             else exists (select from courier_settlement_rows r where r.booking_id = b.id) end as is_settled,
           owed.order_id is not null as is_for_receivable
    from courier_bookings b join orders o on o.id = b.order_id left join receivables owed on owed.booking_id = b.id
    where b.courier = ${courier}
      and (b.consignment_id = any(${[...names]}::text[]) or b.reference = any(${[...names]}::text[]))`.execute(db)
  return result.rows
}

type NewSettlement = {
  courier: BookingCourier
  contentHash: Buffer
  fileName: string
  rowCount: number
  collectedPaisa: number
  feePaisa: number
  importedBy: number
}

/** null when the same file was imported before. Imports of one courier go one after the other, so that none overlooks another. */
export async function insert(tx: Tx, settlement: NewSettlement): Promise<number | null> {
  await sql`select pg_advisory_xact_lock(hashtext('courier_settlements'), hashtext(${settlement.courier}))`.execute(tx)
  const row = await tx
    .insertInto('courierSettlements')
    .values(settlement)
    .onConflict((conflict) => conflict.columns(['courier', 'contentHash']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export type JudgedRow = SettlementRow & { bookingId: number | null; isForReceivable: boolean }

export async function insertRows(tx: Tx, settlementId: number, rows: readonly JudgedRow[]): Promise<void> {
  const values = rows.map(({ line, parcel, bookingId, collectedPaisa, feePaisa, expectedPaisa, verdict }) => ({
    settlementId,
    line,
    parcel,
    bookingId,
    collectedPaisa,
    feePaisa,
    expectedPaisa,
    verdict,
  }))
  await tx.insertInto('courierSettlementRows').values(values).execute()
}

export async function findByHash(db: DbOrTx, courier: BookingCourier, contentHash: Buffer): Promise<number | null> {
  const row = await db
    .selectFrom('courierSettlements')
    .select('id')
    .where('courier', '=', courier)
    .where('contentHash', '=', contentHash)
    .executeTakeFirst()
  return row?.id ?? null
}

type SettlementRecord = Omit<Settlement, 'counts'> & { id: number; counts: Partial<Record<SettlementVerdict, number>> }

export async function list(db: DbOrTx, beforeId: number | null, limit: number, id: number | null = null) {
  const result = await sql<SettlementRecord>`
    select s.id, s.courier, s.file_name, s.imported_at, s.row_count, s.collected_paisa, s.fee_paisa,
           (select coalesce(sum(r.collected_paisa - r.fee_paisa), 0)::bigint from courier_settlement_rows r
            where r.settlement_id = s.id and r.verdict <> all(${[...notBookedVerdicts]}::text[])) as booked_paisa,
           (select coalesce(json_object_agg(verdict, count), '{}'::json) from (
              select verdict, count(*)::integer as count from courier_settlement_rows r
              where r.settlement_id = s.id group by verdict) counted) as counts
    from courier_settlements s
    where (${beforeId}::bigint is null or s.id < ${beforeId}) and (${id}::bigint is null or s.id = ${id})
    order by s.id desc limit ${limit}`.execute(db)
  return result.rows
}

export async function listRows(db: DbOrTx, settlementId: number): Promise<SettlementRow[]> {
  const result = await sql<SettlementRow>`
    select r.line, r.parcel, b.order_id, o.number as order_number, r.collected_paisa, r.fee_paisa, r.expected_paisa, r.verdict
    from courier_settlement_rows r
    left join courier_bookings b on b.id = r.booking_id left join orders o on o.id = b.order_id
    where r.settlement_id = ${settlementId} order by r.line`.execute(db)
  return result.rows
}
