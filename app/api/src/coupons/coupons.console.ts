import { createCoupon, getCoupon, listCoupons, updateCoupon } from '@dhakacart/contract/coupons.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as coupons from './coupons.service.ts'

export function registerConsoleCoupons(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, listCoupons, async ({ query }) => coupons.list(db, query))
  registerStaff(app, door, getCoupon, async ({ params }) => coupons.read(db, params.id))
  registerStaff(app, door, createCoupon, async ({ body }, _reply, staff) => coupons.create(db, staff, body))
  registerStaff(app, door, updateCoupon, async ({ params, body }, _reply, staff) =>
    coupons.update(db, staff, { ...params, ...body }),
  )
}
