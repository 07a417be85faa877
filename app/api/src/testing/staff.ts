import { randomBytes } from 'node:crypto'
import type { StaffRole } from '@dhakacart/contract/staff-permissions.ts'
import * as staffRows from '../staff/staff.repository.ts'
import { hashToken } from '../staff/staff-cookie.ts'
import * as sessions from '../staff/staff-sessions.repository.ts'
import type { TestApi } from './test-api.ts'

/** A member of staff with a session of their own, signed in and stepped up just now, speaking HTTP to the api under test. */
export async function signInAsStaff(api: TestApi, role: StaffRole) {
  const token = randomBytes(32).toString('base64url')
  const email = `${role}-${token.slice(0, 8).toLowerCase()}@shop.example`
  const id = (await staffRows.insert(api.db, { email, name: `The ${role}`, role })) as number
  await sessions.insertSignedIn(api.db, { staffId: id, tokenHash: hashToken(token), device: 'a test' })
  const cookie = `staff=${token}`
  return {
    id,
    email,
    cookie,
    send: (
      method: 'GET' | 'POST' | 'PUT' | 'DELETE',
      url: string,
      payload?: object,
      headers: Record<string, string> = {},
    ) => api.inject({ method, url, headers: { cookie, ...headers }, ...(payload !== undefined && { payload }) }),
  }
}
