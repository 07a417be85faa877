import * as contract from '@dhakacart/contract/console-settlements.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { nextIdCursor, readIdCursor } from '../id-cursor.ts'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as settlements from './settlements.service.ts'

const defaultLimit = 50

export function registerConsoleSettlements(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, contract.importSettlement, async ({ body }, _reply, staff) =>
    settlements.importFile(db, staff, body),
  )

  registerStaff(app, door, contract.listSettlements, async ({ query }) => {
    const { after, limit = defaultLimit } = query
    const found = await settlements.list(db, readIdCursor(after), limit)
    return {
      settlements: found,
      nextCursor: nextIdCursor(
        found.map(({ id }) => ({ id: id ?? 0 })),
        limit,
      ),
    }
  })

  registerStaff(app, door, contract.readSettlement, async ({ params }) => settlements.read(db, params.id))
}
