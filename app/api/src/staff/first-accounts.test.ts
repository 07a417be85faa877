import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { staffRoles } from '@dhakacart/contract/staff-permissions.ts'
import { readInheritedEnvironment } from '@dhakacart/service-kit/testing/config.ts'
import { stepNow } from '../testing/staff-account.ts'
import { createStaffBrowser } from '../testing/staff-browser.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { createOwner } from './create-owner.ts'
import { makeDemoStaff } from './demo-staff.ts'
import { createSecretBox } from './secret-box.ts'
import { totpCode } from './totp.ts'

const secrets = createSecretBox(`k1:${randomBytes(32).toString('base64')}`)
const folder = mkdtempSync(path.join(tmpdir(), 'dhakacart-staff-'))
let api: TestApi
before(async () => {
  api = await startTestApi({ settings: { staffSecrets: secrets } })
})
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await api.drop()
})

test('the first owner comes by a command, which is written down; a bad e-mail, name or password and a second time are refused', async () => {
  const password = 'the very first password'
  const given = { email: 'Owner@Shop.example', name: 'The Owner', password }
  const answers = await Promise.allSettled([createOwner(api.db, given), createOwner(api.db, given)])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const answer = await createStaffBrowser(api).givePassword('owner@shop.example', password)
  assert.deepEqual(answer.json(), { next: 'enrolment' })
  const written = await api.db.selectFrom('auditEntries').select(['action', 'staffName']).execute()
  assert.deepEqual(written, [{ action: 'staff.owner_created', staffName: 'create-owner' }])
  for (const [change, reason] of [
    [{ email: 'no address' }, /e-mail/],
    [{ name: ' ' }, /name/],
    [{ password: 'short' }, /password/i],
    [{}, /already/],
  ] as const) {
    await assert.rejects(createOwner(api.db, { ...given, ...change }), reason)
  }
})

test('a laptop has one account per role, which sign in as the file says, and the file is for its user alone', async () => {
  const file = path.join(folder, 'demo-staff.json')
  const accounts = await makeDemoStaff(api.db, secrets, file)
  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.deepEqual(
    accounts.map(({ role }) => role),
    [...staffRoles],
  )
  for (const { email, password, totpSecretHex, role } of accounts) {
    const browser = createStaffBrowser(api)
    assert.deepEqual((await browser.givePassword(email, password)).json(), { next: 'code' })
    const answer = await browser.giveCode(totpCode(Buffer.from(totpSecretHex, 'hex'), await stepNow(api)))
    assert.equal(answer.json().staff.role, role)
  }
  assert.equal(new Set(accounts.map(({ password }) => password)).size, staffRoles.length)
})

test('a later start changes nothing, mends what differs, and makes new passwords when the file is gone', async () => {
  const file = path.join(folder, 'demo-staff.json')
  const rows = () =>
    api.db.selectFrom('staff').selectAll().where('email', 'like', '%@dhakacart.test').orderBy('id').execute()
  const before = await rows()
  const text = readFileSync(file, 'utf8')
  await makeDemoStaff(api.db, secrets, file)
  assert.deepEqual(await rows(), before)
  await api.db.updateTable('staff').set({ passwordHash: null, totpSecret: null }).execute()
  await makeDemoStaff(api.db, secrets, file)
  assert.equal(readFileSync(file, 'utf8'), text)
  assert.deepEqual(
    (await rows()).map(({ passwordHash }) => passwordHash),
    before.map(({ passwordHash }) => passwordHash),
  )
  unlinkSync(file)
  await makeDemoStaff(api.db, secrets, file)
  assert.notEqual(readFileSync(file, 'utf8'), text)
  assert.equal((await rows()).length, staffRoles.length)
})

test('accounts to try with are made for a shop on this machine alone', async () => {
  const file = path.join(folder, 'refused.json')
  const run = (publicOrigin: string) =>
    spawnSync(process.execPath, [path.join(import.meta.dirname, 'demo-staff.ts')], {
      encoding: 'utf8',
      env: {
        ...readInheritedEnvironment(),
        PUBLIC_ORIGIN: publicOrigin,
        DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
        STAFF_SECRETS_KEY: `k1:${randomBytes(32).toString('base64')}`,
        DEMO_STAFF_FILE: file,
      },
    })
  for (const origin of ['https://shop.example', 'https://localhost.shop.example']) {
    const { status, stderr, stdout } = run(origin)
    assert.equal(status, 1, origin)
    assert.match(stderr + stdout, /PUBLIC_ORIGIN names another/, origin)
    assert.equal(existsSync(file), false, 'no account was made up')
  }
  // Here it goes on, as far as the database that is not there.
  const { stderr, stdout } = run('http://shop.localhost:3000')
  assert.doesNotMatch(stderr + stdout, /PUBLIC_ORIGIN/)
  assert.equal(existsSync(file), true)
})
