import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ConsoleCoupon, CouponFields } from '@dhakacart/contract/coupons.schema.ts'
import type { PlaceOrder } from '@dhakacart/contract/orders.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { addSale } from '@dhakacart/database/testing/sale-fixture.ts'
import { sql } from 'kysely'
import { expireHolds } from '../orders/orders.service.ts'
import { assertLedgerAddsUp } from '../orders/testing/ledger.ts'
import { recordPayment } from '../payments/payments.service.ts'
import { createShopper } from '../testing/shopper.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { discountPaisa, shareOut } from './coupon-terms.ts'

let api: TestApi
let upazilaId: number
let manager: Awaited<ReturnType<typeof signInAsStaff>>
let dear: number
let cheap: number

before(async () => {
  api = await startTestApi()
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
  manager = await signInAsStaff(api, 'manager')
  dear = (await addProduct(api.db, { pricePaisa: 1_000_000, stock: 500 })).variantId
  cheap = (await addProduct(api.db, { pricePaisa: 33_300, stock: 500 })).variantId
})
after(async () => {
  await assertLedgerAddsUp(api.db)
  await api.drop()
})

let codes = 0
const fields = (changes: Partial<CouponFields> = {}): CouponFields => ({
  code: `EID-${++codes}`,
  percent: 10,
  amountPaisa: null,
  mostPaisa: null,
  minimumPaisa: 0,
  startsAt: '2026-01-01T00:00:00Z',
  endsAt: '2098-01-01T00:00:00Z',
  totalLimit: null,
  phoneLimit: null,
  isActive: true,
  ...changes,
})
const create = async (changes: Partial<CouponFields> = {}): Promise<ConsoleCoupon> => {
  const answer = await manager.send('POST', '/api/console/coupons', fields(changes))
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}
const usedCount = async ({ id }: ConsoleCoupon) =>
  (await api.db.selectFrom('coupons').select('usedCount').where('id', '=', id).executeTakeFirstOrThrow()).usedCount

/** A shopper with this coupon in the cart, and what pressing the button sends. */
async function ready(code: string, lines: [number, number][] = [[dear, 1]], changes: Partial<PlaceOrder> = {}) {
  const shopper = createShopper(api)
  for (const [variantId, quantity] of lines) await shopper.add(variantId, quantity)
  const entered = await shopper.send('PUT', '/api/cart/coupon', { code })
  assert.equal(entered.statusCode, 200, entered.body)
  const { coupon, orderKey } = await shopper.cart()
  const body = await shopper.orderBody(upazilaId, changes)
  const seen = { ...body.seen, discountPaisa: coupon?.discountPaisa ?? 0 }
  return { shopper, order: () => shopper.order(orderKey, { ...body, seen }) }
}

test('a percentage or an amount, in whole taka, never more than the products or the most', () => {
  const coupon = { id: 1, code: 'X', percent: null, amountPaisa: null, mostPaisa: null, minimumPaisa: 0 }
  const rest = { totalLimit: null, phoneLimit: null, usedCount: 0, isActive: true, isStarted: true, isEnded: false }
  const off = (change: object, subtotal: number) => discountPaisa({ ...coupon, ...rest, ...change }, subtotal)
  assert.equal(off({ percent: 10 }, 99_990), 9_900)
  assert.equal(off({ percent: 100 }, 99_950), 99_900)
  assert.equal(off({ percent: 50, mostPaisa: 30_000 }, 100_000), 30_000)
  assert.equal(off({ amountPaisa: 50_000 }, 33_300), 33_300)
})

test('a discount is shared out over the lines to the last paisa, whatever the amounts', () => {
  for (const [total, lines] of [
    [10_000, [33_300, 33_300, 33_400]],
    [99_999, [1, 2, 3, 99_993]],
    [1, [50, 50]],
    [0, [10]],
    [100_000_000_000, [99_999_999_999, 1]],
  ] as [number, number[]][]) {
    const shares = shareOut(total, lines)
    assert.equal(
      shares.reduce((sum, share) => sum + share, 0),
      total,
    )
    assert.ok(
      shares.every((share, index) => share >= 0 && share <= (lines[index] ?? 0)),
      String(shares),
    )
  }
})

