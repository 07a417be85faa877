import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createShopper } from '../testing/shopper.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
let warehouse: Awaited<ReturnType<typeof signInAsStaff>>
let places: Awaited<ReturnType<typeof addPlaces>>

before(async () => {
  api = await startTestApi()
  places = await addPlaces(api.db)
  warehouse = await signInAsStaff(api, 'warehouse')
})
after(() => api.drop())

const url = '/api/console/stock'
const write = (what: 'receipts' | 'adjustments' | 'counts', body: object, key: string = randomUUID()) =>
  warehouse.send('POST', `${url}/${what}`, body, { 'idempotency-key': key })
const receive = (variantId: number, quantity: number, key?: string) =>
  write('receipts', { reason: 'purchase', note: 'invoice 17', lines: [{ variantId, quantity }] }, key)
const adjust = (variantId: number, onHandChange: number, key?: string) =>
  write('adjustments', { reason: 'damaged', note: '', lines: [{ variantId, onHandChange }] }, key)
const ledger = async (variantId: number, query = '') =>
  (await warehouse.send('GET', `${url}/${variantId}/movements${query}`)).json()

/** Law 3: what the ledger says is what the level says. */
async function assertLedgerHolds(variantId: number) {
  const level = await api.db
    .selectFrom('stockLevels')
    .selectAll()
    .where('variantId', '=', variantId)
    .executeTakeFirstOrThrow()
  const movements = await api.db.selectFrom('stockMovements').selectAll().where('variantId', '=', variantId).execute()
  assert.equal(
    level.onHand,
    movements.reduce((sum, { onHandChange }) => sum + onHandChange, 0),
  )
  assert.equal(
    level.held,
    movements.reduce((sum, { heldChange }) => sum + heldChange, 0),
  )
  return level
}

/** An order that pays online holds its units. */
async function hold(variantId: number, quantity: number) {
  const shopper = createShopper(api)
  await shopper.add(variantId, quantity)
  const body = await shopper.orderBody(places.insideDhakaUpazilaId, { paymentMethod: 'cash_on_delivery' })
  return shopper.order((await shopper.cart()).orderKey, body)
}

test('goods that came in can be sold at once', async () => {
  const { variantId, slug } = await addProduct(api.db, { stock: 0, slug: 'restocked' })
  const answer = await receive(variantId, 40)
  assert.equal(answer.statusCode, 200, answer.body)
  const document = answer.json()
  assert.deepEqual(document.lines, [{ variantId, sku: 'RESTOCKED', onHandChange: 40, onHand: 40 }])
  assert.deepEqual(
    [document.kind, document.reason, document.note, document.staffName],
    ['receipt', 'purchase', 'invoice 17', 'The warehouse'],
  )
  const shown = (await api.inject({ url: `/api/catalogue/products/${slug}` })).json()
  assert.equal(shown.variants[0].availability, 'in_stock')
  await assertLedgerHolds(variantId)
})

test('the same receipt twenty times at once counts once; its key with other content is refused', async () => {
  const { variantId } = await addProduct(api.db, { stock: 0 })
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 20 }, () => receive(variantId, 7, key)))
  assert.deepEqual(new Set(answers.map((answer) => answer.body)).size, 1)
  assert.equal((await assertLedgerHolds(variantId)).onHand, 7)
  assert.equal((await receive(variantId, 8, key)).json().code, 'IDEMPOTENCY_KEY_REUSED')
})

test('receipts and corrections of the same variants at once, named in opposite orders, all count', async () => {
  const ids = [await addProduct(api.db), await addProduct(api.db)].map(({ variantId }) => variantId)
  const lines = (sign: 1 | -1) => ids.map((variantId) => ({ variantId, onHandChange: sign }))
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => {
      const ordered = index % 2 === 0 ? lines(1) : lines(1).toReversed()
      return write('adjustments', { reason: 'found', note: '', lines: ordered })
    }),
  )
  assert.deepEqual(new Set(answers.map((answer) => answer.statusCode)), new Set([200]))
  for (const id of ids) assert.equal((await assertLedgerHolds(id)).onHand, 30)
})

