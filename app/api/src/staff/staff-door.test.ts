import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { permissionsOf, staffRoles } from '@dhakacart/contract/staff-permissions.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { sql } from 'kysely'
import * as audit from '../audit/audit.service.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
before(async () => {
  api = await startTestApi()
})
after(() => api.drop())

const session = '/api/console/session'

test('whoever is signed in learns who they are and what they may do, and nothing is stored', async () => {
  for (const role of staffRoles) {
    const caller = await signInAsStaff(api, role)
    const answer = await caller.send('GET', session)
    assert.equal(answer.statusCode, 200)
    assert.equal(answer.headers['cache-control'], 'no-store')
    const { staff } = answer.json()
    assert.deepEqual([staff.id, staff.email, staff.role], [caller.id, caller.email, role])
    assert.deepEqual(staff.permissions, [...permissionsOf[role]])
  }
})

test('no cookie, a made-up one and one of a wrong form open nothing', async () => {
  for (const cookie of ['', `staff=${'a'.repeat(43)}`, 'staff=short', `cart=${'a'.repeat(43)}`]) {
    const answer = await api.inject({ url: session, headers: { cookie } })
    assert.deepEqual([answer.statusCode, answer.json().code], [401, 'STAFF_SIGN_IN_REQUIRED'], cookie)
  }
})

test('a session ends after 30 minutes without use, after 12 hours in any case, and before its code was given', async () => {
  const endings = [
    sql`last_used_at = shop_now() - interval '30 minutes'`,
    sql`created_at = shop_now() - interval '12 hours'`,
    sql`signed_in_at = null`,
  ]
  for (const ending of endings) {
    const caller = await signInAsStaff(api, 'owner')
    await sql`update staff_sessions set ${ending} where staff_id = ${caller.id}`.execute(api.db)
    assert.equal((await caller.send('GET', session)).statusCode, 401)
  }
})

test('using a session keeps it open', async () => {
  const caller = await signInAsStaff(api, 'owner')
  await sql`update staff_sessions set last_used_at = shop_now() - interval '29 minutes' where staff_id = ${caller.id}`.execute(
    api.db,
  )
  assert.equal((await caller.send('GET', session)).statusCode, 200)
  const { rows } = await sql<{ isFresh: boolean }>`
    select last_used_at > shop_now() - interval '1 minute' as is_fresh
    from staff_sessions where staff_id = ${caller.id}`.execute(api.db)
  assert.equal(rows[0]?.isFresh, true)
})

test('an account that is no longer active, and a session that was signed out, open nothing at once', async () => {
  const dismissed = await signInAsStaff(api, 'support')
  await api.db.updateTable('staff').set({ isActive: false }).where('id', '=', dismissed.id).execute()
  assert.equal((await dismissed.send('GET', session)).statusCode, 401)
  const leaving = await signInAsStaff(api, 'support')
  const answers = await Promise.all([leaving.send('DELETE', session), leaving.send('DELETE', session)])
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200],
  )
  assert.equal((await leaving.send('GET', session)).statusCode, 401)
})

test('an entry of the audit log is undone with its transaction, and is never changed or deleted', async () => {
  const caller = await signInAsStaff(api, 'manager')
  const actor = { id: caller.id, name: 'The manager', role: 'manager' }
  const write = (subject: `order:${number}`, fails: boolean) =>
    inTransaction(api.db, async (tx) => {
      await audit.record(tx, actor, { action: 'orders.noted', subject, detail: { units: 1 } })
      if (fails) throw new Error('undone')
    })
  await assert.rejects(write('order:1', true), /undone/)
  await write('order:2', false)
  const rows = await api.db.selectFrom('auditEntries').selectAll().where('action', '=', 'orders.noted').execute()
  assert.deepEqual(
    rows.map(({ subject, staffId, staffRole, detail }) => ({ subject, staffId, staffRole, detail })),
    [{ subject: 'order:2', staffId: caller.id, staffRole: 'manager', detail: { units: 1 } }],
  )
  await assert.rejects(api.db.updateTable('auditEntries').set({ subject: 'order:3' }).execute(), /append-only/)
  await assert.rejects(api.db.deleteFrom('auditEntries').execute(), /append-only/)
})
