import { type Permission, permissionsOf, type StaffRole } from '@dhakacart/contract/staff-permissions.ts'

/** The member of staff who makes a request. */
export type StaffIdentity = {
  id: number
  name: string
  role: StaffRole
  can(permission: Permission): boolean
}

export function staffIdentity({ id, name, role }: { id: number; name: string; role: StaffRole }): StaffIdentity {
  const allowed = new Set<Permission>(permissionsOf[role])
  return { id, name, role, can: (permission) => allowed.has(permission) }
}
