import { randomUUID } from 'node:crypto'
import { ApiError } from '@dhakacart/contract/client.ts'
import { getOrderReturns, type OrderReturns, requestReturn, returnReasons } from '@dhakacart/contract/returns.schema.ts'
import { errorText } from '../../error-text.ts'
import { isKey, readQuantity, readText } from '../../form-values.ts'
import { links } from '../../links.ts'
import { personalPage, seeOther } from '../../page.ts'
import { shops } from '../../shop.ts'
import { notFound } from '../messages.ts'
import { isOrderToken, showOrder } from './order.load.ts'
import { noteLengthMax, type ReturnDraft } from './return-draft.ts'

/** A form nobody has filled in; its key asks once, however often it is sent. */
export function newReturnDraft(): ReturnDraft {
  return { key: randomUUID(), reason: '', note: '', quantities: {} }
}

/** Asks to return units of a delivered order. */
export const requestReturnPage = personalPage(async (request) => {
  const { call, form, language, params } = request
  const token = params['token'] ?? ''
  const shop = shops[language]
  if (!isOrderToken(token)) return notFound(shop)
  const { body: known } = await call(getOrderReturns, { params: { token } })
  const draft = readDraft(form, known)
  const texts = shop.texts.returns
  const refuse = (returnProblem: string, status: number) =>
    showOrder(request, { returnDraft: draft, returnProblem, status })

  const lines = Object.entries(draft.quantities).map(([id, quantity]) => ({ variantId: Number(id), quantity }))
  const reason = returnReasons.find((each) => each === draft.reason)
  if (lines.length === 0) return refuse(texts.linesMissing, 422)
  if (reason === undefined) return refuse(texts.reasonMissing, 422)
  if (draft.note.length > noteLengthMax) return refuse(texts.noteLong(shop.number(noteLengthMax)), 422)
  try {
    const body = { reason, note: draft.note || null, lines }
    await call(requestReturn, { params: { token }, body, headers: { 'idempotency-key': draft.key } })
    return seeOther(`${links.order(language, token)}#returns`)
  } catch (error) {
    if (!(error instanceof ApiError) || error.status >= 500) throw error
    return refuse(errorText(shop, error.code), error.status)
  }
})

/** Only lines the order has are read, so that a long form costs nothing. */
function readDraft(form: URLSearchParams, { lines }: OrderReturns): ReturnDraft {
  const key = form.get('key') ?? ''
  const quantities = lines.flatMap(({ variantId }) => {
    const quantity = readQuantity(form.get(`quantity-${variantId}`))
    return quantity === null ? [] : [[variantId, quantity] as const]
  })
  return {
    key: isKey(key) ? key : randomUUID(),
    reason: returnReasons.find((each) => each === form.get('reason')) ?? '',
    note: readText(form.get('note'), noteLengthMax),
    quantities: Object.fromEntries(quantities),
  }
}
