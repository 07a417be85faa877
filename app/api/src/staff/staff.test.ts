import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { staffRoles } from '@dhakacart/contract/staff-permissions.ts'
import { sql } from 'kysely'
import { signInAsStaff } from '../testing/staff.ts'
import { addEnrolledAccount, freshCode, staffPassword } from '../testing/staff-account.ts'
import { createStaffBrowser } from '../testing/staff-browser.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
let owner: Awaited<ReturnType<typeof signInAsStaff>>
before(async () => {
  api = await startTestApi()
  owner = await signInAsStaff(api, 'owner')
})
after(() => api.drop())

const staffUrl = '/api/console/staff'
const session = '/api/console/session'

const tokenOf = (link: string) => new URLSearchParams(new URL(link).hash.slice(1)).get('token') as string
const accept = (token: string, password = staffPassword) =>
  createStaffBrowser(api).send('POST', '/api/console/invitations/accept', { token, password })
const invite = async (email: string) =>
  (await owner.send('POST', staffUrl, { email, name: 'New Colleague', role: 'support' })).json()
const change = (id: number, body: object, by = owner) => by.send('PUT', `${staffUrl}/${id}`, body)
const find = async (id: number) => (await owner.send('GET', `${staffUrl}?after=${id - 1}&limit=1`)).json().staff[0]
const actionsOn = async (id: number) => {
  const rows = await api.db.selectFrom('auditEntries').select('action').where('subject', '=', `staff:${id}`).execute()
  return rows.map(({ action }) => action)
}

test('an invited colleague sets a password by a link that works once, then enrols; each step is written down', async () => {
  const { staff, link } = await invite('Colleague@Shop.example')
  assert.deepEqual([staff.email, staff.hasPassword, staff.hasAuthenticator], ['colleague@shop.example', false, false])
  assert.ok(link.startsWith('http://localhost:3000/console/invitation#token='))
  const answers = await Promise.all([accept(tokenOf(link)), accept(tokenOf(link))])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 404])
  assert.equal((await accept(tokenOf(link))).json().code, 'STAFF_INVITATION_OVER')
  const browser = createStaffBrowser(api)
  assert.deepEqual((await browser.givePassword(staff.email, staffPassword)).json(), { next: 'enrolment' })
  assert.deepEqual(await actionsOn(staff.id), ['staff.invited', 'staff.invitation_accepted'])
})

test('a link ends after 72 hours, with the account, and when another takes its place', async () => {
  const late = await invite('late@shop.example')
  await sql`update staff_invitations set expires_at = shop_now() where staff_id = ${late.staff.id}`.execute(api.db)
  assert.equal((await accept(tokenOf(late.link))).statusCode, 404)

  const again = (await owner.send('POST', `${staffUrl}/${late.staff.id}/reset`, { version: 1 })).json()
  const newest = (await owner.send('POST', `${staffUrl}/${late.staff.id}/reset`, { version: 2 })).json()
  assert.equal((await accept(tokenOf(again.link))).statusCode, 404)
  const { version, name, role } = newest.staff
  await change(late.staff.id, { version, name, role, isActive: false })
  assert.equal((await accept(tokenOf(newest.link))).statusCode, 404)
})

test('an e-mail has one account, also when it is invited twice at once and in other letters', async () => {
  const invitation = (email: string) => owner.send('POST', staffUrl, { email, name: 'Twice', role: 'viewer' })
  const answers = await Promise.all([invitation('twice@shop.example'), invitation('TWICE@shop.example')])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 409])
  assert.equal(answers.find(({ statusCode }) => statusCode === 409)?.json().code, 'STAFF_EMAIL_TAKEN')
})

test('a change names the version it was made from; of two at once one wins and the other sees what is true now', async () => {
  const { id } = await signInAsStaff(api, 'support')
  const body = { version: 1, role: 'support', isActive: true }
  const answers = await Promise.all([change(id, { ...body, name: 'One' }), change(id, { ...body, name: 'Other' })])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 409])
  const conflict = answers.find(({ statusCode }) => statusCode === 409)?.json()
  const won = answers.find(({ statusCode }) => statusCode === 200)?.json()
  assert.equal(conflict.code, 'VERSION_CONFLICT')
  assert.deepEqual(conflict.details, won)
  assert.equal(won.version, 2)
})

test('another role and the end of an account end its sessions at once; a new name does not', async () => {
  const colleague = await signInAsStaff(api, 'support')
  const name = 'A New Name'
  assert.equal((await change(colleague.id, { version: 1, name, role: 'support', isActive: true })).statusCode, 200)
  assert.equal((await colleague.send('GET', session)).statusCode, 200)
  assert.equal((await change(colleague.id, { version: 2, name, role: 'viewer', isActive: true })).statusCode, 200)
  assert.equal((await colleague.send('GET', session)).statusCode, 401)
  const other = await signInAsStaff(api, 'support')
  assert.equal((await change(other.id, { version: 1, name, role: 'support', isActive: false })).statusCode, 200)
  assert.equal((await other.send('GET', session)).statusCode, 401)
})

test('nobody changes their own role, ends or resets themselves; their name they may', async () => {
  const { id } = owner
  const { version } = await find(id)
  for (const body of [
    { version, name: 'Me', role: 'viewer', isActive: true },
    { version, name: 'Me', role: 'owner', isActive: false },
  ]) {
    assert.equal((await change(id, body)).json().code, 'STAFF_SELF_CHANGE')
  }
  assert.equal((await owner.send('POST', `${staffUrl}/${id}/reset`, { version })).json().code, 'STAFF_SELF_CHANGE')
  assert.equal((await change(id, { version, name: 'Myself', role: 'owner', isActive: true })).json().name, 'Myself')
})

