import type { ConsoleRoom, RoomState } from '@dhakacart/contract/console-waiting-room.schema.ts'
import { waitSecondsOf } from '@dhakacart/contract/waiting-room-place.ts'
import type { Db, DbOrTx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { badRequest, VersionConflict, WaitingRoomNotFound } from '../errors.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import { readReports } from './admission.repository.ts'
import { foreseePace } from './admission.ts'
import * as rows from './console-rooms.repository.ts'
import { phaseOf } from './rooms.ts'
import { readRoom } from './waiting-room.repository.ts'

/** The live picture of a room. Throws WAITING_ROOM_NOT_FOUND. */
export async function getRoom(db: DbOrTx, saleId: number): Promise<ConsoleRoom> {
  const row = await readRoom(db, saleId)
  if (row === null) throw new WaitingRoomNotFound()
  const checkout = await readReports(db)
  const tries = checkout.placed + checkout.failed
  const { secret: _, stands: __, guards: ___, now: ____, kneePerSecond: _____, ...room } = row
  const phase = phaseOf(row)
  const wait = waitSecondsOf(row.lastNumber, { ...row, ...foreseePace(row, row), phase })
  return {
    ...room,
    ...(await rows.countCalled(db, saleId)),
    phase,
    waiting: row.lastNumber - row.serving,
    checkoutP95Ms: tries === 0 ? null : checkout.p95Ms,
    failedShare: tries === 0 ? 0 : checkout.failed / tries,
    clearSeconds: wait === null ? null : Math.round(wait),
    history: await rows.readHistory(db, saleId),
  }
}

const actions = {
  open: 'waiting_rooms.opened',
  paused: 'waiting_rooms.paused',
  closed: 'waiting_rooms.closed',
} as const

/**
 * Opens, pauses or closes a room, and sets what its rate may be. Safe to repeat. Throws WAITING_ROOM_NOT_FOUND, VERSION_CONFLICT,
 * BAD_REQUEST.
 */
export async function runRoom(
  db: Db,
  staff: StaffIdentity,
  saleId: number,
  { version, ...controls }: rows.Controls & { version: number },
): Promise<ConsoleRoom> {
  if (controls.ceilingPerSecond < controls.floorPerSecond) {
    throw badRequest('The ceiling lies below the floor. Give a higher ceiling or a lower floor.')
  }
  return inTransaction(db, async (tx) => {
    const isChanged = await rows.setControls(tx, saleId, version, controls)
    const room = await getRoom(tx, saleId)
    if (!isChanged && !isSame(room, version, controls)) throw new VersionConflict({ details: room })
    if (isChanged) {
      const action = actions[controls.state as RoomState]
      await audit.record(tx, staff, { action, subject: `sale:${saleId}`, detail: controls })
    }
    return room
  })
}

/** The same press arriving again after its answer was lost. */
function isSame(room: ConsoleRoom, version: number, controls: rows.Controls): boolean {
  const { state, floorPerSecond, ceilingPerSecond, targetMs } = room
  const held = { state, floorPerSecond, ceilingPerSecond, targetMs }
  return (
    room.version === version + 1 &&
    Object.entries(controls).every(([key, value]) => held[key as keyof typeof held] === value)
  )
}
