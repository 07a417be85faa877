import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { findReturn, startPayment } from '../../src/payments/attempts.service.ts'
import { hearNotice, readHint } from '../../src/payments/notices.ts'
import type { PaymentContext } from '../../src/payments/payment-context.ts'
import { verify } from '../../src/payments/verify.ts'
import { type Actor, ask, LostPatience, type Script } from '../actor.ts'
import type { BankPayment } from '../bank.ts'
import { Violation } from '../violation.ts'
import type { ToldOrder } from '../world.ts'

export type News = 'return' | 'return that says cancelled' | 'notice' | 'forged notice' | 'notice of another payment'
export type GatewayPlan = {
  /** Which of the orders to be paid online, in the order in which their shoppers were told. */
  orderIndex: number
  /** null: the order's own. */
  method: OnlineMethod | null
  /** Presses "pay" so often, one after the other. */
  presses: number
  /** When the shopper does something on the provider's page. */
  when: 'at once' | 'after its time' | 'after a sweep'
  behaviour: 'pays' | 'tampers' | 'leaves'
  /** What reaches us before and after it, in this order; empty: all of it is lost. */
  before: readonly News[]
  after: readonly News[]
}

const publicOrigin = readPublicOrigin('http://localhost:3000')
const address = '203.0.113.7'
/** An order to be paid at the door names no other way; this is one whose refunds need nobody. */
const advanceMethod = 'bkash'
/** How likely a shopper is to close the page at each look whether somebody else's press has brought it. */
const patienceEnds = 0.5

/** The services' way to the providers of this seed. */
export function payingContext({ context, world, random }: Actor): PaymentContext {
  const pause = async () => {
    if (random.chance(patienceEnds)) throw new LostPatience()
  }
  return { ...context, providers: world.bank.providers, publicOrigin, pause }
}

/** Pays at a provider's page; what we hear of it comes early, late, twice, wrong, forged or never. */
export function makeGatewayPayer(plan: GatewayPlan): Script {
  return async (actor) => {
    const { world } = actor
    const find = () => world.toldOrders.filter(({ isPaidOnline }) => isPaidOnline)[plan.orderIndex]
    const isThere = await actor.until(() => find() !== undefined)
    const told = find()
    if (!isThere || told === undefined) return
    const payment = await start(actor, plan, told)
    if (payment === null) return
    for (const news of plan.before) await hear(actor, payment, news)
    if (plan.when === 'after its time') await actor.until(() => world.minutesPassed >= 10)
    if (plan.when === 'after a sweep') await actor.until(() => world.sweeps > 0)
    world.bank.visit(payment.session, plan.behaviour)
    actor.note(`${plan.behaviour} by ${payment.method}`)
    for (const news of plan.after) await hear(actor, payment, news)
  }
}

/** Presses "pay" until a page comes; null when none does. */
async function start(actor: Actor, plan: GatewayPlan, told: ToldOrder): Promise<BankPayment | null> {
  const { paymentMethod } = told
  const own = paymentMethod === 'cash_on_delivery' ? advanceMethod : paymentMethod
  const method = plan.method ?? own
  // An advance leaves the rest to be paid at the door.
  if (method !== own && paymentMethod !== 'cash_on_delivery') actor.world.switchedMethods.add(told.token)
  const begin = () => startPayment(payingContext(actor), told.token, { method, instalmentMonths: null }, address)
  let payment: BankPayment | null = null
  for (let press = 1; press <= plan.presses; press++) {
    const answer = await ask(actor, 'starting a payment', begin, {
      refusals: ['PAYMENT_NOT_DUE', 'PAYMENT_PROVIDER_AWAY', 'TOO_MANY_PAYMENT_ATTEMPTS'],
      walksAway: 0.4,
    })
    actor.note(`pressed pay: ${answer.kind === 'refused' ? answer.code : answer.kind}`)
    if (answer.kind !== 'done') continue
    const found = actor.world.bank.payments.find(({ reference }) => reference === answer.value.reference)
    if (found === undefined) throw new Violation(`${actor.name} was given a page that its provider does not know`)
    payment = found
  }
  return payment
}

async function hear(actor: Actor, payment: BankPayment, news: News): Promise<void> {
  const { bank } = actor.world
  const context = payingContext(actor)
  const { method, reference } = payment
  if (news === 'return' || news === 'return that says cancelled') {
    const status = news === 'return' ? 'success' : 'cancel'
    await ask(actor, 'coming back', async () => {
      const found = await findReturn(context.db, method, reference)
      if (found === null) throw new Violation(`${actor.name} came back to a payment that is not there`)
      const hint = readHint(context.providers, { method, reference, form: new URLSearchParams(), status })
      if (found.state !== 'paid') await verify(context, found.id, hint)
    })
  } else {
    const others = bank.payments.filter((each) => each !== payment)
    const about = news === 'notice of another payment' && others.length > 0 ? actor.random.pick(others) : payment
    const form = bank.sign(payment, about)
    if (news === 'forged notice') form.set('signature', 'made up')
    const answer = await ask(actor, 'hearing a notice', () => hearNotice(context, method, form))
    const isBelieved = answer.kind === 'done' && answer.value
    if (isBelieved && news === 'forged notice') throw new Violation('a forged notice was believed')
  }
  actor.world.newsHeard++
  actor.note(`brought a ${news}`)
}
