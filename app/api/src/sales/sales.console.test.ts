import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Sale, SaleContent } from '@dhakacart/contract/console-sales.schema.ts'
import { addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const url = '/api/console/sales'
const now = new Date('2027-03-01T04:00:00Z')

let api: TestApi
let manager: Awaited<ReturnType<typeof signInAsStaff>>
let variantIds: number[]

before(async () => {
  api = await startTestApi()
  await useSimulatedClock(api.db, now)
  manager = await signInAsStaff(api, 'manager')
  variantIds = []
  for (let index = 0; index < 12; index++) {
    variantIds.push((await addProduct(api.db, { pricePaisa: 500_000, stock: 40 })).variantId)
  }
})
after(() => api.drop())

/** Each test has variants of its own, so that no sale of one is in the way of another. */
let taken = 0
const freshVariant = (): number => variantIds[taken++] ?? assert.fail('more variants are needed')

const line = (variantId: number, changes = {}) => ({ variantId, pricePaisa: 400_000, allotment: 10, ...changes })
const content = (variantId: number, changes: Partial<SaleContent> = {}): SaleContent => ({
  name: { en: 'Eid sale', bn: 'ঈদ সেল' },
  startsAt: '2027-03-08T04:00:00.000Z',
  endsAt: '2027-03-09T04:00:00.000Z',
  prewarmMinutes: 30,
  limitPerCustomer: 2,
  hasWaitingRoom: true,
  lines: [line(variantId)],
  ...changes,
})
const create = (body: object, key: string = randomUUID()) => manager.send('POST', url, body, { 'idempotency-key': key })
const save = (sale: Sale, body: object, version = sale.version) =>
  manager.send('PUT', `${url}/${sale.id}`, { version, ...body })
const setState = (sale: Sale, state: string, version = sale.version) =>
  manager.send('PUT', `${url}/${sale.id}/state`, { version, state })
async function scheduled(body: SaleContent): Promise<Sale> {
  const answer = await setState((await create(body)).json(), 'scheduled')
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}
/** Sessions of staff are over by then; a new one begins. */
async function goTo(instant: Date): Promise<void> {
  await setClock(api.db, instant)
  manager = await signInAsStaff(api, 'manager')
}
const codeOf = (answer: { json(): { code: string } }) => answer.json().code

test('a draft is made once per key, with everything shoppers will be promised, and stands in the list', async () => {
  const body = content(freshVariant())
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 8 }, () => create(body, key)))
  assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [200])
  assert.equal(new Set(answers.map((answer) => answer.json().id)).size, 1)
  const sale = answers[0]?.json() as Sale
  assert.deepEqual([sale.phase, sale.version, sale.startsAt, sale.limitPerCustomer], ['draft', 1, body.startsAt, 2])
  assert.deepEqual([sale.lines[0]?.usualPricePaisa, sale.lines[0]?.available], [500_000, 40])
  assert.equal(codeOf(await create({ ...body, limitPerCustomer: 3 }, key)), 'IDEMPOTENCY_KEY_REUSED')
  const listed = (await manager.send('GET', url)).json().sales.find(({ id }: Sale) => id === sale.id)
  assert.deepEqual([listed.lineCount, listed.allotment, listed.phase], [1, 10, 'draft'])
})

test('two sales never have one variant at the same time, whoever schedules first', async () => {
  const variantId = freshVariant()
  const first = await scheduled(content(variantId, { name: { en: 'First', bn: 'প্রথম' } }))
  const drafts = await Promise.all(
    ['2027-03-08T23:00:00.000Z', '2027-03-01T05:00:00.000Z'].map(async (startsAt) =>
      (await create(content(variantId, { startsAt, endsAt: '2027-03-10T00:00:00.000Z' }))).json(),
    ),
  )
  for (const draft of drafts) {
    const refused = await setState(draft, 'scheduled')
    assert.deepEqual([refused.statusCode, codeOf(refused)], [422, 'SALE_INVALID'])
    assert.deepEqual(refused.json().details, [
      { variantId, code: 'in_another_sale', sale: { id: first.id, name: { en: 'First', bn: 'প্রথম' } } },
    ])
  }
  const after = await scheduled(content(variantId, { startsAt: first.endsAt, endsAt: '2027-03-10T04:00:00.000Z' }))
  assert.equal(after.phase, 'upcoming', 'one may begin at the second the other ends')
  const moved = await save(after, { ...content(variantId), startsAt: '2027-03-09T03:59:59.000Z', endsAt: after.endsAt })
  assert.equal(codeOf(moved), 'SALE_INVALID')
})

test('of two sales of one variant scheduled at the same moment one is', async () => {
  const variantId = freshVariant()
  const drafts: Sale[] = await Promise.all([1, 2].map(async () => (await create(content(variantId))).json()))
  const answers = await Promise.all(drafts.map((draft) => setState(draft, 'scheduled')))
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 422])
  assert.equal(answers.find(({ statusCode }) => statusCode === 422)?.json().details[0].code, 'in_another_sale')
})

