import { randomUUID } from 'node:crypto'
import type { ProductList } from '@dhakacart/contract/catalogue.schema.ts'
import type { ShopUnderTest } from './shop-under-test.ts'

const phone = '+8801712345678'

/** A customer who is signed in, ordered here and in the old shop, and has something in the cart, over https. */
export async function signInAndOrder({ app, db }: ShopUnderTest) {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  async function send(method: 'GET' | 'POST', url: string, payload?: object) {
    const headers = { cookie: cookie(), ...(method === 'POST' && { 'idempotency-key': randomUUID() }) }
    const answer = await app.inject({ method, url, headers, ...(payload && { payload }) })
    if (answer.statusCode !== 200) throw new Error(`${method} ${url}: ${answer.body}`)
    for (const { name, value } of answer.cookies) jar.set(name, value)
    return answer
  }
  await send('POST', '/api/account/codes', { phone, language: 'en' })
  const jobs = await db.selectFrom('jobs').select('payload').orderBy('id', 'desc').limit(1).execute()
  const { data } = (jobs[0]?.payload ?? {}) as { data?: { code?: string } }
  const signIn = await send('POST', '/api/account/sign-in/code', { phone, code: data?.code, language: 'en' })

  const list = (await send('GET', '/api/catalogue/products?inStock=true&limit=48')).json() as ProductList
  const slug = list.products.find(({ pricePaisa, variantCount }) => variantCount === 1 && pricePaisa < 2_000_000)?.slug
  const product = (await send('GET', `/api/catalogue/products/${slug}`)).json()
  const line = { variantId: product.variants[0].id, quantity: 1 }
  await send('POST', '/api/cart/lines', line)
  const cart = (await send('GET', '/api/cart')).json()
  const upazila = await db.selectFrom('upazilas').select('id').limit(1).executeTakeFirstOrThrow()
  const quote = (await send('GET', `/api/cart/quote?upazilaId=${upazila.id}`)).json()
  const order = await app.inject({
    method: 'POST',
    url: '/api/orders',
    headers: { cookie: cookie(), 'idempotency-key': cart.orderKey },
    payload: {
      customerName: 'Rahima Begum',
      customerPhone: phone,
      customerEmail: null,
      upazilaId: upazila.id,
      streetAddress: 'House 7, Road 4',
      deliveryNote: null,
      paymentMethod: 'cash_on_delivery',
      language: 'en',
      seen: {
        lines: [{ ...line, unitPricePaisa: cart.lines[0].unitPricePaisa }],
        deliveryFeePaisa: quote.deliveryFeePaisa,
      },
    },
  })
  if (order.statusCode !== 200) throw new Error(order.body)
  await send('POST', '/api/cart/lines', line)
  const customer = await db.selectFrom('customers').select('id').where('phone', '=', phone).executeTakeFirstOrThrow()
  const lines = JSON.stringify([{ sku: null, name: 'Fan', quantity: 1, unitPricePaisa: null }])
  const imported = await db
    .insertInto('importedOrders')
    .values({
      legacyNumber: 'OLD-1',
      customerId: customer.id,
      state: 'delivered',
      placedAt: '2024-03-01T08:30:00Z',
      totalPaisa: 150_000,
      lines,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { cookie: cookie(), signIn, orderToken: order.json().token as string, importedOrderId: imported.id }
}
