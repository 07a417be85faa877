import type { Db } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import type { Channel } from './messages.repository.ts'
import type { DeliveryReport, OutgoingMessage } from './providers/provider.ts'

/** The text of a code without the code. */
const hidden = sql`regexp_replace(body, '[0-9]{6}', '••••••', 'g')`

export type ClaimedMessage = OutgoingMessage & { template: string; attempts: number }

/**
 * Takes up to `limit` messages of a channel that are due, codes or everything else, and marks them as being sent: whoever finds
 * one still so after `leaseSeconds` knows that its sender died and that nobody knows whether it went out.
 */
export async function claim(
  db: Db,
  channel: Channel,
  isCode: boolean,
  limit: number,
  leaseSeconds: number,
): Promise<ClaimedMessage[]> {
  const result = await sql<ClaimedMessage>`
    with due as materialized (
      select id from messages
      where state = 'queued' and due_at <= shop_now() and send_until > shop_now()
        and channel = ${channel} and (template = 'code') = ${isCode}
      order by due_at, id
      limit ${limit}
      for update skip locked
    )
    update messages
    set state = 'sending', attempts = attempts + 1, due_at = shop_now() + make_interval(secs => ${leaseSeconds}::integer)
    from due
    where messages.id = due.id
    returning messages.id, recipient, subject, body, template, attempts`.execute(db)
  return result.rows
}

export type Settlement = {
  state: 'sent' | 'failed' | 'unknown' | 'queued'
  provider: string
  providerMessageId: string | null
  failure: string | null
  /** Seconds until it is looked at again; null: never. */
  dueInSeconds: number | null
  /** true: the digits of the code are of no use any more. */
  hidesDigits: boolean
}

/** Writes down what became of an attempt, unless somebody else did meanwhile. */
export async function settle(db: Db, { id, attempts }: ClaimedMessage, outcome: Settlement): Promise<boolean> {
  const result = await sql`
    update messages
    set state = ${outcome.state}, provider = ${outcome.provider}, provider_message_id = ${outcome.providerMessageId},
        failure = ${outcome.failure}, sent_at = case when ${outcome.state} = 'sent' then shop_now() end,
        due_at = shop_now() + make_interval(secs => ${outcome.dueInSeconds}::integer),
        body = case when ${outcome.hidesDigits}::boolean then ${hidden} else body end
    where id = ${id} and state = 'sending' and attempts = ${attempts}
    returning id`.execute(db)
  return result.rows.length > 0
}

/** Ends what waited too long, and what was being sent by somebody who died; returns how many of each. */
export async function sweep(
  db: Db,
  keepsCodes: boolean,
  limit: number,
): Promise<{ lateCount: number; lostCount: number }> {
  const ended = sql`
    select id, state from messages
    where (state = 'sending' and due_at <= shop_now()) or (state = 'queued' and due_at is not null and send_until <= shop_now())
    order by id limit ${limit} for update skip locked`
  const result = await sql<{ lateCount: number; lostCount: number }>`
    with ended as materialized (${ended}), changed as (
      update messages
      set state = case ended.state when 'queued' then 'failed' else 'unknown' end, due_at = null,
          failure = case ended.state when 'queued' then 'too_late' else 'worker_lost' end,
          body = case when template = 'code' and not ${keepsCodes}::boolean then ${hidden} else body end
      from ended where messages.id = ended.id
      returning ended.state
    )
    select (count(*) filter (where state = 'queued'))::integer as late_count,
           (count(*) filter (where state = 'sending'))::integer as lost_count
    from changed`.execute(db)
  return result.rows[0] ?? { lateCount: 0, lostCount: 0 }
}

export type DueReport = { id: number; providerMessageId: string }

/** Takes up to `limit` sent messages whose delivery is to be asked for, and says when the next time is, if there is one. */
export async function claimReports(
  db: Db,
  channel: Channel,
  pausesSeconds: readonly number[],
  limit: number,
): Promise<DueReport[]> {
  const result = await sql<DueReport>`
    with due as materialized (
      select id from messages
      where state = 'sent' and due_at <= shop_now() and channel = ${channel} and provider_message_id is not null
      order by due_at, id limit ${limit} for update skip locked
    )
    update messages
    set report_checks = report_checks + 1,
        due_at = shop_now() + make_interval(secs => (${[...pausesSeconds]}::integer[])[report_checks + 2])
    from due
    where messages.id = due.id
    returning messages.id, provider_message_id`.execute(db)
  return result.rows
}

export async function settleReport(db: Db, id: number, report: Exclude<DeliveryReport, 'sent'>): Promise<void> {
  await sql`
    update messages set state = ${report}, due_at = null, failure = case when ${report} = 'failed' then 'undelivered' end
    where id = ${id} and state = 'sent'`.execute(db)
}

/** How many wait and how many nobody knows the fate of, for metrics; the latter of the last day. */
export async function count(db: Db): Promise<{ waiting: number; unknown: number }> {
  const result = await sql<{ waiting: number; unknown: number }>`
    select (select count(*) from messages where state in ('queued', 'sending') and due_at is not null)::integer as waiting,
           (select count(*) from messages where state = 'unknown' and created_at > shop_now() - interval '1 day')::integer as unknown`.execute(
    db,
  )
  return result.rows[0] ?? { waiting: 0, unknown: 0 }
}

/** Deletes up to `limit` messages older than `days`; those of orders are kept with them. Returns how many. */
export async function deleteOld(db: Db, days: number, limit: number): Promise<number> {
  const result = await sql`
    delete from messages where id in (
      select id from messages
      where order_id is null and created_at < shop_now() - make_interval(days => ${days}::integer)
      order by created_at limit ${limit}
    ) returning id`.execute(db)
  return result.rows.length
}
