import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ConsoleCoupon } from '@dhakacart/contract/coupons.schema.ts'
import { bn } from '../../texts/bn.ts'
import { en } from '../../texts/en.ts'
import type { Words } from '../../words.ts'
import { type CouponValues, fieldsOf, findMistakes, newCoupon, phaseOf, valuesOf } from './coupon-values.ts'

const whole: CouponValues = {
  ...newCoupon,
  code: ' eid-10 ',
  percent: 10,
  startsAt: '2026-11-01T00:00:00.000Z',
  endsAt: '2026-12-01T00:00:00.000Z',
}
const mistakes = (change: Partial<CouponValues>, texts = en) =>
  Object.entries(findMistakes({ ...whole, ...change }, { texts } as Words)).filter(([, text]) => text !== undefined)

test('a whole coupon has no mistake, and each wrong field is named in the language of the person', () => {
  assert.deepEqual(mistakes({}), [])
  const wrong: [Partial<CouponValues>, keyof CouponValues][] = [
    [{ code: 'AB' }, 'code'],
    [{ code: 'ঈদ১০' }, 'code'],
    [{ percent: null }, 'percent'],
    [{ percent: 101 }, 'percent'],
    [{ percent: 0 }, 'percent'],
    [{ kind: 'amount' }, 'amountPaisa'],
    [{ kind: 'amount', amountPaisa: 0 }, 'amountPaisa'],
    [{ mostPaisa: 0 }, 'mostPaisa'],
    [{ startsAt: null }, 'startsAt'],
    [{ endsAt: null }, 'endsAt'],
    [{ endsAt: '2026-11-01T00:00:00.000Z' }, 'endsAt'],
    [{ totalLimit: 0 }, 'totalLimit'],
    [{ phoneLimit: 1_000_001 }, 'phoneLimit'],
  ]
  for (const [change, field] of wrong)
    assert.deepEqual(
      mistakes(change).map(([name]) => name),
      [field],
      JSON.stringify(change),
    )
  assert.deepEqual(mistakes({ code: '' }, bn), [['code', bn.coupons.codeWrong]])
})

test('what is sent holds one kind of discount, the code in capitals, and reads back the same', () => {
  const fields = fieldsOf({ ...whole, amountPaisa: 5000, mostPaisa: 100_000 }, true)
  assert.deepEqual([fields.code, fields.percent, fields.amountPaisa, fields.mostPaisa], ['EID-10', 10, null, 100_000])
  const amount = fieldsOf({ ...whole, kind: 'amount', amountPaisa: 5000, mostPaisa: 100_000 }, false)
  assert.deepEqual([amount.percent, amount.amountPaisa, amount.mostPaisa, amount.isActive], [null, 5000, null, false])
  assert.deepEqual(fieldsOf(valuesOf(fields), true), fields)
})

test('a coupon that is switched off is so whatever the time', () => {
  const coupon = { ...fieldsOf(whole, true), id: 1, version: 1, usedCount: 0, givenPaisa: 0 } as ConsoleCoupon
  const at = (iso: string, isActive = true) => phaseOf({ ...coupon, isActive }, Date.parse(iso))
  assert.equal(at('2026-10-31T23:59:59.999Z'), 'upcoming')
  assert.equal(at('2026-11-01T00:00:00.000Z'), 'running')
  assert.equal(at('2026-12-01T00:00:00.000Z'), 'over')
  assert.equal(at('2026-11-15T00:00:00.000Z', false), 'off')
})
