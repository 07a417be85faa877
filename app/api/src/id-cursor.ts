import { badRequest } from './errors.ts'

/** The id a list goes on after; null at its beginning. Throws BAD_REQUEST for anything that was never a cursor of ours. */
export function readIdCursor(cursor: string | undefined): number | null {
  if (cursor === undefined) return null
  const id = /^\d{1,16}$/.test(cursor) ? Number(cursor) : Number.NaN
  if (!Number.isSafeInteger(id)) throw badRequest('The cursor is not one from a previous answer.')
  return id
}

/** The cursor behind a page of at most `limit`: a full one may be followed by another, null means that this was the last. */
export function nextIdCursor(found: readonly { id: number }[], limit: number): string | null {
  const last = found.at(-1)
  return found.length === limit && last !== undefined ? String(last.id) : null
}

/** A page out of what was found when one row more than `limit` was asked for, with the cursor behind it. */
export function idPage<Row extends { id: number }>(
  found: readonly Row[],
  limit: number,
): { page: Row[]; nextCursor: string | null } {
  const page = found.slice(0, limit)
  return { page, nextCursor: found.length > limit ? nextIdCursor(page, limit) : null }
}
