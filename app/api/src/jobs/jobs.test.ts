import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createTestDatabase, type TestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { sql } from 'kysely'
import { claimJobs } from './jobs.repository.ts'

let database: TestDatabase

before(async () => {
  database = await createTestDatabase()
})
after(() => database.drop())

test('a worker never claims more jobs than it asked for, however PostgreSQL plans the statement', async () => {
  await inTransaction(database.db, async (tx) => {
    await sql`insert into jobs (kind, payload) select 'test', '{}' from generate_series(1, 5)`.execute(tx)
    // What PostgreSQL chooses by itself when its statistics say that there are hardly any jobs.
    for (const setting of [
      'enable_hashjoin',
      'enable_hashagg',
      'enable_mergejoin',
      'enable_bitmapscan',
      'enable_sort',
    ]) {
      await sql`set local ${sql.raw(setting)} = off`.execute(tx)
    }
    await sql`set local enable_seqscan = off`.execute(tx)
    const first = await claimJobs(tx, 2, 60)
    const second = await claimJobs(tx, 2, 60)
    const third = await claimJobs(tx, 2, 60)
    assert.deepEqual([first.length, second.length, third.length], [2, 2, 1])
    assert.equal(new Set([...first, ...second, ...third].map(({ id }) => id)).size, 5)
  })
})
