import type { order as englishOrder, track as englishTrack } from '../en/order.ts'

const states: (typeof englishOrder)['states'] = {
  pending_payment: {
    name: 'পেমেন্টের অপেক্ষায়',
    text: 'পেমেন্ট আসা বা সময় শেষ হওয়া পর্যন্ত পণ্য আপনার জন্য রাখা আছে।',
  },
  confirmed: { name: 'নিশ্চিত হয়েছে', text: 'অর্ডার পেয়েছি, এবার প্যাক করব।' },
  packed: { name: 'প্যাক হয়েছে', text: 'প্যাক করা শেষ, কুরিয়ারের অপেক্ষায় আছে।' },
  shipped: { name: 'পথে আছে', text: 'কুরিয়ারের হাতে আছে, আসার আগে কল করবে। ফোন চালু রাখুন।' },
  delivered: { name: 'পৌঁছে গেছে', text: 'পণ্য পৌঁছে গেছে। কোনো সমস্যা থাকলে ৭ দিনের মধ্যে জানান।' },
  expired: { name: 'মেয়াদ শেষ', text: 'সময়মতো পেমেন্ট আসেনি, তাই অর্ডার হয়নি। চাইলে আবার অর্ডার করুন।' },
  cancelled: { name: 'বাতিল', text: 'অর্ডারটি বাতিল হয়েছে। কিছু পাঠানো হবে না, টাকাও দিতে হবে না।' },
  delivery_failed: {
    name: 'ডেলিভারি হয়নি',
    text: 'কুরিয়ার আপনাকে পায়নি। আবার পাঠানোর জন্য আমরা কল করব।',
  },
  return_requested: { name: 'ফেরতের অনুরোধ', text: 'অনুরোধ পেয়েছি। পণ্য আনতে কবে যাব, কল করে জানাব।' },
  returned: { name: 'ফেরত এসেছে', text: 'পণ্য আমাদের কাছে ফিরে এসেছে।' },
}

const payments: (typeof englishOrder)['payments'] = {
  cash_on_delivery: 'ক্যাশ অন ডেলিভারি',
  bkash: 'বিকাশ',
  nagad: 'নগদ',
  sslcommerz: 'কার্ড বা অনলাইন ব্যাংকিং',
}

export const order: typeof englishOrder = {
  title: (number: string) => `অর্ডার ${number}`,
  thanks: (name: string) => `ধন্যবাদ, ${name}!`,
  thanksText: 'আপনার অর্ডার হয়ে গেছে। অর্ডার নম্বর এসএমএসে পাঠিয়েছি।',
  number: 'অর্ডার নম্বর',
  copy: 'কপি করুন',
  copied: 'কপি হয়েছে',
  keep: 'এই পাতার ঠিকানা কাউকে দেবেন না: যার কাছে থাকবে সে-ই অর্ডারটি দেখতে পাবে।',
  states,
  payments,
  progress: 'অর্ডার কত দূর',
  now: 'এখন',
  comesNext: 'এরপর',
  expected: 'পৌঁছানোর সম্ভাব্য তারিখ',
  expectedBetween: (from: string, to: string) => `${from} থেকে ${to}`,
  next: 'এরপর যা হবে',
  nextSteps: [
    'অর্ডার দেখে প্যাক করব, সাধারণত সেদিনই, আর ৪৮ ঘণ্টার মধ্যে কুরিয়ারের হাতে দেব।',
    'পণ্য রওনা হলে এসএমএস পাবেন। আসার আগে কুরিয়ার কল করবে।',
    'পার্সেল দেখে নিয়ে কুরিয়ারকে নগদ টাকা দিন। টাকাটা হাতের কাছে রাখলে সুবিধা হয়।',
  ],
  products: 'পণ্য',
  units: (count: string, price: string) => `${count} × ${price}`,
  warrantyMonths: (count: string) => `${count} মাসের ওয়ারেন্টি`,
  itemCount: (count: string) => `${count}টি পণ্য`,
  subtotal: 'পণ্যের মোট দাম',
  delivery: 'ডেলিভারি চার্জ',
  total: 'সর্বমোট',
  vat: (amount: string) => `এর মধ্যে ভ্যাট ${amount}`,
  payment: 'পেমেন্ট',
  deliverTo: 'যেখানে যাবে',
  contact: 'ফোন',
  note: 'কুরিয়ারের জন্য কথা',
  placedAt: 'অর্ডারের সময়',
  holdUntil: (time: string) => `${time}-এর মধ্যে পেমেন্ট করুন; এরপর পণ্য অন্যরা কিনতে পারবেন।`,
  cancel: 'অর্ডার বাতিল করুন',
  cancelSure: 'সত্যিই বাতিল করবেন? পণ্যগুলো সঙ্গে সঙ্গে অন্যদের জন্য ছেড়ে দেওয়া হবে। এটি আর ফেরানো যাবে না।',
  cancelYes: 'হ্যাঁ, অর্ডার বাতিল করুন',
  help: 'অর্ডারে কোনো সমস্যা?',
  helpText: (phone: string) => `${phone} নম্বরে কল করে অর্ডার নম্বরটি বলুন।`,
}

export const track: typeof englishTrack = {
  title: 'অর্ডারের খোঁজ নিন',
  text: 'অর্ডার নম্বর আর যে ফোন নম্বরে অর্ডার করেছেন, সেটি দিন।',
  number: 'অর্ডার নম্বর',
  numberHint: 'আমাদের এসএমএসে আছে, দেখতে DC7K3M9QXP-এর মতো।',
  phone: 'মোবাইল নম্বর',
  button: 'অর্ডার দেখুন',
  numberMissing: 'অর্ডার নম্বর দিন।',
  phoneMissing: 'বাংলাদেশের মোবাইল নম্বর দিন, যেমন ০১৭১২-৩৪৫৬৭৮।',
  notFound: 'এই নম্বর ও ফোনে কোনো অর্ডার পাওয়া যায়নি।',
  notFoundText:
    'এসএমএসটি আরেকবার দেখুন: নম্বরে ১০টি ইংরেজি অক্ষর ও সংখ্যা থাকে, শুরু DC দিয়ে। যে ফোন নম্বর দিয়ে অর্ডার করেছেন, সেটিই দিতে হবে।',
  stillNot: (phone: string) => `তবু না পেলে ${phone} নম্বরে কল করুন।`,
  away: 'এই মুহূর্তে দেখা যাচ্ছে না। কয়েক সেকেন্ড পর আবার বোতামটি চাপুন।',
  another: 'আরেকটি অর্ডার দেখুন',
  whole: 'ঠিকানা ও হিসাবসহ পুরো অর্ডার দেখতে ই-মেইলের লিংক, অথবা অর্ডারের পর যে পাতা দেখেছিলেন সেটি খুলুন।',
}
