import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { toBanglaDigits } from '@dhakacart/contract/digits.ts'
import { sql } from 'kysely'
import {
  addEnrolledAccount,
  addStaffAccount,
  freshCode,
  fromBase32,
  staffPassword,
  stepNow,
} from '../testing/staff-account.ts'
import { createStaffBrowser } from '../testing/staff-browser.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { totpCode } from './totp.ts'

let api: TestApi
before(async () => {
  api = await startTestApi()
})
after(() => api.drop())

const session = '/api/console/session'
const enrolment = '/api/console/sign-in/enrolment'

test('the first sign-in enrols an authenticator and shows recovery codes; nothing opens before', async () => {
  const { email } = await addStaffAccount(api)
  const browser = createStaffBrowser(api)
  const first = await browser.givePassword(email.toUpperCase(), staffPassword)
  assert.deepEqual([first.statusCode, first.json()], [200, { next: 'enrolment' }])
  assert.equal((await browser.send('GET', session)).statusCode, 401)
  const { secret, uri, qr } = (await browser.send('POST', enrolment, {})).json()
  assert.match(secret, /^[A-Z2-7]{32}$/)
  assert.equal(uri, `otpauth://totp/DhakaCart:${encodeURIComponent(email)}?secret=${secret}&issuer=DhakaCart`)
  assert.match(qr.path, /^(M\d+ \d+h1v1h-1z)+$/)
  assert.equal((await browser.send('POST', `${enrolment}/confirm`, { code: '000000' })).json().code, 'STAFF_CODE_WRONG')
})

test('what was enrolled signs in again elsewhere, with a new token each time, and the secret is nowhere readable', async () => {
  const account = await addEnrolledAccount(api)
  assert.equal((await account.browser.send('GET', session)).json().recoveryCodesLeft, 8)
  const browser = createStaffBrowser(api)
  assert.deepEqual((await browser.givePassword(account.email, staffPassword)).json(), { next: 'code' })
  const pendingToken = browser.jar.get('staff')
  assert.equal((await browser.send('GET', session)).statusCode, 401)
  const signedIn = await browser.giveCode(toBanglaDigits(await freshCode(api, account)))
  assert.equal(signedIn.statusCode, 200)
  assert.equal(signedIn.json().staff.id, account.id)
  assert.notEqual(browser.jar.get('staff'), pendingToken)
  const [cookie] = signedIn.cookies.filter(({ name }) => name === 'staff')
  assert.deepEqual([cookie?.httpOnly, cookie?.sameSite, cookie?.path, cookie?.maxAge], [true, 'Strict', '/', undefined])
  const pending = await api.inject({ url: session, headers: { cookie: `staff=${pendingToken}` } })
  assert.equal(pending.statusCode, 401)
  const row = await api.db.selectFrom('staff').selectAll().where('id', '=', account.id).executeTakeFirstOrThrow()
  assert.ok(!JSON.stringify(row).includes(account.secret.toString('base64url')))
})

test('a code works once, also when it is sent twice at once, and in no other browser', async () => {
  const account = await addEnrolledAccount(api)
  const browsers = [createStaffBrowser(api), createStaffBrowser(api), createStaffBrowser(api)]
  for (const browser of browsers) await browser.givePassword(account.email, staffPassword)
  const code = await freshCode(api, account)
  const answers = await Promise.all(browsers.map((browser) => browser.giveCode(code)))
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 422, 422])
  const refused = answers.find(({ statusCode }) => statusCode === 422)
  assert.equal(refused?.json().code, 'STAFF_CODE_WRONG')
})

test('an older code does not work once a newer one was used', async () => {
  const account = await addEnrolledAccount(api)
  const older = totpCode(account.secret, (await stepNow(api)) - 1)
  const browser = createStaffBrowser(api)
  await browser.givePassword(account.email, staffPassword)
  assert.equal((await browser.giveCode(older)).json().code, 'STAFF_CODE_WRONG')
})

test('each recovery code signs in once, with or without its dashes', async () => {
  const account = await addEnrolledAccount(api)
  const [first = '', second = ''] = account.recoveryCodes
  assert.equal(account.recoveryCodes.length, 8)
  assert.equal(new Set(account.recoveryCodes).size, 8)
  const use = async (code: string) => {
    const browser = createStaffBrowser(api)
    await browser.givePassword(account.email, staffPassword)
    return browser.giveCode(code)
  }
  const [one, other] = await Promise.all([use(first), use(first)])
  assert.deepEqual([one.statusCode, other.statusCode].toSorted(), [200, 422])
  assert.equal((await use(second.replaceAll('-', ' ').toLowerCase())).json().recoveryCodesLeft, 6)
  assert.equal((await use(first)).json().code, 'STAFF_CODE_WRONG')
})

