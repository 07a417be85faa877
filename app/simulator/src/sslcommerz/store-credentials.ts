import { timingSafeEqual } from 'node:crypto'
import type { Simulator } from '../simulator.ts'

/** Whether a query names this store with its password. */
export function isOurStore({ keys }: Simulator, query: Readonly<Record<string, string>>): boolean {
  const { storeId, storePassword } = keys.sslcommerz
  return isSame(query.store_id ?? '', storeId) && isSame(query.store_passwd ?? '', storePassword)
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