test('two owners who dismiss each other at the same moment leave one owner', async () => {
  for (let round = 0; round < 5; round++) {
    const [one, other] = [await signInAsStaff(api, 'owner'), await signInAsStaff(api, 'owner')]
    const dismissal = { version: 1, name: 'x', role: 'viewer', isActive: false }
    const answers = await Promise.all([change(other.id, dismissal, one), change(one.id, dismissal, other)])
    const statuses = answers.map(({ statusCode }) => statusCode).toSorted()
    // The slower one is refused at the door or, when let in already, inside.
    assert.ok(statuses[0] === 200 && [401, 403].includes(statuses[1] as number), statuses.join())
    const owners = await api.db
      .selectFrom('staff')
      .select('id')
      .where('id', 'in', [one.id, other.id])
      .where('role', '=', 'owner')
      .execute()
    assert.equal(owners.length, 1)
  }
})

test('a reset takes password, authenticator, recovery codes and sessions, and gives a link', async () => {
  const account = await addEnrolledAccount(api)
  const answers = await Promise.all([
    owner.send('POST', `${staffUrl}/${account.id}/reset`, { version: 1 }),
    owner.send('POST', `${staffUrl}/${account.id}/reset`, { version: 1 }),
  ])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 409])
  assert.equal((await account.browser.send('GET', session)).statusCode, 401)
  assert.equal((await account.browser.givePassword(account.email, staffPassword)).statusCode, 401)
  const { link } = answers.find(({ statusCode }) => statusCode === 200)?.json() ?? {}
  assert.equal((await accept(tokenOf(link))).json().email, account.email)
  const answer = await account.browser.givePassword(account.email, staffPassword)
  assert.deepEqual(answer.json(), { next: 'enrolment' })
  assert.equal((await account.browser.giveCode(account.recoveryCodes[0] ?? '')).statusCode, 422)
})

test('only an owner invites, changes and resets; a manager sees; the others do not', async () => {
  const { id } = await signInAsStaff(api, 'viewer')
  for (const role of staffRoles.filter((role) => role !== 'owner')) {
    const caller = await signInAsStaff(api, role)
    const attempts = [
      caller.send('POST', staffUrl, { email: `by-${role}@shop.example`, name: 'x', role: 'owner' }),
      change(id, { version: 1, name: 'x', role: 'owner', isActive: true }, caller),
      change(caller.id, { version: 1, name: 'x', role: 'owner', isActive: true }, caller),
      caller.send('POST', `${staffUrl}/${id}/reset`, { version: 1 }),
    ]
    for (const answer of await Promise.all(attempts)) assert.equal(answer.json().code, 'PERMISSION_DENIED', role)
    assert.equal((await caller.send('GET', staffUrl)).statusCode, role === 'manager' ? 200 : 403)
  }
  assert.equal((await find(id)).role, 'viewer')
})

test('changes of staff need a code of the last five minutes, and a new one opens them again', async () => {
  const account = await addEnrolledAccount(api, 'owner')
  const { send } = account.browser
  const body = { email: 'stepped@shop.example', name: 'x', role: 'viewer' }
  await sql`update staff_sessions set stepped_up_at = shop_now() - interval '5 minutes' where staff_id = ${account.id}`.execute(
    api.db,
  )
  assert.equal((await send('POST', staffUrl, body)).json().code, 'STEP_UP_REQUIRED')
  assert.equal((await send('POST', '/api/console/step-up', { code: '000000' })).json().code, 'STAFF_CODE_WRONG')
  const code = await freshCode(api, account)
  const answers = await Promise.all([1, 2].map(() => send('POST', '/api/console/step-up', { code })))
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 422])
  assert.equal((await send('POST', staffUrl, body)).statusCode, 200)
})

test('requests of a wrong form, unknown members and versions are refused', async () => {
  const { id } = await signInAsStaff(api, 'viewer')
  const whole = { version: 1, name: 'x', role: 'viewer', isActive: true }
  const bodies: object[] = [
    {},
    { ...whole, version: 0 },
    { ...whole, version: '1' },
    { ...whole, name: ' ' },
    { ...whole, name: 'x'.repeat(101) },
    { ...whole, role: 'root' },
    { ...whole, isActive: 'yes' },
    { ...whole, passwordHash: 'mine' },
    { ...whole, totpSecret: null },
  ]
  for (const body of bodies) assert.equal((await change(id, body)).statusCode, 400, JSON.stringify(body))
  for (const email of [
    '',
    'x',
    'x@',
    'x@y',
    'x y@shop.example',
    '<x>@shop.example',
    `${'x'.repeat(250)}@shop.example`,
  ]) {
    const answer = await owner.send('POST', staffUrl, { email, name: 'x', role: 'viewer' })
    assert.equal(answer.statusCode, 400, email)
  }
  assert.equal((await change(999_999, whole)).json().code, 'STAFF_NOT_FOUND')
  assert.equal((await change(id, { ...whole, version: 7 })).json().code, 'VERSION_CONFLICT')
  assert.equal((await owner.send('PUT', `${staffUrl}/0`, whole)).statusCode, 400)
  assert.equal((await owner.send('GET', `${staffUrl}?after=x`)).statusCode, 400)
  assert.equal((await find(id)).version, 1)
})

test('the list goes on by cursor and shows nobody twice', async () => {
  const seen: number[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page = await owner.send('GET', `${staffUrl}?limit=7${cursor && `&after=${cursor}`}`)
    seen.push(...page.json().staff.map((member: { id: number }) => member.id))
    cursor = page.json().nextCursor
  }
  const { count } = await api.db
    .selectFrom('staff')
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  assert.equal(new Set(seen).size, seen.length)
  assert.equal(seen.length, Number(count))
})
