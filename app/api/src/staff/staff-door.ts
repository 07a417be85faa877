import type { StaffRoute } from '@dhakacart/contract/route.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { FastifyRequest } from 'fastify'
import { PermissionDenied, StaffSignInRequired, StepUpRequired } from '../errors.ts'
import { createStaffCookies, type StaffCookies } from './staff-cookie.ts'
import { type StaffIdentity, staffIdentity } from './staff-identity.ts'
import * as sessions from './staff-sessions.repository.ts'

export type StaffDoor = {
  cookies: StaffCookies
  /**
   * Who makes this request, when they may use the route. Throws STAFF_SIGN_IN_REQUIRED, PERMISSION_DENIED, STEP_UP_REQUIRED.
   * Role and account are read anew for every request, so a change counts at once.
   */
  admit(request: FastifyRequest, route: StaffRoute): Promise<StaffIdentity>
}

/** The one place that lets staff in. */
export function createStaffDoor({ db, publicOrigin }: { db: Db; publicOrigin: PublicOrigin }): StaffDoor {
  const cookies = createStaffCookies(publicOrigin)
  return {
    cookies,
    async admit(request, { permission, needsStepUp }) {
      const tokenHash = cookies.session.readHash(request)
      const session = tokenHash === null ? null : await sessions.findOpen(db, tokenHash)
      if (session === null) throw new StaffSignInRequired()
      const staff = staffIdentity({ ...session, id: session.staffId })
      if (!staff.can(permission)) throw new PermissionDenied({ details: { permission } })
      if (needsStepUp && !session.isSteppedUp) throw new StepUpRequired()
      if (session.isUseStale) await sessions.touch(db, session.sessionId)
      return staff
    },
  }
}
