import type { ComponentType } from 'react'
import { type IslandName, islands } from '../islands/islands.ts'

/** A submit held back for an island that does not wake in this time is sent as a plain form. */
const submitPatienceMs = 3_000

/** Loads the code of each island in a part of the page when its `data-wake` says so. */
export function wakeIslands(part: ParentNode): void {
  for (const element of part.querySelectorAll<HTMLElement>('[data-island]')) {
    let awake: Promise<void> | null = null
    const wake = () => {
      awake ??= load(element)
      return awake
    }
    for (const type of ['pointerover', 'touchstart', 'focusin'] as const) {
      element.addEventListener(type, wake, { once: true, passive: true })
    }
    holdEvents(element, wake)
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

/** What is pressed or chosen first must not be lost because the code was still on its way: it is done again once awake. */
function holdEvents(element: HTMLElement, wake: () => Promise<void>): void {
  const hold = (type: string, isHeld: (target: Element) => boolean, redo: (event: Event) => void) => {
    element.addEventListener(
      type,
      async (event) => {
        if (isAwake(element) || !isHeld(event.target as Element)) return
        event.preventDefault()
        event.stopPropagation()
        await wake().catch(() => {})
        redo(event)
      },
      { capture: true },
    )
  }
  hold(
    'click',
    (target) => target.closest('button')?.type === 'button',
    ({ target }) => isAwake(element) && (target as Element).closest('button')?.click(),
  )
  hold(
    'change',
    (target) => target instanceof HTMLSelectElement,
    ({ target }) => isAwake(element) && target?.dispatchEvent(new Event('change', { bubbles: true })),
  )
  element.addEventListener('submit', (event) => holdSubmit(event, element, wake), { capture: true })
}

function isAwake(element: HTMLElement): boolean {
  return element.dataset.awake !== undefined
}

/** Without the code in time the form is sent as it would be without JavaScript. */
async function holdSubmit(event: SubmitEvent, element: HTMLElement, wake: () => Promise<void>): Promise<void> {
  if (isAwake(element)) return
  const form = event.target as HTMLFormElement
  event.preventDefault()
  event.stopPropagation()
  const impatience = new Promise((resolve) => setTimeout(resolve, submitPatienceMs))
  await Promise.race([wake().catch(() => {}), impatience])
  const { submitter } = event
  // Awake, the island may have taken the pressed button away, because it does by itself what the button was for.
  const isGone = submitter instanceof HTMLButtonElement && submitter.form !== form
  if (isAwake(element) && !isGone) form.requestSubmit(submitter)
  else submitPlainly(form, submitter)
}

/** As without JavaScript: with the name and value of the pressed button, which `submit` alone forgets. */
function submitPlainly(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const pressed = document.createElement('input')
  pressed.type = 'hidden'
  if (submitter instanceof HTMLButtonElement) {
    pressed.name = submitter.name
    pressed.value = submitter.value
  }
  form.append(pressed)
  form.submit()
  // The form was read; whoever comes back to this page presses anew.
  pressed.remove()
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
