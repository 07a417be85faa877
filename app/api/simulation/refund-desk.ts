import type { RefundRequest, RefundVerdict } from '../src/payments/providers/provider.ts'
import type { BankPayment } from './bank.ts'
import type { Random } from './random.ts'
import { Violation } from './violation.ts'

type BankRefund = { reference: string; amountPaisa: number; state: 'processing' | 'done' | 'refused' }

/** Where the providers of a seed give money back. */
export type RefundDesk = {
  /** By the provider's id of the payment. */
  refunds: Map<string, BankRefund[]>
  /** true in seeds in which it refuses now and then. */
  isRefusing: boolean
  refund(request: RefundRequest): RefundVerdict
  ask(request: RefundRequest): RefundVerdict
  /** People gave this back in the provider's own portal. */
  giveByHand(paymentId: string, reference: string, amountPaisa: number): void
  /** true when every answer comes, and nothing is refused or takes the bank its time any more. */
  isCalm: boolean
}

const processing = 0.25
const refused = 0.5

export function createRefundDesk(random: Random, payments: readonly BankPayment[]): RefundDesk {
  const refunds = new Map<string, BankRefund[]>()

  /** No provider promises to know a refund again, so each may reach it once; one that was refused may be tried once more. */
  function enter(id: string, refund: BankRefund, paidPaisa: number): void {
    const made = (refunds.get(id) ?? []).filter(({ state }) => state !== 'refused')
    if (made.some(({ reference }) => reference === refund.reference)) throw new Violation('a refund is made twice')
    const sumPaisa = made.reduce((sum, { amountPaisa }) => sum + amountPaisa, refund.amountPaisa)
    const known = payments.find((each) => each.id === id)
    if (sumPaisa > (known?.paidPaisa ?? paidPaisa)) throw new Violation(`more is given back of a payment than was paid`)
    refunds.set(id, [...(refunds.get(id) ?? []), refund])
  }

  function refund({ payment, reference, amountPaisa, paidPaisa }: RefundRequest): RefundVerdict {
    const id = payment.providerReference
    const isRefused = desk.isRefusing && !desk.isCalm && random.chance(refused)
    const answered = !desk.isCalm && random.chance(processing) ? 'processing' : 'done'
    const state = isRefused ? 'refused' : answered
    enter(id, { reference, amountPaisa, state }, paidPaisa)
    return toVerdict(state, `${id}-${reference}`)
  }

  function askRefund({ payment, reference }: RefundRequest): RefundVerdict {
    const made = refunds.get(payment.providerReference)?.findLast((each) => each.reference === reference)
    if (made === undefined) return { kind: 'unknown' }
    if (made.state === 'processing' && (desk.isCalm || random.chance(0.5))) made.state = 'done'
    return toVerdict(made.state, `${payment.providerReference}-${reference}`)
  }

  const desk: RefundDesk = {
    refunds,
    isRefusing: false,
    refund,
    ask: askRefund,
    giveByHand: (paymentId, reference, amountPaisa) => enter(paymentId, { reference, amountPaisa, state: 'done' }, 0),
    isCalm: false,
  }
  return desk
}

function toVerdict(state: BankRefund['state'], providerReference: string): RefundVerdict {
  return state === 'refused' ? { kind: 'refused', reason: 'not today' } : { kind: state, providerReference }
}
