import { verifyDue } from '../../src/payments/verify.ts'
import { runDueRefund } from '../../src/refunds/refund-sending.ts'
import { ask, type Script } from '../actor.ts'
import { onlineMethods } from '../bank.ts'
import type { World } from '../world.ts'
import { payingContext } from './gateway-payer.ts'

const beginnings = {
  'at once': () => true,
  'after its time': ({ minutesPassed }: World) => minutesPassed >= 1,
  'after a refund': ({ refundsMade }: World) => refundsMade > 0,
}

/** The loops of the worker that speak to providers: looks at payments without news, and gives money back. */
export function makeMoneyWorker(rounds: number, begins: keyof typeof beginnings): Script {
  return async (actor) => {
    const { world } = actor
    for (let round = 1; round <= rounds; round++) {
      if (!(await actor.until(() => world.bank.payments.length > 0 && beginnings[begins](world)))) return
      for (const method of actor.random.shuffle(onlineMethods)) {
        const context = payingContext(actor)
        const looked = await ask(actor, 'looking at payments', () => verifyDue(context, method, 1))
        const sent = await ask(actor, 'giving money back', () => runDueRefund(context, method))
        if (sent.kind === 'done' && sent.value > 0) world.refundsMade++
        const count = [looked, sent].map((answer) => (answer.kind === 'done' ? answer.value : 0))
        if (count.some((each) => each > 0)) actor.note(`looked at ${count[0]} payments and ${count[1]} refunds`)
      }
    }
  }
}
