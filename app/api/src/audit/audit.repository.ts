import type { Tx } from '@dhakacart/database/connect.ts'

export type NewAuditEntry = {
  staffId: number | null
  staffName: string
  staffRole: string
  action: string
  subject: string
  detail: object
}

export async function insert(tx: Tx, { detail, ...entry }: NewAuditEntry): Promise<void> {
  await tx
    .insertInto('auditEntries')
    .values({ ...entry, detail: JSON.stringify(detail) })
    .execute()
}
