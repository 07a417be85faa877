import { formatNumber } from './digits.ts'
import type { Language } from './language.ts'
import type { PaymentMethod } from './payment-methods.ts'

type InvoiceTexts = {
  title: string
  number: string
  date: string
  seller: string
  bin: string
  buyer: string
  phone: string
  columns: { item: string; quantity: string; price: string; vat: string; amount: string }
  sku: string
  units: string
  warranty: (months: number) => string
  noWarranty: string
  subtotal: string
  delivery: string
  discount: string
  total: string
  vatIncluded: string
  advance: string
  due: string
  payment: string
  methods: Record<PaymentMethod, string>
  terms: string[]
}

/** The words of the invoice, the same on the page and in the PDF. */
export const invoiceTexts: Record<Language, InvoiceTexts> = {
  en: {
    title: 'Invoice',
    number: 'Invoice and order no.',
    date: 'Date',
    seller: 'Seller',
    bin: 'BIN',
    buyer: 'Buyer',
    phone: 'Phone',
    columns: { item: 'Item', quantity: 'Qty', price: 'Price', vat: 'VAT in it', amount: 'Amount' },
    sku: 'SKU',
    units: 'Serial or IMEI',
    warranty: (months) => `Warranty: ${months} ${months === 1 ? 'month' : 'months'}`,
    noWarranty: 'No warranty',
    subtotal: 'Goods',
    delivery: 'Delivery',
    discount: 'Discount',
    total: 'Total',
    vatIncluded: 'VAT contained in the total',
    advance: 'Paid in advance',
    due: 'To be paid at the door',
    payment: 'Payment',
    methods: {
      cash_on_delivery: 'Cash on delivery',
      bkash: 'bKash',
      nagad: 'Nagad',
      sslcommerz: 'Card or EMI (SSLCOMMERZ)',
    },
    terms: [
      'The warranty counts from the day of delivery. Please keep this invoice and show it with the product.',
      'It does not cover damage by falls, water, wrong voltage or repairs by others.',
    ],
  },
  bn: {
    title: 'চালান',
    number: 'চালান ও অর্ডার নম্বর',
    date: 'তারিখ',
    seller: 'বিক্রেতা',
    bin: 'বিআইএন',
    buyer: 'ক্রেতা',
    phone: 'ফোন',
    columns: { item: 'পণ্য', quantity: 'পরিমাণ', price: 'একক মূল্য', vat: 'এতে মূসক', amount: 'মোট মূল্য' },
    sku: 'এসকেইউ',
    units: 'সিরিয়াল বা আইএমইআই',
    warranty: (months) => `ওয়ারেন্টি: ${formatNumber(months, 'bn')} মাস`,
    noWarranty: 'ওয়ারেন্টি নেই',
    subtotal: 'পণ্যের মূল্য',
    delivery: 'ডেলিভারি চার্জ',
    discount: 'ছাড়',
    total: 'সর্বমোট',
    vatIncluded: 'সর্বমোটের মধ্যে মূসক',
    advance: 'অগ্রিম পরিশোধ',
    due: 'পণ্য হাতে পেয়ে দেবেন',
    payment: 'পরিশোধ',
    methods: {
      cash_on_delivery: 'ক্যাশ অন ডেলিভারি',
      bkash: 'বিকাশ',
      nagad: 'নগদ',
      sslcommerz: 'কার্ড বা কিস্তি (এসএসএল কমার্জ)',
    },
    terms: [
      'ওয়ারেন্টির মেয়াদ পণ্য হাতে পাওয়ার দিন থেকে শুরু। এই চালানটি যত্ন করে রাখুন, ওয়ারেন্টির সময় পণ্যের সঙ্গে দেখাতে হবে।',
      'পড়ে যাওয়া, পানি, ভুল ভোল্টেজ বা অন্য কারও মেরামতের কারণে হওয়া ক্ষতি ওয়ারেন্টির মধ্যে পড়ে না।',
    ],
  },
}
