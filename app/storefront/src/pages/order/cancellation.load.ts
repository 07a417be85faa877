import { randomUUID } from 'node:crypto'
import {
  cancellationReasons,
  requestCancellation,
  withdrawCancellation,
} from '@dhakacart/contract/cancellations.schema.ts'
import { ApiError } from '@dhakacart/contract/client.ts'
import { errorText } from '../../error-text.ts'
import { isKey, readText } from '../../form-values.ts'
import { links } from '../../links.ts'
import { type Answer, type PersonalRequest, personalPage, seeOther } from '../../page.ts'
import { shops } from '../../shop.ts'
import { notFound } from '../messages.ts'
import type { CancellationDraft } from './cancellation-draft.ts'
import { isOrderToken, showOrder } from './order.load.ts'
import { noteLengthMax } from './return-draft.ts'

/** A form nobody has filled in; its key asks once, however often it is sent. */
export function newCancellationDraft(): CancellationDraft {
  return { key: randomUUID(), reason: '', note: '' }
}

/** Asks to cancel an order that is packed or on its way. */
export const requestCancellationPage = personalPage(async (request) => {
  const { call, form, language, params } = request
  const token = params['token'] ?? ''
  const shop = shops[language]
  if (!isOrderToken(token)) return notFound(shop)
  const draft = readDraft(form)
  const texts = shop.texts.cancellation
  const refuse = (cancellationProblem: string, status: number) =>
    showOrder(request, { cancellationDraft: draft, cancellationProblem, status })

  if (draft.note.length > noteLengthMax) return refuse(texts.noteLong(shop.number(noteLengthMax)), 422)
  const { key, reason, note } = draft
  if (reason === '') return refuse(texts.reasonMissing, 422)
  return asked(request, token, draft, async () => {
    const body = { reason, note: note || null }
    await call(requestCancellation, { params: { token }, body, headers: { 'idempotency-key': key } })
  })
})

/** Takes the request back. */
export const withdrawCancellationPage = personalPage(async (request) => {
  const { call, form, language, params } = request
  const token = params['token'] ?? ''
  const id = Number(form.get('request'))
  if (!isOrderToken(token) || !Number.isSafeInteger(id) || id < 1) return notFound(shops[language])
  return asked(request, token, newCancellationDraft(), async () => {
    await call(withdrawCancellation, { params: { token, id } })
  })
})

/** Back to the order when `send` went well, else the order with what is wrong. */
async function asked(
  request: PersonalRequest,
  token: string,
  cancellationDraft: CancellationDraft,
  send: () => Promise<void>,
): Promise<Answer> {
  const { language } = request
  try {
    await send()
    return seeOther(`${links.order(language, token)}#cancellation`)
  } catch (error) {
    if (!(error instanceof ApiError) || error.status >= 500 || error.status === 404) throw error
    const cancellationProblem = errorText(shops[language], error.code)
    return showOrder(request, { cancellationDraft, cancellationProblem, status: error.status })
  }
}

function readDraft(form: URLSearchParams): CancellationDraft {
  const key = form.get('key') ?? ''
  return {
    key: isKey(key) ? key : randomUUID(),
    reason: cancellationReasons.find((each) => each === form.get('reason')) ?? '',
    note: readText(form.get('note'), noteLengthMax),
  }
}
