import { useEffect, useState } from 'react'
import { useWords } from '../words.ts'
import { agoText, minuteMs } from './ago-text.ts'

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
