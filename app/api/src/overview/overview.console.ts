import { getOverview, type Overview } from '@dhakacart/contract/overview.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { countProblems } from '../orders/console-orders.service.ts'
import { measureOwed } from '../receivables/receivables.repository.ts'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import { countStock, countWaiting, listDays } from './overview.repository.ts'

/** A day's worth of opened consoles asks for this often; each statement reads an index over open orders or fourteen days. */
export function registerOverview(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, getOverview, async () => {
    const series = await listDays(db)
    const [yesterday, today] = series.slice(-2) as [Overview['today'], Overview['today']]
    return {
      today,
      yesterday,
      waiting: await countWaiting(db),
      problems: await countProblems(db),
      ...(await countStock(db)),
      owed: await measureOwed(db),
      series,
    }
  })
}