test('orders and corrections that want the last units at once never take more than there are', async () => {
  const { variantId } = await addProduct(api.db, { stock: 6 })
  const [orders, corrections] = await Promise.all([
    Promise.all(Array.from({ length: 8 }, () => hold(variantId, 1))),
    Promise.all(Array.from({ length: 8 }, () => adjust(variantId, -1))),
  ])
  const isDone = (answer: { statusCode: number }) => answer.statusCode === 200
  assert.equal(orders.filter(isDone).length + corrections.filter(isDone).length, 6)
  for (const refused of corrections.filter((answer) => !isDone(answer)))
    assert.equal(refused.json().code, 'STOCK_TOO_LOW')
  assert.equal((await assertLedgerHolds(variantId)).onHand, 0)
})

test('units held for an order cannot be taken away, and nothing of that document is done', async () => {
  const { variantId } = await addProduct(api.db, { stock: 5 })
  const other = await addProduct(api.db, { stock: 5 })
  await api.db.updateTable('stockLevels').set({ held: 4 }).where('variantId', '=', variantId).execute()
  const body = {
    reason: 'lost',
    note: '',
    lines: [
      { variantId: other.variantId, onHandChange: -1 },
      { variantId, onHandChange: -2 },
    ],
  }
  const answer = await write('adjustments', body)
  assert.equal(answer.statusCode, 409)
  assert.deepEqual(answer.json().details.lines, [
    { variantId, sku: answer.json().details.lines[0].sku, onHand: 5, held: 4, available: 1 },
  ])
  assert.equal((await assertLedgerHolds(other.variantId)).onHand, 5)
})

test('what was sold while the shelf was counted is not counted as lost', async () => {
  const { variantId } = await addProduct(api.db, { stock: 10 })
  assert.equal((await hold(variantId, 2)).statusCode, 200)
  // Counting began at ten, found nine, and meanwhile two were sold.
  const answer = await write('counts', { note: 'shelf 4', lines: [{ variantId, expected: 10, counted: 9 }] })
  assert.deepEqual(answer.json().lines[0].onHandChange, -1)
  assert.equal((await assertLedgerHolds(variantId)).onHand, 7)
})

test('a count that finds what was expected is kept and changes nothing', async () => {
  const { variantId } = await addProduct(api.db, { stock: 10 })
  const answer = await write('counts', { note: '', lines: [{ variantId, expected: 10, counted: 10 }] })
  assert.deepEqual([answer.statusCode, answer.json().lines], [200, []])
  assert.equal((await assertLedgerHolds(variantId)).onHand, 10)
})

test('the ledger shows who, why and the balance after each row, page by page', async () => {
  const { variantId } = await addProduct(api.db, { stock: 0 })
  await receive(variantId, 10)
  await hold(variantId, 3)
  await adjust(variantId, -2)
  await receive(variantId, 5)
  const whole = await ledger(variantId)
  assert.equal(whole.item.onHand, 10)
  assert.deepEqual(
    whole.movements.map(({ kind, onHandChange, onHand }: Record<string, unknown>) => [kind, onHandChange, onHand]),
    [
      ['received', 5, 10],
      ['adjusted', -2, 5],
      ['sold', -3, 7],
      ['received', 10, 10],
    ],
  )
  assert.equal(whole.movements[1].document.reason, 'damaged')
  assert.match(whole.movements[2].orderNumber, /^DC/)
  const paged = []
  let after = ''
  for (let page = 0; page < 4; page += 1) {
    const { movements, nextCursor } = await ledger(variantId, `?limit=1${after}`)
    paged.push(...movements)
    after = `&after=${nextCursor}`
  }
  assert.deepEqual(paged, whole.movements)
})