test('an unknown e-mail, a wrong password, an account that is not active or has no password get one answer', async () => {
  const active = await addStaffAccount(api)
  const dismissed = await addStaffAccount(api)
  await api.db.updateTable('staff').set({ isActive: false }).where('id', '=', dismissed.id).execute()
  const invited = await addStaffAccount(api)
  await api.db.updateTable('staff').set({ passwordHash: null }).where('id', '=', invited.id).execute()
  const answers = await Promise.all([
    createStaffBrowser(api).givePassword('nobody@shop.example', staffPassword),
    createStaffBrowser(api).givePassword(active.email, 'another long password'),
    createStaffBrowser(api).givePassword(dismissed.email, staffPassword),
    createStaffBrowser(api).givePassword(invited.email, staffPassword),
  ])
  for (const answer of answers) {
    const { requestId: _, ...body } = answer.json()
    const { requestId: __, ...expected } = answers[0]?.json() ?? {}
    assert.deepEqual([answer.statusCode, body, answer.cookies], [401, expected, []])
    assert.equal(body.code, 'STAFF_SIGN_IN_FAILED')
  }
})

test('the half-open session lasts ten minutes, and enrolling needs one', async () => {
  const { id, email } = await addStaffAccount(api)
  const browser = createStaffBrowser(api)
  assert.equal((await browser.send('POST', enrolment, {})).json().code, 'STAFF_SIGN_IN_FAILED')
  await browser.givePassword(email, staffPassword)
  await sql`update staff_sessions set created_at = shop_now() - interval '10 minutes' where staff_id = ${id}`.execute(
    api.db,
  )
  assert.equal((await browser.send('POST', enrolment, {})).json().code, 'STAFF_SIGN_IN_FAILED')
  assert.equal((await browser.giveCode('123456')).json().code, 'STAFF_SIGN_IN_FAILED')
})

test('who knows the password alone cannot enrol another authenticator, not even at the same time', async () => {
  const account = await addEnrolledAccount(api)
  const thief = createStaffBrowser(api)
  await thief.givePassword(account.email, staffPassword)
  assert.equal((await thief.send('POST', enrolment, {})).json().code, 'STAFF_ENROLMENT_OVER')
  assert.equal(
    (await thief.send('POST', `${enrolment}/confirm`, { code: '123456' })).json().code,
    'STAFF_ENROLMENT_OVER',
  )

  const fresh = await addStaffAccount(api)
  const browsers = [createStaffBrowser(api), createStaffBrowser(api)]
  const codes: string[] = []
  for (const browser of browsers) {
    await browser.givePassword(fresh.email, staffPassword)
    const { secret } = (await browser.send('POST', enrolment, {})).json()
    codes.push(totpCode(fromBase32(secret), await stepNow(api)))
  }
  const answers = await Promise.all(
    browsers.map((browser, index) => browser.send('POST', `${enrolment}/confirm`, { code: codes[index] })),
  )
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 409])
})

test('requests of a wrong form are refused before anything is looked up', async () => {
  const bodies: [string, object][] = [
    ['sign-in', {}],
    ['sign-in', { email: 'no address', password: 'x' }],
    ['sign-in', { email: "a@b.example' or 1=1 --", password: 'x' }],
    ['sign-in', { email: 'a@b.example', password: 'x'.repeat(129) }],
    ['sign-in', { email: 'a@b.example', password: 'x', role: 'owner' }],
    ['sign-in/code', { code: '12345' }],
    ['sign-in/code', { code: 123456 }],
    ['sign-in/enrolment', { secret: 'mine' }],
    ['sign-in/enrolment/confirm', { code: 'x'.repeat(65) }],
    ['invitations/accept', { token: 'short', password: staffPassword }],
    ['invitations/accept', { token: 'a'.repeat(43), password: 'short' }],
  ]
  for (const [path, body] of bodies) {
    const answer = await createStaffBrowser(api, '203.0.113.9').send('POST', `/api/console/${path}`, body)
    assert.deepEqual([answer.statusCode, answer.json().code], [400, 'BAD_REQUEST'], JSON.stringify([path, body]))
  }
})