test('the cart shows what a coupon takes off, the order keeps it, and VAT is that of what is paid', async () => {
  const coupon = await create({ percent: 10 })
  const { shopper, order } = await ready(` ${coupon.code.toLowerCase()} `, [
    [dear, 1],
    [cheap, 3],
  ])
  const quote = (await shopper.send('GET', `/api/cart/quote?upazilaId=${upazilaId}`)).json()
  // 10 % of 10,999 taka.
  assert.deepEqual([quote.discountPaisa, quote.totalPaisa], [109_900, 1_099_900 + 8_000 - 109_900])
  const placed = (await order()).json()
  assert.deepEqual(
    [placed.couponCode, placed.discountPaisa, placed.totalPaisa],
    [coupon.code, 109_900, quote.totalPaisa],
  )
  // 7.5 % contained in 9,899.10 taka, line by line.
  assert.ok(Math.abs(placed.vatPaisa - Math.round((990_000 * 750) / 10_750)) <= 2, String(placed.vatPaisa))
  assert.equal(await usedCount(coupon), 1)
  const again = (await order()).json()
  assert.equal(again.number, placed.number)
  assert.equal(await usedCount(coupon), 1, 'pressed again it is the same order')
})

test('the last three uses among twenty shoppers at two processes go to three of them', async () => {
  const coupon = await create({ totalLimit: 3 })
  const second = await startTestApi({ settings: { db: api.db } })
  const shoppers = await Promise.all(Array.from({ length: 20 }, () => ready(coupon.code)))
  const answers = await Promise.all(
    shoppers.map(async ({ shopper, order }, index) => {
      if (index % 2 === 0) return order()
      const other = createShopper(second, shopper.cookie())
      const { orderKey, coupon: entered } = await other.cart()
      const body = await other.orderBody(upazilaId)
      return other.order(orderKey, { ...body, seen: { ...body.seen, discountPaisa: entered?.discountPaisa ?? 0 } })
    }),
  )
  await second.drop()
  const told = answers.map((answer) => answer.json().code ?? 'placed').toSorted()
  assert.deepEqual(told, [...Array(17).fill('COUPON_USED_UP'), ...Array(3).fill('placed')])
  assert.equal(await usedCount(coupon), 3)
})

test('one phone uses a coupon as often as it may, at once too', async () => {
  const coupon = await create({ phoneLimit: 1 })
  const customerPhone = '01912345678'
  const shoppers = await Promise.all(
    Array.from({ length: 4 }, () => ready(coupon.code, [[cheap, 1]], { customerPhone })),
  )
  const answers = await Promise.all(shoppers.map(({ order }) => order()))
  const told = answers.map((answer) => answer.json().code ?? 'placed').toSorted()
  assert.deepEqual(told, [...Array(3).fill('COUPON_USED_BY_PHONE'), 'placed'])
})

test('an order that is cancelled or expires gives its use back, once', async () => {
  const coupon = await create({ totalLimit: 1 })
  const first = (await (await ready(coupon.code)).order()).json()
  const cancel = () => api.inject({ method: 'POST', url: `/api/orders/${first.token}/cancel` })
  await Promise.all([cancel(), cancel(), cancel()])
  assert.equal(await usedCount(coupon), 0)
  const second = (await (await ready(coupon.code, [[dear, 3]])).order()).json()
  assert.equal(second.state, 'pending_confirmation')
  assert.equal(await usedCount(coupon), 1)
  await sql`update orders set hold_expires_at = shop_now() where number = ${second.number}`.execute(api.db)
  await expireHolds({ db: api.db, randomBytes: Buffer.alloc }, 10)
  assert.equal(await usedCount(coupon), 0)
})

