import { toBanglaDigits, toLatinDigits } from './digits.ts'
import type { Language } from './language.ts'

/** The months as they are written out, January first. */
export const monthNames: Record<Language, readonly string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  bn: 'জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর'.split(' '),
}

interface WallTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

// Intl gives the numbers only. Its words differ between the server's and a phone's ICU, which would break hydration.
function makeDhakaClock(): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Dhaka',
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
}

/** Made for the first date: it takes a tenth of a second, which no process should wait for to begin with. */
let dhakaClock: Intl.DateTimeFormat | undefined

function dhakaWallTime(instant: Date): WallTime {
  const wall: WallTime = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  dhakaClock ??= makeDhakaClock()
  for (const { type, value } of dhakaClock.formatToParts(instant)) {
    if (type in wall) wall[type as keyof WallTime] = Number(value)
  }
  return wall
}

/** A text without an offset means another instant on every machine, so only whole days and full instants are read. */
function readInstant(iso: string | Date): Date {
  const isReadable = typeof iso !== 'string' || /^\d{4}-\d\d-\d\d(T\d\d:\d\d.*(Z|[+-]\d\d:\d\d))?$/.test(iso)
  const instant = new Date(iso)
  if (!isReadable || Number.isNaN(instant.getTime())) {
    throw new RangeError(`${String(iso)} is not an ISO 8601 time with its offset, nor a day like 2026-03-26`)
  }
  return instant
}

function dayText(wall: WallTime, language: Language): string {
  return `${wall.day} ${monthNames[language][wall.month - 1]} ${wall.year}`
}

/** How Bangla names the part of the day an hour falls in; the boundaries are those of CLDR's Bangla day periods. */
function banglaDayPeriod(hour: number): string {
  if (hour < 4 || hour >= 20) return 'রাত'
  if (hour < 6) return 'ভোর'
  if (hour < 12) return 'সকাল'
  if (hour < 16) return 'দুপুর'
  return hour < 18 ? 'বিকাল' : 'সন্ধ্যা'
}

/** The day in Dhaka: `26 March 2026`, `২৬ মার্চ ২০২৬`. RangeError for an unreadable time. */
export function formatDate(iso: string | Date, language: Language): string {
  const text = dayText(dhakaWallTime(readInstant(iso)), language)
  return language === 'bn' ? toBanglaDigits(text) : text
}

function timeText(wall: WallTime, language: Language): string {
  const time = `${wall.hour % 12 || 12}:${String(wall.minute).padStart(2, '0')}`
  return language === 'bn' ? `${banglaDayPeriod(wall.hour)} ${time}` : `${time} ${wall.hour < 12 ? 'AM' : 'PM'}`
}

/** The minute in Dhaka, where the day is plain: `4:05 PM`, `বিকাল ৪:০৫`. RangeError for an unreadable time. */
export function formatTime(iso: string | Date, language: Language): string {
  const text = timeText(dhakaWallTime(readInstant(iso)), language)
  return language === 'bn' ? toBanglaDigits(text) : text
}

/** Day and minute in Dhaka: `26 March 2026, 4:05 PM`, `২৬ মার্চ ২০২৬, বিকাল ৪:০৫`. RangeError for an unreadable time. */
export function formatDateTime(iso: string | Date, language: Language): string {
  const wall = dhakaWallTime(readInstant(iso))
  const text = `${dayText(wall, language)}, ${timeText(wall, language)}`
  return language === 'bn' ? toBanglaDigits(text) : text
}

/** Two moments in Dhaka as they are said together: the second without its day where that is the day of the first. */
export function formatSpan(from: string | Date, to: string | Date, language: Language): [string, string] {
  const isOneDay = formatDate(from, language) === formatDate(to, language)
  return [formatDateTime(from, language), isOneDay ? formatTime(to, language) : formatDateTime(to, language)]
}

const dhakaOffsetMs = 6 * 60 * 60 * 1000

/**
 * Reads what staff type or a datetime-local field sends, as a time in Dhaka: `2026-03-26 10:00`, `2026-03-26T10:00:30`,
 * Bangla digits too. RangeError for anything else, a day or hour that does not exist included.
 */
export function parseDhakaDateTime(text: string): Date {
  const latin = toLatinDigits(text.trim())
  const match = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?$/.exec(latin)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (match ?? [])
    .slice(1)
    .map((n) => Number(n ?? 0))
  const wallMs = Date.UTC(year, month - 1, day, hour, minute, second)
  // Bangladesh keeps UTC+6. Comparing with the clock both refuses 30 February and notices the summer time of 2009.
  for (const offsetMs of [dhakaOffsetMs, dhakaOffsetMs + 60 * 60 * 1000]) {
    const instant = new Date(wallMs - offsetMs)
    const wall = match && dhakaWallTime(instant)
    if (
      wall?.year === year &&
      wall.month === month &&
      wall.day === day &&
      wall.hour === hour &&
      wall.minute === minute &&
      wall.second === second
    ) {
      return instant
    }
  }
  throw new RangeError(`"${text}" is not a time in Dhaka: write it like 2026-03-26 10:00`)
}
