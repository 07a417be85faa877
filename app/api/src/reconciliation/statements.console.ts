import * as contract from '@dhakacart/contract/console-statements.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { idPage, readIdCursor } from '../id-cursor.ts'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as statements from './statements.service.ts'

const pageSize = 20

export function registerConsoleStatements(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, contract.importStatement, async ({ body }, _reply, staff) =>
    statements.importFile(db, staff, body),
  )

  registerStaff(app, door, contract.listStatements, async ({ query: { after, limit = pageSize } }) => {
    const found = await statements.list(db, readIdCursor(after), limit + 1)
    const { page, nextCursor } = idPage(found, limit)
    return { statements: page, nextCursor }
  })

  registerStaff(app, door, contract.readStatement, async ({ params }) => statements.read(db, params.id))
}
