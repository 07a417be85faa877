import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { createBrowser, lastCode, newPhone, signInByCode } from '../testing/customer.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const start = new Date('2026-11-23T10:00:00Z')
const day = 24 * 60 * 60 * 1000
const password = 'mango tree by the river'
let api: TestApi
let now = start.getTime()

before(async () => {
  api = await startTestApi()
  await useSimulatedClock(api.db, start)
})
after(() => api.drop())

/** Codes for one number keep a pause, so tests that need a second one let it pass. */
async function pass(ms: number): Promise<void> {
  now += ms
  await setClock(api.db, new Date(now))
}
const minute = 60_000

const account = (browser: { send: ReturnType<typeof createBrowser>['send'] }) => browser.send('GET', '/api/account')

test('a number signs up with a code, in and out, and is the same account the next time', async () => {
  const browser = await signInByCode(api)
  assert.deepEqual(
    [browser.account.phone, browser.account.name, browser.account.email, browser.account.hasPassword],
    [browser.phone, null, null, false],
  )
  assert.equal((await account(browser)).json().phone, browser.phone)
  assert.equal((await browser.send('GET', '/api/cart/summary')).json().name, `…${browser.phone.slice(-4)}`)
  const named = await browser.send('PUT', '/api/account/profile', { name: '  রহিমা   বেগম ', language: 'bn' })
  assert.deepEqual([named.json().name, named.json().language], ['রহিমা বেগম', 'bn'])
  assert.equal((await browser.send('GET', '/api/cart/summary')).json().name, 'রহিমা')

  for (let time = 0; time < 2; time++)
    assert.equal((await browser.send('POST', '/api/account/sign-out', {})).statusCode, 200)
  const out = await account(browser)
  assert.deepEqual([out.statusCode, out.json().code], [401, 'NOT_SIGNED_IN'])
  assert.equal((await browser.send('GET', '/api/cart/summary')).json().name, null)
  await pass(2 * minute)
  const again = await signInByCode(api, browser.phone)
  assert.equal(again.account.name, 'রহিমা বেগম')
})

test('the session cookie is HttpOnly, Lax and new at every sign-in, whatever the browser came with', async () => {
  const planted = 'A'.repeat(43)
  const browser = createBrowser(api, [['session', planted]])
  const phone = newPhone()
  await browser.send('POST', '/api/account/codes', { phone, language: 'en' })
  const body = { phone, code: await lastCode(api, phone), language: 'en' }
  const answer = await browser.send('POST', '/api/account/sign-in/code', body)
  const session = [answer.headers['set-cookie']].flat().find((cookie) => cookie?.startsWith('session='))
  assert.match(session ?? '', /^session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/)
  assert.notEqual(browser.jar.get('session'), planted)
  const first = browser.jar.get('session') ?? ''
  await pass(2 * minute)
  await signInByCode(api, phone, browser)
  assert.notEqual(browser.jar.get('session'), first)
  const old = await account(createBrowser(api, [['session', first]]))
  assert.equal(old.statusCode, 401, 'the session this browser had before is over')
  const kept = await api.db.selectFrom('customerSessions').select('tokenHash').execute()
  assert.ok(kept.every(({ tokenHash }) => tokenHash.toString('utf8') !== browser.jar.get('session')))
})

test('of two entries of one code at once one signs in; the code is used up', async () => {
  const phone = newPhone()
  await createBrowser(api).send('POST', '/api/account/codes', { phone, language: 'en' })
  const body = { phone, code: await lastCode(api, phone), language: 'en' }
  const enter = () => createBrowser(api).send('POST', '/api/account/sign-in/code', body)
  const answers = await Promise.all([enter(), enter(), enter()])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 422, 422])
  assert.equal((await enter()).json().code, 'CODE_WRONG')
  const rows = await api.db.selectFrom('customers').select('id').where('phone', '=', phone).execute()
  assert.equal(rows.length, 1)
})

test('two browsers that sign one new number up at once make one account', async () => {
  const phone = newPhone()
  await createBrowser(api).send('POST', '/api/account/codes', { phone, language: 'en' })
  const code = await lastCode(api, phone)
  // The code goes to one of them; the account is made by number, so that a second code would find it.
  await Promise.all(
    [1, 2].map(() => createBrowser(api).send('POST', '/api/account/sign-in/code', { phone, code, language: 'en' })),
  )
  await pass(2 * minute)
  const second = await signInByCode(api, phone)
  assert.equal(second.account.phone, phone)
  assert.equal((await api.db.selectFrom('customers').select('id').where('phone', '=', phone).execute()).length, 1)
})

