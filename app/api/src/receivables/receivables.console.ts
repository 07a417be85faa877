import { listReceivables, settleReceivable } from '@dhakacart/contract/console-receivables.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { idPage, readIdCursor } from '../id-cursor.ts'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as rows from './receivables.repository.ts'
import * as receivables from './receivables.service.ts'

const defaultLimit = 50

export function registerConsoleReceivables(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, listReceivables, async ({ query: { courier = null, after, limit = defaultLimit } }) => {
    const found = await rows.listOwed(db, courier, readIdCursor(after), limit + 1)
    const { page, nextCursor } = idPage(
      found.map((receivable) => ({ ...receivable, id: receivable.orderId })),
      limit,
    )
    const receivables = page.map(({ id: _, ...receivable }) => receivable)
    return { receivables, owed: await rows.sumOwed(db), nextCursor }
  })

  registerStaff(app, door, settleReceivable, async ({ params, body }, _reply, staff) =>
    receivables.settleByHand(db, staff, params.id, body),
  )
}
