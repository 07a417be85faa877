import { useSyncExternalStore } from 'react'
import { useWords } from '../words.ts'
import { Icon } from './icon.tsx'

type Tone = 'good' | 'stop' | 'info'
type Toast = { id: number; tone: Tone; text: string }

/** Long enough to read two sentences; what went wrong stays until it is closed. */
const showMs = 6_000
const shownMax = 4

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function set(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Says one sentence at the edge of the page, also to screen readers. */
export function say(tone: Tone, text: string): void {
  lastId += 1
  const id = lastId
  set([...toasts.filter((toast) => toast.text !== text), { id, tone, text }].slice(-shownMax))
  if (tone !== 'stop') window.setTimeout(() => unsay(id), showMs)
}

function unsay(id: number): void {
  set(toasts.filter((toast) => toast.id !== id))
}

export function Toasts() {
  const { texts } = useWords()
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
  return (
    <section className="toasts" aria-live="polite" aria-label={texts.general.messages}>
      {shown.map(({ id, tone, text }) => (
        <p key={id} className={`toast toast-${tone}`}>
          <Icon name={tone === 'good' ? 'check' : 'alert'} />
          <span>{text}</span>
          <button type="button" className="icon-button" aria-label={texts.general.close} onClick={() => unsay(id)}>
            <Icon name="close" />
          </button>
        </p>
      ))}
    </section>
  )
}
