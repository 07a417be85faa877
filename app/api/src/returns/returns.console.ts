import { decideReturn, listReturns, receiveReturn, requestConsoleReturn } from '@dhakacart/contract/returns.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as returns from './returns.service.ts'

export function registerConsoleReturns(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, listReturns, async ({ query }) => returns.listOpen(db, query))

  registerStaff(app, door, requestConsoleReturn, async ({ params, headers, body }, _reply, staff) =>
    returns.recordRequest(db, staff, { ...body, orderId: params.id, key: headers['idempotency-key'] }),
  )

  registerStaff(app, door, decideReturn, async ({ params, body }, _reply, staff) =>
    returns.decide(db, staff, { ...params, ...body }),
  )

  registerStaff(app, door, receiveReturn, async ({ params, body }, _reply, staff) =>
    returns.receive(db, staff, { ...params, ...body }),
  )
}
