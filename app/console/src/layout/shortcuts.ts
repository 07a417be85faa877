import { useEffect, useRef } from 'react'
import { navigate } from '../router/location.ts'
import { useMe } from '../session/session.tsx'
import { navRoutesOf } from './navigation.tsx'

/** A `g` waits this long for its letter. */
const sequenceMs = 1_500

/** `/` goes to the page's search, `g` and a letter to a page, `?` opens the help. Never while something is typed. */
export function useShortcuts(openHelp: () => void): void {
  const me = useMe()
  const waitsUntil = useRef(0)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      if (performance.now() < waitsUntil.current) {
        waitsUntil.current = 0
        const route = navRoutesOf(me).find(({ nav }) => nav.letter === event.key)
        if (route === undefined) return
        event.preventDefault()
        navigate(route.path)
      } else if (event.key === 'g') {
        waitsUntil.current = performance.now() + sequenceMs
      } else if (event.key === '/') {
        const search = document.querySelector<HTMLInputElement>('[data-page-search]')
        if (!search) return
        event.preventDefault()
        search.focus()
        search.select()
      } else if (event.key === '?') {
        event.preventDefault()
        openHelp()
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [me, openHelp])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=radio]), textarea, select')
}
