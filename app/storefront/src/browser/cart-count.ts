import { formatNumber } from '@dhakacart/contract/digits.ts'
import { isLanguage } from '@dhakacart/contract/language.ts'
import { tellTime } from './server-time.ts'
import { pageShown } from './shown-page.ts'

/** Told by whatever changes the cart: `detail` is the number of units in it now. */
export const cartChanged = 'dhakacart:cart'

/** Asks for the cart's size and who is signed in, all that the header has of a shopper, and keeps the badge right afterwards. */
export function showCartCount(): void {
  const badge = document.querySelector<HTMLElement>('[data-cart-count]')
  if (!badge) return
  addEventListener(cartChanged, (event) => show(badge, (event as CustomEvent<number>).detail))
  // A page brought back from memory shows the cart as it was then.
  addEventListener('pageshow', (event) => event.persisted && void refresh(badge))
  // What answers a form may have changed the cart.
  addEventListener(pageShown, () => void refresh(badge))
  void refresh(badge)
}

async function refresh(badge: HTMLElement): Promise<void> {
  try {
    const answer = await fetch('/api/cart/summary', { headers: { accept: 'application/json' } })
    if (!answer.ok) return
    const { itemCount, name, now } = (await answer.json()) as {
      itemCount: number
      name: string | null
      now: string | null
    }
    tellTime(now)
    show(badge, itemCount)
    showName(name)
  } catch {
    // Without the number the link to the cart still works.
  }
}

function showName(name: string | null): void {
  const place = document.querySelector<HTMLElement>('[data-account-name]')
  if (place) place.textContent = name ?? place.dataset['guest'] ?? ''
}

function show(badge: HTMLElement, itemCount: number): void {
  const language = document.documentElement.lang
  const count = formatNumber(itemCount, isLanguage(language) ? language : 'en')
  badge.textContent = count
  badge.hidden = itemCount === 0
  const link = badge.closest('a')
  const label = badge.dataset.label?.replace('{count}', count)
  if (link && label && itemCount > 0) link.setAttribute('aria-label', label)
}
