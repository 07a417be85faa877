import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connectDatabase } from '@dhakacart/database/connect.ts'
import { addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createTestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { startTestApi } from '../testing/test-api.ts'
import { createCatalogueService } from './catalogue.service.ts'

const log = createLog({ process: 'api', release: 'test', level: 'silent' })

test('browsing goes on, and waits for nobody, when the database goes away', async () => {
  const database = await createTestDatabase()
  await addProduct(database.db, { slug: 'kettle' })
  const catalogue = createCatalogueService({ db: database.db, log, maxAgeMs: 0, patienceMs: 60_000 })
  await catalogue.current()
  await database.drop()
  await catalogue.current()
  const startedAt = performance.now()
  const { productsBySlug } = await catalogue.current()
  assert.ok(productsBySlug.has('kettle'))
  assert.ok(performance.now() - startedAt < 1_000)
})

test('a catalogue younger than its maximum age is shown without asking the database', async () => {
  const database = await createTestDatabase()
  try {
    const catalogue = createCatalogueService({ db: database.db, log, maxAgeMs: 60_000 })
    const first = await catalogue.current()
    await addProduct(database.db)
    assert.equal(await catalogue.current(), first)
  } finally {
    await database.drop()
  }
})

test('a process that never saw the catalogue answers 503 with Retry-After while the database is away', async () => {
  // Port 1 of this machine: nobody listens there, so a connection is refused at once.
  const settings = { url: 'postgres://nobody@127.0.0.1:1/none', poolSize: 1, applicationName: 'test' }
  const away = connectDatabase(settings, () => undefined)
  const api = await startTestApi({ settings: { db: away.db } })
  const answer = await api.inject({ url: '/api/catalogue/home' })
  assert.equal(answer.statusCode, 503)
  assert.equal(answer.json().code, 'DATABASE_AWAY')
  assert.equal(answer.headers['retry-after'], '2')
  assert.equal(answer.headers['cache-control'], 'no-store')
  await api.drop()
  await away.pool.end()
})
