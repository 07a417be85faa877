import type { OnlineMethod, StartPayment } from '@dhakacart/contract/payments.schema.ts'
import { addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createShopper } from '../../testing/shopper.ts'
import type { TestApi } from '../../testing/test-api.ts'

/** Somebody who ordered all the stock of a new product, to be paid online. */
export async function orderToPay(
  api: TestApi,
  upazilaId: number,
  method: OnlineMethod,
  { stock = 1, pricePaisa = 100_000, customerEmail = 'rahima@example.com' } = {},
) {
  const { variantId } = await addProduct(api.db, { stock, pricePaisa })
  const shopper = createShopper(api)
  await shopper.add(variantId, stock)
  const { orderKey } = await shopper.cart()
  const body = await shopper.orderBody(upazilaId, { paymentMethod: method, customerEmail })
  const placed = await shopper.order(orderKey, body)
  if (placed.statusCode !== 200) throw new Error(`not ordered: ${placed.body}`)
  const { token, totalPaisa } = placed.json() as { token: string; totalPaisa: number }
  const order = await api.db.selectFrom('orders').select('id').where('token', '=', token).executeTakeFirstOrThrow()
  const start = (choice: Partial<StartPayment> = {}) =>
    api.inject({
      method: 'POST',
      url: `/api/orders/${token}/payments`,
      payload: { method, instalmentMonths: null, ...choice },
    })
  return {
    ...order,
    token,
    totalPaisa,
    variantId,
    shopper,
    start,
    /** Starts, and returns what the provider and we call the attempt. */
    async startedReference(): Promise<string> {
      const answer = await start()
      if (answer.statusCode !== 200) throw new Error(`not started: ${answer.body}`)
      const { reference } = await api.db
        .selectFrom('paymentAttempts')
        .select('reference')
        .where('orderId', '=', order.id)
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
      return reference
    },
    read: async () => (await api.inject({ url: `/api/orders/${token}` })).json(),
    money: async () => (await api.inject({ url: `/api/orders/${token}/payment` })).json(),
  }
}
export type OrderToPay = Awaited<ReturnType<typeof orderToPay>>
