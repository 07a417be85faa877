import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import {
  type Permission,
  permissions,
  permissionsOf,
  type StaffRole,
  staffRoles,
} from '@dhakacart/contract/staff-permissions.ts'
import type { RouteOptions } from 'fastify'
import { sql } from 'kysely'
import { hashToken } from '../staff/staff-cookie.ts'
import * as staffSessions from '../staff/staff-sessions.repository.ts'
import { createBrowser, signInByCode } from '../testing/customer.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { openRoutes } from './open-routes.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type WalkedRoute = { method: Method; url: string; config: WalkedConfig }
type WalkedConfig = { permission?: Permission; needsStepUp?: boolean; needsCustomer?: boolean }

/** Every route as Fastify knows it, whoever registered it and however. */
const routes: WalkedRoute[] = []
let api: TestApi
before(async () => {
  const onRoute = ({ method, url, config = {} }: RouteOptions) => {
    for (const one of [method].flat()) {
      // Fastify answers HEAD wherever it answers GET, with the same hooks.
      if (one !== 'HEAD') routes.push({ method: one as Method, url, config: config as WalkedConfig })
    }
  }
  api = await startTestApi({ settings: { onRoute } })
})
after(() => api.drop())

const addressOf = ({ method, url }: WalkedRoute) => `${method} ${url}`
const staffRoutes = () => routes.filter(({ config }) => config.permission !== undefined)
const customerRoutes = () => routes.filter(({ config }) => config.needsCustomer === true)
/** An object that nobody has. */
const filled = (url: string) => url.replace(/:(\w+)/g, () => '999999999')
const call = ({ method, url }: WalkedRoute, headers: Record<string, string>) =>
  api.inject({ method, url: filled(url), headers, ...(method === 'POST' || method === 'PUT' ? { payload: {} } : {}) })

/** Another session for every call, because some calls end the one that makes them. */
async function staffCookie(staffId: number): Promise<{ cookie: string }> {
  const token = randomBytes(32).toString('base64url')
  await staffSessions.insertSignedIn(api.db, { staffId, tokenHash: hashToken(token), device: 'a test' })
  return { cookie: `staff=${token}` }
}

test('every route asks for a permission or a customer, or is on the list of open ones with its reason', () => {
  assert.ok(routes.length > 50)
  const unguarded = routes.filter(({ config }) => config.permission === undefined && !config.needsCustomer)
  assert.deepEqual(unguarded.map(addressOf).toSorted(), Object.keys(openRoutes).toSorted())
})

test('what lies below /api/console asks for a known permission, and nothing elsewhere asks for one', () => {
  for (const route of routes) {
    const { permission } = route.config
    if (permission === undefined) continue
    assert.ok(route.url.startsWith('/api/console/'), addressOf(route))
    assert.ok(permissions.includes(permission), addressOf(route))
  }
  const open = Object.keys(openRoutes).filter((address) => address.includes(' /api/console/'))
  assert.ok(open.every((address) => /sign-in|invitations\/accept|DELETE .*\/session$/.test(address)))
})

test('without a session, with a made-up one, a customer’s and one that ended, no console route opens', async () => {
  const { id } = await signInAsStaff(api, 'owner')
  const expired = await staffCookie(id)
  await sql`update staff_sessions set last_used_at = shop_now() - interval '30 minutes' where staff_id = ${id}`.execute(
    api.db,
  )
  const customer = await signInByCode(api)
  const strangers = [
    {},
    { cookie: `staff=${randomBytes(32).toString('base64url')}` },
    { cookie: [...customer.jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    { cookie: `staff=${customer.jar.get('session')}` },
    expired,
    { authorization: 'Bearer owner' },
  ]
  for (const route of staffRoutes()) {
    for (const headers of strangers) {
      const answer = await call(route, headers as Record<string, string>)
      assert.deepEqual([answer.statusCode, answer.json().code], [401, 'STAFF_SIGN_IN_REQUIRED'], addressOf(route))
    }
  }
})

for (const role of staffRoles) {
  test(`${role}: every console route opens or stays shut as the table of permissions says`, async () => {
    const { id } = await signInAsStaff(api, role)
    for (const route of staffRoutes()) {
      const { permission } = route.config
      const answer = await call(route, await staffCookie(id))
      const may = (permissionsOf[role as StaffRole] as readonly string[]).includes(permission as string)
      if (may) {
        // What is inside may find nothing or want a body; it must be reached and must not break.
        assert.ok(
          ![401, 403, 500].includes(answer.statusCode),
          `${addressOf(route)}: ${answer.statusCode} ${answer.body}`,
        )
      } else {
        assert.deepEqual([answer.statusCode, answer.json().code], [403, 'PERMISSION_DENIED'], addressOf(route))
      }
      assert.equal(answer.headers['cache-control'], 'no-store', addressOf(route))
    }
  })
}

test('what needs a fresh code does not open with one of five minutes ago', async () => {
  const guarded = staffRoutes().filter(({ config }) => config.needsStepUp === true)
  assert.ok(guarded.length >= 5)
  const { id } = await signInAsStaff(api, 'owner')
  for (const route of guarded) {
    const headers = await staffCookie(id)
    await sql`update staff_sessions set stepped_up_at = shop_now() - interval '5 minutes' where staff_id = ${id}`.execute(
      api.db,
    )
    const answer = await call(route, headers)
    assert.deepEqual([answer.statusCode, answer.json().code], [403, 'STEP_UP_REQUIRED'], addressOf(route))
  }
})

test('without a session, with a made-up one and a member of staff’s, no customer’s route opens', async () => {
  assert.ok(customerRoutes().length >= 10)
  const { cookie } = await signInAsStaff(api, 'owner')
  const strangers = [
    {},
    { cookie: `session=${randomBytes(32).toString('base64url')}` },
    { cookie },
    { cookie: cookie.replace('staff=', 'session=') },
  ]
  for (const route of customerRoutes()) {
    for (const headers of strangers) {
      const answer = await call(route, headers as Record<string, string>)
      assert.deepEqual([answer.statusCode, answer.json().code], [401, 'NOT_SIGNED_IN'], addressOf(route))
    }
  }
})

test('a customer’s session that ended opens none of their routes', async () => {
  const ended = await signInByCode(api)
  await sql`update customer_sessions set signed_in_at = shop_now() - interval '1000 days', last_used_at = shop_now() - interval '1000 days'`.execute(
    api.db,
  )
  for (const route of customerRoutes()) {
    const browser = createBrowser(api, ended.jar)
    const payload = route.method === 'POST' || route.method === 'PUT' ? {} : undefined
    const answer = await browser.send(route.method, filled(route.url), payload)
    assert.equal(answer.statusCode, 401, addressOf(route))
  }
})
