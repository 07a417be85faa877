import type { Snapshot, SnapshotOrder } from '../snapshot.ts'

/** Whoever has a confirmed order is told once: a promise, kept as a job, until it is a message. */
export function findMessageViolations(snapshot: Snapshot): string[] {
  const { orders, jobs, messages } = snapshot
  const sentJobs = new Set(messages.map(({ jobId }) => jobId))
  return [
    ...orders.flatMap((order) => findOrderMessageViolations(snapshot, order)),
    ...jobs
      .filter(({ id }) => sentJobs.has(id))
      .map(({ orderId }) => `a message of order ${orderId} will be sent again`),
    ...jobs.filter(({ isGivenUp }) => isGivenUp).map(({ error }) => `a job was given up: ${error}`),
  ]
}

function findOrderMessageViolations({ steps, jobs, messages }: Snapshot, order: SnapshotOrder): string[] {
  const isConfirmed = steps.some(({ orderId, to }) => orderId === order.id && to === 'confirmed')
  const told = [...jobs, ...messages].filter(({ orderId }) => orderId === order.id).map(({ channel }) => channel)
  const smsCount = told.filter((channel) => channel === 'sms').length
  const emailCount = told.filter((channel) => channel === 'email').length
  const isCashOnDelivery = order.paymentMethod === 'cash_on_delivery'
  const isFair =
    smsCount === (isConfirmed ? 1 : 0) &&
    emailCount <= (isConfirmed && order.hasEmail ? 1 : 0) &&
    // Whoever pays online is told by SMS alone so far.
    (!isCashOnDelivery || emailCount === (isConfirmed && order.hasEmail ? 1 : 0))
  if (isFair) return []
  return [`order ${order.id} (${isConfirmed ? '' : 'not '}confirmed): ${smsCount} SMS and ${emailCount} e-mails`]
}
