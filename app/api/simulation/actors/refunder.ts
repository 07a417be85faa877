import { requestRefund } from '../../src/payments/console-payments.service.ts'
import { type Actor, ask, type Script } from '../actor.ts'
import { Violation } from '../violation.ts'

export type RefundPlan = {
  /** What it is for: one unit, everything of every product, or an amount that is no unit. */
  what: 'a unit' | 'all units' | 'an amount'
  key: string
  /** Presses so often, one after the other. */
  presses: number
  /** Of the first order, once a courier said that it is delivered; absent: of what was paid online. */
  isOfCash?: boolean
}

const amountPaisa = 6_000

/** A member of staff who gives back a part of what the first order paid online, or at the door, while money and order are on their way. */
export function makeRefunder({ what, key, presses, isOfCash = false }: RefundPlan): Script {
  return async (actor) => {
    const { world } = actor
    const isPaid = await actor.until(() => (isOfCash ? world.delivered.size > 0 : world.newsHeard > 0))
    const told = isOfCash ? world.toldOrders[0] : world.toldOrders.find(({ isPaidOnline }) => isPaidOnline)
    if (!isPaid || told === undefined) return
    const found = await ask(actor, 'reading the order', () => readOrder(actor, told.token))
    if (found.kind !== 'done') return
    const order = found.value
    const lines = order.lines
      .map((line) => ({ ...line, quantity: what === 'all units' ? line.quantity : 1 }))
      .slice(0, what === 'a unit' ? 1 : what === 'an amount' ? 0 : order.lines.length)
    const wanted = {
      orderId: order.id,
      amountPaisa: what === 'an amount' ? amountPaisa : null,
      lines,
      reason: what,
      idempotencyKey: key,
    }
    for (let press = 1; press <= presses; press++) {
      const give = () => requestRefund(actor.context.db, world.staff, wanted)
      const answer = await ask(actor, 'giving a part back', give, { refusals: ['REFUND_TOO_LARGE'] })
      actor.note(`gave back ${what}: ${answer.kind === 'refused' ? answer.code : answer.kind}`)
      world.refundsMade++
      if (answer.kind === 'done') world.toldRefunds.set(key, { toldTo: actor.name })
      else if (world.toldRefunds.has(key)) throw new Violation(`${actor.name} pressed again and was refused`)
    }
  }
}

async function readOrder(
  { context: { db } }: Actor,
  token: string,
): Promise<{ id: number; lines: { variantId: number; quantity: number }[] }> {
  const rows = await db
    .selectFrom('orders')
    .innerJoin('orderLines', 'orderLines.orderId', 'orders.id')
    .select(['orders.id', 'variantId', 'quantity'])
    .where('token', '=', token)
    .orderBy('variantId')
    .execute()
  return { id: rows[0]?.id ?? 0, lines: rows.map(({ variantId, quantity }) => ({ variantId, quantity })) }
}
