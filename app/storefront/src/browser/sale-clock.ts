import { isLanguage } from '@dhakacart/contract/language.ts'
import { countdownText } from '../countdown-text.ts'
import { shopTimeMs } from './server-time.ts'

let isFollowing = false

/** Switches prices at the second, by the shop's clock, and counts down to it. Islands may put new switches in at any time; again is fine. */
export function followSales(): void {
  if (isFollowing) return
  isFollowing = true
  const { lang } = document.documentElement
  const language = isLanguage(lang) ? lang : 'en'
  const tick = () => {
    const nowMs = shopTimeMs()
    if (nowMs !== null) {
      for (const element of document.querySelectorAll<HTMLElement>('[data-starts]')) update(element, nowMs, language)
    }
    // Just after the next full second of the shop: that is when sales begin.
    setTimeout(tick, 1_000 - ((nowMs ?? 0) % 1_000) + 5)
  }
  tick()
}

function update(element: HTMLElement, nowMs: number, language: 'en' | 'bn'): void {
  const [startsMs, endsMs] = [Number(element.dataset['starts']), Number(element.dataset['ends'])]
  const phase = nowMs < startsMs ? 'before' : nowMs < endsMs ? 'during' : 'after'
  if (element.dataset['phase'] !== phase) element.dataset['phase'] = phase
  for (const place of element.querySelectorAll<HTMLElement>('[data-until]')) {
    const leftMs = (place.dataset['until'] === 'starts' ? startsMs : endsMs) - nowMs
    place.textContent = countdownText(leftMs, language)
  }
}
