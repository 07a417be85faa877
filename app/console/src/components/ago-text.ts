import type { Words } from '../words.ts'

type Spoken = Pick<Words, 'texts' | 'number' | 'date'>

export const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
/** Older than this, "9 days ago" says less than the date. */
const relativeMaxMs = 7 * dayMs

/** "3 minutes ago", "in 2 hours"; the date when it is a week or more away. */
export function agoText({ texts: { general }, number, date }: Spoken, iso: string, nowMs: number): string {
  const deltaMs = new Date(iso).getTime() - nowMs
  const distanceMs = Math.abs(deltaMs)
  if (distanceMs >= relativeMaxMs) return date(iso)
  if (distanceMs < minuteMs) return general.justNow
  const [unit, unitMs] =
    distanceMs < hourMs
      ? (['minutes', minuteMs] as const)
      : distanceMs < dayMs
        ? (['hours', hourMs] as const)
        : (['days', dayMs] as const)
  const count = Math.floor(distanceMs / unitMs)
  const span = general.span[unit](number(count), count === 1)
  return deltaMs < 0 ? general.ago(span) : general.inTime(span)
}
