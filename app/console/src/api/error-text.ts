import { ApiAway, ApiError } from '@dhakacart/contract/client.ts'
import type { Words } from '../words.ts'
import { Declined } from './demands.ts'

/** What staff read about a failed call, in their language, by its code; with the request's id where only we can help. */
export function errorText({ texts: { errors, general }, digits }: Words, error: unknown): string {
  if (error instanceof ApiAway) return errors.API_AWAY
  if (error instanceof Declined) return errors.DECLINED
  if (!(error instanceof ApiError)) return errors.GENERAL
  const known: Readonly<Record<string, string>> = errors
  const text = Object.hasOwn(known, error.code) ? (known[error.code] ?? errors.GENERAL) : errors.GENERAL
  const wait = error.retryAfterSeconds === null ? '' : ` ${general.tryAgainIn(digits(String(error.retryAfterSeconds)))}`
  const reference = error.status >= 500 && error.requestId ? ` ${general.reference(error.requestId)}` : ''
  return text + wait + reference
}
