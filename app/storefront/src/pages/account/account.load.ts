import { endSession, getAccount, listSessions, signOutEverywhere } from '@dhakacart/contract/accounts.schema.ts'
import { claimOrders, getImportedOrder, listAccountOrders } from '@dhakacart/contract/personal-data.schema.ts'
import { readId } from '../../form-values.ts'
import { links } from '../../links.ts'
import { seeOther, show } from '../../page.ts'
import { shops } from '../../shop.ts'
import { notFound } from '../messages.ts'
import { accountPage } from './account-request.ts'

export const accountHomePage = accountPage(async ({ call, language }) => {
  const { body: account } = await call(getAccount)
  return show('account', { account }, { title: shops[language].texts.account.title }, { here: '/account' })
})

/** Takes the guest orders with the confirmed number into the account, and shows them there. */
export const claimPage = accountPage(async ({ call, language }) => {
  await call(claimOrders, { body: {} })
  return seeOther(links.accountPart(language, 'orders'))
})

const cursorPattern = /^[\w-]{1,200}$/

export const accountOrdersPage = accountPage(async ({ call, language, query }) => {
  const after = query.get('after')
  const isCursor = after !== null && cursorPattern.test(after)
  const { body } = await call(listAccountOrders, { query: { limit: 20, ...(isCursor && { after }) } })
  return show('account-orders', body, { title: shops[language].texts.account.orders }, { here: '/account/orders' })
})

/** An order of the shop we had before; anybody else's is not found. */
export const importedOrderPage = accountPage(async ({ call, language, params }) => {
  const shop = shops[language]
  const id = readId(params['id'])
  if (id === null) return notFound(shop)
  const { body: order } = await call(getImportedOrder, { params: { id } })
  const title = shop.texts.order.title(order.number)
  return show('imported-order', { order }, { title }, { here: `/account/imported-orders/${id}` })
})

export const devicesPage = accountPage(async ({ call, language }) => {
  const { body } = await call(listSessions)
  return show('account-devices', body, { title: shops[language].texts.account.devices }, { here: '/account/devices' })
})

export const endDevicePage = accountPage(async ({ call, language, params }) => {
  const id = readId(params['id'])
  if (id === null) return notFound(shops[language])
  await call(endSession, { params: { id } })
  return seeOther(links.accountPart(language, 'devices'))
})

export const endAllDevicesPage = accountPage(async ({ call, language }) => {
  await call(signOutEverywhere, { body: {} })
  return seeOther(links.signIn(language))
})
