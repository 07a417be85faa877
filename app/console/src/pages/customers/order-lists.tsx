import {
  type CustomerOrder,
  listCustomerImportedOrders,
  listCustomerOrders,
} from '@dhakacart/contract/console-customers.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { Badge, OrderStateBadge } from '../../components/badge.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { Time } from '../../components/time.tsx'
import { useSearch } from '../../router/search.ts'
import { useWords } from '../../words.ts'

function usePage(ref: string) {
  const [search] = useSearch()
  const after = search.get('after')
  return { params: { ref }, query: after === null ? {} : { after }, keepsPrevious: true }
}

export function CustomerOrders({ customerRef }: { customerRef: string }) {
  const { texts, money, number } = useWords()
  const { customers: t, orders } = texts
  const coupon: Column<CustomerOrder> = {
    key: 'coupon',
    header: t.coupon,
    cell: ({ couponCode, discountPaisa }) =>
      couponCode === null ? (
        '–'
      ) : (
        <>
          {couponCode} <span className="whole">(−{money(discountPaisa)})</span>
        </>
      ),
  }
  const read = useRead(listCustomerOrders, usePage(customerRef))
  return (
    <ListPage
      read={read}
      count={(page) => page.orders.length}
      isFiltered={false}
      empty={{ title: t.noOrders, text: t.noOrdersText }}
    >
      {(page) => (
        <DataTable
          label={t.orders}
          rows={page.orders}
          rowKey={({ id }) => String(id)}
          rowLink={({ id }) => `/orders/${id}`}
          columns={[
            { key: 'number', header: orders.number, cell: (order) => order.number, isMain: true },
            { key: 'placed', header: orders.placed, cell: ({ placedAt }) => <Time at={placedAt} /> },
            { key: 'method', header: orders.method, cell: ({ paymentMethod }) => orders.methods[paymentMethod] },
            { key: 'items', header: orders.items, cell: ({ itemCount }) => number(itemCount), isNumber: true },
            ...(page.orders.some(({ couponCode }) => couponCode !== null) ? [coupon] : []),
            { key: 'total', header: orders.total, cell: ({ totalPaisa }) => money(totalPaisa), isNumber: true },
            { key: 'state', header: orders.state, cell: ({ state }) => <OrderStateBadge state={state} /> },
          ]}
        />
      )}
    </ListPage>
  )
}

export function OldShopOrders({ customerRef }: { customerRef: string }) {
  const { texts, money, number, date } = useWords()
  const t = texts.imports
  const read = useRead(listCustomerImportedOrders, usePage(customerRef))
  return (
    <ListPage
      read={read}
      count={(page) => page.orders.length}
      isFiltered={false}
      empty={{ title: t.noOldOrders, text: t.noOldOrdersText }}
    >
      {(page) => (
        <DataTable
          label={t.oldOrders}
          rows={page.orders}
          rowKey={({ id }) => String(id)}
          columns={[
            { key: 'number', header: t.number, cell: ({ legacyNumber }) => legacyNumber, isMain: true },
            { key: 'when', header: t.when, cell: ({ placedAt }) => date(placedAt) },
            { key: 'state', header: t.state, cell: ({ state }) => <Badge>{t.orderStates[state]}</Badge> },
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
  )
}
