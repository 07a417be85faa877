import { badRequest } from '../errors.ts'

/** The id a list continues after; null at its beginning. Throws BAD_REQUEST for what no list of ours gave out. */
export function readCursor(after: string | undefined): number | null {
  if (after === undefined) return null
  const id = Number(after)
  if (!Number.isSafeInteger(id))
    throw badRequest('The cursor is not one from a previous answer. Start at the first page.')
  return id
}

export function nextCursor(ids: readonly number[], limit: number): string | null {
  const last = ids.at(-1)
  return ids.length === limit && last !== undefined ? String(last) : null
}
