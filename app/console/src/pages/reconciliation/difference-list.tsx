import { type Difference, listDifferences } from '@dhakacart/contract/console-reconciliation.schema.ts'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { Notice } from '../../components/states.tsx'
import { Time } from '../../components/time.tsx'
import { Link } from '../../router/link.tsx'
import { useSearch } from '../../router/search.ts'
import { useMe } from '../../session/session.tsx'
import { useWords, type Words } from '../../words.ts'
import { BookSide } from './book-side.tsx'
import { ResolveDifferenceDialog } from './resolve-difference-dialog.tsx'

const refreshEveryMs = 30_000

/** What the two books do not agree on; open ones alone, or all, of one comparison where the address names it. */
export function DifferenceList({ isOpen = false }: { isOpen?: boolean }) {
  const words = useWords()
  const { reconciliation: texts } = words.texts
  const mayResolve = useMe().can('settlements.write')
  const [search] = useSearch()
  const [chosen, setChosen] = useState<Difference | null>(null)
  const runId = isOpen ? null : search.get('runId')
  const after = search.get('after')
  const query = {
    ...(isOpen && { isOpen: true }),
    ...(runId !== null && { runId: Number(runId) }),
    ...(after !== null && { after }),
  }
  const read = useRead(listDifferences, { query, keepsPrevious: true, refreshEveryMs })
  const none = runId === null ? texts.noDifferences : texts.noneOfRun
  return (
    <>
      {runId !== null && (
        <Notice>
          {texts.ofRun(words.digits(runId))} <Link to="/reconciliation?tab=all">{texts.showAll}</Link>
        </Notice>
      )}
      <ListPage
        read={read}
        count={({ differences }) => differences.length}
        isFiltered={false}
        empty={isOpen ? { title: texts.noOpen, text: texts.noOpenText } : { title: none, text: texts.noneText }}
      >
        {({ differences }) => (
          <DataTable
            label={texts.differences}
            rows={differences}
            rowKey={({ id }) => String(id)}
            rowLink={({ orderId }) => `/orders/${orderId}`}
            columns={columnsFor(words, mayResolve ? setChosen : null)}
          />
        )}
      </ListPage>
      {chosen !== null && <ResolveDifferenceDialog difference={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}

function columnsFor(
  { texts: { reconciliation, orders } }: Words,
  onResolve: ((difference: Difference) => void) | null,
): Column<Difference>[] {
  return [
    { key: 'order', header: reconciliation.order, cell: ({ orderNumber }) => orderNumber, isMain: true },
    {
      key: 'kind',
      header: reconciliation.kind,
      cell: ({ kind, resolvedAt }) => (
        <span className="reconciliation-kind">
          <Badge tone={resolvedAt !== null ? 'quiet' : kind === 'unanswered' ? 'warn' : 'stop'}>
            {reconciliation.kinds[kind]}
          </Badge>
        </span>
      ),
    },
    { key: 'method', header: reconciliation.method, cell: ({ method }) => orders.methods[method] },
    { key: 'ours', header: reconciliation.ours, cell: ({ kind, ours }) => <BookSide kind={kind} said={ours} /> },
    {
      key: 'theirs',
      header: reconciliation.theirs,
      cell: ({ kind, theirs }) => <BookSide kind={kind} said={theirs} />,
    },
    { key: 'found', header: reconciliation.found, cell: ({ foundAt }) => <Time at={foundAt} /> },
    {
      key: 'resolved',
      header: reconciliation.resolved,
      cell: (difference) =>
        difference.resolvedAt !== null ? (
          <>
            <Time at={difference.resolvedAt} />
            <p className="small">{difference.note}</p>
          </>
        ) : onResolve === null ? (
          '–'
        ) : (
          <Button onClick={() => onResolve(difference)}>{reconciliation.resolve}</Button>
        ),
    },
  ]
}
