import { TooLate, within } from '@dhakacart/service-kit/deadline.ts'

/**
 * How long somebody who waits for us waits for the server of somebody else, however many questions that takes: whoever asked us gives
 * up after 25 s, and our statements are on top (docs/time-outs.md).
 */
const personPatienceMs = 15_000

/**
 * The answer, or `tooLate()` when it does not come while a person waits. Asking goes on: what comes then is written by whoever asked,
 * and a failure is told to `onLateFailure`.
 */
export async function whilePersonWaits<T, L>(
  answer: Promise<T>,
  { tooLate, patienceMs = personPatienceMs, onLateFailure = () => undefined }: WhenLate<L>,
): Promise<T | L> {
  try {
    return await within(patienceMs, answer)
  } catch (error) {
    if (!(error instanceof TooLate)) throw error
    answer.catch(onLateFailure)
    return tooLate()
  }
}

type WhenLate<L> = {
  tooLate: () => L
  /** Tests shorten it. */
  patienceMs?: number | undefined
  onLateFailure?: (error: unknown) => void
}
