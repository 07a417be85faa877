import { violatedConstraint } from '@dhakacart/database/transaction.ts'
import { IdempotencyKeyReused } from './errors.ts'

/**
 * The result of a transaction that looked its key up under the lock of one order. Two orders share no lock, so the same key for both
 * in the same moment is found by its unique index alone: the later one is refused as it would be a moment later.
 */
export async function refuseKeyInUse<T>(index: `${string}_key`, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw violatedConstraint(error) === index ? new IdempotencyKeyReused({ cause: error }) : error
  }
}
