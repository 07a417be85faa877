import { maxSessions } from '@dhakacart/contract/accounts.schema.ts'
import { maxExported, type PersonalData } from '@dhakacart/contract/personal-data.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { listAddresses } from '../addresses/addresses.service.ts'
import { listOfOrders } from '../cancellations/cancellations.service.ts'
import { forgetCodesOf, type IssuedCode, issueCode, spendCode, tryCode } from '../codes/codes.service.ts'
import { forgetPhones } from '../coupons/coupons.service.ts'
import { CodeWrong, NotSignedIn, OrdersOpen } from '../errors.ts'
import { forgetCustomer, listOrdersOfCustomer } from '../imports/imported-history.repository.ts'
import { forgetRecipients } from '../messages/messages.service.ts'
import { getOrder } from '../orders/orders.service.ts'
import type { ServiceContext } from '../service-context.ts'
import { lockCustomer } from './accounts.repository.ts'
import { getAccount } from './accounts.service.ts'
import { hashToken } from './customer-cookies.ts'
import type { Customer } from './customer-door.ts'
import * as erasure from './erasure.repository.ts'
import { showImported } from './order-history.service.ts'
import * as rows from './personal-data.repository.ts'
import { listSessions } from './sessions.repository.ts'

/** Takes the guest orders with the confirmed number into the account; again finds none left. */
export async function claimOrders({ db }: ServiceContext, customerId: number): Promise<{ claimedOrders: number }> {
  return { claimedOrders: await rows.claimOrders(db, customerId) }
}

/** Everything the shop knows about the person, at most `maxExported` orders and messages of each. */
export async function exportPersonalData(db: Db, customer: Customer): Promise<PersonalData> {
  const { id, sessionId, hasProvedPhone } = customer
  const own = await rows.findOwnOrders(db, id, maxExported + 1)
  const exported = own.slice(0, maxExported)
  const orderIds = exported.map((order) => order.id)
  const messages = await rows.listMessages(db, orderIds, maxExported + 1)
  const cancellationRequests = await listOfOrders(db, orderIds, maxExported + 1)
  const money = await rows.listMoney(db, orderIds, maxExported + 1)
  const imported = await listOrdersOfCustomer(db, id, null, maxExported + 1)
  // One after the other: an export must not take the connections that checkouts need.
  const orders: PersonalData['orders'] = []
  for (const { token } of exported) orders.push(await getOrder(db, token))
  return {
    exportedAt: await rows.readNow(db),
    isComplete: [own, imported, messages, cancellationRequests, money].every(({ length }) => length <= maxExported),
    account: await getAccount(db, id, hasProvedPhone),
    ...(await listAddresses(db, id)),
    sessions: (await listSessions(db, id, sessionId)).slice(0, maxSessions),
    orders,
    cancellationRequests: cancellationRequests.slice(0, maxExported),
    money: money.slice(0, maxExported),
    importedOrders: imported.slice(0, maxExported).map(showImported),
    messages: messages.slice(0, maxExported),
  }
}

/** Sends the code that erases the account to its own number. Throws TOO_MANY_CODES. */
export async function sendErasureCode(
  context: ServiceContext,
  { id, phone, language }: Customer,
  clientAddress: string,
): Promise<IssuedCode> {
  return issueCode(context, { purpose: 'erase_account', phone, language, clientAddress, subject: `customer ${id}` })
}

/**
 * Erases the person, all in one transaction: account, addresses, sessions, messages and codes go, orders stay without them. It
 * happens once: a second request, at once or later, finds nobody signed in. Throws ORDERS_OPEN, nothing changed and the code still
 * good, while an order is on its way; CODE_WRONG.
 */
export async function eraseAccount(context: ServiceContext, customer: Customer, code: string): Promise<void> {
  const { id, phone } = customer
  const codeId = await tryCode(context.db, { purpose: 'erase_account', phone, code, subject: `customer ${id}` })
  if (codeId === null) throw new CodeWrong()
  await inTransaction(context.db, async (tx) => {
    const locked = await lockCustomer(tx, id)
    if (locked === null) throw new NotSignedIn()
    if (!(await spendCode(tx, codeId))) throw new CodeWrong()
    if (await erasure.hasOpenOrder(tx, id, locked.phone)) throw new OrdersOpen()
    await forgetCustomer(tx, id)
    const orderIds = await erasure.anonymiseOrders(tx, id, locked.phone)
    await forgetPhones(tx, orderIds)
    await erasure.deleteMessageJobs(tx, orderIds, locked)
    await forgetRecipients(tx, locked.email === null ? [locked.phone] : [locked.phone, locked.email], orderIds)
    await forgetCodesOf(tx, locked.phone)
    await erasure.eraseCustomer(tx, id, locked.cartToken === null ? null : hashToken(locked.cartToken))
  })
}
