import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type ShopProcesses, startShopProcesses } from './shop-processes.ts'

let shop: ShopProcesses
before(async () => {
  shop = await startShopProcesses()
})
after(() => shop.close())

/** What the small personal request says, and the cookies that come with it. */
async function ask(cookie: string) {
  const answer = await fetch(`${shop.origin}/api/cart/summary`, { headers: { cookie } })
  const { now, ...rest } = (await answer.json()) as { now: string }
  return { status: answer.status, rest, cookies: answer.headers.getSetCookie() }
}
const metrics = async () => (await fetch(`http://127.0.0.1:${shop.health}/metrics`)).text()
/** What is passed on is counted as that. */
const ownAnswers = 'route="/api/cart/summary"'
const nameless = (line = '') => line.replace(/^client=[^;]+/, '')
const nameIn = (line = '') => line.split(';', 1)[0] ?? ''

test('newcomers are given the cookie of a client, each its own, as the api gives it and without a question to it', async () => {
  // Nobody came before: this one is for the api, and the sign to have names for those who follow.
  const [first, ...more] = (await ask('')).cookies
  assert.match(nameIn(first), /^client=[a-z]+\.[\w-]{22}\.[\w-]{43}$/)
  assert.deepEqual(more, [])
  while (!(await metrics()).includes(ownAnswers)) await ask('')
  await shop.killApi()
  const given = new Set<string>()
  for (const cookie of ['', 'other=1', '']) {
    const { status, rest, cookies } = await ask(cookie)
    assert.deepEqual([status, rest, cookies.length], [200, { itemCount: 0, name: null }, 1])
    assert.equal(nameless(cookies[0]), nameless(first))
    given.add(nameIn(cookies[0]))
  }
  assert.equal(given.size, 3)
  await shop.startApi()
  for (const client of given) {
    assert.deepEqual(
      (await ask(`${client}; cart=x`)).cookies.filter((line) => line.startsWith('client=')),
      [],
    )
  }
})
