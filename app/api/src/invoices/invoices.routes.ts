import { getConsoleInvoicePdf, getInvoice, getInvoicePdf, type Invoice } from '@dhakacart/contract/invoices.schema.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import * as audit from '../audit/audit.service.ts'
import { register } from '../register.ts'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import { createPrinter } from './invoice-printer.ts'
import { readInvoice, readInvoiceById } from './invoices.service.ts'

export function registerInvoices(app: FastifyInstance, db: Db, staffDoor: StaffDoor): void {
  const print = createPrinter()

  async function sendPdf(reply: FastifyReply, invoice: Invoice, language: Language): Promise<Uint8Array> {
    const bytes = await print(invoice, language)
    reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="dhakacart-${invoice.number}-${language}.pdf"`)
      .header('x-content-type-options', 'nosniff')
    return bytes
  }

  register(app, getInvoice, async ({ params }, reply) => {
    reply.header('cache-control', 'no-store')
    return readInvoice(db, params.token)
  })

  register(app, getInvoicePdf, async ({ params, query }, reply) => {
    reply.header('cache-control', 'no-store')
    return sendPdf(reply, await readInvoice(db, params.token), query.language)
  })

  registerStaff(app, staffDoor, getConsoleInvoicePdf, async ({ params, query }, reply, staff) => {
    const invoice = await readInvoiceById(db, params.id)
    await inTransaction(db, (tx) =>
      audit.record(tx, staff, { action: 'invoices.printed', subject: `order:${params.id}`, detail: {} }),
    )
    return sendPdf(reply, invoice, query.language)
  })
}