test('an order that is paid late does not use its coupon again when its phone has used it up meanwhile', async () => {
  const coupon = await create({ phoneLimit: 1 })
  const more = { customerPhone: '01712345111' }
  const late = (await (await ready(coupon.code, [[dear, 3]], more)).order()).json()
  await sql`
    update orders set hold_expires_at = shop_now(), payment_method = 'bkash' where number = ${late.number}`.execute(
    api.db,
  )
  const context = { db: api.db, randomBytes: Buffer.alloc }
  await expireHolds(context, 10)
  assert.equal((await (await ready(coupon.code, [[cheap, 1]], more)).order()).statusCode, 200)
  const { id: orderId } = await api.db
    .selectFrom('orders')
    .select('id')
    .where('number', '=', late.number)
    .executeTakeFirstOrThrow()
  const payment = { orderId, method: 'bkash', providerReference: 'late', amountPaisa: late.totalPaisa } as const
  assert.equal(await recordPayment(context, payment), 'accepted')
  assert.equal(await usedCount(coupon), 1)
})

test('each reason why a coupon cannot be used has its own answer, in the cart and when ordering', async () => {
  const shopper = createShopper(api)
  await shopper.add(cheap, 1)
  const enter = async (code: string) => (await shopper.send('PUT', '/api/cart/coupon', { code })).json().code
  const coming = await create({ startsAt: '2097-01-01T00:00:00Z' })
  const over = await create({ endsAt: '2026-01-02T00:00:00Z' })
  const large = await create({ minimumPaisa: 500_000 })
  const off = await create({ isActive: false })
  assert.equal(await enter('NOSUCH'), 'COUPON_UNKNOWN')
  assert.equal(await enter("' or 1=1 --"), 'COUPON_UNKNOWN')
  assert.equal(await enter(off.code), 'COUPON_UNKNOWN')
  assert.equal(await enter(coming.code), 'COUPON_NOT_STARTED')
  assert.equal(await enter(over.code), 'COUPON_ENDED')
  assert.equal(await enter(large.code), 'COUPON_MINIMUM')
  assert.equal((await shopper.cart()).coupon, null)
  assert.equal((await createShopper(api).send('PUT', '/api/cart/coupon', { code: 'X' })).statusCode, 404)

  const coupon = await create()
  const { order, shopper: buyer } = await ready(coupon.code)
  await api.db.updateTable('coupons').set({ endsAt: sql`shop_now()` }).where('id', '=', coupon.id).execute()
  assert.equal((await order()).json().code, 'COUPON_ENDED')
  assert.deepEqual((await buyer.cart()).coupon, { code: coupon.code, discountPaisa: 0, problem: 'COUPON_ENDED' })
  const removed = await buyer.send('DELETE', '/api/cart/coupon')
  assert.deepEqual([removed.statusCode, removed.json().coupon], [200, null])
})

test('a caller cannot choose the discount, and one that changed is told', async () => {
  const coupon = await create({ percent: 10 })
  const { shopper } = await ready(coupon.code)
  const { orderKey } = await shopper.cart()
  const body = await shopper.orderBody(upazilaId)
  for (const discount of [0, 999_999]) {
    const answer = await shopper.order(orderKey, { ...body, seen: { ...body.seen, discountPaisa: discount } })
    assert.deepEqual([answer.json().code, answer.json().details.discountPaisa], ['COUPON_CHANGED', 100_000])
  }
  const plain = createShopper(api)
  await plain.add(dear)
  const plainBody = await plain.orderBody(upazilaId)
  const stolen = { ...plainBody, seen: { ...plainBody.seen, discountPaisa: 100_000 } }
  assert.equal((await plain.order((await plain.cart()).orderKey, stolen)).json().code, 'COUPON_CHANGED')
})