test('whoever saves second is shown what the first saved; the same edit again is the same edit', async () => {
  const variantId = freshVariant()
  const sale: Sale = (await create(content(variantId))).json()
  const edits = [1, 2].map((prewarmMinutes) => content(variantId, { prewarmMinutes }))
  const answers = await Promise.all(edits.map((edit) => save(sale, edit)))
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 409])
  const [held, refused] = answers.toSorted((a, b) => a.statusCode - b.statusCode)
  assert.deepEqual(refused?.json().details, held?.json())
  const kept = content(variantId, { prewarmMinutes: held?.json().prewarmMinutes })
  assert.deepEqual((await save(sale, kept)).json(), held?.json())
})

test('a sale that runs keeps its start and prices; its end, limit and allotments may grow', async () => {
  const variantId = freshVariant()
  const body = content(variantId)
  const sale = await scheduled(body)
  await goTo(new Date('2027-03-08T04:00:00Z'))
  const running: Sale = (await manager.send('GET', `${url}/${sale.id}`)).json()
  assert.equal(running.phase, 'running')
  const refused = [
    { startsAt: '2027-03-08T05:00:00.000Z' },
    { lines: [line(variantId, { pricePaisa: 390_000 })] },
    { lines: [line(variantId, { allotment: 9 })] },
    { lines: [] },
    { lines: [line(variantId), line(freshVariant())] },
  ]
  for (const change of refused) assert.equal(codeOf(await save(running, { ...body, ...change })), 'SALE_BEGUN')
  assert.equal(codeOf(await setState(running, 'draft')), 'SALE_BEGUN')
  const grown = await save(running, {
    ...body,
    endsAt: '2027-03-10T04:00:00.000Z',
    lines: [line(variantId, { allotment: 20 })],
  })
  assert.equal(grown.statusCode, 200, grown.body)
  const cancelled: Sale = (await setState(grown.json(), 'cancelled')).json()
  assert.equal(cancelled.phase, 'cancelled')
  assert.equal((await setState(cancelled, 'cancelled')).statusCode, 200, 'again is fine')
  assert.equal(codeOf(await setState(cancelled, 'scheduled')), 'SALE_BEGUN')
  await goTo(now)
})

test('wrong sales are refused with what to do, and nothing is written', async () => {
  const variantId = freshVariant()
  const before = (await manager.send('GET', `${url}?limit=100`)).json().sales.length
  const wrong: [object, number, string][] = [
    [{ endsAt: '2027-03-08T04:00:00.000Z' }, 400, 'BAD_REQUEST'],
    [{ endsAt: '2027-05-08T04:00:00.000Z' }, 400, 'BAD_REQUEST'],
    [{ startsAt: 'tomorrow' }, 400, 'BAD_REQUEST'],
    [{ startsAt: '2027-13-45T99:00:00Z' }, 400, 'BAD_REQUEST'],
    [{ limitPerCustomer: 0 }, 400, 'BAD_REQUEST'],
    [{ prewarmMinutes: -1 }, 400, 'BAD_REQUEST'],
    [{ state: 'scheduled' }, 400, 'BAD_REQUEST'],
    [{ lines: [line(variantId, { allotment: 0.5 })] }, 400, 'BAD_REQUEST'],
    [{ lines: [line(variantId, { pricePaisa: 500_000 })] }, 422, 'SALE_INVALID'],
    [{ lines: [line(999_999_999)] }, 422, 'SALE_INVALID'],
    [{ lines: [line(variantId), line(variantId)] }, 422, 'SALE_INVALID'],
  ]
  for (const [change, status, code] of wrong) {
    const answer = await create({ ...content(variantId), ...change })
    assert.deepEqual([answer.statusCode, codeOf(answer)], [status, code], JSON.stringify(change))
  }
  const past = (
    await create(content(variantId, { startsAt: '2027-02-01T04:00:00Z', endsAt: '2027-02-02T04:00:00Z' }))
  ).json()
  assert.equal((await setState(past, 'scheduled')).statusCode, 400)
  const empty = (await create(content(variantId, { lines: [] }))).json()
  assert.equal((await setState(empty, 'scheduled')).statusCode, 400)
  assert.equal((await manager.send('GET', `${url}/999999`)).statusCode, 404)
  assert.equal((await manager.send('GET', `${url}?limit=100`)).json().sales.length, before + 2)
})

test('the list goes on by cursor without leaving out or repeating a sale', async () => {
  const all = (await manager.send('GET', `${url}?limit=100`)).json().sales.map(({ id }: Sale) => id)
  const paged: number[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: { sales: Sale[]; nextCursor: string | null } = (
      await manager.send('GET', `${url}?limit=3${after === '' ? '' : `&after=${after}`}`)
    ).json()
    paged.push(...page.sales.map(({ id }) => id))
    after = page.nextCursor
  }
  assert.deepEqual(paged, all)
  assert.equal((await manager.send('GET', `${url}?after=x`)).statusCode, 400)
})
