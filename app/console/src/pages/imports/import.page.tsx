import {
  applyImport,
  cancelImport,
  getImport,
  type Import,
  listImportProblems,
  type RowProblem,
} from '@dhakacart/contract/console-imports.schema.ts'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { useWrite } from '../../api/use-write.ts'
import { Button } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { ConfirmDialog } from '../../components/dialog.tsx'
import { Figure, Panel } from '../../components/facts.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Progress } from '../../components/progress.tsx'
import { Loaded, Notice } from '../../components/states.tsx'
import { CheckField } from '../../components/text-fields.tsx'
import { useSearch } from '../../router/search.ts'
import type { PageProps } from '../../routes.tsx'
import { useWords } from '../../words.ts'
import { ImportStateBadge } from './import-state-badge.tsx'

const refreshes = ['/api/console/']
/** While the worker is at it the figures move every second. */
const busyRefreshMs = 1_500
const calmRefreshMs = 30_000

/** One import: what the check found, what is wrong row by row, and the press that applies it. */
export default function ImportPage({ params }: PageProps) {
  const { texts } = useWords()
  const t = texts.imports
  const [isBusy, setBusy] = useState(true)
  const importId = Number(params.id)
  const read = useRead(getImport, { params: { importId }, refreshEveryMs: isBusy ? busyRefreshMs : calmRefreshMs })
  const state = read.data?.state
  const isAtWork = state === undefined || state === 'receiving' || state === 'checking' || state === 'applying'
  if (isBusy !== isAtWork) setBusy(isAtWork)
  return (
    <>
      <PageHeader
        title={read.data?.fileName ?? t.title}
        back={{ to: '/imports', label: t.title }}
        marks={read.data && <ImportStateBadge state={read.data.state} />}
        {...(read.data && { text: t.kinds[read.data.kind] })}
      />
      <Loaded read={read}>
        {(found) => (
          <div className="stack">
            <Figures found={found} />
            <NextStep found={found} />
            {(found.checked.refused > 0 || found.applied.refused > 0) && (
              <Problems key={found.state} importId={found.id} />
            )}
          </div>
        )}
      </Loaded>
    </>
  )
}

const countOf = ({ created, changed, unchanged, refused }: Import['checked']) => created + changed + unchanged + refused

function Figures({ found }: { found: Import }) {
  const { texts, number } = useWords()
  const t = texts.imports
  const isApplied = found.state === 'applying' || found.state === 'done'
  const counts = isApplied ? found.applied : found.checked
  const refused = found.checked.refused + (isApplied ? found.applied.refused : 0)
  return (
    <div className="figures">
      <Figure label={t.rows} value={number(found.totalRows)} />
      <Figure label={t.created} value={number(counts.created)} />
      <Figure label={t.changed} value={number(counts.changed)} />
      <Figure label={t.unchanged} value={number(counts.unchanged)} />
      <Figure label={t.refused} value={number(refused)} {...(refused > 0 && { tone: 'stop' as const })} />
    </div>
  )
}

function NextStep({ found }: { found: Import }) {
  const { texts, number } = useWords()
  const t = texts.imports
  const total = number(found.totalRows)
  if (found.state === 'receiving' || found.state === 'checking') {
    const done = countOf(found.checked)
    return <Progress label={t.checkingRows(number(done), total)} done={done} total={found.totalRows || null} />
  }
  if (found.state === 'applying') {
    const done = countOf(found.applied)
    const all = found.totalRows - found.checked.refused
    return (
      <>
        <Progress label={t.applyingRows(number(done), number(all))} done={done} total={all} />
        <CancelButton found={found} />
      </>
    )
  }
  if (found.state === 'checked') return <ApplyPanel found={found} />
  return <Outcome found={found} />
}

/** What was done, and what somebody who left rows out does next. */
function Outcome({ found }: { found: Import }) {
  const { texts, number } = useWords()
  const t = texts.imports
  if (found.state === 'cancelled') return <Notice>{t.wasStopped}</Notice>
  const { created, changed } = found.applied
  const refused = found.checked.refused + found.applied.refused
  return (
    <Notice tone="good">
      {t.wasApplied(number(created), number(changed))} {refused > 0 && t.leftOut(number(refused))}
    </Notice>
  )
}

