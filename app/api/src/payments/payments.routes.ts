import { catalogueAgeHeader } from '@dhakacart/contract/catalogue.schema.ts'
import { isAmountTaken } from '@dhakacart/contract/payment-amounts.ts'
import type { PaymentMethod } from '@dhakacart/contract/payment-methods.ts'
import {
  getOrderPayment,
  instalmentChoices,
  type OrderPayment,
  paymentMethodsOffered,
  startPayment,
} from '@dhakacart/contract/payments.schema.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { OrderNotFound } from '../errors.ts'
import { createShownTerms, readVersioned } from '../instalments/instalments.service.ts'
import { whilePersonWaits } from '../outgoing/person-patience.ts'
import { registerPublicRead } from '../public-read.ts'
import { refundsOfOrder } from '../refunds/refunds.service.ts'
import { register } from '../register.ts'
import * as attempts from './attempts.repository.ts'
import * as starts from './attempts.service.ts'
import type { PaymentContext } from './payment-context.ts'
import { PaymentProviderAway } from './payment-errors.ts'
import { registerPaymentReturns } from './payment-returns.routes.ts'
import * as payments from './payments.repository.ts'
import { dueOnlinePaisa } from './payments.service.ts'
import { amountsTaken } from './providers/provider.ts'

/** What shoppers ask about paying, and where providers send them back to. */
export function registerPayments(api: FastifyInstance, context: PaymentContext, personPatienceMs?: number): void {
  registerPaymentReturns(api, context)
  const shownTerms = createShownTerms(context.db)
  const offeredInstalments = async (reply: FastifyReply) => {
    if (!context.providers.has('sslcommerz')) return null
    const { terms, ageMs } = await shownTerms()
    // Whoever keeps a page made of them knows which changes are in it.
    reply.header(catalogueAgeHeader, String(Math.ceil(ageMs)))
    return terms
  }
  registerPublicRead(api, paymentMethodsOffered, async (_request, reply) => ({
    methods: ['cash_on_delivery', ...context.providers.keys()] satisfies PaymentMethod[],
    amounts: [...amountsTaken(context.providers)].map(([method, amounts]) => ({ method, ...amounts })),
    instalments: await offeredInstalments(reply),
  }))

  api.register(async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    register(app, getOrderPayment, async ({ params }) => readOrderPayment(context, params.token))

    register(app, startPayment, async ({ params, body, clientAddress, log }) => {
      const attempt = await whilePersonWaits(starts.startPayment(context, params.token, body, clientAddress), {
        patienceMs: personPatienceMs,
        // A page that comes later is there for the next press.
        tooLate: () => {
          throw new PaymentProviderAway()
        },
        onLateFailure: (error) => log.warn({ err: error }, 'a payment could not be begun, nor waited for'),
      })
      return showAttempt(attempt)
    })
  })
}

async function readOrderPayment(context: PaymentContext, token: string): Promise<OrderPayment> {
  const { db, providers } = context
  const order = await payments.readPayable(db, token)
  if (order === null) throw new OrderNotFound()
  const [[attempt], paidPaisa, refunds] = await Promise.all([
    attempts.ofOrder(db, order.id),
    payments.keptPaisa(db, order.id),
    refundsOfOrder(db, order.id),
  ])
  const isWaiting = order.state === 'pending_payment'
  const isPayable = isWaiting && !order.isHoldOver
  const dueNowPaisa = isWaiting ? dueOnlinePaisa(order) : 0
  const methods = isPayable
    ? [...providers.values()].filter(({ amounts }) => isAmountTaken(amounts, dueNowPaisa)).map(({ method }) => method)
    : []
  const { terms } = methods.includes('sslcommerz') ? await readVersioned(db) : { terms: null }
  const months = terms === null ? [] : instalmentChoices(terms, dueNowPaisa).map((choice) => choice.months)
  const isAtDoor = order.paymentMethod === 'cash_on_delivery'
  return {
    dueNowPaisa,
    paidPaisa,
    onDeliveryPaisa: isAtDoor ? order.totalPaisa - order.advancePaisa : 0,
    methods,
    instalments: months.length > 0 ? terms : null,
    instalmentMonths: months,
    attempt: attempt === undefined ? null : showAttempt(attempt),
    isBeingChecked: attempt?.state === 'started' && attempt.problem !== null,
    // Once it is cancelled nobody has to look any more before it is packed.
    isUnderReview: order.isUnderReview && order.state === 'confirmed',
    refunds,
  }
}

function showAttempt({ method, state, amountPaisa, startedAt, redirectUrl }: attempts.Attempt) {
  return { method, state, amountPaisa, startedAt, redirectUrl: state === 'started' ? redirectUrl : null }
}