test('the scarcest variants come first, and a scanner finds one by its SKU', async () => {
  const none = await addProduct(api.db, { stock: 0, sku: 'SCARCE-0' })
  await addProduct(api.db, { stock: 1, sku: 'SCARCE-1' })
  await addProduct(api.db, { stock: 9, sku: 'SCARCE-9' })
  await addProduct(api.db, { stock: 0, sku: 'SCARCE-HIDDEN', isPublished: false })
  const found: string[] = []
  let after = ''
  for (let page = 0; page < 3; page += 1) {
    const { items, nextCursor } = (
      await warehouse.send('GET', `${url}?availableMax=5&query=SCARCE&limit=1${after}`)
    ).json()
    found.push(...items.map(({ sku }: { sku: string }) => sku))
    if (nextCursor === null) break
    after = `&after=${nextCursor}`
  }
  assert.deepEqual(found, ['SCARCE-0', 'SCARCE-1'])
  const scanned = await warehouse.send('GET', `${url}/by-sku?sku=SCARCE-0`)
  assert.equal(scanned.json().variantId, none.variantId)
  assert.equal((await warehouse.send('GET', `${url}/by-sku?sku=NO-SUCH`)).json().code, 'VARIANT_NOT_FOUND')
  const all = (await warehouse.send('GET', `${url}?query=scarce&limit=2`)).json()
  assert.deepEqual([all.items.length, all.items[0].sku], [2, 'SCARCE-0'])
})

test('documents are listed newest first, and each left an entry in the audit log', async () => {
  const { variantId } = await addProduct(api.db)
  const { id } = (await receive(variantId, 3)).json()
  const { documents } = (await warehouse.send('GET', `${url}/documents?kind=receipt&limit=1`)).json()
  assert.equal(documents[0].id, id)
  const entry = await api.db
    .selectFrom('auditEntries')
    .select(['action', 'detail'])
    .where('subject', '=', `stock_document:${id}`)
    .executeTakeFirstOrThrow()
  assert.deepEqual(entry, { action: 'stock.receipt', detail: { reason: 'purchase', units: 3, variants: 1 } })
})

test('wrong bodies are refused and leave everything as it was', async () => {
  const { variantId } = await addProduct(api.db, { stock: 4 })
  const bad: ['receipts' | 'adjustments' | 'counts', object][] = [
    ['receipts', { reason: 'purchase', note: '', lines: [] }],
    ['receipts', { reason: 'purchase', note: '', lines: [{ variantId, quantity: 0 }] }],
    ['receipts', { reason: 'purchase', note: '', lines: [{ variantId, quantity: -3 }] }],
    ['receipts', { reason: 'purchase', note: '', lines: [{ variantId, quantity: 1.5 }] }],
    ['receipts', { reason: 'purchase', note: '', lines: [{ variantId, quantity: 100_001 }] }],
    ['receipts', { reason: 'damaged', note: '', lines: [{ variantId, quantity: 1 }] }],
    ['receipts', { reason: 'purchase', note: '', staffId: 1, lines: [{ variantId, quantity: 1 }] }],
    [
      'receipts',
      {
        reason: 'purchase',
        note: '',
        lines: [
          { variantId, quantity: 1 },
          { variantId, quantity: 1 },
        ],
      },
    ],
    ['adjustments', { reason: 'purchase', note: '', lines: [{ variantId, onHandChange: -1 }] }],
    ['adjustments', { reason: 'lost', note: 'x'.repeat(301), lines: [{ variantId, onHandChange: -1 }] }],
    ['counts', { note: '', lines: [{ variantId, expected: 4, counted: -1 }] }],
  ]
  for (const [what, body] of bad) assert.equal((await write(what, body)).statusCode, 400, JSON.stringify(body))
  assert.equal((await receive(9_999_999, 1)).json().code, 'VARIANT_NOT_FOUND')
  assert.equal((await assertLedgerHolds(variantId)).onHand, 4)
  const viewer = await signInAsStaff(api, 'viewer')
  const refused = await viewer.send(
    'POST',
    `${url}/receipts`,
    { reason: 'purchase', note: '', lines: [{ variantId, quantity: 1 }] },
    { 'idempotency-key': randomUUID() },
  )
  assert.equal(refused.statusCode, 403)
})
