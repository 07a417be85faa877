import type { CartRoom, Visit, VisitState } from '@dhakacart/contract/waiting-room.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { createBatcher, type Outcome } from '../batches/batcher.ts'
import { WaitingRoomNotFound } from '../errors.ts'
import { placeOf } from './lot.ts'
import type { Room, Rooms } from './rooms.ts'
import { drawnAtOnce, maxDrawing } from './waiting-room.limits.ts'
import * as repository from './waiting-room.repository.ts'

/** A visitor who asks for a number. */
export type Draw = repository.Asking & { saleId: number }

/** Draws numbers for many visitors at once, one transaction per sale; in the order in which they came. */
export async function drawNumbers(db: Db, draws: readonly Draw[]): Promise<Outcome<number>[]> {
  const numberOf = new Map<string, number>()
  for (const [saleId, asking] of Map.groupBy(draws, (one) => one.saleId)) {
    const numbers = await inTransaction(db, async (tx) => {
      const lastNumber = await repository.lockToDraw(tx, saleId)
      return lastNumber === null ? new Map<string, number>() : repository.draw(tx, saleId, lastNumber, asking)
    })
    for (const [visitor, number] of numbers) numberOf.set(`${saleId} ${visitor}`, number)
  }
  return draws.map((draw) => {
    const number = numberOf.get(keyOf(draw))
    return number === undefined ? { error: new WaitingRoomNotFound() } : { value: number }
  })
}

const keyOf = ({ saleId, visitorHash }: Draw) => `${saleId} ${visitorHash.toString('hex')}`

/** Gathers those who ask while numbers are being drawn; they get the next block together. */
export function createDrawing(db: Db) {
  return createBatcher<Draw, number>({
    run: (draws) => drawNumbers(db, draws),
    keyOf,
    maxSize: drawnAtOnce,
    maxWaiting: maxDrawing,
    maxInFlight: 1,
  })
}
export type Drawing = ReturnType<typeof createDrawing>

/** Throws WAITING_ROOM_NOT_FOUND. */
export async function findRoom(rooms: Rooms, saleId: number): Promise<Room> {
  const room = await rooms.find(saleId)
  if (room === null) throw new WaitingRoomNotFound()
  return room
}

const none = { state: 'none', number: null, place: null, turnEndsAt: null, passEndsAt: null } as const

/** How far the holder of a number is; nothing is read from the database before the place is called. */
export async function readVisit(db: Db, { document: room }: Room, number: number | null): Promise<Visit> {
  if (number === null) return { ...none, room }
  const waiting = { ...none, state: 'waiting' as const, number, room }
  if (room.secret === null || room.earlyCount === null) return waiting
  const place = placeOf(number, { secret: Buffer.from(room.secret, 'hex'), earlyCount: room.earlyCount })
  if (place > room.serving) return { ...waiting, place }
  const pass = await repository.readPass(db, room.saleId, number)
  if (pass !== null) {
    const state = pass.isUsed ? 'ordered' : pass.isOver ? 'pass_over' : 'admitted'
    return { ...waiting, place, state, passEndsAt: pass.endsAt }
  }
  const turn = await repository.readTurn(db, room.saleId, place)
  if (turn === null) return { ...waiting, place }
  return { ...waiting, place, state: turn.isOver ? 'missed' : 'called', turnEndsAt: turn.turnEndsAt }
}

/** A number with which nothing can be done any more: its visitor may have another. */
const finished: ReadonlySet<VisitState> = new Set(['missed', 'pass_over', 'ordered'])

/**
 * The visitor's one place in the room, a new one at the end when the one before is over. Safe to repeat and at once: a visitor
 * has one number. Where nobody waits no number is drawn.
 */
export async function takeTicket(
  { db, drawing }: { db: Db; drawing: Drawing },
  room: Room,
  visitorHash: Buffer,
  held: number | null,
): Promise<Visit> {
  const visit = await readVisit(db, room, held)
  const { phase, saleId } = room.document
  if (phase === 'closed' || phase === 'over') return visit
  if (visit.state !== 'none' && !finished.has(visit.state)) return visit
  const instead = visit.state === 'none' ? null : held
  return readVisit(db, room, await drawing.submit({ saleId, visitorHash, instead }))
}

/** Exchanges a called place for its pass. Safe to repeat: there is one pass per place. Anybody else gets their state alone. */
export async function takePass(db: Db, room: Room, number: number | null): Promise<Visit> {
  const visit = await readVisit(db, room, number)
  const { place } = visit
  if (visit.state !== 'called' || number === null || place === null) return visit
  await inTransaction(db, async (tx) => {
    const turn = await repository.readTurn(tx, room.document.saleId, place)
    if (turn !== null && !turn.isOver) await repository.insertPass(tx, room.document.saleId, number, place)
  })
  return readVisit(db, room, number)
}

/** The rooms that a cart leads through, and until when the passes shown for them hold. */
export async function readCartRooms(
  db: Db,
  rooms: Rooms,
  cartId: number,
  shown: readonly { saleId: number; number: number }[],
): Promise<CartRoom[]> {
  const guarded = await repository.findGuarded(db, [cartId])
  const found = await Promise.all(
    guarded.map(async ({ saleId }) => {
      const room = await rooms.find(saleId)
      if (room === null) return null
      const pass = shown.find((one) => one.saleId === saleId)
      const held = pass === undefined ? null : await repository.readPass(db, saleId, pass.number)
      const passEndsAt = held === null || held.isOver || held.isUsed ? null : held.endsAt
      const { name, opensAt } = room.document
      return { saleId, name, opensAt, passEndsAt }
    }),
  )
  return found.filter((room) => room !== null)
}
