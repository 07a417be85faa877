import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { readMigrations } from './migrations.ts'
import { checkSchema } from './schema-version.ts'
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts'

let shop: TestDatabase
before(async () => {
  shop = await createTestDatabase()
})
after(() => shop.drop())

const own = readMigrations()
const newest = own.length

/** Code that knows only the first migrations of ours is older code. */
const olderCode = own.slice(0, newest - 1)

test('code and database of one release fit', async () => {
  assert.equal(await checkSchema(shop.db), null)
})

test('code that is newer than the database waits for the migration', async () => {
  const newerCode = [...own, { number: newest + 1, name: 'order-notes' }]
  const sentence = await checkSchema(shop.db, newerCode)
  assert.match(sentence ?? '', /^The database lacks migration \d{6}-order-notes: run migrate first\.$/)
})

test('older code runs on a newer database, but not beyond a breaking migration', async () => {
  assert.equal(await checkSchema(shop.db, olderCode), null)
  await sql`update schema_migrations set is_breaking = true where number = ${newest}`.execute(shop.db)
  assert.match((await checkSchema(shop.db, olderCode)) ?? '', /which this older code cannot work with/)
  assert.equal(await checkSchema(shop.db), null, 'code that knows the breaking migration was written for it')
})

test('an empty database says which migration comes first', async () => {
  await sql`alter table schema_migrations rename to elsewhere`.execute(shop.db)
  assert.match((await checkSchema(shop.db)) ?? '', /lacks migration 000001-clock: run migrate first/)
})
