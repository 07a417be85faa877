import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { addEditableCategory } from '../../testing/console-catalogue.ts'
import { addressOf, signInByCode } from '../../testing/customer.ts'
import { type PlacedOrder, placeOrder } from '../../testing/placed-order.ts'
import { promisedMessages } from '../../testing/promised-messages.ts'
import { createShopper } from '../../testing/shopper.ts'
import { signInAsStaff } from '../../testing/staff.ts'
import type { TestApi } from '../../testing/test-api.ts'

type Press = {
  /** Sends the write; called several times at once. */
  send: () => Promise<LightMyRequestResponse>
  /** What is there afterwards, and what that must be. */
  left: () => Promise<unknown>
  expected: unknown
}
/** By the route it presses, as Fastify knows it. */
export type Presses = Readonly<Record<string, (shop: TwiceShop) => Promise<Press>>>

export const keyed = (key: string = randomUUID()) => ({ 'idempotency-key': key })

type Owner = Awaited<ReturnType<typeof signInAsStaff>>

/** A shop with an owner, and what a write is made on. */
export async function createTwiceShop(api: TestApi) {
  const owner = await signInAsStaff(api, 'owner')
  const place = await addEditableCategory(api.db)
  const upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
  return {
    api,
    owner,
    /** Where a product can be: category and brand. */
    place,
    ...makeOrders(api, owner, upazilaId),
    ...makeTerms(api, owner),
    ...makePeople(api, upazilaId),
    /** How often it was written down. */
    audited: async (action: string, subject: string): Promise<number> =>
      (
        await api.db
          .selectFrom('auditEntries')
          .select('id')
          .where('action', '=', action)
          .where('subject', '=', subject)
          .execute()
      ).length,
    /** How often an order's customer is told so by SMS. */
    told: async ({ id }: { id: number }, template: string): Promise<number> =>
      (await promisedMessages(api.db, id)).filter((message) => message.template === template).length,
    /** Codes that were promised to a number or an e-mail address. */
    async codesTo(to: string): Promise<number> {
      const { rows } = await sql`
        select id from jobs where payload ->> 'template' in ('code', 'email-code')
          and (payload ->> 'phone' = ${to} or payload ->> 'email' = ${to})`.execute(api.db)
      return rows.length
    },
  }
}

/** Orders at each of their steps. */
function makeOrders(api: TestApi, owner: Owner, upazilaId: number) {
  let phones = 0

  async function newOrder(pricePaisa = 100_000) {
    const { variantId } = await addProduct(api.db, { stock: 5, pricePaisa })
    const customerPhone = `0191${String(++phones).padStart(7, '0')}`
    return { variantId, ...(await placeOrder(api, upazilaId, [[variantId, 2]], { customerPhone })) }
  }
  type Ordered = PlacedOrder & { variantId: number }

  const onOrder = (order: Ordered, step: string, body: object) =>
    owner.send('POST', `/api/console/orders/${order.id}/${step}`, body)
  async function after(order: Ordered, step: string, body: object): Promise<Ordered> {
    const answer = await onOrder(order, step, { version: order.version, ...body })
    assert.equal(answer.statusCode, 200, answer.body)
    return { ...order, version: order.version + 1 }
  }
  const packed = async () => after(await newOrder(), 'pack', { units: [] })
  const shipped = async () => after(await packed(), 'ship', { courier: 'own', trackingNumber: null })

  return {
    newOrder: () => newOrder(),
    /** One that waits for the code of an SMS, because it is dear and paid at the door. */
    dearOrder: () => newOrder(1_250_000),
    onOrder,
    packed,
    shipped,
    delivered: async () => after(await shipped(), 'delivery', { outcome: 'delivered' }),
    /** The order with its stock. */
    stateOf: async ({ id, variantId }: Ordered) => [
      await api.db.selectFrom('orders').select(['state', 'version']).where('id', '=', id).executeTakeFirstOrThrow(),
      await api.db
        .selectFrom('stockLevels')
        .select(['onHand', 'held'])
        .where('variantId', '=', variantId)
        .executeTakeFirstOrThrow(),
    ],
  }
}

/** What makes things cheaper. */
function makeTerms(api: TestApi, owner: Owner) {
  let coupons = 0
  return {
    /** The code of a new coupon. */
    async coupon(): Promise<string> {
      const code = `TWICE-${++coupons}`
      const terms = { percent: 10, amountPaisa: null, mostPaisa: null, minimumPaisa: 0 }
      const limits = { totalLimit: null, phoneLimit: null }
      const window = { startsAt: '2026-01-01T00:00:00Z', endsAt: '2098-01-01T00:00:00Z' }
      const body = { code, ...terms, ...limits, ...window, isActive: true }
      const made = await owner.send('POST', '/api/console/coupons', body)
      assert.equal(made.statusCode, 200, made.body)
      return code
    },
    /** A sale of a new product that nobody sees yet, and what it was made with. */
    async draftSale() {
      const { variantId } = await addProduct(api.db, { stock: 9, pricePaisa: 500_000 })
      const body = {
        name: { en: 'Eid sale', bn: 'ঈদ সেল' },
        startsAt: '2097-03-08T04:00:00.000Z',
        endsAt: '2097-03-09T04:00:00.000Z',
        prewarmMinutes: 30,
        limitPerCustomer: 2,
        hasWaitingRoom: false,
        lines: [{ variantId, pricePaisa: 400_000, allotment: 5 }],
      }
      const made = await owner.send('POST', '/api/console/sales', body, keyed())
      assert.equal(made.statusCode, 200, made.body)
      const { id, version } = made.json() as { id: number; version: number }
      return { id, version, body }
    },
  }
}

/** Shoppers with a cart, customers with an address. */
function makePeople(api: TestApi, upazilaId: number) {
  return {
    async filledCart() {
      const { variantId } = await addProduct(api.db, { stock: 9 })
      const shopper = createShopper(api)
      await shopper.add(variantId)
      const quantities = async () => (await shopper.cart()).lines.map(({ quantity }) => quantity)
      return { shopper, variantId, quantities }
    },
    async address() {
      const customer = await signInByCode(api)
      const body = addressOf(upazilaId)
      const added = await customer.send('POST', '/api/account/addresses', body, keyed())
      const { id } = added.json().addresses[0]
      const streets = async () =>
        (await customer.send('GET', '/api/account/addresses'))
          .json()
          .addresses.map(({ streetAddress, isDefault }: { streetAddress: string; isDefault: boolean }) => [
            streetAddress,
            isDefault,
          ])
      return { customer, id, body, streets }
    },
  }
}

export type TwiceShop = Awaited<ReturnType<typeof createTwiceShop>>
