import { formatDate } from '@dhakacart/contract/dates.ts'
import { formatNumber } from '@dhakacart/contract/digits.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'
import { letter, takaInGsm } from './letter.ts'
import type { MessageOrder, Templates } from './templates.ts'

/** What the rider is to be given: all, the rest after an advance, or nothing. */
function dueAtDoor({ paymentMethod, totalPaisa, advancePaisa = 0 }: MessageOrder): number {
  return paymentMethod === 'cash_on_delivery' ? totalPaisa - advancePaisa : 0
}

function lineList(order: MessageOrder, language: Language): string {
  return order.lines
    .map(
      (line) =>
        `${formatNumber(line.quantity, language)} × ${line.name[language]}: ${formatTaka(line.unitPricePaisa * line.quantity, language)}`,
    )
    .join('\n')
}

function moneyEn(order: MessageOrder): string {
  const due = dueAtDoor(order)
  const total = `Total with delivery: ${formatTaka(order.totalPaisa, 'en')}`
  if (due === 0) return `${total}, paid.`
  if (due === order.totalPaisa) return `${total}, to be paid when it arrives.`
  return `${total}. Paid in advance: ${formatTaka(order.totalPaisa - due, 'en')}. To be paid when it arrives: ${formatTaka(due, 'en')}.`
}

function moneyBn(order: MessageOrder): string {
  const due = dueAtDoor(order)
  const total = `ডেলিভারিসহ মোট: ${formatTaka(order.totalPaisa, 'bn')}`
  if (due === 0) return `${total}, পরিশোধ করা হয়েছে।`
  if (due === order.totalPaisa) return `${total}, পণ্য হাতে পেয়ে পরিশোধ করবেন।`
  return `${total}। অগ্রিম পাওয়া গেছে: ${formatTaka(order.totalPaisa - due, 'bn')}। পণ্য হাতে পেয়ে দেবেন: ${formatTaka(due, 'bn')}।`
}

export const orderTemplates: Templates<
  | 'order-confirmed'
  | 'order-packed'
  | 'order-shipped'
  | 'delivery-failed'
  | 'order-delivered'
  | 'order-cancelled'
  | 'order-expired'
