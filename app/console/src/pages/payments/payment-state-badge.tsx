import type { ConsolePayment } from '@dhakacart/contract/console-payments.schema.ts'
import { Badge } from '../../components/badge.tsx'
import { useWords } from '../../words.ts'

type PaymentState = ConsolePayment['state']

const tones = { accepted: 'good', refund_due: 'warn' } as const satisfies Record<PaymentState, string>
export const paymentStates = Object.keys(tones) as PaymentState[]

/** Whether a payment is kept. */
export function PaymentStateBadge({ state }: { state: PaymentState }) {
  const { texts } = useWords()
  return <Badge tone={tones[state]}>{texts.payments.states[state]}</Badge>
}
