import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasBankTwice, readPlan } from './plan-draft.ts'

const typed = { en: ' BRAC Bank ', bn: 'ব্র্যাক ব্যাংক', months: '12, 3 ৬', fee: '' }

test('months and fee are read as people type them, in either script', () => {
  const bank = { en: 'BRAC Bank', bn: 'ব্র্যাক ব্যাংক' }
  assert.deepEqual(readPlan(typed), { bank, months: [3, 6, 12], feeBasisPoints: 0 })
  assert.deepEqual(readPlan({ ...typed, months: '3,3', fee: '২.৫ %' }), { bank, months: [3], feeBasisPoints: 250 })
})

test('what is missing, beyond its limits or no number is no plan', () => {
  const wrong = [
    { months: '' },
    { months: '1' },
    { months: '49' },
    { months: '3.5' },
    { months: 'six' },
    { fee: '-1' },
    { fee: '31' },
    { fee: '2.555' },
    { fee: 'some' },
    { en: ' ' },
    { bn: '' },
  ]
  for (const change of wrong) assert.equal(readPlan({ ...typed, ...change }), null, JSON.stringify(change))
})

test('a bank is there twice when either of its names is', () => {
  assert.equal(hasBankTwice([typed, { en: 'Prime Bank', bn: 'প্রাইম ব্যাংক' }]), false)
  assert.equal(hasBankTwice([typed, { en: 'brac bank', bn: 'অন্য' }]), true)
  assert.equal(hasBankTwice([typed, { en: 'Other', bn: 'ব্র্যাক ব্যাংক ' }]), true)
})
