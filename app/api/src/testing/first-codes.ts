import { randomBytes } from 'node:crypto'
import type { Db } from '@dhakacart/database/connect.ts'
import type { ClaimedJob } from '../jobs/jobs.repository.ts'
import { sendFirstCode, sendFirstCodeOf } from '../orders/orders.confirmation.ts'

/** The jobs that send the first code of an order. */
export function readFirstCodes(db: Db): Promise<ClaimedJob[]> {
  return db
    .selectFrom('jobs')
    .select(['id', 'kind', 'payload', 'attempts'])
    .where('kind', '=', sendFirstCode)
    .orderBy('id')
    .execute()
}

/** Does what the worker does next for orders that wait for their first code; other jobs stay as they are. */
export async function sendFirstCodes(db: Db): Promise<void> {
  for (const job of await readFirstCodes(db)) await sendFirstCodeOf({ db, randomBytes }, job)
}
