import type { MailboxMessage } from '@dhakacart/contract/mailbox.schema.ts'
import type { Db, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export type NewMessage = Omit<MailboxMessage, 'id' | 'sentAt'> & { jobId: number; orderId: number | null }

export async function insert(tx: Tx, message: NewMessage): Promise<void> {
  await tx.insertInto('messages').values(message).execute()
}

/** Messages newest first, from the one before `beforeId`. */
export async function list(db: Db, beforeId: number | null, limit: number): Promise<MailboxMessage[]> {
  const result = await sql<MailboxMessage>`
    select id, channel, recipient, language, subject, body, utc_text(sent_at) as sent_at
    from messages where ${beforeId}::bigint is null or id < ${beforeId}::bigint
    order by id desc limit ${limit}`.execute(db)
  return result.rows
}
