import { recordPayment } from '../../src/payments/payments.service.ts'
import { type Actor, ask, type Script } from '../actor.ts'
import { Violation } from '../violation.ts'
import type { ToldOrder } from '../world.ts'

export type PaymentPlan = {
  /** Which of the orders to be paid online, in the order in which their shoppers were told. */
  orderIndex: number
  /** The provider's id; two messages about one payment carry the same. */
  reference: string
  /** Paisa paid too much; negative: too little. */
  excessPaisa: number
  when: 'at once' | 'after its time' | 'after a sweep'
  /** How often the provider tells of it. */
  messages: number
}

/** The provider tells of a payment, as often as it likes, until it is heard. */
export function makePayer(plan: PaymentPlan): Script {
  return async (actor) => {
    const { world } = actor
    const isThere = await actor.until(() => findOrder(actor, plan) !== undefined)
    const told = findOrder(actor, plan)
    if (!isThere || told === undefined) return
    if (plan.when === 'after its time') await actor.until(() => world.minutesPassed >= 10)
    if (plan.when === 'after a sweep') await actor.until(() => world.sweeps > 0)
    for (let message = 1; message <= plan.messages; message++) await pay(actor, plan, told)
  }
}

function findOrder({ world }: Actor, { orderIndex }: PaymentPlan): ToldOrder | undefined {
  return world.toldOrders.filter(({ paymentMethod }) => paymentMethod !== 'cash_on_delivery')[orderIndex]
}

async function pay(actor: Actor, plan: PaymentPlan, told: ToldOrder): Promise<void> {
  const { paymentMethod } = told
  if (paymentMethod === 'cash_on_delivery') return
  const found = await ask(actor, 'finding the order', () =>
    actor.context.db.selectFrom('orders').select('id').where('token', '=', told.token).executeTakeFirst(),
  )
  const orderId = found.kind === 'done' ? found.value?.id : undefined
  if (orderId === undefined) throw new Violation(`${told.toldTo} was told of an order that is not there`)
  const payment = {
    orderId,
    method: paymentMethod,
    providerReference: `${told.token}-${plan.reference}`,
    amountPaisa: told.totalPaisa + plan.excessPaisa,
  }
  const answer = await ask(actor, 'recording a payment', () => recordPayment(actor.context, payment))
  if (answer.kind !== 'done') return
  actor.note(`was told: payment ${answer.value}`)
  actor.world.toldPayments.push({ toldTo: actor.name, reference: payment.providerReference, outcome: answer.value })
}
