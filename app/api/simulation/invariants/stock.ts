import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import type { Snapshot } from '../snapshot.ts'

type Change = { onHand: number; held: number }

/** Orders in these states have no units. All others but a waiting one have sold them. */
const withoutUnits: ReadonlySet<OrderState> = new Set(['expired', 'cancelled', 'returned'])

/**
 * Law 3, three times over: the levels are the sums of the ledger; they are what came in less what the orders' states say was
 * sold; and each order moved exactly the units that its state accounts for.
 */
export function findStockViolations(snapshot: Snapshot): string[] {
  return [
    ...snapshot.levels.flatMap((level) => findLevelViolations(snapshot, level)),
    ...findOrderEffectViolations(snapshot),
    ...snapshot.movements.filter((movement) => !isSound(movement)).map((movement) => `movement ${show(movement)}`),
  ]
}

function findLevelViolations(snapshot: Snapshot, level: Snapshot['levels'][number]): string[] {
  const { variantId, onHand, held } = level
  const mine = snapshot.movements.filter((movement) => movement.variantId === variantId)
  const ledger = sum(mine)
  const received = sum(mine.filter(({ kind }) => kind === 'received' || kind === 'adjusted')).onHand
  const accounted = sum(
    snapshot.orderLines
      .filter((line) => line.variantId === variantId)
      .map((line) => accountFor(snapshot, line.orderId, line.quantity)),
  )
  const name = `variant ${variantId}: ${show(level)}`
  return [
    ...(ledger.onHand === onHand && ledger.held === held ? [] : [`${name}, but the ledger makes ${show(ledger)}`]),
    ...(held >= 0 && held <= onHand ? [] : [name]),
    ...(onHand === received + accounted.onHand && held === accounted.held
      ? []
      : [`${name}, but ${received} came in and the orders account for ${show(accounted)}`]),
  ]
}

function findOrderEffectViolations(snapshot: Snapshot): string[] {
  const { movements, orderLines, orders } = snapshot
  const effects = orderLines.flatMap(({ orderId, variantId, quantity }) => {
    const moved = sum(movements.filter((each) => each.orderId === orderId && each.variantId === variantId))
    const accounted = accountFor(snapshot, orderId, quantity)
    if (moved.onHand === accounted.onHand && moved.held === accounted.held) return []
    const state = orders.find(({ id }) => id === orderId)?.state
    return [`order ${orderId} is ${state}, but moved ${show(moved)} for ${quantity} units of variant ${variantId}`]
  })
  const strays = movements
    .filter(({ orderId }) => orderId !== null)
    .filter((each) => !orderLines.some((line) => line.orderId === each.orderId && line.variantId === each.variantId))
    .map(({ orderId, variantId }) => `order ${orderId} moved variant ${variantId}, which it does not have`)
  return [...effects, ...strays]
}

/** What an order's state says it did to the stock of a line. */
function accountFor({ orders }: Snapshot, orderId: number, quantity: number): Change {
  const state = orders.find(({ id }) => id === orderId)?.state
  if (state === 'pending_payment' || state === 'pending_confirmation') return { onHand: 0, held: quantity }
  return { onHand: state === undefined || withoutUnits.has(state) ? 0 : -quantity, held: 0 }
}

/** Each kind of movement changes what its name says and nothing else. */
function isSound({ kind, onHand, held, orderId }: Snapshot['movements'][number]): boolean {
  const isOfOrder = orderId !== null
  if (kind === 'received') return onHand > 0 && held === 0 && !isOfOrder
  if (kind === 'adjusted') return held === 0 && !isOfOrder
  if (kind === 'held') return onHand === 0 && held > 0 && isOfOrder
  if (kind === 'released') return onHand === 0 && held < 0 && isOfOrder
  if (kind === 'sold') return onHand < 0 && (held === 0 || held === onHand) && isOfOrder
  return kind === 'returned' && onHand > 0 && held === 0 && isOfOrder
}

function sum(changes: readonly Change[]): Change {
  return changes.reduce((total, { onHand, held }) => ({ onHand: total.onHand + onHand, held: total.held + held }), {
    onHand: 0,
    held: 0,
  })
}

function show({ onHand, held }: Change): string {
  return `${onHand} on hand, ${held} held`
}
