import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instalments } from '@dhakacart/contract/payments.schema.ts'
import { feeText, instalmentOptions, orderInstalmentOptions, summaryOf } from './instalment-options.ts'
import { shops } from './shop.ts'

const brac = { bank: { en: 'BRAC Bank', bn: 'ব্র্যাক ব্যাংক' }, months: [3, 6], feeBasisPoints: 0 }
const city = { bank: { en: 'City Bank', bn: 'সিটি ব্যাংক' }, months: [6, 24], feeBasisPoints: 250 }
const terms: Instalments = { minPaisa: 500_000, plans: [brac, city] }
const textsOf = (options: { text: string }[]) => options.map(({ text }) => text)

test('banks are named where not all offer as many months or one adds a fee', () => {
  assert.deepEqual(textsOf(instalmentOptions(shops.en, terms, 500_000)), [
    '3 months: BRAC Bank',
    '6 months: BRAC Bank, City Bank +2.5%',
    '24 months: City Bank +2.5%',
  ])
  assert.deepEqual(textsOf(instalmentOptions(shops.bn, { ...terms, plans: [brac] }, 500_000)), ['৩ মাস', '৬ মাস'])
  assert.deepEqual(instalmentOptions(shops.en, terms, 499_999), [])
  assert.deepEqual(instalmentOptions(shops.en, null, 500_000), [])
})

test('what an api of the release before tells, months alone and banks without fees, is shown as it is', () => {
  const earlier = JSON.parse(JSON.stringify({ ...terms, plans: [brac, { ...city, feeBasisPoints: undefined }] }))
  assert.deepEqual(textsOf(instalmentOptions(shops.en, earlier, 500_000)).at(-1), '24 months: City Bank')
  assert.deepEqual(textsOf(orderInstalmentOptions(shops.bn, { instalmentMonths: [3, 6], dueNowPaisa: 500_000 })), [
    '৩ মাস',
    '৬ মাস',
  ])
  const now = { instalments: { ...terms, plans: [brac] }, instalmentMonths: [3, 6], dueNowPaisa: 500_000 }
  assert.deepEqual(textsOf(orderInstalmentOptions(shops.en, now)), ['3 months', '6 months'])
  assert.equal(feeText(shops.en, earlier.plans[1]), null)
})

test('the terms at a product say from when and to when, one plan and no smallest amount too', () => {
  assert.equal(summaryOf(shops.en, terms), 'Card instalments: 3 to 24 months. For orders of ৳5,000 and more.')
  assert.equal(summaryOf(shops.en, { minPaisa: 0, plans: [{ ...brac, months: [6] }] }), 'Card instalments: 6 months.')
})
