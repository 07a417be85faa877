import {
  type BookableOrder,
  type BookingCourier,
  bookParcels,
  listBookableOrders,
} from '@dhakacart/contract/console-couriers.schema.ts'
import type { AnswerOf } from '@dhakacart/contract/route.ts'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { useWrite } from '../../api/use-write.ts'
import { NumberField } from '../../components/amount-fields.tsx'
import { OrderStateBadge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { SelectField } from '../../components/text-fields.tsx'
import { Time } from '../../components/time.tsx'
import { Link } from '../../router/link.tsx'
import { useSearch } from '../../router/search.ts'
import { useMe } from '../../session/session.tsx'
import { useWords, type Words } from '../../words.ts'
import { ParcelPrices } from './parcel-prices.tsx'

type Results = AnswerOf<typeof bookParcels>['results']

const refreshes = ['/api/console/couriers']
const ordinaryWeightGrams = 500

/** Orders without a parcel, packed or to be tried again, to be chosen and booked together. */
export function BookingQueue({ couriers }: { couriers: readonly BookingCourier[] }) {
  const words = useWords()
  const texts = words.texts.couriers
  const mayBook = useMe().can('couriers.book')
  const [search] = useSearch()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const after = search.get('after')
  const read = useRead(listBookableOrders, { query: after === null ? {} : { after }, keepsPrevious: true })
  const rows = (read.data?.orders ?? []).filter(({ id }) => chosen.has(String(id)))
  return (
    <>
      <ListPage
        read={read}
        count={({ orders }) => orders.length}
        isFiltered={false}
        empty={{ title: texts.nothingToBook, text: texts.nothingToBookText }}
      >
        {({ orders }) => (
          <DataTable
            label={texts.toBook}
            rows={orders}
            rowKey={({ id }) => String(id)}
            rowLink={({ id }) => `/orders/${id}`}
            columns={columnsFor(words)}
            {...(mayBook && couriers.length > 0 && { selection: { chosen, onChange: setChosen } })}
          />
        )}
      </ListPage>
      {chosen.size > 0 && <BulkBooking orders={rows} couriers={couriers} onDone={() => setChosen(new Set())} />}
    </>
  )
}

function columnsFor({ texts: { couriers, orders }, money, number, pick }: Words): Column<BookableOrder>[] {
  return [
    { key: 'number', header: couriers.order, cell: (order) => order.number, isMain: true },
    { key: 'state', header: orders.state, cell: ({ state }) => <OrderStateBadge state={state} /> },
    { key: 'place', header: couriers.place, cell: (order) => `${pick(order.upazila)}, ${pick(order.district)}` },
    { key: 'items', header: couriers.items, cell: ({ itemCount }) => number(itemCount), isNumber: true },
    { key: 'collect', header: couriers.collect, cell: ({ collectPaisa }) => money(collectPaisa), isNumber: true },
    { key: 'since', header: couriers.waitsSince, cell: ({ waitsSince }) => <Time at={waitsSince} /> },
  ]
}

type BulkProps = { orders: readonly BookableOrder[]; couriers: readonly BookingCourier[]; onDone: () => void }

function BulkBooking({ orders, couriers, onDone }: BulkProps) {
  const { texts, number } = useWords()
  const words = texts.couriers
  const [isOpen, setOpen] = useState(false)
  const [courier, setCourier] = useState<string>(couriers[0] ?? '')
  const [weightGrams, setWeight] = useState<number | null>(ordinaryWeightGrams)
  // What was booked leaves the queue, and with it the list of what is chosen.
  const [booked, setBooked] = useState<{ orders: typeof orders; results: Results } | null>(null)
  const book = useWrite(bookParcels, {
    refreshes,
    onDone: ({ results }: { results: Results }) => {
      setOpen(false)
      setBooked({ orders, results })
    },
  })
  const isRight = weightGrams !== null && weightGrams >= 500 && weightGrams <= 10_000
  const press = () => {
    if (!isRight) return
    const body = { courier: courier as BookingCourier, orders: orders.map(({ id }) => ({ id, weightGrams })) }
    void book.run({ body })
  }
  if (booked !== null) return <ResultDialog {...booked} onClose={onDone} />
  if (orders.length === 0) return null
  return (
    <div className="bulk">
      <strong>{texts.general.chosen(number(orders.length))}</strong>
      <Button icon="truck" onClick={() => setOpen(true)}>
        {words.book(number(orders.length))}
      </Button>
      {isOpen && (
        <Dialog
          title={words.bookTitle(number(orders.length))}
          onClose={() => setOpen(false)}
          actions={
            <Button look="main" isBusy={book.isBusy} onClick={press}>
              {words.book(number(orders.length))}
            </Button>
          }
        >
          <SelectField
            name="courier"
            label={words.courier}
            value={courier}
            onChange={setCourier}
            options={couriers.map((one) => ({ value: one, label: words.names[one] }))}
          />
          <NumberField
            name="weight"
            label={words.weight}
            help={words.weightHelp}
            error={isRight ? undefined : words.weightHelp}
            value={weightGrams}
            onChange={setWeight}
          />
          {isRight && <ParcelPrices courier={courier as BookingCourier} orders={orders} weightGrams={weightGrams} />}
        </Dialog>
      )}
    </div>
  )
}

type ResultProps = { orders: readonly BookableOrder[]; results: Results; onClose: () => void }

function ResultDialog({ orders, results, onClose }: ResultProps) {
  const { texts, number } = useWords()
  const { couriers: words, errors } = texts
  const known: Readonly<Record<string, string>> = errors
  const refused = results.filter(({ code }) => code !== null)
  const nameOf = (id: number) => orders.find((order) => order.id === id)?.number ?? String(id)
  return (
    <Dialog title={words.booked(number(results.length - refused.length), number(results.length))} onClose={onClose}>
      <p>
        {words.bookedText} <Link to="/couriers?tab=bookings">{words.bookings}</Link>
      </p>
      {refused.length > 0 && (
        <ul className="orders-refused">
          {refused.map(({ orderId, code }) => (
            <li key={orderId}>
              <strong>{nameOf(orderId)}</strong> {known[code ?? ''] ?? errors.GENERAL}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
