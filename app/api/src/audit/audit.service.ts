import type { AuditAction, AuditSubject } from '@dhakacart/contract/audit-actions.ts'
import type { AuditDetailName, AuditSettingName } from '@dhakacart/contract/audit-details.ts'
import type { Tx } from '@dhakacart/database/connect.ts'
import * as entries from './audit.repository.ts'

/** Who did it: a member of staff, or the shop itself (a job, a command on the server) with id null. */
export type AuditActor = { id: number | null; name: string; role: string }

export type AuditEntry = {
  /** What was done, in the past tense after its feature: `orders.cancelled`. */
  action: AuditAction
  /** To what, as kind and id: `order:123`. */
  subject: `${AuditSubject}:${string}`
  /** What a reader needs to understand it. Ids and values; never a secret, never a name, phone or address. */
  detail: Readonly<Partial<Record<AuditDetailName | AuditSettingName, unknown>>>
}

/** Writes down what `tx` does; undone with it. Entries are never changed or deleted. */
export async function record(tx: Tx, { id, name, role }: AuditActor, entry: AuditEntry): Promise<void> {
  await entries.insert(tx, { staffId: id, staffName: name, staffRole: role, ...entry })
}

/** Who acts when nobody of the staff does: a job, or a rule. */
export const theShop: AuditActor = { id: null, name: 'DhakaCart', role: 'system' }
