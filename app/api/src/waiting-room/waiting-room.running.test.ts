import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { sql } from 'kysely'
import { createRoundsOf, createVisitor } from '../testing/room.ts'
import { type RoomShop, startRoomShop } from '../testing/room-shop.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi } from '../testing/test-api.ts'
import { decide, findDue } from './admission.repository.ts'
import { createTicketSigner } from './ticket-signer.ts'
import { sweepRooms } from './waiting-room.jobs.ts'
import { drawNumbers } from './waiting-room.service.ts'

let shop: RoomShop
before(async () => {
  shop = await startRoomShop()
})
after(() => shop.drop())

const codeOf = (answer: { json(): { code?: string } }) => answer.json().code

test('whoever does not come in time loses the place, which goes on, and may queue again at the end', async () => {
  const { saleId, document } = await shop.newRoom(0)
  const gone = createVisitor(shop.api, saleId)
  const next = createVisitor(shop.api, saleId)
  await gone.takeTicket()
  await next.takeTicket()
  await shop.callUntil(saleId, 2)
  assert.equal((await gone.visit()).state, 'called')
  const [pass1, pass2] = await Promise.all([next.takePass(), next.takePass()])
  assert.deepEqual(
    [pass1.state, pass1.passEndsAt],
    ['admitted', pass2.passEndsAt],
    'one pass, however often it is asked for',
  )
  await shop.pass(300)
  assert.equal((await gone.takePass()).state, 'missed')
  assert.equal(gone.jar.has(`pass-${saleId}`), false)
  const again = await Promise.all([gone.takeTicket(), gone.takeTicket()])
  assert.deepEqual([...new Set(again.map(({ number }) => number))], [3], 'one new place, asked for twice at once')
  await shop.callUntil(saleId, 3)
  assert.equal((await document()).serving, 3)
})

test('of many processes that decide in the same second one does, and nothing is caught up after a pause of all', async () => {
  const { saleId, document } = await shop.newRoom(0)
  await drawNumbers(
    shop.api.db,
    Array.from({ length: 500 }, () => ({ saleId, visitorHash: randomBytes(32), instead: null })),
  )
  const rounds = [shop.round, createRoundsOf(shop.api.db), createRoundsOf(shop.api.db), createRoundsOf(shop.api.db)]
  await shop.pass(1)
  await Promise.all(rounds.map((one) => one()))
  const { serving } = await document()
  assert.ok(serving > 0 && serving <= 21, String(serving))
  await shop.pass(3_600)
  await Promise.all(rounds.map((one) => one()))
  assert.ok((await document()).serving <= serving + 2 * 22)
})

test('what passes between the reading and the writing of a decision counts for the next one: as many are called as people are told', async () => {
  const { saleId } = await shop.newRoom(0)
  await drawNumbers(shop.api.db, [{ saleId, visitorHash: randomBytes(32), instead: null }])
  await shop.round()
  const read = async () => (await findDue(shop.api.db, 0)).find((room) => room.saleId === saleId)
  const due = await read()
  assert.ok(due)
  await shop.pass(1)
  const nothing = { ...due, calls: 0, isLowered: false }
  assert.equal(await inTransaction(shop.api.db, (tx) => decide(tx, nothing)), true)
  const elapsedSeconds = (await read())?.elapsedSeconds ?? 0
  assert.ok(elapsedSeconds >= 1, `${elapsedSeconds} s`)
})

test('everything survives the end of every process and a new key: nothing of a room is in their memory', async () => {
  const { saleId, variantId } = await shop.newRoom(0)
  const visitor = await shop.admitted(saleId)
  const waiting = createVisitor(shop.api, saleId)
  const { number } = await waiting.takeTicket()
  // Started now, with another key in front: knows nothing but the database.
  const reborn = await startTestApi({
    settings: { db: shop.api.db, tickets: createTicketSigner(shop.keys.toReversed().join()) },
  })
  try {
    const later = createVisitor(reborn, saleId, waiting.jar)
    assert.equal((await later.visit()).number, number)
    const { order } = await shop.fillCart(variantId)
    assert.equal((await order(visitor.cookie(), reborn)).statusCode, 200)
    const stranger = await startTestApi({ settings: { db: shop.api.db } })
    assert.equal(
      (await createVisitor(stranger, saleId, waiting.jar).visit()).state,
      'none',
      'a key that is gone opens nothing',
    )
    await stranger.drop()
  } finally {
    await reborn.drop()
  }
})

