import * as contract from '@dhakacart/contract/console-courier-places.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { nextIdCursor, readIdCursor } from '../id-cursor.ts'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as placeRows from './places.repository.ts'
import * as places from './places.service.ts'

const defaultLimit = 50
/** The one courier with numbers for places. */
const courier = 'pathao'

export function registerConsoleCourierPlaces(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, contract.listCourierPlaces, async ({ query }) => {
    const { after, limit = defaultLimit, state, q: text } = query
    const filters = { ...(state !== undefined && { state }), ...(text !== undefined && { text }) }
    const found = await placeRows.listPlaces(db, courier, filters, readIdCursor(after) ?? 0, limit)
    return {
      places: found,
      nextCursor: nextIdCursor(found, limit),
      counts: await placeRows.countPlaces(db, courier),
      lists: await placeRows.readAge(db, courier),
    }
  })

  registerStaff(app, door, contract.listCourierZones, async ({ query }) => {
    const { cities, zones } = await placeRows.listLive(db, courier)
    const ofCity = zones.filter(({ cityId }) => cityId === query.city)
    return { cities, zones: ofCity.map(({ id, name }) => ({ id, name })) }
  })

  registerStaff(app, door, contract.setCourierPlace, async ({ params, body }, _reply, staff) =>
    places.setPlace(db, staff, courier, { upazilaId: params.id, ...body }),
  )

  registerStaff(app, door, contract.readCourierListsAgain, async (_request, _reply, staff) => ({
    lists: await places.readListsAgain(db, staff, courier),
  }))
}
