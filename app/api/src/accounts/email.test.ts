import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { sql } from 'kysely'
import { type Browser, createBrowser, signInByCode } from '../testing/customer.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const minute = 60_000
const day = 24 * 60 * minute
const password = 'mango tree by the river'
let api: TestApi
let now = new Date('2026-11-23T10:00:00Z').getTime()

before(async () => {
  api = await startTestApi()
  await useSimulatedClock(api.db, new Date(now))
})
after(() => api.drop())

async function pass(ms: number): Promise<void> {
  now += ms
  await setClock(api.db, new Date(now))
}

const account = (browser: Browser) => browser.send('GET', '/api/account')

/** The last code that was promised to an e-mail address. */
async function lastEmailCode(email: string): Promise<string> {
  const { rows } = await sql<{ code: string }>`
    select payload -> 'data' ->> 'code' as code from jobs
    where payload ->> 'template' = 'email-code' and payload ->> 'email' = ${email} order by id desc limit 1`.execute(
    api.db,
  )
  return rows[0]?.code ?? ''
}

test('an e-mail address is the account’s once the code sent there is entered, and another way in', async () => {
  const browser = await signInByCode(api)
  const email = `rahima.${browser.phone.slice(-6)}@mail.example`
  const sent = await browser.send('POST', '/api/account/email/codes', { email: ` ${email.toUpperCase()} ` })
  assert.equal(sent.statusCode, 200, sent.body)
  assert.deepEqual(
    [(await account(browser)).json().email, (await account(browser)).json().pendingEmail],
    [null, email],
    'not yet',
  )
  const again = await browser.send('POST', '/api/account/email/codes', { email })
  assert.deepEqual([again.statusCode, again.json().code], [429, 'TOO_MANY_CODES'])
  const code = await lastEmailCode(email)
  const confirm = (given: string) => browser.send('PUT', '/api/account/email', { code: given })
  assert.equal((await confirm('000000')).json().code, 'CODE_WRONG')
  const answers = await Promise.all([confirm(code), confirm(code)])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 422])
  assert.deepEqual([(await account(browser)).json().email, (await account(browser)).json().pendingEmail], [email, null])
  await browser.send('PUT', '/api/account/password', { currentPassword: null, newPassword: password })
  const byEmail = createBrowser(api)
  const login = { login: ` ${email.toUpperCase()}`, password }
  assert.equal((await byEmail.send('POST', '/api/account/sign-in/password', login)).statusCode, 200)

  // Whoever can read its mail takes it over; nobody else learns that it was taken.
  await pass(2 * minute)
  const other = await signInByCode(api)
  assert.equal((await other.send('POST', '/api/account/email/codes', { email })).statusCode, 200)
  await other.send('PUT', '/api/account/email', { code: await lastEmailCode(email) })
  assert.equal((await account(other)).json().email, email)
  assert.equal((await account(browser)).json().email, null)
  for (let time = 0; time < 2; time++) assert.equal((await other.send('DELETE', '/api/account/email')).statusCode, 200)
  assert.equal((await account(other)).json().email, null)
})

test('a code by e-mail dies after five wrong entries, after ten minutes, and five are sent a day', async () => {
  const browser = await signInByCode(api)
  const email = `karim.${browser.phone.slice(-6)}@mail.example`
  const send = () => browser.send('POST', '/api/account/email/codes', { email })
  const confirm = async (code: string) => (await browser.send('PUT', '/api/account/email', { code })).statusCode
  await send()
  const guesses = await Promise.all(Array.from({ length: 9 }, () => confirm('000000')))
  assert.deepEqual([...new Set(guesses)], [422])
  assert.equal(await confirm(await lastEmailCode(email)), 422, 'the right one comes too late')
  await pass(2 * minute)
  await send()
  await pass(11 * minute)
  assert.equal(await confirm(await lastEmailCode(email)), 422)
  for (let time = 0; time < 3; time++) {
    await pass(2 * minute)
    assert.equal((await send()).statusCode, 200)
  }
  await pass(2 * minute)
  const sixth = await send()
  assert.equal(sixth.statusCode, 429)
  assert.ok(Number(sixth.headers['retry-after']) > 23 * 60 * 60)
  await pass(day)
  assert.equal((await send()).statusCode, 200)
})
