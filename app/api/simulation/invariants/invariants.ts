import type { DatabaseSession } from '@dhakacart/database/testing/database-session.ts'
import type { Bases } from '../prepare-world.ts'
import { readSnapshot, type Snapshot } from '../snapshot.ts'
import { Violation } from '../violation.ts'
import { findCartViolations } from './carts.ts'
import { findMessageViolations } from './messages.ts'
import { findOrderViolations } from './orders.ts'
import { findPaymentViolations } from './payments.ts'
import { findStockViolations } from './stock.ts'

/** Each looks at everything that is committed and says, in one sentence each, which rules are broken. */
const groups = [
  findStockViolations,
  findCartViolations,
  findOrderViolations,
  findPaymentViolations,
  findMessageViolations,
]

/** Looks at what is committed. Throws Violation, naming every rule that is broken. */
export async function checkInvariants(control: DatabaseSession, bases: Bases): Promise<Snapshot> {
  const snapshot = await readSnapshot(control, bases)
  const violations = groups.flatMap((findViolations) => findViolations(snapshot))
  if (violations.length > 0) throw new Violation(violations.join('; '))
  return snapshot
}
