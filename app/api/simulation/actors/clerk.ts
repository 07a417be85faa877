import { finishRefund, retryRefund } from '../../src/payments/console-payments.service.ts'
import { type Actor, ask, type Script } from '../actor.ts'

/** Looks after refunds that no provider makes: has what was refused sent again, or gives it back by hand as all of Nagad's. */
export function makeClerk(rounds: number, does: 'sends it again' | 'gives it back by hand'): Script {
  return async (actor) => {
    const { world } = actor
    for (let round = 1; round <= rounds; round++) {
      const seen = world.refundsMade
      if (!(await actor.until(() => world.refundsMade > seen || world.minutesPassed >= 10))) return
      const found = await ask(actor, 'reading refunds', () => readWaiting(actor))
      const [refund] = found.kind === 'done' ? found.value : []
      if (refund === undefined) continue
      if (refund.state === 'refused' && does === 'sends it again') await sendAgain(actor, refund)
      else await giveByHand(actor, refund)
    }
  }
}

type Waiting = Awaited<ReturnType<typeof readWaiting>>[number]

async function readWaiting({ context: { db }, world }: Actor) {
  const tokens = world.toldOrders.map(({ token }) => token)
  return db
    .selectFrom('refunds')
    .innerJoin('orders', 'orders.id', 'refunds.orderId')
    .innerJoin('payments', 'payments.id', 'refunds.paymentId')
    .select(['refunds.id', 'refunds.reference', 'refunds.amountPaisa', 'refunds.state', 'payments.providerReference'])
    .where('orders.token', 'in', tokens)
    .where('refunds.state', 'in', ['by_hand', 'refused'])
    .orderBy('refunds.id')
    .execute()
}

async function sendAgain(actor: Actor, { id }: Waiting): Promise<void> {
  const retry = () => retryRefund(actor.context.db, actor.world.staff, id)
  // Whoever asks again after a lost answer may find that it is under way already.
  const answer = await ask(actor, 'having a refund sent again', retry, { refusals: ['REFUND_STATE_FORBIDS'] })
  actor.note(`had a refund sent again: ${answer.kind === 'refused' ? answer.code : answer.kind}`)
}

async function giveByHand(actor: Actor, { id, reference, amountPaisa, providerReference }: Waiting): Promise<void> {
  const { bank, staff, toldGivenByHand } = actor.world
  bank.desk.giveByHand(providerReference, reference, amountPaisa)
  const finish = () => finishRefund(actor.context.db, staff, id, `by hand ${reference}`)
  const answer = await ask(actor, 'marking a refund as done', finish)
  actor.note(`gave back by hand: ${answer.kind}`)
  if (answer.kind === 'done') toldGivenByHand.push({ toldTo: actor.name, reference })
}
