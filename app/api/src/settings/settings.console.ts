import { getSettings, saveSettings } from '@dhakacart/contract/console-settings.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as settings from './settings.service.ts'

export function registerConsoleSettings(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, getSettings, async () => settings.readVersioned(db))
  registerStaff(app, door, saveSettings, async (request, _reply, staff) => settings.save(db, staff, request.body))
}
