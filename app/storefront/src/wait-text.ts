/** `{count}` of minutes; `{minutes}` and `{seconds}` of both. */
export type WaitTexts = { underMinute: string; minutes: string; minutesSeconds: string }

/** Up to here a whole minute would be a fifth of the wait or more. */
const fineSeconds = 600
const fineStep = 10

/** A wait as precise as it is honest: in steps of ten seconds, from ten minutes on of a minute. */
export function waitText(seconds: number, texts: WaitTexts, write: (value: number) => string): string {
  if (seconds < 60) return texts.underMinute
  const step = seconds < fineSeconds ? fineStep : 60
  const rounded = Math.round(seconds / step) * step
  const [minutes, rest] = [write(Math.floor(rounded / 60)), rounded % 60]
  if (rest === 0) return texts.minutes.replace('{count}', minutes)
  return texts.minutesSeconds.replace('{minutes}', minutes).replace('{seconds}', write(rest))
}
