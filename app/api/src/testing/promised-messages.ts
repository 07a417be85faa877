import type { Db } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

/** The templates of the messages that an order's customer was promised by one channel, oldest first; no worker may run beside. */
export async function promisedMessages(
  db: Db,
  orderId: number,
  channel: 'sms' | 'email' = 'sms',
): Promise<{ template: string; amountPaisa: number | null }[]> {
  const { rows } = await sql<{ template: string; amountPaisa: number | null }>`
    select payload ->> 'template' as template, (payload -> 'data' ->> 'amountPaisa')::bigint as amount_paisa from jobs
    where kind = 'messages.send' and payload ->> 'orderId' = ${String(orderId)} and payload ->> 'channel' = ${channel}
    order by id`.execute(db)
  return rows
}
