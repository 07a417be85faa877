import { getInstalmentTerms, saveInstalmentTerms } from '@dhakacart/contract/console-instalments.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as instalments from './instalments.service.ts'

export function registerConsoleInstalments(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, getInstalmentTerms, async () => instalments.readVersioned(db))
  registerStaff(app, door, saveInstalmentTerms, async (request, _reply, staff) =>
    instalments.save(db, staff, request.body),
  )
}
