import { keyed, type Presses } from './twice-shop.ts'

/** What staff do with orders, where the feature has no such test of its own. */
export const orderPresses: Presses = {
  'POST /api/console/orders/:id/ship': async ({ api, packed, onOrder, audited }) => {
    const order = await packed()
    const send = () =>
      onOrder(order, 'ship', { version: order.version, courier: 'own', trackingNumber: `DH${order.id}` })
    const left = async () => [
      (await api.db.selectFrom('shipments').select('id').where('orderId', '=', order.id).execute()).length,
      await audited('orders.shipped', `order:${order.id}`),
    ]
    return { send, left, expected: [1, 1] }
  },
  'POST /api/console/orders/:id/delivery': async ({ shipped, onOrder, stateOf, audited }) => {
    const order = await shipped()
    const send = () => onOrder(order, 'delivery', { version: order.version, outcome: 'delivered' })
    const left = async () => [await stateOf(order), await audited('orders.delivered', `order:${order.id}`)]
    const state = { state: 'delivered', version: order.version + 1 }
    return { send, left, expected: [[state, { onHand: 3, held: 0 }], 1] }
  },
  'POST /api/console/orders/:id/cancel': async ({ newOrder, onOrder, stateOf, audited }) => {
    const order = await newOrder()
    const send = () => onOrder(order, 'cancel', { version: order.version, reason: 'unreachable', note: null })
    const left = async () => [await stateOf(order), await audited('orders.cancelled', `order:${order.id}`)]
    const state = { state: 'cancelled', version: order.version + 1 }
    return { send, left, expected: [[state, { onHand: 5, held: 0 }], 1] }
  },
  'POST /api/console/orders/pack': async ({ owner, newOrder, stateOf, audited }) => {
    const order = await newOrder()
    const send = () =>
      owner.send('POST', '/api/console/orders/pack', { orders: [{ id: order.id, version: order.version }] })
    const left = async () => [(await stateOf(order))[0], await audited('orders.packed', `order:${order.id}`)]
    return { send, left, expected: [{ state: 'packed', version: order.version + 1 }, 1] }
  },
  'POST /api/console/orders/ship': async ({ owner, packed, audited, told }) => {
    const order = await packed()
    const orders = [{ id: order.id, version: order.version }]
    const send = () => owner.send('POST', '/api/console/orders/ship', { courier: 'own', orders })
    const left = async () => [await audited('orders.shipped', `order:${order.id}`), await told(order, 'order-shipped')]
    return { send, left, expected: [1, 1] }
  },
  'POST /api/console/cancellation-requests/:id/decision': async ({ api, owner, packed, stateOf, told }) => {
    const order = await packed()
    const url = `/api/orders/${order.token}/cancellation-requests`
    const payload = { reason: 'changed_mind', note: null }
    const asked = await api.inject({ method: 'POST', url, headers: keyed(), payload })
    const { id, version } = asked.json().requests[0]
    const body = { version, isAccepted: true, note: null }
    const send = () => owner.send('POST', `/api/console/cancellation-requests/${id}/decision`, body)
    const left = async () => [(await stateOf(order))[1], await told(order, 'order-cancelled')]
    return { send, left, expected: [{ onHand: 5, held: 0 }, 1] }
  },
  'POST /api/console/orders/:id/returns': async ({ api, owner, delivered, audited }) => {
    const order = await delivered()
    const headers = keyed()
    const body = { reason: 'defective', note: null, lines: [{ variantId: order.variantId, quantity: 1 }] }
    const send = () => owner.send('POST', `/api/console/orders/${order.id}/returns`, body, headers)
    const left = async () => [
      (await api.db.selectFrom('orderReturns').select('id').where('orderId', '=', order.id).execute()).length,
      await audited('returns.requested', `order:${order.id}`),
    ]
    return { send, left, expected: [1, 1] }
  },
  'POST /api/console/returns/:id/decision': async ({ api, owner, delivered, told }) => {
    const order = await delivered()
    const payload = { reason: 'defective', note: null, lines: [{ variantId: order.variantId, quantity: 1 }] }
    const url = `/api/orders/${order.token}/returns`
    const asked = await api.inject({ method: 'POST', url, headers: keyed(), payload })
    const { id, version } = asked.json().returns[0]
    const send = () =>
      owner.send('POST', `/api/console/returns/${id}/decision`, { version, isApproved: true, note: null })
    return { send, left: () => told(order, 'return-accepted'), expected: 1 }
  },
  'POST /api/console/orders/:id/confirm': async ({ api, dearOrder, onOrder, audited, told }) => {
    const order = await dearOrder()
    const send = () => onOrder(order, 'confirm', { version: order.version })
    const left = async () => [
      await api.db.selectFrom('orders').select('state').where('id', '=', order.id).execute(),
      await audited('orders.confirmed', `order:${order.id}`),
      await told(order, 'order-confirmed'),
    ]
    return { send, left, expected: [[{ state: 'confirmed' }], 1, 1] }
  },
}