test('a sale that ends takes its room with it', async () => {
  const { saleId, variantId, document } = await shop.newRoom(0)
  const { order } = await shop.fillCart(variantId)
  await sql`update sales set ends_at = ${shop.now()}, starts_at = ${new Date(shop.now().getTime() - 1_000)} where id = ${saleId}`.execute(
    shop.api.db,
  )
  assert.equal((await document()).phase, 'over')
  assert.equal((await createVisitor(shop.api, saleId).takeTicket()).state, 'none')
  assert.equal((await order()).statusCode, 200)
})

test('staff pause, open and close it, once each and written down; passes hold while it is paused', async () => {
  const { saleId, variantId, document } = await shop.newRoom(0)
  const manager = await signInAsStaff(shop.api, 'manager')
  const url = `/api/console/sales/${saleId}/waiting-room`
  const visitor = await shop.admitted(saleId)
  await createVisitor(shop.api, saleId).takeTicket()
  const { version, floorPerSecond, ceilingPerSecond, targetMs } = (await manager.send('GET', url)).json()
  const controls = { floorPerSecond, ceilingPerSecond, targetMs }
  const run = (change: object) => manager.send('PUT', url, { version, state: 'open', ...controls, ...change })
  const paused = await Promise.all([run({ state: 'paused' }), run({ state: 'paused' }), run({ state: 'closed' })])
  assert.equal(paused.filter(({ statusCode }) => statusCode === 409).length, paused[2]?.statusCode === 200 ? 2 : 1)
  const settled = (await manager.send('GET', url)).json()
  const again = (change: object) =>
    manager.send('PUT', url, { version: settled.version, state: 'paused', ...controls, ...change })
  assert.equal((await again({})).statusCode, 200)
  await shop.pass(1)
  await shop.round()
  const still = await document()
  assert.equal(still.phase, 'paused')
  await shop.pass(5)
  await shop.round()
  assert.equal((await document()).serving, still.serving, 'nobody is called')
  const { order } = await shop.fillCart(variantId)
  assert.equal((await order(visitor.cookie())).statusCode, 200, 'a pass holds')
  const last = (await manager.send('GET', url)).json()
  assert.deepEqual([last.ordered, last.waiting, last.atCheckout, last.clearSeconds], [1, 1, 0, null])
  const closing = { version: last.version, state: 'closed', ...controls }
  assert.equal((await manager.send('PUT', url, closing)).json().phase, 'closed')
  assert.equal((await (await shop.fillCart(variantId)).order()).statusCode, 200, 'nobody waits')
  for (const wrong of [
    { ceilingPerSecond: 1, floorPerSecond: 2 },
    { floorPerSecond: 0 },
    { state: 'ajar' },
    { targetMs: 1 },
  ]) {
    assert.equal((await manager.send('PUT', url, { ...closing, version: last.version + 1, ...wrong })).statusCode, 400)
  }
  assert.equal(codeOf(await manager.send('GET', '/api/console/sales/999999/waiting-room')), 'WAITING_ROOM_NOT_FOUND')
  const viewer = await signInAsStaff(shop.api, 'viewer')
  assert.equal((await viewer.send('GET', url)).statusCode, 200)
  assert.equal((await viewer.send('PUT', url, closing)).statusCode, 403)
  const written = await sql<{ action: string }>`
    select action from audit_entries where subject = ${`sale:${saleId}`} order by id`.execute(shop.api.db)
  assert.equal(written.rows.at(-1)?.action, 'waiting_rooms.closed')
})

test('a day after its sale nothing personal is left of a room', async () => {
  const { saleId } = await shop.newRoom(0)
  await createVisitor(shop.api, saleId).takeTicket()
  assert.equal(await sweepRooms(shop.api.db), 0)
  await shop.pass(60 * 60 * 30)
  // A few rooms at a time.
  while ((await sweepRooms(shop.api.db)) > 0);
  const left = await sql`select from waiting_room_tickets`.execute(shop.api.db)
  assert.equal(left.rows.length, 0)
})
