import { endSession, getAccount, listSessions, signOutEverywhere } from '@dhakacart/contract/accounts.schema.ts'
import { claimOrders, listAccountOrders } from '@dhakacart/contract/personal-data.schema.ts'
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

const cursorPattern = /^\d{1,15}$/

export const accountOrdersPage = accountPage(async ({ call, language, query }) => {
  const after = query.get('after')
  const isCursor = after !== null && cursorPattern.test(after)
  const { body } = await call(listAccountOrders, { query: { limit: 20, ...(isCursor && { after }) } })
  return show('account-orders', body, { title: shops[language].texts.account.orders }, { here: '/account/orders' })
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
