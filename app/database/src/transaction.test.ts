import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { connectDatabase, type Tx } from './connect.ts'
import { addProduct } from './testing/fixtures.ts'
import { createTestDatabase, onServer, type TestDatabase } from './testing/test-database.ts'
import { inTransaction, isDatabaseAway, sqlState, violatedConstraint } from './transaction.ts'

let shop: TestDatabase
const idleErrors: Error[] = []
before(async () => {
  shop = await createTestDatabase({ onIdleError: (error) => idleErrors.push(error) })
  await sql`create table counters (name text primary key, value int not null)`.execute(shop.db)
  await sql`insert into counters values ('a', 0), ('b', 0)`.execute(shop.db)
})
after(() => shop.drop())

async function failure(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
  } catch (error) {
    return error
  }
  throw new Error('expected a failure')
}

const add = (tx: Tx, name: string) => sql`update counters set value = value + 1 where name = ${name}`.execute(tx)

test('of two transactions that deadlock, the loser is repeated and both are written', async () => {
  const bothHoldOne = Promise.withResolvers<void>()
  let holding = 0
  const addBoth = (first: string, second: string) =>
    inTransaction(shop.db, async (tx) => {
      await add(tx, first)
      if (++holding === 2) bothHoldOne.resolve()
      await bothHoldOne.promise
      await add(tx, second)
    })
  await Promise.all([addBoth('a', 'b'), addBoth('b', 'a')])
  assert.equal(holding, 3, 'one of them was repeated once')
  const { rows } = await sql`select * from counters order by name`.execute(shop.db)
  assert.deepEqual(rows, [
    { name: 'a', value: 2 },
    { name: 'b', value: 2 },
  ])
})

test('work that conflicts every time is tried three times', async () => {
  let attempts = 0
  const failing = inTransaction(shop.db, async (tx) => {
    attempts++
    await sql`do $$ begin raise exception using errcode = '40001'; end $$`.execute(tx)
  })
  assert.equal(sqlState(await failure(failing)), '40001')
  assert.equal(attempts, 3)
})

test('work that fails by itself is rolled back and not repeated', async () => {
  let attempts = 0
  const failing = inTransaction(shop.db, async (tx) => {
    attempts++
    await sql`insert into counters values ('c', 0)`.execute(tx)
    await sql`insert into counters values ('a', 0)`.execute(tx)
  })
  const error = await failure(failing)
  assert.deepEqual(
    [sqlState(error), violatedConstraint(error), isDatabaseAway(error)],
    ['23505', 'counters_pkey', false],
  )
  assert.equal(attempts, 1)
  const { rows } = await sql`select 1 from counters where name = 'c'`.execute(shop.db)
  assert.deepEqual(rows, [])
})

test('connections killed by the server mean "away", are replaced, and the next statement works', async () => {
  const running = failure(sql`select pg_sleep(5)`.execute(shop.db))
  await sql`select 1`.execute(shop.db)
  await sleep(50)
  const name = new URL(shop.url).pathname.slice(1)
  await onServer(shop.url.replace(name, 'postgres'), (client) =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]),
  )
  assert.equal(isDatabaseAway(await running), true)
  // Until the pool has noticed every death, also that of the connection given back last, it may hand out a dead one.
  while (shop.pool.totalCount > 0) await sleep(10)
  assert.ok(idleErrors.every(isDatabaseAway), String(idleErrors))
  assert.equal((await addProduct(shop.db)).productId > 0, true)
})

