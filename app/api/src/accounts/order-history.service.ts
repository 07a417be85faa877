import type {
  ImportedOrderOfAccount,
  ImportedOrderSummary,
  OrderOfHistory,
  OrderSummary,
} from '@dhakacart/contract/personal-data.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { pageOf, readPosition } from '../catalogue/console-cursor.ts'
import { badRequest, OrderNotFound } from '../errors.ts'
import {
  listOrdersOfCustomer,
  type OrderOfCustomerRow,
  readOrderOfCustomer,
} from '../imports/imported-history.repository.ts'
import * as rows from './personal-data.repository.ts'

type Source = OrderOfHistory['from']
type Position = { placedAt: string; from: Source; id: number }
type Entry = Position & { order: OrderOfHistory }

/** What a person ordered, here and in the shop we had before, newest first. Throws BAD_REQUEST for a cursor that is none. */
export async function listOrders(
  db: Db,
  customerId: number,
  cursor: string | undefined,
  limit: number,
): Promise<{ orders: OrderOfHistory[]; nextCursor: string | null }> {
  const after = cursor === undefined ? null : readHistoryPosition(cursor)
  const own = await rows.listOrders(db, customerId, startOf('here', after), limit + 1)
  const imported = await listOrdersOfCustomer(db, customerId, startOf('old_shop', after), limit + 1)
  const entries = [...own.map(toEntry), ...imported.map(summarise).map(toEntry)].toSorted(newestFirst)
  const { page, nextCursor } = pageOf(entries, limit, ({ placedAt, from, id }) => [placedAt, from, id])
  return { orders: page.map(({ order }) => order), nextCursor }
}

/** One order of the shop we had before. Throws ORDER_NOT_FOUND, for somebody else's too. */
export async function readImportedOrder(db: Db, customerId: number, id: number): Promise<ImportedOrderOfAccount> {
  const order = await readOrderOfCustomer(db, customerId, id)
  if (order === null) throw new OrderNotFound()
  return showImported(order)
}

export function showImported(order: OrderOfCustomerRow): ImportedOrderOfAccount {
  const { legacyNumber: number, state, placedAt, totalPaisa, lines } = order
  return { number, state, placedAt, totalPaisa, lines }
}

function summarise({ id, ...order }: OrderOfCustomerRow): ImportedOrderSummary {
  const { lines, ...shown } = showImported({ id, ...order })
  const itemCount = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return { from: 'old_shop', id, ...shown, itemCount, lineCount: lines.length, firstName: lines[0]?.name ?? null }
}

function toEntry(found: (OrderSummary & { id: number }) | ImportedOrderSummary): Entry {
  const { placedAt, from, id } = found
  if (found.from === 'old_shop') return { placedAt, from, id, order: found }
  const { id: _, ...order } = found
  return { placedAt, from, id, order }
}

/** Of one moment, what was ordered here comes first. */
function newestFirst(a: Position, b: Position): number {
  if (a.placedAt !== b.placedAt) return a.placedAt < b.placedAt ? 1 : -1
  if (a.from !== b.from) return a.from === 'here' ? -1 : 1
  return b.id - a.id
}

/** Where one of the two lists goes on behind a position of both. */
function startOf(source: Source, after: Position | null): { placedAt: string; id: number } | null {
  if (after === null) return null
  if (after.from === source) return { placedAt: after.placedAt, id: after.id }
  // Of the same moment all of ours were before, and all of the old shop's are still to come.
  return { placedAt: after.placedAt, id: source === 'here' ? 0 : Number.MAX_SAFE_INTEGER }
}

function readHistoryPosition(cursor: string): Position {
  const [placedAt, from, id] = readPosition(cursor, ['instant', 'string', 'number']) as [string, string, number]
  if (from !== 'here' && from !== 'old_shop') throw badRequest('The cursor belongs to another list.')
  return { placedAt, from, id }
}
