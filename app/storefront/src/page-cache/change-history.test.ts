import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ChangeHistory, historyMs } from './change-history.ts'
import { isAffected, type PageChange, type PageReads } from './page-reads.ts'

/** The same numbers each time. */
function draw(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}
const names = ['a', 'b', 'c', 'd']

test('it answers as every single change heard since would, whatever changed and whatever the page shows', () => {
  const below = draw(7)
  const some = () => names.filter(() => below(3) === 0)
  for (let round = 0; round < 2_000; round++) {
    const history = new ChangeHistory()
    history.begin(0)
    const heard: [PageChange, number][] = Array.from({ length: below(6) }, (_, index) => {
      const product = () => ({ slugs: some(), categorySlugs: some(), isEdited: below(2) === 0 })
      return [{ isEverything: below(12) === 0, products: Array.from({ length: below(3) }, product) }, 10 + index]
    })
    for (const [change, atMs] of heard) history.hear(change, atMs)
    const reads: PageReads = {
      products: some(),
      categories: [...some(), ...(below(5) === 0 ? ['*'] : [])],
      isList: below(2) === 0,
    }
    const page = { status: below(4) === 0 ? 404 : 200, reads, trueAt: 9 + below(8) }
    const expected = heard.some(
      ([change, atMs]) =>
        atMs >= page.trueAt &&
        (isAffected(reads, change) || (page.status !== 200 && change.products.some(({ isEdited }) => isEdited))),
    )
    assert.equal(history.mayHaveChanged(page), expected, JSON.stringify({ heard, page }))
  }
})

test('of what was before the first news, and before what is remembered, nothing is known', () => {
  const page = { status: 200, reads: { products: [], categories: [], isList: false } }
  const history = new ChangeHistory()
  assert.equal(history.mayHaveChanged({ ...page, trueAt: 1_000 }), true)
  history.begin(500)
  assert.equal(history.mayHaveChanged({ ...page, trueAt: 499 }), true)
  assert.equal(history.mayHaveChanged({ ...page, trueAt: 501 }), false)
  history.hear({ isEverything: false, products: [] }, historyMs + 600)
  assert.equal(history.mayHaveChanged({ ...page, trueAt: 501 }), true)
  assert.equal(history.mayHaveChanged({ ...page, trueAt: 601 }), false)
})
