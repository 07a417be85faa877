import type { AttemptState, OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as attempts from './attempts.repository.ts'
import type { PaymentContext } from './payment-context.ts'
import { recordPaymentIn } from './payments.service.ts'
import { ProviderProblem, type Verdict } from './providers/provider.ts'

/** What a return or a notice claims. It decides nothing; it says where to look and which words to show meanwhile. */
export type Hint = {
  /** The provider's id of the payment, if the notice named one. */
  payment: string | null
  /** The shopper seems to have come back without paying. */
  isGivenUp: boolean
  /** The provider itself spoke of it, so it is asked about although it was given up. */
  isTold: boolean
}
const noHint: Hint = { payment: null, isGivenUp: false, isTold: false }

/** Returns and notices closer together than this are one question. */
const restSeconds = 2
/** By age of the attempt, when to look again. An IPN may come hours late, and so may our look. */
const pauses = [
  { untilSeconds: 60, pauseSeconds: 15 },
  { untilSeconds: 180, pauseSeconds: 30 },
  { untilSeconds: 900, pauseSeconds: 60 },
  { untilSeconds: 3_600, pauseSeconds: 300 },
  // A bKash payment lives 24 h; nothing can be paid after that.
  { untilSeconds: 90_000, pauseSeconds: 1_800 },
]

/**
 * The one way in which a payment becomes true, for the shopper's return, the provider's notice and our own looks alike: read,
 * ask the provider holding no connection, then write what it said in one transaction. Safe to call at any time, by anybody, as
 * often as they like. Returns how the attempt stands; a provider that does not answer leaves it as it is.
 */
export async function verify(context: PaymentContext, attemptId: number, hint = noHint): Promise<AttemptState | null> {
  const { isTold } = hint
  const attempt = await attempts.claimAsking(context.db, attemptId, { isTold, restSeconds })
  if (attempt === null) return (await attempts.byId(context.db, attemptId))?.state ?? null
  const provider = context.providers.get(attempt.method)
  if (provider === undefined) return postpone(context, attempt, 'its provider is not configured')
  let verdict: Verdict
  try {
    verdict = await provider.ask(attempt, { mayCapture: attempt.isWanted, hint: hint.payment })
  } catch (error) {
    if (error instanceof ProviderProblem) return postpone(context, attempt, error.message)
    throw error
  }
  return verdict.kind === 'paid' ? record(context, attempt, verdict) : giveUpOrWait(context, attempt, verdict, hint)
}

async function record(
  { db }: PaymentContext,
  { id, orderId, method }: attempts.Attempt,
  { payment }: Extract<Verdict, { kind: 'paid' }>,
): Promise<AttemptState> {
  await inTransaction(db, async (tx) => {
    await recordPaymentIn(tx, { orderId, method, attemptId: id, ...payment })
    await attempts.setPaid(tx, id)
  })
  return 'paid'
}

async function giveUpOrWait(
  { db }: PaymentContext,
  attempt: attempts.Attempt,
  { isFinal, reason }: Extract<Verdict, { kind: 'unpaid' }>,
  { isGivenUp }: Hint,
): Promise<AttemptState> {
  const pauseSeconds = pauseAfter(attempt.ageSeconds)
  // Whoever was starting it has died, and nobody has seen its page.
  const hasFailed = isFinal || attempt.state === 'starting'
  const waiting = isGivenUp || attempt.state === 'abandoned' ? 'abandoned' : 'started'
  const state = hasFailed ? 'failed' : pauseSeconds === null ? 'expired' : waiting
  const isOver = state === 'failed' || state === 'expired'
  const change = { state, problem: isOver ? reason : null, askInSeconds: isOver ? null : pauseSeconds } as const
  await attempts.change(db, attempt, change)
  return state
}

/** Nobody knows yet. It is asked again until long after the provider itself forgot it; then staff find it in the reconciliation. */
async function postpone({ db }: PaymentContext, attempt: attempts.Attempt, problem: string): Promise<AttemptState> {
  const pauseSeconds = pauseAfter(attempt.ageSeconds)
  const state = pauseSeconds === null ? 'expired' : attempt.state
  await attempts.change(db, attempt, { state, problem, askInSeconds: pauseSeconds })
  return state
}

/** null: it is too old to be paid. */
function pauseAfter(ageSeconds: number): number | null {
  return pauses.find(({ untilSeconds }) => ageSeconds < untilSeconds)?.pauseSeconds ?? null
}

/** Looks by ourselves at up to `limit` attempts of one provider that had no news; returns how many were due. */
export async function verifyDue(context: PaymentContext, method: OnlineMethod, limit: number): Promise<number> {
  const ids = await attempts.findDue(context.db, method, limit)
  await Promise.all(ids.map((id) => verify(context, id)))
  return ids.length
}
