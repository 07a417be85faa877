import { define } from '../define-error.ts'

export const ReceivableNotFound = define(
  'RECEIVABLE_NOT_FOUND',
  'Nothing was taken at the door for this order. It was paid before, or has not been delivered.',
)
export const ReceivableSettled = define(
  'RECEIVABLE_SETTLED',
  'The money of this order has come already, and details says how much. Read it again.',
)
