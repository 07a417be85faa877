import { createHash } from 'node:crypto'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import {
  type PaymentProvider,
  type PaymentProviders,
  ProviderProblem,
  type RefundRequest,
  type RefundVerdict,
  type Verdict,
} from '../src/payments/providers/provider.ts'
import type { Random } from './random.ts'
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
type BankRefund = { reference: string; amountPaisa: number; state: 'processing' | 'done' }

/** The providers of one seed: where the money really is. They live in the memory of the world and answer without waiting. */
export type Bank = {
  payments: BankPayment[]
  /** true in seeds in which somebody may begin to pay there. */
  isOpen: boolean
  /** By the provider's id of the payment. */
  refunds: Map<string, BankRefund[]>
  providers: PaymentProviders
  /** What the shopper does on the provider's page. */
  visit(session: string, behaviour: 'pays' | 'tampers' | 'leaves'): void
  /** A notice as the provider of this payment signs it, about this or, mixed up, another payment. */
  sign(payment: BankPayment, about?: BankPayment): URLSearchParams
  /** From now on every answer comes. */
  calmDown(): void
}

const lostBefore = 0.1
const lostAfter = 0.15
const processing = 0.25

export function createBank(random: Random): Bank {
  const payments: BankPayment[] = []
  const refunds = new Map<string, BankRefund[]>()
  let isCalm = false

  /** A call whose request or answer may be lost on the way; when the answer is, what was asked for has happened. */
  async function call<T>(method: OnlineMethod, operation: string, work: () => T): Promise<T> {
    if (!isCalm && random.chance(lostBefore))
      throw new ProviderProblem(method, 'unanswered', `${operation} went astray`)
    const answer = work()
    if (!isCalm && random.chance(lostAfter))
      throw new ProviderProblem(method, 'unanswered', `${operation} took too long`)
    return answer
  }

  function look(method: OnlineMethod, reference: string, mayCapture: boolean): Verdict {
    const payment = payments.find((each) => each.method === method && each.reference === reference)
    if (payment?.state === 'agreed' && mayCapture) payment.state = 'paid'
    if (payment?.state !== 'paid') return { kind: 'unpaid', isFinal: payment?.state === 'left', reason: 'not paid' }
    const { id, paidPaisa } = payment
    return { kind: 'paid', payment: { providerReference: id, amountPaisa: paidPaisa, review: null, detail: {} } }
  }

  function refund({ payment, reference, amountPaisa, paidPaisa }: RefundRequest): RefundVerdict {
    const id = payment.providerReference
    const made = refunds.get(id) ?? []
    const sumPaisa = made.reduce((sum, each) => sum + each.amountPaisa, amountPaisa)
    const known = payments.find((each) => each.id === id)
    if (sumPaisa > (known?.paidPaisa ?? paidPaisa)) throw new Violation(`more is given back of a payment than was paid`)
    const state = !isCalm && random.chance(processing) ? 'processing' : 'done'
    refunds.set(id, [...made, { reference, amountPaisa, state }])
    return { kind: state, providerReference: `${id}-${reference}` }
  }

  function askRefund({ payment, reference }: RefundRequest): RefundVerdict {
    const made = refunds.get(payment.providerReference)?.find((each) => each.reference === reference)
    if (made === undefined) return { kind: 'unknown' }
    if (isCalm || random.chance(0.5)) made.state = 'done'
    return { kind: made.state, providerReference: `${payment.providerReference}-${reference}` }
  }

  function makeProvider(method: OnlineMethod): PaymentProvider {
    return {
      method,
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
              send: (request) => call(method, 'refund', () => refund(request)),
              ask: (request) => call(method, 'refund query', () => askRefund(request)),
            },
    }
  }

  return {
    isOpen: false,
    payments,
    refunds,
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
    calmDown() {
      isCalm = true
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
