import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import { Empty } from './states.tsx'
import { type Tab, Tabs } from './tabs.tsx'

type ComparedRowsProps<Row extends { verdict: string }> = {
  rows: readonly Row[]
  words: {
    verdict: string
    onlyDifferent: (count: string) => string
    noneDifferent: string
    whatToDo: string
    everything: (count: string) => string
  }
  /** Shows rows; `label` is what their tab says. */
  show: (rows: readonly Row[], label: string) => ReactNode
  /** Tabs between what is not right and all. */
  between?: readonly Tab[]
}

/** A file that was compared with our books: what is not right first, with what to do about it, and all rows last. */
export function ComparedRows<Row extends { verdict: string }>(props: ComparedRowsProps<Row>) {
  const { rows, words, show, between = [] } = props
  const { number } = useWords()
  const different = rows.filter(({ verdict }) => verdict !== 'right')
  const [some, all] = [words.onlyDifferent(number(different.length)), words.everything(number(rows.length))]
  const differentRows = () =>
    different.length === 0 ? (
      <Empty title={words.noneDifferent} icon="check" />
    ) : (
      <>
        <p className="muted statement-note">{words.whatToDo}</p>
        {show(different, some)}
      </>
    )
  return (
    <Tabs
      label={words.verdict}
      tabs={[
        { key: 'different', label: some, content: differentRows },
        ...between,
        { key: 'all', label: all, content: () => show(rows, all) },
      ]}
    />
  )
}
