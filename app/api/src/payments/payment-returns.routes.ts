import { setTimeout as sleep } from 'node:timers/promises'
import { type OnlineMethod, onlineMethods } from '@dhakacart/contract/payments.schema.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { badRequest } from '../errors.ts'
import { findReturn } from './attempts.service.ts'
import { hearNotice, readHint } from './notices.ts'
import type { PaymentContext } from './payment-context.ts'
import { type Hint, verify } from './verify.ts'

/** SSLCOMMERZ posts about 40 fields, 2 kB. */
const formLimitBytes = 16 * 1024
/** A shopper looks at a white page for so long at most; then the order's page says that it is being checked. */
const patienceMs = 8_000
const pauseMs = 400

const ReturnParams = Type.Object({
  method: Type.Enum([...onlineMethods]),
  reference: Type.String({ minLength: 1, maxLength: 40 }),
})
type ReturnRequest = FastifyRequest<{ Params: { method: OnlineMethod; reference: string }; Body?: URLSearchParams }>

/**
 * Where providers send shoppers back to, and tell us of payments. These addresses take forms of other sites, without cookie
 * or key, because they believe nothing: all they do is ask the provider. A made-up one costs a look at an index.
 */
export function registerPaymentReturns(api: FastifyInstance, context: PaymentContext): void {
  api.register(async (app) => {
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: formLimitBytes },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    )
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
    })
    app.route({
      method: ['GET', 'POST'],
      url: '/api/payments/:method/return/:reference',
      schema: { hide: true, params: ReturnParams },
      config: { acceptsForeignWrites: true },
      handler: (request, reply) => takeBack(context, request as ReturnRequest, reply),
    })
    app.route({
      method: 'POST',
      url: '/api/payments/:method/ipn',
      schema: { hide: true, params: Type.Pick(ReturnParams, ['method']) },
      config: { acceptsForeignWrites: true },
      handler: (request, reply) => takeNotice(context, request as ReturnRequest, reply),
    })
  })
}

/** Brings the shopper to their order's page, by then as true as a few seconds allow. */
async function takeBack(context: PaymentContext, request: ReturnRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { method, reference } = request.params
  const found = await findReturn(context.db, method, reference)
  if (found === null) return reply.redirect(context.publicOrigin.canonical('/'), 303)
  if (found.state !== 'paid') {
    const asking = verify(context, found.id, hintOf(context, request)).catch((error: unknown) => {
      request.log.warn(
        { err: error, attemptId: found.id },
        'a returned payment could not be looked at, the worker will',
      )
    })
    await Promise.race([asking.then(() => untilAsked(context, method, reference)), sleep(patienceMs)])
  }
  return reply.redirect(context.publicOrigin.canonical(`/${found.language}/orders/${found.token}`), 303)
}

/** The notice may have come first and still be asking: a moment's patience spares the shopper a page that is old already. */
async function untilAsked(context: PaymentContext, method: OnlineMethod, reference: string): Promise<void> {
  for (const deadline = performance.now() + patienceMs / 2; performance.now() < deadline; await sleep(pauseMs)) {
    const found = await findReturn(context.db, method, reference)
    if (found === null || !found.isBeingAsked) return
  }
}

async function takeNotice(context: PaymentContext, request: ReturnRequest, reply: FastifyReply): Promise<FastifyReply> {
  const isSigned = await hearNotice(context, request.params.method, formOf(request))
  if (!isSigned) throw badRequest('This notice is not signed as the provider signs.')
  return reply.type('text/plain').send('OK')
}

function hintOf({ providers }: PaymentContext, request: ReturnRequest): Hint {
  const form = formOf(request)
  const status = form.get('status') ?? new URLSearchParams(request.query as Record<string, string>).get('status') ?? ''
  return readHint(providers, { ...request.params, form, status })
}

function formOf({ body }: ReturnRequest): URLSearchParams {
  return body instanceof URLSearchParams ? body : new URLSearchParams()
}
