import { listImportedOrders } from '@dhakacart/contract/console-imports.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { Badge } from '../../components/badge.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useSearch } from '../../router/search.ts'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'

/** Orders of the old shop, to be looked up when somebody calls about one. */
export default function ImportedOrdersPage() {
  const { texts, money, number, date, digits } = useWords()
  const t = texts.imports
  const mayImport = useMe().can('imports.run')
  const [search] = useSearch()
  const text = search.get('q') ?? ''
  const after = search.get('after')
  const query = { ...(text !== '' && { query: text }), ...(after !== null && { after }) }
  const read = useRead(listImportedOrders, { query, keepsPrevious: true })
  return (
    <>
      <PageHeader
        title={t.oldOrders}
        text={t.oldOrdersText}
        {...(mayImport && { back: { to: '/imports', label: t.title } })}
      />
      <FilterBar filters={[{ kind: 'search', name: 'q', label: t.oldOrdersSearch }]} />
      <ListPage
        read={read}
        count={({ orders }) => orders.length}
        isFiltered={text !== ''}
        empty={{ title: t.noOldOrders, text: t.noOldOrdersText }}
      >
        {({ orders }) => (
          <DataTable
            label={t.oldOrders}
            rows={orders}
            rowKey={({ id }) => String(id)}
            columns={[
              { key: 'number', header: t.number, cell: ({ legacyNumber }) => legacyNumber, isMain: true },
              { key: 'when', header: t.when, cell: ({ placedAt }) => date(placedAt) },
              { key: 'state', header: t.state, cell: ({ state }) => <Badge>{t.orderStates[state]}</Badge> },
              {
                key: 'customer',
                header: t.customer,
                cell: ({ customer }) => [customer?.name, digits(customer?.phone ?? '')].filter(Boolean).join(', '),
              },
              {
                key: 'products',
                header: t.products,
                cell: ({ lines }) => lines.map((line) => `${number(line.quantity)} × ${line.name}`).join('; '),
              },
              { key: 'total', header: t.total, isNumber: true, cell: ({ totalPaisa }) => money(totalPaisa) },
            ]}
          />
        )}
      </ListPage>
    </>
  )
}
