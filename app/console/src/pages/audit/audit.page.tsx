import { type AuditEntryShown, getAuditState, listAudit } from '@dhakacart/contract/console-audit.schema.ts'
import { listStaff } from '@dhakacart/contract/console-staff.schema.ts'
import type { StaffRole } from '@dhakacart/contract/staff-permissions.ts'
import { useRead } from '../../api/use-read.ts'
import { Badge } from '../../components/badge.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Notice } from '../../components/states.tsx'
import { Time } from '../../components/time.tsx'
import { useSearch } from '../../router/search.ts'
import { useMe } from '../../session/session.tsx'
import { useWords, type Words } from '../../words.ts'

const filterNames = ['staffId', 'action', 'subject', 'from', 'to', 'after'] as const

/** Who did what, and whether the log is whole. */
export default function AuditPage() {
  const words = useWords()
  const { audit: texts } = words.texts
  const [search] = useSearch()
  const given = filterNames.flatMap((name) => {
    const value = search.get(name)
    return value === null ? [] : [[name, name === 'staffId' ? Number(value) : value] as const]
  })
  const read = useRead(listAudit, { query: Object.fromEntries(given), keepsPrevious: true })
  const staff = useRead(listStaff, { query: { limit: 100 }, isEnabled: useMe().can('staff.read') })
  const people = (staff.data?.staff ?? []).map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <>
      <PageHeader title={texts.title} text={texts.text} />
      <ChainState />
      <FilterBar
        filters={[
          { kind: 'choice', name: 'staffId', label: texts.person, options: people },
          { kind: 'text', name: 'action', label: texts.action },
          { kind: 'text', name: 'subject', label: texts.subject },
          { kind: 'day', name: 'from', label: texts.from },
          { kind: 'day', name: 'to', label: texts.to },
        ]}
      />
      <ListPage
        read={read}
        count={({ entries }) => entries.length}
        isFiltered={given.some(([name]) => name !== 'after')}
        empty={{ title: texts.none }}
      >
        {({ entries }) => (
          <DataTable label={texts.title} rows={entries} rowKey={({ id }) => String(id)} columns={columnsFor(words)} />
        )}
      </ListPage>
    </>
  )
}

function ChainState() {
  const { texts, number } = useWords()
  const { data } = useRead(getAuditState)
  if (data === undefined) return null
  if (data.problem !== null) {
    return (
      <Notice tone="stop">
        <p>{texts.audit.chainBroken}</p>
        <p className="code-text">{data.problem}</p>
      </Notice>
    )
  }
  if (data.checkedAt === null) return <Notice>{texts.audit.chainNotChecked}</Notice>
  return (
    <Notice tone="good">
      <p>
        {texts.audit.chainWhole(number(data.sealedCount))} {texts.audit.chainChecked}: <Time at={data.checkedAt} />
      </p>
      {data.lastHash !== null && (
        <details className="audit-seal">
          <summary>{texts.audit.lastSeal}</summary>
          <p className="code-text">{data.lastHash}</p>
          <p>{texts.audit.lastSealHelp}</p>
        </details>
      )}
    </Notice>
  )
}

function columnsFor({ texts: { audit: texts, roles } }: Words): Column<AuditEntryShown>[] {
  return [
    { key: 'time', header: texts.time, cell: ({ doneAt }) => <Time at={doneAt} isExact />, isMain: true },
    {
      key: 'person',
      header: texts.person,
      cell: ({ staffId, staffName, staffRole }) =>
        staffId === null ? texts.system : `${staffName} (${roles[staffRole as StaffRole] ?? staffRole})`,
    },
    {
      key: 'action',
      header: texts.action,
      cell: ({ action, isSealed }) => (
        <>
          <span className="code-text whole">{action}</span> {!isSealed && <Badge>{texts.notSealed}</Badge>}
        </>
      ),
    },
    {
      key: 'subject',
      header: texts.subject,
      cell: ({ subject }) => <span className="code-text whole">{subject}</span>,
    },
    {
      key: 'detail',
      header: texts.detail,
      cell: ({ detail }) => <span className="code-text">{detailText(detail)}</span>,
    },
  ]
}

/** `{ from: 'viewer', to: 'support' }` as `from: viewer, to: support`. */
function detailText(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return ''
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ')
}
