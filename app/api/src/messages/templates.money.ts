import { formatTaka } from '@dhakacart/contract/money.ts'
import { letter, takaInGsm } from './letter.ts'
import type { Templates } from './templates.ts'

/** What the law allows at most: Digital Commerce Guidelines 2021, refunds within ten days. */
const refundDays = { en: '10', bn: '১০' }

export const moneyTemplates: Templates<'payment-late' | 'refund-started' | 'refund-done'> = {
  'payment-late': {
    en: (order, { amountPaisa }, link) => ({
      sms: `DhakaCart: your ${takaInGsm(amountPaisa)} for order ${order.number} came too late, the goods are gone. We give all of it back.`,
      subject: `Your payment for order ${order.number} came too late`,
      email: letter(
        'en',
        order.customerName,
        [
          `your payment of ${formatTaka(amountPaisa, 'en')} for order ${order.number} arrived after the order had ended, and the goods are gone by now. We are sorry.`,
          `You get all of it back the way it came, within ${refundDays.en} days at most. You need do nothing.`,
        ],
        link,
      ),
    }),
    bn: (order, { amountPaisa }, link) => ({
      sms: `ঢাকাকার্ট: অর্ডার ${order.number}-এর ${formatTaka(amountPaisa, 'bn')} দেরিতে এসেছে, পণ্য শেষ। পুরো টাকা ফেরত দিচ্ছি।`,
      subject: `অর্ডার ${order.number}-এর টাকা দেরিতে এসেছে`,
      email: letter(
        'bn',
        order.customerName,
        [
          `অর্ডার ${order.number}-এর জন্য আপনার ${formatTaka(amountPaisa, 'bn')} এসেছে অর্ডারটি শেষ হয়ে যাওয়ার পর। ততক্ষণে পণ্যও ফুরিয়ে গেছে। আমরা দুঃখিত।`,
          `যেভাবে দিয়েছিলেন সেভাবেই পুরো টাকা ফেরত পাবেন, সর্বোচ্চ ${refundDays.bn} দিনের মধ্যে। আপনাকে কিছু করতে হবে না।`,
        ],
        link,
      ),
    }),
  },
  'refund-started': {
    en: (order, { amountPaisa }, link) => ({
      sms: `DhakaCart: we are giving back ${takaInGsm(amountPaisa)} for order ${order.number}, the way it was paid. It can take up to ${refundDays.en} days.`,
      subject: `${formatTaka(amountPaisa, 'en')} for order ${order.number} is on its way back to you`,
      email: letter(
        'en',
        order.customerName,
        [
          `we are giving you back ${formatTaka(amountPaisa, 'en')} for order ${order.number}, the way it was paid. Banks can take up to ${refundDays.en} days.`,
        ],
        link,
      ),
    }),
    bn: (order, { amountPaisa }, link) => ({
      sms: `ঢাকাকার্ট: অর্ডার ${order.number}-এর ${formatTaka(amountPaisa, 'bn')} ফেরত পাঠাচ্ছি। পৌঁছাতে ${refundDays.bn} দিন পর্যন্ত লাগতে পারে।`,
      subject: `অর্ডার ${order.number}-এর ${formatTaka(amountPaisa, 'bn')} ফেরত পাঠাচ্ছি`,
      email: letter(
        'bn',
        order.customerName,
        [
          `অর্ডার ${order.number}-এর ${formatTaka(amountPaisa, 'bn')} আপনাকে ফেরত পাঠাচ্ছি, যেভাবে দিয়েছিলেন সেভাবেই। ব্যাংকের কারণে ${refundDays.bn} দিন পর্যন্ত লাগতে পারে।`,
        ],
        link,
      ),
    }),
  },
  'refund-done': {
    en: (order, { amountPaisa }, link) => ({
      sms: `DhakaCart: ${takaInGsm(amountPaisa)} for order ${order.number} has been given back the way it was paid.`,
      subject: `${formatTaka(amountPaisa, 'en')} for order ${order.number} has been given back`,
      email: letter(
        'en',
        order.customerName,
        [`${formatTaka(amountPaisa, 'en')} for order ${order.number} has been given back the way it was paid.`],
        link,
      ),
    }),
    bn: (order, { amountPaisa }, link) => ({
      sms: `ঢাকাকার্ট: অর্ডার ${order.number}-এর ${formatTaka(amountPaisa, 'bn')} ফেরত দেওয়া হয়েছে।`,
      subject: `অর্ডার ${order.number}-এর ${formatTaka(amountPaisa, 'bn')} ফেরত দেওয়া হয়েছে`,
      email: letter(
        'bn',
        order.customerName,
        [`অর্ডার ${order.number}-এর ${formatTaka(amountPaisa, 'bn')} ফেরত দেওয়া হয়েছে, যেভাবে দিয়েছিলেন সেভাবেই।`],
        link,
      ),
    }),
  },
}
