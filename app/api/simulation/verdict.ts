import { keyOfPart } from '../src/refunds/refunds.service.ts'
import { findUnsettled } from './invariants/bank.ts'
import type { Schedule } from './scheduler.ts'
import type { Snapshot } from './snapshot.ts'
import { Violation } from './violation.ts'
import type { ToldOrder, World } from './world.ts'

/** Holds what everybody was told against what is there in the end. Throws Violation. */
export function judge(snapshot: Snapshot, world: World, firstVariantId: number, schedule: Schedule): void {
  for (const told of world.toldOrders) judgeOrder(snapshot, world, told, firstVariantId)
  judgeStrangers(snapshot, world)
  for (const { toldTo, token } of world.toldCancelled) {
    const state = snapshot.orders.find((order) => order.token === token)?.state
    if (state !== 'cancelled') throw new Violation(`${toldTo} cancelled an order, and it is ${state}`)
  }
  for (const { toldTo, reference, outcome } of world.toldPayments) {
    const state = snapshot.payments.find((payment) => payment.reference === reference)?.state
    if (state !== outcome) throw new Violation(`${toldTo} was told that a payment is ${outcome}, and it is ${state}`)
  }
  judgeRefunds(snapshot, world)
  judgeSteps(snapshot, world)
  judgeConfirmations(snapshot, world)
  const unsettled = findUnsettled(snapshot, world.bank)
  if (unsettled.length > 0) throw new Violation(unsettled.join('; '))
  judgeJobs(world, schedule)
}

function judgeOrder(snapshot: Snapshot, { switchedMethods }: World, told: ToldOrder, firstVariantId: number): void {
  const found = snapshot.orders.find(({ token }) => token === told.token)
  if (found === undefined) throw new Violation(`${told.toldTo} was told of an order that is not there`)
  const lines = snapshot.orderLines.filter(({ orderId }) => orderId === found.id)
  const promised = describe({
    ...told,
    ...(switchedMethods.has(told.token) && { paymentMethod: found.paymentMethod }),
    lines: told.lines.map((line) => relative(line, firstVariantId)),
  })
  const kept = describe({ ...found, lines })
  if (promised !== kept) throw new Violation(`${told.toldTo} was promised ${promised} and has ${kept}`)
}

type Line = ToldOrder['lines'][number]

/** Snapshots count variants from one. */
function relative(line: Line, firstVariantId: number): Line {
  return { ...line, variantId: line.variantId - firstVariantId + 1 }
}

function describe({
  totalPaisa,
  customerName,
  paymentMethod,
  lines,
}: Pick<ToldOrder, 'totalPaisa' | 'customerName' | 'paymentMethod' | 'lines'>): string {
  const goods = lines.map(
    ({ variantId, quantity, unitPricePaisa }) => `${quantity} × ${variantId} at ${unitPricePaisa}`,
  )
  return `${goods.toSorted().join(', ')} for ${totalPaisa} by ${paymentMethod} to ${customerName}`
}

/** Unless an answer was lost and its shopper walked away, there is no order that nobody was told about. */
function judgeStrangers({ orders }: Snapshot, { toldOrders, abandonedKeys }: World): void {
  const known = new Set([...toldOrders.map(({ key }) => key), ...abandonedKeys])
  const stranger = orders.find(({ key }) => !known.has(key))
  if (stranger !== undefined) throw new Violation(`there is a ${stranger.state} order that nobody was told about`)
}

/**
 * Staff were told of every refund they asked for, each is, with the part of it that is cash, what its units cost, and what they
 * gave back by hand is done.
 */
function judgeRefunds({ refunds, refundLines, orderLines }: Snapshot, { toldRefunds, toldGivenByHand }: World): void {
  const asked = refunds.filter(({ isAsked }) => isAsked)
  const restKeys = new Set([...toldRefunds.keys()].map((key) => keyOfPart(key, 2)))
  for (const { orderId, key, amountPaisa: firstPaisa } of asked) {
    if (restKeys.has(key)) continue
    const amountPaisa = firstPaisa + (asked.find((refund) => refund.key === keyOfPart(key, 2))?.amountPaisa ?? 0)
    if (!toldRefunds.has(key)) throw new Violation(`order ${orderId} has a refund that nobody was told of`)
    const units = refundLines.filter((line) => line.key === key)
    const pricePaisa = units.reduce((sum, { variantId, quantity }) => {
      const line = orderLines.find((each) => each.orderId === orderId && each.variantId === variantId)
      return sum + (line?.unitPricePaisa ?? 0) * quantity
    }, 0)
    if (units.length > 0 && amountPaisa !== pricePaisa)
      throw new Violation(`order ${orderId}: units of ${pricePaisa} are refunded by ${amountPaisa}`)
  }
  for (const [key, { toldTo }] of toldRefunds)
    if (asked.filter((refund) => refund.key === key).length !== 1)
      throw new Violation(`${toldTo} was promised a refund`)
  for (const { toldTo, reference } of toldGivenByHand) {
    const state = refunds.find((refund) => refund.reference === reference)?.state
    if (state !== 'done') throw new Violation(`${toldTo} gave money back by hand, and the refund is ${state}`)
  }
}

function judgeSteps({ steps }: Snapshot, { toldSteps }: World): void {
  const causes = steps.map(({ cause }) => cause)
  for (const { cause, toState } of toldSteps) {
    const place = causes.indexOf(cause)
    if (place === -1) throw new Violation(`a step to ${toState} was told and is not in the history`)
    causes.splice(place, 1)
  }
}

/** An order that waits for a code goes on by the right one, and whoever was told so has an order that did. */
function judgeConfirmations({ orders, steps }: Snapshot, { enteredRightly, confirmedByCode }: World): void {
  for (const { id, token, state } of orders) {
    const mine = steps.filter(({ orderId }) => orderId === id)
    const isConfirmed = mine.some(({ from, to }) => from === 'pending_confirmation' && to === 'confirmed')
    if (isConfirmed && !enteredRightly.has(token)) throw new Violation(`order ${id} was confirmed without its code`)
    // A right code that comes as the hold ends takes the stock again, as a late payment does.
    const goesOn = isConfirmed || mine.some(({ from, to }) => from === 'expired' && to === 'confirmed')
    if (confirmedByCode.has(token) && !goesOn) throw new Violation(`order ${id} is ${state}, its code was taken`)
  }
}

/** A job may fail or be done again when its process or connection was lost, or when it took longer than its claim lasts. */
function judgeJobs({ jobFailures, jobsBegun, minutesPassed }: World, { crashes, cancellations }: Schedule): void {
  const isUndisturbed = crashes === 0 && cancellations === 0 && minutesPassed < 1
  if (!isUndisturbed) return
  if (jobFailures.length > 0) throw new Violation(`a job failed for no reason: ${jobFailures[0]}`)
  if ([...jobsBegun.values()].some((count) => count > 1)) throw new Violation('a job was begun twice for no reason')
}
