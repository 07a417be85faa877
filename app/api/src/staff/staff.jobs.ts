import type { ServiceContext } from '../service-context.ts'
import { deleteOld } from './staff.repository.ts'

const rowsAtOnce = 500

/** Deletes sessions and counted tries that ended, some at a time; returns how many. */
export function sweepStaff({ db }: ServiceContext): Promise<number> {
  return deleteOld(db, rowsAtOnce)
}
