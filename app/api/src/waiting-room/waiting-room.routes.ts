import {
  getCartRooms,
  getVisit,
  getWaitingRoom,
  listWaitingRooms,
  takePass,
  takeTicket,
} from '@dhakacart/contract/waiting-room.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import type { RequestCart } from '../accounts/request-cart.ts'
import { findOpenCart } from '../carts/carts.service.ts'
import { registerPublicRead } from '../public-read.ts'
import type { RequestLimits } from '../rate-limits/limit-requests.ts'
import { register } from '../register.ts'
import type { RoomCookies } from './room-cookies.ts'
import type { Rooms } from './rooms.ts'
import * as service from './waiting-room.service.ts'

export type WaitingRoomSettings = {
  db: Db
  rooms: Rooms
  cookies: RoomCookies
  cart: RequestCart
  limits: RequestLimits
}

/** Everybody who waits asks for it, so it is kept a second, not two as a page. */
const cacheControl = 'public, max-age=0, s-maxage=1, stale-while-revalidate=10'

export function registerWaitingRooms(
  app: FastifyInstance,
  { db, rooms, cookies, cart, limits }: WaitingRoomSettings,
): void {
  const drawing = service.createDrawing(db)

  registerPublicRead(app, listWaitingRooms, async () => ({ rooms: [...(await rooms.standing())] }))
  registerPublicRead(
    app,
    getWaitingRoom,
    async ({ params }) => (await service.findRoom(rooms, params.saleId)).document,
    cacheControl,
  )

  app.register(async (personal) => {
    personal.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    register(personal, getVisit, async (request) => {
      const { saleId } = request.params
      const room = await service.findRoom(rooms, saleId)
      return service.readVisit(db, room, cookies.readTicket(request, saleId))
    })

    register(personal, takeTicket, async (request, reply) => {
      const { saleId } = request.params
      const room = await service.findRoom(rooms, saleId)
      const held = cookies.readTicket(request, saleId)
      if (held === null) limits.takeNewTicket(request)
      const visitor = cookies.keepVisitor(request, reply)
      const visit = await service.takeTicket({ db, drawing }, room, visitor, held)
      const { number } = visit
      if (number !== null && number !== held) {
        cookies.write(reply, 'ticket', { saleId, visitor, number, endsAtMs: room.endsAtMs })
      }
      return visit
    })

    register(personal, takePass, async (request, reply) => {
      const { saleId } = request.params
      const room = await service.findRoom(rooms, saleId)
      const visit = await service.takePass(db, room, cookies.readTicket(request, saleId))
      const { state, number, passEndsAt } = visit
      const visitor = cookies.visitorHash(request)
      if (state === 'admitted' && number !== null && passEndsAt !== null && visitor !== null) {
        cookies.write(reply, 'pass', { saleId, visitor, number, endsAtMs: Date.parse(passEndsAt) })
      }
      return visit
    })

    register(personal, getCartRooms, async (request) => {
      const token = rooms.mayGuard() ? await cart.token(request) : null
      const cartId = token === null ? null : await findOpenCart(db, token)
      if (cartId === null) return { rooms: [] }
      return { rooms: await service.readCartRooms(db, rooms, cartId, cookies.readPasses(request)) }
    })
  })
}
