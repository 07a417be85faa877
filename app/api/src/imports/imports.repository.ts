import type { Import, ImportKind, RowProblem } from '@dhakacart/contract/console-imports.schema.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'

export type NewRow = { line: number; cells: readonly string[]; groupKey: string; uniqueKey: string | null }
export type ImportRow = { line: number; cells: string[]; groupKey: string; uniqueKey: string | null }
export type RowOutcome = 'created' | 'changed' | 'unchanged' | 'refused'
export type JudgedRow = { line: number; outcome: RowOutcome; problems: RowProblem[] }
export type ImportAtWork = {
  id: number
  kind: ImportKind
  state: 'checking' | 'applying'
  columns: string[]
  skipsProblems: boolean
  staffId: number
  staffName: string
  staffRole: string
}

const counts = (column: RawBuilder<unknown>) => sql`
  json_build_object(
    'created', count(*) filter (where ${column} = 'created'), 'changed', count(*) filter (where ${column} = 'changed'),
    'unchanged', count(*) filter (where ${column} = 'unchanged'), 'refused', count(*) filter (where ${column} = 'refused'))`

/** Imports, newest first: the one with the id, or those before `afterId`. */
export async function listImports(
  db: DbOrTx,
  filter: { id?: number; afterId?: number | null; limit: number },
): Promise<Import[]> {
  const { rows } = await sql<Import>`
    select i.id, i.kind, i.file_name, i.state, i.total_rows, c.checked, c.applied, s.name as staff_name,
      utc_text(i.created_at) as created_at, utc_text(i.finished_at) as finished_at
    from imports i join staff s on s.id = i.staff_id
    cross join lateral (
      select ${counts(sql`r.outcome`)} as checked, ${counts(sql`r.applied_outcome`)} as applied
      from import_rows r where r.import_id = i.id
    ) c
    where (${filter.id ?? null}::bigint is null or i.id = ${filter.id ?? null})
      and (${filter.afterId ?? null}::bigint is null or i.id < ${filter.afterId ?? null})
    order by i.id desc limit ${filter.limit}`.execute(db)
  return rows
}

/**
 * Begins to receive a file for `lockSeconds`; null when the key was used. One whose sender vanished is received anew.
 */
export async function beginImport(
  db: DbOrTx,
  given: { key: string; kind: ImportKind; fileName: string; staffId: number },
  lockSeconds: number,
): Promise<number | null> {
  const lockedUntil = sql`shop_now() + make_interval(secs => ${lockSeconds}::integer)`
  const { rows } = await sql<{ id: number }>`
    with begun as (
      insert into imports as i (key, kind, file_name, state, staff_id, locked_until)
      values (${given.key}, ${given.kind}, ${given.fileName}, 'receiving', ${given.staffId}, ${lockedUntil})
      on conflict (key) do update set locked_until = excluded.locked_until
        where i.state = 'receiving' and i.locked_until < shop_now()
          and i.kind = excluded.kind and i.file_name = excluded.file_name
      returning id
    ), emptied as (
      delete from import_rows r using begun where r.import_id = begun.id
    )
    select id from begun`.execute(db)
  return rows[0]?.id ?? null
}

export async function findByKey(
  db: DbOrTx,
  key: string,
): Promise<{ id: number; kind: string; fileName: string } | null> {
  const row = await db
    .selectFrom('imports')
    .select(['id', 'kind', 'fileName'])
    .where('key', '=', key)
    .executeTakeFirst()
  return row ?? null
}

/** Keeps rows as they arrive, and the claim on the import with them. */
export async function addRows(db: Db, importId: number, rows: readonly NewRow[], lockSeconds: number): Promise<void> {
  await sql`
    with held as (
      update imports set locked_until = shop_now() + make_interval(secs => ${lockSeconds}::integer) where id = ${importId}
    )
    insert into import_rows (import_id, line, cells, group_key, unique_key)
    select ${importId}::bigint, r.line, r.cells, r."groupKey", r."uniqueKey"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (line integer, cells jsonb, "groupKey" text, "uniqueKey" text)`.execute(db)
}

/** The file is whole: checking begins. */
export async function finishReceiving(
  db: DbOrTx,
  id: number,
  columns: readonly string[],
  totalRows: number,
): Promise<void> {
  await db
    .updateTable('imports')
    .set({ state: 'checking', columns: [...columns], totalRows, lockedUntil: null })
    .where('id', '=', id)
    .where('state', '=', 'receiving')
    .execute()
}

export async function deleteImport(db: DbOrTx, id: number): Promise<void> {
  await db.deleteFrom('imports').where('id', '=', id).where('state', '=', 'receiving').execute()
}

