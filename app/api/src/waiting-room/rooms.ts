import { createHash } from 'node:crypto'
import type { Localised } from '@dhakacart/contract/shapes.ts'
import type { RoomPhase, WaitingRoom } from '@dhakacart/contract/waiting-room.schema.ts'
import type { Pace } from '@dhakacart/contract/waiting-room-place.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { foreseePace } from './admission.ts'
import { passSeconds, turnSeconds } from './waiting-room.limits.ts'
import * as repository from './waiting-room.repository.ts'

/** A room as this process knows it. */
export type Room = {
  /** What everybody may know. */
  document: WaitingRoom
  /** Until when tickets drawn now are of any use, in the shop's time. */
  endsAtMs: number
  guards: boolean
}

type RoomProducts = { saleId: number; name: Localised; opensAt: string; productSlugs: string[] }

export type Rooms = {
  /** The room of a sale; null: none stands, soon or lately. */
  find(saleId: number): Promise<Room | null>
  /** Rooms that stand now or soon. */
  standing(): Promise<readonly RoomProducts[]>
  /** false: no room is near, for certain; orders need not ask. */
  mayGuard(): boolean
  /** The shop's clock, in milliseconds, between two looks at the database. */
  nowMs(): number
  /** Looks at the database now. */
  refresh(): Promise<readonly Room[]>
}

/** Older than this, the picture is looked at anew before somebody is answered from it; the loop renews it once a second. */
const usualMaxAgeMs = 1_500
/** Older than this, it says nothing about what guards orders. */
const certainMs = 5_000

type Picture = { rooms: Map<number, Room>; products: RoomProducts[]; readAtMs: number; nowMs: number }

/** What a process knows of the rooms that are near, read at most once at a time. */
export function createRooms(db: Db, maxAgeMs = usualMaxAgeMs): Rooms {
  let picture: Picture = { rooms: new Map(), products: [], readAtMs: Number.NEGATIVE_INFINITY, nowMs: 0 }
  let reading: Promise<void> | null = null

  async function read(): Promise<void> {
    const readAtMs = performance.now()
    const rows = await repository.readNear(db)
    const standing = rows.filter(({ stands, state }) => stands && state !== 'closed')
    const products = standing.length === 0 ? [] : await readProducts(db, standing)
    const nowMs = rows[0] === undefined ? 0 : Date.parse(rows[0].now)
    picture = { rooms: new Map(rows.map((row) => [row.saleId, toRoom(row)])), products, readAtMs, nowMs }
  }

  function renew(): Promise<void> {
    reading ??= read().finally(() => {
      reading = null
    })
    return reading
  }

  async function current(): Promise<Picture> {
    if (performance.now() - picture.readAtMs > maxAgeMs) {
      // With the database away the last picture is better than none.
      await renew().catch((error: unknown) => {
        if (picture.readAtMs === Number.NEGATIVE_INFINITY) throw error
      })
    }
    return picture
  }

  return {
    find: async (saleId) => (await current()).rooms.get(saleId) ?? null,
    standing: async () => (await current()).products,
    mayGuard: () => performance.now() - picture.readAtMs > Math.min(maxAgeMs, certainMs) || picture.products.length > 0,
    nowMs: () => picture.nowMs + (performance.now() - picture.readAtMs),
    async refresh() {
      await renew()
      return [...picture.rooms.values()]
    },
  }
}

async function readProducts(db: Db, rows: readonly repository.RoomRow[]): Promise<RoomProducts[]> {
  const found = await repository.readProducts(
    db,
    rows.map(({ saleId }) => saleId),
  )
  return rows.map(({ saleId, name, opensAt }) => ({
    saleId,
    name,
    opensAt,
    productSlugs: found.filter((one) => one.saleId === saleId).map(({ productSlug }) => productSlug),
  }))
}

function toRoom(row: repository.RoomRow): Room {
  const hasOpened = row.earlyCount !== null
  return {
    document: {
      saleId: row.saleId,
      name: row.name,
      phase: phaseOf(row),
      opensAt: row.opensAt,
      endsAt: row.endsAt,
      now: row.now,
      serving: row.serving,
      lastNumber: row.lastNumber,
      ...paceOf(row),
      turnSeconds,
      passSeconds,
      commitment: createHash('sha256').update(row.secret).digest('hex'),
      secret: hasOpened ? row.secret.toString('hex') : null,
      earlyCount: row.earlyCount,
    },
    endsAtMs: Date.parse(row.endsAt),
    guards: row.guards,
  }
}

/** With two decimals, and four for what is gained each second: the document changes when something has. */
function paceOf(row: repository.RoomRow): Pace {
  const { callsPerSecond, callsPerSecondGained, callsPerSecondMost } = foreseePace(row, row)
  return {
    callsPerSecond: Math.round(callsPerSecond * 100) / 100,
    callsPerSecondGained: Math.round(callsPerSecondGained * 10_000) / 10_000,
    callsPerSecondMost: Math.round(callsPerSecondMost * 100) / 100,
  }
}

export function phaseOf({ stands, state, earlyCount }: repository.RoomRow): RoomPhase {
  if (!stands) return 'over'
  if (state === 'closed') return 'closed'
  if (earlyCount === null) return 'early'
  return state === 'paused' ? 'paused' : 'running'
}
