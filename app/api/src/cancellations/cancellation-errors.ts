import { define } from '../define-error.ts'

export const CancellationNotFound = define(
  'CANCELLATION_NOT_FOUND',
  'There is no such request to cancel. List the requests of the order.',
)
export const CancellationOpen = define(
  'CANCELLATION_OPEN',
  'Cancelling this order has been asked for already. Wait for the decision, or take that request back.',
)
export const CancellationSettled = define(
  'CANCELLATION_SETTLED',
  'The request to cancel is decided or closed already. Read the requests of the order again.',
)
