import type { Invoice } from '@dhakacart/contract/invoices.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { InvoiceNotReady, OrderNotFound } from '../errors.ts'
import { readOrderById } from '../orders/orders.service.ts'
import * as invoices from './invoices.repository.ts'

/** The invoice for whoever holds the order's token. Throws ORDER_NOT_FOUND, INVOICE_NOT_READY before the order is confirmed. */
export async function readInvoice(db: Db, token: string): Promise<Invoice> {
  const id = await invoices.idByToken(db, token)
  if (id === null) throw new OrderNotFound()
  return readInvoiceById(db, id)
}

/** The invoice for staff. Throws like `readInvoice`. */
export async function readInvoiceById(db: Db, orderId: number): Promise<Invoice> {
  const order = await readOrderById(db, orderId)
  if (order === null) throw new OrderNotFound()
  const issuedAt = await invoices.confirmedAt(db, orderId)
  // What was cancelled was never sold.
  if (issuedAt === null || order.state === 'cancelled') throw new InvoiceNotReady()
  const { number, customerName, customerPhone, subtotalPaisa, deliveryFeePaisa, totalPaisa, vatPaisa } = order
  const { address, paymentMethod, state } = order
  const place = (language: 'en' | 'bn') =>
    [address.street, address.upazila[language], address.district[language]].join(', ')
  return {
    number,
    issuedAt,
    customer: { name: customerName, phone: customerPhone, address: { en: place('en'), bn: place('bn') } },
    lines: await invoices.lines(db, orderId),
    subtotalPaisa,
    deliveryFeePaisa,
    discountPaisa: subtotalPaisa + deliveryFeePaisa - totalPaisa,
    totalPaisa,
    vatPaisa,
    ...(await invoices.money(db, orderId)),
    paymentMethod,
    state,
  }
}