test('a session ends 30 days after its last use, and 90 days after it began', async () => {
  const browser = await signInByCode(api)
  await pass(29 * day)
  assert.equal((await account(browser)).statusCode, 200)
  await pass(29 * day)
  assert.equal((await account(browser)).statusCode, 200, 'use prolongs')
  await pass(31 * day)
  assert.equal((await account(browser)).statusCode, 401)
  const other = await signInByCode(api)
  for (let days = 0; days < 87; days += 29) {
    await pass(29 * day)
    assert.equal((await account(other)).statusCode, 200)
  }
  await pass(4 * day)
  assert.equal((await account(other)).statusCode, 401)
})

test('a password is set after a code, changed with the old one, and every other session ends', async () => {
  const first = await signInByCode(api)
  await pass(2 * minute)
  const second = await signInByCode(api, first.phone)
  const before = second.jar.get('session')
  const set = await second.send('PUT', '/api/account/password', { currentPassword: null, newPassword: password })
  assert.equal(set.statusCode, 200, set.body)
  assert.equal(set.json().hasPassword, true)
  assert.equal((await account(first)).statusCode, 401)
  assert.equal((await account(second)).statusCode, 200)
  assert.notEqual(second.jar.get('session'), before)
  assert.equal((await account(createBrowser(api, [['session', before ?? '']]))).statusCode, 401)

  await pass(11 * minute)
  const change = (currentPassword: string | null) =>
    second.send('PUT', '/api/account/password', { currentPassword, newPassword: `${password} 2` })
  assert.equal((await change(null)).json().code, 'PASSWORD_WRONG')
  assert.equal((await change('wrong wrong')).json().code, 'PASSWORD_WRONG')
  assert.equal((await change(password)).statusCode, 200)
  const byPassword = createBrowser(api)
  const signIn = (given: string) =>
    byPassword.send('POST', '/api/account/sign-in/password', {
      login: second.phone.replace('+88', ''),
      password: given,
    })
  assert.equal((await signIn(password)).json().code, 'SIGN_IN_WRONG')
  assert.equal((await signIn(`${password} 2`)).statusCode, 200)
})

test('of two new passwords at once one counts, and its browser stays signed in', async () => {
  const first = await signInByCode(api)
  const set = (newPassword: string) =>
    first.send('PUT', '/api/account/password', { currentPassword: null, newPassword })
  const answers = await Promise.all([set('one long password'), set('another long password')])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 422])
})

test('passwords that attackers try first, or that others could guess, are refused', async () => {
  const browser = await signInByCode(api)
  await browser.send('PUT', '/api/account/profile', { name: 'Rahima Begum', language: 'en' })
  const set = async (newPassword: string) =>
    (await browser.send('PUT', '/api/account/password', { currentPassword: null, newPassword })).json().code ?? 'set'
  const local = `0${browser.phone.slice(4)}`
  for (const guessable of ['password1', 'PassWord1', 'qwertyuiop', '12345678', local, 'dhakacart1', 'rahima123']) {
    assert.equal(await set(guessable), 'PASSWORD_GUESSABLE', guessable)
  }
  assert.equal(await set('short'), 'BAD_REQUEST')
  assert.equal(await set('x'.repeat(129)), 'BAD_REQUEST')
  assert.equal(await set('আমার সোনার বাংলা'), 'set')
})

