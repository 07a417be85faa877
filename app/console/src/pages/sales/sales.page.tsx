import { listSales, type SalePhase } from '@dhakacart/contract/console-sales.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { Badge } from '../../components/badge.tsx'
import { ButtonLink } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Time } from '../../components/time.tsx'
import { useSearch } from '../../router/search.ts'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'

const tones = { draft: 'quiet', upcoming: 'warn', running: 'good', over: 'quiet', cancelled: 'stop' } as const

export function PhaseBadge({ phase }: { phase: SalePhase }) {
  const { texts } = useWords()
  return <Badge tone={tones[phase]}>{texts.sales.phases[phase]}</Badge>
}

/** Every sale, the latest start first. */
export default function SalesPage() {
  const { texts, number, pick } = useWords()
  const me = useMe()
  const [search] = useSearch()
  const after = search.get('after')
  const read = useRead(listSales, { query: { ...(after !== null && { after }) }, keepsPrevious: true })
  const { sales } = texts
  return (
    <>
      <PageHeader
        title={sales.title}
        text={sales.text}
        actions={
          me.can('sales.write') && (
            <ButtonLink to="/sales/new" look="main" icon="plus">
              {sales.add}
            </ButtonLink>
          )
        }
      />
      <ListPage
        read={read}
        count={({ sales: found }) => found.length}
        isFiltered={false}
        empty={{ title: sales.none, text: sales.noneText }}
      >
        {({ sales: found }) => (
          <DataTable
            label={sales.title}
            rows={found}
            rowKey={({ id }) => String(id)}
            rowLink={({ id }) => `/sales/${id}`}
            columns={[
              { key: 'name', header: sales.name, cell: ({ name }) => pick(name), isMain: true },
              { key: 'phase', header: sales.phase, cell: ({ phase }) => <PhaseBadge phase={phase} /> },
              { key: 'starts', header: sales.starts, cell: ({ startsAt }) => <Time at={startsAt} /> },
              { key: 'ends', header: sales.ends, cell: ({ endsAt }) => <Time at={endsAt} /> },
              { key: 'variants', header: sales.variants, cell: ({ lineCount }) => number(lineCount), isNumber: true },
              { key: 'units', header: sales.units, cell: ({ allotment }) => number(allotment), isNumber: true },
              {
                key: 'room',
                header: sales.room,
                cell: ({ hasWaitingRoom }) => (hasWaitingRoom ? texts.general.yes : texts.general.no),
              },
            ]}
          />
        )}
      </ListPage>
    </>
  )
}
