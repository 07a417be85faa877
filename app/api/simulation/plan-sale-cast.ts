import { makeBusyProcess } from './actors/busy-process.ts'
import { makeCanceller } from './actors/canceller.ts'
import { makeClock } from './actors/clock.ts'
import { makeConfirmer } from './actors/confirmer.ts'
import { makePayer } from './actors/payer.ts'
import { makeSaleKeeper } from './actors/sale-keeper.ts'
import { makeShopper } from './actors/shopper.ts'
import { type Member, payer, planVisit, sweeper } from './plan-members.ts'
import type { Random } from './random.ts'
import type { PreparedCart, World } from './world.ts'

/** From the beginning on: over the opening and the end of the sale, over the ten minutes of a hold, and now and then back. */
const saleLeaps = [[61], [61, 601], [61, 601, 1_300], [59, 2, -2, 3], [601, 61], [300, 301, 1_300]]

/** Three want what a sale has once or twice, as it opens, ends, is changed or sells out; two of them may have one phone. */
export function saleGoers(world: World, carts: readonly PreparedCart[], random: Random): Member[] {
  const isOnePhone = random.chance(0.6)
  // Whoever pays online after the time needs the units again, which may have gone to somebody else meanwhile.
  const isLate = random.chance(0.4)
  const shoppers = carts.map((cart, index) => {
    const visit = {
      ...planVisit(world, cart, true, random),
      changes: [],
      phoneOf: isOnePhone ? (carts[0] ?? null) : null,
      comes: random.pick(['at once', 'at once', 'after a sweep'] as const),
    }
    if (!isLate) return { cart, visit }
    if (index > 0) return { cart, visit: { ...visit, comes: 'after a sweep' as const } }
    return { cart, visit: { ...visit, paymentMethod: 'bkash' as const, afterwards: 'leaves' as const, walksAway: 0 } }
  })
  const latePayment = { orderIndex: 0, reference: 'late', excessPaisa: 0, when: 'after a sweep', messages: 1 } as const
  const isBusy = !isLate && random.chance(0.5)
  const alone = isBusy ? shoppers.slice(2) : shoppers
  const begins = isLate ? ('after an order' as const) : random.pick(['at once', 'at once', 'after an order'] as const)
  const keeps = random.pick([['grow'], ['grow', 'extend'], ['cancel'], ['extend', 'cancel']] as const)
  return [
    ...(isBusy ? [{ role: 'process', script: makeBusyProcess(shoppers.slice(0, 2)) }] : []),
    ...alone.map(({ visit }) => ({ role: 'shopper', script: makeShopper(visit) })),
    { role: 'clock', script: makeClock(random.pick(saleLeaps), begins) },
    sweeper(1, 3),
    ...(isLate ? [{ role: 'payer', script: makePayer(latePayment) }] : [payer(random)]),
    ...(random.chance(0.3) ? [{ role: 'confirmer', script: makeConfirmer(0, ['right'], 'at once') }] : []),
    ...(random.chance(0.4) ? [{ role: 'canceller', script: makeCanceller(random.below(2)) }] : []),
    ...(random.chance(0.4) ? [{ role: 'sale keeper', script: makeSaleKeeper(keeps) }] : []),
  ]
}
