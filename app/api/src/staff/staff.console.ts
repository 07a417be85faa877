import {
  changeStaffPassword,
  endStaffSession,
  getStaffSession,
  listStaffSessions,
  renewRecoveryCodes,
  stepUp,
} from '@dhakacart/contract/console-session.schema.ts'
import { changeStaff, inviteStaff, listStaff, resetStaff } from '@dhakacart/contract/console-staff.schema.ts'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { FastifyInstance } from 'fastify'
import { nextIdCursor, readIdCursor } from '../id-cursor.ts'
import { registerStaff } from './register-staff.ts'
import * as staffService from './staff.service.ts'
import type { StaffDoor } from './staff-door.ts'
import * as own from './staff-own.service.ts'
import { visitorOf } from './staff-sign-in.routes.ts'
import type { StaffContext } from './staff-sign-in.service.ts'

const defaultLimit = 50

/** One's own account. */
export function registerOwnAccount(app: FastifyInstance, context: StaffContext, door: StaffDoor): void {
  const hashOf = (request: Parameters<typeof door.cookies.session.readHash>[0]) =>
    door.cookies.session.readHash(request) as Buffer

  registerStaff(app, door, getStaffSession, async (_request, _reply, { id }) => own.describeSession(context.db, id))

  registerStaff(app, door, stepUp, async (request, _reply, staff) => {
    await own.stepUp(context, visitorOf(request, door), staff, hashOf(request), request.body.code)
    return {}
  })

  registerStaff(app, door, changeStaffPassword, async (request, _reply, staff) => {
    await own.changePassword(context, visitorOf(request, door), staff, hashOf(request), request.body)
    return {}
  })

  registerStaff(app, door, renewRecoveryCodes, async (_request, _reply, staff) => ({
    recoveryCodes: await own.renewRecoveryCodes(context, staff),
  }))

  registerStaff(app, door, listStaffSessions, async (request, _reply, staff) => ({
    sessions: await own.listOwnSessions(context.db, staff, hashOf(request)),
  }))

  registerStaff(app, door, endStaffSession, async (request, _reply, staff) => {
    await own.endOwnSession(context.db, staff, request.params.id)
    return {}
  })
}

/** Everybody's accounts. */
export function registerStaffAccounts(
  app: FastifyInstance,
  context: StaffContext,
  door: StaffDoor,
  publicOrigin: PublicOrigin,
): void {
  // What follows # stays in the browser: no log and no other site ever sees the token.
  const linkOf = (token: string) => `${publicOrigin.canonical('/console/invitation')}#token=${token}`

  registerStaff(app, door, listStaff, async (request) => {
    const { after, limit = defaultLimit } = request.query
    const staff = await staffService.listStaff(context.db, readIdCursor(after), limit)
    return {
      staff,
      nextCursor: nextIdCursor(staff, limit),
    }
  })

  registerStaff(app, door, inviteStaff, async (request, _reply, actor) => {
    const { staff, token } = await staffService.inviteStaff(context, actor, request.body)
    return { staff, link: linkOf(token) }
  })

  registerStaff(app, door, changeStaff, async (request, _reply, actor) =>
    staffService.changeStaff(context, actor, request.params.id, request.body),
  )

  registerStaff(app, door, resetStaff, async (request, _reply, actor) => {
    const { staff, token } = await staffService.resetStaff(context, actor, request.params.id, request.body.version)
    return { staff, link: linkOf(token) }
  })
}
