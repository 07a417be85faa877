import Type, { type Static } from 'typebox'
import { defineRoute } from './route.ts'
import { errorResponses, Id, Instant, Localised, nullable } from './shapes.ts'

/** The waiting room before the orders of a sale: one public document for everybody, and what belongs to one visitor. */

/**
 * early: the sale has not begun, places are not drawn yet; running: people are called; paused: nobody is for the moment; closed:
 * nobody waits, orders need no pass; over: the sale is.
 */
export const roomPhases = ['early', 'running', 'paused', 'closed', 'over'] as const
export type RoomPhase = (typeof roomPhases)[number]

const Hex = Type.String({ pattern: '^[0-9a-f]{64}$' })

export const WaitingRoom = Type.Object({
  saleId: Id,
  name: Localised,
  phase: Type.Enum([...roomPhases]),
  opensAt: Instant,
  endsAt: Instant,
  /** The shop's clock when this was written. */
  now: Instant,
  /** Places up to this one have been called. */
  serving: Type.Integer(),
  /** Numbers drawn so far. */
  lastNumber: Type.Integer(),
  /** How fast places are called now; by how much faster each second, until it is as fast as it becomes. */
  callsPerSecond: Type.Number(),
  callsPerSecondGained: Type.Number(),
  callsPerSecondMost: Type.Number(),
  /** How long a called place waits for its person, and how long a pass lasts. */
  turnSeconds: Type.Integer(),
  passSeconds: Type.Integer(),
  /** SHA-256 of the secret that decides the places of those who came early. */
  commitment: Hex,
  /** The secret itself and how many came early; null before the opening. */
  secret: nullable(Hex),
  earlyCount: nullable(Type.Integer()),
})
export type WaitingRoom = Static<typeof WaitingRoom>

/**
 * none: no ticket; waiting: not called yet; called: exchange the ticket for a pass until turnEndsAt; missed: that time is over;
 * admitted: has a pass until passEndsAt; pass_over: it ran out; ordered: the pass placed an order.
 */
export const visitStates = ['none', 'waiting', 'called', 'missed', 'admitted', 'pass_over', 'ordered'] as const
export type VisitState = (typeof visitStates)[number]

export const Visit = Type.Object({
  state: Type.Enum([...visitStates]),
  /** The number of the ticket; null without one. */
  number: nullable(Type.Integer()),
  /** null while places are not drawn. */
  place: nullable(Type.Integer()),
  turnEndsAt: nullable(Instant),
  passEndsAt: nullable(Instant),
  /** The room as it is at this moment. */
  room: WaitingRoom,
})
export type Visit = Static<typeof Visit>

/** A room that the cart of a browser leads through. */
export const CartRoom = Type.Object({
  saleId: Id,
  name: Localised,
  opensAt: Instant,
  /** Until when this browser's pass holds; null: it has none. */
  passEndsAt: nullable(Instant),
})
export type CartRoom = Static<typeof CartRoom>

/** `details` of WAITING_ROOM_PASS_NEEDED: the room to go to. */
export const PassNeeded = Type.Object({ saleId: Id })
export type PassNeeded = Static<typeof PassNeeded>

const tags = ['waiting room']
const params = Type.Object({ saleId: Id })

export const listWaitingRooms = defineRoute({
  method: 'GET',
  url: '/api/waiting-rooms',
  schema: {
    summary: 'Rooms that stand now or soon, with the products they stand before',
    tags,
    response: {
      200: Type.Object({
        rooms: Type.Array(
          Type.Object({ saleId: Id, name: Localised, opensAt: Instant, productSlugs: Type.Array(Type.String()) }),
        ),
      }),
      ...errorResponses,
    },
  },
})

export const getWaitingRoom = defineRoute({
  method: 'GET',
  url: '/api/waiting-rooms/:saleId',
  schema: {
    summary: 'The room of a sale: the one document that everybody who waits asks for',
    tags,
    params,
    response: { 200: WaitingRoom, ...errorResponses },
  },
})

export const getVisit = defineRoute({
  method: 'GET',
  url: '/api/waiting-rooms/:saleId/visit',
  schema: { summary: 'How far this browser is', tags, params, response: { 200: Visit, ...errorResponses } },
})

export const takeTicket = defineRoute({
  method: 'PUT',
  url: '/api/waiting-rooms/:saleId/ticket',
  schema: {
    summary: 'Gives this browser its one place; a new one at the end where its turn or pass is over. Again is fine',
    tags,
    params,
    response: { 200: Visit, ...errorResponses },
  },
})

export const takePass = defineRoute({
  method: 'PUT',
  url: '/api/waiting-rooms/:saleId/pass',
  schema: {
    summary: 'Exchanges a called ticket for a pass, which places one order. Again is fine',
    tags,
    params,
    response: { 200: Visit, ...errorResponses },
  },
})

export const getCartRooms = defineRoute({
  method: 'GET',
  url: '/api/cart/waiting-rooms',
  schema: {
    summary: 'The rooms that the cart of the cookie leads through',
    tags,
    response: { 200: Type.Object({ rooms: Type.Array(CartRoom) }), ...errorResponses },
  },
})
