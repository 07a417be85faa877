import { addAddress, listAddresses, removeAddress, setAddress } from '@dhakacart/contract/addresses.schema.ts'
import type { FastifyInstance } from 'fastify'
import type { CustomerDoor } from '../accounts/customer-door.ts'
import { registerCustomer } from '../accounts/register-customer.ts'
import type { ServiceContext } from '../service-context.ts'
import * as addresses from './addresses.service.ts'

export function registerAddresses(app: FastifyInstance, context: ServiceContext, door: CustomerDoor): void {
  registerCustomer(app, door, listAddresses, async (_request, _reply, { id }) =>
    addresses.listAddresses(context.db, id),
  )

  registerCustomer(app, door, addAddress, async (request, _reply, { id }) =>
    addresses.addAddress(context, id, request.headers['idempotency-key'], request.body),
  )

  registerCustomer(app, door, setAddress, async (request, _reply, { id }) =>
    addresses.setAddress(context, id, request.params.id, request.body),
  )

  registerCustomer(app, door, removeAddress, async (request, _reply, { id }) =>
    addresses.removeAddress(context, id, request.params.id),
  )
}
