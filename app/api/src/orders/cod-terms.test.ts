import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultSettings, type ShopSettings } from '@dhakacart/contract/console-settings.schema.ts'
import { codTerms, type OnlineAmounts, type PhoneStanding } from './cod-terms.ts'

const settings: ShopSettings = {
  ...defaultSettings,
  codConfirmationFromPaisa: 2_000_000,
  codConfirmationMinutes: 30,
  codOpenOrdersPerPhone: 3,
  codAdvanceFromPaisa: 5_000_000,
  codAdvancePercent: 10,
  codRefusedParcelsForAdvance: 2,
}
const nobody: PhoneStanding = { openOrders: 0, refusedParcels: 0, customerId: null }
const refuser = { ...nobody, refusedParcels: 2 }
const anyAmount: OnlineAmounts = [null]
/** What SSLCOMMERZ takes in one payment. */
const cardsAlone: OnlineAmounts = [{ minPaisa: 1_000, maxPaisa: 50_000_000 }]
const terms = (totalPaisa: number, standing = nobody, isProved = false, online = anyAmount, changes = {}) => {
  const { state, advancePaisa, holdSeconds } = codTerms(
    totalPaisa,
    standing,
    isProved,
    { ...settings, ...changes },
    online,
  )
  return [state, advancePaisa, holdSeconds]
}
const confirmed = ['confirmed', 0, null]
const waits = ['pending_confirmation', 0, 1_800]

test('below the amount nothing is asked for, from it on a code, of whoever proved the number nothing', () => {
  assert.deepEqual(terms(1_999_999), confirmed)
  assert.deepEqual(terms(2_000_000), waits)
  assert.deepEqual(terms(2_000_000, nobody, true), confirmed)
  assert.deepEqual(terms(4_999_999, nobody, false, anyAmount, { codConfirmationFromPaisa: null }), confirmed)
})

test('dear orders and phones that refused parcels pay an advance, in whole taka, however small the order', () => {
  assert.deepEqual(terms(5_000_050), ['pending_payment', 500_100, 600])
  assert.deepEqual(terms(5_000_000, nobody, true), ['pending_payment', 500_000, 600])
  assert.deepEqual(terms(12_345, refuser, true), ['pending_payment', 1_300, 600])
  assert.deepEqual(terms(12_345, { ...refuser, refusedParcels: 1 }), confirmed)
  assert.deepEqual(terms(150, refuser, false, anyAmount, { codAdvancePercent: 100 }), ['pending_payment', 150, 600])
})

test('where no advance can be paid a phone that refused parcels waits for people, proved or not', () => {
  assert.deepEqual(terms(12_345, refuser, true, []), waits)
  assert.deepEqual(terms(6_000_000, nobody, false, []), waits)
  assert.deepEqual(terms(6_000_000, nobody, true, []), confirmed)
})

test('an advance below what any way to pay takes is raised to that, and of an order below it people decide', () => {
  assert.deepEqual(terms(9_000, refuser, true, cardsAlone), ['pending_payment', 1_000, 600])
  assert.deepEqual(terms(9_000, refuser, true, [...cardsAlone, null]), ['pending_payment', 900, 600])
  assert.deepEqual(terms(1_000, refuser, true, cardsAlone), ['pending_payment', 1_000, 600])
  assert.deepEqual(terms(999, refuser, true, cardsAlone), waits)
})

test('an order whose advance no way to pay takes at once is refused with both amounts; a way that takes it lets it in', () => {
  assert.deepEqual(terms(500_000_000, nobody, false, cardsAlone), ['pending_payment', 50_000_000, 600])
  assert.throws(() => terms(500_001_000, nobody, false, cardsAlone), {
    code: 'PAYMENT_ADVANCE_NOT_TAKEN',
    details: { advancePaisa: 50_000_100, maxPaisa: 50_000_000 },
  })
  assert.deepEqual(terms(500_001_000, nobody, false, [...cardsAlone, null]), ['pending_payment', 50_000_100, 600])
})

test('one phone has so many orders on their way and no more', () => {
  assert.deepEqual(terms(10_000, { ...nobody, openOrders: 2 }), confirmed)
  assert.throws(() => terms(10_000, { ...nobody, openOrders: 3 }), {
    code: 'TOO_MANY_OPEN_ORDERS',
    details: { limit: 3 },
  })
})
