import { define } from '../define-error.ts'

export const ReceivableNotFound = define(
  'RECEIVABLE_NOT_FOUND',
  'Nothing was taken at the door for this order. It was paid before, or has not been delivered.',
)
export const FeeTooLarge = define(
  'FEE_TOO_LARGE',
  'More was kept for carrying than was collected. Read both amounts again; what was collected is all of it, before anything was kept.',
)
export const ReceivableSettled = define(
  'RECEIVABLE_SETTLED',
  'The money of this order has come already, and details says how much. Read it again.',
)
