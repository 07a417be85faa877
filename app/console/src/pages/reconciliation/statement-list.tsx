import { listStatements } from '@dhakacart/contract/console-statements.schema.ts'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { Button } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { Time } from '../../components/time.tsx'
import { useSearch } from '../../router/search.ts'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'
import { StatementDialog } from './statement-dialog.tsx'
import { StatementBadges } from './statement-rows.tsx'

/** The lists of providers that were compared with our books. */
export function StatementList() {
  const { texts, money, number, date } = useWords()
  const words = texts.statements
  const mayImport = useMe().can('settlements.write')
  const [isImporting, setImporting] = useState(false)
  const [search] = useSearch()
  const after = search.get('after')
  const read = useRead(listStatements, { query: after === null ? {} : { after }, keepsPrevious: true })
  return (
    <>
      <div className="statements-head">
        <p className="muted">{words.text}</p>
        {mayImport && (
          <Button look="main" icon="upload" onClick={() => setImporting(true)}>
            {words.importFile}
          </Button>
        )}
      </div>
      <ListPage
        read={read}
        count={({ statements }) => statements.length}
        isFiltered={false}
        empty={{ title: words.none, text: words.noneText }}
      >
        {({ statements }) => (
          <DataTable
            label={words.title}
            rows={statements}
            rowKey={({ id }) => String(id)}
            rowLink={({ id }) => `/reconciliation/statements/${id}`}
            columns={[
              { key: 'file', header: words.fileName, cell: ({ fileName }) => fileName, isMain: true },
              { key: 'method', header: words.method, cell: ({ method }) => texts.orders.methods[method] },
              {
                key: 'days',
                header: words.shows,
                cell: ({ fromDay, toDay }) =>
                  fromDay === toDay ? date(fromDay) : words.period(date(fromDay), date(toDay)),
              },
              { key: 'rows', header: words.rows, cell: ({ rowCount }) => number(rowCount), isNumber: true },
              { key: 'received', header: words.received, cell: (row) => money(row.receivedPaisa), isNumber: true },
              { key: 'returned', header: words.returnedSum, cell: (row) => money(row.returnedPaisa), isNumber: true },
              { key: 'verdict', header: words.verdict, cell: (row) => <StatementBadges {...row} /> },
              {
                key: 'at',
                header: words.importedAt,
                cell: ({ importedAt }) => (importedAt === null ? null : <Time at={importedAt} />),
              },
            ]}
          />
        )}
      </ListPage>
      {isImporting && <StatementDialog onClose={() => setImporting(false)} />}
    </>
  )
}
