import type { Db } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { deleteOldReports } from './admission.repository.ts'
import { deleteOld } from './waiting-room.repository.ts'

/** Deletes the tickets and calls of rooms whose sales ended a day ago; returns of how many. */
export async function sweepRooms(db: Db): Promise<number> {
  await deleteOldReports(db)
  return inTransaction(db, deleteOld)
}
