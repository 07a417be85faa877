import { readCouriers } from '@dhakacart/contract/console-couriers.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { Notice } from '../../components/states.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { Link } from '../../router/link.tsx'
import { useWords } from '../../words.ts'
import { BookingList } from './booking-list.tsx'
import { BookingQueue } from './booking-queue.tsx'
import { PlaceList } from './place-list.tsx'

const refreshEveryMs = 30_000

/** What is to be booked, and what became of what was. */
export default function CouriersPage() {
  const { texts, number } = useWords()
  const words = texts.couriers
  const { data } = useRead(readCouriers, { refreshEveryMs })
  const counts = data === undefined ? '' : words.text(number(data.toBook), number(data.unknown))
  return (
    <>
      <PageHeader title={words.title} text={counts} />
      {data?.couriers.length === 0 && <Notice>{words.none}</Notice>}
      {data !== undefined && data.calledOff > 0 && (
        <Notice tone="stop">
          {words.toStopCount(number(data.calledOff))}{' '}
          <Link to="/couriers?tab=bookings&isCalledOff=true">{words.toStopShow}</Link>
        </Notice>
      )}
      <Tabs
        label={words.parts}
        tabs={[
          { key: 'queue', label: words.toBook, content: () => <BookingQueue couriers={data?.couriers ?? []} /> },
          { key: 'bookings', label: words.bookings, content: () => <BookingList /> },
          ...(data?.couriers.includes('pathao')
            ? [{ key: 'places', label: words.places.title, content: () => <PlaceList /> }]
            : []),
        ]}
      />
    </>
  )
}
