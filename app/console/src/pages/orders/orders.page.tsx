import {
  type ConsoleOrderRow,
  couriers,
  listConsoleOrders,
  orderProblems,
} from '@dhakacart/contract/console-orders.schema.ts'
import { orderStates } from '@dhakacart/contract/orders.schema.ts'
import { paymentMethods } from '@dhakacart/contract/payment-methods.ts'
import type { QueryOf } from '@dhakacart/contract/route.ts'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { Badge, OrderStateBadge } from '../../components/badge.tsx'
import { DownloadLink } from '../../components/button.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { type Filter, FilterBar } from '../../components/filter-bar.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Time } from '../../components/time.tsx'
import { useSearch } from '../../router/search.ts'
import { useMe } from '../../session/session.tsx'
import { useWords, type Words } from '../../words.ts'
import { OrderBulk } from './order-bulk.tsx'

const filterNames = ['q', 'state', 'method', 'problem', 'courier', 'from', 'to'] as const
const refreshEveryMs = 30_000

/** Orders, newest first, with everything that staff search them by. */
export default function OrdersPage() {
  const words = useWords()
  const { orders: texts, general } = words.texts
  const mayFulfil = useMe().can('orders.fulfil')
  const [search] = useSearch()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const filters = new URLSearchParams(
    filterNames.flatMap((name) => search.getAll(name).map((value) => [name, value] as [string, string])),
  )
  const after = search.get('after')
  const query = { ...Object.fromEntries(filters), ...(after !== null && { after }) } as QueryOf<
    typeof listConsoleOrders
  >
  const read = useRead(listConsoleOrders, { query, keepsPrevious: true, refreshEveryMs })
  const rows = read.data?.orders ?? []
  // What another page of the list showed is not acted upon unseen.
  const chosenRows = rows.filter(({ id }) => chosen.has(String(id)))
  return (
    <>
      <PageHeader
        title={texts.title}
        actions={<DownloadLink href={`/api/console/orders.csv?${filters}`}>{general.exportCsv}</DownloadLink>}
      />
      <FilterBar filters={filtersFor(words)} />
      <ListPage
        read={read}
        count={({ orders }) => orders.length}
        isFiltered={filters.size > 0}
        empty={{ title: texts.none, text: texts.noneText }}
      >
        {({ orders }) => (
          <DataTable
            label={texts.title}
            rows={orders}
            rowKey={({ id }) => String(id)}
            rowLink={({ id }) => `/orders/${id}`}
            columns={columnsFor(words)}
            {...(mayFulfil && { selection: { chosen, onChange: setChosen } })}
          />
        )}
      </ListPage>
      {chosen.size > 0 && <OrderBulk orders={chosenRows} onDone={() => setChosen(new Set())} />}
    </>
  )
}

function filtersFor({ texts: { orders: texts, orderStates: states, overview } }: Words): Filter[] {
  return [
    { kind: 'search', name: 'q', label: texts.search },
    {
      kind: 'choice',
      name: 'state',
      label: texts.state,
      options: orderStates.map((state) => ({ value: state, label: states[state] })),
    },
    {
      kind: 'choice',
      name: 'problem',
      label: texts.problem,
      options: orderProblems.map((problem) => ({ value: problem, label: overview.problems[problem] })),
    },
    {
      kind: 'choice',
      name: 'method',
      label: texts.method,
      options: paymentMethods.map((method) => ({ value: method, label: texts.methods[method] })),
    },
    {
      kind: 'choice',
      name: 'courier',
      label: texts.courier,
      options: couriers.map((courier) => ({ value: courier, label: texts.couriers[courier] })),
    },
    { kind: 'day', name: 'from', label: texts.from },
    { kind: 'day', name: 'to', label: texts.to },
  ]
}

function columnsFor({ texts, money, number, digits, pick }: Words): Column<ConsoleOrderRow>[] {
  const { orders, overview } = texts
  return [
    { key: 'number', header: orders.number, cell: ({ number: value }) => value, isMain: true },
    { key: 'placed', header: orders.placed, cell: ({ placedAt }) => <Time at={placedAt} /> },
    {
      key: 'customer',
      header: orders.customer,
      cell: ({ customerName, customerPhone }) => (
        <>
          {customerName} <span className="muted">{digits(customerPhone)}</span>
        </>
      ),
    },
    { key: 'district', header: orders.district, cell: ({ district }) => pick(district) },
    { key: 'method', header: orders.method, cell: ({ paymentMethod }) => orders.methods[paymentMethod] },
    { key: 'items', header: orders.items, cell: ({ itemCount }) => number(itemCount), isNumber: true },
    { key: 'total', header: orders.total, cell: ({ totalPaisa }) => money(totalPaisa), isNumber: true },
    {
      key: 'state',
      header: orders.state,
      cell: ({ state, problems }) => (
        <span className="badges">
          <OrderStateBadge state={state} />
          {/* The state says it already. */}
          {problems
            .filter((problem) => problem !== state)
            .map((problem) => (
              <Badge key={problem} tone="stop">
                {overview.problems[problem]}
              </Badge>
            ))}
        </span>
      ),
    },
  ]
}
