import * as contract from '@dhakacart/contract/console-couriers.schema.ts'
import { type ErrorCode, errorCodes } from '@dhakacart/contract/error-codes.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { nextIdCursor, readIdCursor } from '../id-cursor.ts'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as bookings from './bookings.repository.ts'
import type { Couriers } from './courier.ts'
import * as service from './couriers.service.ts'
import { createParcelPrices } from './parcel-prices.ts'
import * as parcels from './parcels.repository.ts'

const defaultLimit = 50

export function registerConsoleCouriers(
  app: FastifyInstance,
  db: Db,
  door: StaffDoor,
  couriers: Couriers,
  personPatienceMs?: number,
): void {
  const readPrices = createParcelPrices(db, couriers)
  registerStaff(app, door, contract.readCouriers, async () => ({
    couriers: [...couriers.keys()],
    ...(await parcels.countWaiting(db)),
  }))

  registerStaff(app, door, contract.listBookableOrders, async ({ query }) => {
    const { after, limit = defaultLimit } = query
    const orders = await parcels.listBookable(db, readIdCursor(after) ?? 0, limit)
    return {
      orders,
      nextCursor: nextIdCursor(orders, limit),
    }
  })

  registerStaff(app, door, contract.listBookings, async ({ query }) => {
    const { after, limit = defaultLimit, ...filters } = query
    const found = await bookings.list(db, filters, readIdCursor(after), limit)
    return {
      bookings: found,
      nextCursor: nextIdCursor(found, limit),
    }
  })

  registerStaff(app, door, contract.bookParcels, async ({ body }, _reply, staff) => {
    const results: { orderId: number; booking: contract.CourierBooking | null; code: ErrorCode | null }[] = []
    for (const { id: orderId, ...rest } of body.orders) {
      try {
        const booking = await service.promiseBooking(db, couriers, staff, { courier: body.courier, orderId, ...rest })
        results.push({ orderId, booking, code: null })
      } catch (error) {
        // One order that cannot be booked keeps none of the others from theirs.
        results.push({ orderId, booking: null, code: refusalOf(error) })
      }
    }
    return { results }
  })

  registerStaff(app, door, contract.readParcelPrices, async ({ query }) => {
    const { courier, weightGrams, id: orderIds } = query
    return { prices: await readPrices({ courier, weightGrams, orderIds }) }
  })

  registerStaff(app, door, contract.resolveBooking, async ({ params, body }, _reply, staff) =>
    service.resolve(db, couriers, staff, { ...params, ...body }, personPatienceMs),
  )

  registerStaff(app, door, contract.readLabels, async ({ query }) => ({
    labels: await service.readLabels(db, query.id),
  }))
}

function refusalOf(error: unknown): ErrorCode {
  const { code, statusCode = 500 } = error as { code?: string; statusCode?: number }
  if (code === undefined || !Object.hasOwn(errorCodes, code) || statusCode >= 500) throw error
  return code as ErrorCode
}
