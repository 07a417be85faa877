import { getAuditState, listAudit } from '@dhakacart/contract/console-audit.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { badRequest } from '../errors.ts'
import { nextIdCursor, readIdCursor } from '../id-cursor.ts'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as entries from './audit.repository.ts'

const defaultLimit = 50

export function registerAudit(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, listAudit, async (request) => {
    const { after, limit = defaultLimit, ...filter } = request.query
    checkDay(filter.from)
    checkDay(filter.to)
    const found = await entries.list(db, filter, readIdCursor(after), limit)
    return {
      entries: found,
      nextCursor: nextIdCursor(found, limit),
    }
  })

  registerStaff(app, door, getAuditState, async () => {
    const { lastHash, ...state } = await entries.lastCheck(db)
    return { ...state, lastHash: lastHash?.toString('hex') ?? null }
  })
}

function checkDay(day: string | undefined): void {
  if (day === undefined) return
  const instant = new Date(`${day}T00:00:00Z`)
  const isDay = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day)
  if (!isDay) throw badRequest(`There is no ${day} in the calendar.`)
}
