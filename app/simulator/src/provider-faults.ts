/** Everything this process pretends to be. */
export const providers = ['sslcommerz', 'bkash', 'nagad', 'pathao', 'steadfast', 'sms'] as const
export type Provider = (typeof providers)[number]

type FaultMeaning = {
  /** A call fault strikes one request; a transaction fault belongs to one payment, refund, parcel or message. */
  readonly scope: 'call' | 'transaction'
  readonly of: readonly Provider[]
  readonly means: string
}

const gateways = ['sslcommerz', 'bkash', 'nagad'] as const
const couriers = ['pathao', 'steadfast'] as const

/** What can go wrong, for whom, and how it looks to the merchant. Their order gives each its telephone number. */
export const faultTable = {
  unreachable: {
    scope: 'call',
    of: providers,
    means: 'The connection is closed without an answer, and nothing was done.',
  },
  down: { scope: 'call', of: providers, means: 'Answers 503 as the provider does in maintenance; nothing was done.' },
  slow: { scope: 'call', of: providers, means: 'Does what was asked, after a wait of 30 seconds.' },
  token_limited: {
    scope: 'call',
    of: ['bkash', 'pathao'],
    means: 'Refuses to grant a token, as after too many grants.',
  },
  timeout_after_success: {
    scope: 'transaction',
    of: providers,
    means: 'Does what was asked and never answers: once for each kind of request about this transaction.',
  },
  insufficient_balance: {
    scope: 'transaction',
    of: gateways,
    means: 'The payer has agreed, but has too little money.',
  },
  ipn_duplicate: { scope: 'transaction', of: ['sslcommerz'], means: 'The notification comes three times.' },
  ipn_before_redirect: {
    scope: 'transaction',
    of: ['sslcommerz'],
    means: 'The notification has been answered before the shopper is sent back.',
  },
  ipn_never: { scope: 'transaction', of: ['sslcommerz'], means: 'No notification comes.' },
  ipn_late: { scope: 'transaction', of: ['sslcommerz'], means: 'The notification comes three hours later.' },
  tampered_amount: {
    scope: 'transaction',
    of: ['sslcommerz'],
    means: 'Return and notification name twice the amount; the provider itself knows the true one.',
  },
  paid_other_amount: { scope: 'transaction', of: gateways, means: 'Really paid is 10 taka less than was asked for.' },
  wrong_signature: {
    scope: 'transaction',
    of: ['sslcommerz', 'nagad'],
    means: 'A signature does not fit: of return and notification (SSLCOMMERZ), of the answers (Nagad).',
  },
  wrong_tran_id: {
    scope: 'transaction',
    of: gateways,
    means:
      'The return and the notification (SSLCOMMERZ), or the provider’s answer (bKash, Nagad), names another order.',
  },
  risk_flag: {
    scope: 'transaction',
    of: ['sslcommerz'],
    means: 'Paid, with risk_level 1: the provider advises to hold it.',
  },
  forged_return: {
    scope: 'transaction',
    of: gateways,
    means: 'A shopper who did not pay comes back claiming success; nothing else says so.',
  },
  return_never: { scope: 'transaction', of: gateways, means: 'The shopper pays and never comes back: a closed tab.' },
  refund_refused: { scope: 'transaction', of: ['sslcommerz', 'bkash'], means: 'A refund is refused.' },
  refund_slow: { scope: 'transaction', of: ['sslcommerz'], means: 'A refund is processing for two days.' },
  query_forgets: {
    scope: 'transaction',
    of: providers,
    means: 'Asked later about this transaction, the provider says it does not know it.',
  },
  report_lacks: { scope: 'transaction', of: gateways, means: 'The settlement report leaves the payment out.' },
  report_amount_differs: { scope: 'transaction', of: gateways, means: 'The settlement report has 1 taka less.' },
  status_never: { scope: 'transaction', of: couriers, means: 'No webhook comes; only asking tells the status.' },
  status_late: { scope: 'transaction', of: couriers, means: 'Webhooks come three hours later.' },
  status_duplicate: { scope: 'transaction', of: couriers, means: 'Every webhook comes three times.' },
  status_forged: {
    scope: 'transaction',
    of: couriers,
    means: 'Right after booking, a webhook claims that the parcel was delivered; it was not.',
  },
  approval_pending: {
    scope: 'transaction',
    of: ['steadfast'],
    means: 'Delivered and cancelled stay …_approval_pending until somebody approves them at /control.',
  },
  delivery_unknown: { scope: 'transaction', of: ['sms'], means: 'No delivery report ever becomes final.' },
  delivery_failed: { scope: 'transaction', of: ['sms'], means: 'The message is accepted and not delivered.' },
  token_expired: {
    scope: 'call',
    of: ['pathao'],
    means: 'Answers 401 to a token that was granted and should still be good; nothing was done.',
  },
  empty_list: { scope: 'call', of: ['pathao'], means: 'A list of cities, zones or areas comes empty.' },
  rate_limited: {
    scope: 'call',
    of: couriers,
    means: 'Answers 429 without a Retry-After, as after too many requests; nothing was done.',
  },
  status_reversed: {
    scope: 'transaction',
    of: couriers,
    means: 'The webhook of the end comes at once, those of everything before it three hours later.',
  },
  status_outdated: {
    scope: 'transaction',
    of: couriers,
    means: 'Asked within a minute of a change, the courier still tells the status before.',
  },
  status_undocumented: {
    scope: 'transaction',
    of: couriers,
    means: 'Until its end the parcel has a status that no documentation names.',
  },
} as const satisfies Record<string, FaultMeaning>

export type FaultName = keyof typeof faultTable
export const faultNames = Object.keys(faultTable) as FaultName[]

export function faultsOf(provider: Provider): FaultName[] {
  return faultNames.filter((name) => (faultTable[name].of as readonly Provider[]).includes(provider))
}

/** What a request is for, as far as faults care. */
export type CallKind = 'token' | 'list' | 'other'

/** Whether a fault can strike such a request: some belong to asking for a token, or for a list. */
export function canStrike(fault: FaultName, kind: CallKind): boolean {
  if (fault === 'token_limited') return kind === 'token'
  if (fault === 'token_expired') return kind !== 'token'
  if (fault === 'empty_list') return kind === 'list'
  return isCallFault(fault)
}

export function isCallFault(fault: FaultName): boolean {
  return faultTable[fault].scope === 'call'
}

/** The telephone number that brings this fault: typed by a payer on a provider's page, or a parcel's recipient. */
export function numberOf(fault: FaultName): string {
  return `017000009${String(faultNames.indexOf(fault) + 1).padStart(2, '0')}`
}

/** The fault of a telephone number, if the provider has it. */
export function faultOfNumber(provider: Provider, phone: string): FaultName | null {
  const found = faultsOf(provider).find((fault) => !isCallFault(fault) && numberOf(fault) === phone)
  return found ?? null
}
