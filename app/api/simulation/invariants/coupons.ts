import type { Snapshot, SnapshotOrder } from '../snapshot.ts'

/** A coupon is never used more often than it may be, by all or by one phone, and orders that are over do not use it. */
export function findCouponViolations(snapshot: Snapshot): string[] {
  const { coupons, claims, orders } = snapshot
  return [
    ...coupons.flatMap(({ id, usedCount, totalLimit, phoneLimit }) => {
      const active = claims.filter(({ couponId, isActive }) => couponId === id && isActive)
      const phones = [...Map.groupBy(active, ({ phone }) => phone).values()].map(({ length }) => length)
      return [
        ...(active.length === usedCount
          ? []
          : [`a coupon counts ${usedCount} uses, and ${active.length} orders use it`]),
        ...(active.length <= (totalLimit ?? active.length)
          ? []
          : [`${active.length} orders use a coupon for ${totalLimit}`]),
        ...phones
          .filter((uses) => phoneLimit !== null && uses > phoneLimit)
          .map((uses) => `one phone used a coupon ${uses} times`),
      ]
    }),
    ...orders.flatMap((order) => findOrderCouponViolations(snapshot, order)),
  ]
}

function findOrderCouponViolations({ coupons, claims, steps }: Snapshot, order: SnapshotOrder): string[] {
  const { id, couponCode, subtotalPaisa, discountPaisa, state } = order
  const coupon = coupons.find(({ code }) => code === couponCode)
  const claim = claims.find(({ orderId }) => orderId === id)
  const isOver = state === 'expired' || state === 'cancelled'
  // A coupon that was used up meanwhile is not claimed again by an order that was paid late.
  const livesAgain = steps.some(({ orderId, from }) => orderId === id && from === 'expired')
  const expected = coupon === undefined ? 0 : takesOff(coupon, subtotalPaisa)
  return [
    ...(discountPaisa === expected
      ? []
      : [`order ${id} of ${subtotalPaisa} got ${discountPaisa} off instead of ${expected}`]),
    ...((claim === undefined) === (couponCode === null)
      ? []
      : [`order ${id} has a coupon without a claim, or a claim without`]),
    ...(claim?.isActive === true && isOver ? [`order ${id} is ${state} and uses its coupon`] : []),
    ...(claim?.isActive === false && !isOver && !livesAgain
      ? [`order ${id} is ${state} and its coupon was given back`]
      : []),
  ]
}

/** Written down from the design and not from the code it is to judge: whole taka, and never more than the goods cost. */
function takesOff({ percent, amountPaisa }: Snapshot['coupons'][number], subtotalPaisa: number): number {
  if (amountPaisa !== null) return Math.min(amountPaisa, subtotalPaisa)
  const share = (subtotalPaisa * (percent ?? 0)) / 100
  return share - (share % 100)
}