function ApplyPanel({ found }: { found: Import }) {
  const { texts, number } = useWords()
  const t = texts.imports
  const [skips, setSkips] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const apply = useWrite(applyImport, { refreshes, onDone: () => setAsking(false) })
  const { created, changed, unchanged, refused } = found.checked
  if (created + changed === 0) {
    if (refused === 0) return <Notice tone="good">{t.nothingToDo}</Notice>
    return unchanged === 0 ? (
      <Notice tone="stop">{t.allRefused}</Notice>
    ) : (
      <Notice>{t.restIsSo(number(refused))}</Notice>
    )
  }
  return (
    <Panel title={t.apply}>
      <p>{t.applyText(number(created), number(changed))}</p>
      {refused > 0 && <CheckField name="skips" label={t.skip(number(refused))} checked={skips} onChange={setSkips} />}
      <div className="actions">
        <Button look="main" disabled={refused > 0 && !skips} onClick={() => setAsking(true)}>
          {t.apply}
        </Button>
        <CancelButton found={found} />
      </div>
      {isAsking && (
        <ConfirmDialog
          title={t.applyTitle}
          text={t.applyText(number(created), number(changed))}
          action={t.apply}
          isBusy={apply.isBusy}
          onConfirm={() => void apply.run({ params: { importId: found.id }, body: { skipsProblems: skips } })}
          onClose={() => setAsking(false)}
        />
      )}
    </Panel>
  )
}

function CancelButton({ found }: { found: Import }) {
  const { texts } = useWords()
  const t = texts.imports
  const [isAsking, setAsking] = useState(false)
  const cancel = useWrite(cancelImport, { done: t.cancelled, refreshes, onDone: () => setAsking(false) })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t.cancel}</Button>
      {isAsking && (
        <ConfirmDialog
          title={t.cancel}
          text={t.cancelText}
          action={t.cancel}
          isDangerous
          isBusy={cancel.isBusy}
          onConfirm={() => void cancel.run({ params: { importId: found.id } })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

function Problems({ importId }: { importId: number }) {
  const { texts, number } = useWords()
  const t = texts.imports
  const [search] = useSearch()
  const after = search.get('after')
  const read = useRead(listImportProblems, {
    params: { importId },
    query: after === null ? {} : { after },
    keepsPrevious: true,
  })
  return (
    <Panel title={t.problems}>
      <ListPage
        read={read}
        count={({ rows }) => rows.length}
        isFiltered={false}
        empty={{ title: t.noMoreProblems, text: t.noMoreProblemsText }}
      >
        {({ rows }) => (
          <DataTable
            label={t.problems}
            rows={rows}
            rowKey={({ line }) => String(line)}
            columns={[
              { key: 'line', header: t.line, isNumber: true, cell: ({ line }) => number(line) },
              { key: 'row', header: t.row, isMain: true, cell: ({ key }) => (key.startsWith('#') ? '–' : key) },
              { key: 'what', header: t.what, cell: ({ problems }) => <ProblemTexts problems={problems} /> },
            ]}
          />
        )}
      </ListPage>
    </Panel>
  )
}

/** Their value is a figure of ours, such as a line, and not what stands in the file. */
const figureCodes: ReadonlySet<RowProblem['code']> = new Set(['repeated', 'differs', 'moved_since', 'below_held'])

function ProblemTexts({ problems }: { problems: readonly RowProblem[] }) {
  const { texts, digits } = useWords()
  return (
    <ul className="imports-problems">
      {problems.map(({ column, code, value }) => {
        const isFigure = figureCodes.has(code)
        return (
          <li key={`${column} ${code}`}>
            {column !== null && <code>{column}</code>}
            {value !== null && !isFigure && ` “${value}”`}
            {column !== null && ': '}
            {texts.imports.rowProblems[code]}
            {value !== null && isFigure && `: ${digits(value)}`}
          </li>
        )
      })}
    </ul>
  )
}
