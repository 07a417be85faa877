import {
  type BookingState,
  bookingCouriers,
  bookingStates,
  type CourierBooking,
  listBookings,
} from '@dhakacart/contract/console-couriers.schema.ts'
import type { QueryOf } from '@dhakacart/contract/route.ts'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { Badge } from '../../components/badge.tsx'
import { Button, ButtonLink } from '../../components/button.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { Time } from '../../components/time.tsx'
import { useSearch } from '../../router/search.ts'
import { useMe } from '../../session/session.tsx'
import { useWords, type Words } from '../../words.ts'
import { reasonText } from './reason-text.ts'
import { ResolveDialog } from './resolve-dialog.tsx'

const refreshEveryMs = 10_000

/** Bookings, newest first; those nobody answered can be settled here, and labels printed of any. */
export function BookingList() {
  const words = useWords()
  const texts = words.texts.couriers
  const mayBook = useMe().can('couriers.book')
  const [search] = useSearch()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [resolved, setResolved] = useState<CourierBooking | null>(null)
  const query = Object.fromEntries(
    ['courier', 'state', 'order', 'isCalledOff', 'after'].flatMap((name) => {
      const value = search.get(name)
      return value === null ? [] : [[name, value]]
    }),
  ) as QueryOf<typeof listBookings>
  const read = useRead(listBookings, { query, keepsPrevious: true, refreshEveryMs })
  return (
    <>
      <FilterBar
        filters={[
          { kind: 'choice', name: 'courier', label: texts.courier, options: optionsOf(bookingCouriers, texts.names) },
          { kind: 'choice', name: 'state', label: texts.state, options: optionsOf(bookingStates, texts.states) },
          {
            kind: 'choice',
            name: 'isCalledOff',
            label: texts.wanted,
            options: [{ value: 'true', label: texts.toStop }],
          },
        ]}
      />
      <ListPage
        read={read}
        count={({ bookings }) => bookings.length}
        isFiltered={['courier', 'state', 'order', 'isCalledOff'].some((name) => search.has(name))}
        empty={{ title: texts.noBookings, text: texts.noBookingsText }}
      >
        {({ bookings }) => (
          <DataTable
            label={texts.bookings}
            rows={bookings}
            rowKey={({ id }) => String(id)}
            rowLink={({ orderId }) => `/orders/${orderId}`}
            columns={columnsFor(words, mayBook ? setResolved : null)}
            {...(mayBook && { selection: { chosen, onChange: setChosen } })}
          />
        )}
      </ListPage>
      {chosen.size > 0 && (
        <div className="bulk">
          <ButtonLink icon="print" to={`/couriers/labels?${[...chosen].map((id) => `id=${id}`).join('&')}`}>
            {texts.printLabels(words.number(chosen.size))}
          </ButtonLink>
        </div>
      )}
      {resolved !== null && (
        <ResolveDialog
          booking={resolved}
          notBookedFrom={(read.data?.bookings.find(({ id }) => id === resolved.id) ?? resolved).notBookedFrom}
          onClose={() => setResolved(null)}
        />
      )}
    </>
  )
}

function optionsOf<T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) {
  return values.map((value) => ({ value, label: labels[value] }))
}

const tones = {
  queued: 'info',
  sending: 'info',
  booked: 'good',
  unknown: 'stop',
  refused: 'stop',
  ended: 'quiet',
  surplus: 'stop',
} as const satisfies Record<BookingState, string>

/** A person may settle these. */
const settledStates: ReadonlySet<BookingState> = new Set(['unknown', 'booked', 'surplus'])

/** Why, in words; the code is what a developer asks for. */
function Reason({ reason }: { reason: string }) {
  const text = reasonText(reason, useWords())
  return (
    <span className="couriers-reason">
      {text} {text !== reason && <span className="code-text whole">{reason}</span>}
    </span>
  )
}

function columnsFor(
  { texts: { couriers }, money }: Words,
  onResolve: ((booking: CourierBooking) => void) | null,
): Column<CourierBooking>[] {
  return [
    { key: 'order', header: couriers.order, cell: ({ orderNumber }) => orderNumber, isMain: true },
    { key: 'courier', header: couriers.courier, cell: ({ courier }) => couriers.names[courier] },
    {
      key: 'state',
      header: couriers.state,
      cell: ({ state, reason, calledOffAt }) => (
        <>
          <Badge tone={tones[state]}>{couriers.states[state]}</Badge>{' '}
          {calledOffAt !== null && <Badge tone="stop">{couriers.toStop}</Badge>}{' '}
          {reason !== null && <Reason reason={reason} />}
        </>
      ),
    },
    {
      key: 'parcel',
      header: couriers.parcel,
      cell: ({ parcelState, courierStatus }) =>
        parcelState === null ? courierStatus : couriers.parcelStates[parcelState],
    },
    {
      key: 'consignment',
      header: couriers.consignment,
      cell: ({ consignmentId, reference }) => <span className="code-text">{consignmentId ?? reference}</span>,
    },
    { key: 'collect', header: couriers.collect, cell: ({ collectPaisa }) => money(collectPaisa), isNumber: true },
    { key: 'created', header: couriers.bookedAt, cell: ({ createdAt }) => <Time at={createdAt} /> },
    {
      key: 'resolve',
      header: couriers.resolve,
      cell: (booking) =>
        onResolve !== null && settledStates.has(booking.state) ? (
          <Button onClick={() => onResolve(booking)}>{couriers.resolve}</Button>
        ) : null,
    },
  ]
}
