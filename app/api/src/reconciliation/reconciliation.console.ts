import * as contract from '@dhakacart/contract/console-reconciliation.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { readIdCursor } from '../id-cursor.ts'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as rows from './reconciliation.repository.ts'
import * as reconciliation from './reconciliation.service.ts'

const pageSize = 50

export function registerConsoleReconciliation(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, contract.listReconciliationRuns, async ({ query: { after, limit = pageSize } }) => {
    const found = await rows.listRuns(db, after === undefined ? null : readIdCursor(after), limit + 1)
    return { runs: found.slice(0, limit), nextCursor: nextCursor(found, limit) }
  })

  registerStaff(app, door, contract.listDifferences, async ({ query: { after, limit = pageSize, ...filter } }) => {
    const beforeId = after === undefined ? null : readIdCursor(after)
    const found = await rows.listDifferences(db, { ...filter, beforeId }, limit + 1)
    return { differences: found.slice(0, limit), nextCursor: nextCursor(found, limit) }
  })

  registerStaff(app, door, contract.resolveDifference, async ({ params, body }, _reply, staff) =>
    reconciliation.resolve(db, staff, params.id, { ...body, note: body.note.trim() }),
  )
}

function nextCursor(found: readonly { id: number }[], limit: number): string | null {
  const last = found[limit - 1]
  return found.length > limit && last !== undefined ? String(last.id) : null
}
