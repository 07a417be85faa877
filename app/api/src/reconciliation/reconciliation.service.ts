import type { Difference } from '@dhakacart/contract/console-reconciliation.schema.ts'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { DifferenceNotFound, VersionConflict } from '../errors.ts'
import type { PaymentContext } from '../payments/payment-context.ts'
import {
  type PaymentProvider,
  ProviderProblem,
  type RefundVerdict,
  type Verdict,
} from '../payments/providers/provider.ts'
import { verify } from '../payments/verify.ts'
import { askAboutRefund } from '../refunds/refund-sending.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import * as rows from './reconciliation.repository.ts'

/** One page of a run; at 10 s for a silent provider it stays within its lease. */
const pageSize = 10
const leaseSeconds = 300

/**
 * Goes on comparing our books of a past day with one provider, a page at a time; returns how much was compared. No provider
 * offers a list of its payments, so each attempt and refund of ours is asked for by its name: what differs either way is written
 * down, and money that the provider has and we did not know of is booked at once.
 */
export async function reconcile(context: PaymentContext, method: OnlineMethod): Promise<number> {
  const provider = context.providers.get(method)
  if (provider === undefined) return 0
  await rows.openYesterday(context.db, method)
  const run = await rows.claimRun(context.db, method, leaseSeconds)
  if (run === null) return 0
  const attempts = await rows.attemptsOf(context.db, method, run, pageSize)
  const refunds = attempts.length < pageSize ? await rows.refundsOf(context.db, method, run, pageSize) : []
  const found: Found[] = []
  for (const attempt of attempts) found.push(await compareAttempt(context, provider, attempt))
  for (const refund of refunds) found.push(await compareRefund(context, provider, refund))
  await inTransaction(context.db, (tx) =>
    rows.advance(tx, run, method, {
      differences: found.flatMap(({ difference }) => (difference === null ? [] : [difference])),
      comparedCount: found.length,
      unansweredCount: found.filter(({ difference }) => difference?.kind === 'unanswered').length,
      lastAttemptId: attempts.at(-1)?.id ?? run.lastAttemptId,
      lastRefundId: refunds.at(-1)?.id ?? run.lastRefundId,
      isDone: attempts.length < pageSize && refunds.length < pageSize,
    }),
  )
  return found.length
}

type Found = { difference: rows.NewDifference | null }

async function compareAttempt(
  context: PaymentContext,
  provider: PaymentProvider,
  attempt: rows.BookedAttempt,
): Promise<Found> {
  const { payment, state, amountPaisa } = attempt
  const ours = { state, amountPaisa: payment?.amountPaisa ?? null, reference: payment?.reference ?? null }
  const at = { orderId: attempt.orderId, attemptId: attempt.id, refundId: null, ours }
  let verdict: Verdict
  try {
    verdict = await provider.ask({ ...attempt, amountPaisa }, { mayCapture: false, hint: null })
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error
    return { difference: { ...at, kind: 'unanswered', theirs: { problem: error.message } } }
  }
  const kind = compareVerdict(verdict, attempt)
  if (kind === null) return { difference: null }
  const theirs =
    verdict.kind === 'paid'
      ? { amountPaisa: verdict.payment.amountPaisa, reference: verdict.payment.providerReference }
      : { reason: verdict.reason }
  // The shopper should not wait for staff to read this: their order is confirmed, or their money goes back.
  if (kind === 'missing_here') await verify(context, attempt.id, { payment: null, isGivenUp: false, isTold: true })
  return { difference: { ...at, kind, theirs } }
}

function compareVerdict(verdict: Verdict, { payment, state }: rows.BookedAttempt): rows.NewDifference['kind'] | null {
  if (verdict.kind === 'unpaid') return payment === null ? null : 'missing_there'
  if (payment === null) return 'missing_here'
  if (verdict.payment.amountPaisa !== payment.amountPaisa) return 'amount_differs'
  const isSame = verdict.payment.providerReference === payment.reference && state === 'paid'
  return isSame ? null : 'state_differs'
}

async function compareRefund(
  context: PaymentContext,
  provider: PaymentProvider,
  refund: rows.BookedRefund,
): Promise<Found> {
  const { id, orderId, state, providerReference } = refund
  // People gave it back, or the provider has no interface to ask.
  if (provider.refunds === null || (state === 'refused' && providerReference === null)) return { difference: null }
  const at = { orderId, attemptId: null, refundId: id, ours: { state, reference: providerReference } }
  try {
    const verdict = await askAboutRefund(context.db, provider.refunds, id)
    const kind = compareRefundVerdict(verdict, state)
    return { difference: kind === null ? null : { ...at, kind, theirs: { ...verdict } } }
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error
    return { difference: { ...at, kind: 'unanswered', theirs: { problem: error.message } } }
  }
}

function compareRefundVerdict(verdict: RefundVerdict, state: string): 'refund_missing_there' | 'refund_differs' | null {
  if (verdict.kind === 'unknown') return state === 'refused' ? null : 'refund_missing_there'
  return verdict.kind === state ? null : 'refund_differs'
}

/** Says how a difference was settled. Safe to repeat with the same note. Throws DIFFERENCE_NOT_FOUND, VERSION_CONFLICT. */
export async function resolve(
  db: Db,
  staff: StaffIdentity,
  id: number,
  { note, version }: { note: string; version: number },
): Promise<Difference> {
  const read = async () => (await rows.listDifferences(db, { id, beforeId: null }, 1))[0]
  await inTransaction(db, async (tx) => {
    if (!(await rows.resolve(tx, id, staff.id, note, version))) return
    await audit.record(tx, staff, { action: 'reconciliation.resolved', subject: `difference:${id}`, detail: { note } })
  })
  const difference = await read()
  if (difference === undefined) throw new DifferenceNotFound()
  if (difference.note !== note) throw new VersionConflict({ details: difference })
  return difference
}
