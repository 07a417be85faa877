import type { ComponentType } from 'react'
import { type IslandName, islands } from '../islands/islands.ts'

/** A submit held back for an island that does not wake in this time is sent as a plain form. */
const submitPatienceMs = 3_000

/** Loads the code of each island when its `data-wake` says so. */
export function wakeIslands(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
    let awake: Promise<void> | null = null
    const wake = () => {
      awake ??= load(element)
      return awake
    }
    for (const type of ['pointerover', 'touchstart', 'focusin'] as const) {
      element.addEventListener(type, wake, { once: true, passive: true })
    }
    element.addEventListener('submit', (event) => holdSubmit(event, wake), { once: true, capture: true })
    if (element.dataset.wake === 'idle') whenIdle(wake)
    if (element.dataset.wake === 'visible') whenVisible(element, wake)
  }
}

async function load(element: HTMLElement): Promise<void> {
  const name = element.dataset.island as IslandName
  const [{ hydrate }, loaded] = await Promise.all([import('./hydrate.ts'), islands[name]()])
  await hydrate(element, loaded.default as ComponentType<object>)
  element.dataset.awake = ''
}

/** The first press of a button must not be lost because the code was still on its way. */
async function holdSubmit(event: SubmitEvent, wake: () => Promise<void>): Promise<void> {
  const form = event.target as HTMLFormElement
  if ((event.currentTarget as HTMLElement).dataset.awake !== undefined) return
  event.preventDefault()
  event.stopPropagation()
  const impatience = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), submitPatienceMs))
  const outcome = await Promise.race([wake().catch(() => 'late' as const), impatience])
  if (outcome === 'late') form.submit()
  else form.requestSubmit(event.submitter)
}

function whenIdle(wake: () => Promise<void>): void {
  if ('requestIdleCallback' in window) requestIdleCallback(() => void wake(), { timeout: 5_000 })
  else setTimeout(wake, 2_000)
}

function whenVisible(element: HTMLElement, wake: () => Promise<void>): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return
    observer.disconnect()
    void wake()
  })
  observer.observe(element)
}
