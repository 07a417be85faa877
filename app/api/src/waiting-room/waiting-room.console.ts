import { getConsoleRoom, runConsoleRoom } from '@dhakacart/contract/console-waiting-room.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as service from './console-rooms.service.ts'

export function registerConsoleRooms(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, getConsoleRoom, async ({ params }) => service.getRoom(db, params.saleId))
  registerStaff(app, door, runConsoleRoom, async ({ params, body }, _reply, staff) =>
    service.runRoom(db, staff, params.saleId, body),
  )
}
