import type { MailboxMessage } from '@dhakacart/contract/mailbox.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import { removal } from '../jobs/jobs.service.ts'

export type NewMessage = Omit<MailboxMessage, 'id' | 'sentAt'> & { jobId: number; orderId: number | null }

/** Writes the message and removes its job in one statement: a job that is gone already writes nothing. */
export async function deliver(db: Db, message: NewMessage): Promise<void> {
  await sql`
    with done as (${removal(message.jobId)})
    insert into messages (job_id, order_id, channel, recipient, language, subject, body)
    select id, ${message.orderId}::bigint, ${message.channel}, ${message.recipient}, ${message.language},
           ${message.subject}, ${message.body}
    from done`.execute(db)
}

/** Messages newest first, from the one before `beforeId`. */
export async function list(db: Db, beforeId: number | null, limit: number): Promise<MailboxMessage[]> {
  const result = await sql<MailboxMessage>`
    select id, channel, recipient, language, subject, body, utc_text(sent_at) as sent_at
    from messages where ${beforeId}::bigint is null or id < ${beforeId}::bigint
    order by id desc limit ${limit}`.execute(db)
  return result.rows
}