test('sessions are listed with their device, one can be ended, or all', async () => {
  const agent = { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36' }
  const phone = newPhone()
  const mobile = createBrowser(api)
  await mobile.send('POST', '/api/account/codes', { phone, language: 'en' })
  await mobile.send(
    'POST',
    '/api/account/sign-in/code',
    { phone, code: await lastCode(api, phone), language: 'en' },
    agent,
  )
  await pass(2 * minute)
  const laptop = await signInByCode(api, phone)
  const { sessions } = (await laptop.send('GET', '/api/account/sessions')).json()
  assert.deepEqual(
    sessions.map(({ device, isThisOne }: { device: string; isThisOne: boolean }) => [device, isThisOne]),
    [
      ['', true],
      ['Chrome, Android', false],
    ],
  )
  for (let time = 0; time < 2; time++) {
    assert.equal((await laptop.send('DELETE', `/api/account/sessions/${sessions[1].id}`)).statusCode, 200)
  }
  assert.equal((await account(mobile)).statusCode, 401)
  const stranger = await signInByCode(api)
  await stranger.send('DELETE', `/api/account/sessions/${sessions[0].id}`)
  assert.equal((await account(laptop)).statusCode, 200, 'nobody ends the session of somebody else')
  assert.equal((await laptop.send('POST', '/api/account/sign-out-everywhere', {})).statusCode, 200)
  assert.equal((await account(laptop)).statusCode, 401)
})

test('the twenty-first device signs the longest unused one out', async () => {
  const phone = newPhone()
  const browsers = []
  for (let index = 0; index < 21; index++) {
    await pass(day)
    browsers.push(await signInByCode(api, phone))
  }
  assert.equal((await account(browsers[0] as (typeof browsers)[number])).statusCode, 401)
  assert.equal((await account(browsers[1] as (typeof browsers)[number])).statusCode, 200)
})

test('the number changes with a code to the new one; a number with an account of its own is kept by it', async () => {
  const browser = await signInByCode(api)
  const other = await signInByCode(api)
  const phone = newPhone()
  const send = (to: string) => browser.send('POST', '/api/account/phone/codes', { phone: to })
  const change = (to: string, code: string) => browser.send('PUT', '/api/account/phone', { phone: to, code })
  await send(phone)
  const code = await lastCode(api, phone)
  assert.equal((await other.send('PUT', '/api/account/phone', { phone, code })).json().code, 'CODE_WRONG', 'not theirs')
  const answers = await Promise.all([change(phone, code), change(phone, code)])
  assert.ok(answers.some(({ statusCode }) => statusCode === 200))
  assert.equal((await account(browser)).json().phone, phone)
  assert.equal((await change(phone, '000000')).statusCode, 200, 'again is fine')

  await send(other.phone)
  const taken = await change(other.phone, await lastCode(api, other.phone))
  assert.deepEqual([taken.statusCode, taken.json().code], [409, 'PHONE_TAKEN'])
})

test('bodies of every wrong kind are refused with a clear 4xx', async () => {
  const browser = await signInByCode(api)
  const phone = newPhone()
  const cases: [string, string, unknown][] = [
    ['POST', '/api/account/codes', { phone }],
    ['POST', '/api/account/codes', { phone: '12', language: 'en' }],
    ['POST', '/api/account/codes', { phone, language: 'fr' }],
    ['POST', '/api/account/codes', { phone, language: 'en', isAdmin: true }],
    ['POST', '/api/account/sign-in/code', { phone, code: '', language: 'en' }],
    ['POST', '/api/account/sign-in/code', { phone, code: ['123456'], language: 'en' }],
    ['POST', '/api/account/sign-in/password', { login: phone, password: 'x'.repeat(129) }],
    ['POST', '/api/account/sign-in/password', { login: 'a\u0000b', password: 'x' }],
    ['PUT', '/api/account/profile', { name: 'Al', language: 'en' }],
    ['PUT', '/api/account/profile', { name: 'Rahima', language: 'en', phone }],
    ['PUT', '/api/account/profile', { name: '          ', language: 'en' }],
    ['PUT', '/api/account/password', { newPassword: password }],
    ['PUT', '/api/account/phone', { phone: 'none', code: '1' }],
    ['POST', '/api/account/email/codes', { email: 'no address' }],
    ['POST', '/api/account/email/codes', { email: `${'x'.repeat(250)}@mail.example` }],
    ['PUT', '/api/account/email', { code: '' }],
    ['DELETE', '/api/account/sessions/1e3', undefined],
    ['DELETE', '/api/account/sessions/99999999999999999999', undefined],
    ['POST', '/api/account/erasure', {}],
    ['POST', '/api/account/sign-out-everywhere', { everywhere: true }],
  ]
  for (const [method, url, body] of cases) {
    const answer = await browser.send(method as 'POST', url, body as object)
    const shown = `${method} ${url} ${JSON.stringify(body)?.slice(0, 60)}`
    assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, `${shown}: ${answer.statusCode}`)
    assert.ok(answer.json().code && answer.json().message, shown)
  }
  assert.equal((await account(browser)).statusCode, 200)
})
