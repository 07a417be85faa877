import type { CancellationReason } from '@dhakacart/contract/cancellations.schema.ts'

export type CancellationDraft = {
  /** Idempotency key of the request. */
  key: string
  reason: CancellationReason | ''
  note: string
}
