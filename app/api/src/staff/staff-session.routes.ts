import { getStaffSession, signOutStaff } from '@dhakacart/contract/console-session.schema.ts'
import { permissionsOf } from '@dhakacart/contract/staff-permissions.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { register } from '../register.ts'
import { registerStaff } from './register-staff.ts'
import * as staffRows from './staff.repository.ts'
import type { StaffDoor } from './staff-door.ts'
import * as sessions from './staff-sessions.repository.ts'

export function registerStaffSession(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, getStaffSession, async (_request, _reply, { id, name, role }) => ({
    staff: { id, name, role, email: await staffRows.emailOf(db, id), permissions: [...permissionsOf[role]] },
  }))

  register(app, signOutStaff, async (request, reply) => {
    const tokenHash = door.cookie.readHash(request)
    if (tokenHash !== null) await sessions.remove(db, tokenHash)
    door.cookie.clear(reply)
    reply.header('cache-control', 'no-store')
    return {}
  })
}
