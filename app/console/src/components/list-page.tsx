import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import { Pager } from './pager.tsx'
import { Empty, Loading, Problem } from './states.tsx'

type Props<T extends { nextCursor: string | null }> = {
  read: UseQueryResult<T>
  /** How many rows the answer has. */
  count: (data: T) => number
  /** What to say when the list is empty without filters, and what to do next. */
  empty: { title: string; text: string; children?: ReactNode }
  isFiltered: boolean
  children: (data: T) => ReactNode
}

/** A paged list in each of its states: loading, failed, empty, nothing found, rows with the pager below. */
export function ListPage<T extends { nextCursor: string | null }>(props: Props<T>) {
  const { read, count, empty, isFiltered, children } = props
  const { texts } = useWords()
  if (read.data === undefined) {
    return read.isError ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : <Loading lines={8} />
  }
  const isEmpty = count(read.data) === 0
  return (
    <div aria-busy={read.isPlaceholderData} className={read.isPlaceholderData ? 'waiting' : undefined}>
      {read.isError && <Problem error={read.error} onRetry={() => void read.refetch()} />}
      {isEmpty && isFiltered && (
        <Empty icon="search" title={texts.general.nothingFound} text={texts.general.nothingFoundText} />
      )}
      {isEmpty && !isFiltered && <Empty {...empty} />}
      {!isEmpty && children(read.data)}
      <Pager nextCursor={read.data.nextCursor} />
    </div>
  )
}
