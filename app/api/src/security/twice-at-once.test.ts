import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import type { LightMyRequestResponse } from 'fastify'
import { addEditableCategory } from '../testing/console-catalogue.ts'
import { createBrowser, signInByCode } from '../testing/customer.ts'
import { placeOrder } from '../testing/placed-order.ts'
import { createShopper } from '../testing/shopper.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { staffPassword } from '../testing/staff-account.ts'
import { createStaffBrowser } from '../testing/staff-browser.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
let owner: Awaited<ReturnType<typeof signInAsStaff>>
let upazilaId: number
let coupons = 0
before(async () => {
  api = await startTestApi()
  owner = await signInAsStaff(api, 'owner')
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
})
after(() => api.drop())

type Answer = LightMyRequestResponse
type Press = {
  /** Sends the write; called several times at once. */
  send: () => Promise<Answer>
  /** What is there afterwards, and what that must be. */
  left: () => Promise<unknown>
  expected: unknown
}

const keyed = (key: string) => ({ 'idempotency-key': key })
const audited = async (action: string, subject: string) =>
  (
    await api.db
      .selectFrom('auditEntries')
      .select('id')
      .where('action', '=', action)
      .where('subject', '=', subject)
      .execute()
  ).length

async function newOrder() {
  const { variantId } = await addProduct(api.db, { stock: 5 })
  return { variantId, ...(await placeOrder(api, upazilaId, [[variantId, 2]])) }
}
type Ordered = Awaited<ReturnType<typeof newOrder>>
const onOrder = (order: Ordered, step: string, body: object) =>
  owner.send('POST', `/api/console/orders/${order.id}/${step}`, body)
const stateOf = async ({ id, variantId }: Ordered) => [
  await api.db.selectFrom('orders').select(['state', 'version']).where('id', '=', id).executeTakeFirstOrThrow(),
  await api.db
    .selectFrom('stockLevels')
    .select(['onHand', 'held'])
    .where('variantId', '=', variantId)
    .executeTakeFirstOrThrow(),
]
async function packed(): Promise<Ordered> {
  const order = await newOrder()
  await onOrder(order, 'pack', { version: order.version, units: [] })
  return { ...order, version: order.version + 1 }
}
async function shipped(): Promise<Ordered> {
  const order = await packed()
  await onOrder(order, 'ship', { version: order.version, courier: 'own', trackingNumber: null })
  return { ...order, version: order.version + 1 }
}

async function filledCart() {
  const { variantId } = await addProduct(api.db, { stock: 9 })
  const shopper = createShopper(api)
  await shopper.add(variantId)
  const quantities = async () => (await shopper.cart()).lines.map(({ quantity }) => quantity)
  return { shopper, variantId, quantities }
}

async function coupon(): Promise<string> {
  const code = `TWICE-${++coupons}`
  const terms = { percent: 10, amountPaisa: null, mostPaisa: null, minimumPaisa: 0, totalLimit: null, phoneLimit: null }
  const window = { startsAt: '2026-01-01T00:00:00Z', endsAt: '2098-01-01T00:00:00Z' }
  const made = await owner.send('POST', '/api/console/coupons', { code, ...terms, ...window, isActive: true })
  assert.equal(made.statusCode, 200, made.body)
  return code
}

async function address() {
  const customer = await signInByCode(api)
  const body = {
    recipientName: 'Rahima Begum',
    recipientPhone: '01712345678',
    upazilaId,
    streetAddress: 'House 7, Road 4',
    deliveryNote: null,
    isDefault: true,
  }
  const added = await customer.send('POST', '/api/account/addresses', body, keyed(randomUUID()))
  const { id } = added.json().addresses[0]
  const streets = async () =>
    (await customer.send('GET', '/api/account/addresses'))
      .json()
      .addresses.map(({ streetAddress, isDefault }: { streetAddress: string; isDefault: boolean }) => [
        streetAddress,
        isDefault,
      ])
  return { customer, id, body, streets }
}

