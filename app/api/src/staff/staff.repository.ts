import type { StaffRole } from '@dhakacart/contract/staff-permissions.ts'
import type { DbOrTx } from '@dhakacart/database/connect.ts'

export async function emailOf(db: DbOrTx, id: number): Promise<string> {
  const { email } = await db.selectFrom('staff').select('email').where('id', '=', id).executeTakeFirstOrThrow()
  return email
}

export async function insert(db: DbOrTx, staff: { email: string; name: string; role: StaffRole }): Promise<number> {
  const { id } = await db.insertInto('staff').values(staff).returning('id').executeTakeFirstOrThrow()
  return id
}