> = {
  'order-confirmed': {
    en: (order, _, link) => {
      const due = dueAtDoor(order)
      const pay = due === 0 ? 'It is paid.' : `Please have ${takaInGsm(due)} ready for the rider.`
      return {
        sms: `DhakaCart: order ${order.number} is confirmed and arrives by ${formatDate(order.expectedTo, 'en')}. ${pay} Keep your phone on.`,
        subject: `Your order ${order.number} is confirmed`,
        email: letter(
          'en',
          order.customerName,
          [
            `thank you. Your order ${order.number} is confirmed.`,
            `${lineList(order, 'en')}\n${moneyEn(order)}`,
            `It should arrive between ${formatDate(order.expectedFrom, 'en')} and ${formatDate(order.expectedTo, 'en')}.`,
          ],
          link,
        ),
      }
    },
    bn: (order, _, link) => {
      const due = dueAtDoor(order)
      const pay = due === 0 ? 'মূল্য পরিশোধিত।' : `পণ্য পেয়ে দেবেন ${formatTaka(due, 'bn')}।`
      return {
        sms: `ঢাকাকার্ট: অর্ডার ${order.number} নিশ্চিত হয়েছে। ${pay} পৌঁছাবে ${formatDate(order.expectedTo, 'bn')}-এর মধ্যে, ফোন চালু রাখুন।`,
        subject: `আপনার অর্ডার ${order.number} নিশ্চিত হয়েছে`,
        email: letter(
          'bn',
          order.customerName,
          [
            `ধন্যবাদ। আপনার অর্ডার ${order.number} নিশ্চিত হয়েছে।`,
            `${lineList(order, 'bn')}\n${moneyBn(order)}`,
            `${formatDate(order.expectedFrom, 'bn')} থেকে ${formatDate(order.expectedTo, 'bn')}-এর মধ্যে পৌঁছাবে।`,
          ],
          link,
        ),
      }
    },
  },
  'order-packed': {
    en: (order, _, link) => ({
      sms: null,
      subject: `Your order ${order.number} is packed`,
      email: letter(
        'en',
        order.customerName,
        [`your order ${order.number} is packed and waits for the courier. We write again when it is on its way.`],
        link,
      ),
    }),
    bn: (order, _, link) => ({
      sms: null,
      subject: `আপনার অর্ডার ${order.number} প্যাক করা হয়েছে`,
      email: letter(
        'bn',
        order.customerName,
        [`আপনার অর্ডার ${order.number} প্যাক করা হয়েছে, এখন কুরিয়ারের হাতে যাওয়ার অপেক্ষায়। রওনা হলেই আবার জানাব।`],
        link,
      ),
    }),
  },
  'order-shipped': {
    en: (order, _, link) => {
      const { courier, trackingCode } = order.shipment ?? { courier: 'the courier', trackingCode: null }
      const tracking = trackingCode === null ? '' : `, tracking ${trackingCode}`
      const due = dueAtDoor(order)
      const pay = due === 0 ? '' : ` Please have ${takaInGsm(due)} ready.`
      return {
        sms: `DhakaCart: order ${order.number} is on its way with ${courier}${tracking}.${pay} The rider calls first.`,
        subject: `Your order ${order.number} is on its way`,
        email: letter(
          'en',
          order.customerName,
          [
            `your order ${order.number} is on its way with ${courier}${tracking}. The rider will call you before coming.`,
            moneyEn(order),
          ],
          link,
        ),
      }
    },
    bn: (order, _, link) => {
      const { courier, trackingCode } = order.shipment ?? { courier: 'কুরিয়ার', trackingCode: null }
      const tracking = trackingCode === null ? '' : `, ট্র্যাকিং ${trackingCode}`
      const due = dueAtDoor(order)
      const pay = due === 0 ? '' : ` ${formatTaka(due, 'bn')} সঙ্গে রাখুন।`
      return {
        sms: `ঢাকাকার্ট: অর্ডার ${order.number} রওনা হয়েছে (${courier}${tracking})।${pay} রাইডার আগে ফোন করবেন।`,
        subject: `আপনার অর্ডার ${order.number} রওনা হয়েছে`,
        email: letter(
          'bn',
          order.customerName,
          [
            `আপনার অর্ডার ${order.number} কুরিয়ারে রওনা হয়েছে: ${courier}${tracking}। আসার আগে রাইডার ফোন করবেন।`,
            moneyBn(order),
          ],
          link,
        ),
      }
    },
  },
  'delivery-failed': {
    en: (order, _, link) => ({
      sms: `DhakaCart: the rider could not hand over order ${order.number}. We call you to agree on a new time. Please keep your phone on.`,
      subject: `We could not deliver your order ${order.number}`,
      email: letter(
        'en',
        order.customerName,
        [`the rider could not hand over your order ${order.number}. We will call you to agree on a new time.`],
        link,
      ),
    }),
    bn: (order, _, link) => ({
      sms: `ঢাকাকার্ট: রাইডার অর্ডার ${order.number} পৌঁছে দিতে পারেননি। নতুন সময় ঠিক করতে ফোন করব, ফোন চালু রাখুন।`,
      subject: `আপনার অর্ডার ${order.number} পৌঁছে দেওয়া যায়নি`,
      email: letter(
        'bn',
        order.customerName,
        [`রাইডার আপনার অর্ডার ${order.number} পৌঁছে দিতে পারেননি। নতুন সময় ঠিক করতে আমরা আপনাকে ফোন করব।`],
        link,
      ),
    }),
  },
  'order-delivered': {
    en: (order, _, link) => ({
      sms: `DhakaCart: order ${order.number} is delivered. Keep the invoice, it is your warranty. Thank you for buying from us.`,
      subject: `Your order ${order.number} is delivered`,
      email: letter(
        'en',
        order.customerName,
        [
          `your order ${order.number} is delivered. Thank you for buying from us.`,
          'The invoice with the warranty is on the page of the order. Please keep it.',
        ],
        link,
      ),
    }),
    bn: (order, _, link) => ({
      sms: `ঢাকাকার্ট: অর্ডার ${order.number} পৌঁছে গেছে। চালানটি রেখে দিন, ওয়ারেন্টিতে লাগবে। ধন্যবাদ।`,
      subject: `আপনার অর্ডার ${order.number} পৌঁছে গেছে`,
      email: letter(
        'bn',
        order.customerName,
        [
          `আপনার অর্ডার ${order.number} পৌঁছে গেছে। আমাদের কাছ থেকে কেনার জন্য ধন্যবাদ।`,
          'অর্ডারের পাতায় ওয়ারেন্টিসহ চালান আছে। সেটি যত্ন করে রেখে দিন।',
        ],
        link,
      ),
    }),
  },
  'order-cancelled': {
    en: (order, _, link) => ({
      sms: `DhakaCart: order ${order.number} is cancelled. If you paid anything, it goes back the way it came; we tell you when.`,
      subject: `Your order ${order.number} is cancelled`,
      email: letter(
        'en',
        order.customerName,
        [
          `your order ${order.number} is cancelled.`,
          'If you paid anything, it goes back the way it came. We write again when it is on its way.',
        ],
        link,
      ),
    }),
    bn: (order, _, link) => ({
      sms: `ঢাকাকার্ট: অর্ডার ${order.number} বাতিল হয়েছে। টাকা দিয়ে থাকলে ফেরত পাবেন, পাঠানোর সময় জানাব।`,
      subject: `আপনার অর্ডার ${order.number} বাতিল হয়েছে`,
      email: letter(
        'bn',
        order.customerName,
        [`আপনার অর্ডার ${order.number} বাতিল হয়েছে।`, 'টাকা দিয়ে থাকলে যেভাবে দিয়েছিলেন সেভাবেই ফেরত পাবেন। পাঠানোর সময় আবার জানাব।'],
        link,
      ),
    }),
  },
  'order-expired': {
    en: (order, _, link) => {
      const isCash = order.paymentMethod === 'cash_on_delivery'
      const cause = isCash ? 'it was not confirmed' : 'no payment arrived'
      const paid = isCash ? '' : ' If you paid after all, you need do nothing.'
      return {
        sms: `DhakaCart: order ${order.number} has ended because ${cause} in time.${paid} You can order again.`,
        subject: `Your order ${order.number} has ended`,
        email: letter(
          'en',
          order.customerName,
          [
            `your order ${order.number} has ended because ${cause} in time. The goods are free for others again; you can order them again as long as there are any.`,
            ...(isCash
              ? []
              : [
                  'If you paid after all, you need do nothing: we see it, and either send the goods or give the money back.',
                ]),
          ],
          link,
        ),
      }
    },
    bn: (order, _, link) => {
      const isCash = order.paymentMethod === 'cash_on_delivery'
      const cause = isCash ? 'সময়মতো নিশ্চিত না করায়' : 'সময়মতো টাকা না আসায়'
      const paid = isCash ? '' : ' টাকা দিয়ে থাকলে চিন্তা নেই, আমরা জানাব।'
      return {
        sms: `ঢাকাকার্ট: ${cause} অর্ডার ${order.number} শেষ হয়ে গেছে।${paid} আবার অর্ডার করতে পারেন।`,
        subject: `আপনার অর্ডার ${order.number} শেষ হয়ে গেছে`,
        email: letter(
          'bn',
          order.customerName,
          [
            `${cause} আপনার অর্ডার ${order.number} শেষ হয়ে গেছে। পণ্যগুলো এখন অন্যরাও কিনতে পারবেন; স্টক থাকলে আবার অর্ডার করতে পারেন।`,
            ...(isCash ? [] : ['টাকা দিয়ে থাকলে আপনাকে কিছু করতে হবে না: টাকা পেলেই আমরা পণ্য পাঠাব, নয়তো টাকা ফেরত দেব।']),
          ],
          link,
        ),
      }
    },
  },
}
