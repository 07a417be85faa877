import type { Order } from '@dhakacart/contract/orders.schema.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { type IssueCode, type IssuedCode, issueCode, issueCodeIn, spendCode, tryCode } from '../codes/codes.service.ts'
import { CodeWrong, OrderNotFound, OrderStateForbids, TooManyCodes } from '../errors.ts'
import type { NewJob } from '../jobs/jobs.repository.ts'
import { addJobs, type JobHandler, removeJob } from '../jobs/jobs.service.ts'
import { orderMessages } from '../messages/messages.service.ts'
import type { ServiceContext } from '../service-context.ts'
import * as orders from './orders.repository.ts'
import { getOrder, lockOrderByToken, transition } from './orders.service.ts'

/** The job kind that sends the first code of an order that waits for one. */
export const sendFirstCode = 'orders.send-first-code'

/** Promises the first code, so that the shopper who ordered need not wait for it, nor whoever ordered in the same batch. */
export function firstCode(token: string, clientAddress: string): NewJob {
  return { kind: sendFirstCode, payload: { token, clientAddress } satisfies FirstCode }
}

type FirstCode = { token: string; clientAddress: string }

/**
 * Sends the first code of an order and removes the job in one transaction. Where no code can be sent now, or is needed no more,
 * the job is done: the order's page offers to send one.
 */
export const sendFirstCodeOf: JobHandler = async (context, job) => {
  const { token, clientAddress } = job.payload as FirstCode
  try {
    await inTransaction(context.db, async (tx) => {
      if (!(await removeJob(tx, job.id))) return
      const order = await orders.readByToken(tx, token)
      if (order?.state !== 'pending_confirmation') return
      await issueCodeIn(tx, context, codeFor(order, clientAddress))
    })
  } catch (error) {
    if (!(error instanceof TooManyCodes)) throw error
    await removeJob(context.db, job.id)
  }
}

/** Sends the code that confirms an order to the order's phone. Throws ORDER_NOT_FOUND, ORDER_STATE_FORBIDS, TOO_MANY_CODES. */
export async function sendConfirmationCode(
  context: ServiceContext,
  token: string,
  clientAddress: string,
): Promise<IssuedCode> {
  const order = await orders.readByToken(context.db, token)
  if (order === null) throw new OrderNotFound()
  if (order.state !== 'pending_confirmation') throw new OrderStateForbids()
  return issueCode(context, codeFor(order, clientAddress))
}

function codeFor({ number, customerPhone: phone, language }: orders.OrderRow, clientAddress: string): IssueCode {
  return { purpose: 'confirm_order', phone, language, clientAddress, subject: number }
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
    const order = await lockOrderByToken(tx, token)
    // The same code sent twice at once: the second comes when the first is done.
    if (order.state === 'confirmed') return
    if (codeId === null || !(await spendCode(tx, codeId))) throw new CodeWrong()
    // The hold ended while the code was compared, and somebody else has the units by now.
    if (!(await transition(tx, order, 'confirmed', 'confirmed by code'))) throw new OrderStateForbids()
    await addJobs(tx, order.id, orderMessages('order-confirmed', order.hasEmail))
  })
  return getOrder(db, token)
}
