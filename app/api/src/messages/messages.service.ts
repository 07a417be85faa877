import type { Language } from '@dhakacart/contract/language.ts'
import type { Db, Tx } from '@dhakacart/database/connect.ts'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { CodePurpose } from '../codes/codes.service.ts'
import type { NewJob } from '../jobs/jobs.repository.ts'
import { addJob, type JobHandler } from '../jobs/jobs.service.ts'
import { readOrderById } from '../orders/orders.service.ts'
import * as messages from './messages.repository.ts'
import type { MessageProviders } from './providers/provider.ts'
import { codeTexts, emailCodeTexts } from './templates.codes.ts'
import {
  emailOnly,
  type MessageOrder,
  type MessageTemplate,
  type MessageText,
  type TemplateData,
  templates,
} from './templates.ts'

type OrderPayload = {
  orderId: number
  template: MessageTemplate
  channel: messages.Channel
  data: unknown
  /** The member of staff who has it sent again. */
  requestedBy?: number | null
}
type CodeMessage = {
  template: 'code'
  phone: string
  language: Language
  data: { purpose: CodePurpose; code: string }
  /** When the code stops working, UTC. */
  sendUntil: string
}

/** A message about an order that staff have sent once more, as it was. */
type AgainMessage = { template: 'again'; messageId: number; requestedBy: number }

type EmailCodeMessage = {
  template: 'email-code'
  email: string
  language: Language
  data: { code: string }
  /** When the code stops working, UTC. */
  sendUntil: string
}

type Payload = OrderPayload | CodeMessage | EmailCodeMessage | AgainMessage

/** The job kind that writes one message, ready to be sent. */
export const sendMessage = 'messages.send'

/**
 * Jobs that tell a customer about an order, whose id joins the payload: by SMS (all but what is not worth one), by e-mail where they
 * gave an address. `data` is what the template needs besides the order.
 */
export function orderMessages<T extends MessageTemplate>(
  template: T,
  hasEmail: boolean,
  ...[data]: TemplateData[T] extends null ? [] : [data: TemplateData[T]]
): NewJob[] {
  const channels: messages.Channel[] = [
    ...(emailOnly.has(template) ? [] : (['sms'] as const)),
    ...(hasEmail ? (['email'] as const) : []),
  ]
  return channels.map((channel) => ({
    kind: sendMessage,
    payload: { template, channel, data: data ?? null } satisfies Omit<OrderPayload, 'orderId'>,
  }))
}

/** Promises an SMS to a number, in the transaction that causes it. */
export async function sendToPhone(tx: Tx, message: CodeMessage): Promise<void> {
  await addJob(tx, { kind: sendMessage, payload: message })
}

/** Promises that a message is sent once more, in the transaction that marks it so. */
export async function promiseAgain(tx: Tx, messageId: number, requestedBy: number): Promise<void> {
  const payload: AgainMessage = { template: 'again', messageId, requestedBy }
  await addJob(tx, { kind: sendMessage, payload })
}

/** Promises an e-mail with the code that confirms its address, in the transaction that causes it. */
export async function sendToEmail(tx: Tx, message: EmailCodeMessage): Promise<void> {
  await addJob(tx, { kind: sendMessage, payload: message })
}

/**
 * Writes the message of a job, in the language of its reader, ready for the channel's provider; where there is none, the laptop's
 * mailbox is. Message and job change in one statement, so it is written once however often the job runs.
 */
export function makeSendMessage(publicOrigin: PublicOrigin, providers: MessageProviders = {}): JobHandler {
  const firstState = (channel: messages.Channel): messages.FirstState => {
    if (providers[channel] !== undefined) return { state: 'queued' }
    return publicOrigin.isLoopback
      ? { state: 'sent', provider: 'mailbox' }
      : { state: 'failed', failure: 'no_provider' }
  }
  return async ({ db }, job) => {
    const message = await writeMessage(db, job.payload as Payload, publicOrigin)
    const first = firstState(message.channel)
    // Nobody will send it, so nobody needs the code.
    const body = first.state === 'failed' && message.orderId === null ? '' : message.body
    await messages.deliver(db, { jobId: job.id, ...message, body }, first)
  }
}

type Written = Omit<messages.NewMessage, 'jobId'>

async function writeMessage(db: Db, payload: Payload, publicOrigin: PublicOrigin): Promise<Written> {
  switch (payload.template) {
    case 'code':
      return codeMessage(payload)
    case 'email-code':
      return emailCodeMessage(payload)
    case 'again': {
      const written = await messages.readWritten(db, payload.messageId)
      return { ...written, sendUntil: null, requestedBy: payload.requestedBy }
    }
    default:
      return orderMessage(db, payload, publicOrigin)
  }
}

function emailCodeMessage({ template, email: recipient, language, data, sendUntil }: EmailCodeMessage): Written {
  const { subject, body } = emailCodeTexts[language](data.code)
  return {
    orderId: null,
    template,
    channel: 'email',
    recipient,
    language,
    subject,
    body,
    sendUntil,
    requestedBy: null,
  }
}

function codeMessage({ template, phone: recipient, language, data, sendUntil }: CodeMessage): Written {
  const body = codeTexts[language][data.purpose](data.code)
  return {
    orderId: null,
    template,
    channel: 'sms',
    recipient,
    language,
    subject: null,
    body,
    sendUntil,
    requestedBy: null,
  }
}

async function orderMessage(
  db: Db,
  { orderId, template, channel, data, requestedBy = null }: OrderPayload,
  publicOrigin: PublicOrigin,
): Promise<Written> {
  const order = await readOrderById(db, orderId)
  if (order === null) throw new Error(`order ${orderId} is not there`)
  const recipient = channel === 'sms' ? order.customerPhone : order.customerEmail
  if (recipient === null) throw new Error(`order ${orderId} has no ${channel} address`)
  const { language } = order
  const link = publicOrigin.canonical(`/${language}/orders/${order.token}`)
  // What was checked against the template when the job was promised is stored without a type.
  const write = templates[template][language] as (order: MessageOrder, data: unknown, link: string) => MessageText
  const text = write({ ...order, ...(await messages.orderFacts(db, orderId)) }, data, link)
  const body = channel === 'email' ? text.email : text.sms
  if (body === null) throw new Error(`${template} has no text for ${channel}`)
  const subject = channel === 'email' ? text.subject : null
  return { orderId, template, channel, recipient, language, subject, body, sendUntil: null, requestedBy }
}

export const forgetRecipients = messages.forgetRecipients
