import { formatDate } from '@dhakacart/contract/dates.ts'
import { formatNumber } from '@dhakacart/contract/digits.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'
import type { MessageOrder } from './messages.service.ts'

type MessageText = { sms: string; subject: string; email: string }
type Template = Record<Language, (order: MessageOrder, link: string) => MessageText>

export type MessageTemplate = 'order-confirmed'

/**
 * What customers are told. An SMS in Bangla holds 70 characters, several joined 67 each; ours stay within three.
 */
export const templates: Record<MessageTemplate, Template> = {
  'order-confirmed': {
    en: (order, link) => ({
      sms: `DhakaCart: your order ${order.number} is confirmed. ${formatTaka(order.totalPaisa, 'en')}, cash on delivery, by ${formatDate(order.expectedTo, 'en')}. Please keep your phone on.`,
      subject: `Your order ${order.number} is confirmed`,
      email: [
        `Dear ${order.customerName},`,
        '',
        `thank you. Your order ${order.number} is confirmed.`,
        '',
        ...order.lines.map(
          (line) => `${line.quantity} × ${line.name.en}: ${formatTaka(line.unitPricePaisa * line.quantity, 'en')}`,
        ),
        `Total with delivery: ${formatTaka(order.totalPaisa, 'en')}, to be paid when it arrives.`,
        `It should arrive between ${formatDate(order.expectedFrom, 'en')} and ${formatDate(order.expectedTo, 'en')}.`,
        '',
        'Follow it here. Whoever has this link sees the order, so keep it to yourself:',
        link,
        '',
        'DhakaCart',
      ].join('\n'),
    }),
    bn: (order, link) => ({
      sms: `ঢাকাকার্ট: আপনার অর্ডার ${order.number} নিশ্চিত হয়েছে। মোট ${formatTaka(order.totalPaisa, 'bn')}, পণ্য হাতে পেয়ে মূল্য দেবেন। পৌঁছাবে ${formatDate(order.expectedTo, 'bn')} এর মধ্যে।`,
      subject: `আপনার অর্ডার ${order.number} নিশ্চিত হয়েছে`,
      email: [
        `প্রিয় ${order.customerName},`,
        '',
        `ধন্যবাদ। আপনার অর্ডার ${order.number} নিশ্চিত হয়েছে।`,
        '',
        ...order.lines.map(
          (line) =>
            `${formatNumber(line.quantity, 'bn')} × ${line.name.bn}: ${formatTaka(line.unitPricePaisa * line.quantity, 'bn')}`,
        ),
        `ডেলিভারিসহ মোট: ${formatTaka(order.totalPaisa, 'bn')}, পণ্য হাতে পেয়ে পরিশোধ করবেন।`,
        `${formatDate(order.expectedFrom, 'bn')} থেকে ${formatDate(order.expectedTo, 'bn')} এর মধ্যে পৌঁছাবে।`,
        '',
        'এখানে অর্ডারের খোঁজ নিন। এই লিংক যার কাছে থাকবে সে-ই অর্ডারটি দেখতে পাবে, তাই কাউকে দেবেন না:',
        link,
        '',
        'ঢাকাকার্ট',
      ].join('\n'),
    }),
  },
}
