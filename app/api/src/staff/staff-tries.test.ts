import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { addEnrolledAccount, addStaffAccount, freshCode, staffPassword } from '../testing/staff-account.ts'
import { createStaffBrowser } from '../testing/staff-browser.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
before(async () => {
  api = await startTestApi()
})
after(() => api.drop())

const wrong = 'a wrong password'
const windowsEnd = () => sql`update staff_tries set window_ends_at = shop_now()`.execute(api.db)

test('ten wrong passwords, also all at once, stop strangers for a quarter of an hour and not the browser that is known', async () => {
  const account = await addEnrolledAccount(api)
  // Each from an address of its own, as a botnet would.
  const guesses = await Promise.all(
    Array.from({ length: 25 }, (_, n) =>
      createStaffBrowser(api, `198.51.100.${n + 1}`).givePassword(account.email, wrong),
    ),
  )
  assert.equal(guesses.filter(({ statusCode }) => statusCode === 401).length, 10)
  const stopped = guesses.find(({ statusCode }) => statusCode === 429)
  assert.equal(stopped?.json().code, 'STAFF_TOO_MANY_TRIES')
  const waitSeconds = Number(stopped?.headers['retry-after'])
  assert.ok(waitSeconds > 800 && waitSeconds <= 900, String(waitSeconds))
  const stranger = createStaffBrowser(api, '198.51.100.77')
  assert.equal((await stranger.givePassword(account.email, staffPassword)).statusCode, 429)
  assert.equal((await account.browser.givePassword(account.email, staffPassword)).statusCode, 200)
  assert.equal((await account.browser.giveCode(await freshCode(api, account))).statusCode, 200)
  await windowsEnd()
  assert.equal((await stranger.givePassword(account.email, staffPassword)).statusCode, 200)
})

test('an unknown e-mail is limited like a known one', async () => {
  const statuses: number[] = []
  for (let number = 1; number <= 11; number++) {
    const browser = createStaffBrowser(api, `198.51.101.${number}`)
    statuses.push((await browser.givePassword('nobody@shop.example', wrong)).statusCode)
  }
  assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 401), 429])
})

test('one address tries sixty times in all, whatever accounts it names; an IPv6 network counts as one address', async () => {
  const statuses: number[] = []
  for (let number = 0; number < 62; number++) {
    const browser = createStaffBrowser(api, `2001:db8:1:2:${number.toString(16)}::1`)
    statuses.push((await browser.givePassword(`nobody${number}@shop.example`, wrong)).statusCode)
  }
  assert.deepEqual([statuses.filter((status) => status === 401).length, statuses.at(-1)], [60, 429])
  assert.equal((await createStaffBrowser(api, '2001:db8:1:3::1').givePassword('x@shop.example', wrong)).statusCode, 401)
})

test('five wrong codes stop whoever knows the password, are written down, and the known browser goes on', async () => {
  const account = await addEnrolledAccount(api)
  const thief = createStaffBrowser(api, '198.51.102.1')
  const statuses: number[] = []
  for (let number = 0; number < 7; number++) {
    await thief.givePassword(account.email, staffPassword)
    statuses.push((await thief.giveCode('000000')).statusCode)
  }
  assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429, 429])
  assert.equal((await thief.giveCode(await freshCode(api, account))).statusCode, 429)
  await account.browser.givePassword(account.email, staffPassword)
  assert.equal((await account.browser.giveCode(await freshCode(api, account))).statusCode, 200)
  const refused = await api.db
    .selectFrom('auditEntries')
    .select('id')
    .where('action', '=', 'staff.code_refused')
    .where('subject', '=', `staff:${account.id}`)
    .execute()
  assert.equal(refused.length, 5)
})

test('the device of one account helps no other', async () => {
  const { browser } = await addEnrolledAccount(api)
  const other = await addStaffAccount(api)
  for (let number = 0; number < 10; number++) await browser.givePassword(other.email, wrong)
  assert.equal((await browser.givePassword(other.email, staffPassword)).statusCode, 429)
  assert.equal((await createStaffBrowser(api, '198.51.103.1').givePassword(other.email, staffPassword)).statusCode, 429)
})

test('whoever gets in begins anew', async () => {
  const account = await addEnrolledAccount(api)
  for (let round = 0; round < 2; round++) {
    for (let number = 0; number < 9; number++) {
      const guess = await account.browser.givePassword(account.email, wrong)
      assert.equal(guess.statusCode, 401)
    }
    await account.browser.givePassword(account.email, staffPassword)
    assert.equal((await account.browser.giveCode(await freshCode(api, account))).statusCode, 200)
  }
})
