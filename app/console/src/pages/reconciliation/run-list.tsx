import { listReconciliationRuns } from '@dhakacart/contract/console-reconciliation.schema.ts'
import type { AnswerOf } from '@dhakacart/contract/route.ts'
import { useRead } from '../../api/use-read.ts'
import { Badge } from '../../components/badge.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { Time } from '../../components/time.tsx'
import { useSearch } from '../../router/search.ts'
import { useWords, type Words } from '../../words.ts'

const refreshEveryMs = 30_000

/** The nightly comparisons; each leads to what it found. */
export function RunList() {
  const words = useWords()
  const { reconciliation: texts } = words.texts
  const [search] = useSearch()
  const after = search.get('after')
  const query = after === null ? {} : { after }
  const read = useRead(listReconciliationRuns, { query, keepsPrevious: true, refreshEveryMs })
  return (
    <ListPage
      read={read}
      count={({ runs }) => runs.length}
      isFiltered={false}
      empty={{ title: texts.noRuns, text: texts.noRunsText }}
    >
      {({ runs }) => (
        <DataTable
          label={texts.runs}
          rows={runs}
          rowKey={({ id }) => String(id)}
          rowLink={({ id }) => `/reconciliation?tab=all&runId=${id}`}
          columns={columnsFor(words)}
        />
      )}
    </ListPage>
  )
}

type Run = AnswerOf<typeof listReconciliationRuns>['runs'][number]

function columnsFor({ texts: { reconciliation, orders }, number, date }: Words): Column<Run>[] {
  return [
    { key: 'day', header: reconciliation.day, cell: ({ day }) => date(day), isMain: true },
    { key: 'method', header: reconciliation.method, cell: ({ method }) => orders.methods[method] },
    {
      key: 'state',
      header: reconciliation.state,
      cell: ({ state }) => <Badge tone={state === 'done' ? 'good' : 'info'}>{reconciliation.states[state]}</Badge>,
    },
    {
      key: 'compared',
      header: reconciliation.compared,
      cell: ({ comparedCount }) => number(comparedCount),
      isNumber: true,
    },
    {
      key: 'differences',
      header: reconciliation.differences,
      cell: ({ differenceCount }) =>
        differenceCount === 0 ? number(0) : <Badge tone="stop">{number(differenceCount)}</Badge>,
      isNumber: true,
    },
    {
      key: 'unanswered',
      header: reconciliation.unanswered,
      cell: ({ unansweredCount }) => number(unansweredCount),
      isNumber: true,
    },
    {
      key: 'finished',
      header: reconciliation.finished,
      cell: ({ finishedAt }) => (finishedAt === null ? '–' : <Time at={finishedAt} />),
    },
  ]
}
