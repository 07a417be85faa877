import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { WaitingRoom } from '@dhakacart/contract/waiting-room.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { sql } from 'kysely'
import { addSaleWithRoom, createRoundsOf, createVisitor } from '../testing/room.ts'
import { createShopper } from '../testing/shopper.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { placeOf } from './lot.ts'
import { createTicketSigner } from './ticket-signer.ts'
import { sweepRooms } from './waiting-room.jobs.ts'
import { drawNumbers } from './waiting-room.service.ts'

const keys = ['old', 'young'].map((name) => `${name}:${randomBytes(32).toString('base64')}`)
let api: TestApi
/** Another process of the same shop, its key replaced already. */
let other: TestApi
let round: () => Promise<number>
let upazilaId: number
let now = new Date('2027-03-01T04:00:00Z')
before(async () => {
  api = await startTestApi({ settings: { tickets: createTicketSigner(keys[0] as string) } })
  await useSimulatedClock(api.db, now)
  other = await startTestApi({ settings: { db: api.db, tickets: createTicketSigner(`${keys[1]},${keys[0]}`) } })
  round = createRoundsOf(api.db)
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
})
after(async () => {
  await other.drop()
  await api.drop()
})

async function pass(seconds: number): Promise<void> {
  now = new Date(now.getTime() + seconds * 1_000)
  await setClock(api.db, now)
}

/** A sale that starts in so many seconds, its room made; each test has its own. */
async function newRoom(startsInSeconds: number, stock = 100) {
  const { variantId } = await addProduct(api.db, { stock })
  const saleId = await addSaleWithRoom(api.db, [variantId], new Date(now.getTime() + startsInSeconds * 1_000))
  await round()
  const document = async (): Promise<WaitingRoom> => (await api.inject(`/api/waiting-rooms/${saleId}`)).json()
  return { saleId, variantId, document, visitor: () => createVisitor(api, saleId) }
}

/** Rounds, a second apart, until this place has been called. */
async function callUntil(saleId: number, place: number): Promise<void> {
  for (let second = 0; second < 60; second++) {
    const { serving } = (await api.inject(`/api/waiting-rooms/${saleId}`)).json()
    if (serving >= place) return
    await pass(1)
    await round()
  }
  assert.fail(`place ${place} was not called within a minute`)
}

async function fillCart(variantId: number, quantity = 1) {
  const shopper = createShopper(api)
  await shopper.add(variantId, quantity)
  const [{ orderKey }, body] = [await shopper.cart(), await shopper.orderBody(upazilaId)]
  const order = (cookies = '', at: Pick<TestApi, 'inject'> = api) =>
    at.inject({
      method: 'POST',
      url: '/api/orders',
      payload: body,
      headers: { 'idempotency-key': orderKey ?? '', cookie: `cart=${shopper.cookie()}; ${cookies}` },
    })
  return { shopper, order }
}

const codeOf = (answer: { json(): { code?: string } }) => answer.json().code

/** A visitor with a pass that has not been used. */
async function admitted(saleId: number) {
  const visitor = createVisitor(api, saleId)
  const { number } = await visitor.takeTicket()
  await callUntil(saleId, number ?? 0)
  assert.equal((await visitor.takePass()).state, 'admitted')
  return visitor
}

test('those who come early get their places by a lot that was promised before and can be checked after; later ones queue behind', async () => {
  const { saleId, document, visitor } = await newRoom(600)
  const promised = await document()
  assert.deepEqual([promised.phase, promised.secret, promised.earlyCount], ['early', null, null])
  const early = Array.from({ length: 8 }, visitor)
  const tickets = await Promise.all(early.map((one) => one.takeTicket()))
  assert.deepEqual(tickets.map(({ number }) => number).toSorted(), [1, 2, 3, 4, 5, 6, 7, 8])
  assert.ok(tickets.every(({ state, place }) => state === 'waiting' && place === null))
  await pass(600)
  // Whoever draws first after the start closes the lot, before any round does.
  const late = visitor()
  assert.equal((await late.takeTicket()).number, 9)
  const opened = await document()
  assert.deepEqual([opened.phase, opened.earlyCount], ['running', 8])
  const secret = Buffer.from(opened.secret ?? '', 'hex')
  assert.equal(createHash('sha256').update(secret).digest('hex'), promised.commitment)
  const places = await Promise.all(early.map(async (one) => (await one.visit()).place))
  assert.deepEqual(
    places,
    tickets.map(({ number }) => placeOf(number ?? 0, { secret, earlyCount: 8 })),
  )
  assert.deepEqual(places.toSorted(), [1, 2, 3, 4, 5, 6, 7, 8])
  assert.equal((await late.visit()).place, 9)
  const { saleId: otherSale } = await newRoom(60)
  assert.notEqual((await api.inject(`/api/waiting-rooms/${otherSale}`)).json().commitment, opened.commitment)
  assert.equal((await api.inject('/api/waiting-rooms/999999')).statusCode, 404)
  assert.equal(
    codeOf(await api.inject({ method: 'PUT', url: '/api/waiting-rooms/999999/ticket' })),
    'WAITING_ROOM_NOT_FOUND',
  )
  assert.ok(saleId > 0)
})

