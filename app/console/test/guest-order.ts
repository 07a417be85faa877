import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Cart } from '@dhakacart/contract/carts.schema.ts'
import type { Product, ProductList } from '@dhakacart/contract/catalogue.schema.ts'
import type { listDistricts, listUpazilas } from '@dhakacart/contract/delivery.schema.ts'
import type { Order } from '@dhakacart/contract/orders.schema.ts'
import type { PaymentMethod } from '@dhakacart/contract/payment-methods.ts'
import type { OnlineMethod, startPayment } from '@dhakacart/contract/payments.schema.ts'
import type { AnswerOf } from '@dhakacart/contract/route.ts'
import type { APIRequestContext } from 'playwright-core'
import { readConsoleTestConfig } from './config.ts'

type Wanted = { paymentMethod?: PaymentMethod; variantId?: number; place?: { district: string; upazila: string } }

/** Orders one unit as a shopper would: of a product, or of the cheapest there is, which needs no code; to any place, or to one. */
export async function orderSomething(
  request: APIRequestContext,
  phone: string,
  { paymentMethod = 'cash_on_delivery', variantId, place }: Wanted = {},
): Promise<Order> {
  const origin = readConsoleTestConfig().shopOrigin
  const ask = async <T>(
    method: 'get' | 'post',
    path: string,
    data?: object,
    key: string = randomUUID(),
  ): Promise<T> => {
    const headers = { 'idempotency-key': key }
    const answer = await request[method](origin + path, { headers, ...(data && { data }) })
    assert.equal(answer.status(), 200, `${path}: ${await answer.text()}`)
    return answer.json()
  }
  await ask('post', '/api/cart/lines', { variantId: variantId ?? (await cheapestVariant(ask)), quantity: 1 })
  const cart = await ask<Cart>('get', '/api/cart')
  const upazilaId = await findUpazila(ask, place)
  const quote = await ask<{ deliveryFeePaisa: number }>('get', `/api/cart/quote?upazilaId=${upazilaId}`)
  const body = {
    customerName: 'Rahima Begum',
    customerPhone: phone,
    customerEmail: null,
    upazilaId,
    streetAddress: 'House 7, Road 4',
    deliveryNote: null,
    paymentMethod,
    language: 'bn',
    seen: {
      lines: cart.lines.map(({ variantId, quantity, unitPricePaisa }) => ({ variantId, quantity, unitPricePaisa })),
      deliveryFeePaisa: quote.deliveryFeePaisa,
    },
  }
  return ask<Order>('post', '/api/orders', body, cart.orderKey ?? randomUUID())
}

async function cheapestVariant(ask: <T>(method: 'get', path: string) => Promise<T>): Promise<number | undefined> {
  const list = await ask<ProductList>('get', '/api/catalogue/products?inStock=true&sort=price-asc')
  const product = await ask<Product>('get', `/api/catalogue/products/${list.products[0]?.slug}`)
  return product.variants[0]?.id
}

async function findUpazila(
  ask: <T>(method: 'get', path: string) => Promise<T>,
  place: Wanted['place'],
): Promise<number> {
  const { divisions } = await ask<AnswerOf<typeof listDistricts>>('get', '/api/delivery/districts')
  const district = place?.district ?? divisions[0]?.districts[0]?.slug
  const { upazilas } = await ask<AnswerOf<typeof listUpazilas>>('get', `/api/delivery/districts/${district}/upazilas`)
  const found = place === undefined ? upazilas[0] : upazilas.find(({ slug }) => slug === place.upazila)
  return found?.id ?? 0
}

/** Orders something and pays it at the simulated provider, which then misbehaves as `faults` say. */
export async function payForSomething(
  request: APIRequestContext,
  phone: string,
  { method, faults = [] }: { method: OnlineMethod; faults?: string[] },
): Promise<Order> {
  const { shopOrigin, simulatorOrigin } = readConsoleTestConfig()
  const order = await orderSomething(request, phone, { paymentMethod: method })
  const started = await request.post(`${shopOrigin}/api/orders/${order.token}/payments`, {
    data: { method, instalmentMonths: null },
  })
  assert.equal(started.status(), 200, await started.text())
  const { redirectUrl } = (await started.json()) as AnswerOf<typeof startPayment>
  const id = new URL(redirectUrl ?? '').pathname.split('/').at(-1)
  const decided = await request.post(`${simulatorOrigin}/control/payments/${id}/decide`, {
    data: { choice: 'pay', faults },
  })
  assert.equal(decided.status(), 200, await decided.text())
  const { back } = (await decided.json()) as { back: { method: string; url: string; fields?: Record<string, string> } }
  await request.fetch(back.url, { method: back.method, ...(back.fields && { form: back.fields }) })
  return order
}
