import { randomUUID } from 'node:crypto'
import type { ProductList } from '@dhakacart/contract/catalogue.schema.ts'
import { sql } from 'kysely'
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
  const { rows } = await sql<{ code: string }>`
    select payload -> 'data' ->> 'code' as code from jobs
    where payload ->> 'template' = 'code' order by id desc limit 1`.execute(db)
  const signIn = await send('POST', '/api/account/sign-in/code', { phone, code: rows[0]?.code, language: 'en' })

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
  const imported = await sql<{ id: number }>`
    insert into imported_orders (legacy_number, customer_id, state, placed_at, total_paisa, lines)
    select 'OLD-1', id, 'delivered', '2024-03-01T08:30:00Z', 150000,
      '[{"sku": null, "name": "Fan", "quantity": 1, "unitPricePaisa": null}]'
    from customers where phone = ${phone} returning id`.execute(db)
  return { cookie: cookie(), signIn, orderToken: order.json().token as string, importedOrderId: imported.rows[0]?.id }
}
