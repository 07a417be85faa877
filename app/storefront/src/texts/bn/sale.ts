import type { sale as english } from '../en/sale.ts'

export const sale: typeof english = {
  title: 'অফার',
  pageTitle: 'সেল ও অফার | DhakaCart',
  pageDescription: 'চলমান ও আসন্ন সেল: কত দাম, কখন শুরু, কখন শেষ, আর কতগুলো আছে।',
  none: 'এখন কোনো সেল চলছে না',
  noneText: 'পরের সেলের ঘোষণা এখানেই পাবেন। ততক্ষণ আজকের সেরা দামগুলো দেখুন।',
  toOffers: 'আজকের অফার দেখুন',
  see: 'সেল দেখুন',
  starts: 'শুরু হতে বাকি',
  ends: 'শেষ হতে বাকি',
  startsAt: (time: string) => `শুরু ${time}`,
  endsAt: (time: string) => `চলবে ${time} পর্যন্ত`,
  window: (from: string, to: string) => `${from} থেকে ${to} পর্যন্ত`,
  over: 'এই সেল শেষ। পাতাটি আবার খুললে আজকের দাম দেখতে পাবেন।',
  priceFrom: (price: string) => `সেলে ${price}`,
  sold: (percent: string) => `${percent}% বিক্রি হয়ে গেছে`,
  unitsLeft: (units: string) => `এই দামে আর মাত্র ${units}টি আছে`,
  gone: 'সেলের দামের সব পণ্য বিক্রি হয়ে গেছে। এখন নিয়মিত দাম চলছে।',
  limit: (units: string) => `একজন ক্রেতা সর্বোচ্চ ${units}টি কিনতে পারবেন`,
  room: 'একসঙ্গে অনেকে আসবেন: অর্ডারের আগে অপেক্ষা ঘরে আপনার জায়গা নিতে হবে।',
  cardFrom: (price: string, time: string) => `${time} থেকে ${price}`,
}