test('after the opening first come is first served, also of blocks drawn at once, which have no gaps but those of a process that dies', async () => {
  const { saleId, document } = await newRoom(0)
  const asking = (count: number) =>
    Array.from({ length: count }, () => ({ saleId, visitorHash: randomBytes(32), instead: null }))
  const [one, two] = await Promise.all([drawNumbers(api.db, asking(50)), drawNumbers(api.db, asking(30))])
  const numbers = [...one, ...two].map((outcome) => ('value' in outcome ? outcome.value : 0))
  assert.deepEqual(
    numbers.toSorted((a, b) => a - b),
    Array.from({ length: 80 }, (_, index) => index + 1),
  )
  const first = one.map((outcome) => ('value' in outcome ? outcome.value : 0))
  assert.deepEqual(
    first,
    first.toSorted((a, b) => a - b),
    'in the order of asking',
  )
  // The process that drew these died before it told anybody; nobody behind waits for them longer than for others.
  await drawNumbers(api.db, asking(5))
  const [last] = await drawNumbers(api.db, asking(1))
  assert.deepEqual(last, { value: 86 })
  await callUntil(saleId, 86)
  assert.equal((await document()).serving, 86)
})

test('one visitor has one place, however many tabs ask at once, at whichever process', async () => {
  const { saleId, document } = await newRoom(600)
  const visitor = createVisitor(api, saleId)
  await visitor.takeTicket()
  const { number } = await visitor.visit()
  // Without the ticket's cookie, as a tab whose answer was lost.
  const jar = () => new Map([['visitor', visitor.jar.get('visitor') ?? '']])
  const tabs = Array.from({ length: 20 }, (_, tab) => createVisitor(tab % 2 === 0 ? api : other, saleId, jar()))
  const visits = await Promise.all(tabs.map((tab) => tab.takeTicket()))
  assert.deepEqual([...new Set(visits.map((visit) => visit.number))], [number])
  const fresh = randomBytes(32).toString('base64url')
  const atOnce = await Promise.all(
    Array.from({ length: 20 }, (_, tab) =>
      createVisitor(tab % 2 === 0 ? api : other, saleId, new Map([['visitor', fresh]])).takeTicket(),
    ),
  )
  assert.equal(new Set(atOnce.map((visit) => visit.number)).size, 1)
  assert.equal((await document()).lastNumber, 2)
})

test('an order of its variants needs a pass, whoever asks; carts, other orders and other rooms do not', async () => {
  const { saleId, variantId } = await newRoom(600)
  const plain = await addProduct(api.db)
  await pass(0)
  const early = await fillCart(variantId)
  const refused = await early.order()
  assert.deepEqual([refused.statusCode, codeOf(refused)], [409, 'WAITING_ROOM_PASS_NEEDED'])
  assert.deepEqual(refused.json().details, { saleId })
  assert.equal((await (await fillCart(plain.variantId)).order()).statusCode, 200)
  await pass(600)
  const visitor = await admitted(saleId)
  assert.equal(codeOf(await early.order()), 'WAITING_ROOM_PASS_NEEDED')
  const rooms = await api.inject({
    url: '/api/cart/waiting-rooms',
    headers: { cookie: `cart=${early.shopper.cookie()}; ${visitor.cookie()}` },
  })
  assert.equal(rooms.json().rooms[0].passEndsAt, (await visitor.visit()).passEndsAt)
  const placed = await early.order(visitor.cookie())
  assert.equal(placed.statusCode, 200, placed.body)
  assert.equal((await visitor.visit()).state, 'ordered')
  const repeated = await early.order()
  assert.equal(
    repeated.json().number,
    placed.json().number,
    'the same key gives the first order, before any pass is asked for',
  )
  assert.equal(codeOf(await (await fillCart(variantId)).order(visitor.cookie())), 'WAITING_ROOM_PASS_NEEDED')
  assert.ok(((await visitor.takeTicket()).number ?? 0) > 1, 'who ordered may queue again, at the end')
})

test('a pass places one order, of fifty at once', async () => {
  const { saleId, variantId } = await newRoom(0)
  const visitor = await admitted(saleId)
  const carts = []
  for (let cart = 0; cart < 50; cart++) carts.push(await fillCart(variantId))
  const answers = await Promise.all(
    carts.map(({ order }, index) => order(visitor.cookie(), index % 2 === 0 ? api : other)),
  )
  const accepted = answers.filter(({ statusCode }) => statusCode === 200)
  assert.equal(accepted.length, 1)
  assert.ok(answers.every((answer) => answer.statusCode === 200 || codeOf(answer) === 'WAITING_ROOM_PASS_NEEDED'))
  const uses = await api.db.selectFrom('waitingRoomOrders').selectAll().execute()
  assert.equal(uses.filter(({ passId }) => passId === Math.max(...uses.map((use) => use.passId))).length, 1)
})

