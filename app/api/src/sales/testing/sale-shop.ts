import { randomBytes } from 'node:crypto'
import type { Order, PlaceOrder } from '@dhakacart/contract/orders.schema.ts'
import { addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { addSale, type SaleFixture } from '@dhakacart/database/testing/sale-fixture.ts'
import { sql } from 'kysely'
import { readOrderRequest } from '../../orders/order-request.ts'
import type { Placement } from '../../orders/orders.placement.ts'
import { createShopper, type Shopper } from '../../testing/shopper.ts'
import type { TestApi } from '../../testing/test-api.ts'

export const usualPaisa = 500_000
export const salePaisa = 400_000
export const opens = new Date('2027-03-08T04:00:00Z')
export const ends = new Date('2027-03-08T10:00:00Z')
export const running = new Date('2027-03-08T05:00:00Z')

type OneSale = Partial<Omit<SaleFixture, 'lines'>> & { allotment?: number; stock?: number; count?: number }
type Lines = readonly (readonly [variantId: number, quantity: number])[]

/** A cart with what its shopper is about to send. */
export type Ready = { shopper: Shopper; orderKey: string | null; body: PlaceOrder }

/** Sales of products of their own, and shoppers with carts of them. */
export function createSaleShop(api: TestApi, upazilaId: number) {
  return {
    context: { db: api.db, randomBytes },

    async sale({ allotment = 10, stock = 100, count = 1, ...changes }: OneSale = {}) {
      const variantIds: number[] = []
      for (let index = 0; index < count; index++) {
        variantIds.push((await addProduct(api.db, { pricePaisa: usualPaisa, stock })).variantId)
      }
      const lines = variantIds.map((variantId) => ({ variantId, pricePaisa: salePaisa, allotment }))
      const id = await addSale(api.db, { startsAt: opens, endsAt: ends, lines, ...changes })
      return { id, variantIds, variantId: variantIds[0] ?? 0 }
    },

    async cart(lines: Lines, changes: Partial<PlaceOrder> = {}): Promise<Ready> {
      const shopper = createShopper(api)
      for (const [variantId, quantity] of lines) await shopper.add(variantId, quantity)
      const { orderKey } = await shopper.cart()
      return { shopper, orderKey, body: await shopper.orderBody(upazilaId, changes) }
    },

    async takenOf(saleId: number, variantId: number): Promise<number> {
      const row = await api.db
        .selectFrom('saleLines')
        .select('takenUnits')
        .where('saleId', '=', saleId)
        .where('variantId', '=', variantId)
        .executeTakeFirstOrThrow()
      return row.takenUnits
    },

    /** Lines whose count of taken units is not what orders claim and have not given back: none. */
    async findWrongCounts(): Promise<unknown[]> {
      const { rows } = await sql`
        select l.sale_id, l.variant_id, l.taken_units, c.units from sale_lines l left join (
          select sale_id, variant_id, sum(units) as units from sale_claims where returned_at is null group by 1, 2
        ) c using (sale_id, variant_id)
        where l.taken_units <> coalesce(c.units, 0)`.execute(api.db)
      return rows
    },
  }
}

export const press = ({ shopper, orderKey, body }: Ready) => shopper.order(orderKey, body)

/** What a busy process would place together with others. */
export function placementOf({ shopper, orderKey, body }: Ready): Placement {
  return {
    cartToken: shopper.cookie() ?? '',
    key: orderKey ?? '',
    request: readOrderRequest(body),
    customerId: null,
    clientAddress: '127.0.0.1',
  }
}

export const codeOf = (answer: { json(): { code: string } }) => answer.json().code
export const priceOf = (answer: { json(): unknown }) => (answer.json() as Order).lines[0]?.unitPricePaisa
