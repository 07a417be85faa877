import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { migrate } from './migrate.ts'
import { migrationsFolder } from './migrations.ts'
import { readTestDatabaseUrl } from './testing/config.ts'
import { onServer, withDatabase } from './testing/test-database.ts'

const serverUrl = readTestDatabaseUrl()
const folders: string[] = []
let databaseName: string
let url: string

beforeEach(async () => {
  databaseName = `test_${randomBytes(8).toString('hex')}`
  url = withDatabase(serverUrl, databaseName)
  // An empty template and not one of ours: these tests begin with nothing.
  await onServer(serverUrl, (client) => client.query(`create database ${databaseName} template template0`))
})
afterEach(() => onServer(serverUrl, (client) => client.query(`drop database ${databaseName} with (force)`)))
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const quiet = () => undefined

function makeFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dhakacart-migrations-'))
  folders.push(folder)
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql)
  return folder
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
  return onServer(url, async (client) => (await client.query(sql)).rows)
}

const tables = async () =>
  (
    await query(`select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`)
  ).map((row) => row.relname)

const two = { '000001-first.sql': 'create table first (id int);', '000002-second.sql': 'create table second (id int);' }

test('the real migrations run on an empty database, and a second run finds nothing to do', async () => {
  const lines: string[] = []
  const labels = await migrate(url, (line) => lines.push(line))
  assert.deepEqual(
    labels.map((label) => `${label}.sql`),
    readdirSync(migrationsFolder)
      .filter((name) => name.endsWith('.sql'))
      .toSorted(),
  )
  assert.equal(lines.length, labels.length)
  assert.deepEqual(await migrate(url, (line) => lines.push(line)), [])
  assert.match(lines.at(-1) ?? '', /nothing to do, the schema is at/)
})

test('sessions opened after a migration have the timeouts of the database', async () => {
  await migrate(url, quiet, { folder: makeFolder(two) })
  const rows = await query(`
    select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
      current_setting('idle_in_transaction_session_timeout') as idle`)
  assert.deepEqual(rows, [{ statement: '7s', lock: '5s', idle: '15s' }])
})

test('of two migrations at once, one does the work and the other waits and finds it done', async () => {
  const folder = makeFolder({ '000001-slow.sql': 'create table slow (id int); select pg_sleep(0.5);' })
  const lines: string[] = []
  const results = await Promise.all([1, 2].map(() => migrate(url, (line) => lines.push(line), { folder })))
  assert.deepEqual(
    results.toSorted((a, b) => a.length - b.length),
    [[], ['000001-slow']],
  )
  assert.ok(lines.includes('migrate: another migration is running, waiting for it'), lines.join('\n'))
})

test('a migration that fails leaves nothing of itself, keeps those before it, and runs once it is mended', async () => {
  const broken = { ...two, '000003-third.sql': 'create table third (id int); select 1 / 0;' }
  const failing = migrate(url, quiet, { folder: makeFolder(broken) })
  await assert.rejects(failing, {
    name: 'CommandError',
    message: /^Migration 000003-third failed and left nothing behind: division by zero\.$/,
  })
  assert.deepEqual(await tables(), ['first', 'schema_migrations', 'second'])
  const mended = { ...two, '000003-third.sql': 'create table third (id int);' }
  assert.deepEqual(await migrate(url, quiet, { folder: makeFolder(mended) }), ['000003-third'])
})

test('a file changed after it was applied is refused, and nothing newer runs', async () => {
  await migrate(url, quiet, { folder: makeFolder(two) })
  const changed = {
    ...two,
    '000001-first.sql': 'create table first (id bigint);',
    '000003-third.sql': 'create table third ();',
  }
  await assert.rejects(migrate(url, quiet, { folder: makeFolder(changed) }), /000001-first is not what was applied/)
  assert.deepEqual(await tables(), ['first', 'schema_migrations', 'second'])
})

test('a file renamed after it was applied is refused', async () => {
  await migrate(url, quiet, { folder: makeFolder(two) })
  const renamed = { '000001-first.sql': two['000001-first.sql'], '000002-other.sql': two['000002-second.sql'] }
  await assert.rejects(
    migrate(url, quiet, { folder: makeFolder(renamed) }),
    /applied to this database as 000002-second/,
  )
})

