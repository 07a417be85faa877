import { useSyncExternalStore } from 'react'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const key = 'console-theme'
const listeners = new Set<() => void>()

function read(): Theme {
  const kept = window.localStorage.getItem(key)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}
let theme = read()

/** Tells the style sheet; without the attribute the system decides. */
export function applyTheme(): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

export function chooseTheme(next: Theme): void {
  theme = next
  window.localStorage.setItem(key, next)
  applyTheme()
  for (const listener of listeners) listener()
}

export function useTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => theme,
  )
}
