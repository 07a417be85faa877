import { listReturns, type OrderReturn } from '@dhakacart/contract/returns.schema.ts'
import type { QueryOf } from '@dhakacart/contract/route.ts'
import { useRead } from '../../api/use-read.ts'
import { Badge } from '../../components/badge.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Time } from '../../components/time.tsx'
import { useSearch } from '../../router/search.ts'
import { useWords } from '../../words.ts'

const waitingStates = ['requested', 'approved'] as const satisfies readonly OrderReturn['state'][]

/** Returns that wait for a decision or for their products, oldest first. They are dealt with on their order's page. */
export default function ReturnsPage() {
  const { texts, pick, number } = useWords()
  const { orders } = texts
  const [search] = useSearch()
  const [state, after] = [search.get('state'), search.get('after')]
  const query = { ...(state !== null && { state }), ...(after !== null && { after }) } as QueryOf<typeof listReturns>
  const read = useRead(listReturns, { query, keepsPrevious: true })
  return (
    <>
      <PageHeader title={orders.returns} text={orders.returnsText} />
      <FilterBar
        filters={[
          {
            kind: 'choice',
            name: 'state',
            label: orders.state,
            options: waitingStates.map((one) => ({ value: one, label: orders.returnStates[one] })),
          },
        ]}
      />
      <ListPage
        read={read}
        count={({ returns }) => returns.length}
        isFiltered={state !== null}
        empty={{ title: orders.noReturns, text: orders.noReturnsText }}
      >
        {({ returns }) => (
          <DataTable
            label={orders.returns}
            rows={returns}
            rowKey={({ id }) => String(id)}
            rowLink={({ orderId }) => `/orders/${orderId}`}
            columns={[
              { key: 'order', header: orders.one, cell: ({ orderNumber }) => orderNumber, isMain: true },
              { key: 'asked', header: orders.placed, cell: ({ requestedAt }) => <Time at={requestedAt} /> },
              { key: 'reason', header: orders.reason, cell: ({ reason }) => orders.returnReasons[reason] },
              {
                key: 'what',
                header: orders.products,
                cell: ({ lines }) =>
                  lines.map(({ name, quantity }) => `${pick(name)} (${orders.pieces(number(quantity))})`).join(', '),
              },
              {
                key: 'state',
                header: orders.state,
                cell: ({ state: one }) => (
                  <Badge tone={one === 'requested' ? 'warn' : 'info'}>{orders.returnStates[one]}</Badge>
                ),
              },
            ]}
          />
        )}
      </ListPage>
    </>
  )
}
