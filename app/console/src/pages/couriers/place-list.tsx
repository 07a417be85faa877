import {
  type CourierPlaceRow,
  listCourierPlaces,
  type PlaceFilter,
  placeStates,
  readCourierListsAgain,
} from '@dhakacart/contract/console-courier-places.schema.ts'
import type { AnswerOf, QueryOf } from '@dhakacart/contract/route.ts'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { useWrite } from '../../api/use-write.ts'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { Notice } from '../../components/states.tsx'
import { Time } from '../../components/time.tsx'
import { useSearch } from '../../router/search.ts'
import { useMe } from '../../session/session.tsx'
import { useWords, type Words } from '../../words.ts'
import { PlaceDialog } from './place-dialog.tsx'

type Answer = AnswerOf<typeof listCourierPlaces>

const refreshEveryMs = 30_000

/** Our places with what Pathao calls them; those that no name matches are decided here, once. */
export function PlaceList() {
  const words = useWords()
  const texts = words.texts.couriers.places
  const mayBook = useMe().can('couriers.book')
  const [search] = useSearch()
  const [open, setOpen] = useState<CourierPlaceRow | null>(null)
  const [state, text, after] = [search.get('match'), search.get('q'), search.get('after')]
  const query = {
    ...(state !== null && { state: state as PlaceFilter }),
    ...(text !== null && { q: text }),
    ...(after !== null && { after }),
  } satisfies QueryOf<typeof listCourierPlaces>
  const read = useRead(listCourierPlaces, { query, keepsPrevious: true, refreshEveryMs })
  // What is decided leaves a filtered list, but not the dialog of whoever is deciding it too.
  const edited = read.data?.places.find(({ id }) => id === open?.id) ?? open
  return (
    <>
      {read.data !== undefined && <Lists answer={read.data} mayBook={mayBook} />}
      <FilterBar
        filters={[
          { kind: 'search', name: 'q', label: texts.search },
          {
            kind: 'choice',
            name: 'match',
            label: texts.state,
            options: placeStates.map((one) => ({
              value: one,
              label:
                read.data === undefined
                  ? texts.states[one]
                  : `${texts.states[one]} (${words.number(read.data.counts[one])})`,
            })),
          },
        ]}
      />
      <ListPage
        read={read}
        count={({ places }) => places.length}
        isFiltered={state !== null || text !== null}
        empty={{ title: texts.none, text: texts.noneText }}
      >
        {({ places }) => (
          <DataTable
            label={texts.title}
            rows={places}
            rowKey={({ id }) => String(id)}
            columns={columnsFor(words, mayBook ? setOpen : null)}
          />
        )}
      </ListPage>
      {open !== null && edited !== null && <PlaceDialog key={edited.id} place={edited} onClose={() => setOpen(null)} />}
    </>
  )
}

/** How old what we know of Pathao's places is, and a button for those who know better. */
function Lists({ answer: { lists, counts }, mayBook }: { answer: Answer; mayBook: boolean }) {
  const { texts, number } = useWords()
  const words = texts.couriers.places
  const again = useWrite(readCourierListsAgain, { done: words.asked, refreshes: ['/api/console/couriers/pathao'] })
  const open = counts.unmatched + counts.gone
  return (
    <Notice tone={lists.problem !== null ? 'warn' : 'info'}>
      <div className="couriers-lists">
        <p>
          {lists.readAt === null ? (
            words.neverRead
          ) : (
            <>
              {words.read} <Time at={lists.readAt} />.
            </>
          )}{' '}
          {lists.waiting > 0 && words.waiting(number(lists.waiting))}{' '}
          {lists.problem !== null && (
            <>
              {words.problem} <span className="code-text">{lists.problem}</span>
            </>
          )}
        </p>
        <p>{open > 0 ? words.open(number(open)) : words.allDecided}</p>
        {mayBook && (
          <Button icon="clock" isBusy={again.isBusy} onClick={() => void again.run()}>
            {words.again}
          </Button>
        )}
      </div>
    </Notice>
  )
}

const tones = { unmatched: 'warn', gone: 'stop', name: 'quiet', staff: 'good' } as const satisfies Record<
  PlaceFilter,
  string
>

function columnsFor(
  { texts, pick }: Words,
  onEdit: ((place: CourierPlaceRow) => void) | null,
): Column<CourierPlaceRow>[] {
  const words = texts.couriers.places
  return [
    { key: 'name', header: words.ours, cell: ({ name }) => pick(name), isMain: true },
    { key: 'district', header: words.district, cell: ({ district }) => pick(district) },
    {
      key: 'zone',
      header: words.theirs,
      cell: ({ zone, city, state }) =>
        zone !== null ? `${zone.name}, ${city?.name ?? ''}` : state === 'staff' ? words.byAddress : '–',
    },
    {
      key: 'state',
      header: words.state,
      cell: ({ state }) => <Badge tone={tones[state]}>{words.states[state]}</Badge>,
    },
    {
      key: 'use',
      header: words.use,
      cell: ({ zone, isPriceOnly, state }) =>
        zone === null || state === 'gone' ? null : isPriceOnly ? words.priceOnly : words.priceAndBooking,
    },
    ...(onEdit === null
      ? []
      : [
          {
            key: 'change',
            header: texts.general.edit,
            cell: (place: CourierPlaceRow) => (
              <Button
                icon="edit"
                aria-label={`${texts.general.edit}: ${pick(place.name)}`}
                onClick={() => onEdit(place)}
              >
                {texts.general.edit}
              </Button>
            ),
          },
        ]),
  ]
}
