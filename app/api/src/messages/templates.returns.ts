import { company } from '@dhakacart/contract/company.ts'
import { letter } from './letter.ts'
import type { Templates } from './templates.ts'
import { withReason } from './with-reason.ts'

export const returnTemplates: Templates<'return-accepted' | 'return-refused'> = {
  'return-accepted': {
    en: (order, _, link) => ({
      sms: `DhakaCart: we take back goods of order ${order.number}. Keep them ready with box and all parts; the courier collects them.`,
      subject: `We take back goods of your order ${order.number}`,
      email: letter(
        'en',
        order.customerName,
        [
          `we accept your return for order ${order.number}.`,
          'Please keep the goods ready with their box, all parts and the invoice. The courier collects them, and we check them when they arrive.',
        ],
        link,
      ),
    }),
    bn: (order, _, link) => ({
      sms: `ঢাকাকার্ট: অর্ডার ${order.number}-এর পণ্য ফেরত নেব। বাক্স ও সব অংশসহ তৈরি রাখুন, কুরিয়ার নিয়ে আসবে।`,
      subject: `আপনার অর্ডার ${order.number}-এর পণ্য ফেরত নেব`,
      email: letter(
        'bn',
        order.customerName,
        [
          `অর্ডার ${order.number}-এর পণ্য ফেরত দেওয়ার অনুরোধ আমরা মেনে নিয়েছি।`,
          'বাক্স, সব অংশ ও চালানসহ পণ্য তৈরি রাখুন। কুরিয়ার এসে নিয়ে যাবে, পৌঁছালে আমরা দেখে নেব।',
        ],
        link,
      ),
    }),
  },
  'return-refused': {
    en: (order, { reason }, link) => ({
      sms: withReason(
        'en',
        `DhakaCart: sorry, we cannot take back the goods of order ${order.number}.`,
        reason,
        `${reason === null ? '' : 'The reason is on the page of the order. '}Questions? Call ${company.phone}.`,
      ),
      subject: `We cannot take back goods of your order ${order.number}`,
      email: letter(
        'en',
        order.customerName,
        [
          `we are sorry, we cannot take back the goods that you wanted to return from order ${order.number}.`,
          ...(reason === null ? [] : [`Why: ${reason}`]),
          'If you see it differently, or have any question, please call us.',
        ],
        link,
      ),
    }),
    bn: (order, { reason }, link) => ({
      sms: withReason(
        'bn',
        `ঢাকাকার্ট: দুঃখিত, অর্ডার ${order.number}-এর পণ্য ফেরত নিতে পারছি না।`,
        reason,
        `${reason === null ? '' : 'কারণ অর্ডারের পাতায় আছে। '}জানতে ফোন করুন: ${company.phone}`,
      ),
      subject: `আপনার অর্ডার ${order.number}-এর পণ্য ফেরত নিতে পারছি না`,
      email: letter(
        'bn',
        order.customerName,
        [
          `দুঃখিত, অর্ডার ${order.number}-এর যে পণ্য আপনি ফেরত দিতে চেয়েছিলেন তা আমরা নিতে পারছি না।`,
          ...(reason === null ? [] : [`কারণ: ${reason}`]),
          'আপনি একমত না হলে বা কিছু জানতে চাইলে আমাদের ফোন করুন।',
        ],
        link,
      ),
    }),
  },
}
