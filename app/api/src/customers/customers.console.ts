import * as contract from '@dhakacart/contract/console-customers.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as customers from './customers.service.ts'

export function registerConsoleCustomers(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, contract.listCustomers, async ({ query }, _reply, staff) => customers.list(db, staff, query))

  registerStaff(app, door, contract.getConsoleCustomer, async ({ params }, _reply, staff) =>
    customers.read(db, staff, params.ref),
  )

  registerStaff(app, door, contract.listCustomerOrders, async ({ params, query }) =>
    customers.listOrders(db, params.ref, query),
  )

  registerStaff(app, door, contract.listCustomerImportedOrders, async ({ params, query }) =>
    customers.listImportedOrders(db, params.ref, query),
  )
}
