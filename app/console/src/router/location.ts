import { useSyncExternalStore } from 'react'

/** Every address of the console begins with it; paths in code are written without it. */
export const base = '/console'

const listeners = new Set<() => void>()
/** Asked before the page is left by a link or a key; true keeps the person here. */
let isHeld: () => boolean = () => false
/** Another page was asked for, and its title has not taken the focus yet. */
let awaitsTitle = false

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

function current(): string {
  const path = window.location.pathname.startsWith(base) ? window.location.pathname.slice(base.length) : '/'
  return (path === '' ? '/' : path) + window.location.search
}

/** Path and query below /console; a component that uses it renders again when the address changes. */
export function useAddress(): { path: string; search: string } {
  const [path = '/', search = ''] = useSyncExternalStore(subscribe, current).split('?')
  return { path, search }
}

/** What page turning left in the history entry: the cursors of the pages before. */
export function readEntryState(): { cursors?: string[] } {
  return (window.history.state ?? {}) as { cursors?: string[] }
}

export type NavigateOptions = { replaces?: boolean; state?: object }

/** Goes to a path below /console, unless a form with unsaved input keeps the person here. */
export function navigate(to: string, { replaces = false, state = {} }: NavigateOptions = {}): void {
  const isSamePage = to.split('?')[0] === current().split('?')[0]
  if (!isSamePage && isHeld()) return
  awaitsTitle ||= !isSamePage
  window.history[replaces ? 'replaceState' : 'pushState'](state, '', base + to)
  tell()
  if (!isSamePage) window.scrollTo(0, 0)
}

window.addEventListener('popstate', () => {
  awaitsTitle = true
})

/** Whether the title that is shown now should take the focus; true once per change of page. */
export function takeTitleFocus(): boolean {
  const isAwaited = awaitsTitle
  awaitsTitle = false
  return isAwaited
}

/** Lets `hold` be asked before the page is left; returns the function that takes it back. */
export function holdLeaving(hold: () => boolean): () => void {
  isHeld = hold
  const onUnload = (event: BeforeUnloadEvent) => {
    if (hold()) event.preventDefault()
  }
  window.addEventListener('beforeunload', onUnload)
  return () => {
    if (isHeld === hold) isHeld = () => false
    window.removeEventListener('beforeunload', onUnload)
  }
}
