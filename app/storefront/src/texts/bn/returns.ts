import type { returns as english } from '../en/returns.ts'

export const returns: typeof english = {
  title: 'পণ্য ফেরত',
  open: 'পণ্য ফেরত দিন',
  until: (time) => `${time} পর্যন্ত অনুরোধ করতে পারবেন।`,
  which: 'কোন পণ্য ফেরত দেবেন?',
  keep: 'রেখে দেব',
  units: (count) => `${count}টি ফেরত দেব`,
  line: (count, name) => `${name}, ${count}টি`,
  reason: 'কেন ফেরত দিচ্ছেন?',
  choose: 'বেছে নিন',
  reasons: {
    defective: 'নষ্ট বা কাজ করছে না',
    wrong_item: 'অন্য পণ্য এসেছে',
    not_as_described: 'বর্ণনার সঙ্গে মিলছে না',
    changed_mind: 'মত বদলেছি',
    other: 'অন্য কারণ',
  },
  because: (reason) => `কারণ: ${reason}`,
  note: 'সমস্যাটা কী?',
  noteHint: 'দু-এক কথায় জানালে দ্রুত সিদ্ধান্ত দিতে পারব।',
  noteLong: (limit) => `সর্বোচ্চ ${limit} অক্ষর লিখুন।`,
  linesMissing: 'কোন পণ্য কয়টি ফেরত দেবেন, বেছে নিন।',
  reasonMissing: 'একটি কারণ বেছে নিন।',
  send: 'ফেরতের অনুরোধ পাঠান',
  states: {
    requested: { name: 'ফেরতের অনুরোধ পেয়েছি', text: 'আপনার অনুরোধ দেখে কল করে জানাব।' },
    approved: { name: 'ফেরত মঞ্জুর হয়েছে', text: 'বাক্স ও সঙ্গের সব জিনিসসহ পণ্য প্রস্তুত রাখুন।' },
    refused: { name: 'ফেরত নেওয়া যাচ্ছে না', text: 'দুঃখিত, এই পণ্য আমরা ফেরত নিতে পারছি না।' },
    received: { name: 'ফেরত পেয়েছি', text: 'পণ্য আমাদের কাছে ফিরে এসেছে।' },
  },
  refund: (amount) => `আপনি ${amount} ফেরত পাবেন।`,
}
