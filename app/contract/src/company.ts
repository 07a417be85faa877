/** The address and papers of the shop: shown in the footer and on the contact page, in search engines' data and on invoices. */
export const company = {
  name: { en: 'DhakaCart', bn: 'ঢাকাকার্ট' },
  phone: '+8801700000000',
  email: 'care@dhakacart.example',
  tradeLicence: 'TRAD/DNCC/012345/2025',
  bin: '000123456-0101',
  address: {
    en: 'House 12, Road 5, Dhanmondi, Dhaka 1205',
    bn: 'বাড়ি ১২, রোড ৫, ধানমন্ডি, ঢাকা ১২০৫',
  },
  hours: { en: 'Every day, 10 AM to 9 PM', bn: 'প্রতিদিন, সকাল ১০টা থেকে রাত ৯টা' },
} as const
