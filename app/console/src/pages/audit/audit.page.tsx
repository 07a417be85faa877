import { auditActions, auditSubjects } from '@dhakacart/contract/audit-actions.ts'
import { type AuditEntryShown, getAuditState, listAudit } from '@dhakacart/contract/console-audit.schema.ts'
import { listStaff } from '@dhakacart/contract/console-staff.schema.ts'
import type { StaffRole } from '@dhakacart/contract/staff-permissions.ts'
import { useRead } from '../../api/use-read.ts'
import { Badge } from '../../components/badge.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { type Filter, FilterBar } from '../../components/filter-bar.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Notice } from '../../components/states.tsx'
import { Time } from '../../components/time.tsx'
import { Link } from '../../router/link.tsx'
import { useSearch } from '../../router/search.ts'
import { useMe } from '../../session/session.tsx'
import { useWords, type Words } from '../../words.ts'
import { askedSubject, pageOf } from './audit-entry.ts'
import { type DetailLine, detailLines } from './detail-words.ts'

/** Who did what, and whether the log is whole. */
export default function AuditPage() {
  const words = useWords()
  const { audit: texts } = words.texts
  const [search] = useSearch()
  const subject = askedSubject(search.get('subject'), search.get('of'))
  const given = ['staffId', 'action', 'from', 'to', 'after'].flatMap((name) => {
    const value = search.get(name)
    return value === null ? [] : [[name, name === 'staffId' ? Number(value) : value] as const]
  })
  const query = { ...Object.fromEntries(given), ...(subject !== null && { subject }) }
  const read = useRead(listAudit, { query, keepsPrevious: true })
  const staff = useRead(listStaff, { query: { limit: 100 }, isEnabled: useMe().can('staff.read') })
  const people = (staff.data?.staff ?? []).map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <>
      <PageHeader title={texts.title} text={texts.text} />
      <ChainState />
      <FilterBar filters={filtersFor(words, people)} />
      <ListPage
        read={read}
        count={({ entries }) => entries.length}
        isFiltered={subject !== null || given.some(([name]) => name !== 'after')}
        empty={{ title: texts.none, text: texts.noneText }}
      >
        {({ entries }) => (
          <DataTable label={texts.title} rows={entries} rowKey={({ id }) => String(id)} columns={columnsFor(words)} />
        )}
      </ListPage>
    </>
  )
}

function filtersFor({ texts: { audit: texts } }: Words, people: readonly { value: string; label: string }[]): Filter[] {
  const features = Object.entries(texts.features).map(([feature, heading]) => ({
    heading,
    options: [
      { value: feature, label: texts.all(heading) },
      ...auditActions
        .filter((action) => action.startsWith(`${feature}.`))
        .map((action) => ({ value: action, label: texts.actions[action] })),
    ],
  }))
  return [
    { kind: 'search', name: 'of', label: texts.of },
    { kind: 'choice', name: 'staffId', label: texts.person, options: people },
    { kind: 'choice', name: 'action', label: texts.action, options: features },
    {
      kind: 'choice',
      name: 'subject',
      label: texts.subject,
      options: auditSubjects.map((kind) => ({ value: kind, label: texts.subjects[kind] })),
    },
    { kind: 'day', name: 'from', label: texts.from },
    { kind: 'day', name: 'to', label: texts.to },
  ]
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

function columnsFor(words: Words): Column<AuditEntryShown>[] {
  const { audit: texts, roles } = words.texts
  const actions: Readonly<Record<string, string>> = texts.actions
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
        <span className="audit-words">
          {actions[action]} <span className="code-text whole">{action}</span>
          {!isSealed && <Badge>{texts.notSealed}</Badge>}
        </span>
      ),
    },
    { key: 'subject', header: texts.subject, cell: (entry) => <Subject entry={entry} /> },
    {
      key: 'detail',
      header: texts.detail,
      cell: ({ action, detail }) => <Detail lines={detailLines(action, detail, words)} />,
    },
  ]
}

/** More lines than this make the rows of a table hard to tell apart. */
const shownLines = 4

function Detail({ lines }: { lines: readonly DetailLine[] }) {
  const { texts, number } = useWords()
  const isLong = lines.length > shownLines + 1
  const first = isLong ? lines.slice(0, shownLines) : lines
  const rest = lines.slice(first.length)
  if (lines.length === 0) return '–'
  return (
    <div className="audit-detail">
      <DetailList lines={first} />
      {rest.length > 0 && (
        <details>
          <summary>{texts.auditDetails.more(number(rest.length))}</summary>
          <DetailList lines={rest} />
        </details>
      )}
    </div>
  )
}

function DetailList({ lines }: { lines: readonly DetailLine[] }) {
  return (
    <ul>
      {lines.map(({ name, text }) => (
        <li key={`${name} ${text}`}>
          {name !== null && <span className="muted">{name}: </span>}
          {text}
        </li>
      ))}
    </ul>
  )
}

/** What staff call it, leading to its page where it has one. */
function Subject({ entry: { subject, subjectName } }: { entry: AuditEntryShown }) {
  const { texts, digits } = useWords()
  const subjects: Readonly<Record<string, string>> = texts.audit.subjects
  const [kind = '', id = ''] = subject.split(':')
  const page = pageOf(kind, id)
  // Of settings the action says which.
  const called = kind === 'settings' ? '' : (subjectName ?? (/^\d+$/.test(id) ? digits(id) : id))
  const name = [subjects[kind] ?? kind, called].join(' ').trim()
  return (
    <span className="audit-words">
      {page === null ? name : <Link to={page}>{name}</Link>}
      {subjectName !== null && <span className="code-text whole">{subject}</span>}
    </span>
  )
}
