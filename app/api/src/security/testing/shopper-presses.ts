import assert from 'node:assert/strict'
import { createBrowser, lastCode, newPhone, signInByCode } from '../../testing/customer.ts'
import type { Presses } from './twice-shop.ts'

/** What shoppers and customers write, where the feature has no such test of its own. */
export const shopperPresses: Presses = {
  'PUT /api/cart/lines/:variantId': async ({ filledCart }) => {
    const { shopper, variantId, quantities } = await filledCart()
    const send = () => shopper.send('PUT', `/api/cart/lines/${variantId}`, { quantity: 4 })
    return { send, left: quantities, expected: [4] }
  },
  'DELETE /api/cart/lines/:variantId': async ({ filledCart }) => {
    const { shopper, variantId, quantities } = await filledCart()
    return { send: () => shopper.send('DELETE', `/api/cart/lines/${variantId}`), left: quantities, expected: [] }
  },
  'PUT /api/cart/coupon': async ({ filledCart, coupon }) => {
    const { shopper } = await filledCart()
    const code = await coupon()
    const send = () => shopper.send('PUT', '/api/cart/coupon', { code })
    const left = async () => (await shopper.cart()).coupon?.code
    return { send, left, expected: code }
  },
  'DELETE /api/cart/coupon': async ({ filledCart, coupon }) => {
    const { shopper, quantities } = await filledCart()
    await shopper.send('PUT', '/api/cart/coupon', { code: await coupon() })
    const left = async () => [(await shopper.cart()).coupon, await quantities()]
    return { send: () => shopper.send('DELETE', '/api/cart/coupon'), left, expected: [null, [1]] }
  },
  'PUT /api/account/addresses/:id': async ({ address }) => {
    const { customer, id, body, streets } = await address()
    const changed = { ...body, streetAddress: 'House 8, Road 4' }
    const send = () => customer.send('PUT', `/api/account/addresses/${id}`, changed)
    return { send, left: streets, expected: [['House 8, Road 4', true]] }
  },
  'DELETE /api/account/addresses/:id': async ({ address }) => {
    const { customer, id, streets } = await address()
    return { send: () => customer.send('DELETE', `/api/account/addresses/${id}`), left: streets, expected: [] }
  },
  'PUT /api/account/profile': async ({ api }) => {
    const customer = await signInByCode(api)
    const send = () => customer.send('PUT', '/api/account/profile', { name: 'Rahima Begum', language: 'bn' })
    const left = async () => (await customer.send('GET', '/api/account')).json().name
    return { send, left, expected: 'Rahima Begum' }
  },
  'DELETE /api/account/email': async ({ api }) => {
    const customer = await signInByCode(api)
    const email = `rahima.${customer.phone.slice(-6)}@mail.example`
    await api.db.updateTable('customers').set({ email }).where('phone', '=', customer.phone).execute()
    const emailOf = async () => (await customer.send('GET', '/api/account')).json().email
    assert.equal(await emailOf(), email)
    return { send: () => customer.send('DELETE', '/api/account/email'), left: emailOf, expected: null }
  },
  'POST /api/account/sign-out': async ({ api }) => {
    const customer = await signInByCode(api)
    const send = () => createBrowser(api, customer.jar).send('POST', '/api/account/sign-out', {})
    const left = async () => (await createBrowser(api, customer.jar).send('GET', '/api/account')).statusCode
    return { send, left, expected: 401 }
  },
  'DELETE /api/account/sessions/:id': async ({ api }) => {
    const customer = await signInByCode(api)
    const { sessions } = (await customer.send('GET', '/api/account/sessions')).json()
    const send = () => createBrowser(api, customer.jar).send('DELETE', `/api/account/sessions/${sessions[0].id}`)
    const left = async () => (await createBrowser(api, customer.jar).send('GET', '/api/account')).statusCode
    return { send, left, expected: 401 }
  },
  'POST /api/account/sign-out-everywhere': async ({ api }) => {
    const customer = await signInByCode(api)
    const send = () => createBrowser(api, customer.jar).send('POST', '/api/account/sign-out-everywhere', {})
    const left = async () => (await createBrowser(api, customer.jar).send('GET', '/api/account')).statusCode
    return { send, left, expected: 401 }
  },
  'POST /api/account/codes': async ({ api, codesTo }) => {
    const phone = newPhone()
    const send = () => createBrowser(api).send('POST', '/api/account/codes', { phone, language: 'en' })
    return { send, left: () => codesTo(phone), expected: 1 }
  },
  'POST /api/account/phone/codes': async ({ api, codesTo }) => {
    const [customer, phone] = [await signInByCode(api), newPhone()]
    const send = () => customer.send('POST', '/api/account/phone/codes', { phone })
    return { send, left: () => codesTo(phone), expected: 1 }
  },
  'POST /api/account/email/codes': async ({ api, codesTo }) => {
    const customer = await signInByCode(api)
    const email = `rahima.${customer.phone.slice(-6)}@code.example`
    const send = () => customer.send('POST', '/api/account/email/codes', { email })
    return { send, left: () => codesTo(email), expected: 1 }
  },
  'POST /api/account/erasure/codes': async ({ api, codesTo }) => {
    const customer = await signInByCode(api)
    const send = () => customer.send('POST', '/api/account/erasure/codes', {})
    // The first one signed them in.
    return { send, left: () => codesTo(customer.phone), expected: 2 }
  },
  'POST /api/account/erasure': async ({ api }) => {
    const customer = await signInByCode(api)
    await customer.send('POST', '/api/account/erasure/codes', {})
    const code = await lastCode(api, customer.phone)
    const send = () => createBrowser(api, customer.jar).send('POST', '/api/account/erasure', { code })
    const left = () => api.db.selectFrom('customers').select('id').where('phone', '=', customer.phone).execute()
    return { send, left, expected: [] }
  },
  'POST /api/orders/:token/confirmation-code': async ({ api, dearOrder, codesTo }) => {
    const { token, customerPhone } = await dearOrder()
    const send = () => api.inject({ method: 'POST', url: `/api/orders/${token}/confirmation-code` })
    return { send, left: () => codesTo(customerPhone), expected: 1 }
  },
}
