import { randomBytes } from 'node:crypto'
import type { WaitingRoom } from '@dhakacart/contract/waiting-room.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { createTicketSigner } from '../waiting-room/ticket-signer.ts'
import { addSaleWithRoom, createRoundsOf, createVisitor } from './room.ts'
import { createShopper } from './shopper.ts'
import { startTestApi, type TestApi } from './test-api.ts'

export type RoomShop = Awaited<ReturnType<typeof startRoomShop>>

/** Two processes of one shop, the second with a newer key in front, with rooms, visitors and a clock that the test sets. */
export async function startRoomShop() {
  const keys = ['old', 'young'].map((name) => `${name}:${randomBytes(32).toString('base64')}`)
  let now = new Date('2027-03-01T04:00:00Z')
  const api = await startTestApi({ settings: { tickets: createTicketSigner(keys[0] as string) } })
  await useSimulatedClock(api.db, now)
  const other = await startTestApi({
    settings: { db: api.db, tickets: createTicketSigner(keys.toReversed().join()) },
  })
  const round = createRoundsOf(api.db)
  const upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId

  async function pass(seconds: number): Promise<void> {
    now = new Date(now.getTime() + seconds * 1_000)
    await setClock(api.db, now)
  }

  /** A sale that starts in so many seconds, its room made; each test has its own. */
  async function newRoom(startsInSeconds: number, stock = 100) {
    const { variantId } = await addProduct(api.db, { stock })
    const saleId = await addSaleWithRoom(api.db, [variantId], new Date(now.getTime() + startsInSeconds * 1_000))
    await round()
    const document = async (): Promise<WaitingRoom> => (await api.inject(`/api/waiting-rooms/${saleId}`)).json()
    return { saleId, variantId, document, visitor: () => createVisitor(api, saleId) }
  }

  /** Rounds, a second apart, until this place has been called. */
  async function callUntil(saleId: number, place: number): Promise<void> {
    for (let second = 0; second < 60; second++) {
      const { serving } = (await api.inject(`/api/waiting-rooms/${saleId}`)).json()
      if (serving >= place) return
      await pass(1)
      await round()
    }
    throw new Error(`place ${place} was not called within a minute`)
  }

  async function fillCart(variantId: number, quantity = 1) {
    const shopper = createShopper(api)
    await shopper.add(variantId, quantity)
    const [{ orderKey }, body] = [await shopper.cart(), await shopper.orderBody(upazilaId)]
    const order = (cookies = '', at: Pick<TestApi, 'inject'> = api) =>
      at.inject({
        method: 'POST',
        url: '/api/orders',
        payload: body,
        headers: { 'idempotency-key': orderKey ?? '', cookie: `cart=${shopper.cookie()}; ${cookies}` },
      })
    return { shopper, order }
  }

  /** A visitor with a pass that has not been used. */
  async function admitted(saleId: number) {
    const visitor = createVisitor(api, saleId)
    const { number } = await visitor.takeTicket()
    await callUntil(saleId, number ?? 0)
    const { state } = await visitor.takePass()
    if (state !== 'admitted') throw new Error(`the visitor is ${state}`)
    return visitor
  }

  return {
    api,
    other,
    keys,
    round,
    pass,
    newRoom,
    callUntil,
    fillCart,
    admitted,
    now: () => now,
    async drop() {
      await other.drop()
      await api.drop()
    },
  }
}
