import Type from 'typebox'
import { CourierName, Version } from './console-orders.schema.ts'
import { defineStaffRoute } from './route.ts'
import { errorResponses, Id, nullable, strict } from './shapes.ts'

/** Most orders that one request packs or ships. */
const maxBulkOrders = 100

const tags = ['console-orders']

/** What became of one order of many: its new version, or why not. */
const BulkResult = Type.Object({
  id: Id,
  version: nullable(Version),
  code: nullable(Type.String({ description: 'one of errorCodes; null: done' })),
})
const bulkAnswer = { 200: Type.Object({ results: Type.Array(BulkResult) }), ...errorResponses }
const bulkOrders = Type.Array(strict({ id: Id, version: Version }), { minItems: 1, maxItems: maxBulkOrders })

export const packOrders = defineStaffRoute({
  permission: 'orders.fulfil',
  method: 'POST',
  url: '/api/console/orders/pack',
  schema: {
    summary: 'Packs many orders, each on its own; those that need serial numbers are refused one by one',
    tags,
    body: strict({ orders: bulkOrders }),
    response: bulkAnswer,
  },
})

export const shipOrders = defineStaffRoute({
  permission: 'orders.fulfil',
  method: 'POST',
  url: '/api/console/orders/ship',
  schema: {
    summary: 'Hands many packed orders to one courier, each on its own',
    tags,
    body: strict({ orders: bulkOrders, courier: CourierName }),
    response: bulkAnswer,
  },
})