test('the same file with Windows line ends is the same migration', async () => {
  await migrate(url, quiet, { folder: makeFolder({ '000001-first.sql': 'create table\nfirst ();\n' }) })
  const windows = makeFolder({ '000001-first.sql': 'create table\r\nfirst ();\r\n' })
  assert.deepEqual(await migrate(url, quiet, { folder: windows }), [])
})

test('a database that is newer than these files is left alone', async () => {
  await migrate(url, quiet, { folder: makeFolder(two) })
  const lines: string[] = []
  const older = makeFolder({ '000001-first.sql': two['000001-first.sql'] })
  assert.deepEqual(await migrate(url, (line) => lines.push(line), { folder: older }), [])
  assert.match(lines[0] ?? '', /newer than this code/)
})

test('a hole in what was applied is refused', async () => {
  await migrate(url, quiet, { folder: makeFolder(two) })
  await query('delete from schema_migrations where number = 1')
  await assert.rejects(migrate(url, quiet, { folder: makeFolder(two) }), /schema_migrations by hand/)
})

const badFolders: [string, Record<string, string>, RegExp][] = [
  ['a gap', { '000001-a.sql': '', '000003-c.sql': '' }, /Migration 000002 is missing before 000003-c/],
  ['a double number', { '000001-a.sql': '', '000001-b.sql': '' }, /one number: 000001-a and 000001-b/],
  ['a bad name', { '1_first.sql': '' }, /1_first\.sql is no migration name/],
  ['a commit of its own', { '000001-a.sql': 'create table a ();\ncommit;' }, /contains "commit;"/],
]
for (const [what, files, message] of badFolders) {
  test(`a folder with ${what} is refused before anything runs`, async () => {
    await assert.rejects(migrate(url, quiet, { folder: makeFolder(files) }), { name: 'CommandError', message })
    assert.deepEqual(await tables(), [])
  })
}

test('only a first line that says so marks a migration as breaking', async () => {
  const folder = makeFolder({
    '000001-a.sql': '-- plain\n--! breaking\nselect 1;',
    '000002-b.sql': '--! breaking\nselect 1;',
  })
  await migrate(url, quiet, { folder })
  const rows = await query('select number, is_breaking from schema_migrations order by number')
  assert.deepEqual(rows, [
    { number: 1, is_breaking: false },
    { number: 2, is_breaking: true },
  ])
})

test('a migration that cannot get a lock steps back, lets others pass, and gets it later', async () => {
  await migrate(url, quiet, { folder: makeFolder(two) })
  const holder = new pg.Client({ connectionString: url })
  await holder.connect()
  await holder.query('begin; select * from first')
  const lines: string[] = []
  const folder = makeFolder({ ...two, '000003-third.sql': 'alter table first add column name text;' })
  const migrating = migrate(url, (line) => lines.push(line), { folder })
  while (lines.length === 0) await sleep(20)
  await holder.query('commit')
  await holder.end()
  assert.deepEqual(await migrating, ['000003-third'])
  assert.equal(lines[0], 'migrate: 000003-third waits for a lock, attempt 1 of 30')
})

test('a migration that never gets its lock gives up, and says so', async () => {
  await migrate(url, quiet, { folder: makeFolder(two) })
  await onServer(url, async (holder) => {
    await holder.query('begin; select * from first')
    const folder = makeFolder({ ...two, '000003-third.sql': 'alter table first add column name text;' })
    const migrating = migrate(url, quiet, { folder, maxLockAttempts: 1 })
    await assert.rejects(migrating, /could not get its locks in 1 attempts of 1s/)
  })
})

test('a database that is not there is one sentence', async () => {
  await assert.rejects(migrate(withDatabase(serverUrl, 'nowhere'), quiet), {
    name: 'CommandError',
    message: 'Cannot connect to the database: database "nowhere" does not exist.',
  })
})

test('a server lost in the middle of a migration says to run it again', async () => {
  const folder = makeFolder({ '000001-suicide.sql': 'select pg_terminate_backend(pg_backend_pid())' })
  await assert.rejects(migrate(url, quiet, { folder }), /went away during migration 000001-suicide; run migrate again/)
})
