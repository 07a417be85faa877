import { ApiError } from '@dhakacart/contract/client.ts'
import {
  type FileProblemCode,
  type ImportKind,
  importBytesMax,
  importKinds,
  listImports,
} from '@dhakacart/contract/console-imports.schema.ts'
import { useState } from 'react'
import { errorText } from '../../api/error-text.ts'
import { useRead } from '../../api/use-read.ts'
import { ButtonLink, DownloadLink } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { Panel } from '../../components/facts.tsx'
import { FileDrop } from '../../components/file-drop.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Progress } from '../../components/progress.tsx'
import { Notice } from '../../components/states.tsx'
import { SelectField } from '../../components/text-fields.tsx'
import { Time } from '../../components/time.tsx'
import { navigate } from '../../router/location.ts'
import { useSearch } from '../../router/search.ts'
import { useWords } from '../../words.ts'
import { ImportStateBadge } from './import-state-badge.tsx'
import { sendFile } from './send-file.ts'

export default function ImportsPage() {
  const { texts } = useWords()
  const t = texts.imports
  return (
    <>
      <PageHeader
        title={t.title}
        text={t.text}
        actions={<ButtonLink to="/imported-orders">{t.oldOrders}</ButtonLink>}
      />
      <div className="stack">
        <div className="columns">
          <NewImport />
          <Panel title={t.exports}>
            <div className="form">
              <p>{t.exportsText}</p>
              <div className="actions">
                <DownloadLink href="/api/console/exports/products">{t.kinds.products}</DownloadLink>
                <DownloadLink href="/api/console/exports/stock">{texts.stock.title}</DownloadLink>
              </div>
            </div>
          </Panel>
        </div>
        <Panel title={t.before}>
          <Imports />
        </Panel>
      </div>
    </>
  )
}

function NewImport() {
  const words = useWords()
  const t = words.texts.imports
  const [kind, setKind] = useState<ImportKind>('products')
  const [sending, setSending] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const take = async ([file]: File[]) => {
    if (file === undefined) return
    setError(null)
    setSending(file.name)
    try {
      navigate(`/imports/${(await sendFile(kind, file)).id}`)
    } catch (failure) {
      setError(failure)
    } finally {
      setSending(null)
    }
  }
  return (
    <Panel
      title={t.newTitle}
      actions={<DownloadLink href={`/api/console/import-templates/${kind}`}>{t.template}</DownloadLink>}
    >
      <div className="form">
        {error !== null && <FileProblem error={error} />}
        <SelectField
          name="kind"
          label={t.kind}
          error={undefined}
          value={kind}
          onChange={(value) => setKind(importKinds.find((known) => known === value) ?? 'products')}
          options={importKinds.map((value) => ({ value, label: t.kinds[value] }))}
        />
        {sending === null ? (
          <FileDrop
            label={t.drop}
            help={t.dropHelp}
            accept=".csv,text/csv"
            bytesMax={importBytesMax}
            onFiles={(files) => void take(files)}
          />
        ) : (
          <Progress label={t.sending(sending)} done={0} total={null} />
        )}
      </div>
    </Panel>
  )
}

/** Where in the file it went wrong, and what to do. */
function FileProblem({ error }: { error: unknown }) {
  const words = useWords()
  const t = words.texts.imports
  const isFile = error instanceof ApiError && error.code === 'IMPORT_REFUSED'
  const details = isFile ? (error.details as { code: FileProblemCode; line: number; column: string | null }) : null
  return (
    <Notice tone="stop">
      <p role="alert">
        {details === null
          ? errorText(words, error)
          : `${t.fileRefused} ${t.inLine(words.number(details.line))}: ${t.fileProblems[details.code]} ${details.column ?? ''}`}
      </p>
    </Notice>
  )
}

function Imports() {
  const { texts, number } = useWords()
  const t = texts.imports
  const [search] = useSearch()
  const after = search.get('after')
  const read = useRead(listImports, {
    query: after === null ? {} : { after },
    keepsPrevious: true,
    refreshEveryMs: 5_000,
  })
  return (
    <ListPage
      read={read}
      count={({ imports }) => imports.length}
      isFiltered={false}
      empty={{ title: t.none, text: t.noneText }}
    >
      {({ imports }) => (
        <DataTable
          label={t.before}
          rows={imports}
          rowKey={({ id }) => String(id)}
          rowLink={({ id }) => `/imports/${id}`}
          columns={[
            { key: 'file', header: t.file, cell: ({ fileName }) => fileName, isMain: true },
            { key: 'kind', header: t.kind, cell: ({ kind }) => t.kinds[kind] },
            { key: 'state', header: t.state, cell: ({ state }) => <ImportStateBadge state={state} /> },
            { key: 'rows', header: t.rows, isNumber: true, cell: ({ totalRows }) => number(totalRows) },
            { key: 'by', header: t.by, cell: ({ staffName }) => staffName },
            { key: 'when', header: t.when, cell: ({ createdAt }) => <Time at={createdAt} /> },
          ]}
        />
      )}
    </ListPage>
  )
}
