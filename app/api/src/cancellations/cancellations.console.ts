import { decideCancellation } from '@dhakacart/contract/cancellations.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as cancellations from './cancellations.service.ts'

export function registerConsoleCancellations(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, decideCancellation, async ({ params, body }, _reply, staff) =>
    cancellations.decide(db, staff, { ...params, ...body }),
  )
}
