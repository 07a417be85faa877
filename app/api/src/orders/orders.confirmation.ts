import type { Order } from '@dhakacart/contract/orders.schema.ts'
import { inTransaction, isDatabaseAway } from '@dhakacart/database/transaction.ts'
import { type IssuedCode, issueCode, spendCode, tryCode } from '../codes/codes.service.ts'
import { CodeWrong, OrderNotFound, OrderStateForbids, TooManyCodes } from '../errors.ts'
import { addJobs } from '../jobs/jobs.service.ts'
import { orderMessages } from '../messages/messages.service.ts'
import type { ServiceContext } from '../service-context.ts'
import * as orders from './orders.repository.ts'
import { getOrder, transition } from './orders.service.ts'

/** Sends the code that confirms an order to the order's phone. Throws ORDER_NOT_FOUND, ORDER_STATE_FORBIDS, TOO_MANY_CODES. */
export async function sendConfirmationCode(
  context: ServiceContext,
  token: string,
  clientAddress: string,
): Promise<IssuedCode> {
  const order = await orders.readByToken(context.db, token)
  if (order === null) throw new OrderNotFound()
  if (order.state !== 'pending_confirmation') throw new OrderStateForbids()
  const { customerPhone: phone, language } = order
  return issueCode(context, { purpose: 'confirm_order', phone, language, clientAddress, subject: order.number })
}

/**
 * Sends the first code of an order that was just placed and waits for one. The order stands in any case: where no code can be sent
 * now, its page offers to send one.
 */
export async function sendFirstCode(context: ServiceContext, order: Order, clientAddress: string): Promise<void> {
  if (order.state !== 'pending_confirmation') return
  try {
    await sendConfirmationCode(context, order.token, clientAddress)
  } catch (error) {
    if (!(error instanceof TooManyCodes) && !isDatabaseAway(error)) throw error
  }
}

/**
 * Confirms an order by the code that was sent to its phone; using the code up and confirming are one transaction. Safe to repeat.
 * Throws ORDER_NOT_FOUND, ORDER_STATE_FORBIDS, CODE_WRONG.
 */
export async function confirmByCode(context: ServiceContext, token: string, code: string): Promise<Order> {
  const { db } = context
  const seen = await orders.readByToken(db, token)
  if (seen === null) throw new OrderNotFound()
  if (seen.state === 'confirmed') return getOrder(db, token)
  if (seen.state !== 'pending_confirmation') throw new OrderStateForbids()
  const key = { purpose: 'confirm_order', phone: seen.customerPhone, subject: seen.number } as const
  const codeId = await tryCode(db, { ...key, code })
  await inTransaction(db, async (tx) => {
    const found = await orders.findByToken(tx, token)
    const order = found === null ? null : await orders.lockOrder(tx, found.id)
    if (order === null) throw new OrderNotFound()
    // The same code sent twice at once: the second comes when the first is done.
    if (order.state === 'confirmed') return
    if (codeId === null || !(await spendCode(tx, codeId))) throw new CodeWrong()
    await transition(tx, order, 'confirmed', 'confirmed by code')
    await addJobs(tx, order.id, orderMessages('order-confirmed', order.hasEmail))
  })
  return getOrder(db, token)
}
