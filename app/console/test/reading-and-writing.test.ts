import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDateTime } from '@dhakacart/contract/dates.ts'
import { agoText } from '../src/components/ago-text.ts'
import { roundTop } from '../src/components/plot-scale.ts'
import { readTaka, writeTaka } from '../src/components/taka.ts'
import { dhakaDay, moveDay, onDay, readDay, readMoment, weeksOf } from '../src/components/typed-time.ts'
import { matchPath } from '../src/router/match.ts'
import { bn } from '../src/texts/bn.ts'
import { en } from '../src/texts/en.ts'

test('taka are read as people write them, exactly, and nothing else is', () => {
  for (const [text, paisa] of [
    ['125000', 12_500_000],
    ['1,25,000.50', 12_500_050],
    ['৳১,২৫,০০০', 12_500_000],
    [' 0.5 ', 50],
    ['19.99', 1999],
    ['1000000000', 100_000_000_000],
  ] as const) {
    assert.equal(readTaka(text), paisa, text)
  }
  for (const text of ['', '-1', '1.999', '1e3', 'abc', '.5', '1000000001', '99999999999', '1.2.3', '0x10']) {
    assert.equal(readTaka(text), null, text)
  }
})

test('an amount that is written and read again is the same', () => {
  for (const paisa of [0, 1, 50, 99, 100, 12_345_678, 100_000_000_000]) {
    for (const language of ['en', 'bn'] as const) assert.equal(readTaka(writeTaka(paisa, language)), paisa)
  }
  assert.equal(writeTaka(12_500_050, 'en'), '1,25,000.50')
  assert.equal(writeTaka(12_500_000, 'bn'), '১,২৫,০০০')
})

test('a day is read as people write it, in either language, and nothing else is', () => {
  for (const text of [
    ...['26/3/2026', '26.03.26', '26-3-2026', '2026-03-26', '26 March 2026', '26 mar 2026', 'March 26, 2026'],
    ...['২৬/৩/২০২৬', '২৬ মার্চ ২০২৬', ' ২৬  মার্চ, ২০২৬ '],
  ]) {
    assert.equal(readDay(text), '2026-03-26', text)
  }
  for (const text of [
    '',
    '26/3',
    '3/26/2026',
    '30/2/2026',
    '29/2/2026',
    '26 ma 2026',
    '26/3/126',
    '0/1/2026',
    'soon',
  ]) {
    assert.equal(readDay(text), null, text)
  }
  for (const [text, day] of [
    ['1 জুন 2026', '2026-06-01'],
    ['1 জুলাই 2026', '2026-07-01'],
    ['1 may 2026', '2026-05-01'],
    ['29/2/2028', '2028-02-29'],
  ] as const) {
    assert.equal(readDay(text), day, text)
  }
})

test('a time is Dhaka’s, whatever the person’s own clock, and read on a clock of twelve or of 24', () => {
  for (const [text, iso] of [
    ['26/3/2026 10:00', '2026-03-26T04:00:00.000Z'],
    ['2026-03-26T10:00', '2026-03-26T04:00:00.000Z'],
    ['26 March 2026, 4:05 pm', '2026-03-26T10:05:00.000Z'],
    ['26/3/2026 4pm', '2026-03-26T10:00:00.000Z'],
    ['26/3/2026 12 AM', '2026-03-25T18:00:00.000Z'],
    ['২৬/৩/২০২৬ দুপুর ১২:৩০', '2026-03-26T06:30:00.000Z'],
    ['২৬/৩/২০২৬ রাত ১২:৩০', '2026-03-25T18:30:00.000Z'],
  ] as const) {
    assert.equal(readMoment(text), iso, text)
  }
  for (const text of ['', '26/3/2026', '30/2/2026 10:00', '26/3/2026 25:00', '26/3/2026 13 PM', '26/3/2026 noon 12']) {
    assert.equal(readMoment(text), null, text)
  }
})

test('every hour that the house writes is read again, in both languages', () => {
  for (let hour = 0; hour < 24; hour += 1) {
    const iso = new Date(Date.UTC(2026, 8, 30, hour, 5)).toISOString()
    for (const language of ['en', 'bn'] as const) assert.equal(readMoment(formatDateTime(iso, language)), iso)
  }
})

test('another day keeps the hour; months are walked over their ends, and weeks begin on Sunday', () => {
  assert.equal(onDay('2026-03-27', '2026-03-26T04:05:00.000Z'), '2026-03-27T04:05:00.000Z')
  assert.equal(onDay('2026-03-27', null), '2026-03-26T18:00:00.000Z')
  assert.equal(dhakaDay('2026-12-31T18:30:00.000Z'), '2027-01-01')
  assert.equal(moveDay('2026-03-31', { months: -1 }), '2026-02-28')
  assert.equal(moveDay('2026-12-31', { months: 2 }), '2027-02-28')
  assert.equal(moveDay('2026-02-28', { days: 1 }), '2026-03-01')
  const weeks = weeksOf('2026-02-14')
  assert.deepEqual([weeks.length, weeks[0]?.[0], weeks[3]?.[6]], [4, '2026-02-01', '2026-02-28'])
  assert.deepEqual(weeksOf('2026-03-26').at(-1), ['2026-03-29', '2026-03-30', '2026-03-31', null, null, null, null])
})

test('near times are said as a distance, far ones as a date', () => {
  const words = (language: 'en' | 'bn') => ({
    language,
    texts: language === 'en' ? en : bn,
    number: (value: number) => `${value}`,
    date: (iso: string) => iso.slice(0, 10),
  })
  const at = (deltaMs: number, language: 'en' | 'bn' = 'en') =>
    agoText(words(language), new Date(1_800_000_000_000 + deltaMs).toISOString(), 1_800_000_000_000)
  assert.equal(at(-20_000), 'just now')
  assert.equal(at(-60_000), '1 minute ago')
  assert.equal(at(-59 * 60_000), '59 minutes ago')
  assert.equal(at(2 * 3_600_000), 'in 2 hours')
  assert.equal(at(-3 * 86_400_000, 'bn'), '3 দিন আগে')
  assert.equal(at(-8 * 86_400_000), '2027-01-07')
})

test('a plot ends at a round number above its highest value', () => {
  for (const [largest, top] of [
    [0, 2],
    [2, 2],
    [3, 5],
    [10, 10],
    [11, 20],
    [499, 500],
    [501, 1000],
  ] as const) {
    assert.equal(roundTop(largest, 2), top)
  }
})

test('a path is matched part by part, and a broken one is nobody’s', () => {
  assert.deepEqual(matchPath('/orders/:number', '/orders/DC12'), { number: 'DC12' })
  assert.deepEqual(matchPath('/orders', '/orders/'), {})
  assert.deepEqual(matchPath('/', '/'), {})
  assert.deepEqual(matchPath('/a/:b', '/a/%E0%A6%95'), { b: 'ক' })
  assert.deepEqual(matchPath('/a/:b', '/a/%zz'), { b: '%zz' })
  for (const path of ['/orders/1/2', '/order/1', '/orders//', '/']) assert.equal(matchPath('/orders/:id', path), null)
})
