import { importStatement, type StatementColumns } from '@dhakacart/contract/console-statements.schema.ts'
import { type OnlineMethod, onlineMethods } from '@dhakacart/contract/payments.schema.ts'
import type { AnswerOf } from '@dhakacart/contract/route.ts'
import { useState } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { Arrival } from '../../components/arrival.tsx'
import { Button } from '../../components/button.tsx'
import { CsvColumns } from '../../components/csv-columns.tsx'
import { readHeader } from '../../components/csv-header.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FileDrop } from '../../components/file-drop.tsx'
import { SelectField } from '../../components/text-fields.tsx'
import { DateField } from '../../components/time-field.tsx'
import { WrongRows } from '../../components/wrong-rows.tsx'
import { useWords } from '../../words.ts'
import { guessColumns } from './statement-columns.ts'
import { MissingRows, StatementBadges, StatementRows } from './statement-rows.tsx'

type Answer = AnswerOf<typeof importStatement>
type Chosen = { fileName: string; csv: string; names: string[]; columns: Required<StatementColumns> }

/** The api takes a million characters; most of a provider's list are Latin. */
const bytesMax = 1_000_000
/** Enough to see whether the columns are the right ones. */
const rowsShown = 50

/** Takes a provider's list, shows what it says beside our books, and keeps that when the person has seen it. */
export function StatementDialog({ onClose }: { onClose: () => void }) {
  const { texts } = useWords()
  const words = texts.statements
  const [method, setMethod] = useState<string>('bkash')
  const [file, setFile] = useState<Chosen | null>(null)
  const [fromDay, setFromDay] = useState<string | null>(null)
  const [toDay, setToDay] = useState<string | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const check = useWrite(importStatement, { onDone: setAnswer })
  const keep = useWrite(importStatement, {
    done: words.imported,
    refreshes: ['/api/console/reconciliation'],
    onDone: onClose,
  })
  /** What was checked is no longer what is chosen. */
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      setAnswer(null)
    }
  const body = toBody({ method: method as OnlineMethod, file, fromDay, toDay })
  const run = (isDryRun: boolean) => {
    if (body !== null) void (isDryRun ? check : keep).run({ body: { ...body, isDryRun } })
  }
  const take = async ([first]: File[]) => {
    if (first === undefined) return
    const csv = await first.text()
    const names = readHeader(csv)
    change(setFile)({ fileName: first.name.slice(0, 200), csv, names, columns: guessColumns(names) })
  }
  return (
    <Dialog
      isWide
      title={words.importFile}
      onClose={onClose}
      actions={
        <>
          <Button isBusy={check.isBusy} disabled={body === null} onClick={() => run(true)}>
            {words.check}
          </Button>
          {answer !== null && answer.errors.length === 0 && (
            <Button look="main" isBusy={keep.isBusy} onClick={() => run(false)}>
              {words.keep}
            </Button>
          )}
        </>
      }
    >
      <SelectField
        name="method"
        label={words.method}
        value={method}
        onChange={change(setMethod)}
        options={onlineMethods.map((one) => ({ value: one, label: texts.orders.methods[one] }))}
      />
      <FileDrop
        label={words.file}
        help={words.fileHelp}
        accept=".csv,text/csv"
        bytesMax={bytesMax}
        onFiles={(files) => void take(files)}
      />
      {file !== null && <p className="code-text">{file.fileName}</p>}
      <div className="form-row">
        <DateField
          name="fromDay"
          label={words.fromDay}
          help={words.daysWrong}
          value={fromDay}
          onChange={change(setFromDay)}
        />
        <DateField name="toDay" label={words.toDay} value={toDay} onChange={change(setToDay)} />
      </div>
      {file !== null && <Columns file={file} onChange={change(setFile)} />}
      {answer !== null && (
        <Arrival>
          <Result answer={answer} />
        </Arrival>
      )}
    </Dialog>
  )
}

type Choice = { method: OnlineMethod; file: Chosen | null; fromDay: string | null; toDay: string | null }

/** null while something is still to be chosen. */
function toBody({ method, file, fromDay, toDay }: Choice) {
  if (file === null || fromDay === null || toDay === null) return null
  const { fileName, csv, columns } = file
  const { reference, amount, ourReference, returned } = columns
  if (reference === '' || amount === '') return null
  const chosen = {
    reference,
    amount,
    ...(ourReference !== '' && { ourReference }),
    ...(returned !== '' && { returned }),
  }
  return { method, fileName, csv, fromDay, toDay, columns: chosen }
}

function Columns({ file, onChange }: { file: Chosen; onChange: (file: Chosen) => void }) {
  const { statements: words } = useWords().texts
  return (
    <CsvColumns
      names={file.names}
      columns={file.columns}
      fields={[
        { name: 'reference', label: words.reference },
        { name: 'ourReference', label: words.ourReference, isOptional: true },
        { name: 'amount', label: words.amount, help: words.amountHelp },
        { name: 'returned', label: words.returned, isOptional: true },
      ]}
      onChange={(columns) => onChange({ ...file, columns })}
    />
  )
}

function Result({ answer }: { answer: Answer }) {
  const { statements: words } = useWords().texts
  if (answer.errors.length > 0) return <WrongRows errors={answer.errors} words={words} />
  const different = answer.rows.filter(({ verdict }) => verdict !== 'right')
  const shown = (different.length > 0 ? different : answer.rows).slice(0, rowsShown)
  return (
    <>
      {answer.statement !== null && <StatementBadges {...answer.statement} />}
      <StatementRows rows={shown} label={words.rows} />
      {answer.missing.length > 0 && (
        <MissingRows missing={answer.missing.slice(0, rowsShown)} count={answer.statement?.missingCount ?? 0} />
      )}
    </>
  )
}
