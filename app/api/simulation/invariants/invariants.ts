import type { DatabaseSession } from '@dhakacart/database/testing/database-session.ts'
import type { Bases } from '../prepare-world.ts'
import { readSnapshot, type Snapshot } from '../snapshot.ts'
import { Violation } from '../violation.ts'
import type { World } from '../world.ts'
import { findBankViolations } from './bank.ts'
import { findCartViolations } from './carts.ts'
import { findCouponViolations } from './coupons.ts'
import { findMessageViolations } from './messages.ts'
import { findMoneyViolations } from './money.ts'
import { findOrderViolations } from './orders.ts'
import { findParcelViolations } from './parcels.ts'
import { findPaymentViolations } from './payments.ts'
import { findReceivableViolations } from './receivables.ts'
import { findSaleViolations } from './sales.ts'
import { findStockViolations } from './stock.ts'

/** Each looks at everything that is committed and says, in one sentence each, which rules are broken. */
const groups = [
  findStockViolations,
  findCartViolations,
  findOrderViolations,
  findPaymentViolations,
  findMoneyViolations,
  findReceivableViolations,
  findCouponViolations,
  findMessageViolations,
]

/** Looks at what is committed. Throws Violation, naming every rule that is broken. */
export async function checkInvariants(
  control: DatabaseSession,
  bases: Bases,
  { bank, depot, judgedOrders }: Pick<World, 'bank' | 'depot' | 'judgedOrders'>,
): Promise<Snapshot> {
  const snapshot = await readSnapshot(control, bases)
  const violations = [
    ...groups.flatMap((findViolations) => findViolations(snapshot)),
    ...findBankViolations(snapshot, bank),
    ...findSaleViolations(snapshot, judgedOrders),
    ...(await findParcelViolations(control, depot)),
  ]
  if (violations.length > 0) throw new Violation(violations.join('; '))
  return snapshot
}
