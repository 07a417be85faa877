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

/** What PostgreSQL chooses by itself when its statistics say that there are hardly any jobs, made certain. */
const avoided = ['hashjoin', 'hashagg', 'mergejoin', 'bitmapscan', 'seqscan', 'material', 'sort']

test('a worker never claims more jobs than it asked for, however PostgreSQL plans the statement', async () => {
  const { db } = database
  await sql`vacuum analyze jobs`.execute(db)
  await inTransaction(db, async (tx) => {
    await sql`insert into jobs (kind, payload) select 'test', '{}' from generate_series(1, 5)`.execute(tx)
    for (const method of avoided) await sql`set local ${sql.raw(`enable_${method}`)} = off`.execute(tx)
    const claims = []
    for (let round = 1; round <= 4; round++) claims.push(await claimJobs(tx, 2, 60))
    assert.deepEqual(
      claims.map((jobs) => jobs.length),
      [2, 2, 1, 0],
    )
    assert.equal(new Set(claims.flat().map(({ id }) => id)).size, 5)
  })
})
