import type { Channel } from '../messages.repository.ts'

export type OutgoingMessage = {
  /** Ours; the same on every attempt. */
  id: number
  recipient: string
  subject: string | null
  body: string
}

/**
 * What became of an attempt. `refused`: certainly not sent, and worth another try unless final. `unknown`: it may have been sent, so
 * it must not be sent again. Reasons are codes: never a name, a number or a text.
 */
export type SendOutcome =
  | { kind: 'sent'; providerMessageId: string | null }
  | { kind: 'refused'; reason: string; isFinal: boolean }
  | { kind: 'unknown'; reason: string }

/** `sent`: no news, ask later. */
export type DeliveryReport = 'sent' | 'delivered' | 'failed'

/** Somebody who delivers messages. Neither function throws for anything the provider or the network does. */
export type MessageProvider = {
  name: string
  /** Messages one process may be sending at once. */
  concurrency: number
  send(message: OutgoingMessage): Promise<SendOutcome>
  /** null when the provider did not answer. Absent where a provider reports nothing. */
  readReport?(providerMessageId: string): Promise<DeliveryReport | null>
  close(): void
}

export type MessageProviders = Partial<Record<Channel, MessageProvider>>
