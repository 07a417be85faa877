import type { Language } from '@dhakacart/contract/language.ts'
import type { MailboxMessage } from '@dhakacart/contract/mailbox.schema.ts'
import type { Db, DbOrTx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import { removal } from '../jobs/jobs.service.ts'

export type Channel = 'sms' | 'email'

export type NewMessage = {
  jobId: number
  orderId: number | null
  template: string
  channel: Channel
  recipient: string
  language: Language
  /** null for SMS. */
  subject: string | null
  body: string
  /** UTC; not worth sending afterwards. null: a day from now. */
  sendUntil: string | null
  /** Who asked for it to be sent again; null for everything the shop sends by itself. */
  requestedBy: number | null
}

/** How a new message starts: on its way to a provider, done where the mailbox is the provider, or lost where there is none. */
export type FirstState =
  | { state: 'queued' }
  | { state: 'sent'; provider: 'mailbox' }
  | { state: 'failed'; failure: string }

/** Order messages to one recipient in a day. A large order has eight; more is somebody bombing a number with orders. */
const maxPerRecipientDay = 30

/**
 * Writes the message and removes its job in one statement: a job that is gone already writes nothing. Beyond the limit per
 * recipient the message is written as failed and never sent; codes have limits of their own.
 */
export async function deliver(db: Db, message: NewMessage, first: FirstState): Promise<void> {
  const { provider, failure } = { provider: null, failure: null, ...first }
  await sql`
    with done as (${removal(message.jobId)}), recent as (
      select count(*) >= ${maxPerRecipientDay}::integer and ${message.template} <> 'code' as is_too_many
      from (
        select from messages
        where recipient = ${message.recipient} and created_at > shop_now() - interval '1 day' and template <> 'code'
        limit ${maxPerRecipientDay}
      ) r
    )
    insert into messages (
      job_id, order_id, template, channel, recipient, language, subject, body, requested_by,
      state, provider, failure, sent_at, due_at, send_until)
    select id, ${message.orderId}::bigint, ${message.template}, ${message.channel}, ${message.recipient}, ${message.language},
           ${message.subject}, ${message.body}, ${message.requestedBy}::bigint,
           case when is_too_many then 'failed' else ${first.state} end,
           case when is_too_many then null else ${provider} end,
           case when is_too_many then 'too_many' else ${failure} end,
           case when ${first.state} = 'sent' and not is_too_many then shop_now() end,
           case when ${first.state} = 'queued' and not is_too_many then shop_now() end,
           coalesce(${message.sendUntil}::timestamptz, shop_now() + interval '1 day')
    from done, recent`.execute(db)
}

/** A message as it was written. Throws when it is gone. */
export async function readWritten(
  db: Db,
  id: number,
): Promise<Omit<NewMessage, 'jobId' | 'sendUntil' | 'requestedBy'>> {
  const result = await sql<Omit<NewMessage, 'jobId' | 'sendUntil' | 'requestedBy'>>`
    select order_id, template, channel, recipient, language, subject, body from messages where id = ${id}`.execute(db)
  const [row] = result.rows
  if (row === undefined) throw new Error(`message ${id} is not there`)
  return row
}

/** What texts say of an order besides what its page shows: the advance, and the last shipment. */
export async function orderFacts(
  db: Db,
  orderId: number,
): Promise<{ advancePaisa: number; shipment: { courier: string; trackingCode: string | null } | null }> {
  const result = await sql<{ advancePaisa: number; courier: string | null; trackingCode: string | null }>`
    select o.advance_paisa, s.courier, s.tracking_number as tracking_code
    from orders o
      left join lateral (
        select courier, tracking_number from shipments where order_id = o.id order by id desc limit 1
      ) s on true
    where o.id = ${orderId}`.execute(db)
  const { advancePaisa = 0, courier = null, trackingCode = null } = result.rows[0] ?? {}
  return { advancePaisa, shipment: courier === null ? null : { courier: courierName(courier), trackingCode } }
}

const courierNames: Record<string, string> = { pathao: 'Pathao', steadfast: 'Steadfast', redx: 'RedX' }

/** Our own riders and couriers without a name of their own are DhakaCart's to the customer. */
function courierName(courier: string): string {
  return courierNames[courier] ?? 'DhakaCart'
}

/** Messages newest first, from the one before `beforeId`. */
export async function list(db: Db, beforeId: number | null, limit: number): Promise<MailboxMessage[]> {
  const result = await sql<MailboxMessage>`
    select id, channel, recipient, language, subject, body, state, utc_text(created_at) as sent_at
    from messages where ${beforeId}::bigint is null or id < ${beforeId}::bigint
    order by id desc limit ${limit}`.execute(db)
  return result.rows
}

/**
 * Takes a person out of what was sent to them or about their orders: recipient and texts go, that and when something was sent
 * stays. What still waits is not sent any more. In the transaction that erases the person.
 */
export async function forgetRecipients(
  tx: DbOrTx,
  recipients: readonly string[],
  orderIds: readonly number[] = [],
): Promise<void> {
  await sql`
    update messages
    set recipient = '', subject = null, body = '', due_at = null,
        state = case when state in ('queued', 'sending') then 'failed' else state end,
        failure = case when state in ('queued', 'sending') then 'erased' else failure end
    where recipient = any(${[...recipients]}::text[]) or order_id = any(${[...orderIds]}::bigint[])`.execute(tx)
}
