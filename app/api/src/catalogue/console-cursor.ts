import { badRequest } from '../errors.ts'

type PositionPart = 'string' | 'number' | 'instant'

/** A moment as the database writes it for us (`utc_text`). */
const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** Where a page of the console ended, as opaque text. */
function writePosition(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** What writePosition wrote, when each value is of the type asked for. Throws BAD_REQUEST for anything else. */
export function readPosition(cursor: string, types: readonly PositionPart[]): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const fits =
      Array.isArray(values) &&
      values.length === types.length &&
      values.every((value, index) => isOf(value, types[index]))
    if (fits) return values
  } catch (error) {
    throw badRequest('The cursor cannot be read. Start at the first page.', error)
  }
  throw badRequest('The cursor belongs to another list. Start at the first page.')
}

function isOf(value: unknown, type: PositionPart | undefined): boolean {
  if (type === 'instant')
    return typeof value === 'string' && instantPattern.test(value) && !Number.isNaN(Date.parse(value))
  return type === 'number' ? Number.isSafeInteger(value) : typeof value === type
}

/** The id that a cursor of a list by id names; null at its beginning. */
export function readIdPosition(cursor: string | undefined): number | null {
  return cursor === undefined ? null : (readPosition(cursor, ['number'])[0] as number)
}

/** One row more than a page was read: whether there is another page, and where it begins. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  positionOf: (row: T) => (string | number)[],
): { page: T[]; nextCursor: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { page, nextCursor: rows.length > limit && last !== undefined ? writePosition(positionOf(last)) : null }
}
