import type { ConsoleMessage } from '@dhakacart/contract/console-messages.schema.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export type MessageFilter = {
  id?: number | undefined
  orderId?: number | undefined
  state?: ConsoleMessage['state'] | undefined
}

/** What may be sent again: what is not on its way, belongs to an order and a person, and was not sent again before. */
const canSendAgain = sql`
  m.order_id is not null and m.recipient <> '' and m.sent_again_at is null and m.state not in ('queued', 'sending')`

/** Messages newest first, from the one before `beforeId`. */
export async function list(
  db: DbOrTx,
  { id, orderId, state }: MessageFilter,
  beforeId: number | null,
  limit: number,
): Promise<ConsoleMessage[]> {
  const result = await sql<ConsoleMessage>`
    select m.id, m.order_id, o.number as order_number, m.template, m.channel, m.language, m.recipient, m.subject, m.body, m.state,
           m.failure, m.provider, m.attempts, utc_text(m.created_at) as created_at, utc_text(m.sent_at) as sent_at,
           s.name as requested_by, ${canSendAgain} as can_send_again
    from messages m
      left join orders o on o.id = m.order_id
      left join staff s on s.id = m.requested_by
    where (${beforeId}::bigint is null or m.id < ${beforeId}::bigint)
      and (${id ?? null}::bigint is null or m.id = ${id ?? null}::bigint)
      and (${orderId ?? null}::bigint is null or m.order_id = ${orderId ?? null}::bigint)
      and (${state ?? null}::text is null or m.state = ${state ?? null}::text)
    order by m.id desc limit ${limit}`.execute(db)
  return result.rows
}

/** Marks a message as sent again; false when it was before, or cannot be. Twice at once, one gets true. */
export async function markSentAgain(tx: Tx, id: number): Promise<boolean> {
  const result = await sql`
    update messages m set sent_again_at = shop_now() where m.id = ${id} and ${canSendAgain} returning m.id`.execute(tx)
  return result.rows.length > 0
}

export async function wasSentAgain(tx: Tx, id: number): Promise<boolean> {
  const row = await tx.selectFrom('messages').select('sentAgainAt').where('id', '=', id).executeTakeFirst()
  return row !== undefined && row.sentAgainAt !== null
}
