import { ApiAway, ApiError } from '@dhakacart/contract/client.ts'
import type { Order } from '@dhakacart/contract/orders.schema.ts'
import { getOrderPayment, onlineMethods, type StartPayment, startPayment } from '@dhakacart/contract/payments.schema.ts'
import { errorText } from '../../error-text.ts'
import { links } from '../../links.ts'
import { type PersonalRequest, personalPage, seeOther, show } from '../../page.ts'
import { shops } from '../../shop.ts'
import { notFound } from '../messages.ts'
import { showOrder } from './order.load.ts'

const tokenPattern = /^[A-Za-z0-9_-]{43}$/

/**
 * Begins to pay an order that was just placed and says where to go on; the order's page where that does not work, which offers
 * to try again. The order is there already, so nothing here may lose it.
 */
export async function beginPaying(request: PersonalRequest, order: Order, instalments: string): Promise<string> {
  const { call, language } = request
  const method = onlineMethods.find((each) => each === order.paymentMethod)
  if (method === undefined || order.state !== 'pending_payment') return links.order(language, order.token)
  try {
    const body = { method, instalmentMonths: method === 'sslcommerz' ? readMonths(instalments) : null }
    await call(startPayment, { params: { token: order.token }, body })
    return links.payOrder(language, order.token)
  } catch (error) {
    if (error instanceof ApiError || error instanceof ApiAway) return links.order(language, order.token)
    throw error
  }
}

/** Chooses how to pay an order that waits for its money. */
export const submitPayPage = personalPage(async (request) => {
  const { call, form, language, params } = request
  const token = params.token ?? ''
  if (!tokenPattern.test(token)) return notFound(shops[language])
  const method = onlineMethods.find((each) => each === form.get('payment'))
  if (method === undefined) {
    return showOrder(request, { problem: shops[language].texts.checkout.paymentMissing, status: 422 })
  }
  const body: StartPayment = {
    method,
    instalmentMonths: method === 'sslcommerz' ? readMonths(form.get('instalments') ?? '') : null,
  }
  try {
    await call(startPayment, { params: { token }, body })
    return seeOther(links.payOrder(language, token))
  } catch (error) {
    if (!(error instanceof ApiError) || error.code === 'ORDER_NOT_FOUND') throw error
    return showOrder(request, { problem: errorText(shops[language], error.code), status: error.status })
  }
})

/**
 * Goes on to the provider. A page of its own, because a form may lead to our own site alone (Content-Security-Policy); back
 * from the provider leads over the order's page.
 */
export const payPage = personalPage(async ({ call, language, params }) => {
  const shop = shops[language]
  const token = params.token ?? ''
  if (!tokenPattern.test(token)) return notFound(shop)
  const { body: payment } = await call(getOrderPayment, { params: { token } })
  const { attempt } = payment
  if (attempt?.redirectUrl == null || payment.dueNowPaisa === 0) return seeOther(links.order(language, token))
  const { redirectUrl, method, amountPaisa } = attempt
  return show(
    'pay',
    { method, amountPaisa, redirectUrl, token },
    { title: shop.texts.payment.leaving(shop.texts.order.payments[method]), goOnTo: redirectUrl },
    // The token in the address opens the order: the provider must not hear of it.
    { headers: { 'referrer-policy': 'no-referrer' }, here: `/orders/${token}/pay` },
  )
})

function readMonths(text: string): number | null {
  return /^\d{1,2}$/.test(text) && Number(text) >= 2 && Number(text) <= 48 ? Number(text) : null
}
