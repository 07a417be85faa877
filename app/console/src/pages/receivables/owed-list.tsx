import { listReceivables } from '@dhakacart/contract/console-receivables.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { DataTable } from '../../components/data-table.tsx'
import { Figure } from '../../components/facts.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { Time } from '../../components/time.tsx'
import { useSearch } from '../../router/search.ts'
import { useWords } from '../../words.ts'
import { ReceiveButton } from './receive-dialog.tsx'

/** Money taken at the door that is not here yet: what each courier owes in all, and order by order, the oldest first. */
export function OwedList() {
  const { texts, money, number } = useWords()
  const { receivables: words, orders } = texts
  const [search] = useSearch()
  const after = search.get('after')
  const read = useRead(listReceivables, { query: after === null ? {} : { after }, keepsPrevious: true })
  return (
    <ListPage
      read={read}
      count={({ receivables }) => receivables.length}
      isFiltered={false}
      empty={{ title: words.none, text: words.noneText }}
    >
      {({ receivables, owed }) => (
        <div className="stack">
          <p className="muted">{words.text}</p>
          <div className="figures">
            {owed.map(({ courier, count, duePaisa, oldestAt }) => (
              <Figure
                key={courier}
                label={orders.couriers[courier]}
                value={money(duePaisa)}
                text={
                  <>
                    {words.orders(number(count))}, {words.since} <Time at={oldestAt} />
                  </>
                }
              />
            ))}
          </div>
          <DataTable
            label={words.title}
            rows={receivables}
            rowKey={({ orderId }) => String(orderId)}
            rowLink={({ orderId }) => `/orders/${orderId}`}
            columns={[
              { key: 'order', header: words.order, cell: ({ orderNumber }) => orderNumber, isMain: true },
              { key: 'courier', header: words.courier, cell: ({ courier }) => orders.couriers[courier] },
              {
                key: 'parcel',
                header: words.parcel,
                cell: ({ parcel }) => parcel && <span className="code-text">{parcel}</span>,
              },
              { key: 'due', header: words.due, cell: ({ duePaisa }) => money(duePaisa), isNumber: true },
              { key: 'delivered', header: words.delivered, cell: ({ deliveredAt }) => <Time at={deliveredAt} /> },
              { key: 'actions', header: words.actions, cell: (row) => <ReceiveButton receivable={row} /> },
            ]}
          />
        </div>
      )}
    </ListPage>
  )
}
