import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../connect.ts'

export type SaleFixture = {
  startsAt: Date
  endsAt: Date
  name?: string
  limitPerCustomer?: number | null
  hasWaitingRoom?: boolean
  prewarmMinutes?: number
  lines: readonly { variantId: number; pricePaisa: number; allotment: number }[]
}

/** Adds a scheduled sale; returns its id. */
export async function addSale(
  db: Db,
  {
    startsAt,
    endsAt,
    name = 'Eid sale',
    limitPerCustomer = null,
    hasWaitingRoom = false,
    prewarmMinutes = 0,
    lines,
  }: SaleFixture,
): Promise<number> {
  const result = await sql<{ id: number }>`
    with made as (
      insert into sales (creation_key, name_en, name_bn, starts_at, ends_at, prewarm_minutes, limit_per_customer, has_waiting_room, state)
      values (${randomUUID()}, ${name}, 'ঈদ সেল', ${startsAt}, ${endsAt}, ${prewarmMinutes}, ${limitPerCustomer}, ${hasWaitingRoom},
              'scheduled')
      returning id, starts_at, ends_at
    ), lines as (
      insert into sale_lines (sale_id, variant_id, price_paisa, allotment, during, is_scheduled)
      select made.id, l.variant_id, l.price_paisa, l.allotment, tstzrange(made.starts_at, made.ends_at), true
      from made, unnest(
        ${lines.map((line) => line.variantId)}::bigint[], ${lines.map((line) => line.pricePaisa)}::bigint[],
        ${lines.map((line) => line.allotment)}::integer[]) as l (variant_id, price_paisa, allotment)
    )
    select id from made`.execute(db)
  return result.rows[0]?.id ?? 0
}
