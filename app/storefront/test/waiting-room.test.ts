import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ShopUnderTest, startShop } from './shop-under-test.ts'

let shop: ShopUnderTest
let saleId: number
let product: { slug: string; variantId: number }
before(async () => {
  shop = await startShop()
  const found = await shop.db
    .selectFrom('products')
    .innerJoin('variants', 'variants.productId', 'products.id')
    .innerJoin('stockLevels', 'stockLevels.variantId', 'variants.id')
    .select(['products.slug', 'variants.id as variantId'])
    .where('products.isPublished', '=', true)
    .where('variants.isPublished', '=', true)
    .where('stockLevels.onHand', '>', 5)
    .where('stockLevels.held', '=', 0)
    .orderBy('variants.id')
    .executeTakeFirstOrThrow()
  product = found
  const [startsAt, endsAt] = [5, 120].map((minutes) => new Date(Date.now() + minutes * 60_000)) as [Date, Date]
  const sale = await shop.db
    .insertInto('sales')
    .values({
      creationKey: randomUUID(),
      nameEn: 'Eid sale',
      nameBn: 'ঈদ সেল',
      startsAt,
      endsAt,
      prewarmMinutes: 0,
      hasWaitingRoom: true,
      state: 'scheduled',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  saleId = sale.id
  const line = { saleId, variantId: product.variantId, pricePaisa: 100, allotment: 100, isScheduled: true }
  const during = `[${startsAt.toISOString()},${endsAt.toISOString()})`
  await shop.db
    .insertInto('saleLines')
    .values({ ...line, during })
    .execute()
  // The api makes the room in one of its rounds, a second apart.
  for (let looked = 0; looked < 100 && (await document()).statusCode !== 200; looked++) await sleep(100)
})
after(() => shop.close())

const document = () => shop.app.inject(`/api/waiting-rooms/${saleId}`)

const isCalled = /role="status"[^>]*>এখন আপনার পালা/

/** A browser without JavaScript. */
function createBrowser() {
  const jar = new Map<string, string>()
  async function send(method: 'GET' | 'POST', url: string, form: Record<string, string> = {}) {
    const answer = await shop.app.inject({
      method,
      url,
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(method === 'POST' && { payload: new URLSearchParams(form).toString() }),
    })
    for (const { name, value } of answer.cookies) jar.set(name, value)
    return answer
  }
  return { jar, get: (url: string) => send('GET', url), post: (url: string, form = {}) => send('POST', url, form) }
}

test('the one document comes from memory, is the same for everybody, may be kept a second, and 304 to whoever has it', async () => {
  const first = await document()
  assert.match(String(first.headers['cache-control']), /s-maxage=1\b/)
  assert.equal(first.headers['set-cookie'], undefined)
  const again = await shop.app.inject({
    url: `/api/waiting-rooms/${saleId}`,
    headers: { 'if-none-match': String(first.headers['etag']) },
  })
  assert.ok(again.statusCode === 304 || again.headers['etag'] !== first.headers['etag'])
  assert.equal((await shop.app.inject('/api/waiting-rooms/999999')).json().code, 'WAITING_ROOM_NOT_FOUND')
  assert.equal((await shop.app.inject('/api/waiting-rooms/x')).statusCode, 400)
})

test('product, cart and checkout lead to the room, and the page of the room is the same for everybody', async () => {
  for (const [language, name] of [
    ['en', 'Eid sale'],
    ['bn', 'ঈদ সেল'],
  ]) {
    const browser = createBrowser()
    const page = await browser.get(`/${language}/p/${product.slug}`)
    assert.match(page.body, new RegExp(`/${language}/waiting-room/${saleId}"`))
    await browser.post(`/${language}/cart/lines`, { variant: String(product.variantId), quantity: '1' })
    assert.match((await browser.get(`/${language}/cart`)).body, new RegExp(`${name}[^<]*`))
    const checkout = await browser.get(`/${language}/checkout`)
    assert.deepEqual([checkout.statusCode, checkout.headers.location], [303, `/${language}/waiting-room/${saleId}`])
    const room = await browser.get(`/${language}/waiting-room/${saleId}`)
    assert.match(String(room.headers['cache-control']), /public/)
    assert.match(room.body, new RegExp(name ?? ''))
  }
  assert.equal((await shop.app.inject('/en/waiting-room/999999')).statusCode, 404)
  assert.equal((await shop.app.inject('/en/waiting-room/x')).statusCode, 404)
})

test('without JavaScript: a place before the opening, the page that comes again by itself, the turn, the checkout with the cart', async () => {
  const browser = createBrowser()
  await browser.post('/bn/cart/lines', { variant: String(product.variantId), quantity: '1' })
  const taken = await browser.post(`/bn/waiting-room/${saleId}`)
  assert.deepEqual([taken.statusCode, taken.headers.location], [303, `/bn/waiting-room/${saleId}/place`])
  const early = await browser.get(`/bn/waiting-room/${saleId}/place`)
  assert.match(String(early.headers['refresh']), /^\d+$/)
  assert.equal(early.headers['cache-control'], 'no-store')
  assert.match(early.body, /role="status"[^>]*>আপনার জায়গা আছে।</)
  await shop.db.updateTable('sales').set({ startsAt: new Date() }).where('id', '=', saleId).execute()
  let place = early
  for (let looked = 0; looked < 150 && !isCalled.test(place.body); looked++) {
    await sleep(100)
    place = await browser.get(`/bn/waiting-room/${saleId}/place`)
  }
  assert.match(place.body, isCalled)
  const turn = await browser.post(`/bn/waiting-room/${saleId}/pass`)
  assert.equal(turn.headers.location, '/bn/checkout')
  const checkout = await browser.get('/bn/checkout')
  assert.equal(checkout.statusCode, 200, String(checkout.headers.location))
  assert.match(checkout.body, new RegExp(`value="${product.variantId}:1:`))
  const stranger = createBrowser()
  assert.equal((await stranger.get(`/bn/waiting-room/${saleId}/place`)).headers.location, `/bn/waiting-room/${saleId}`)
})

test('whoever comes without JavaScript once nobody waits any more reads so, and is not sent back to take a place', async () => {
  await shop.db.updateTable('waitingRooms').set({ state: 'closed' }).where('saleId', '=', saleId).execute()
  let phase = ''
  for (let looked = 0; looked < 50 && phase !== 'closed'; looked++) {
    await sleep(100)
    phase = (await document()).json().phase
  }
  const late = createBrowser()
  const taken = await late.post(`/en/waiting-room/${saleId}`)
  assert.equal(taken.headers.location, `/en/waiting-room/${saleId}/place`)
  const place = await late.get(`/en/waiting-room/${saleId}/place`)
  assert.deepEqual([place.statusCode, place.headers['refresh']], [200, undefined])
  assert.match(place.body, /Nobody has to wait any more/)
})
