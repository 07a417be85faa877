import * as contract from '@dhakacart/contract/console-payments.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { readIdCursor } from '../id-cursor.ts'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as rows from './console-payments.repository.ts'
import * as payments from './console-payments.service.ts'

const pageSize = 50

export function registerConsolePayments(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, contract.listConsolePayments, async ({ query: { after, limit = pageSize, ...filter } }) => {
    const beforeId = after === undefined ? null : readIdCursor(after)
    const found = await rows.listPayments(db, { ...filter, beforeId }, limit + 1)
    return { payments: found.slice(0, limit), nextCursor: nextCursor(found, limit) }
  })

  registerStaff(app, door, contract.getOrderMoney, async ({ params }) => payments.readMoney(db, params.id))

  registerStaff(app, door, contract.decidePaymentReview, async ({ params, body }, _reply, staff) => {
    await payments.decideReview(db, staff, params.id, body)
    return payments.readMoney(db, params.id)
  })

  registerStaff(app, door, contract.requestRefund, async ({ params, body, headers }, _reply, staff) => {
    const idempotencyKey = headers['idempotency-key']
    await payments.requestRefund(db, staff, { ...body, orderId: params.id, idempotencyKey })
    return payments.readMoney(db, params.id)
  })

  registerStaff(app, door, contract.listConsoleRefunds, async ({ query: { after, limit = pageSize, state } }) => {
    const beforeId = after === undefined ? null : readIdCursor(after)
    const found = await rows.listRefunds(db, state ?? null, beforeId, limit + 1)
    return { refunds: found.slice(0, limit), nextCursor: nextCursor(found, limit) }
  })

  registerStaff(app, door, contract.retryRefund, async ({ params }, _reply, staff) =>
    payments.retryRefund(db, staff, params.id),
  )

  registerStaff(app, door, contract.finishRefund, async ({ params, body }, _reply, staff) =>
    payments.finishRefund(db, staff, params.id, body.providerReference.trim()),
  )
}

function nextCursor(found: readonly { id: number }[], limit: number): string | null {
  const last = found[limit - 1]
  return found.length > limit && last !== undefined ? String(last.id) : null
}
