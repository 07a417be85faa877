import type { Order, PlaceOrder } from '@dhakacart/contract/orders.schema.ts'
import { createShopper } from './shopper.ts'
import type { TestApi } from './test-api.ts'

export type PlacedOrder = Order & { id: number; version: number }

/** An order that a new shopper placed with these lines, and the id staff know it by. */
export async function placeOrder(
  api: TestApi,
  upazilaId: number,
  lines: readonly (readonly [variantId: number, quantity: number])[],
  changes: Partial<PlaceOrder> = {},
): Promise<PlacedOrder> {
  const shopper = createShopper(api)
  for (const [variantId, quantity] of lines) await shopper.add(variantId, quantity)
  const { orderKey } = await shopper.cart()
  const answer = await shopper.order(orderKey, await shopper.orderBody(upazilaId, changes))
  const order = answer.json() as Order
  if (answer.statusCode !== 200) throw new Error(`the order was refused: ${answer.body}`)
  const row = await api.db
    .selectFrom('orders')
    .select(['id', 'version'])
    .where('token', '=', order.token)
    .executeTakeFirstOrThrow()
  return { ...order, ...row }
}
