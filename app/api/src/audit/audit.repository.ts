import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'

export type NewAuditEntry = {
  staffId: number | null
  staffName: string
  staffRole: string
  action: string
  subject: string
  detail: object
}

export async function insert(tx: Tx, { detail, ...entry }: NewAuditEntry): Promise<void> {
  await tx
    .insertInto('auditEntries')
    .values({ ...entry, detail: JSON.stringify(detail) })
    .execute()
}

/** An entry with everything that a seal covers, in one spelling. */
export type SealedContent = {
  id: number
  /** UTC with microseconds, all that the column holds. */
  doneAt: string
  staffId: number | null
  staffName: string
  staffRole: string
  action: string
  subject: string
  /** The text PostgreSQL writes for the value: keys in its order, numbers as they were given. */
  detail: string
}

const sealedContent = sql`
  e.id, to_char(e.done_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as done_at,
  e.staff_id, e.staff_name, e.staff_role, e.action, e.subject, e.detail::text as detail`

/** One process seals at a time; false when another does. Ends with the transaction. */
export async function lockChain(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ isMine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('audit_seals')) as is_mine`.execute(tx)
  return rows[0]?.isMine === true
}

export type Seal = { position: number; hash: Buffer }

export async function lastSeal(db: DbOrTx): Promise<Seal | null> {
  const last = await db
    .selectFrom('auditSeals')
    .select(['position', 'hash'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? null
}

export async function sealAt(db: DbOrTx, position: number): Promise<Seal | null> {
  const found = await db
    .selectFrom('auditSeals')
    .select(['position', 'hash'])
    .where('position', '=', position)
    .executeTakeFirst()
  return found ?? null
}

/**
 * Entries without a seal, in the order of their ids. An entry may be committed after one with a higher id, but not ten thousand
 * later, so that is how far back it looks; the check of the whole chain would tell of one that was missed.
 */
export async function listUnsealed(tx: Tx, limit: number): Promise<SealedContent[]> {
  const { rows } = await sql<SealedContent>`
    select ${sealedContent} from audit_entries e
    where e.id > (select coalesce(max(entry_id), 0) from audit_seals) - 10000
      and not exists (select from audit_seals s where s.entry_id = e.id)
    order by e.id limit ${limit}`.execute(tx)
  return rows
}

export async function insertSeals(tx: Tx, seals: { position: number; entryId: number; hash: Buffer }[]): Promise<void> {
  await tx.insertInto('auditSeals').values(seals).execute()
}

export type ChainLink = Seal & { entryId: number; content: SealedContent | null }

/** The next links after a position, each with the entry it seals; null where that entry is gone. */
export async function listLinks(db: Db, afterPosition: number, limit: number): Promise<ChainLink[]> {
  const { rows } = await sql<Seal & { entryId: number } & Omit<SealedContent, 'id'> & { id: number | null }>`
    select s.position, s.hash, s.entry_id, ${sealedContent}
    from audit_seals s left join audit_entries e on e.id = s.entry_id
    where s.position > ${afterPosition} order by s.position limit ${limit}`.execute(db)
  return rows.map(({ position, hash, entryId, id, ...content }) => ({
    position,
    hash,
    entryId,
    content: id === null ? null : { ...content, id },
  }))
}

/** Entries that should have been sealed long ago. */
export async function countForgotten(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from audit_entries e
    where e.done_at < shop_now() - interval '10 minutes'
      and not exists (select from audit_seals s where s.entry_id = e.id)`.execute(db)
  return rows[0]?.count ?? 0
}

export type ChainState = {
  sealedCount: number
  lastHash: Buffer | null
  checkedAt: string | null
  problem: string | null
}

export async function keepCheck(
  db: Db,
  { sealedCount, lastHash, problem }: Omit<ChainState, 'checkedAt'>,
): Promise<void> {
  await sql`
    insert into audit_checks (checked_at, sealed_count, last_hash, problem)
    values (shop_now(), ${sealedCount}, ${lastHash}, ${problem})
    on conflict (is_only) do update set checked_at = excluded.checked_at, sealed_count = excluded.sealed_count,
      last_hash = excluded.last_hash, problem = excluded.problem`.execute(db)
}

export async function lastCheck(db: Db): Promise<ChainState> {
  const { rows } = await sql<ChainState>`
    select sealed_count, last_hash, utc_text(checked_at) as checked_at, problem from audit_checks`.execute(db)
  return rows[0] ?? { sealedCount: 0, lastHash: null, checkedAt: null, problem: null }
}

export type AuditFilter = {
  staffId?: number | undefined
  action?: string | undefined
  subject?: string | undefined
  /** Days in Dhaka, both included. */
  from?: string | undefined
  to?: string | undefined
}

export type AuditRow = Omit<SealedContent, 'detail'> & {
  subjectName: string | null
  detail: unknown
  isSealed: boolean
}

/** A kind of thing, one thing by its id, or an order by its number. */
function isAbout(subject: string): RawBuilder<unknown> {
  const [kind = '', id] = subject.split(':')
  if (id === undefined) return sql`starts_with(e.subject, ${`${kind}:`})`
  if (kind !== 'order' || /^\d+$/.test(id)) return sql`e.subject = ${subject}`
  return sql`e.subject = (select 'order:' || o.id from orders o where o.number = ${id})`
}

/** The id in `kind:id`, where it is one of ours. */
const subjectId = sql`substring(e.subject, ':([0-9]{1,18})$')::bigint`

/** Entries before an id, newest first. */
export async function list(db: Db, filter: AuditFilter, beforeId: number | null, limit: number): Promise<AuditRow[]> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (beforeId !== null) conditions.push(sql`e.id < ${beforeId}`)
  if (filter.staffId !== undefined) conditions.push(sql`e.staff_id = ${filter.staffId}`)
  if (filter.subject !== undefined) conditions.push(isAbout(filter.subject))
  if (filter.action?.includes('.')) conditions.push(sql`e.action = ${filter.action}`)
  else if (filter.action !== undefined) conditions.push(sql`starts_with(e.action, ${`${filter.action}.`})`)
  const dhaka = (day: string) => sql`${day}::timestamp at time zone 'Asia/Dhaka'`
  if (filter.from !== undefined) conditions.push(sql`e.done_at >= ${dhaka(filter.from)}`)
  if (filter.to !== undefined) conditions.push(sql`e.done_at < ${dhaka(filter.to)} + interval '1 day'`)
  const { rows } = await sql<AuditRow>`
    select e.id, utc_text(e.done_at) as done_at, e.staff_id, e.staff_name, e.staff_role, e.action, e.subject, e.detail,
      case split_part(e.subject, ':', 1)
        when 'order' then (select o.number from orders o where o.id = ${subjectId})
        when 'staff' then (select p.name from staff p where p.id = ${subjectId})
      end as subject_name,
      exists (select from audit_seals s where s.entry_id = e.id) as is_sealed
    from audit_entries e where ${sql.join(conditions, sql` and `)}
    order by e.id desc limit ${limit}`.execute(db)
  return rows
}
