import * as contract from '@dhakacart/contract/console-payments.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { idPage, readIdCursor } from '../id-cursor.ts'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as rows from './console-payments.repository.ts'
import * as payments from './console-payments.service.ts'

const pageSize = 50

export function registerConsolePayments(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, contract.listConsolePayments, async ({ query: { after, limit = pageSize, ...filter } }) => {
    const found = await rows.listPayments(db, { ...filter, beforeId: readIdCursor(after) }, limit + 1)
    const { page: payments, nextCursor } = idPage(found, limit)
    return { payments, nextCursor }
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
    const found = await rows.listRefunds(db, state ?? null, readIdCursor(after), limit + 1)
    const { page: refunds, nextCursor } = idPage(found, limit)
    return { refunds, nextCursor }
  })

  registerStaff(app, door, contract.retryRefund, async ({ params }, _reply, staff) =>
    payments.retryRefund(db, staff, params.id),
  )

  registerStaff(app, door, contract.finishRefund, async ({ params, body }, _reply, staff) =>
    payments.finishRefund(db, staff, params.id, body.providerReference.trim()),
  )
}
