import Type, { type Static } from 'typebox'
import { paymentMethods } from './payment-methods.ts'
import { defineRoute } from './route.ts'
import { errorResponses, Instant, nullable, Paisa, strict } from './shapes.ts'

export const onlineMethods = ['bkash', 'nagad', 'sslcommerz'] as const
export type OnlineMethod = (typeof onlineMethods)[number]
export const OnlineMethod = Type.Enum([...onlineMethods])

/**
 * starting: the provider is being asked for its page. refused: it gave none, and asking again would not change that. abandoned:
 * the shopper came back without having paid, as it seems.
 */
export const attemptStates = ['starting', 'started', 'abandoned', 'paid', 'failed', 'refused', 'expired'] as const
export type AttemptState = (typeof attemptStates)[number]

/** by_hand: people give the money back, because the provider cannot. refused: the provider said no, and people look at it. */
export const refundStates = ['requested', 'sending', 'processing', 'done', 'refused', 'by_hand'] as const
export type RefundState = (typeof refundStates)[number]

/** The longest plan of instalments that any bank of Bangladesh offers. */
export const maxInstalmentMonths = 48
/** More banks than have cards here. */
export const maxInstalmentPlans = 40
/** A bank that keeps more than this for instalments is a slip of the hand. */
export const maxInstalmentFeeBasisPoints = 3_000

const BankName = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })

/** Months over which a bank lets a card pay, through SSLCOMMERZ, and what it takes of the whole amount for it. */
const InstalmentPlan = strict({
  bank: strict({ en: BankName, bn: BankName }),
  months: Type.Array(Type.Integer({ minimum: 2, maximum: maxInstalmentMonths }), {
    minItems: 1,
    maxItems: 12,
    uniqueItems: true,
  }),
  /** In hundredths of a percent, on top of the amount, by the bank; 0: nothing. */
  feeBasisPoints: Type.Integer({ minimum: 0, maximum: maxInstalmentFeeBasisPoints }),
})
export type InstalmentPlan = Static<typeof InstalmentPlan>

/** What the owner decides about instalments; without plans none are offered. */
export const Instalments = strict({
  /** Smallest amount that can be paid in instalments. */
  minPaisa: Paisa,
  plans: Type.Array(InstalmentPlan, { maxItems: maxInstalmentPlans }),
})
export type Instalments = Static<typeof Instalments>

/** Months that can be chosen for an amount, each with the banks that offer it, shortest first; empty where none can be. */
export function instalmentChoices(
  { minPaisa, plans }: Instalments,
  amountPaisa: number,
): { months: number; plans: InstalmentPlan[] }[] {
  if (amountPaisa < minPaisa) return []
  const all = [...new Set(plans.flatMap(({ months }) => months))].toSorted((one, other) => one - other)
  return all.map((months) => ({ months, plans: plans.filter((plan) => plan.months.includes(months)) }))
}

export const OfferedMethods = Type.Object({
  /** In the order in which they are shown. */
  methods: Type.Array(Type.Enum([...paymentMethods])),
  /** What those that do not take every amount take in one payment. */
  amounts: Type.Array(Type.Object({ method: OnlineMethod, minPaisa: Paisa, maxPaisa: Paisa })),
  /** null: nobody offers them. */
  instalments: nullable(Instalments),
})
export type OfferedMethods = Static<typeof OfferedMethods>

export const paymentMethodsOffered = defineRoute({
  method: 'GET',
  url: '/api/payments/methods',
  schema: {
    summary: 'The ways to pay that are offered now, and the terms of instalments',
    tags: ['payments'],
    response: { 200: OfferedMethods, ...errorResponses },
  },
})

export const PaymentAttempt = Type.Object({
  method: OnlineMethod,
  state: Type.Enum([...attemptStates]),
  amountPaisa: Paisa,
  startedAt: Instant,
  /** Where the shopper pays; null before the provider said so, and when this attempt is over. */
  redirectUrl: nullable(Type.String()),
})

/** How the money of an order stands, for whoever holds its token. */
export const OrderPayment = Type.Object({
  /** What is to be paid online before the order goes on; 0 when nothing is. */
  dueNowPaisa: Paisa,
  /** Paid online and kept. */
  paidPaisa: Paisa,
  /** Left to be paid in cash at the door. */
  onDeliveryPaisa: Paisa,
  /** Ways to pay what is due now that take this amount; empty when it cannot be paid any more. */
  methods: Type.Array(OnlineMethod),
  /** Terms of instalments for what is due now; null: they cannot be chosen. Absent from an api of the release before. */
  instalments: Type.Optional(nullable(Instalments)),
  /** Months that can be chosen for what is due now, for a storefront of the release before. Record 043 says when it goes. */
  instalmentMonths: Type.Array(Type.Integer()),
  /** The latest start of a payment. */
  attempt: nullable(PaymentAttempt),
  /** A provider is still being asked whether it was paid. */
  isBeingChecked: Type.Boolean(),
  /** A person of the shop looks at the payment before the order is packed. */
  isUnderReview: Type.Boolean(),
  refunds: Type.Array(
    Type.Object({
      amountPaisa: Paisa,
      isDone: Type.Boolean(),
      requestedAt: Instant,
      doneAt: nullable(Instant),
    }),
  ),
})
export type OrderPayment = Static<typeof OrderPayment>

const tokenParams = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) })

export const getOrderPayment = defineRoute({
  method: 'GET',
  url: '/api/orders/:token/payment',
  schema: {
    summary: 'How the money of an order stands: what is due, what was paid, what goes back',
    tags: ['payments'],
    params: tokenParams,
    response: { 200: OrderPayment, ...errorResponses },
  },
})

export const StartPayment = strict({
  method: OnlineMethod,
  instalmentMonths: nullable(Type.Integer({ minimum: 2, maximum: maxInstalmentMonths })),
})
export type StartPayment = Static<typeof StartPayment>

export const startPayment = defineRoute({
  method: 'POST',
  url: '/api/orders/:token/payments',
  schema: {
    summary: 'Begins to pay what is due; again is fine and gives the same page while it is open',
    tags: ['payments'],
    params: tokenParams,
    body: StartPayment,
    response: { 200: PaymentAttempt, ...errorResponses },
  },
})
