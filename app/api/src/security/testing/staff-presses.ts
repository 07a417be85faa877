import { totpCode } from '../../staff/totp.ts'
import { signInAsStaff } from '../../testing/staff.ts'
import {
  addEnrolledAccount,
  addStaffAccount,
  freshCode,
  fromBase32,
  staffPassword,
  stepNow,
} from '../../testing/staff-account.ts'
import { createStaffBrowser } from '../../testing/staff-browser.ts'
import type { Presses } from './twice-shop.ts'

/** How staff come in, go, and are let in, where the feature has no such test of its own. */
export const staffPresses: Presses = {
  'POST /api/console/invitations/accept': async ({ api, owner, audited }) => {
    const { staff, link } = (
      await owner.send('POST', '/api/console/staff', { email: 'new@shop.example', name: 'New', role: 'viewer' })
    ).json()
    const token = new URLSearchParams(new URL(link).hash.slice(1)).get('token')
    const send = () =>
      createStaffBrowser(api).send('POST', '/api/console/invitations/accept', { token, password: staffPassword })
    return { send, left: () => audited('staff.invitation_accepted', `staff:${staff.id}`), expected: 1 }
  },
  'DELETE /api/console/session': async ({ api }) => {
    const member = await signInAsStaff(api, 'viewer')
    const left = async () => (await member.send('GET', '/api/console/session')).statusCode
    return { send: () => member.send('DELETE', '/api/console/session'), left, expected: 401 }
  },
  'POST /api/console/sign-in/enrolment/confirm': async ({ api, audited }) => {
    const account = await addStaffAccount(api)
    const browser = createStaffBrowser(api)
    await browser.givePassword(account.email, staffPassword)
    const { secret } = (await browser.send('POST', '/api/console/sign-in/enrolment', {})).json()
    const code = totpCode(fromBase32(secret), await stepNow(api))
    const send = () => {
      const one = createStaffBrowser(api)
      for (const [name, value] of browser.jar) one.jar.set(name, value)
      return one.send('POST', '/api/console/sign-in/enrolment/confirm', { code })
    }
    const left = async () => [
      (await api.db.selectFrom('staffSessions').select('id').where('staffId', '=', account.id).execute()).length,
      await audited('staff.signed_in', `staff:${account.id}`),
    ]
    return { send, left, expected: [1, 1] }
  },
  'POST /api/console/step-up': async ({ api }) => {
    const account = await addEnrolledAccount(api)
    const code = await freshCode(api, account)
    const send = () => account.browser.send('POST', '/api/console/step-up', { code })
    const left = async () => (await account.browser.send('POST', '/api/console/step-up', { code })).statusCode
    // A code works once.
    return { send, left, expected: 422 }
  },
  'POST /api/console/staff/:id/reset': async ({ api, owner, audited }) => {
    const { id } = await addEnrolledAccount(api)
    const { version } = await api.db
      .selectFrom('staff')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const send = () => owner.send('POST', `/api/console/staff/${id}/reset`, { version })
    return { send, left: () => audited('staff.reset', `staff:${id}`), expected: 1 }
  },
}
