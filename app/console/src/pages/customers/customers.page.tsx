import { type CustomerRow, listCustomers } from '@dhakacart/contract/console-customers.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { Badge } from '../../components/badge.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Time } from '../../components/time.tsx'
import { useSearch } from '../../router/search.ts'
import { useWords, type Words } from '../../words.ts'

/** Everybody who ordered or has an account, one line a person. */
export default function CustomersPage() {
  const words = useWords()
  const t = words.texts.customers
  const [search] = useSearch()
  const q = search.get('q') ?? ''
  const after = search.get('after')
  const query = { ...(q !== '' && { q }), ...(after !== null && { after }) }
  const read = useRead(listCustomers, { query, keepsPrevious: true })
  return (
    <>
      <PageHeader title={t.title} text={t.text} />
      <FilterBar filters={[{ kind: 'search', name: 'q', label: t.search }]} />
      <ListPage
        read={read}
        count={({ customers }) => customers.length}
        isFiltered={q !== ''}
        empty={{ title: t.none, text: t.noneText }}
      >
        {({ customers }) => (
          <DataTable
            label={t.title}
            rows={customers}
            rowKey={({ ref }) => ref}
            rowLink={({ ref }) => `/customers/${ref}`}
            columns={columnsFor(words)}
          />
        )}
      </ListPage>
    </>
  )
}

function columnsFor({ texts: { customers: t }, digits, number, money }: Words): Column<CustomerRow>[] {
  return [
    { key: 'name', header: t.name, cell: ({ name }) => name ?? t.nameless, isMain: true },
    { key: 'phone', header: t.phone, cell: ({ phone }) => digits(phone) },
    { key: 'orders', header: t.orders, cell: ({ orderCount }) => number(orderCount), isNumber: true },
    { key: 'delivered', header: t.delivered, cell: ({ deliveredPaisa }) => money(deliveredPaisa), isNumber: true },
    {
      key: 'last',
      header: t.lastOrder,
      cell: ({ lastOrderAt }) => (lastOrderAt === null ? '–' : <Time at={lastOrderAt} />),
    },
    {
      key: 'marks',
      header: t.marks,
      cell: ({ hasAccount, refusedParcels }) => (
        <span className="badges">
          <Badge tone={hasAccount ? 'info' : 'quiet'}>{hasAccount ? t.account : t.guest}</Badge>
          {refusedParcels > 0 && <Badge tone="stop">{t.refusedMany(number(refusedParcels))}</Badge>}
        </span>
      ),
    },
  ]
}
