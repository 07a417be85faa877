import * as contract from '@dhakacart/contract/console-reconciliation.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { idPage, readIdCursor } from '../id-cursor.ts'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as rows from './reconciliation.repository.ts'
import * as reconciliation from './reconciliation.service.ts'

const pageSize = 50

export function registerConsoleReconciliation(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, contract.listReconciliationRuns, async ({ query: { after, limit = pageSize } }) => {
    const found = await rows.listRuns(db, readIdCursor(after), limit + 1)
    const { page: runs, nextCursor } = idPage(found, limit)
    return { runs, nextCursor }
  })

  registerStaff(app, door, contract.listDifferences, async ({ query: { after, limit = pageSize, ...filter } }) => {
    const found = await rows.listDifferences(db, { ...filter, beforeId: readIdCursor(after) }, limit + 1)
    const { page: differences, nextCursor } = idPage(found, limit)
    return { differences, nextCursor }
  })

  registerStaff(app, door, contract.resolveDifference, async ({ params, body }, _reply, staff) =>
    reconciliation.resolve(db, staff, params.id, { ...body, note: body.note.trim() }),
  )
}
