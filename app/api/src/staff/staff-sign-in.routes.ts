import {
  acceptInvitation,
  confirmEnrolment,
  giveSignInCode,
  signInStaff,
  signOutStaff,
  startEnrolment,
} from '@dhakacart/contract/console-session.schema.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { deviceName } from '../accounts/device-name.ts'
import { register } from '../register.ts'
import * as staff from './staff.service.ts'
import type { StaffDoor } from './staff-door.ts'
import * as own from './staff-own.service.ts'
import * as signIn from './staff-sign-in.service.ts'
import type { Visitor } from './staff-tries.ts'

export function visitorOf(request: FastifyRequest, { cookies }: StaffDoor): Visitor {
  return {
    address: request.clientAddress,
    deviceHash: cookies.device.readHash(request),
    browser: deviceName(request.headers['user-agent']),
  }
}

/** The way into the console. These routes are open to everybody, and limited. */
export function registerStaffSignIn(api: FastifyInstance, context: signIn.StaffContext, door: StaffDoor): void {
  const { session, device } = door.cookies

  const welcome = async (reply: FastifyReply, { token, deviceToken, staffId }: signIn.SignedIn) => {
    session.write(reply, token)
    if (deviceToken !== null) device.write(reply, deviceToken)
    return own.describeSession(context.db, staffId)
  }

  api.register(async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    register(app, signInStaff, async (request, reply) => {
      const { token, next } = await signIn.signIn(context, visitorOf(request, door), request.body)
      session.write(reply, token)
      return { next }
    })

    register(app, giveSignInCode, async (request, reply) => {
      const pending = session.readHash(request)
      const signedIn = await signIn.giveCode(context, visitorOf(request, door), pending, request.body.code)
      return welcome(reply, signedIn)
    })

    register(app, startEnrolment, async (request) => signIn.startEnrolment(context, session.readHash(request)))

    register(app, confirmEnrolment, async (request, reply) => {
      const pending = session.readHash(request)
      const visitor = visitorOf(request, door)
      const { recoveryCodes, ...signedIn } = await signIn.confirmEnrolment(context, visitor, pending, request.body.code)
      return { session: await welcome(reply, signedIn), recoveryCodes }
    })

    register(app, acceptInvitation, async (request) => {
      const { token, password } = request.body
      return { email: await staff.acceptInvitation(context, visitorOf(request, door), token, password) }
    })

    register(app, signOutStaff, async (request, reply) => {
      const tokenHash = session.readHash(request)
      if (tokenHash !== null) await own.signOut(context.db, tokenHash)
      session.clear(reply)
      // Theme and language stay; the pages themselves are loaded anew and keep nothing.
      reply.header('clear-site-data', '"cache"')
      return {}
    })
  })
}
