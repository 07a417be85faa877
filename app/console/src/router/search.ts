import { useCallback, useMemo } from 'react'
import { navigate, useAddress } from './location.ts'

/** Values to write into the query; null or '' takes a name away. */
export type SearchChanges = Record<string, string | null>

/** The query of the address, where filters, sorting and tabs live, so that every view can be sent as a link. */
export function useSearch(): [URLSearchParams, (changes: SearchChanges, options?: { replaces?: boolean }) => void] {
  const { path, search } = useAddress()
  const values = useMemo(() => new URLSearchParams(search), [search])
  const change = useCallback(
    (changes: SearchChanges, { replaces = false } = {}) => {
      const next = new URLSearchParams(window.location.search)
      for (const [name, value] of Object.entries(changes)) {
        if (value === null || value === '') next.delete(name)
        else next.set(name, value)
      }
      // A changed filter makes another list, in which the old cursor means nothing.
      if (!('after' in changes)) next.delete('after')
      const query = next.toString()
      navigate(query === '' ? path : `${path}?${query}`, { replaces })
    },
    [path],
  )
  return [values, change]
}
