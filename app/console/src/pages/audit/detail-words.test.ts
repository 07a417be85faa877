import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDateTime } from '@dhakacart/contract/dates.ts'
import { formatNumber, toBanglaDigits } from '@dhakacart/contract/digits.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'
import { bn } from '../../texts/bn.ts'
import { en, type Texts } from '../../texts/en.ts'
import type { Words } from '../../words.ts'
import { detailLines } from './detail-words.ts'

const wordsIn = (language: 'en' | 'bn') =>
  ({
    texts: language === 'en' ? (en as Texts) : bn,
    money: (paisa) => formatTaka(paisa, language),
    number: (value) => formatNumber(value, language),
    digits: (text) => (language === 'bn' ? toBanglaDigits(text) : text),
    pick: (localised) => localised[language],
    dateTime: (iso) => formatDateTime(iso, language),
  }) as Words

const lines = (action: string, detail: unknown, language: 'en' | 'bn' = 'en') =>
  detailLines(action, detail, wordsIn(language)).map(({ name, text }) => (name === null ? text : `${name}: ${text}`))

test('steps, reasons and people stand in words', () => {
  assert.deepEqual(lines('orders.cancelled', { from: 'confirmed', reason: 'unreachable' }), [
    'Before: Confirmed',
    'Reason: The customer cannot be reached',
  ])
  assert.deepEqual(lines('orders.shipped', { from: 'packed', courier: 'own', trackingNumber: null }, 'bn'), [
    `আগে: ${bn.orderStates.packed}`,
    `কুরিয়ার: ${bn.orders.couriers.own}`,
  ])
  assert.deepEqual(lines('staff.signed_in', { with: 'code' }), ['With: Code of the authenticator'])
  const role = { from: { role: 'viewer', isActive: true }, to: { role: 'support', isActive: true }, isRenamed: false }
  assert.deepEqual(lines('staff.changed', role), ['Role: Viewer → Support'])
})

test('money, counts, moments and names are written as everywhere else', () => {
  assert.deepEqual(
    lines(
      'refunds.requested',
      { refundId: 1234, amountPaisa: 250_000, lines: [{ variantId: 1700, quantity: 2 }] },
      'bn',
    ),
    ['রিফান্ড নং: ১২৩৪', 'টাকার পরিমাণ: ৳২,৫০০', 'পণ্য: ভ্যারিয়েন্ট নং ১৭০০, পিস ২'],
  )
  const sale = {
    name: { en: 'Eid', bn: 'ঈদ' },
    startsAt: '2026-03-20T04:00:00Z',
    limitPerCustomer: null,
    prewarmMinutes: 0,
    lines: [1, 2].map((variantId) => ({ allotment: 20, pricePaisa: 90_000, variantId })),
  }
  assert.deepEqual(lines('sales.created', sale), [
    'Name: Eid',
    `Starts: ${formatDateTime(sale.startsAt, 'en')}`,
    'Lines: Variant no. 1, Units at this price 20, Price ৳900',
    'Lines: Variant no. 2, Units at this price 20, Price ৳900',
  ])
})

test('of what was before and is now only the differences are told, lists item by item', () => {
  const brac = { bank: { en: 'BRAC Bank', bn: 'ব্র্যাক ব্যাংক' }, months: [3, 6], feeBasisPoints: 0 }
  const city = { bank: { en: 'City Bank', bn: 'সিটি ব্যাংক' }, months: [12], feeBasisPoints: 250 }
  const from = { minPaisa: 500_000, plans: [brac, city] }
  const to = { minPaisa: 1_000_000, plans: [{ ...brac, months: [3] }, city] }
  assert.deepEqual(lines('settings.instalments_changed', { from, to }), [
    'Smallest amount: ৳5,000 → ৳10,000',
    'BRAC Bank, Months 3, 6, taken out',
    'BRAC Bank, Months 3, added',
  ])
  assert.deepEqual(lines('settings.changed', { changed: { codAdvanceFromPaisa: { from: null, to: 500_000 } } }), [
    'Cash on delivery: advance from: nothing → ৳5,000',
  ])
  assert.deepEqual(lines('catalogue.product_changed', { slug: 'x', changed: ['name', 'variants'] }), [
    'Changed: Name, Variants',
    'Address in the shop: x',
  ])
  assert.deepEqual(
    lines('couriers.place_set', { courier: 'pathao', from: null, to: { zoneId: 12, isPriceOnly: true } }),
    ['Courier’s zone no.: nothing → 12', 'Only for the price: nothing → Yes', 'Courier: Pathao'],
  )
})

test('what this release does not know stands as it was written', () => {
  assert.deepEqual(lines('future.deed', { somethingNew: 'so', from: 'nowhere' }), [
    'Before: nowhere',
    'somethingNew: so',
  ])
  assert.deepEqual(lines('orders.noted', {}), [])
  assert.deepEqual(lines('orders.noted', null), [])
})
