import {
  claimOrders,
  eraseAccount,
  exportPersonalData,
  getImportedOrder,
  listAccountOrders,
  sendErasureCode,
} from '@dhakacart/contract/personal-data.schema.ts'
import type { FastifyInstance } from 'fastify'
import type { AccountRoutesSettings } from './accounts.routes.ts'
import { forgetCustomer } from './customer-cookies.ts'
import * as history from './order-history.service.ts'
import * as personalData from './personal-data.service.ts'
import { registerCustomer } from './register-customer.ts'

const defaultLimit = 20

/** What a person can see, take along and have erased of what the shop knows. */
export function registerPersonalData(app: FastifyInstance, settings: AccountRoutesSettings): void {
  const { context, cookies, cartCookie, door } = settings

  registerCustomer(app, door, listAccountOrders, async (request, _reply, { id }) => {
    const { after, limit = defaultLimit } = request.query
    return history.listOrders(context.db, id, after, limit)
  })

  registerCustomer(app, door, getImportedOrder, async ({ params }, _reply, { id }) =>
    history.readImportedOrder(context.db, id, params.id),
  )

  registerCustomer(app, door, claimOrders, async (_request, _reply, { id }) => personalData.claimOrders(context, id))

  registerCustomer(app, door, exportPersonalData, async (_request, reply, customer) => {
    reply.header('content-disposition', 'attachment; filename="dhakacart-my-data.json"')
    return personalData.exportPersonalData(context.db, customer)
  })

  registerCustomer(app, door, sendErasureCode, async (request, _reply, customer) =>
    personalData.sendErasureCode(context, customer, request.clientAddress),
  )

  registerCustomer(app, door, eraseAccount, async (request, reply, customer) => {
    await personalData.eraseAccount(context, customer, request.body.code)
    forgetCustomer(reply, cookies, cartCookie)
    cookies.device.clear(reply)
    return {}
  })
}
