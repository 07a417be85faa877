import { company } from '@dhakacart/contract/company.ts'
import { letter } from './letter.ts'
import type { Templates } from './templates.ts'
import { withReason } from './with-reason.ts'

export const cancellationTemplates: Templates<'cancellation-accepted' | 'cancellation-refused'> = {
  'cancellation-accepted': {
    en: (order, _, link) => ({
      sms: `DhakaCart: we call back the parcel of order ${order.number}. If the courier still comes, do not take it. Any money paid goes back when we have it.`,
      subject: `We call back the parcel of your order ${order.number}`,
      email: letter(
        'en',
        order.customerName,
        [
          `as you asked, order ${order.number} is not to reach you any more. It is already with the courier, and we call the parcel back.`,
          'If the courier still comes, please do not take the parcel. What you have paid goes back to you as soon as the parcel is with us.',
        ],
        link,
      ),
    }),
    bn: (order, _, link) => ({
      sms: `ঢাকাকার্ট: অর্ডার ${order.number}-এর পার্সেল ফিরিয়ে আনছি। কুরিয়ার এলে নেবেন না। টাকা দিয়ে থাকলে পার্সেল পেয়ে ফেরত দেব।`,
      subject: `আপনার অর্ডার ${order.number}-এর পার্সেল ফিরিয়ে আনছি`,
      email: letter(
        'bn',
        order.customerName,
        [
          `আপনার অনুরোধে অর্ডার ${order.number} আর পৌঁছানো হবে না। পার্সেলটি কুরিয়ারের কাছে চলে গেছে, আমরা ফিরিয়ে আনছি।`,
          'এর মধ্যে কুরিয়ার এলে পার্সেলটি নেবেন না। টাকা দিয়ে থাকলে পার্সেল আমাদের হাতে আসামাত্র ফেরত পাবেন।',
        ],
        link,
      ),
    }),
  },
  'cancellation-refused': {
    en: (order, { reason }, link) => ({
      sms: withReason(
        'en',
        `DhakaCart: sorry, we cannot cancel order ${order.number} any more.`,
        reason,
        `${reason === null ? '' : 'The reason is on the page of the order. '}Questions? Call ${company.phone}.`,
      ),
      subject: `We cannot cancel your order ${order.number} any more`,
      email: letter(
        'en',
        order.customerName,
        [
          `we are sorry, we cannot cancel order ${order.number} any more.`,
          ...(reason === null ? [] : [`Why: ${reason}`]),
          'If you see it differently, or have any question, please call us.',
        ],
        link,
      ),
    }),
    bn: (order, { reason }, link) => ({
      sms: withReason(
        'bn',
        `ঢাকাকার্ট: দুঃখিত, অর্ডার ${order.number} আর বাতিল করতে পারছি না।`,
        reason,
        `${reason === null ? '' : 'কারণ অর্ডারের পাতায় আছে। '}জানতে ফোন করুন: ${company.phone}`,
      ),
      subject: `আপনার অর্ডার ${order.number} আর বাতিল করতে পারছি না`,
      email: letter(
        'bn',
        order.customerName,
        [
          `দুঃখিত, অর্ডার ${order.number} আমরা আর বাতিল করতে পারছি না।`,
          ...(reason === null ? [] : [`কারণ: ${reason}`]),
          'আপনি একমত না হলে বা কিছু জানতে চাইলে আমাদের ফোন করুন।',
        ],
        link,
      ),
    }),
  },
}