/** The state, locked until the transaction ends; null when there is no such import. */
export async function lockState(
  tx: Tx,
  id: number,
): Promise<{ state: Import['state']; skipsProblems: boolean } | null> {
  const row = await tx
    .selectFrom('imports')
    .select(['state', 'skipsProblems'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return (row as { state: Import['state']; skipsProblems: boolean } | undefined) ?? null
}

export async function setState(tx: Tx, id: number, state: Import['state'], skipsProblems?: boolean): Promise<void> {
  const isOver = state === 'done' || state === 'cancelled'
  await tx
    .updateTable('imports')
    .set({
      state,
      lockedUntil: null,
      ...(skipsProblems !== undefined && { skipsProblems }),
      ...(isOver && { finishedAt: sql`shop_now()` }),
    })
    .where('id', '=', id)
    .execute()
}

/** Takes the oldest import that has something to do for `lockSeconds`; null when there is none. */
export async function claimImport(db: Db, lockSeconds: number): Promise<ImportAtWork | null> {
  const { rows } = await sql<ImportAtWork>`
    with due as materialized (
      select id from imports
      where state in ('checking', 'applying') and (locked_until is null or locked_until < shop_now())
      order by id limit 1 for update skip locked
    )
    update imports i set locked_until = shop_now() + make_interval(secs => ${lockSeconds}::integer)
    from due, staff s where i.id = due.id and s.id = i.staff_id
    returning i.id, i.kind, i.state, i.columns, i.skips_problems, i.staff_id, s.name as staff_name, s.role as staff_role`.execute(
    db,
  )
  return rows[0] ?? null
}

/** Whole groups, about `limit` rows of them, that the work of the state is still to be done for. */
export async function nextRows(
  db: DbOrTx,
  { id, state }: Pick<ImportAtWork, 'id' | 'state'>,
  limit: number,
): Promise<ImportRow[]> {
  const isOpen =
    state === 'checking' ? sql`r.outcome is null` : sql`r.applied_outcome is null and r.outcome <> 'refused'`
  const { rows } = await sql<ImportRow>`
    with open as materialized (
      select distinct group_key from (
        select r.group_key from import_rows r where r.import_id = ${id} and ${isOpen} order by r.line limit ${limit}
      ) first
    )
    select r.line, r.cells, r.group_key, r.unique_key from import_rows r join open on open.group_key = r.group_key
    where r.import_id = ${id} and ${isOpen} order by r.line`.execute(db)
  return rows
}

/** The first other line in which the same unique key stands, by line. */
export async function findRepeated(
  db: DbOrTx,
  importId: number,
  lines: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await sql<{ line: number; otherLine: number }>`
    select r.line, min(o.line) as other_line
    from import_rows r join import_rows o on o.import_id = r.import_id and o.unique_key = r.unique_key and o.line <> r.line
    where r.import_id = ${importId} and r.line = any(${[...lines]}::integer[]) group by r.line`.execute(db)
  return new Map(rows.map(({ line, otherLine }) => [line, otherLine]))
}

/** Writes what became of rows; part of the transaction that did it. */
export async function judgeRows(
  db: DbOrTx,
  { id, state }: Pick<ImportAtWork, 'id' | 'state'>,
  rows: readonly JudgedRow[],
): Promise<void> {
  const column = state === 'checking' ? sql`outcome` : sql`applied_outcome`
  await sql`
    update import_rows r set ${column} = j.outcome, problems = j.problems
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as j (line integer, outcome text, problems jsonb)
    where r.import_id = ${id} and r.line = j.line`.execute(db)
}

export async function listProblems(
  db: DbOrTx,
  importId: number,
  afterLine: number | null,
  limit: number,
): Promise<{ line: number; key: string; problems: RowProblem[] }[]> {
  const { rows } = await sql<{ line: number; key: string; problems: RowProblem[] }>`
    select line, group_key as key, problems from import_rows
    where import_id = ${importId} and problems <> '[]' and (${afterLine}::integer is null or line > ${afterLine})
    order by line limit ${limit}`.execute(db)
  return rows
}

/** Forgets files whose sender vanished, and those that nobody applied; returns how many imports that were. */
export async function sweepImports(db: Db, abandonedHours: number, keptDays: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    delete from imports where id in (
      select id from imports
      where (state = 'receiving' and locked_until < shop_now() - make_interval(hours => ${abandonedHours}::integer))
        or (state = 'cancelled' and finished_at < shop_now() - make_interval(days => ${keptDays}::integer))
        or (state = 'checked' and created_at < shop_now() - make_interval(days => ${keptDays}::integer))
      order by id limit 20)
    returning id`.execute(db)
  return rows.length
}

/** Empties the rows of an import that was applied long ago; what became of each line stays. Returns how many imports that were. */
export async function emptyOldRows(db: Db, keptDays: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with old as materialized (
      select id from imports
      where state = 'done' and rows_emptied_at is null
        and finished_at < shop_now() - make_interval(days => ${keptDays}::integer)
      order by finished_at limit 1 for update skip locked
    ), emptied as (
      update import_rows r set cells = '[]' from old where r.import_id = old.id
    )
    update imports i set rows_emptied_at = shop_now() from old where i.id = old.id returning i.id`.execute(db)
  return rows.length
}
