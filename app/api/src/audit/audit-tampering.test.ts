import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createTestDatabase, type TestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'
import { createMetrics } from '@dhakacart/service-kit/metrics.ts'
import { sql } from 'kysely'
import { createAuditCheck } from './audit.jobs.ts'
import { lastCheck } from './audit.repository.ts'
import * as audit from './audit.service.ts'
import { type ChainHead, checkChain, sealEntries } from './audit-chain.ts'

let database: TestDatabase
before(async () => {
  database = await createTestDatabase()
  const { db } = database
  await inTransaction(db, async (tx) => {
    for (let number = 0; number < 60; number++) {
      const detail = { units: number, note: 'মূল্য "১২"\n', percent: 1.5, reason: null }
      await audit.record(tx, audit.theShop, { action: 'orders.noted', subject: `order:${number}`, detail })
    }
  })
  assert.equal(await sealEntries(db), 60)
  // The owner of a table can take its guards away, so the chain must not rely on them.
  await sql`alter table audit_entries disable trigger user`.execute(db)
  await sql`alter table audit_seals disable trigger user`.execute(db)
  await sql`alter table audit_entries alter id drop identity`.execute(db)
  const { rows } = await sql<{ name: string; table: string }>`
    select conname as name, conrelid::regclass::text as table from pg_constraint
    where conrelid in ('audit_entries'::regclass, 'audit_seals'::regclass) and contype in ('f', 'u', 'c')
    order by contype = 'f' desc`.execute(db)
  for (const { name, table } of rows) await sql.raw(`alter table ${table} drop constraint ${name}`).execute(db)
})
after(() => database.drop())

const check = (seen: ChainHead | null = null) => checkChain(database.db, seen)

/** What somebody who owns the tables can do; undone afterwards. */
async function tampering(change: string, look: () => Promise<void>): Promise<void> {
  const { db } = database
  await sql`create table kept_entries as table audit_entries`.execute(db)
  await sql`create table kept_seals as table audit_seals`.execute(db)
  for (const statement of change.split(';')) await sql.raw(statement).execute(db)
  await look()
  await sql`delete from audit_seals`.execute(db)
  await sql`delete from audit_entries`.execute(db)
  await sql`insert into audit_entries table kept_entries`.execute(db)
  await sql`insert into audit_seals table kept_seals`.execute(db)
  await sql`drop table kept_entries, kept_seals`.execute(db)
}

/** Another value for a column of each type. */
const another: Record<string, (name: string) => string> = {
  bigint: (name) => `coalesce(${name}, 0) + 100000`,
  text: (name) => `${name} || 'x'`,
  jsonb: (name) => `${name} || '{"number": 99}'`,
  bytea: (name) => `set_byte(${name}, 31, (get_byte(${name}, 31) + 1) % 256)`,
  'timestamp with time zone': (name) => `${name} + interval '1 microsecond'`,
}

test('a change of any column of any row is found', async () => {
  const columns = await sql<{ table: string; name: string; type: string }>`
    select table_name as table, column_name as name, data_type as type from information_schema.columns
    where table_name in ('audit_entries', 'audit_seals')`.execute(database.db)
  assert.equal(columns.rows.length, 11)
  for (const { table, name, type } of columns.rows) {
    const key = table === 'audit_seals' ? 'position' : 'id'
    for (const offset of [0, 30, 59]) {
      const row = `${key} = (select ${key} from ${table} order by ${key} offset ${offset} limit 1)`
      await tampering(`update ${table} set ${name} = ${another[type]?.(name)} where ${row}`, async () => {
        assert.notEqual((await check()).problem, null, `${table}.${name}, row ${offset}`)
      })
    }
  }
  assert.equal((await check()).problem, null)
})

test('entries or links that are gone, exchanged or added are found', async () => {
  const changes = [
    'delete from audit_entries where id = (select min(id) from audit_entries)',
    'delete from audit_seals where position = 1',
    'delete from audit_seals where position = 30',
    'update audit_seals set entry_id = (select s.entry_id from audit_seals s where s.position = 7 - audit_seals.position) where position in (3, 4)',
    `insert into audit_entries (id, done_at, staff_name, staff_role, action, subject, detail)
     values (999, shop_now() - interval '1 hour', 'x', 'owner', 'tests.added', 'test:1', '{}')`,
  ]
  for (const change of changes) {
    await tampering(change, async () => {
      assert.notEqual((await check()).problem, null, change)
    })
  }
  assert.equal((await check()).problem, null)
})

test('a chain cut at its end, and one rewritten from its beginning, differ from the head that was seen', async () => {
  const { head } = await check()
  const cut = `delete from audit_seals where position > 50;
    delete from audit_entries where id not in (select entry_id from audit_seals)`
  await tampering(cut, async () => {
    assert.equal((await check()).problem, null)
    assert.match((await check(head)).problem ?? '', /cut or rewritten/)
  })
  const rewriting = `delete from audit_seals;
    update audit_entries set subject = 'test:other' where id = (select min(id) from audit_entries)`
  await tampering(rewriting, async () => {
    await sealEntries(database.db)
    assert.equal((await check()).problem, null)
    assert.match((await check(head)).problem ?? '', /cut or rewritten/)
  })
  assert.equal((await check(head)).problem, null)
})

test('the check tells of a problem in the log, in a metric and in the console’s state, until it is mended', async () => {
  const lines: string[] = []
  const write = (fields: object, text: string) => lines.push(`${text} ${JSON.stringify(fields)}`)
  const log = { info: write, error: write } as unknown as Log
  const metrics = createMetrics({ process: 'worker', release: 'test' })
  const problems = async () => /^dhakacart_audit_chain_problems\S* (\d)$/m.exec(await metrics.registry.metrics())?.[1]
  const round = createAuditCheck(database.db, log, metrics)
  await round()
  assert.match(lines.join(''), /the audit log is whole/)
  assert.equal(await problems(), '0')
  const change = `update audit_entries set staff_role = 'viewer' where id = (select max(id) from audit_entries)`
  await tampering(change, async () => {
    await round()
    assert.equal(await problems(), '1')
    assert.match((await lastCheck(database.db)).problem ?? '', /was changed/)
    assert.match(lines.at(-1) ?? '', /tampered with/)
  })
  await round()
  assert.equal(await problems(), '0')
  const { problem, sealedCount } = await lastCheck(database.db)
  assert.deepEqual([problem, sealedCount], [null, 60])
})
