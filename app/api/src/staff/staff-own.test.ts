import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signInAsStaff } from '../testing/staff.ts'
import { addEnrolledAccount, freshCode, staffPassword } from '../testing/staff-account.ts'
import { createStaffBrowser } from '../testing/staff-browser.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { sweepStaff } from './staff.jobs.ts'

let api: TestApi
before(async () => {
  api = await startTestApi()
})
after(() => api.drop())

const session = '/api/console/session'
const newPassword = 'an even longer password'

async function signInElsewhere(account: Awaited<ReturnType<typeof addEnrolledAccount>>) {
  const browser = createStaffBrowser(api)
  await browser.givePassword(account.email, staffPassword)
  assert.equal((await browser.giveCode(await freshCode(api, account))).statusCode, 200)
  return browser
}

test('a new password ends every other session, and the old one opens nothing any more', async () => {
  const account = await addEnrolledAccount(api)
  const elsewhere = await signInElsewhere(account)
  const change = (password: string) => account.browser.send('PUT', `${session}/password`, { password, newPassword })
  assert.equal((await change('not the password')).json().code, 'STAFF_SIGN_IN_FAILED')
  assert.equal((await elsewhere.send('GET', session)).statusCode, 200)
  assert.equal((await change(staffPassword)).statusCode, 200)
  assert.equal((await account.browser.send('GET', session)).statusCode, 200)
  assert.equal((await elsewhere.send('GET', session)).statusCode, 401)
  assert.equal((await elsewhere.givePassword(account.email, staffPassword)).statusCode, 401)
  assert.equal((await elsewhere.givePassword(account.email, newPassword)).statusCode, 200)
})

test('a password is too short, too long or sent with more than belongs there: refused', async () => {
  const { browser } = await addEnrolledAccount(api)
  for (const body of [
    { password: staffPassword, newPassword: 'short' },
    { password: staffPassword, newPassword: 'x'.repeat(129) },
    { password: staffPassword },
    { password: staffPassword, newPassword, email: 'other@shop.example' },
  ]) {
    assert.equal((await browser.send('PUT', `${session}/password`, body)).statusCode, 400)
  }
})

test('a password that attackers try first is not taken, neither by a link nor as a change', async () => {
  const { browser, email } = await addEnrolledAccount(api)
  for (const guessable of ['123456789012', 'qwertyuiop12', 'Dhakacart1234', `${email.split('@')[0]}1`]) {
    const answer = await browser.send('PUT', `${session}/password`, { password: staffPassword, newPassword: guessable })
    assert.deepEqual([answer.statusCode, answer.json().code], [422, 'PASSWORD_GUESSABLE'], guessable)
  }
  const owner = await signInAsStaff(api, 'owner')
  const body = { email: 'guessable@shop.example', name: 'x', role: 'viewer' }
  const { link } = (await owner.send('POST', '/api/console/staff', body)).json()
  const token = new URL(link).hash.replace('#token=', '')
  const accept = (password: string) =>
    createStaffBrowser(api).send('POST', '/api/console/invitations/accept', { token, password })
  assert.equal((await accept('123456789012')).json().code, 'PASSWORD_GUESSABLE')
  assert.equal((await accept('a better password')).statusCode, 200)
})

test('of two changes of the password at once the account keeps one, and it is one of the two', async () => {
  const account = await addEnrolledAccount(api)
  const wanted = ['the first new password', 'the second new password']
  const answers = await Promise.all(
    wanted.map((password) =>
      account.browser.send('PUT', `${session}/password`, { password: staffPassword, newPassword: password }),
    ),
  )
  assert.ok(answers.some(({ statusCode }) => statusCode === 200))
  const works = await Promise.all(
    wanted.map(async (password) => (await createStaffBrowser(api).givePassword(account.email, password)).statusCode),
  )
  assert.deepEqual(works.toSorted(), [200, 401])
})

test('new recovery codes make the old ones useless; of two requests at once one set works', async () => {
  const account = await addEnrolledAccount(api)
  const url = `${session}/recovery-codes`
  const answers = await Promise.all([1, 2].map(() => account.browser.send('POST', url, {})))
  const sets = answers.map((answer) => answer.json().recoveryCodes as string[])
  const works = async (code: string) => {
    const browser = createStaffBrowser(api)
    await browser.givePassword(account.email, staffPassword)
    return (await browser.giveCode(code)).statusCode
  }
  assert.equal(await works(account.recoveryCodes[0] ?? ''), 422)
  const statuses = [await works(sets[0]?.[0] ?? ''), await works(sets[1]?.[0] ?? '')]
  assert.deepEqual(statuses.toSorted(), [200, 422])
})

test('somebody sees their own sessions and ends one of them, and nobody else’s', async () => {
  const account = await addEnrolledAccount(api)
  const elsewhere = await signInElsewhere(account)
  const { sessions } = (await account.browser.send('GET', '/api/console/sessions')).json()
  assert.deepEqual(
    sessions.map(({ isThis, device }: { isThis: boolean; device: string }) => [isThis, device]),
    [
      [false, 'Chrome, Linux'],
      [true, 'Chrome, Linux'],
    ],
  )
  const stranger = await signInAsStaff(api, 'owner')
  const [other] = sessions
  assert.equal((await stranger.send('DELETE', `/api/console/sessions/${other.id}`)).statusCode, 200)
  assert.equal((await elsewhere.send('GET', session)).statusCode, 200)
  const answers = await Promise.all(
    [1, 2].map(() => account.browser.send('DELETE', `/api/console/sessions/${other.id}`)),
  )
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200],
  )
  assert.equal((await elsewhere.send('GET', session)).statusCode, 401)
  const ended = await api.db
    .selectFrom('auditEntries')
    .select('detail')
    .where('action', '=', 'staff.session_ended')
    .where('subject', '=', `staff:${account.id}`)
    .execute()
  assert.deepEqual(ended, [{ detail: { sessionId: other.id } }])
})

test('the eleventh session ends the one that was used longest ago', async () => {
  const account = await addEnrolledAccount(api)
  for (let number = 0; number < 10; number++) await signInElsewhere(account)
  assert.equal((await account.browser.send('GET', session)).statusCode, 401)
})

test('what is over is swept away, and nothing else', async () => {
  const old = await signInAsStaff(api, 'viewer')
  const open = await signInAsStaff(api, 'viewer')
  await api.db
    .updateTable('staffSessions')
    .set({ createdAt: new Date('2020-01-01T00:00:00Z') })
    .where('staffId', '=', old.id)
    .execute()
  assert.ok((await sweepStaff({ db: api.db, randomBytes: () => Buffer.alloc(0) })) >= 1)
  const left = await api.db
    .selectFrom('staffSessions')
    .select('staffId')
    .where('staffId', 'in', [old.id, open.id])
    .execute()
  assert.deepEqual(left, [{ staffId: open.id }])
})
