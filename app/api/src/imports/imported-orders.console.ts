import { type ImportedOrder, listImportedOrders } from '@dhakacart/contract/console-imports.schema.ts'
import { normalisePhone } from '@dhakacart/contract/phone.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { pageOf, readPosition } from '../catalogue/console-cursor.ts'
import { personalData } from '../staff/masking.ts'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import { listImportedOrders as listRows } from './imported-history.repository.ts'

const defaultLimit = 50

export function registerImportedOrders(app: FastifyInstance, door: StaffDoor, db: Db): void {
  registerStaff(
    app,
    door,
    listImportedOrders,
    async ({ query: { query, after, limit = defaultLimit } }, _reply, staff) => {
      const show = personalData(staff)
      const phone = query === undefined ? null : normalisePhone(query)
      const number = phone === null ? (query?.trim() ?? null) : null
      const position = after === undefined ? null : readPosition(after, ['instant', 'number'])
      const rows = await listRows(db, {
        number,
        phone,
        after: position === null ? null : { placedAt: String(position[0]), id: Number(position[1]) },
        limit: limit + 1,
      })
      const { page, nextCursor } = pageOf(rows, limit, ({ placedAt, id }) => [placedAt, id])
      const orders = page.map(({ customer, ...order }) => ({
        ...order,
        customer: customer && { id: customer.id, name: show.name(customer.name), phone: show.phone(customer.phone) },
      }))
      return { orders: orders as ImportedOrder[], nextCursor }
    },
  )
}
