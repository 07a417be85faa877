import type { FastifyInstance } from 'fastify'
import { dhakaTime } from '../clock.ts'
import { writeTaka } from '../money.ts'
import type { Payment } from '../records.ts'
import { randomCode, type Simulator } from '../simulator.ts'

type Row = readonly string[]

const head: Row = ['time', 'kind', 'reference', 'payment_id', 'transaction_id', 'amount', 'currency']
const amount = { type: 'string', pattern: '^\\d{1,7}(\\.\\d{2})?$' }

/**
 * What a merchant downloads from a provider's own pages: the payments and refunds of one day of Dhaka. The providers
 * publish no form for it, so the columns are of our own.
 */
export function registerReports(app: FastifyInstance, simulator: Simulator): void {
  const providerParam = { type: 'string', enum: ['sslcommerz', 'bkash', 'nagad'] }
  app.get<{ Params: { provider: Payment['provider'] }; Querystring: { date: string } }>(
    '/control/reports/:provider',
    {
      schema: {
        params: { type: 'object', properties: { provider: providerParam } },
        querystring: {
          type: 'object',
          properties: { date: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' } },
          required: ['date'],
        },
      },
    },
    async ({ params, query }, reply) => {
      const rows = simulator.records
        .list('payment')
        .filter((payment) => payment.provider === params.provider && !payment.faults.includes('report_lacks'))
        .flatMap(rowsOf)
        .filter(([time]) => time?.startsWith(query.date))
      const text = [head, ...rows].map((row) => `${row.join(',')}\r\n`).join('')
      return reply.type('text/csv; charset=utf-8').send(text)
    },
  )

  app.post<{ Body: { provider: Payment['provider']; reference: string; amount: string } }>(
    '/control/payments',
    {
      schema: {
        body: {
          type: 'object',
          properties: {
            provider: providerParam,
            reference: { type: 'string', pattern: '^[\\w-]{1,30}$' },
            amount,
          },
          required: ['provider', 'reference', 'amount'],
          additionalProperties: false,
        },
      },
    },
    async ({ body }) => addForeignPayment(simulator, body),
  )
}

function rowsOf(payment: Payment): Row[] {
  const { reference, id, refunds } = payment
  const transactionId = payment.transactionId ?? ''
  const lessPaisa = payment.faults.includes('report_amount_differs') ? 100 : 0
  const row = (at: number, kind: string, name: string, paisa: number): Row => [
    dhakaTime(at),
    kind,
    name,
    id,
    transactionId,
    writeTaka(paisa),
    'BDT',
  ]
  const paid =
    payment.state === 'paid' ? [row(payment.endedAt ?? 0, 'payment', reference, payment.paidPaisa - lessPaisa)] : []
  const given = refunds
    .filter(({ state }) => state === 'refunded')
    .map((refund) => row(refund.doneAt, 'refund', refund.reference, refund.amountPaisa))
  return [...paid, ...given]
}

/** A payment at the provider that the shop never asked for. */
function addForeignPayment(
  { records, clock }: Simulator,
  asked: { provider: Payment['provider']; reference: string; amount: string },
): Payment {
  const paisa = Math.round(Number(asked.amount) * 100)
  const now = clock.now()
  const payment: Payment = {
    id: randomCode(24),
    provider: asked.provider,
    reference: asked.reference,
    askedPaisa: paisa,
    paidPaisa: paisa,
    state: 'paid',
    createdAt: now,
    endedAt: now,
    transactionId: randomCode(10),
    payer: '01712345678',
    faults: [],
    unanswered: [],
    details: { val_id: randomCode(24) },
    refunds: [],
  }
  records.put('payment', payment)
  return payment
}
