import { listReceivables, settleReceivable } from '@dhakacart/contract/console-receivables.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { nextIdCursor, readIdCursor } from '../id-cursor.ts'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as rows from './receivables.repository.ts'
import * as receivables from './receivables.service.ts'

const defaultLimit = 50

export function registerConsoleReceivables(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, listReceivables, async ({ query: { courier = null, after, limit = defaultLimit } }) => {
    const found = await rows.listOwed(db, courier, readIdCursor(after), limit)
    const ids = found.map(({ orderId: id }) => ({ id }))
    return { receivables: found, owed: await rows.sumOwed(db), nextCursor: nextIdCursor(ids, limit) }
  })

  registerStaff(app, door, settleReceivable, async ({ params, body }, _reply, staff) =>
    receivables.settleByHand(db, staff, params.id, body),
  )
}
