import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { sql } from 'kysely'
import { placeOrder } from '../testing/placed-order.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { createCredential, revokeCredential } from './machines.service.ts'

let api: TestApi
let token: string
let upazilaId: number
let variantId: number
let phoneNumber = 0

before(async () => {
  api = await startTestApi()
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
  variantId = (await addProduct(api.db, { stock: 100 })).variantId
  token = await createCredential({ db: api.db, randomBytes }, 'rehearsal', 'orders.export')
})
after(() => api.drop())

const read = (query = '', bearer = token) =>
  api.inject({ url: `/api/machine/orders${query}`, headers: { authorization: `Bearer ${bearer}` } })
const place = () =>
  placeOrder(api, upazilaId, [[variantId, 1]], { customerPhone: `0161${String(++phoneNumber).padStart(7, '0')}` })

test('every order comes once, in the order it was placed, with nothing of who placed it', async () => {
  const placed = []
  for (let count = 0; count < 5; count++) placed.push(await place())
  const numbers: string[] = []
  let query = '?limit=2'
  for (let page = 1; page <= 3; page++) {
    const answer = (await read(query)).json()
    assert.equal(answer.hasMore, page < 3)
    assert.deepEqual(Object.keys(answer.orders[0]).toSorted(), ['number', 'placedAt', 'state', 'totalPaisa'])
    numbers.push(...answer.orders.map(({ number }: { number: string }) => number))
    query = `?limit=2&after=${answer.nextCursor}`
  }
  assert.deepEqual(
    numbers,
    placed.map(({ number }) => number),
  )
  const end = (await read(query)).json()
  assert.deepEqual([end.orders, end.hasMore], [[], false])
  const next = await place()
  const later = (await read(`?after=${end.nextCursor}`)).json()
  assert.deepEqual(
    later.orders.map(({ number }: { number: string }) => number),
    [next.number],
    'the end is a place to go on from',
  )
})

test('an order that is still being written holds back those placed after it began, so none is ever skipped', async () => {
  const late = await place()
  const { nextCursor } = (await read('?limit=5000')).json()
  const slow = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const writing = api.db.transaction().execute(async (tx) => {
    await sql`select shop_now()`.execute(tx)
    begun.resolve()
    await slow.promise
    // Stands for an insertion: what appears at the commit carries the time of the beginning.
    await sql`update orders set placed_at = shop_now() where id = ${late.id}`.execute(tx)
  })
  await begun.promise
  const quick = await place()
  const readOn = async () => {
    const { orders } = (await read(`?after=${nextCursor}`)).json()
    return orders.map(({ number }: { number: string }) => number)
  }
  assert.deepEqual(await readOn(), [])
  slow.resolve()
  await writing
  assert.deepEqual(await readOn(), [late.number, quick.number])
})

test('without a credential, with a wrong, a replaced or a revoked one there is nothing', async () => {
  const { statusCode } = await api.inject({ url: '/api/machine/orders' })
  assert.equal(statusCode, 400)
  const refused = await read('', 'A'.repeat(43))
  assert.deepEqual([refused.statusCode, refused.json().code], [401, 'MACHINE_CREDENTIAL_REQUIRED'])
  const first = await createCredential({ db: api.db, randomBytes }, 'other', 'orders.export')
  const second = await createCredential({ db: api.db, randomBytes }, 'other', 'orders.export')
  assert.deepEqual([(await read('', first)).statusCode, (await read('', second)).statusCode], [401, 200])
  await revokeCredential(api.db, 'other')
  assert.equal((await read('', second)).statusCode, 401)
  const { rows } = await sql<{
    text: string
  }>`select machine_credentials::text as text from machine_credentials`.execute(api.db)
  assert.ok(
    rows.every(({ text }) => !text.includes(token)),
    'the token itself is kept nowhere',
  )
})

test('a cursor that is none, and limits beyond the limit, are refused', async () => {
  const forged = Buffer.from(JSON.stringify(["'; drop table orders", 1])).toString('base64url')
  for (const query of ['?after=abc', `?after=${forged}`, '?limit=5001', '?limit=0', '?all=true']) {
    assert.equal((await read(query)).statusCode, 400, query)
  }
})
