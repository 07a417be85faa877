import assert from 'node:assert/strict'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectDatabase } from '@dhakacart/database/connect.ts'
import { addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createTestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { startTestApi } from '../testing/test-api.ts'
import { createCatalogueService } from './catalogue.service.ts'

const log = createLog({ process: 'api', release: 'test', level: 'silent' })

test('browsing goes on when the database goes away', async () => {
  const database = await createTestDatabase()
  await addProduct(database.db, { slug: 'kettle' })
  const catalogue = createCatalogueService({ db: database.db, log, maxAgeMs: 0, patienceMs: 60_000 })
  await catalogue.current()
  await database.drop()
  const { productsBySlug } = await catalogue.current()
  assert.ok(productsBySlug.has('kettle'))
})

test('a database that stops answering makes one shopper wait, and no other until it answers again', async (context) => {
  const database = await createTestDatabase()
  await addProduct(database.db, { slug: 'kettle' })
  const passage = await openPassage(database.url)
  const { db, pool } = connectDatabase({ url: passage.url, poolSize: 2, applicationName: 'test' }, () => undefined)
  context.after(async () => {
    passage.release()
    await pool.end()
    passage.close()
    await database.drop()
  })
  const catalogue = createCatalogueService({ db, log, maxAgeMs: 0, patienceMs: 700 })
  await catalogue.current()
  passage.hold()
  const timed = async () => {
    const startedAt = performance.now()
    const { productsBySlug } = await catalogue.current()
    assert.ok(productsBySlug.has('kettle'))
    return performance.now() - startedAt
  }
  assert.ok((await timed()) >= 690)
  assert.ok((await timed()) < 350)
  passage.release()
  await addProduct(database.db, { slug: 'toaster' })
  // The reading that was held up comes first; the one after it sees the toaster.
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if ((await catalogue.current()).productsBySlug.has('toaster')) break
    await sleep(20)
  }
  assert.ok((await catalogue.current()).productsBySlug.has('toaster'))
})

/** A way to the database that can be held shut without anybody being told, as a network does. */
async function openPassage(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const sockets: Socket[] = []
  const server = createServer((inside) => {
    const outside = connect(Number(target.port), target.hostname)
    sockets.push(inside, outside)
    inside.pipe(outside).pipe(inside)
    for (const socket of [inside, outside]) socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    hold() {
      for (const socket of sockets) socket.pause()
    },
    release() {
      for (const socket of sockets) socket.resume()
    },
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

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
