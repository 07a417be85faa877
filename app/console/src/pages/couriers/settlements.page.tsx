import { listSettlements } from '@dhakacart/contract/console-settlements.schema.ts'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { Button } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { Time } from '../../components/time.tsx'
import { useSearch } from '../../router/search.ts'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'
import { OwedList } from '../receivables/owed-list.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { VerdictBadges } from './settlement-rows.tsx'

/** What couriers say they collected: the imported files, and what was taken at the door and is owed. */
export default function SettlementsPage() {
  const { couriers: words, receivables } = useWords().texts
  const mayImport = useMe().can('settlements.write')
  const [isImporting, setImporting] = useState(false)
  return (
    <>
      <PageHeader
        title={words.settlements}
        text={words.settlementsText}
        actions={
          mayImport && (
            <Button look="main" icon="upload" onClick={() => setImporting(true)}>
              {words.importFile}
            </Button>
          )
        }
      />
      <Tabs
        label={words.settlements}
        tabs={[
          { key: 'files', label: words.files, content: () => <Files /> },
          { key: 'owed', label: receivables.title, content: () => <OwedList /> },
        ]}
      />
      {isImporting && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  )
}

function useCursor() {
  const [search] = useSearch()
  const after = search.get('after')
  return after === null ? {} : { after }
}

function Files() {
  const { texts, money, number } = useWords()
  const words = texts.couriers
  const read = useRead(listSettlements, { query: useCursor(), keepsPrevious: true })
  return (
    <ListPage
      read={read}
      count={({ settlements }) => settlements.length}
      isFiltered={false}
      empty={{ title: words.noSettlements, text: words.noSettlementsText }}
    >
      {({ settlements }) => (
        <DataTable
          label={words.settlements}
          rows={settlements}
          rowKey={({ id }) => String(id)}
          rowLink={({ id }) => `/settlements/${id}`}
          columns={[
            { key: 'file', header: words.fileName, cell: ({ fileName }) => fileName, isMain: true },
            { key: 'courier', header: words.courier, cell: ({ courier }) => words.names[courier] },
            {
              key: 'at',
              header: words.importedAt,
              cell: ({ importedAt }) => (importedAt === null ? null : <Time at={importedAt} />),
            },
            { key: 'rows', header: words.rows, cell: ({ rowCount }) => number(rowCount), isNumber: true },
            { key: 'money', header: words.collected, cell: (row) => money(row.collectedPaisa), isNumber: true },
            { key: 'fee', header: words.fee, cell: ({ feePaisa }) => money(feePaisa), isNumber: true },
            { key: 'booked', header: words.inBooks, cell: (row) => money(row.bookedPaisa), isNumber: true },
            { key: 'verdict', header: words.verdict, cell: ({ counts }) => <VerdictBadges counts={counts} /> },
          ]}
        />
      )}
    </ListPage>
  )
}
