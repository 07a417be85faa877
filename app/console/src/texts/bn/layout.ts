import type {
  help as englishHelp,
  layout as englishLayout,
  nav as englishNav,
  orderStates as englishOrderStates,
  roles as englishRoles,
} from '../en/layout.ts'

export const layout: typeof englishLayout = {
  product: 'ঢাকাকার্ট কনসোল',
  home: 'ঢাকাকার্ট কনসোল, এক নজরে',
  skip: 'মূল অংশে যান',
  otherLanguage: 'English',
  help: 'কিবোর্ডের শর্টকাট',
  personMenu: (name) => `${name} নামে সাইন ইন করা`,
  theme: 'চেহারা',
  themes: { system: 'ডিভাইস অনুযায়ী', light: 'আলো', dark: 'অন্ধকার' },
  signOut: 'সাইন আউট',
  deniedTitle: 'আপনার দায়িত্বের বাইরে',
  deniedText: (role) => `আপনি ${role} হিসেবে আছেন, এই পাতা খোলার অনুমতি নেই। দোকানের মালিককে বলুন।`,
  nowhereTitle: 'এমন কোনো পাতা নেই',
  nowhereText: 'ঠিকানাটি মিলিয়ে দেখুন, অথবা পাশের তালিকা থেকে যান।',
  brokenTitle: 'পাতাটি ভেঙে গেছে',
  brokenText: 'যা সংরক্ষণ হয়েছে তার কিছুই হারায়নি। আবার লোড করুন; আবার হলে কী করছিলেন আমাদের জানান।',
  reload: 'আবার লোড করুন',
}

export const nav: typeof englishNav = {
  label: 'পাতাসমূহ',
  open: 'পাতার তালিকা খুলুন',
  groups: { shop: 'দোকান', goods: 'পণ্য', money: 'টাকা', setup: 'ব্যবস্থা' },
  pages: {
    overview: 'এক নজরে',
    orders: 'অর্ডার',
    returns: 'ফেরত',
    customers: 'ক্রেতা',
    products: 'পণ্য',
    categories: 'ক্যাটাগরি',
    brands: 'ব্র্যান্ড',
    stock: 'স্টক',
    imports: 'আমদানি ও রপ্তানি',
    coupons: 'কুপন',
    sales: 'সেল',
    delivery: 'ডেলিভারি এলাকা',
    couriers: 'কুরিয়ার',
    payments: 'পেমেন্ট',
    refunds: 'রিফান্ড',
    reconciliation: 'হিসাব মেলানো',
    messages: 'বার্তা',
    settlements: 'কুরিয়ারের টাকা',
    settings: 'সেটিংস',
    staff: 'কর্মী',
    audit: 'কাজের খাতা',
    account: 'আমার অ্যাকাউন্ট',
  },
}

export const help: typeof englishHelp = {
  title: 'কিবোর্ডের শর্টকাট',
  search: 'এই পাতার খোঁজার ঘরে যান',
  help: 'এই তালিকা খুলুন',
  escape: 'ডায়ালগ বন্ধ করুন',
  rows: 'ছকের এক সারি থেকে আরেক সারিতে যান',
}

export const roles: typeof englishRoles = {
  owner: 'মালিক',
  manager: 'ম্যানেজার',
  support: 'গ্রাহকসেবা',
  warehouse: 'গুদাম',
  viewer: 'দর্শক',
}

export const orderStates: typeof englishOrderStates = {
  pending_confirmation: 'কোডের অপেক্ষায়',
  pending_payment: 'পেমেন্টের অপেক্ষায়',
  confirmed: 'নিশ্চিত',
  packed: 'প্যাক করা',
  shipped: 'পথে আছে',
  delivered: 'পৌঁছেছে',
  expired: 'মেয়াদ শেষ',
  cancelled: 'বাতিল',
  delivery_failed: 'পৌঁছানো যায়নি',
  return_requested: 'ফেরতের অনুরোধ',
  returned: 'ফেরত এসেছে',
}
