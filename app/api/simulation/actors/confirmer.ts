import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import { confirmByCode, sendConfirmationCode } from '../../src/orders/orders.confirmation.ts'
import type { ServiceContext } from '../../src/service-context.ts'
import { ask, type Script } from '../actor.ts'
import { Violation } from '../violation.ts'
import { shopperAddress } from '../world.ts'

export type Entry = 'right' | 'wrong'

const unconfirmed: ReadonlySet<OrderState> = new Set(['pending_confirmation', 'expired'])

/** The same context, telling what the SMS will say: a code is made of four random bytes. */
export function watchCodes(context: ServiceContext, tell: (code: string) => void): ServiceContext {
  return {
    ...context,
    randomBytes(size) {
      const bytes = context.randomBytes(size)
      if (size === 4) tell(String(bytes.readUInt32BE() % 1_000_000).padStart(6, '0'))
      return bytes
    },
  }
}

/** Asks for the code of an order that waits for one and enters what stands in the SMS, or something else. */
export function makeConfirmer(orderIndex: number, entries: readonly Entry[], comes: 'at once' | 'late'): Script {
  return async (actor) => {
    const { world } = actor
    const isThere = await actor.until(() => world.toldOrders.length > orderIndex)
    const told = world.toldOrders[orderIndex]
    if (!isThere || told === undefined) return
    let code = '000000'
    const context = watchCodes(actor.context, (sent) => {
      code = sent
    })
    const sent = await ask(
      actor,
      'asking for a code',
      () => sendConfirmationCode(context, told.token, shopperAddress),
      {
        refusals: ['ORDER_STATE_FORBIDS', 'TOO_MANY_CODES'],
      },
    )
    actor.note(`asked for a code: ${sent.kind}`)
    if (sent.kind === 'unknown') return
    if (sent.kind === 'refused') {
      // A worker was faster: its code counts, and comes with its SMS.
      const isThereOne = sent.code === 'TOO_MANY_CODES' && (await actor.until(() => world.firstCodes.has(told.token)))
      if (!isThereOne) return
      code = world.firstCodes.get(told.token) ?? code
    }
    if (comes === 'late') await actor.until(() => world.minutesPassed >= 10)
    for (const entry of entries) {
      const entered = entry === 'right' ? code : code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10))
      if (entry === 'right') world.enteredRightly.add(told.token)
      const confirm = () => confirmByCode(actor.context, told.token, entered)
      const answer = await ask(actor, 'confirming', confirm, { refusals: ['ORDER_STATE_FORBIDS', 'CODE_WRONG'] })
      actor.note(`entered a ${entry} code: ${answer.kind === 'refused' ? answer.code : answer.kind}`)
      if (answer.kind === 'done' && unconfirmed.has(answer.value.state)) {
        throw new Violation(`${actor.name} confirmed an order and sees it ${answer.value.state}`)
      }
      if (answer.kind === 'done' && entry === 'right') world.confirmedByCode.add(told.token)
    }
  }
}
