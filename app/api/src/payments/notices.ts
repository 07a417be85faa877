import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import * as attempts from './attempts.repository.ts'
import type { PaymentContext } from './payment-context.ts'
import { type Hint, verify } from './verify.ts'

/** What providers add to a return address when no money came, in any of their spellings. */
const givenUpWords = /^(cancel|cancelled|failure|failed|fail|aborted|expired)$/i

export type ReturnedForm = { method: OnlineMethod; reference: string; form: URLSearchParams; status: string }

/** What a return claims, as far as it is signed; `status`: the word beside it. */
export function readHint(
  providers: PaymentContext['providers'],
  { method, reference, form, status }: ReturnedForm,
): Hint {
  const notice = providers.get(method)?.readNotice?.(form) ?? null
  const isSame = notice?.reference === reference
  return { payment: isSame ? (notice?.payment ?? null) : null, isGivenUp: givenUpWords.test(status), isTold: isSame }
}

/** Asks the provider about the payment that a notice speaks of; false when it is not signed as the provider signs. */
export async function hearNotice(
  context: PaymentContext,
  method: OnlineMethod,
  form: URLSearchParams,
): Promise<boolean> {
  const notice = context.providers.get(method)?.readNotice?.(form) ?? null
  if (notice === null) return false
  const found = await attempts.findReturn(context.db, method, notice.reference)
  if (found !== null) await verify(context, found.id, { payment: notice.payment, isGivenUp: false, isTold: true })
  return true
}
