import type { Language } from '@dhakacart/contract/language.ts'
import type { Order } from '@dhakacart/contract/orders.schema.ts'
import type { Tx } from '@dhakacart/database/connect.ts'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { CodePurpose } from '../codes/codes.service.ts'
import type { NewJob } from '../jobs/jobs.repository.ts'
import { addJob, type JobHandler } from '../jobs/jobs.service.ts'
import { readOrderById } from '../orders/orders.service.ts'
import { codeTexts } from './code-templates.ts'
import * as messages from './messages.repository.ts'
import { type MessageTemplate, templates } from './templates.ts'

type Channel = 'sms' | 'email'
type OrderPayload = { orderId: number; template: MessageTemplate; channel: Channel }
type CodeMessage = {
  template: 'code'
  phone: string
  language: Language
  data: { purpose: CodePurpose; code: string }
}

/** The job kind that sends one message. */
export const sendMessage = 'messages.send'

/** Jobs that tell a customer about an order, whose id joins the payload: always by SMS, by e-mail where they gave an address. */
export function orderMessages(template: MessageTemplate, hasEmail: boolean): NewJob[] {
  const channels: Channel[] = hasEmail ? ['sms', 'email'] : ['sms']
  return channels.map((channel) => ({
    kind: sendMessage,
    payload: { template, channel } satisfies Omit<OrderPayload, 'orderId'>,
  }))
}

/** Promises an SMS to a number, in the transaction that causes it. */
export async function sendToPhone(tx: Tx, message: CodeMessage): Promise<void> {
  await addJob(tx, { kind: sendMessage, payload: message })
}

/**
 * Sends the message of a job: writes it to the mailbox, which is where the laptop shop delivers. Message and job change in one
 * statement, so it is sent once however often the job runs.
 */
export function makeSendMessage(publicOrigin: PublicOrigin): JobHandler {
  return async ({ db }, job) => {
    const payload = job.payload as OrderPayload | CodeMessage
    if (payload.template === 'code') {
      const { phone: recipient, language, data } = payload
      const body = codeTexts[language][data.purpose](data.code)
      await messages.deliver(db, {
        jobId: job.id,
        orderId: null,
        channel: 'sms',
        recipient,
        language,
        subject: null,
        body,
      })
      return
    }
    const { orderId, template, channel } = payload
    const order = await readOrderById(db, orderId)
    if (order === null) throw new Error(`order ${orderId} is not there`)
    const recipient = channel === 'sms' ? order.customerPhone : order.customerEmail
    if (recipient === null) throw new Error(`order ${orderId} has no ${channel} address`)
    const { language } = order
    const link = publicOrigin.canonical(`/${language}/orders/${order.token}`)
    const text = templates[template][language](order, link)
    const subject = channel === 'email' ? text.subject : null
    const body = channel === 'email' ? text.email : text.sms
    await messages.deliver(db, { jobId: job.id, orderId, channel, recipient, language, subject, body })
  }
}

export type MessageOrder = Pick<
  Order,
  'number' | 'totalPaisa' | 'customerName' | 'expectedFrom' | 'expectedTo' | 'paymentMethod'
> & {
  lines: readonly { name: { en: string; bn: string }; quantity: number; unitPricePaisa: number }[]
  language: Language
}
