import { ApiError } from '@dhakacart/contract/client.ts'
import { getInvoice } from '@dhakacart/contract/invoices.schema.ts'
import { links } from '../../links.ts'
import { personalPage, seeOther, show } from '../../page.ts'
import { shops } from '../../shop.ts'
import { notFound } from '../messages.ts'

const tokenPattern = /^[A-Za-z0-9_-]{43}$/

/** The invoice on a sheet of its own, to be printed; an order without one yet shows itself instead. */
export const invoicePage = personalPage(async ({ call, language, params }) => {
  const shop = shops[language]
  const token = params['token'] ?? ''
  if (!tokenPattern.test(token)) return notFound(shop)
  try {
    const { body: invoice } = await call(getInvoice, { params: { token } })
    const title = `${shop.texts.order.invoice} ${invoice.number}`
    // Like the order's own page: the token in the address is for nobody else.
    const headers = { 'referrer-policy': 'same-origin' }
    return show('invoice', { invoice, token }, { title }, { headers, here: `/orders/${token}/invoice` })
  } catch (error) {
    if (error instanceof ApiError && error.code === 'INVOICE_NOT_READY') return seeOther(links.order(language, token))
    throw error
  }
})
