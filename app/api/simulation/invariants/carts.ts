import type { Snapshot } from '../snapshot.ts'

/** A cart is closed exactly when it was ordered, once, under its own key, and never changes again. */
export function findCartViolations({ carts, cartLines, orders, orderLines }: Snapshot): string[] {
  const ofCarts = carts.flatMap((cart) => {
    const ordered = orders.filter(({ cartId }) => cartId === cart.id)
    if (ordered.length > 1) return [`cart ${cart.id} has ${ordered.length} orders`]
    if (cart.isOrdered !== (ordered.length === 1)) return [`cart ${cart.id} is ${cart.isOrdered ? '' : 'not '}closed`]
    return []
  })
  const ofOrders = orders.flatMap((order) => {
    const cart = carts.find(({ id }) => id === order.cartId)
    if (cart?.key !== order.key) return [`order ${order.id} has another key than its cart`]
    const inCart = describe(cartLines.filter(({ cartId }) => cartId === order.cartId))
    const inOrder = describe(orderLines.filter(({ orderId }) => orderId === order.id))
    return inCart === inOrder ? [] : [`order ${order.id} has ${inOrder}, its cart ${inCart}`]
  })
  return [...ofCarts, ...ofOrders]
}

function describe(lines: readonly { variantId: number; quantity: number }[]): string {
  return lines
    .map(({ variantId, quantity }) => `${variantId}×${quantity}`)
    .toSorted()
    .join(' ')
}
