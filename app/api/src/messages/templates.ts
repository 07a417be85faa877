import type { Language } from '@dhakacart/contract/language.ts'
import type { Order } from '@dhakacart/contract/orders.schema.ts'
import { cancellationTemplates } from './templates.cancellations.ts'
import { moneyTemplates } from './templates.money.ts'
import { orderTemplates } from './templates.orders.ts'
import { returnTemplates } from './templates.returns.ts'

/** Every message about an order, and what its text needs besides the order. A new one is a line here and a text in a `templates.*` file. */
export type TemplateData = {
  'order-confirmed': null
  'order-packed': null
  'order-shipped': null
  'delivery-failed': null
  'order-delivered': null
  'order-cancelled': null
  'order-expired': null
  'return-accepted': null
  /** `reason`: what staff wrote; null: nothing. */
  'return-refused': { reason: string | null }
  /** An order that left already: it is called back. */
  'cancellation-accepted': null
  /** `reason`: what staff wrote; null: nothing. */
  'cancellation-refused': { reason: string | null }
  'payment-late': { amountPaisa: number }
  'refund-started': { amountPaisa: number }
  'refund-done': { amountPaisa: number }
}
export type MessageTemplate = keyof TemplateData
/** Templates that need the order alone. */
export type PlainTemplate = {
  [T in MessageTemplate]: TemplateData[T] extends null ? T : never
}[MessageTemplate]

export type MessageOrder = Pick<
  Order,
  'number' | 'totalPaisa' | 'customerName' | 'expectedFrom' | 'expectedTo' | 'paymentMethod'
> & {
  lines: readonly { name: { en: string; bn: string }; quantity: number; unitPricePaisa: number }[]
  language: Language
  /** Who carries it, once somebody does, and how to follow it there. */
  shipment: { courier: string; trackingCode: string | null } | null
  /** Paid online before the rest in cash. */
  advancePaisa?: number
}

export type MessageText = {
  /** null: this is not worth an SMS. */
  sms: string | null
  subject: string
  email: string
}
type Template<Data> = Record<Language, (order: MessageOrder, data: Data, link: string) => MessageText>
export type Templates<T extends MessageTemplate> = { [Name in T]: Template<TemplateData[Name]> }

export const templates: Templates<MessageTemplate> = {
  ...orderTemplates,
  ...returnTemplates,
  ...cancellationTemplates,
  ...moneyTemplates,
}

/** Told by e-mail alone: an SMS costs money and wakes people. */
export const emailOnly: ReadonlySet<MessageTemplate> = new Set(['order-packed'])
