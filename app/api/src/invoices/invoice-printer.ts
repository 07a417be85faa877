import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Invoice } from '@dhakacart/contract/invoices.schema.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import { TooBusy } from '../errors.ts'

/** Invoices that may wait for their turn in one process; at some ten milliseconds each the last waits a quarter of a second. */
const maxWaiting = 20

/**
 * Makes one PDF at a time and lets other requests in between. Throws TOO_BUSY when too many wait: checkouts are worth more than
 * invoices, which can be asked for again.
 */
export function createPrinter(limit = maxWaiting): (invoice: Invoice, language: Language) => Promise<Buffer> {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return async (invoice, language) => {
    if (waiting >= limit) throw new TooBusy()
    waiting++
    const mine = last.then(async () => {
      await nextTurn()
      // Fonts and the library that shapes Bangla come with the first invoice: most starts see none for hours.
      const { makeInvoicePdf } = await import('./invoice.pdf.ts')
      return makeInvoicePdf(invoice, language)
    })
    last = mine.catch(() => undefined)
    try {
      return await mine
    } finally {
      waiting--
    }
  }
}
