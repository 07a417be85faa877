import type { Snapshot, SnapshotOrder } from '../snapshot.ts'

/** The sale of a seed as its rules are judged by, written down from the design and not from the code it is to judge. */
type SaleLine = Snapshot['saleLines'][number]

/**
 * What a sale promised holds: never more units than its allotment, never more to one phone than its limit, each unit counted
 * exactly while its order is alive. `judged`: orders whose price was looked at before; it is looked at when an order appears.
 */
export function findSaleViolations(snapshot: Snapshot, judged: Set<number>): string[] {
  const violations = [
    ...snapshot.saleLines.flatMap((line) => findLineViolations(snapshot, line)),
    ...snapshot.orders.flatMap((order) => findClaimViolations(snapshot, order)),
    ...snapshot.orders
      .filter(({ id }) => !judged.has(id))
      .flatMap((order) => snapshot.saleLines.flatMap((line) => findPriceViolations(snapshot, order, line))),
  ]
  for (const { id } of snapshot.orders) judged.add(id)
  return violations
}

function findLineViolations({ saleClaims, orders }: Snapshot, line: SaleLine): string[] {
  const { variantId, allotment, takenUnits, limit } = line
  const active = saleClaims.filter((claim) => claim.variantId === variantId && claim.isActive)
  const units = sum(active)
  const phoneOf = new Map(orders.map(({ id, phone }) => [id, phone]))
  const ofPhones = [...Map.groupBy(active, ({ orderId }) => phoneOf.get(orderId)).values()].map(sum)
  return [
    ...(units === takenUnits ? [] : [`a sale counts ${takenUnits} units of ${variantId}, and orders have ${units}`]),
    ...(units <= allotment ? [] : [`${units} units of ${variantId} were sold from an allotment of ${allotment}`]),
    ...ofPhones
      .filter((taken) => limit !== null && taken > limit)
      .map((taken) => `one phone has ${taken} units of ${variantId} in a sale that allows ${limit}`),
  ]
}

function findClaimViolations({ saleClaims }: Snapshot, { id, state }: SnapshotOrder): string[] {
  const isOver = state === 'expired' || state === 'cancelled'
  return saleClaims
    .filter(({ orderId, isActive }) => orderId === id && isActive === isOver)
    .map(({ variantId }) => `order ${id} is ${state}, and its units of ${variantId} count${isOver ? '' : ' no more'}`)
}

/** The price is the sale's exactly when the order was accepted in its window and the allotment covered the line. */
function findPriceViolations(snapshot: Snapshot, order: SnapshotOrder, line: SaleLine): string[] {
  const bought = snapshot.orderLines.find((each) => each.orderId === order.id && each.variantId === line.variantId)
  if (bought === undefined) return []
  const claims = snapshot.saleClaims.filter(({ variantId }) => variantId === line.variantId)
  const claim = claims.find(({ orderId }) => orderId === order.id)
  const at = Date.parse(order.placedAt)
  const isOpen = line.isScheduled && at >= Date.parse(line.startsAt) && at < Date.parse(line.endsAt)
  const paisa = claim === undefined ? line.usualPaisa : line.salePaisa
  const others = sum(claims.filter(({ isActive, orderId }) => isActive && orderId !== order.id))
  const isCovered = others + bought.quantity <= line.allotment
  return [
    ...(bought.unitPricePaisa === paisa ? [] : [`order ${order.id} paid ${bought.unitPricePaisa} instead of ${paisa}`]),
    ...(claim !== undefined && !isOpen ? [`order ${order.id} got the price of a sale that was not open`] : []),
    ...(claim !== undefined && claim.units !== bought.quantity
      ? [`order ${order.id} counts ${claim.units} units`]
      : []),
    ...(claim === undefined && isOpen && isCovered ? [`order ${order.id} was denied the price of the sale`] : []),
  ]
}

function sum(claims: readonly { units: number }[]): number {
  return claims.reduce((units, claim) => units + claim.units, 0)
}
