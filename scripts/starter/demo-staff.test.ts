import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import type { DemoAccount } from '../../app/api/src/staff/demo-staff.ts'
import { stepSeconds, totpCode, totpStep } from '../../app/api/src/staff/totp.ts'
import { describeDemoStaff } from './demo-staff.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'dhakacart-printed-staff-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const account = (role: DemoAccount['role'], totpSecretHex: string): DemoAccount => ({
  role,
  name: 'Nusrat Jahan',
  email: `${role}@dhakacart.test`,
  password: `abcd-${role}`,
  passwordHash: '$argon2id$v=19$secret',
  totpSecretHex,
})

/** A file of accounts of this test. */
function keep(name: string, text: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

test('each account is printed on a line with the code that its authenticator shows now, and nothing that stays secret', (t) => {
  // Ten seconds into a step.
  const nowSeconds = 1_795_000_000 - (1_795_000_000 % stepSeconds) + 10
  t.mock.timers.enable({ apis: ['Date'], now: nowSeconds * 1_000 })
  const accounts = [account('owner', '11'.repeat(20)), account('warehouse', '22'.repeat(20))]
  const lines = describeDemoStaff(keep('staff.json', JSON.stringify(accounts))) ?? []
  const [owner, warehouse, last] = lines
  assert.equal(lines.length, 3)
  const codes = accounts.map(({ totpSecretHex }) => totpCode(Buffer.from(totpSecretHex, 'hex'), totpStep(nowSeconds)))
  assert.deepEqual(owner?.trim().split(/\s+/), ['owner', 'owner@dhakacart.test', 'abcd-owner', codes[0]])
  assert.deepEqual(warehouse?.trim().split(/\s+/), [
    'warehouse',
    'warehouse@dhakacart.test',
    'abcd-warehouse',
    codes[1],
  ])
  assert.match(codes[0] ?? '', /^\d{6}$/)
  assert.match(last ?? '', /these for 20 s more.*npm run staff-codes/)
  assert.ok(!lines.join('\n').includes('argon2id') && !lines.join('\n').includes('11'.repeat(20)))

  t.mock.timers.setTime((nowSeconds + 20) * 1_000)
  const [next, , lastNext] = describeDemoStaff(path.join(folder, 'staff.json')) ?? []
  assert.notEqual(next, owner, 'the next half minute has another code')
  assert.match(lastNext ?? '', /these for 30 s more/)
})

test('where there are no accounts yet, or the file is broken, nothing is printed', () => {
  assert.equal(describeDemoStaff(path.join(folder, 'missing.json')), null)
  assert.equal(describeDemoStaff(keep('broken.json', '[{')), null)
})
