import * as bulk from '@dhakacart/contract/console-bulk.schema.ts'
import * as contract from '@dhakacart/contract/console-orders.schema.ts'
import { type ErrorCode, errorCodes } from '@dhakacart/contract/error-codes.ts'
import { printPackingSlip } from '@dhakacart/contract/packing-slip.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as orders from './console-orders.service.ts'
import * as fulfilment from './orders.fulfilment.ts'

export function registerConsoleOrders(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, contract.listConsoleOrders, async ({ query }, _reply, staff) =>
    orders.list(db, staff, query),
  )

  registerStaff(app, door, contract.exportConsoleOrders, async ({ query }, reply, staff) => {
    const csv = await orders.exportCsv(db, staff, query)
    reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="orders.csv"')
    return csv
  })

  registerStaff(app, door, contract.getConsoleOrder, async ({ params }, _reply, staff) =>
    orders.read(db, staff, params.id),
  )

  registerStaff(app, door, printPackingSlip, async ({ params }, _reply, staff) =>
    orders.printPackingSlip(db, staff, params.id),
  )

  registerStaff(app, door, contract.packOrder, async ({ params, body }, _reply, staff) => {
    await fulfilment.pack(db, staff, { ...params, ...body })
    return orders.read(db, staff, params.id)
  })

  registerStaff(app, door, contract.shipOrder, async ({ params, body }, _reply, staff) => {
    await fulfilment.ship(db, staff, { ...params, ...body })
    return orders.read(db, staff, params.id)
  })

  registerStaff(app, door, contract.recordDelivery, async ({ params, body }, _reply, staff) => {
    await fulfilment.recordDelivery(db, staff, { ...params, ...body })
    return orders.read(db, staff, params.id)
  })

  registerStaff(app, door, contract.cancelConsoleOrder, async ({ params, body }, _reply, staff) => {
    await fulfilment.cancel(db, staff, { ...params, ...body })
    return orders.read(db, staff, params.id)
  })

  registerStaff(app, door, contract.confirmConsoleOrder, async ({ params, body }, _reply, staff) => {
    await fulfilment.confirm(db, staff, { ...params, ...body })
    return orders.read(db, staff, params.id)
  })

  registerStaff(app, door, contract.addOrderNote, async ({ params, body, headers }, _reply, staff) => {
    await fulfilment.addNote(db, staff, { ...params, ...body, key: headers['idempotency-key'] })
    return orders.read(db, staff, params.id)
  })

  registerStaff(app, door, bulk.packOrders, async ({ body }, _reply, staff) => ({
    results: await eachOnItsOwn(body.orders, (order) => fulfilment.pack(db, staff, { ...order, units: [] })),
  }))

  registerStaff(app, door, bulk.shipOrders, async ({ body }, _reply, staff) => ({
    results: await eachOnItsOwn(body.orders, (order) =>
      fulfilment.ship(db, staff, { ...order, courier: body.courier, trackingNumber: null }),
    ),
  }))
}

type BulkResult = { id: number; version: number | null; code: ErrorCode | null }

/** Takes one step with each of many orders, one after the other; one that is refused keeps none of the others from theirs. */
async function eachOnItsOwn(
  orders: readonly fulfilment.Edit[],
  take: (order: fulfilment.Edit) => Promise<void>,
): Promise<BulkResult[]> {
  const results: BulkResult[] = []
  for (const order of orders) {
    try {
      await take(order)
      results.push({ id: order.id, version: order.version + 1, code: null })
    } catch (error) {
      // A database that went away is told as such; what was done stays done, and pressing again repeats nothing.
      results.push({ id: order.id, version: null, code: refusalOf(error) })
    }
  }
  return results
}

function refusalOf(error: unknown): ErrorCode {
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown }
  const isRefusal = typeof code === 'string' && Object.hasOwn(errorCodes, code) && Number(statusCode) < 500
  if (!isRefusal) throw error
  return code as ErrorCode
}
