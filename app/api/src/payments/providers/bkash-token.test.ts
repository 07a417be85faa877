import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { createTestDatabase, type TestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { createBkashToken } from './bkash-token.ts'
import { ProviderProblem } from './provider.ts'

const start = new Date('2026-11-27T10:00:00Z')
const minutes = (count: number) => new Date(start.getTime() + count * 60_000)
let database: TestDatabase
let grants: number

before(async () => {
  database = await createTestDatabase()
  await useSimulatedClock(database.db, start)
})
beforeEach(async () => {
  grants = 0
  await setClock(database.db, start)
  await database.db.deleteFrom('providerTokens').execute()
})
after(() => database.drop())

/** One process of the shop; bKash takes a moment to answer. */
const process = (answer = async () => ({ token: `token-${grants}`, livesSeconds: 3_600 })) =>
  createBkashToken(database.db, async () => {
    grants++
    await sleep(50)
    return answer()
  })

test('many requests of many processes at once fetch one token', async () => {
  const processes = Array.from({ length: 4 }, () => process())
  const tokens = await Promise.all(processes.flatMap((each) => Array.from({ length: 5 }, () => each.current())))
  assert.deepEqual([new Set(tokens).size, grants], [1, 1])
})

test('a token is fetched anew before it ends, and not before', async () => {
  const one = process()
  await one.current()
  await setClock(database.db, minutes(58))
  await one.current()
  assert.equal(grants, 1)
  await setClock(database.db, minutes(59))
  await one.current()
  assert.equal(grants, 2)
})

test('a third grant within an hour is not asked for, whatever happens; later it is', async () => {
  const one = process()
  for (let round = 0; round < 2; round++) await one.forget(await one.current())
  await assert.rejects(one.current(), ProviderProblem)
  assert.equal(grants, 2)
  await setClock(database.db, minutes(61))
  await one.current()
  assert.equal(grants, 3)
})

test('a grant that fails is counted, and the next one tries again at once', async () => {
  const failing = process(async () => {
    throw new ProviderProblem('bkash', 'unanswered', 'grant took too long')
  })
  await assert.rejects(failing.current(), ProviderProblem)
  assert.equal(await process().current(), 'token-2')
  assert.equal(grants, 2)
})

test('a token that was forgotten is forgotten once: a newer one stays', async () => {
  const one = process()
  const old = await one.current()
  await one.forget(old)
  const fresh = await one.current()
  await one.forget(old)
  assert.equal(await one.current(), fresh)
})