test('a coupon takes off the price of a sale; with the allotment gone between cart and order both are told anew', async () => {
  const coupon = await create({ percent: 10, minimumPaisa: 40_000 })
  const { variantId } = await addProduct(api.db, { pricePaisa: 50_000, stock: 10 })
  const [startsAt, endsAt] = [-3_600_000, 3_600_000].map((ms) => new Date(Date.now() + ms)) as [Date, Date]
  await addSale(api.db, { startsAt, endsAt, lines: [{ variantId, pricePaisa: 40_000, allotment: 1 }] })
  const [first, second] = [await ready(coupon.code, [[variantId, 1]]), await ready(coupon.code, [[variantId, 1]])]
  const answers = (await Promise.all([first.order(), second.order()])).map((answer) => answer.json())
  const placed = answers.filter(({ number }) => number !== undefined)
  assert.deepEqual(
    placed.map(({ subtotalPaisa, discountPaisa: off }) => [subtotalPaisa, off]),
    [[40_000, 4_000]],
  )
  assert.deepEqual(answers.map(({ code }) => code).toSorted(), ['PRICE_CHANGED', undefined])
  const late = answers[0] === placed[0] ? second.shopper : first.shopper
  const { orderKey, coupon: now, ...cart } = await late.cart()
  assert.deepEqual([cart.subtotalPaisa, now?.discountPaisa], [50_000, 5_000])
  const body = await late.orderBody(upazilaId)
  const again = (await late.order(orderKey, { ...body, seen: { ...body.seen, discountPaisa: 5_000 } })).json()
  assert.deepEqual([again.subtotalPaisa, again.discountPaisa], [50_000, 5_000])
  assert.equal(await usedCount(coupon), 2)
})

test('staff make and change coupons; made twice at once it is one, changed by two one is told', async () => {
  const wanted = fields()
  const made = await Promise.all([1, 2, 3].map(() => manager.send('POST', '/api/console/coupons', wanted)))
  assert.equal(new Set(made.map((answer) => answer.json().id)).size, 1)
  const other = await manager.send('POST', '/api/console/coupons', { ...wanted, percent: 20 })
  assert.deepEqual([other.statusCode, other.json().code], [409, 'COUPON_TAKEN'])
  const [{ id, version }] = made.map((answer) => answer.json()) as [ConsoleCoupon]
  const change = (percent: number) =>
    manager.send('PUT', `/api/console/coupons/${id}`, { version, fields: { ...wanted, percent } })
  const changed = await Promise.all([change(20), change(30), change(40)])
  assert.deepEqual(changed.map(({ statusCode }) => statusCode).toSorted(), [200, 409, 409])
  const page = (await manager.send('GET', '/api/console/coupons?limit=2')).json()
  const next = (await manager.send('GET', `/api/console/coupons?limit=2&after=${page.nextCursor}`)).json()
  assert.ok(page.coupons[0].id > page.coupons[1].id && page.coupons[1].id > next.coupons[0].id)
  assert.deepEqual(
    (await manager.send('GET', `/api/console/coupons?code=${wanted.code.toLowerCase()}`)).json().coupons[0].id,
    id,
  )
})

test('coupons that make no sense are refused, and so is whoever may not make any', async () => {
  const wrong: Partial<CouponFields>[] = [
    { percent: null },
    { amountPaisa: 100 },
    { percent: null, amountPaisa: 100, mostPaisa: 50 },
    { percent: 101 },
    { percent: 0 },
    { endsAt: '2025-01-01T00:00:00Z' },
    { startsAt: 'tomorrow' },
    { code: 'eid' },
    { code: 'A' },
    { totalLimit: 0 },
  ]
  for (const changes of wrong) {
    const answer = await manager.send('POST', '/api/console/coupons', fields(changes))
    assert.equal(answer.statusCode, 400, JSON.stringify(changes))
  }
  const answer = await manager.send('POST', '/api/console/coupons', { ...fields(), usedCount: -5 })
  assert.equal(answer.statusCode, 400)
  const support = await signInAsStaff(api, 'support')
  assert.equal((await support.send('POST', '/api/console/coupons', fields())).statusCode, 403)
  assert.equal((await manager.send('GET', '/api/console/coupons/999999')).json().code, 'COUPON_UNKNOWN')
})
