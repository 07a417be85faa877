import type { ReturnReason } from '@dhakacart/contract/returns.schema.ts'

/** The contract's limit of a note. */
export const noteLengthMax = 500

export type ReturnDraft = {
  /** Idempotency key of the request. */
  key: string
  reason: ReturnReason | ''
  note: string
  /** Units by variant; those not named stay with the shopper. */
  quantities: Record<number, number>
}
