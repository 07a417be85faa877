import type { Suggestion } from '@dhakacart/contract/catalogue.schema.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'
import { useEffect, useState } from 'react'
import { callApi } from '../browser/api.ts'
import { suggest } from '../browser/api-routes.ts'
import { Icon } from '../components/icon.tsx'
import { ProductPicture } from '../components/product-picture.tsx'
import { links } from '../links.ts'

/** Long enough that a fast typist asks once per word. */
const typingPauseMs = 180

type Props = {
  language: Language
  suggestions: readonly Suggestion[]
  active: number
  isShown: boolean
  label: string
  kinds: Record<Suggestion['kind'], string>
}

/** What the shopper may mean, as the list of a combobox: the field keeps the focus and names the active line. */
export function SuggestionList({ language, suggestions, active, isShown, label, kinds }: Props) {
  return (
    <div className="suggestions" id="suggestions" role="listbox" aria-label={label} hidden={!isShown}>
      {suggestions.map((suggestion, index) => (
        <a
          key={`${suggestion.kind}-${suggestion.slug}`}
          id={`suggestion-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          href={suggestionPath(language, suggestion)}
        >
          {suggestion.kind === 'product' ? (
            <ProductPicture pictureId={suggestion.pictureId} alt="" size="thumb" />
          ) : (
            <Icon name="search" />
          )}
          <span>{suggestion.name[language]}</span>
          <small>
            {suggestion.pricePaisa === null ? kinds[suggestion.kind] : formatTaka(suggestion.pricePaisa, language)}
          </small>
        </a>
      ))}
    </div>
  )
}

/** Where a suggestion leads. */
export function suggestionPath(language: Language, { kind, slug, name }: Suggestion): string {
  if (kind === 'product') return links.product(language, slug)
  if (kind === 'category') return links.category(language, slug)
  return links.search(language, { text: name[language] })
}

/** Suggestions for what is typed, after a pause; those of an older text are thrown away. */
export function useSuggestions(typed: string, isWanted: boolean): readonly Suggestion[] {
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([])
  const query = typed.trim().slice(0, 100)
  useEffect(() => {
    if (!isWanted || query === '') {
      setSuggestions([])
      return
    }
    let isCurrent = true
    const timer = setTimeout(async () => {
      // Without suggestions the form still searches, so an error needs no words here.
      const found = await callApi(suggest, { query: { query } }).catch(() => null)
      if (isCurrent && found) setSuggestions(found.body.suggestions)
    }, typingPauseMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [query, isWanted])
  return suggestions
}
