import { badRequest } from './errors.ts'

/** Reads the cursor of a list that goes on after an id. Throws BAD_REQUEST for anything that was never one. */
export function readIdCursor(cursor: string): number {
  const id = /^\d{1,16}$/.test(cursor) ? Number(cursor) : Number.NaN
  if (!Number.isSafeInteger(id)) throw badRequest('The cursor is not one from a previous answer.')
  return id
}
