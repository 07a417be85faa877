import type { Language } from '@dhakacart/contract/language.ts'

export type SearchBoxProps = {
  language: Language
  action: string
  text: string
  texts: { searchLabel: string; searchPlaceholder: string; searchButton: string; suggestions: string }
}

/** The search form of the header: a plain GET form that suggests while typing once it is awake. */
export default function SearchBox({ action, text, texts }: SearchBoxProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: phones with browsers of before 2023 do not know <search>.
    <form className="search" action={action} role="search">
      <input
        type="search"
        name="q"
        defaultValue={text}
        maxLength={100}
        placeholder={texts.searchPlaceholder}
        aria-label={texts.searchLabel}
        autoComplete="off"
        enterKeyHint="search"
      />
      <button type="submit" aria-label={texts.searchButton}>
        <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M16.5 10.5a6 6 0 1 1-12 0 6 6 0 0 1 12 0ZM15 15l5.5 5.5" />
        </svg>
      </button>
    </form>
  )
}
