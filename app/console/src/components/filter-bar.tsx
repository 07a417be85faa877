import { type FormEvent, useEffect, useState } from 'react'
import { useSearch } from '../router/search.ts'
import { useWords } from '../words.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import type { Choice } from './text-fields.tsx'
import { DayFilter } from './time-field.tsx'

export type Filter =
  | { kind: 'search'; name: string; label: string }
  | { kind: 'choice'; name: string; label: string; options: readonly (Choice | ChoiceGroup)[] }
  | { kind: 'text' | 'day'; name: string; label: string }

/** Choices under a heading. */
export type ChoiceGroup = { heading: string; options: readonly Choice[] }

/** Filters of a list, living in the address under their names. Choices act at once, words when Enter is pressed. `/` leads here. */
export function FilterBar({ filters }: { filters: readonly Filter[] }) {
  const { texts } = useWords()
  const [search, change] = useSearch()
  const isFiltered = filters.some(({ name }) => search.has(name))
  // On a phone a search comes first and the rest on demand, or the list would begin below the screen.
  const isFoldable = filters.length > 2 && filters.some(({ kind }) => kind === 'search')
  const [isOpen, setOpen] = useState(isFiltered)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    change(Object.fromEntries(filters.map(({ name }) => [name, String(given.get(name) ?? '').trim()])))
  }
  return (
    <search>
      <form className={isFoldable && !isOpen ? 'filters filters-folded' : 'filters'} onSubmit={onSubmit}>
        {filters.map((filter) => (
          <FilterControl key={filter.name} filter={filter} />
        ))}
        <Button type="submit" icon="search">
          {texts.general.apply}
        </Button>
        {isFoldable && (
          <span className="filters-fold">
            <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {texts.general.filters}
            </Button>
          </span>
        )}
        {isFiltered && (
          <Button icon="close" onClick={() => change(Object.fromEntries(filters.map(({ name }) => [name, null])))}>
            {texts.general.clearFilters}
          </Button>
        )}
      </form>
    </search>
  )
}

function FilterControl({ filter }: { filter: Filter }) {
  const { texts } = useWords()
  const [search, change] = useSearch()
  const { kind, name, label } = filter
  const given = search.get(name) ?? ''
  const [value, setValue] = useState(given)
  // Back and forward change the address under the control.
  useEffect(() => setValue(given), [given])
  if (kind === 'choice') {
    return (
      <label className="filter">
        <span>{label}</span>
        <select name={name} value={given} onChange={({ target }) => change({ [name]: target.value })}>
          <option value="">{texts.general.all}</option>
          {filter.options.map((option) =>
            'heading' in option ? (
              <optgroup key={option.heading} label={option.heading}>
                {option.options.map(optionOf)}
              </optgroup>
            ) : (
              optionOf(option)
            ),
          )}
        </select>
      </label>
    )
  }
  if (kind === 'day') {
    return <DayFilter {...{ name, label }} value={given || null} onChange={(day) => change({ [name]: day })} />
  }
  return (
    <label className={kind === 'search' ? 'filter filter-search' : 'filter'}>
      <span>{label}</span>
      {kind === 'search' && <Icon name="search" />}
      <input
        type={kind === 'search' ? 'search' : 'text'}
        name={name}
        value={value}
        maxLength={100}
        data-page-search={kind === 'search' || undefined}
        onChange={({ target }) => setValue(target.value)}
      />
    </label>
  )
}

function optionOf({ value, label }: Choice) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  )
}
