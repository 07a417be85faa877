import type { Tx } from '@dhakacart/database/connect.ts'
import type { PaymentOutcome, VerifiedPayment } from './payments.service.ts'

/** What became of this payment when it was first heard of; null the first time. */
export async function findOutcome(tx: Tx, payment: VerifiedPayment): Promise<PaymentOutcome | null> {
  const row = await tx
    .selectFrom('payments')
    .select('state')
    .where('method', '=', payment.method)
    .where('providerReference', '=', payment.providerReference)
    .executeTakeFirst()
  return (row?.state as PaymentOutcome | undefined) ?? null
}

export async function insert(tx: Tx, payment: VerifiedPayment, outcome: PaymentOutcome): Promise<void> {
  await tx
    .insertInto('payments')
    .values({ ...payment, state: outcome })
    .execute()
}
