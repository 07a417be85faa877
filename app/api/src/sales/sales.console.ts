import {
  createSale,
  getSale,
  getSaleFigures,
  listSales,
  saveSale,
  setSaleState,
} from '@dhakacart/contract/console-sales.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as sales from './sales.service.ts'

const defaultLimit = 50

export function registerConsoleSales(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, listSales, async ({ query }) =>
    sales.listSales(db, query.after, query.limit ?? defaultLimit),
  )
  registerStaff(app, door, getSale, async ({ params }) => sales.getSale(db, params.saleId))
  registerStaff(app, door, getSaleFigures, async ({ params }) => sales.getFigures(db, params.saleId))
  registerStaff(app, door, createSale, async (request, _reply, staff) =>
    sales.createSale(db, staff, request.headers['idempotency-key'], request.body),
  )
  registerStaff(app, door, saveSale, async (request, _reply, staff) =>
    sales.saveSale(db, staff, request.params.saleId, request.body),
  )
  registerStaff(app, door, setSaleState, async (request, _reply, staff) =>
    sales.setSaleState(db, staff, request.params.saleId, request.body),
  )
}
