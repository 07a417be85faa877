import type { TakenAmounts } from '@dhakacart/contract/payment-amounts.ts'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'

/** What a provider needs to know to take money for an order. Names and addresses go there and nowhere else. */
export type StartRequest = {
  /** Ours, unique, 10 to 20 letters and digits. */
  reference: string
  amountPaisa: number
  orderNumber: string
  customer: { name: string; phone: string; email: string | null; street: string; city: string }
  itemCount: number
  /** Where the provider sends the shopper back to, whatever happened. */
  returnUrl: string
  /** Where it tells us by itself, for those that do. */
  noticeUrl: string
  /** The shopper's own address, which Nagad asks for. */
  clientAddress: string
  /** Months of instalments the shopper chose; null: all at once. */
  instalmentMonths: number | null
}
export type Started = { session: string; redirectUrl: string }

/** An attempt as a provider knows it. */
export type AskedAttempt = { reference: string; session: string | null; amountPaisa: number }

export type AskOptions = {
  /**
   * true: money that the shopper agreed to may be taken now, where taking is a step of its own (bKash). false: only look, for
   * an order that no longer waits.
   */
  mayCapture: boolean
  /** What a notice carried that helps to find the payment; believed in nothing. */
  hint: string | null
}

/** What a provider says of a payment. Only its own answers to our own questions end up here. */
export type Verdict =
  | { kind: 'paid'; payment: ProvenPayment }
  /** Not paid, and `isFinal`: never will be. */
  | { kind: 'unpaid'; isFinal: boolean; reason: string }

export type ProvenPayment = {
  /** The provider's own id of the payment. */
  providerReference: string
  amountPaisa: number
  /** Says why a person must look before goods leave; null when nobody must. */
  review: string | null
  /** Kind of card, bank, instalments; no numbers of cards or people. */
  detail: Record<string, string>
}

type Notice = { reference: string; payment: string | null }

export type RefundRequest = {
  reference: string
  amountPaisa: number
  /** The amount paid, of which it is a part. */
  paidPaisa: number
  payment: { providerReference: string; session: string | null; reference: string | null }
  orderNumber: string
  reason: string
  /** Ids of refunds of the same payment that the provider told us before. */
  knownReferences: readonly string[]
}

export type RefundVerdict =
  | { kind: 'done'; providerReference: string }
  | { kind: 'processing'; providerReference: string }
  | { kind: 'refused'; reason: string }
  /** The provider knows of no such refund: it may be asked for again. */
  | { kind: 'unknown' }

/** One way to take money online. Every call may throw ProviderProblem: then nobody knows, and asking again is right. */
export type PaymentProvider = {
  method: OnlineMethod
  /** What it takes in one payment; null where none is documented. */
  amounts: TakenAmounts | null
  start(request: StartRequest): Promise<Started>
  ask(attempt: AskedAttempt, options: AskOptions): Promise<Verdict>
  /**
   * Reads what the provider, or a browser it sent back, posts to us: which attempt of ours it speaks of, and its own id of the
   * payment. null when it is not signed as the provider signs. null for a provider that signs nothing.
   */
  readNotice: ((form: URLSearchParams) => Notice | null) | null
  /** null: the provider has no interface for it, so people give the money back in its portal. */
  refunds: {
    send(request: RefundRequest): Promise<RefundVerdict>
    /** What became of a refund that was sent, or may have been. */
    ask(request: RefundRequest & { refundReference: string | null }): Promise<RefundVerdict>
  } | null
}

export type PaymentProviders = ReadonlyMap<OnlineMethod, PaymentProvider>

/** What those providers that do not take every amount take in one payment. */
export function amountsTaken(providers: PaymentProviders): ReadonlyMap<OnlineMethod, TakenAmounts> {
  return new Map([...providers].flatMap(([method, { amounts }]) => (amounts === null ? [] : [[method, amounts]])))
}

export type ProblemKind =
  /** No answer in time, or none at all: it may have happened. */
  | 'unanswered'
  /** Too many requests to it are on their way already, or it failed too often just now: it was not asked. */
  | 'not_asked'
  /** It answered, and said no to us. */
  | 'refused'
  /** It answered something we cannot read or may not believe. */
  | 'garbled'

/** A provider that gave no answer we can use. The message names provider, operation and code, never a secret or a person. */
export class ProviderProblem extends Error {
  override readonly name = 'ProviderProblem'
  readonly kind: ProblemKind
  readonly method: OnlineMethod

  constructor(method: OnlineMethod, kind: ProblemKind, message: string) {
    super(`${method}: ${message}`)
    this.method = method
    this.kind = kind
  }
}
