import type { DifferenceKind } from '@dhakacart/contract/console-reconciliation.schema.ts'
import { useWords, type Words } from '../../words.ts'

type Props = { kind: DifferenceKind; said: Readonly<Record<string, unknown>> }

/** What one of the two books says: each thing it knows, named. */
export function BookSide({ kind, said }: Props) {
  const words = useWords()
  const { reconciliation } = words.texts
  const names: Readonly<Record<string, string>> = reconciliation.fields
  const known = Object.entries(said).filter(([, value]) => value !== null && value !== '')
  if (known.length === 0) return <span className="muted">{reconciliation.nothing}</span>
  return (
    <ul className="small">
      {known.map(([name, value]) => (
        <li key={name}>
          <span className="muted">{names[name] ?? name}:</span> {valueText(name, value, kind, words)}
        </li>
      ))}
    </ul>
  )
}

function valueText(name: string, value: unknown, kind: DifferenceKind, { texts, money }: Words): string {
  if (name === 'amountPaisa' && typeof value === 'number') return money(value)
  if (name !== 'state' && name !== 'kind') return String(value)
  const states: Readonly<Record<string, string>> = kind.startsWith('refund')
    ? texts.refunds.states
    : { ...texts.refunds.states, ...texts.payments.attemptStates }
  // A provider that does not know the refund says so in this word of ours.
  return value === 'unknown' ? texts.reconciliation.notKnown : (states[String(value)] ?? String(value))
}