/** A network between the shop and its database that can fail: `sockets` are the shop's ends of its connections. */
async function startNetwork() {
  const target = new pg.Client({ connectionString: shop.url })
  const connectTarget = () =>
    target.host.startsWith('/') ? connect(`${target.host}/.s.PGSQL.${target.port}`) : connect(target.port, target.host)
  const sockets = new Set<Socket>()
  const network = { isSwallowing: false }
  const server = createServer((near) => {
    sockets.add(near)
    const far = connectTarget()
    for (const socket of [near, far]) socket.on('error', () => undefined)
    near.on('data', (data) => network.isSwallowing || far.write(data))
    far.on('data', (data) => near.write(data))
    far.on('close', () => near.destroy())
    near.on('close', () => {
      sockets.delete(near)
      far.destroy()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(shop.url)
  url.searchParams.delete('host')
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  }
  return { url: url.href, sockets, network, close }
}

test('a network that resets, swallows or refuses means "away" soon, and works again at once when it does', async () => {
  const { url, sockets, network, close } = await startNetwork()
  const settings = { url, poolSize: 1, applicationName: 'broken-network', queryTimeoutMs: 500 }
  const { db, pool } = connectDatabase(settings, () => undefined)
  const ask = () => sql`select 1`.execute(db)
  try {
    await ask()
    const unanswered = failure(sql`select pg_sleep(5)`.execute(db))
    await sleep(100)
    for (const socket of sockets) socket.resetAndDestroy()
    assert.equal(isDatabaseAway(await unanswered), true, 'reset while a statement runs')
    assert.equal((await ask()).rows.length, 1, 'a new connection works')

    network.isSwallowing = true
    assert.equal(isDatabaseAway(await failure(ask())), true, 'nobody answers on an open connection')
    const connectingAt = performance.now()
    assert.equal(isDatabaseAway(await failure(ask())), true, 'nobody answers on a new connection')
    assert.ok(performance.now() - connectingAt < 3_000, 'which is given up after the connect timeout')
    network.isSwallowing = false
    assert.equal((await ask()).rows.length, 1, 'the connection that swallowed a statement is not used again')

    network.isSwallowing = true
    const beganAt = performance.now()
    const abandoned = inTransaction(db, async (tx) => sql`select 1`.execute(tx))
    assert.equal(isDatabaseAway(await failure(abandoned)), true, 'nobody answers a transaction')
    assert.ok(performance.now() - beganAt < 900, 'and nobody waits for the answer to its rollback')

    await close()
    assert.equal(isDatabaseAway(await failure(ask())), true, 'the port is closed')
  } finally {
    await pool.end()
  }
})

test('a connection lost inside a transaction fails it once, without harm to the process', async () => {
  const { url, sockets, close } = await startNetwork()
  const { db, pool } = connectDatabase({ url, poolSize: 1, applicationName: 'lost' }, () => undefined)
  let attempts = 0
  const lost = inTransaction(db, async (tx) => {
    attempts++
    await sql`insert into counters values ('lost', 0)`.execute(tx)
    for (const socket of sockets) socket.destroy()
    await sleep(50)
    await sql`select 1`.execute(tx)
  })
  assert.equal(isDatabaseAway(await failure(lost)), true)
  assert.equal(attempts, 1, 'what was sent may have been committed, so only the caller can know whether to repeat')
  const { rows } = await sql`select 1 from counters where name = 'lost'`.execute(shop.db)
  assert.deepEqual(rows, [])
  await pool.end()
  await close()
})

const verdicts: [string, unknown, boolean][] = [
  [
    'a refused connection on every address',
    new AggregateError([Object.assign(new Error(), { code: 'ECONNREFUSED' })]),
    true,
  ],
  ['a broken pipe', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }), true],
  ['a name that does not resolve', Object.assign(new Error(), { code: 'ENOTFOUND' }), true],
  ['a server that is starting', Object.assign(new Error(), { code: '57P03' }), true],
  ['a standby after a failover', Object.assign(new Error(), { code: '25006' }), true],
  ['a statement that ran too long', Object.assign(new Error(), { code: '57014' }), false],
  ['a wait for a lock that was too long', Object.assign(new Error(), { code: '55P03' }), false],
  ['a mistake of ours', new TypeError('undefined is not a function'), false],
  ['null', null, false],
]
for (const [what, error, isAway] of verdicts) {
  test(`${what} means that the database is ${isAway ? 'away' : 'there'}`, () => {
    assert.equal(isDatabaseAway(error), isAway)
  })
}

test('a bigint beyond what a number holds exactly is an error, not a rounded price', async () => {
  const { rows } = await sql<{ paisa: number }>`select 9007199254740991::bigint as paisa`.execute(shop.db)
  assert.deepEqual(rows, [{ paisa: 9_007_199_254_740_991 }])
  await assert.rejects(sql`select 9007199254740993::bigint`.execute(shop.db), /not a safe integer: 9007199254740993/)
})

test('keys inside JSON stay as they were written', async () => {
  const { rows } = await sql`select '{"screen_inches": 6}'::jsonb as "some_json"`.execute(shop.db)
  assert.deepEqual(rows, [{ someJson: { screen_inches: 6 } }])
})