/** Writes whose feature has no such test of its own. */
const presses: Record<string, () => Promise<Press>> = {
  'a line of the cart gets another quantity': async () => {
    const { shopper, variantId, quantities } = await filledCart()
    const send = () => shopper.send('PUT', `/api/cart/lines/${variantId}`, { quantity: 4 })
    return { send, left: quantities, expected: [4] }
  },
  'a line leaves the cart': async () => {
    const { shopper, variantId, quantities } = await filledCart()
    return { send: () => shopper.send('DELETE', `/api/cart/lines/${variantId}`), left: quantities, expected: [] }
  },
  'a coupon is entered in the cart': async () => {
    const { shopper } = await filledCart()
    const code = await coupon()
    const send = () => shopper.send('PUT', '/api/cart/coupon', { code })
    const left = async () => (await shopper.cart()).coupon?.code
    return { send, left, expected: code }
  },
  'a coupon leaves the cart': async () => {
    const { shopper, quantities } = await filledCart()
    await shopper.send('PUT', '/api/cart/coupon', { code: await coupon() })
    const left = async () => [(await shopper.cart()).coupon, await quantities()]
    return { send: () => shopper.send('DELETE', '/api/cart/coupon'), left, expected: [null, [1]] }
  },
  'an address is changed': async () => {
    const { customer, id, body, streets } = await address()
    const changed = { ...body, streetAddress: 'House 8, Road 4' }
    const send = () => customer.send('PUT', `/api/account/addresses/${id}`, changed)
    return { send, left: streets, expected: [['House 8, Road 4', true]] }
  },
  'an address is removed': async () => {
    const { customer, id, streets } = await address()
    return { send: () => customer.send('DELETE', `/api/account/addresses/${id}`), left: streets, expected: [] }
  },
  'a name is given': async () => {
    const customer = await signInByCode(api)
    const send = () => customer.send('PUT', '/api/account/profile', { name: 'Rahima Begum', language: 'bn' })
    const left = async () => (await customer.send('GET', '/api/account')).json().name
    return { send, left, expected: 'Rahima Begum' }
  },
  'an e-mail address leaves the account': async () => {
    const customer = await signInByCode(api)
    const email = `rahima.${customer.phone.slice(-6)}@mail.example`
    await api.db.updateTable('customers').set({ email }).where('phone', '=', customer.phone).execute()
    const emailOf = async () => (await customer.send('GET', '/api/account')).json().email
    assert.equal(await emailOf(), email)
    return { send: () => customer.send('DELETE', '/api/account/email'), left: emailOf, expected: null }
  },
  'a customer signs out': async () => {
    const customer = await signInByCode(api)
    const send = () => createBrowser(api, customer.jar).send('POST', '/api/account/sign-out', {})
    const left = async () => (await createBrowser(api, customer.jar).send('GET', '/api/account')).statusCode
    return { send, left, expected: 401 }
  },
  'a brand is added': async () => {
    const key = randomUUID()
    const send = () => owner.send('POST', '/api/console/brands', { slug: 'minister', name: 'Minister' }, keyed(key))
    const left = async () =>
      await api.db.selectFrom('brands').select('version').where('slug', '=', 'minister').execute()
    return { send, left, expected: [{ version: 1 }] }
  },
  'a brand is renamed': async () => {
    const made = await owner.send(
      'POST',
      '/api/console/brands',
      { slug: 'vision', name: 'Visoin' },
      keyed(randomUUID()),
    )
    const { id, version } = made.json()
    const send = () => owner.send('PUT', `/api/console/brands/${id}`, { version, slug: 'vision', name: 'Vision' })
    const left = () => api.db.selectFrom('brands').select(['name', 'version']).where('id', '=', id).execute()
    return { send, left, expected: [{ name: 'Vision', version: version + 1 }] }
  },
  'a category is renamed': async () => {
    const { categoryId } = await addEditableCategory(api.db)
    const { categories } = (await owner.send('GET', '/api/console/categories')).json()
    const {
      id,
      position: _,
      productCount: __,
      ...fields
    } = categories.find((one: { id: number }) => one.id === categoryId)
    const send = () =>
      owner.send('PUT', `/api/console/categories/${id}`, { ...fields, name: { en: 'Notebooks', bn: 'নোটবুক' } })
    const left = () => api.db.selectFrom('categories').select(['nameEn', 'version']).where('id', '=', id).execute()
    return { send, left, expected: [{ nameEn: 'Notebooks', version: fields.version + 1 }] }
  },
  'an order is handed to a courier': async () => {
    const order = await packed()
    const send = () =>
      onOrder(order, 'ship', { version: order.version, courier: 'own', trackingNumber: `DH${order.id}` })
    const left = async () => [
      (await api.db.selectFrom('shipments').select('id').where('orderId', '=', order.id).execute()).length,
      await audited('orders.shipped', `order:${order.id}`),
    ]
    return { send, left, expected: [1, 1] }
  },
  'an order is delivered': async () => {
    const order = await shipped()
    const send = () => onOrder(order, 'delivery', { version: order.version, outcome: 'delivered' })
    const left = async () => [await stateOf(order), await audited('orders.delivered', `order:${order.id}`)]
    const state = { state: 'delivered', version: order.version + 1 }
    return { send, left, expected: [[state, { onHand: 3, held: 0 }], 1] }
  },
  'an order is cancelled by staff': async () => {
    const order = await newOrder()
    const send = () => onOrder(order, 'cancel', { version: order.version, reason: 'unreachable', note: null })
    const left = async () => [await stateOf(order), await audited('orders.cancelled', `order:${order.id}`)]
    const state = { state: 'cancelled', version: order.version + 1 }
    return { send, left, expected: [[state, { onHand: 5, held: 0 }], 1] }
  },
  'a shelf is counted': async () => {
    const { variantId } = await addProduct(api.db, { stock: 9 })
    const key = randomUUID()
    const body = { note: '', lines: [{ variantId, expected: 9, counted: 7 }] }
    const send = () => owner.send('POST', '/api/console/stock/counts', body, keyed(key))
    const left = () => api.db.selectFrom('stockLevels').select('onHand').where('variantId', '=', variantId).execute()
    return { send, left, expected: [{ onHand: 7 }] }
  },
  'an invitation is accepted': async () => {
    const { staff, link } = (
      await owner.send('POST', '/api/console/staff', { email: 'new@shop.example', name: 'New', role: 'viewer' })
    ).json()
    const token = new URLSearchParams(new URL(link).hash.slice(1)).get('token')
    const send = () =>
      createStaffBrowser(api).send('POST', '/api/console/invitations/accept', { token, password: staffPassword })
    return { send, left: () => audited('staff.invitation_accepted', `staff:${staff.id}`), expected: 1 }
  },
}

const times = 6

for (const [what, prepare] of Object.entries(presses)) {
  test(`pressed ${times} times at once it is done once: ${what}`, async () => {
    const { send, left, expected } = await prepare()
    const answers = await Promise.all(Array.from({ length: times }, send))
    const statuses = answers.map(({ statusCode }) => statusCode)
    assert.ok(statuses.includes(200), answers.map(({ body }) => body).join())
    // The others hear that it is done, or that they came late.
    assert.ok(
      statuses.every((status) => status === 200 || (status >= 400 && status < 500)),
      `${statuses}`,
    )
    assert.deepEqual(await left(), expected)
  })
}
