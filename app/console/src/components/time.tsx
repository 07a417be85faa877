import { useEffect, useState } from 'react'
import { useWords, type Words } from '../words.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
/** Older than this, "9 days ago" says less than the date. */
const relativeMaxMs = 7 * dayMs

/** "3 minutes ago", "in 2 hours"; the date when it is a week or more away. */
export function agoText({ texts: { general }, number, date }: Words, iso: string, nowMs: number): string {
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

/** A time, relative at first sight, exact in the tooltip; `isExact` shows the exact one. Renewed every minute. */
export function Time({ at, isExact = false }: { at: string; isExact?: boolean }) {
  const words = useWords()
  const [nowMs, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (isExact) return
    const timer = window.setInterval(() => setNow(Date.now()), minuteMs)
    return () => window.clearInterval(timer)
  }, [isExact])
  const exact = words.dateTime(at)
  return (
    <time dateTime={at} title={isExact ? undefined : exact}>
      {isExact ? exact : agoText(words, at, nowMs)}
    </time>
  )
}
