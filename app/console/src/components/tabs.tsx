import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { useSearch } from '../router/search.ts'

export type Tab = { key: string; label: string; content: () => ReactNode }

/** Tabs of one page; the chosen one stands in the address, so it can be sent as a link. Arrow keys move between them. */
export function Tabs({ tabs, label, name = 'tab' }: { tabs: readonly Tab[]; label: string; name?: string }) {
  const [search, change] = useSearch()
  const id = useId()
  const chosen = tabs.find(({ key }) => key === search.get(name)) ?? tabs[0]
  if (!chosen) return null
  const choose = (tab: Tab | undefined) => {
    if (!tab) return
    change({ [name]: tab === tabs[0] ? null : tab.key }, { replaces: true })
    document.getElementById(`${id}-${tab.key}`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step !== 0) choose(tabs[(tabs.indexOf(chosen) + step + tabs.length) % tabs.length])
  }
  return (
    <div className="tabs">
      <div className="tab-list" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={tab === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={tab === chosen ? 0 : -1}
            onClick={() => choose(tab)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen.key}`}>
        {chosen.content()}
      </div>
    </div>
  )
}
