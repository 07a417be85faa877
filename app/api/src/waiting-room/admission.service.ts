import type { Db } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import type { ServiceContext } from '../service-context.ts'
import * as repository from './admission.repository.ts'
import { decideAdmission } from './admission.ts'
import type { CheckoutMeter } from './checkout-meter.ts'
import type { Rooms } from './rooms.ts'
import { firstControls, firstRatePerSecond } from './waiting-room.limits.ts'
import * as roomRows from './waiting-room.repository.ts'

/** A little less than the second between rounds, so that a round that comes early still decides. */
const decideEverySeconds = 0.9

export type Admission = { context: ServiceContext; rooms: Rooms; meter: CheckoutMeter; processId: string }

/**
 * One round: makes rooms of sales that come near, opens them, says what this process's checkouts took, decides where a decision
 * is due, and looks at the rooms. Any number of processes do it side by side.
 */
export async function runRooms({ context, rooms, meter, processId }: Admission): Promise<number> {
  const { db, randomBytes } = context
  for (const saleId of await roomRows.findWithoutRoom(db)) {
    const room = { saleId, secret: randomBytes(32), ratePerSecond: firstRatePerSecond, ...firstControls }
    await roomRows.insertRoom(db, room)
  }
  const near = await rooms.refresh()
  const running = near.filter(({ document }) => document.phase !== 'over' && document.phase !== 'closed')
  if (running.length === 0) return 0
  const ids = running.map(({ document }) => document.saleId)
  if (running.some(({ document }) => document.earlyCount === null)) await roomRows.open(db, ids)
  await repository.report(db, processId, meter.read())
  if ((await decideDue(db)) > 0) await rooms.refresh()
  return 0
}

/** Decides for every open room whose last decision is a second old. Of several processes at once one does. */
async function decideDue(db: Db): Promise<number> {
  const due = await repository.findDue(db, decideEverySeconds)
  if (due.length === 0) return 0
  const checkout = await repository.readReports(db)
  let made = 0
  for (const room of due) {
    const { saleId, decision, elapsedSeconds } = room
    const decided = decideAdmission(room, room, { ...room, ...checkout })
    const isMine = await inTransaction(db, (tx) =>
      repository.decide(tx, { saleId, decision, elapsedSeconds, ...decided }),
    )
    if (isMine) made++
  }
  return made
}
