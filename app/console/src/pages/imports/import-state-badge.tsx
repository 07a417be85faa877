import type { Import } from '@dhakacart/contract/console-imports.schema.ts'
import { Badge, type Tone } from '../../components/badge.tsx'
import { useWords } from '../../words.ts'

const tones: Record<Import['state'], Tone> = {
  receiving: 'info',
  checking: 'info',
  checked: 'warn',
  applying: 'info',
  done: 'good',
  cancelled: 'quiet',
}

/** The state of an import, named and coloured the same everywhere. */
export function ImportStateBadge({ state }: { state: Import['state'] }) {
  const { texts } = useWords()
  return <Badge tone={tones[state]}>{texts.imports.states[state]}</Badge>
}
