import type { audit as english } from '../en/audit.ts'

export const audit: typeof english = {
  title: 'কাজের খাতা',
  text: 'কনসোলে যা করা হয়েছে, নতুনটা আগে। কোনো লেখা বদলানো যায় না; প্রতিটিতে আগেরটির সিল থাকে।',
  none: 'এখনো কিছু করা হয়নি',
  person: 'কে',
  action: 'কাজ',
  actionHelp: 'যেমন orders বা orders.cancelled',
  subject: 'কীসে',
  from: 'কবে থেকে',
  to: 'কবে পর্যন্ত',
  time: 'সময়',
  detail: 'বিস্তারিত',
  system: 'সার্ভারের একটি কমান্ড',
  notSealed: 'সিল হচ্ছে',
  chainWhole: (count) => `শিকল অক্ষত: ${count}টি সিল করা লেখা।`,
  chainChecked: 'যাচাই',
  chainNotChecked: 'শিকল এখনো যাচাই হয়নি।',
  chainBroken: 'শিকল ভেঙে গেছে। কেউ দোকানের অজান্তে খাতা বদলেছে; যিনি তথ্যভান্ডার চালান তাঁকে এখনই ফোন করুন।',
  lastSeal: 'শেষ সিল',
  lastSealHelp: 'অন্য কোথাও লিখে রাখুন: পরে এটি দিয়ে প্রমাণ করা যায় যে কিছু কেটে ফেলা হয়নি।',
}
