import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createTestDatabase, type TestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { sql } from 'kysely'
import * as audit from './audit.service.ts'
import { checkChain, sealEntries } from './audit-chain.ts'

let database: TestDatabase
before(async () => {
  database = await createTestDatabase()
})
after(() => database.drop())

const record = (number: number) =>
  inTransaction(database.db, (tx) =>
    audit.record(tx, audit.theShop, {
      action: 'orders.noted',
      subject: `order:${number}`,
      detail: { units: number, note: 'মূল্য "১২"\n', percent: 1.5, reason: null },
    }),
  )
const seal = async () => {
  let count = 0
  for (let sealed = await sealEntries(database.db); sealed > 0; sealed = await sealEntries(database.db)) count += sealed
  return count
}
const check = (seen: Awaited<ReturnType<typeof checkChain>>['head'] | null = null) => checkChain(database.db, seen)

test('an empty log is whole', async () => {
  assert.deepEqual(await check(), { head: { position: 0, hash: Buffer.alloc(32) }, problem: null })
})

test('entries written and sealed by many at once form one chain without gap or fork', async () => {
  const sealers = Array.from({ length: 4 }, async () => {
    for (let round = 0; round < 10; round++) await sealEntries(database.db)
  })
  await Promise.all([...Array.from({ length: 60 }, (_, number) => record(number)), ...sealers])
  await seal()
  const { rows } = await sql<{ links: number; entries: number; last: number }>`
    select count(*)::integer as links, count(distinct entry_id)::integer as entries, max(position)::integer as last
    from audit_seals`.execute(database.db)
  assert.deepEqual(rows, [{ links: 60, entries: 60, last: 60 }])
  const { head, problem } = await check()
  assert.deepEqual([head.position, problem], [60, null])
})

test('an entry that is committed after a later one was sealed joins the chain behind it', async () => {
  const sealedBefore = (await check()).head.position
  let commitSlowly = () => {}
  const slow = inTransaction(database.db, async (tx) => {
    await audit.record(tx, audit.theShop, { action: 'orders.noted', subject: 'order:0', detail: {} })
    await new Promise<void>((resolve) => {
      commitSlowly = resolve
    })
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  await record(1_000)
  assert.equal(await seal(), 1)
  commitSlowly()
  await slow
  assert.equal(await seal(), 1)
  const { head, problem } = await check()
  assert.deepEqual([head.position, problem], [sealedBefore + 2, null])
})

test('nothing but an insert is taken, not even a truncate', async () => {
  for (const statement of [
    sql`update audit_seals set position = position`,
    sql`delete from audit_seals`,
    sql`truncate audit_seals`,
    sql`truncate audit_entries cascade`,
    sql`update audit_entries set detail = detail`,
    sql`delete from audit_entries`,
  ]) {
    await assert.rejects(statement.execute(database.db), /append-only/)
  }
})
