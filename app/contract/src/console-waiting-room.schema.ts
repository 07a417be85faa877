import Type, { type Static } from 'typebox'
import { defineStaffRoute } from './route.ts'
import { errorResponses, Id, Instant, Localised, nullable, strict, Version } from './shapes.ts'
import { roomPhases } from './waiting-room.schema.ts'

/** The waiting room of a sale as staff see and run it. */

export const roomStates = ['open', 'paused', 'closed'] as const
export type RoomState = (typeof roomStates)[number]

const PerSecond = Type.Number({ minimum: 0.1, maximum: 5_000 })

export const RoomControls = {
  state: Type.Enum([...roomStates]),
  /** People a second who are let to the checkout: never fewer, never more. */
  floorPerSecond: PerSecond,
  ceilingPerSecond: PerSecond,
  /** What placing an order may take, at the 95th percentile. */
  targetMs: Type.Integer({ minimum: 50, maximum: 10_000 }),
}

export const RoomMoment = Type.Object({
  at: Instant,
  /** Places called in the minute that began then. */
  called: Type.Integer(),
})

export const ConsoleRoom = Type.Object({
  saleId: Id,
  version: Version,
  name: Localised,
  phase: Type.Enum([...roomPhases]),
  ...RoomControls,
  opensAt: Instant,
  endsAt: Instant,
  lastNumber: Type.Integer(),
  earlyCount: nullable(Type.Integer()),
  serving: Type.Integer(),
  /** Not called yet. */
  waiting: Type.Integer(),
  ratePerSecond: Type.Number(),
  callsPerSecond: Type.Number(),
  /** Of placing orders, over all processes, in the last ten seconds; null: no order. */
  checkoutP95Ms: nullable(Type.Integer()),
  failedShare: Type.Number(),
  /** Have a pass that can still be used. */
  atCheckout: Type.Integer(),
  ordered: Type.Integer(),
  /** Called, did not come, and can no longer. */
  noShows: Type.Integer(),
  /** Seconds until everybody who waits now has been called; null while nobody is. */
  clearSeconds: nullable(Type.Integer()),
  /** The last half hour, minute by minute. */
  history: Type.Array(RoomMoment),
})
export type ConsoleRoom = Static<typeof ConsoleRoom>

const tags = ['console: waiting room']
const params = Type.Object({ saleId: Id })
const answers = { response: { 200: ConsoleRoom, ...errorResponses } }

export const getConsoleRoom = defineStaffRoute({
  permission: 'overview.read',
  method: 'GET',
  url: '/api/console/sales/:saleId/waiting-room',
  schema: { summary: 'The live picture of a waiting room', tags, params, ...answers },
})

export const runConsoleRoom = defineStaffRoute({
  permission: 'waiting_rooms.run',
  method: 'PUT',
  url: '/api/console/sales/:saleId/waiting-room',
  schema: {
    summary: 'Opens, pauses or closes a waiting room and sets the limits of its rate',
    tags,
    params,
    body: strict({ version: Version, ...RoomControls }),
    ...answers,
  },
})
