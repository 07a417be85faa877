import { createHash } from 'node:crypto'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import {
  type PaymentProvider,
  type PaymentProviders,
  ProviderProblem,
  type Verdict,
} from '../src/payments/providers/provider.ts'
import type { Random } from './random.ts'
import { createRefundDesk, type RefundDesk } from './refund-desk.ts'
import { Violation } from './violation.ts'

export const onlineMethods = ['bkash', 'nagad', 'sslcommerz'] as const

/** A payment as its provider knows it. `agreed`: bKash's shopper consented, and the money moves when we execute. */
export type BankPayment = {
  method: OnlineMethod
  reference: string
  session: string
  state: 'open' | 'agreed' | 'paid' | 'left'
  /** What was or will be paid; a shopper who tampers pays another amount than was asked for. */
  paidPaisa: number
  /** The provider's own id. */
  id: string
}

/** The providers of one seed: where the money really is. They live in the memory of the world and answer without waiting. */
export type Bank = {
  payments: BankPayment[]
  /** true in seeds in which somebody may begin to pay there. */
  isOpen: boolean
  /** Where they give money back. */
  desk: RefundDesk
  providers: PaymentProviders
  /** What the shopper does on the provider's page. */
  visit(session: string, behaviour: 'pays' | 'tampers' | 'leaves'): void
  /** A notice as the provider of this payment signs it, about this or, mixed up, another payment. */
  sign(payment: BankPayment, about?: BankPayment): URLSearchParams
  /** The time of every order is over, and every question about a payment is answered from now on. */
  endPayments(): void
}

const lostBefore = 0.1
const lostAfter = 0.15

export function createBank(random: Random): Bank {
  const payments: BankPayment[] = []
  const desk = createRefundDesk(random, payments)
  let arePaymentsOver = false

  /** A call whose request or answer may be lost on the way; when the answer is, what was asked for has happened. */
  async function call<T>(method: OnlineMethod, operation: string, work: () => T, isSure = arePaymentsOver): Promise<T> {
    if (!isSure && random.chance(lostBefore))
      throw new ProviderProblem(method, 'unanswered', `${operation} went astray`)
    const answer = work()
    if (!isSure && random.chance(lostAfter))
      throw new ProviderProblem(method, 'unanswered', `${operation} took too long`)
    return answer
  }

  function look(method: OnlineMethod, reference: string, mayCapture: boolean): Verdict {
    const payment = payments.find((each) => each.method === method && each.reference === reference)
    if (payment?.state === 'agreed' && mayCapture) {
      if (arePaymentsOver) throw new Violation('money was taken for an order whose time was over')
      payment.state = 'paid'
    }
    if (payment?.state !== 'paid') return { kind: 'unpaid', isFinal: payment?.state === 'left', reason: 'not paid' }
    const { id, paidPaisa } = payment
    return { kind: 'paid', payment: { providerReference: id, amountPaisa: paidPaisa, review: null, detail: {} } }
  }

  function makeProvider(method: OnlineMethod): PaymentProvider {
    return {
      method,
      amounts: null,
      start: ({ reference, amountPaisa }) =>
        call(method, 'start', () => {
          const session = `session of ${reference}`
          payments.push({ method, reference, session, state: 'open', paidPaisa: amountPaisa, id: `${reference}-paid` })
          return { session, redirectUrl: `https://provider.example/${reference}` }
        }),
      ask: ({ reference }, { mayCapture }) => call(method, 'query', () => look(method, reference, mayCapture)),
      // bKash and Nagad send no notices.
      readNotice: method === 'sslcommerz' ? readNotice : null,
      refunds:
        method === 'nagad'
          ? null
          : {
              send: (request) => call(method, 'refund', () => desk.refund(request), desk.isCalm),
              ask: (request) => call(method, 'refund query', () => desk.ask(request), desk.isCalm),
            },
    }
  }

  return {
    isOpen: false,
    payments,
    desk,
    providers: new Map(onlineMethods.map((method) => [method, makeProvider(method)])),
    visit(session, behaviour) {
      const payment = payments.find((each) => each.session === session)
      if (payment === undefined) throw new Violation('a shopper was sent to a page that the provider does not have')
      if (payment.state !== 'open') return
      payment.state = behaviour === 'leaves' ? 'left' : payment.method === 'bkash' ? 'agreed' : 'paid'
      if (behaviour === 'tampers')
        payment.paidPaisa = random.pick([payment.paidPaisa - 1, 100, payment.paidPaisa + 500])
    },
    sign(payment, about = payment) {
      const fields = { reference: payment.reference, payment: about.id }
      return new URLSearchParams({ ...fields, signature: signatureOf(fields.reference, fields.payment) })
    },
    endPayments() {
      arePaymentsOver = true
    },
  }
}

function readNotice(form: URLSearchParams): { reference: string; payment: string | null } | null {
  const [reference, payment] = [form.get('reference') ?? '', form.get('payment') ?? '']
  return form.get('signature') === signatureOf(reference, payment) ? { reference, payment } : null
}

function signatureOf(reference: string, payment: string): string {
  return createHash('sha256').update(`what only the provider knows ${reference} ${payment}`).digest('hex')
}
