import {
  type ConsoleOrder,
  type ConsoleOrderFilters,
  type ConsoleOrderRow,
  maxExportedOrders,
} from '@dhakacart/contract/console-orders.schema.ts'
import { formatDateTime, parseDhakaDateTime } from '@dhakacart/contract/dates.ts'
import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import type { PackingSlip } from '@dhakacart/contract/packing-slip.schema.ts'
import type { Db, DbOrTx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { writeCsv } from '../csv/csv.ts'
import { badRequest, OrderNotFound } from '../errors.ts'
import { nextIdCursor, readIdCursor } from '../id-cursor.ts'
import { personalData } from '../staff/masking.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import * as orders from './console-orders.repository.ts'
import { orderTransitions } from './orders.states.ts'

const defaultLimit = 50

/** A page of orders, newest first, as this member of staff may see them. */
export async function list(
  db: Db,
  staff: StaffIdentity,
  { after, limit = defaultLimit, ...filters }: ConsoleOrderFilters & { after?: string; limit?: number },
): Promise<{ orders: ConsoleOrderRow[]; nextCursor: string | null }> {
  checkDays(filters)
  const found = await orders.list(db, filters, readIdCursor(after), limit)
  return {
    orders: found.map((row) => mask(staff, row)),
    nextCursor: nextIdCursor(found, limit),
  }
}

/** Throws BAD_REQUEST for a day like 30 February, which has the form of one. */
function checkDays({ from, to }: ConsoleOrderFilters): void {
  for (const day of [from, to]) {
    try {
      if (day !== undefined) parseDhakaDateTime(`${day} 00:00`)
    } catch (error) {
      throw badRequest('This day does not exist. Give one like 2026-03-26.', error)
    }
  }
}

function mask<T extends ConsoleOrderRow>(staff: StaffIdentity, row: T): T {
  const show = personalData(staff)
  return { ...row, customerName: show.name(row.customerName), customerPhone: show.phone(row.customerPhone) }
}

const csvHeader =
  'Number,Placed at (Dhaka),State,Payment,Name,Phone,District,Units,Total (taka),Advance (taka),Courier,Tracking number,Problems'.split(
    ',',
  )

/** The same orders as a CSV file, the newest 10,000 of them; with personal data exactly where the list shows it. */
export async function exportCsv(db: Db, staff: StaffIdentity, filters: ConsoleOrderFilters): Promise<string> {
  checkDays(filters)
  const rows = await orders.list(db, filters, null, maxExportedOrders)
  return writeCsv(
    csvHeader,
    rows
      .map((row) => mask(staff, row))
      .map((row) => [
        row.number,
        formatDateTime(row.placedAt, 'en'),
        row.state,
        row.paymentMethod,
        row.customerName,
        row.customerPhone,
        row.district.en,
        row.itemCount,
        row.totalPaisa / 100,
        row.advancePaisa / 100,
        row.courier,
        row.trackingNumber,
        row.problems.join(' '),
      ]),
  )
}

/** One order with its whole story, as this member of staff may see it. Throws ORDER_NOT_FOUND. */
export async function read(db: DbOrTx, staff: StaffIdentity, id: number): Promise<ConsoleOrder> {
  const order = await orders.read(db, id)
  if (order === null) throw new OrderNotFound()
  const show = personalData(staff)
  return {
    ...mask(staff, order),
    customerEmail: show.email(order.customerEmail),
    address: { ...order.address, street: show.address(order.address.street) },
    deliveryNote: show.address(order.deliveryNote),
    lines: order.lines.map(withLinePaisa),
    nextStates: Object.keys(orderTransitions[order.state]) as OrderState[],
  }
}

function withLinePaisa<T extends { unitPricePaisa: number; quantity: number }>(line: T): T & { linePaisa: number } {
  return { ...line, linePaisa: line.unitPricePaisa * line.quantity }
}

/** What goes into the parcel, name and address whole; that somebody printed it is written down. Throws ORDER_NOT_FOUND. */
export async function printPackingSlip(db: Db, staff: StaffIdentity, id: number): Promise<PackingSlip> {
  return inTransaction(db, async (tx) => {
    const order = await orders.read(tx, id)
    if (order === null) throw new OrderNotFound()
    await audit.record(tx, staff, { action: 'orders.slip_printed', subject: `order:${id}`, detail: {} })
    const isPaid = order.paymentMethod !== 'cash_on_delivery'
    return {
      ...order,
      lines: order.lines.map(withLinePaisa),
      collectPaisa: isPaid ? 0 : order.totalPaisa - order.advancePaisa,
    }
  })
}

export const countProblems = orders.countProblems
