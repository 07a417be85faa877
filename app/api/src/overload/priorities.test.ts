import assert from 'node:assert/strict'
import { test } from 'node:test'
import { priorityClasses, priorityOf } from './priorities.ts'

const of = (method: string, url: string, hasCart = false) => priorityOf({ method, url }, hasCart)?.name ?? 'always'

test('orders, gateways and couriers are never turned away at the door', () => {
  for (const url of [
    '/api/orders',
    '/api/orders/x/payments',
    '/api/payments/bkash/return/a',
    '/api/payments/sslcommerz/ipn',
    '/api/couriers/pathao/webhook',
    '/api/cart/order',
    '/api/machine/orders?limit=5',
    '/api/changes?since=1',
  ]) {
    assert.equal(of('POST', url), 'always', url)
  }
})

test('each address has its class, and a cart that is begun goes before one that is not', () => {
  for (const [method, url, hasCart, name] of [
    ['POST', '/api/cart/lines', false, 'new-cart'],
    ['POST', '/api/cart/lines', true, 'cart'],
    ['GET', '/api/cart/quote?upazilaId=1', true, 'cart'],
    ['GET', '/api/cart/summary', false, 'cart'],
    ['POST', '/api/accounts/sign-in', false, 'account'],
    ['GET', '/api/catalogue/home', false, 'catalogue'],
    ['GET', '/api/catalogue/products?category=phones', false, 'catalogue'],
    ['GET', '/api/catalogue/products?query=phn', false, 'search'],
    ['GET', '/api/catalogue/suggestions?query=ph', false, 'search'],
    ['GET', '/api/console/overview', true, 'console'],
  ] as const) {
    assert.equal(of(method, url, hasCart), name, `${method} ${url}`)
  }
})

test('the order is that of the design: cart, account, product, search, console', () => {
  const { cart, newCart, account, catalogue, search, console } = priorityClasses
  const shares = [cart, newCart, account, catalogue, search, console].map(({ share }) => share)
  assert.deepEqual(
    shares,
    shares.toSorted((a, b) => b - a),
  )
  assert.equal(cart.share, 1)
})