test('an order that is refused for something else keeps its pass', async () => {
  const { saleId, variantId } = await newRoom(0, 1)
  const visitor = await admitted(saleId)
  const first = await fillCart(variantId)
  const second = await fillCart(variantId)
  await sql`update stock_levels set held = 1 where variant_id = ${variantId}`.execute(api.db)
  assert.equal(codeOf(await first.order(visitor.cookie())), 'OUT_OF_STOCK')
  assert.equal((await visitor.visit()).state, 'admitted')
  await sql`update stock_levels set held = 0 where variant_id = ${variantId}`.execute(api.db)
  assert.equal((await second.order(visitor.cookie())).statusCode, 200)
})

test('forged, foreign, other sales’ and used-up tickets and passes open nothing', async () => {
  const { saleId, variantId } = await newRoom(0)
  const { saleId: otherSale } = await newRoom(0)
  const visitor = await admitted(saleId)
  const [ticket, passText] = [visitor.jar.get(`ticket-${saleId}`) ?? '', visitor.jar.get(`pass-${saleId}`) ?? '']
  const stranger = createVisitor(api, saleId)
  await stranger.takeTicket()
  stranger.jar.set(`ticket-${saleId}`, ticket)
  assert.equal((await stranger.visit()).state, 'none', 'a shared ticket is nobody’s')
  const mine = visitor.jar.get('visitor') ?? ''
  const { order } = await fillCart(variantId)
  for (const cookies of [
    `pass-${saleId}=${passText}`,
    `visitor=${stranger.jar.get('visitor')}; pass-${saleId}=${passText}`,
    `visitor=${mine}; pass-${saleId}=${ticket}`,
    `visitor=${mine}; pass-${otherSale}=${passText}`,
    `visitor=${mine}; pass-${saleId}=${passText.slice(0, -2)}AA`,
    `visitor=${mine}; pass-${saleId}=old.1.99999999999.${'A'.repeat(43)}`,
  ]) {
    assert.equal(codeOf(await order(cookies)), 'WAITING_ROOM_PASS_NEEDED', cookies)
  }
  const elsewhere = createVisitor(
    api,
    otherSale,
    new Map([
      ['visitor', mine],
      [`ticket-${otherSale}`, ticket],
    ]),
  )
  assert.equal((await elsewhere.visit()).state, 'none')
  await pass(601)
  assert.equal(codeOf(await order(visitor.cookie())), 'WAITING_ROOM_PASS_NEEDED', 'a pass lasts ten minutes')
  assert.equal((await visitor.visit()).state, 'pass_over')
})

test('whoever does not come in time loses the place, which goes on, and may queue again at the end', async () => {
  const { saleId, document } = await newRoom(0)
  const gone = createVisitor(api, saleId)
  const next = createVisitor(api, saleId)
  await gone.takeTicket()
  await next.takeTicket()
  await callUntil(saleId, 2)
  assert.equal((await gone.visit()).state, 'called')
  const [pass1, pass2] = await Promise.all([next.takePass(), next.takePass()])
  assert.deepEqual(
    [pass1.state, pass1.passEndsAt],
    ['admitted', pass2.passEndsAt],
    'one pass, however often it is asked for',
  )
  await pass(300)
  assert.equal((await gone.takePass()).state, 'missed')
  assert.equal(gone.jar.has(`pass-${saleId}`), false)
  const again = await Promise.all([gone.takeTicket(), gone.takeTicket()])
  assert.deepEqual([...new Set(again.map(({ number }) => number))], [3], 'one new place, asked for twice at once')
  await callUntil(saleId, 3)
  assert.equal((await document()).serving, 3)
})

test('of many processes that decide in the same second one does, and nothing is caught up after a pause of all', async () => {
  const { saleId, document } = await newRoom(0)
  await drawNumbers(
    api.db,
    Array.from({ length: 500 }, () => ({ saleId, visitorHash: randomBytes(32), instead: null })),
  )
  const rounds = [round, createRoundsOf(api.db), createRoundsOf(api.db), createRoundsOf(api.db)]
  await pass(1)
  await Promise.all(rounds.map((one) => one()))
  const { serving } = await document()
  assert.ok(serving > 0 && serving <= 21, String(serving))
  await pass(3_600)
  await Promise.all(rounds.map((one) => one()))
  assert.ok((await document()).serving <= serving + 2 * 22)
})

