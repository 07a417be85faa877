import { getOrderCancellation } from '@dhakacart/contract/cancellations.schema.ts'
import { ApiError } from '@dhakacart/contract/client.ts'
import { cancelOrder, getOrder, type Order } from '@dhakacart/contract/orders.schema.ts'
import { getOrderPayment } from '@dhakacart/contract/payments.schema.ts'
import { getOrderReturns } from '@dhakacart/contract/returns.schema.ts'
import { errorText } from '../../error-text.ts'
import { links } from '../../links.ts'
import { type Answer, type PersonalRequest, personalPage, seeOther, show } from '../../page.ts'
import { shops } from '../../shop.ts'
import { notFound } from '../messages.ts'
import { newCancellationDraft } from './cancellation.load.ts'
import type { CancellationDraft } from './cancellation-draft.ts'
import type { ReturnDraft } from './return-draft.ts'
import { newReturnDraft } from './returns.load.ts'

/** The token has this form, so anything else is answered without asking. */
const tokenPattern = /^[A-Za-z0-9_-]{43}$/
export const isOrderToken = (text: string) => tokenPattern.test(text)

/** The order that a token opens: the confirmation right after ordering, and the place to look later. */
export const orderPage = personalPage((request) => showOrder(request))

/** The shopper's own cancellation. */
export const cancelOrderPage = personalPage(async (request) => {
  const token = request.params['token'] ?? ''
  if (!tokenPattern.test(token)) return notFound(shops[request.language])
  try {
    await request.call(cancelOrder, { params: { token } })
    return seeOther(links.order(request.language, token))
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'ORDER_STATE_FORBIDS') throw error
    return showOrder(request, { problem: errorText(shops[request.language], error.code), status: error.status })
  }
})

/** What came of the last press: why it was refused, what is wrong with the code, the request to cancel or the return, or what was done. */
type Outcome = {
  problem?: string
  codeProblem?: string
  cancellationProblem?: string
  cancellationDraft?: CancellationDraft
  returnProblem?: string
  returnDraft?: ReturnDraft
  note?: string
  status: number
}

/** `outcome`: what came of the last press. */
export async function showOrder({ call, language, params }: PersonalRequest, outcome?: Outcome): Promise<Answer> {
  const shop = shops[language]
  const token = params['token'] ?? ''
  if (!tokenPattern.test(token)) return notFound(shop)
  const [{ body: order }, { body: payment }, { body: returns }] = await Promise.all([
    call(getOrder, { params: { token } }),
    call(getOrderPayment, { params: { token } }),
    call(getOrderReturns, { params: { token } }),
  ])
  // Before it is packed the shopper cancels by themselves: most looks at an order need not ask.
  const cancellation = wasPacked(order) ? (await call(getOrderCancellation, { params: { token } })).body : null
  const {
    status = 200,
    cancellationDraft = newCancellationDraft(),
    returnDraft = newReturnDraft(),
    ...said
  } = outcome ?? {}
  return show(
    'order',
    { order, payment, cancellation, cancellationDraft, returns, returnDraft, ...said },
    { title: shop.texts.order.title(order.number) },
    {
      status,
      // The token in the address opens the order, so no other site may hear of it. Not `no-referrer`: browsers then send
      // the cancel form with `Origin: null`, which is what a form of another site looks like.
      headers: { 'referrer-policy': 'same-origin' },
      here: `/orders/${token}`,
    },
  )
}

function wasPacked({ state, steps }: Order): boolean {
  return state === 'packed' || steps.some((step) => step.state === 'packed')
}
