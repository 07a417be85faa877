import {
  changePhone,
  confirmEmail,
  endSession,
  getAccount,
  listSessions,
  maxSessions,
  removeEmail,
  sendEmailCode,
  sendPhoneCode,
  sendSignInCode,
  setPassword,
  setProfile,
  signInWithCode,
  signInWithPassword,
  signOut,
  signOutEverywhere,
} from '@dhakacart/contract/accounts.schema.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { CartCookie } from '../carts/cart-cookie.ts'
import type { RequestLimits } from '../rate-limits/limit-requests.ts'
import { register } from '../register.ts'
import type { ServiceContext } from '../service-context.ts'
import * as accounts from './accounts.service.ts'
import { type CustomerCookies, forgetCustomer } from './customer-cookies.ts'
import type { CustomerDoor } from './customer-door.ts'
import { deviceName } from './device-name.ts'
import * as emails from './email.service.ts'
import { registerPersonalData } from './personal-data.routes.ts'
import { registerCustomer } from './register-customer.ts'
import * as sessions from './sessions.repository.ts'
import * as signIn from './sign-in.service.ts'

export type AccountRoutesSettings = {
  context: ServiceContext
  cookies: CustomerCookies
  cartCookie: CartCookie
  door: CustomerDoor
  limits: RequestLimits
}

export function registerAccounts(app: FastifyInstance, settings: AccountRoutesSettings): void {
  registerSignIn(app, settings)
  registerProfile(app, settings)
  registerSessions(app, settings)
  registerPersonalData(app, settings)
}

function registerSignIn(api: FastifyInstance, settings: AccountRoutesSettings): void {
  const { context, cookies, cartCookie, door, limits } = settings
  const visitorOf = (request: FastifyRequest): signIn.Visitor => ({
    clientAddress: request.clientAddress,
    device: deviceName(request.headers['user-agent']),
    sessionHash: cookies.session.readHash(request),
    deviceHash: cookies.device.readHash(request),
    cartToken: cartCookie.read(request),
  })

  /** Tells the browser who it is now. */
  async function welcome(reply: FastifyReply, signedIn: signIn.SignedIn, hasProvedPhone: boolean) {
    cookies.session.write(reply, signedIn.sessionToken)
    cookies.device.write(reply, signedIn.deviceToken)
    limits.recogniseAccount(reply, signedIn.customerId)
    // A cart that is not the account's, of whoever used this browser before, stays behind.
    if (signedIn.cartToken === null) cartCookie.clear(reply)
    else cartCookie.write(reply, signedIn.cartToken)
    return accounts.getAccount(context.db, signedIn.customerId, hasProvedPhone)
  }

  api.register(async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    register(app, sendSignInCode, async (request) =>
      signIn.sendSignInCode(context, request.body, request.clientAddress),
    )

    register(app, signInWithCode, async (request, reply) =>
      welcome(reply, await signIn.signInWithCode(context, request.body, visitorOf(request)), true),
    )

    register(app, signInWithPassword, async (request, reply) =>
      welcome(reply, await signIn.signInWithPassword(context, request.body, visitorOf(request)), false),
    )

    register(app, signOut, async (request, reply) => {
      const customer = await door.currentCustomer(request)
      if (customer !== null) await sessions.endSession(context.db, customer.id, customer.sessionId)
      forgetCustomer(reply, cookies, cartCookie)
      return {}
    })
  })
}

function registerProfile(app: FastifyInstance, { context, cookies, door }: AccountRoutesSettings): void {
  registerCustomer(app, door, getAccount, async (_request, _reply, { id, hasProvedPhone }) =>
    accounts.getAccount(context.db, id, hasProvedPhone),
  )

  registerCustomer(app, door, setProfile, async (request, _reply, customer) => {
    await accounts.setProfile(context, customer, request.body)
    return accounts.getAccount(context.db, customer.id, customer.hasProvedPhone)
  })

  registerCustomer(app, door, setPassword, async (request, reply, customer) => {
    const token = await accounts.setPassword(context, customer, request.body)
    cookies.session.write(reply, token)
    return accounts.getAccount(context.db, customer.id, customer.hasProvedPhone)
  })

  registerCustomer(app, door, sendPhoneCode, async (request, _reply, customer) =>
    accounts.sendPhoneCode(context, customer, request.body.phone, request.clientAddress),
  )

  registerCustomer(app, door, changePhone, async (request, _reply, customer) => {
    await accounts.changePhone(context, customer, request.body)
    return accounts.getAccount(context.db, customer.id, customer.hasProvedPhone)
  })

  registerCustomer(app, door, sendEmailCode, async (request, _reply, customer) =>
    emails.sendEmailCode(context, customer, request.body.email),
  )

  registerCustomer(app, door, confirmEmail, async (request, _reply, customer) => {
    await emails.confirmEmail(context, customer, request.body.code)
    return accounts.getAccount(context.db, customer.id, customer.hasProvedPhone)
  })

  registerCustomer(app, door, removeEmail, async (_request, _reply, customer) => {
    await accounts.removeEmail(context, customer)
    return accounts.getAccount(context.db, customer.id, customer.hasProvedPhone)
  })
}

function registerSessions(app: FastifyInstance, { context, cookies, cartCookie, door }: AccountRoutesSettings): void {
  registerCustomer(app, door, listSessions, async (_request, _reply, { id, sessionId }) => ({
    sessions: (await sessions.listSessions(context.db, id, sessionId)).slice(0, maxSessions),
  }))

  registerCustomer(app, door, endSession, async (request, reply, { id, sessionId }) => {
    await sessions.endSession(context.db, id, request.params.id)
    if (request.params.id === sessionId) forgetCustomer(reply, cookies, cartCookie)
    return {}
  })

  registerCustomer(app, door, signOutEverywhere, async (_request, reply, { id }) => {
    await sessions.endSessions(context.db, id, null)
    forgetCustomer(reply, cookies, cartCookie)
    return {}
  })
}
