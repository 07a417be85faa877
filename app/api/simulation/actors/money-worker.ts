import { verifyDue } from '../../src/payments/verify.ts'
import { runDueRefund } from '../../src/refunds/refund-sending.ts'
import { ask, type Script } from '../actor.ts'
import { onlineMethods } from '../bank.ts'
import { payingContext } from './gateway-payer.ts'

/** The loops of the worker that speak to providers: looks at payments without news, and gives money back. */
export function makeMoneyWorker(rounds: number, begins: 'at once' | 'after its time'): Script {
  return async (actor) => {
    const { world } = actor
    for (let round = 1; round <= rounds; round++) {
      const isReady = () => world.bank.payments.length > 0 && (begins === 'at once' || world.minutesPassed >= 1)
      if (!(await actor.until(isReady))) return
      for (const method of actor.random.shuffle(onlineMethods)) {
        const context = payingContext(actor)
        const looked = await ask(actor, 'looking at payments', () => verifyDue(context, method, 1))
        const sent = await ask(actor, 'giving money back', () => runDueRefund(context, method))
        const count = [looked, sent].map((answer) => (answer.kind === 'done' ? answer.value : 0))
        if (count.some((each) => each > 0)) actor.note(`looked at ${count[0]} payments and ${count[1]} refunds`)
      }
    }
  }
}
