import { ApiError } from '@dhakacart/contract/client.ts'
import { confirmOrder, sendConfirmationCode } from '@dhakacart/contract/orders.schema.ts'
import { errorText } from '../../error-text.ts'
import { readText } from '../../form-values.ts'
import { links } from '../../links.ts'
import { type Answer, type PersonalRequest, personalPage, seeOther } from '../../page.ts'
import { shops } from '../../shop.ts'
import { notFound } from '../messages.ts'
import { isOrderToken, showOrder } from './order.load.ts'

const codeLengthMax = 20

/** Confirms the order with the code of its SMS. */
export const confirmOrderPage = personalPage(async (request) => {
  const { language, params, form } = request
  const token = params['token'] ?? ''
  const shop = shops[language]
  if (!isOrderToken(token)) return notFound(shop)
  const code = readText(form.get('code'), codeLengthMax)
  const isMissing = code === '' || code.length > codeLengthMax
  if (isMissing) return showOrder(request, { codeProblem: shop.texts.confirm.codeMissing, status: 422 })
  try {
    await request.call(confirmOrder, { params: { token }, body: { code } })
    return seeOther(links.order(language, token))
  } catch (error) {
    return showRefusal(request, error)
  }
})

/** Sends another code. */
export const sendOrderCodePage = personalPage(async (request) => {
  const { language, params } = request
  const token = params['token'] ?? ''
  const shop = shops[language]
  if (!isOrderToken(token)) return notFound(shop)
  try {
    await request.call(sendConfirmationCode, { params: { token } })
    return showOrder(request, { note: shop.texts.confirm.sent, status: 200 })
  } catch (error) {
    return showRefusal(request, error)
  }
})

const refusals: ReadonlySet<string> = new Set(['CODE_WRONG', 'TOO_MANY_CODES', 'ORDER_STATE_FORBIDS'])

async function showRefusal(request: PersonalRequest, error: unknown): Promise<Answer> {
  if (!(error instanceof ApiError) || !refusals.has(error.code)) throw error
  const text = errorText(shops[request.language], error.code)
  const { status } = error
  return showOrder(
    request,
    error.code === 'ORDER_STATE_FORBIDS' ? { problem: text, status } : { codeProblem: text, status },
  )
}
