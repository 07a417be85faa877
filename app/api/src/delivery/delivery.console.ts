import * as contract from '@dhakacart/contract/console-delivery.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as delivery from './console-delivery.service.ts'

export function registerConsoleDelivery(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, contract.listConsoleZones, async () => ({ zones: await delivery.listZones(db) }))
  registerStaff(app, door, contract.createZone, async (request, _reply, staff) =>
    delivery.createZone(db, staff, request.headers['idempotency-key'], request.body),
  )
  registerStaff(app, door, contract.saveZone, async (request, _reply, staff) =>
    delivery.saveZone(db, staff, request.params.code, request.body),
  )
  registerStaff(app, door, contract.removeZone, async (request, _reply, staff) => ({
    zones: await delivery.removeZone(db, staff, request.params.code),
  }))
  registerStaff(app, door, contract.listConsolePlaces, async () => ({ districts: await delivery.listPlaces(db) }))
  registerStaff(app, door, contract.moveUpazilas, async (request, _reply, staff) => ({
    zones: await delivery.moveUpazilas(db, staff, request.body.zoneCode, request.body.upazilas),
  }))
}
