import type { FastifyInstance } from 'fastify'
import { joinFaults } from '../payment.ts'
import { type FaultName, faultsOf, isCallFault } from '../provider-faults.ts'
import type { Payment } from '../records.ts'
import type { Simulator } from '../simulator.ts'
import { type Return, readLanguage, sendBack, sendDecidedPage, sendPayPage, sendSentence, textsOf } from './pay-page.ts'

type Choice = 'pay' | 'fail' | 'cancel'
export type Decision = { choice: Choice; payer: string; faults: FaultName[]; months: string }

/** What differs between providers when a payer decides. */
export type Checkout = {
  provider: Payment['provider']
  /** A payment that nobody decided about for this long can not be paid any more. */
  validMs: number
  /** Enters the decision in the payment and tells whoever is to be told. */
  decide(payment: Payment, decision: Decision): Promise<void>
  /** The way back to the merchant. */
  comeBack(payment: Payment): Return
}

const choices = new Set(['pay', 'pay_and_close', 'fail', 'cancel', 'wait'])

/** Lets a payer decide, once: the first decision stays, and whoever repeats it is only taken back again. */
export async function decideOnce(
  simulator: Simulator,
  checkout: Checkout,
  payment: Payment,
  decision: Decision,
): Promise<void> {
  if (payment.state !== 'waiting') return
  joinFaults(payment, decision.payer, decision.faults)
  if (decision.months !== '0') payment.details.emi_months = decision.months
  const isPoor = payment.faults.includes('insufficient_balance') && payment.provider !== 'bkash'
  if (isPoor) payment.details.failure = 'Insufficient balance'
  const choice = decision.choice === 'pay' && isPoor ? 'fail' : decision.choice
  payment.endedAt = simulator.clock.now()
  await checkout.decide(payment, { ...decision, choice })
  simulator.records.put('payment', payment)
}

/** The hosted pages of one provider: `/pay/<id>` shows the payment and takes the payer's decision. */
export function registerPayPages(app: FastifyInstance, simulator: Simulator, checkout: Checkout): void {
  type Request = { Params: { id: string }; Body: Record<string, string> | undefined; Querystring: unknown }
  const find = (id: string) => {
    const payment = simulator.records.find('payment', id)
    return payment?.provider === checkout.provider ? payment : null
  }
  const isExpired = (payment: Payment) =>
    payment.state === 'waiting' && simulator.clock.now() - payment.createdAt > checkout.validMs

  app.get<Request>('/pay/:id', async ({ params, query }, reply) => {
    const language = readLanguage(query)
    const payment = find(params.id)
    if (payment === null) return sendSentence(reply.code(404), language, textsOf(language).unknown)
    if (isExpired(payment)) return sendSentence(reply.code(410), language, textsOf(language).expired)
    if (payment.state === 'waiting') return sendPayPage(reply, payment, language)
    return sendDecidedPage(reply, payment, language, checkout.comeBack(payment))
  })

  app.post<Request>('/pay/:id', async ({ params, query, body = {} }, reply) => {
    const language = readLanguage(query)
    const payment = find(params.id)
    if (payment === null) return sendSentence(reply.code(404), language, textsOf(language).unknown)
    if (isExpired(payment)) return sendSentence(reply.code(410), language, textsOf(language).expired)
    const { choice = '', payer = '', months = '0' } = body
    if (!choices.has(choice) || choice === 'wait') return reply.redirect(`?language=${language}`, 303)
    const chosen = faultsOf(checkout.provider).filter((fault) => body[`fault_${fault}`] && !isCallFault(fault))
    await decideOnce(simulator, checkout, payment, {
      choice: choice === 'pay_and_close' ? 'pay' : (choice as Choice),
      payer,
      faults: choice === 'pay_and_close' ? [...chosen, 'return_never'] : chosen,
      months: /^\d{1,2}$/.test(months) ? months : '0',
    })
    if (payment.faults.includes('return_never')) return sendSentence(reply, language, textsOf(language).closed)
    return sendBack(reply, payment, language, checkout.comeBack(payment))
  })
}
