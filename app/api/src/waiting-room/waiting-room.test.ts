import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { sql } from 'kysely'
import { createVisitor } from '../testing/room.ts'
import { type RoomShop, startRoomShop } from '../testing/room-shop.ts'
import { placeOf } from './lot.ts'
import { drawNumbers } from './waiting-room.service.ts'

let shop: RoomShop
before(async () => {
  shop = await startRoomShop()
})
after(() => shop.drop())

const codeOf = (answer: { json(): { code?: string } }) => answer.json().code

test('those who come early get their places by a lot that was promised before and can be checked after; later ones queue behind', async () => {
  const { saleId, document, visitor } = await shop.newRoom(600)
  const promised = await document()
  assert.deepEqual([promised.phase, promised.secret, promised.earlyCount], ['early', null, null])
  const early = Array.from({ length: 8 }, visitor)
  const tickets = await Promise.all(early.map((one) => one.takeTicket()))
  assert.deepEqual(tickets.map(({ number }) => number).toSorted(), [1, 2, 3, 4, 5, 6, 7, 8])
  assert.ok(tickets.every(({ state, place }) => state === 'waiting' && place === null))
  await shop.pass(600)
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
  const { saleId: otherSale } = await shop.newRoom(60)
  assert.notEqual((await shop.api.inject(`/api/waiting-rooms/${otherSale}`)).json().commitment, opened.commitment)
  assert.equal((await shop.api.inject('/api/waiting-rooms/999999')).statusCode, 404)
  assert.equal(
    codeOf(await shop.api.inject({ method: 'PUT', url: '/api/waiting-rooms/999999/ticket' })),
    'WAITING_ROOM_NOT_FOUND',
  )
  assert.ok(saleId > 0)
})

test('after the opening first come is first served, also of blocks drawn at once, which have no gaps but those of a process that dies', async () => {
  const { saleId, document } = await shop.newRoom(0)
  const asking = (count: number) =>
    Array.from({ length: count }, () => ({ saleId, visitorHash: randomBytes(32), instead: null }))
  const [one, two] = await Promise.all([drawNumbers(shop.api.db, asking(50)), drawNumbers(shop.api.db, asking(30))])
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
  await drawNumbers(shop.api.db, asking(5))
  const [last] = await drawNumbers(shop.api.db, asking(1))
  assert.deepEqual(last, { value: 86 })
  await shop.callUntil(saleId, 86)
  assert.equal((await document()).serving, 86)
})

test('one visitor has one place, however many tabs ask at once, at whichever process', async () => {
  const { saleId, document } = await shop.newRoom(600)
  const visitor = createVisitor(shop.api, saleId)
  await visitor.takeTicket()
  const { number } = await visitor.visit()
  // Without the ticket's cookie, as a tab whose answer was lost.
  const jar = () => new Map([['visitor', visitor.jar.get('visitor') ?? '']])
  const tabs = Array.from({ length: 20 }, (_, tab) =>
    createVisitor(tab % 2 === 0 ? shop.api : shop.other, saleId, jar()),
  )
  const visits = await Promise.all(tabs.map((tab) => tab.takeTicket()))
  assert.deepEqual([...new Set(visits.map((visit) => visit.number))], [number])
  const fresh = randomBytes(32).toString('base64url')
  const atOnce = await Promise.all(
    Array.from({ length: 20 }, (_, tab) =>
      createVisitor(tab % 2 === 0 ? shop.api : shop.other, saleId, new Map([['visitor', fresh]])).takeTicket(),
    ),
  )
  assert.equal(new Set(atOnce.map((visit) => visit.number)).size, 1)
  assert.equal((await document()).lastNumber, 2)
})

test('an order of its variants needs a pass, whoever asks; carts, other orders and other rooms do not', async () => {
  const { saleId, variantId } = await shop.newRoom(600)
  const plain = await addProduct(shop.api.db)
  await shop.pass(0)
  const early = await shop.fillCart(variantId)
  const refused = await early.order()
  assert.deepEqual([refused.statusCode, codeOf(refused)], [409, 'WAITING_ROOM_PASS_NEEDED'])
  assert.deepEqual(refused.json().details, { saleId })
  assert.equal((await (await shop.fillCart(plain.variantId)).order()).statusCode, 200)
  await shop.pass(600)
  const visitor = await shop.admitted(saleId)
  assert.equal(codeOf(await early.order()), 'WAITING_ROOM_PASS_NEEDED')
  const rooms = await shop.api.inject({
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
  assert.equal(codeOf(await (await shop.fillCart(variantId)).order(visitor.cookie())), 'WAITING_ROOM_PASS_NEEDED')
  assert.ok(((await visitor.takeTicket()).number ?? 0) > 1, 'who ordered may queue again, at the end')
})

test('a pass places one order, of fifty at once', async () => {
  const { saleId, variantId } = await shop.newRoom(0)
  const visitor = await shop.admitted(saleId)
  const carts = []
  for (let cart = 0; cart < 50; cart++) carts.push(await shop.fillCart(variantId))
  const answers = await Promise.all(
    carts.map(({ order }, index) => order(visitor.cookie(), index % 2 === 0 ? shop.api : shop.other)),
  )
  const accepted = answers.filter(({ statusCode }) => statusCode === 200)
  assert.equal(accepted.length, 1)
  assert.ok(answers.every((answer) => answer.statusCode === 200 || codeOf(answer) === 'WAITING_ROOM_PASS_NEEDED'))
  const uses = await shop.api.db.selectFrom('waitingRoomOrders').selectAll().execute()
  assert.equal(uses.filter(({ passId }) => passId === Math.max(...uses.map((use) => use.passId))).length, 1)
})

test('an order that is refused for something else keeps its pass', async () => {
  const { saleId, variantId } = await shop.newRoom(0, 1)
  const visitor = await shop.admitted(saleId)
  const first = await shop.fillCart(variantId)
  const second = await shop.fillCart(variantId)
  await sql`update stock_levels set held = 1 where variant_id = ${variantId}`.execute(shop.api.db)
  assert.equal(codeOf(await first.order(visitor.cookie())), 'OUT_OF_STOCK')
  assert.equal((await visitor.visit()).state, 'admitted')
  await sql`update stock_levels set held = 0 where variant_id = ${variantId}`.execute(shop.api.db)
  assert.equal((await second.order(visitor.cookie())).statusCode, 200)
})

test('forged, foreign, other sales’ and used-up tickets and passes open nothing', async () => {
  const { saleId, variantId } = await shop.newRoom(0)
  const { saleId: otherSale } = await shop.newRoom(0)
  const visitor = await shop.admitted(saleId)
  const [ticket, passText] = [visitor.jar.get(`ticket-${saleId}`) ?? '', visitor.jar.get(`pass-${saleId}`) ?? '']
  const stranger = createVisitor(shop.api, saleId)
  await stranger.takeTicket()
  stranger.jar.set(`ticket-${saleId}`, ticket)
  assert.equal((await stranger.visit()).state, 'none', 'a shared ticket is nobody’s')
  const mine = visitor.jar.get('visitor') ?? ''
  const { order } = await shop.fillCart(variantId)
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
    shop.api,
    otherSale,
    new Map([
      ['visitor', mine],
      [`ticket-${otherSale}`, ticket],
    ]),
  )
  assert.equal((await elsewhere.visit()).state, 'none')
  await shop.pass(601)
  assert.equal(codeOf(await order(visitor.cookie())), 'WAITING_ROOM_PASS_NEEDED', 'a pass lasts ten minutes')
  assert.equal((await visitor.visit()).state, 'pass_over')
})
