import { monthNames, parseDhakaDateTime } from '@dhakacart/contract/dates.ts'
import { toLatinDigits } from '@dhakacart/contract/digits.ts'

/**
 * Reads a day as people write it, `2026-03-26`: day, month, year with any mark between (26/3/2026, ২৬.৩.২৬), the year first, or the
 * month by its name in either language, whole or begun (26 Mar 2026, ২৬ মার্চ ২০২৬). null for anything else, and for no such day.
 */
export function readDay(text: string): string | null {
  const parts = toLatinDigits(text)
    .trim()
    .split(/[\s,./-]+/)
  if (parts.length !== 3) return null
  const [first = '', second = '', third = ''] = parts
  const [year, month, day] = /^\d{4}$/.test(first)
    ? [first, second, third]
    : /^\d/.test(first)
      ? [third, second, first]
      : [third, first, second]
  return toDay(readYear(year), readMonth(month), /^\d{1,2}$/.test(day) ? Number(day) : 0)
}

function readYear(text: string): number {
  if (/^\d{2}$/.test(text)) return 2000 + Number(text)
  return /^\d{4}$/.test(text) ? Number(text) : 0
}

/** From 1; 0 for none. */
function readMonth(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  if (text.length < 2) return 0
  const begun = text.toLowerCase()
  for (const names of Object.values(monthNames)) {
    const exact = names.findIndex((name) => name.toLowerCase() === begun)
    const found = names.flatMap((name, index) => (name.toLowerCase().startsWith(begun) ? [index] : []))
    if (exact !== -1) return exact + 1
    if (found.length === 1) return (found[0] ?? -1) + 1
  }
  return 0
}

function toDay(year: number, month: number, day: number): string | null {
  if (year < 1900 || month < 1 || month > 12 || day < 1) return null
  const instant = new Date(Date.UTC(year, month - 1, day))
  return instant.getUTCDate() === day ? instant.toISOString().slice(0, 10) : null
}

/** The rest of the pattern is one hour on a clock of twelve or of 24, with the part of the day before or after it. */
const clock = /^(.*?)[\s,T]+(\p{L}[\p{L}\p{M}]*\s+)?(\d{1,2})(?:[:.](\d{2}))?\s*([ap])?\.?m?\.?$/iu

/** Hours that a Bangla part of the day adds to those of a clock of twelve. */
const dayPeriods: Readonly<Record<string, (hour: number) => number>> = {
  রাত: (hour) => (hour < 6 || hour === 12 ? hour % 12 : hour + 12),
  ভোর: (hour) => hour,
  সকাল: (hour) => hour,
  দুপুর: (hour) => (hour < 11 ? hour + 12 : hour),
  বিকাল: (hour) => hour + 12,
  বিকেল: (hour) => hour + 12,
  সন্ধ্যা: (hour) => hour + 12,
}

/**
 * Reads a day with an hour as a time in Dhaka, UTC in ISO 8601: 26/3/2026 16:05, 26 March 2026, 4:05 PM, ২৬ মার্চ ২০২৬, বিকাল ৪:০৫,
 * and what a computer writes (2026-03-26T16:05). null for anything else.
 */
export function readMoment(text: string): string | null {
  const [, dayText = '', period, hourText = '', minuteText = '00', half] = clock.exec(toLatinDigits(text).trim()) ?? []
  const day = readDay(dayText)
  const hour = readHour(Number(hourText), period?.trim(), half?.toLowerCase())
  if (day === null || hour === null) return null
  try {
    return parseDhakaDateTime(`${day} ${String(hour).padStart(2, '0')}:${minuteText}`).toISOString()
  } catch {
    return null
  }
}

function readHour(hour: number, period: string | undefined, half: string | undefined): number | null {
  if (period === undefined && half === undefined) return hour
  if (hour < 1 || hour > 12) return null
  if (half !== undefined) return (hour % 12) + (half === 'p' ? 12 : 0)
  return dayPeriods[period ?? '']?.(hour) ?? null
}

const dhakaOffsetMs = 6 * 60 * 60 * 1000

/** The day it is in Dhaka at an instant. */
export function dhakaDay(at: string | Date): string {
  return new Date(new Date(at).getTime() + dhakaOffsetMs).toISOString().slice(0, 10)
}

/** The same time of the day on another day in Dhaka; at midnight where there was none. */
export function onDay(day: string, iso: string | null): string {
  const time = iso === null ? '00:00' : new Date(new Date(iso).getTime() + dhakaOffsetMs).toISOString().slice(11, 16)
  return parseDhakaDateTime(`${day} ${time}`).toISOString()
}

/** The day so many days or months away; the end of a shorter month where there is no such day. */
export function moveDay(day: string, { days = 0, months = 0 }: { days?: number; months?: number }): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last) + days)).toISOString().slice(0, 10)
}

/** The weeks of a month, Sunday first, as Bangladesh counts them; null outside of the month. */
export function weeksOf(day: string): (string | null)[][] {
  const first = `${day.slice(0, 8)}01`
  const blank = new Date(`${first}T00:00:00Z`).getUTCDay()
  const count = Number(moveDay(moveDay(first, { months: 1 }), { days: -1 }).slice(8))
  const cells = Array.from({ length: Math.ceil((blank + count) / 7) * 7 }, (_, cell) =>
    cell < blank || cell >= blank + count ? null : moveDay(first, { days: cell - blank }),
  )
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}
