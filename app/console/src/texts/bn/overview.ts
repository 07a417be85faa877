import type { overview as english } from '../en/overview.ts'

const problems: typeof english.problems = {
  late_to_ship: 'পাঠাতে দেরি',
  late_to_deliver: 'পৌঁছাতে দেরি',
  delivery_failed: 'পৌঁছানো যায়নি',
  return_open: 'ফেরতের সিদ্ধান্ত বাকি',
  cancel_asked: 'বাতিলের অনুরোধ',
  called_back: 'ফিরিয়ে আনতে হবে',
  refund_due: 'টাকা ফেরত বাকি',
  payment_review: 'দেখার মতো পেমেন্ট',
  parcel_called_off: 'পার্সেল থামাতে হবে',
}

export const overview: typeof english = {
  title: 'এক নজরে',
  today: 'আজকের অর্ডার',
  money: 'আজকের বিক্রি',
  yesterday: (count) => `গতকাল ${count}`,
  soldOut: 'স্টক শেষ',
  nearlySoldOut: (count) => `আরও ${count}টিতে পাঁচ বা তার কম আছে`,
  problemCount: 'সমস্যা',
  problemText: 'যেসব অর্ডার কারও দেখা দরকার',
  noProblems: 'কোনো সিদ্ধান্ত বাকি নেই',
  waitingTitle: 'যা বাকি',
  waiting: {
    toConfirm: 'ক্রেতার কোড',
    toPay: 'পেমেন্ট',
    toPack: 'প্যাক করতে হবে',
    toShip: 'কুরিয়ারে দিতে হবে',
    onTheWay: 'পথে আছে',
    returns: 'ফেরত',
  },
  problemsTitle: 'যেখানে সমস্যা',
  problems,
  count: 'অর্ডার',
  ordersPlot: 'দিনে কত অর্ডার',
  moneyPlot: 'দিনে কত বিক্রি',
  lakh: (count) => `৳${count} লাখ`,
  crore: (count) => `৳${count} কোটি`,
  day: 'দিন',
  amount: 'টাকা',
  shown: (time) => `${time} পর্যন্ত; আধা মিনিট পর পর হালনাগাদ হয়।`,
}
