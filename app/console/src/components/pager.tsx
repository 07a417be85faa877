import { navigate, readEntryState, useAddress } from '../router/location.ts'
import { useWords } from '../words.ts'
import { Button } from './button.tsx'

/** Turns the pages of a list. The cursor stands in the address as `after`; the way back is kept in the history entry. */
export function Pager({ nextCursor }: { nextCursor: string | null }) {
  const { texts } = useWords()
  const { path, search } = useAddress()
  const here = new URLSearchParams(search).get('after')
  const before = readEntryState().cursors ?? []
  if (here === null && nextCursor === null) return null
  const go = (after: string, cursors: string[]) => {
    const query = new URLSearchParams(search)
    if (after === '') query.delete('after')
    else query.set('after', after)
    navigate(query.size === 0 ? path : `${path}?${query}`, { state: { cursors } })
    document.getElementById('page-title')?.scrollIntoView()
  }
  return (
    <nav className="pager" aria-label={texts.general.pages}>
      {here !== null && (
        <>
          <Button onClick={() => go('', [])}>{texts.general.firstPage}</Button>
          <Button icon="chevron-left" onClick={() => go(before.at(-1) ?? '', before.slice(0, -1))}>
            {texts.general.previousPage}
          </Button>
        </>
      )}
      {nextCursor !== null && (
        <Button icon="chevron-right" onClick={() => go(nextCursor, [...before, here ?? ''])}>
          {texts.general.nextPage}
        </Button>
      )}
    </nav>
  )
}
