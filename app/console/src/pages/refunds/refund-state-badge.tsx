import type { RefundState } from '@dhakacart/contract/payments.schema.ts'
import { Badge } from '../../components/badge.tsx'
import { useWords } from '../../words.ts'

const tones = {
  requested: 'info',
  sending: 'info',
  processing: 'info',
  done: 'good',
  refused: 'stop',
  by_hand: 'warn',
} as const satisfies Record<RefundState, string>

/** How far a refund got. */
export function RefundStateBadge({ state }: { state: RefundState }) {
  const { texts } = useWords()
  return <Badge tone={tones[state]}>{texts.refunds.states[state]}</Badge>
}
