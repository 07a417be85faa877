import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { listProducts } from '@dhakacart/contract/catalogue.schema.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

/** Written from what shoppers type, before there was a search, and split at random: only one half was looked at since. */
type Query = { query: string; expected?: string[]; expectedCategory?: string[] }
type Result = { found: number; total: number }

const shownFirst = 10
const leastFound = 0.95

let api: TestApi
before(async () => {
  api = await startTestApi({ seeded: true })
})
after(() => api.drop())

function readQueries(name: string): Query[] {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
}

async function isFound({ query, expected, expectedCategory }: Query): Promise<boolean> {
  const { body } = await api.call(listProducts, { query: { query, limit: shownFirst } })
  if (expected !== undefined) return body.products.some(({ slug }) => expected.includes(slug))
  const fitting = body.products.filter(({ categorySlug }) => expectedCategory?.includes(categorySlug))
  return fitting.length * 2 > body.products.length
}

async function measure(queries: Query[]): Promise<Result> {
  let found = 0
  for (const query of queries) if (await isFound(query)) found += 1
  return { found, total: queries.length }
}

function describe(name: string, { found, total }: Result): string {
  return `${name}: ${found} of ${total} queries (${((100 * found) / total).toFixed(1)} %)`
}

test(`at least ${leastFound * 100} % of what shoppers type finds what they mean among the first ${shownFirst}`, async (context) => {
  const tuning = await measure(readQueries('queries-tuning.json'))
  const heldOut = await measure(readQueries('queries-held-out.json'))
  context.diagnostic(describe('looked at while tuning', tuning))
  context.diagnostic(describe('held out', heldOut))
  assert.ok(tuning.total >= 100 && heldOut.total >= 100)
  assert.ok((tuning.found + heldOut.found) / (tuning.total + heldOut.total) >= leastFound)
  assert.ok(heldOut.found / heldOut.total >= leastFound)
})

test('a key held down is no word by its sound; a letter drawn out or slipped on is still the word', async () => {
  const find = async (query: string) => (await api.call(listProducts, { query: { query, limit: 1 } })).body.products
  for (const query of ['zzzzqqqq', 'ffff', 'mmmm', 'aaaa', 'কককক']) assert.deepEqual(await find(query), [], query)
  for (const query of ['soooony', 'samsunggg', 'phoooone']) assert.notDeepEqual(await find(query), [], query)
})
