import type { ConsoleMessage } from '@dhakacart/contract/console-messages.schema.ts'
import { Badge } from '../../components/badge.tsx'
import { useWords, type Words } from '../../words.ts'

const tones = {
  queued: 'info',
  sending: 'info',
  sent: 'good',
  delivered: 'good',
  failed: 'stop',
  unknown: 'warn',
} as const satisfies Record<ConsoleMessage['state'], string>

/** How far a message got. */
export function MessageStateBadge({ state }: { state: ConsoleMessage['state'] }) {
  const { texts } = useWords()
  return <Badge tone={tones[state]}>{texts.messages.states[state]}</Badge>
}

/** The name of what was said. */
export function templateText(template: string, { texts: { messages } }: Words): string {
  const known: Readonly<Record<string, string>> = messages.templates
  return known[template] ?? template
}

/** Why a message did not go; a provider's own code stands as it is. */
export function failureText(failure: string, { texts: { messages } }: Words): string {
  const known: Readonly<Record<string, string>> = messages.failures
  return known[failure] ?? failure
}
