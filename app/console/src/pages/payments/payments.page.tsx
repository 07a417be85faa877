import { type ConsolePayment, listConsolePayments } from '@dhakacart/contract/console-payments.schema.ts'
import { onlineMethods } from '@dhakacart/contract/payments.schema.ts'
import type { QueryOf } from '@dhakacart/contract/route.ts'
import { useRead } from '../../api/use-read.ts'
import { Badge } from '../../components/badge.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { type Filter, FilterBar } from '../../components/filter-bar.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Time } from '../../components/time.tsx'
import { useSearch } from '../../router/search.ts'
import { useWords, type Words } from '../../words.ts'
import { PaymentStateBadge, paymentStates } from './payment-state-badge.tsx'

const refreshEveryMs = 30_000

/** What providers confirmed as paid, newest first; each leads to its order, where it is decided and given back. */
export default function PaymentsPage() {
  const words = useWords()
  const { payments: texts } = words.texts
  const [search] = useSearch()
  const filters = Object.fromEntries(
    ['text', 'method', 'state', 'isUnderReview'].flatMap((name) => {
      const value = search.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
  const after = search.get('after')
  // The address holds words alone; the api reads them by the types of its query.
  const query = { ...filters, ...(after !== null && { after }) } as QueryOf<typeof listConsolePayments>
  const read = useRead(listConsolePayments, { query, keepsPrevious: true, refreshEveryMs })
  return (
    <>
      <PageHeader title={texts.title} text={texts.text} />
      <FilterBar filters={filtersFor(words)} />
      <ListPage
        read={read}
        count={({ payments }) => payments.length}
        isFiltered={Object.keys(filters).length > 0}
        empty={{ title: texts.none, text: texts.noneText }}
      >
        {({ payments }) => (
          <DataTable
            label={texts.title}
            rows={payments}
            rowKey={({ id }) => String(id)}
            rowLink={({ orderId }) => `/orders/${orderId}`}
            columns={columnsFor(words)}
          />
        )}
      </ListPage>
    </>
  )
}

function filtersFor({ texts: { payments, orders } }: Words): Filter[] {
  return [
    { kind: 'search', name: 'text', label: payments.search },
    {
      kind: 'choice',
      name: 'method',
      label: payments.method,
      options: onlineMethods.map((value) => ({ value, label: orders.methods[value] })),
    },
    {
      kind: 'choice',
      name: 'state',
      label: payments.state,
      options: paymentStates.map((value) => ({ value, label: payments.states[value] })),
    },
    {
      kind: 'choice',
      name: 'isUnderReview',
      label: payments.review,
      options: [
        { value: 'true', label: payments.reviewNeeded },
        { value: 'false', label: payments.reviewNotNeeded },
      ],
    },
  ]
}

function columnsFor({ texts: { payments, orders }, money }: Words): Column<ConsolePayment>[] {
  return [
    { key: 'order', header: payments.order, cell: ({ orderNumber }) => orderNumber, isMain: true },
    { key: 'method', header: payments.method, cell: ({ method }) => orders.methods[method] },
    {
      key: 'state',
      header: payments.state,
      cell: ({ state, review }) => (
        <span className="badges">
          <PaymentStateBadge state={state} />
          {review !== null && <Badge tone="stop">{payments.underReview}</Badge>}
        </span>
      ),
    },
    { key: 'amount', header: payments.amount, cell: ({ amountPaisa }) => money(amountPaisa), isNumber: true },
    {
      key: 'refunded',
      header: payments.refunded,
      cell: ({ refundedPaisa }) => (refundedPaisa === 0 ? '–' : money(refundedPaisa)),
      isNumber: true,
    },
    {
      key: 'reference',
      header: payments.reference,
      cell: ({ providerReference }) => <span className="code-text">{providerReference}</span>,
    },
    { key: 'received', header: payments.received, cell: ({ receivedAt }) => <Time at={receivedAt} /> },
  ]
}
