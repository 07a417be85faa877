import type { Suggestion } from '@dhakacart/contract/catalogue.schema.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Icon } from '../components/icon.tsx'
import { links } from '../links.ts'
import { SuggestionList, suggestionPath, useSuggestions } from './suggestion-list.tsx'

export type SearchBoxProps = {
  language: Language
  text: string
  texts: {
    searchLabel: string
    searchPlaceholder: string
    searchButton: string
    suggestions: string
    suggestionKind: Record<Suggestion['kind'], string>
  }
}

/** The search form of the header: a plain GET form that suggests while typing once it is awake. */
export default function SearchBox({ language, text, texts }: SearchBoxProps) {
  const [typed, setTyped] = useState(text)
  const [isOpen, setIsOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const field = useRef<HTMLInputElement>(null)
  const suggestions = useSuggestions(typed, isOpen)
  const isShown = isOpen && suggestions.length > 0
  const open = (isWanted: boolean) => {
    setIsOpen(isWanted)
    setActive(-1)
  }
  useEffect(() => {
    // What was typed while the code was on its way: the field is not controlled, so it is still there.
    const already = field.current?.value ?? ''
    if (already === text) return
    setTyped(already)
    setIsOpen(document.activeElement === field.current)
  }, [text])
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isShown) return
    const chosen = suggestions[active]
    if (event.key === 'Escape') open(false)
    else if (event.key === 'Enter' && chosen) location.assign(suggestionPath(language, chosen))
    else if (event.key === 'ArrowDown') setActive(nextPlace(active, 1, suggestions.length))
    else if (event.key === 'ArrowUp') setActive(nextPlace(active, -1, suggestions.length))
    else return
    event.preventDefault()
  }
  return (
    <search>
      <form
        className="search"
        action={links.search(language)}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && open(false)}
      >
        <input
          type="search"
          name="q"
          ref={field}
          defaultValue={text}
          maxLength={100}
          placeholder={texts.searchPlaceholder}
          aria-label={texts.searchLabel}
          autoComplete="off"
          enterKeyHint="search"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls="suggestions"
          aria-activedescendant={isShown && active >= 0 ? `suggestion-${active}` : undefined}
          onChange={(event) => {
            setTyped(event.target.value)
            open(true)
          }}
          onKeyDown={onKeyDown}
        />
        <button type="submit" aria-label={texts.searchButton}>
          <Icon name="search" />
        </button>
        <SuggestionList
          language={language}
          suggestions={suggestions}
          active={active}
          isShown={isShown}
          label={texts.suggestions}
          kinds={texts.suggestionKind}
        />
      </form>
    </search>
  )
}

/** Round through the suggestions and, as -1, the text itself. */
function nextPlace(active: number, step: 1 | -1, count: number): number {
  const places = count + 1
  return ((active + 1 + step + places) % places) - 1
}