test('everything survives the end of every process and a new key: nothing of a room is in their memory', async () => {
  const { saleId, variantId } = await newRoom(0)
  const visitor = await admitted(saleId)
  const waiting = createVisitor(api, saleId)
  const { number } = await waiting.takeTicket()
  // Started now, with another key in front: knows nothing but the database.
  const reborn = await startTestApi({ settings: { db: api.db, tickets: createTicketSigner(keys.toReversed().join()) } })
  try {
    const later = createVisitor(reborn, saleId, waiting.jar)
    assert.equal((await later.visit()).number, number)
    const { order } = await fillCart(variantId)
    assert.equal((await order(visitor.cookie(), reborn)).statusCode, 200)
    const stranger = await startTestApi({ settings: { db: api.db } })
    assert.equal(
      (await createVisitor(stranger, saleId, waiting.jar).visit()).state,
      'none',
      'a key that is gone opens nothing',
    )
    await stranger.app.close()
  } finally {
    await reborn.app.close()
  }
})

test('a sale that ends takes its room with it', async () => {
  const { saleId, variantId, document } = await newRoom(0)
  const { order } = await fillCart(variantId)
  await sql`update sales set ends_at = ${now}, starts_at = ${new Date(now.getTime() - 1_000)} where id = ${saleId}`.execute(
    api.db,
  )
  assert.equal((await document()).phase, 'over')
  assert.equal((await createVisitor(api, saleId).takeTicket()).state, 'none')
  assert.equal((await order()).statusCode, 200)
})

test('staff pause, open and close it, once each and written down; passes hold while it is paused', async () => {
  const { saleId, variantId, document } = await newRoom(0)
  const manager = await signInAsStaff(api, 'manager')
  const url = `/api/console/sales/${saleId}/waiting-room`
  const visitor = await admitted(saleId)
  await createVisitor(api, saleId).takeTicket()
  const { version, floorPerSecond, ceilingPerSecond, targetMs } = (await manager.send('GET', url)).json()
  const controls = { floorPerSecond, ceilingPerSecond, targetMs }
  const run = (change: object) => manager.send('PUT', url, { version, state: 'open', ...controls, ...change })
  const paused = await Promise.all([run({ state: 'paused' }), run({ state: 'paused' }), run({ state: 'closed' })])
  assert.equal(paused.filter(({ statusCode }) => statusCode === 409).length, paused[2]?.statusCode === 200 ? 2 : 1)
  const settled = (await manager.send('GET', url)).json()
  const again = (change: object) =>
    manager.send('PUT', url, { version: settled.version, state: 'paused', ...controls, ...change })
  assert.equal((await again({})).statusCode, 200)
  await pass(1)
  await round()
  const still = await document()
  assert.equal(still.phase, 'paused')
  await pass(5)
  await round()
  assert.equal((await document()).serving, still.serving, 'nobody is called')
  const { order } = await fillCart(variantId)
  assert.equal((await order(visitor.cookie())).statusCode, 200, 'a pass holds')
  const last = (await manager.send('GET', url)).json()
  assert.deepEqual([last.ordered, last.waiting, last.atCheckout, last.clearSeconds], [1, 1, 0, null])
  const closing = { version: last.version, state: 'closed', ...controls }
  assert.equal((await manager.send('PUT', url, closing)).json().phase, 'closed')
  assert.equal((await (await fillCart(variantId)).order()).statusCode, 200, 'nobody waits')
  for (const wrong of [
    { ceilingPerSecond: 1, floorPerSecond: 2 },
    { floorPerSecond: 0 },
    { state: 'ajar' },
    { targetMs: 1 },
  ]) {
    assert.equal((await manager.send('PUT', url, { ...closing, version: last.version + 1, ...wrong })).statusCode, 400)
  }
  assert.equal(codeOf(await manager.send('GET', '/api/console/sales/999999/waiting-room')), 'WAITING_ROOM_NOT_FOUND')
  const viewer = await signInAsStaff(api, 'viewer')
  assert.equal((await viewer.send('GET', url)).statusCode, 200)
  assert.equal((await viewer.send('PUT', url, closing)).statusCode, 403)
  const written = await sql<{ action: string }>`
    select action from audit_entries where subject = ${`sale:${saleId}`} order by id`.execute(api.db)
  assert.equal(written.rows.at(-1)?.action, 'waiting_rooms.closed')
})

test('a day after its sale nothing personal is left of a room', async () => {
  const { saleId } = await newRoom(0)
  await createVisitor(api, saleId).takeTicket()
  assert.equal(await sweepRooms(api.db), 0)
  await pass(60 * 60 * 30)
  // A few rooms at a time.
  while ((await sweepRooms(api.db)) > 0);
  const left = await sql`select from waiting_room_tickets`.execute(api.db)
  assert.equal(left.rows.length, 0)
})
