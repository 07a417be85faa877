import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'

export type Tone = 'good' | 'warn' | 'stop' | 'info' | 'quiet'

/** One word about a state; colour never says it alone. */
export function Badge({ tone = 'quiet', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>
}

const tones: Record<OrderState, Tone> = {
  pending_confirmation: 'warn',
  pending_payment: 'warn',
  confirmed: 'info',
  packed: 'info',
  shipped: 'info',
  delivered: 'good',
  expired: 'quiet',
  cancelled: 'quiet',
  delivery_failed: 'stop',
  return_requested: 'warn',
  returned: 'quiet',
}

/** The state of an order, named and coloured the same everywhere. */
export function OrderStateBadge({ state }: { state: OrderState }) {
  const { texts } = useWords()
  return <Badge tone={tones[state]}>{texts.orderStates[state]}</Badge>
}
