import { type SortOrder, sortOrders } from '@dhakacart/contract/catalogue.schema.ts'
import { badRequest } from '../errors.ts'

/** Where a page ends: the sort order and the keys of its last product, so that products that come and go in between shift nothing. */
export function writeCursor(order: SortOrder, keys: readonly number[]): string {
  return Buffer.from(JSON.stringify([sortOrders.indexOf(order), ...keys])).toString('base64url')
}

/** The keys inside a cursor of a list in the same order. Throws BAD_REQUEST for anything that writeCursor did not make. */
export function readCursor(cursor: string, order: SortOrder, keyCount: number): number[] {
  const [orderIndex, ...keys] = parseNumbers(cursor)
  if (orderIndex !== sortOrders.indexOf(order) || keys.length !== keyCount) {
    throw badRequest('The cursor belongs to another list. Start at the first page.')
  }
  return keys
}

function parseNumbers(cursor: string): number[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(value) && value.every((item) => Number.isFinite(item))) return value
  } catch (error) {
    throw badRequest('The cursor cannot be read. Start at the first page.', error)
  }
  throw badRequest('The cursor cannot be read. Start at the first page.')
}
