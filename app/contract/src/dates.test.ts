import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDate, formatDateTime, formatSpan, formatTime, parseDhakaDateTime } from './dates.ts'
import { toLatinDigits } from './digits.ts'

test('a time is shown as Dhaka sees it, in both languages', () => {
  assert.equal(formatDate('2026-03-25T18:00:00Z', 'en'), '26 March 2026')
  assert.equal(formatDate('2026-03-25T17:59:59.999Z', 'en'), '25 March 2026')
  assert.equal(formatDate('2026-12-31T18:30:00Z', 'bn'), '১ জানুয়ারি ২০২৭')
  assert.equal(formatDateTime('2026-03-26T10:05:00Z', 'en'), '26 March 2026, 4:05 PM')
  assert.equal(formatDateTime('2026-03-26T10:05:00Z', 'bn'), '২৬ মার্চ ২০২৬, বিকাল ৪:০৫')
  assert.equal(formatTime('2026-03-26T10:05:00Z', 'en'), '4:05 PM')
  assert.equal(formatTime('2026-03-26T10:05:00Z', 'bn'), 'বিকাল ৪:০৫')
  assert.equal(formatDateTime('2026-10-05T10:00:00+06:00', 'bn'), '৫ অক্টোবর ২০২৬, সকাল ১০:০০')
  assert.equal(formatDate(new Date('2026-02-21T00:00:00Z'), 'bn'), '২১ ফেব্রুয়ারি ২০২৬')
})

test('noon and midnight are twelve o’clock, and every hour has its part of the day', () => {
  assert.equal(formatDateTime('2026-01-01T18:00:00Z', 'en'), '2 January 2026, 12:00 AM')
  assert.equal(formatDateTime('2026-01-01T06:00:00Z', 'en'), '1 January 2026, 12:00 PM')
  const periods = Array.from({ length: 24 }, (_, hour) => {
    const instant = parseDhakaDateTime(`2026-01-01 ${String(hour).padStart(2, '0')}:00`)
    return formatDateTime(instant, 'bn').split(' ')[3]
  })
  const expected = ['রাত', 'রাত', 'রাত', 'রাত', 'ভোর', 'ভোর', ...Array(6).fill('সকাল'), ...Array(4).fill('দুপুর')]
  assert.deepEqual(periods, [...expected, 'বিকাল', 'বিকাল', 'সন্ধ্যা', 'সন্ধ্যা', 'রাত', 'রাত', 'রাত', 'রাত'])
})

test('a span says its day once, by the day in Dhaka', () => {
  const from = '2026-03-26T04:00:00Z'
  assert.deepEqual(formatSpan(from, '2026-03-26T17:59:00Z', 'en'), ['26 March 2026, 10:00 AM', '11:59 PM'])
  assert.deepEqual(formatSpan(from, '2026-03-26T17:59:00Z', 'bn'), ['২৬ মার্চ ২০২৬, সকাল ১০:০০', 'রাত ১১:৫৯'])
  assert.deepEqual(formatSpan(from, '2026-03-26T18:00:00Z', 'en')[1], '27 March 2026, 12:00 AM')
})

test('Bangla month names are those of CLDR', () => {
  const reference = new Intl.DateTimeFormat('bn-BD', { month: 'long', timeZone: 'Asia/Dhaka' })
  for (let month = 0; month < 12; month += 1) {
    const instant = new Date(Date.UTC(2026, month, 15))
    assert.equal(formatDate(instant, 'bn').split(' ')[1]?.normalize(), reference.format(instant).normalize())
  }
})

test('a plain day stays that day', () => {
  assert.equal(formatDate('2026-03-26', 'en'), '26 March 2026')
})

test('unreadable and ambiguous times are refused', () => {
  for (const iso of ['', 'soon', '2026-03-26T10:00', '2026-03-26T10:00:00', '2026-13-01', '26/03/2026', '2026', 'Z']) {
    assert.throws(() => formatDate(iso, 'en'), RangeError, iso)
    assert.throws(() => formatDateTime(iso, 'bn'), RangeError, iso)
  }
  assert.throws(() => formatDate(new Date(Number.NaN), 'en'), RangeError)
})

test('staff enter times in Dhaka', () => {
  assert.equal(parseDhakaDateTime('2026-10-05 10:00').toISOString(), '2026-10-05T04:00:00.000Z')
  assert.equal(parseDhakaDateTime(' 2026-10-05T00:30:15 ').toISOString(), '2026-10-04T18:30:15.000Z')
  assert.equal(parseDhakaDateTime('২০২৬-১০-০৫ ১০:০০').toISOString(), '2026-10-05T04:00:00.000Z')
  assert.equal(parseDhakaDateTime('2024-02-29 23:59').toISOString(), '2024-02-29T17:59:00.000Z')
  assert.equal(parseDhakaDateTime('2009-08-01 12:00').toISOString(), '2009-08-01T05:00:00.000Z')
})

test('what was entered is what is shown, all through a year', () => {
  for (let step = 0; step < 500; step += 1) {
    const instant = new Date(Date.UTC(2026, 0, 1) + step * 63_000_000)
    const entered = new Date(instant.getTime() + 6 * 3_600_000).toISOString().slice(0, 16)
    assert.equal(parseDhakaDateTime(entered).getTime(), Math.floor(instant.getTime() / 60_000) * 60_000)
    assert.equal(formatDate(instant, 'en').split(' ')[0], String(Number(entered.slice(8, 10))))
    assert.match(toLatinDigits(formatDateTime(instant, 'bn')), new RegExp(`:${entered.slice(14, 16)}$`))
  }
})

test('times that do not exist or cannot be read are refused', () => {
  const wrong = ['', '2026-02-30 10:00', '2025-02-29 10:00', '2026-13-01 10:00', '2026-00-10 10:00', '2026-10-05 24:00']
  const unreadable = ['2026-10-05 10:60', '2026-10-05', '05/10/2026 10:00', '2026-10-05T10:00Z', '2026-10-05 10:00 PM']
  for (const text of [...wrong, ...unreadable, '2026-1-5 9:00', '0000-00-00 00:00', '2026-10-05 10:00:61']) {
    assert.throws(() => parseDhakaDateTime(text), RangeError, text)
  }
})
