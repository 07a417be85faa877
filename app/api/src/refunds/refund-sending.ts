import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { inTransaction, violatedConstraint } from '@dhakacart/database/transaction.ts'
import { addJobs } from '../jobs/jobs.service.ts'
import { orderMessages } from '../messages/messages.service.ts'
import type { PaymentContext } from '../payments/payment-context.ts'
import * as ledger from '../payments/payment-ledger.repository.ts'
import {
  type PaymentProvider,
  ProviderProblem,
  type RefundRequest,
  type RefundVerdict,
} from '../payments/providers/provider.ts'
import * as refunds from './refunds.repository.ts'

/** Longer than the longest request for a refund, 20 s, and waiting for a place. */
const leaseSeconds = 60
/** Nothing is sent later than this after it was taken: a request lasts up to 20 s, and then another worker may have it. */
const sendWithinMs = 35_000
const firstPauseSeconds = 30
/** Facts: a refund is owed within ten days. An hour between looks is soon enough, and goes on until there is an answer. */
const maxPauseSeconds = 3_600
/** What a provider is still doing is looked at again after this. */
const processingPauseSeconds = 600

/**
 * Sends the refund of one provider that is due longest, or asks what became of it; returns how many were due, 0 or 1. It is
 * marked as sent, committed, before the provider hears of it, so a crash in between makes the next worker ask first.
 */
export async function runDueRefund(context: PaymentContext, method: OnlineMethod): Promise<number> {
  const provider = context.providers.get(method)
  if (provider?.refunds == null) return 0
  const claimedAt = performance.now()
  const claimed = await claim(context.db, method)
  if (claimed === null) return 0
  const wanted = await refunds.readToSend(context.db, claimed.id)
  try {
    const isOurs = () => performance.now() - claimedAt < sendWithinMs
    const verdict = await ask(provider.refunds, claimed, wanted, isOurs)
    // Held up for too long: left to the worker that takes it next, who asks first.
    if (verdict !== null) await apply(context.db, claimed.id, verdict)
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error
    await postpone(context.db, claimed, error)
  }
  return 1
}

/** Nobody answered, or the provider cannot do it now: it is looked at again later, unless somebody else has come further meanwhile. */
async function postpone(
  db: Db,
  { id, wasState, attempts }: refunds.ClaimedRefund,
  problem: ProviderProblem,
): Promise<void> {
  const wasSent = problem.kind === 'unanswered' || problem.kind === 'garbled' || wasState !== 'requested'
  await inTransaction(db, async (tx) => {
    const refund = await refunds.lock(tx, id)
    const stateSinceClaim = wasState === 'requested' ? 'sending' : wasState
    if (refund?.state !== stateSinceClaim) return
    await refunds.change(tx, id, {
      state: wasState === 'processing' ? 'processing' : wasSent ? 'sending' : 'requested',
      problem: problem.message,
      dueInSeconds: Math.min(maxPauseSeconds, firstPauseSeconds * 2 ** Math.min(attempts - 1, 10)),
    })
  })
}

async function claim(db: Db, method: OnlineMethod): Promise<refunds.ClaimedRefund | null> {
  try {
    return await refunds.claim(db, [method], leaseSeconds)
  } catch (error) {
    // Another worker took a refund of the same payment in the same moment.
    if (violatedConstraint(error) === 'refunds_sending_once') return null
    throw error
  }
}

async function ask(
  provider: ProviderRefunds,
  { wasState }: refunds.ClaimedRefund,
  wanted: refunds.RefundToSend,
  isOurs: () => boolean,
): Promise<RefundVerdict | null> {
  const request = toRequest(wanted)
  if (wasState !== 'requested') {
    const known = await provider.ask({ ...request, refundReference: wanted.refundReference })
    if (known.kind !== 'unknown') return known
  }
  return isOurs() ? provider.send(request) : null
}

type ProviderRefunds = NonNullable<PaymentProvider['refunds']>

/** What a provider says of a refund, whatever we think of it. Throws ProviderProblem. */
export async function askAboutRefund(db: Db, provider: ProviderRefunds, id: number): Promise<RefundVerdict> {
  const wanted = await refunds.readToSend(db, id)
  return provider.ask({ ...toRequest(wanted), refundReference: wanted.refundReference })
}

function toRequest(wanted: refunds.RefundToSend): RefundRequest {
  const { reference, amountPaisa, paidPaisa, orderNumber, reason, knownReferences } = wanted
  const payment = {
    providerReference: wanted.paymentReference,
    session: wanted.session,
    reference: wanted.attemptReference,
  }
  return { reference, amountPaisa, paidPaisa, payment, orderNumber, reason, knownReferences }
}

async function apply(db: Db, id: number, verdict: RefundVerdict): Promise<void> {
  await inTransaction(db, async (tx) => {
    const refund = await refunds.lock(tx, id)
    // Done by somebody else in the meantime.
    if (refund === null || (refund.state !== 'sending' && refund.state !== 'processing')) return
    if (verdict.kind === 'done') return finish(tx, refund, verdict.providerReference)
    if (verdict.kind === 'processing') {
      const { providerReference } = verdict
      const change = { state: 'processing', problem: null, dueInSeconds: processingPauseSeconds } as const
      return refunds.change(tx, id, { ...change, providerReference })
    }
    const problem = verdict.kind === 'refused' ? verdict.reason : 'the provider knows nothing of it'
    return refunds.change(tx, id, { state: 'refused', problem, dueInSeconds: null })
  })
}

/** The money is back: the ledger follows. `providerReference` undefined: people gave it back and named none. */
export async function finish(
  tx: Parameters<typeof refunds.change>[0],
  refund: refunds.LockedRefund,
  providerReference: string | undefined,
): Promise<void> {
  const { id, orderId, paymentId, amountPaisa, method, hasEmail } = refund
  await refunds.change(tx, id, { state: 'done', providerReference, problem: null, dueInSeconds: null })
  await ledger.post(tx, {
    orderId,
    paymentId,
    refundId: id,
    cause: 'refund done',
    from: method === null ? 'cash' : `provider:${method}`,
    to: 'refunds_due',
    amountPaisa,
  })
  await addJobs(tx, orderId, orderMessages('refund-done', hasEmail, { amountPaisa }))
}
