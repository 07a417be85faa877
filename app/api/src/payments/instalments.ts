import type { Instalments, OnlineMethod } from '@dhakacart/contract/payments.schema.ts'

/**
 * Banks whose cards can pay in instalments through SSLCOMMERZ, and over how many months. Source: none that binds us. The banks
 * and months are what sellers of electronics in Dhaka commonly publish; the merchant's contract with SSLCOMMERZ decides and
 * MUST be compared with this table before going live. What a bank does not offer its card is refused on SSLCOMMERZ's own page.
 */
export const instalments: Instalments = {
  // To be confirmed by the merchant: ৳5,000 is the smallest amount most of these banks take.
  minPaisa: 500_000,
  plans: [
    { bank: { en: 'BRAC Bank', bn: 'ব্র্যাক ব্যাংক' }, months: [3, 6, 9, 12] },
    { bank: { en: 'City Bank (American Express)', bn: 'সিটি ব্যাংক (আমেরিকান এক্সপ্রেস)' }, months: [3, 6, 9, 12] },
    { bank: { en: 'Dutch-Bangla Bank', bn: 'ডাচ্-বাংলা ব্যাংক' }, months: [3, 6, 12] },
    { bank: { en: 'Eastern Bank', bn: 'ইস্টার্ন ব্যাংক' }, months: [3, 6, 9, 12] },
    { bank: { en: 'LankaBangla Finance', bn: 'লংকাবাংলা ফাইন্যান্স' }, months: [3, 6, 12] },
    { bank: { en: 'Mutual Trust Bank', bn: 'মিউচুয়াল ট্রাস্ট ব্যাংক' }, months: [3, 6, 9, 12] },
    { bank: { en: 'Prime Bank', bn: 'প্রাইম ব্যাংক' }, months: [3, 6, 9, 12] },
    { bank: { en: 'Standard Chartered', bn: 'স্ট্যান্ডার্ড চার্টার্ড' }, months: [3, 6, 12] },
  ],
}

/** Months that can be chosen for an amount, over all banks; empty where instalments are not possible. */
export function instalmentMonthsFor(method: OnlineMethod, amountPaisa: number): number[] {
  if (method !== 'sslcommerz' || amountPaisa < instalments.minPaisa) return []
  return [...new Set(instalments.plans.flatMap(({ months }) => months))].toSorted((one, other) => one - other)
}
