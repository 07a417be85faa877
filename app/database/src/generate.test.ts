import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { describeSchema } from './describe-schema.ts'
import { generateSchemaFiles } from './generate.ts'
import { createTestDatabase, onServer, type TestDatabase } from './testing/test-database.ts'

let shop: TestDatabase
beforeEach(async () => {
  shop = await createTestDatabase()
})
afterEach(() => shop.drop())

const describe = () => onServer(shop.url, describeSchema)

test('schema.sql and the generated types say what the migrations make', async () => {
  const files = await generateSchemaFiles(shop.url)
  assert.equal(files.length, 2)
  for (const { path, text } of files) {
    // Not assert.equal, which would print both files.
    assert.ok(readFileSync(path, 'utf8') === text, `${path} is out of date: run app/database/src/generate.ts`)
  }
})

const changes: [string, string][] = [
  ['a column', 'alter table brands add column country text'],
  ['a default', 'alter table carts alter column last_used_at drop default'],
  ['a constraint', 'alter table stock_levels drop constraint stock_levels_check'],
  ['an index', 'create index brands_name on brands (name)'],
  [
    'a function body',
    `create or replace function shop_now() returns timestamptz language sql stable return clock_timestamp()`,
  ],
  ['a trigger', 'drop trigger stock_movements_append_only on stock_movements'],
  ['a view', 'create view phones as select * from products'],
  ['a generated column', 'alter table brands add column name_length integer generated always as (length(name)) stored'],
  ['an extension', 'create extension unaccent'],
  ['a storage parameter', 'alter table carts set (fillfactor = 70)'],
]
for (const [what, change] of changes) {
  test(`the description shows ${what} that changed`, async () => {
    const before = await describe()
    await sql.raw(change).execute(shop.db)
    assert.notEqual(await describe(), before)
  })
}

test('an object that the description cannot show is refused, not left out', async () => {
  await sql`create type mood as enum ('good', 'bad')`.execute(shop.db)
  await assert.rejects(describe(), /schema\.sql would leave out type mood/)
})

test('the description makes the schema it describes', async () => {
  const description = await describe()
  const other = await createTestDatabase()
  try {
    await onServer(other.url, async (client) => {
      await client.query('drop schema public cascade')
      await client.query('create schema public')
      await client.query(withForeignKeysLast(description))
      assert.equal(await describeSchema(client), description)
    })
  } finally {
    await other.drop()
  }
})

/** Tables stand in the order of their names, so one may refer to another that comes later. */
function withForeignKeysLast(description: string): string {
  const later: string[] = []
  const sqlText = description.replaceAll(/create table (\S+) \([\s\S]*?\n\)[^;]*;/g, (table: string, name: string) => {
    const kept = table.split('\n').filter((line) => {
      if (!line.includes(' FOREIGN KEY ')) return true
      later.push(`alter table ${name} add ${line.trim().replace(/,$/, '')};`)
      return false
    })
    return kept.join('\n').replace(/,\n\)/, '\n)')
  })
  return `set check_function_bodies = off;\n${sqlText}\n${later.join('\n')}`
}
