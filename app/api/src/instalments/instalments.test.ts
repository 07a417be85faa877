import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Instalments, instalmentChoices } from '@dhakacart/contract/payments.schema.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { sql } from 'kysely'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import * as instalments from './instalments.service.ts'

const url = '/api/console/instalments'
const brac = { bank: { en: 'BRAC Bank', bn: 'ব্র্যাক ব্যাংক' }, months: [3, 6, 12], feeBasisPoints: 0 }
const prime = { bank: { en: 'Prime Bank', bn: 'প্রাইম ব্যাংক' }, months: [6, 24], feeBasisPoints: 250 }
const terms: Instalments = { minPaisa: 1_000_000, plans: [brac, prime] }

let api: TestApi
let owner: Awaited<ReturnType<typeof signInAsStaff>>
let version: number
before(async () => {
  api = await startTestApi()
  owner = await signInAsStaff(api, 'owner')
})
beforeEach(async () => {
  version = (await instalments.readVersioned(api.db)).version
})
after(() => api.drop())

const save = (body: object, from = version) => owner.send('PUT', url, { version: from, terms: body })

test('the shop begins with the terms that stood in the code', async () => {
  const answer = (await owner.send('GET', url)).json()
  assert.deepEqual([answer.version, answer.terms.minPaisa, answer.terms.plans.length], [1, 500_000, 8])
  assert.deepEqual(
    instalmentChoices(answer.terms, 500_000).map(({ months, plans }) => [months, plans.length]),
    [
      [3, 8],
      [6, 8],
      [9, 5],
      [12, 8],
    ],
  )
})

test('an edit is tidied, written down with what was before, and repeated is the same edit', async () => {
  const before = (await instalments.readVersioned(api.db)).terms
  const typed = { ...terms, plans: [{ ...brac, bank: { ...brac.bank, en: ' BRAC Bank ' }, months: [12, 3, 6] }, prime] }
  const first = await save(typed)
  assert.deepEqual([first.statusCode, first.json()], [200, { version: version + 1, terms }])
  assert.deepEqual((await save(typed)).json(), first.json())
  const entries = await api.db
    .selectFrom('auditEntries')
    .select(['staffId', 'subject', 'detail'])
    .where('action', '=', 'settings.instalments_changed')
    .execute()
  assert.deepEqual(entries, [
    { staffId: owner.id, subject: 'settings:instalments', detail: { from: before, to: terms } },
  ])
})

test('months are those of banks that take the amount; by another way, too little or other months are not', async () => {
  await save(terms)
  assert.deepEqual(
    instalmentChoices(terms, 1_000_000).map(({ months, plans }) => [months, plans.map(({ bank }) => bank.en)]),
    [
      [3, ['BRAC Bank']],
      [6, ['BRAC Bank', 'Prime Bank']],
      [12, ['BRAC Bank']],
      [24, ['Prime Bank']],
    ],
  )
  const may = (method: 'bkash' | 'sslcommerz', paisa: number, months: number | null) =>
    instalments.mayPayOver(api.db, method, paisa, months)
  assert.deepEqual(
    await Promise.all([
      may('sslcommerz', 1_000_000, 24),
      may('bkash', 1, null),
      may('sslcommerz', 1_000_000, 9),
      may('sslcommerz', 999_999, 6),
      may('bkash', 1_000_000, 6),
    ]),
    [true, true, false, false, false],
  )
})

test('of ten different edits of one version made at once one holds, the others are told what is true now', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) => save({ ...terms, minPaisa: 2_000_000 + index })),
  )
  const held = answers.filter(({ statusCode }) => statusCode === 200)
  const refused = answers.filter(({ statusCode }) => statusCode === 409).map((answer) => answer.json())
  assert.deepEqual([held.length, refused.length], [1, 9])
  for (const { code, details } of refused) assert.deepEqual([code, details], ['VERSION_CONFLICT', held[0]?.json()])
})

test('what is beyond its limits, unknown, missing or there twice is refused and changes nothing', async () => {
  const before = await instalments.readVersioned(api.db)
  const withPlan = (change: object) => ({ ...terms, plans: [{ ...brac, ...change }] })
  const wrong = [
    { ...terms, minPaisa: -1 },
    { ...terms, isAdmin: true },
    { plans: [] },
    { minPaisa: 0, plans: Array.from({ length: 41 }, (_, at) => ({ ...brac, bank: { en: `B${at}`, bn: `B${at}` } })) },
    withPlan({ months: [] }),
    withPlan({ months: [1] }),
    withPlan({ months: [49] }),
    withPlan({ months: [3.5] }),
    withPlan({ months: [3, 3] }),
    withPlan({ feeBasisPoints: -1 }),
    withPlan({ feeBasisPoints: 3_001 }),
    withPlan({ bank: { en: ' ', bn: 'ব্যাংক' } }),
    withPlan({ bank: { en: 'Bank' } }),
  ]
  for (const body of wrong) assert.equal((await save(body)).statusCode, 400, JSON.stringify(body))
  const twice = await save({ ...terms, plans: [brac, { ...prime, bank: { en: 'brac bank ', bn: 'অন্য' } }] })
  assert.deepEqual(
    [twice.statusCode, twice.json().message],
    [400, 'A bank is named twice. Name each once, with all its months.'],
  )
  assert.deepEqual(await instalments.readVersioned(api.db), before)
})

test('only who may write settings changes them', async () => {
  const warehouse = await signInAsStaff(api, 'warehouse')
  assert.equal((await warehouse.send('GET', url)).statusCode, 200)
  const answer = await warehouse.send('PUT', url, { version, terms })
  assert.deepEqual([answer.statusCode, answer.json().code], [403, 'PERMISSION_DENIED'])
})

test('shoppers are shown an edit once what is kept is too old; without banks nothing; a slow database keeps nobody', async () => {
  await save(terms)
  const kept = instalments.createShownTerms(api.db, { maxAgeMs: 600_000 })
  const shown = instalments.createShownTerms(api.db, { maxAgeMs: 0, patienceMs: 1 })
  assert.deepEqual([(await kept()).terms, (await shown()).terms], [terms, terms])
  await inTransaction(api.db, async (tx) => {
    await sql`lock table instalment_terms in access exclusive mode`.execute(tx)
    const { terms: late, ageMs } = await shown()
    assert.deepEqual(late, terms)
    assert.ok(ageMs > 0)
  })
  await save({ minPaisa: 0, plans: [] }, version + 1)
  assert.deepEqual((await kept()).terms, terms)
  assert.equal((await instalments.createShownTerms(api.db)()).terms, null)
})

test('stored terms that this release would refuse are none', async () => {
  await sql`update instalment_terms set terms = '{"minPaisa": "much"}'::jsonb`.execute(api.db)
  assert.deepEqual((await instalments.readVersioned(api.db)).terms, { minPaisa: 0, plans: [] })
})
