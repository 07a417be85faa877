import { setTimeout as sleep } from 'node:timers/promises'
import { isAmountTaken } from '@dhakacart/contract/payment-amounts.ts'
import type { StartPayment } from '@dhakacart/contract/payments.schema.ts'
import type { Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { OrderNotFound } from '../errors.ts'
import { mayPayOver } from '../instalments/instalments.service.ts'
import * as attempts from './attempts.repository.ts'
import type { PaymentContext } from './payment-context.ts'
import {
  PaymentAmountNotTaken,
  PaymentMethodRefused,
  PaymentMethodUnavailable,
  PaymentNotDue,
  PaymentProviderAway,
  TooManyPaymentAttempts,
} from './payment-errors.ts'
import * as payments from './payments.repository.ts'
import { dueOnlinePaisa } from './payments.service.ts'
import { type PaymentProvider, ProviderProblem, type Started, type StartRequest } from './providers/provider.ts'

/** A shopper who fails this often needs a person, and each try costs the provider a session. */
const maxAttemptsPerOrder = 10
/** A provider's page is given again for so long; a bKash payment lives 24 h, but its page is shown for minutes. */
const reuseSeconds = 480
/** Longer than starting may take at any provider; after that whoever started it has died. */
const startLeaseSeconds = 40
/** The first look by ourselves; most shoppers need half a minute to pay and come back on their own. */
const firstAskSeconds = 15
/** Between two looks for the page that another press asks for. */
const lookPauseMs = 250
const referenceAlphabet = '34679ACDEFGHJKMNPQRTWXY'
const referenceLetters = 8

/**
 * Begins to pay what is due for an order and returns the attempt with the provider's page. Safe to repeat: while the page is
 * open the same one is returned, and two presses at once make one. Throws ORDER_NOT_FOUND, PAYMENT_METHOD_UNAVAILABLE,
 * PAYMENT_NOT_DUE, PAYMENT_AMOUNT_NOT_TAKEN, TOO_MANY_PAYMENT_ATTEMPTS, PAYMENT_METHOD_REFUSED, PAYMENT_PROVIDER_AWAY; the order
 * is kept in every case.
 */
export async function startPayment(
  context: PaymentContext,
  orderToken: string,
  choice: StartPayment,
  clientAddress: string,
): Promise<attempts.Attempt> {
  const provider = context.providers.get(choice.method)
  if (provider === undefined) throw new PaymentMethodUnavailable()
  const begun = await inTransaction(context.db, (tx) => begin(tx, context, provider, orderToken, choice))
  if (begun.isOpen) return begun.attempt.state === 'starting' ? waitForPage(context, begun.attempt.id) : begun.attempt
  const { attempt, order } = begun
  try {
    const started = await provider.start(toStartRequest(context, attempt, order, clientAddress))
    checkPage(context, attempt, started)
    const written = await attempts.setStarted(context.db, attempt.id, { ...started, firstAskSeconds })
    if (written === null) throw new ProviderProblem(attempt.method, 'unanswered', 'start took too long')
    return written
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error
    // Nobody has seen its page, so nobody can pay by it.
    const state = saysNo(error) ? 'refused' : 'failed'
    await attempts.change(context.db, attempt, { state, problem: error.message, askInSeconds: null })
    throw state === 'refused' ? new PaymentMethodRefused({ cause: error }) : new PaymentProviderAway({ cause: error })
  }
}

/** It answered, and not with a page: another way to pay is worth more than another try. */
function saysNo({ kind }: ProviderProblem): boolean {
  return kind === 'refused' || kind === 'garbled'
}

type Begun =
  | { isOpen: true; attempt: attempts.Attempt }
  | { isOpen: false; attempt: attempts.Attempt; order: payments.PayableOrder }

async function begin(
  tx: Tx,
  context: PaymentContext,
  { amounts }: PaymentProvider,
  token: string,
  choice: StartPayment,
): Promise<Begun> {
  // The order's lock puts two presses in a row: the second sees what the first began.
  const order = await payments.lockPayable(tx, token)
  if (order === null) throw new OrderNotFound()
  const duePaisa = dueOnlinePaisa(order)
  if (order.state !== 'pending_payment' || order.isHoldOver || duePaisa === 0) throw new PaymentNotDue()
  if (!isAmountTaken(amounts, duePaisa)) throw new PaymentAmountNotTaken()
  const { method, instalmentMonths } = choice
  if (!(await mayPayOver(tx, method, duePaisa, instalmentMonths))) throw new PaymentMethodUnavailable()
  const earlier = await attempts.ofOrder(tx, order.id)
  for (const attempt of earlier) {
    if (attempt.state === 'starting' && attempt.ageSeconds >= startLeaseSeconds) {
      await attempts.change(tx, attempt, { state: 'failed', problem: 'its start was cut short', askInSeconds: null })
    } else if (isSame(attempt, choice, duePaisa)) return { isOpen: true, attempt }
  }
  if (earlier.length >= maxAttemptsPerOrder) throw new TooManyPaymentAttempts()
  if (order.paymentMethod !== 'cash_on_delivery') await payments.setMethod(tx, order.id, method)
  const reference = makeReference(order.number, context.randomBytes)
  const attempt = await attempts.insert(
    tx,
    { reference, orderId: order.id, method, amountPaisa: duePaisa, instalmentMonths },
    firstAskSeconds + startLeaseSeconds,
  )
  return { isOpen: false, attempt, order }
}

function isSame(attempt: attempts.Attempt, choice: StartPayment, duePaisa: number): boolean {
  if (attempt.state === 'starting') return true
  return (
    attempt.state === 'started' &&
    attempt.method === choice.method &&
    attempt.instalmentMonths === choice.instalmentMonths &&
    attempt.amountPaisa === duePaisa &&
    attempt.ageSeconds < reuseSeconds
  )
}

/** Somebody else is asking the provider for the page: looks until it is there, holding no connection between looks. */
async function waitForPage(context: PaymentContext, attemptId: number): Promise<attempts.Attempt> {
  const { pause = sleep } = context
  const deadline = performance.now() + startLeaseSeconds * 1_000
  while (performance.now() < deadline) {
    const attempt = await attempts.byId(context.db, attemptId)
    if (attempt?.state === 'started') return attempt
    if (attempt?.state === 'refused') throw new PaymentMethodRefused()
    if (attempt?.state !== 'starting') break
    await pause(lookPauseMs)
  }
  throw new PaymentProviderAway()
}

/** The shopper is sent there, so it must be a page of the web, over https wherever money is real. */
function checkPage({ publicOrigin }: PaymentContext, { method }: attempts.Attempt, { redirectUrl }: Started): void {
  const url = URL.canParse(redirectUrl) && redirectUrl.length <= 2_000 ? new URL(redirectUrl) : null
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && publicOrigin.isLoopback)
  if (!isSafe) throw new ProviderProblem(method, 'garbled', 'start: its page has no address we may send anybody to')
}

function toStartRequest(
  { publicOrigin }: PaymentContext,
  { reference, method, amountPaisa, instalmentMonths }: attempts.Attempt,
  order: payments.PayableOrder,
  clientAddress: string,
): StartRequest {
  return {
    reference,
    amountPaisa,
    orderNumber: order.number,
    customer: {
      name: order.customerName,
      phone: order.customerPhone,
      email: order.customerEmail,
      street: order.street,
      city: order.city,
    },
    itemCount: order.itemCount,
    returnUrl: publicOrigin.canonical(`/api/payments/${method}/return/${reference}`),
    noticeUrl: publicOrigin.canonical(`/api/payments/${method}/ipn`),
    clientAddress,
    instalmentMonths,
  }
}

/** The order's number and eight random letters: unique, and no help in finding another's. */
function makeReference(orderNumber: string, randomBytes: PaymentContext['randomBytes']): string {
  const letters = [...randomBytes(referenceLetters)].map((byte) => referenceAlphabet[byte % referenceAlphabet.length])
  return `${orderNumber}${letters.join('')}`
}

export const findReturn = attempts.findReturn
