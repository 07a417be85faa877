import { type BookingCourier, bookingCouriers } from '@dhakacart/contract/console-couriers.schema.ts'
import { importSettlement, type SettlementColumns } from '@dhakacart/contract/console-settlements.schema.ts'
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
import { WrongRows } from '../../components/wrong-rows.tsx'
import { useWords } from '../../words.ts'
import { guessColumns } from './settlement-columns.ts'
import { SettlementMoney, SettlementRows, VerdictBadges } from './settlement-rows.tsx'

type Answer = AnswerOf<typeof importSettlement>
type Chosen = { fileName: string; csv: string; names: string[]; columns: Required<SettlementColumns> }

/** The api takes 50,000 characters, Bangla ones three bytes each. */
const bytesMax = 150_000
/** Enough to see whether the columns are the right ones. */
const rowsShown = 50

/** Takes a courier's file, shows what it would say, and keeps it when the person has seen that. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { couriers: words } = useWords().texts
  const [courier, setCourier] = useState<string>('steadfast')
  const [file, setFile] = useState<Chosen | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const check = useWrite(importSettlement, { onDone: setAnswer })
  const keep = useWrite(importSettlement, {
    done: words.imported,
    refreshes: ['/api/console/couriers', '/api/console/receivables'],
    onDone: onClose,
  })
  /** What was checked is no longer what is chosen. */
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      setAnswer(null)
    }
  const body = toBody(courier as BookingCourier, file)
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
        name="courier"
        label={words.courier}
        value={courier}
        onChange={change(setCourier)}
        options={bookingCouriers.map((one) => ({ value: one, label: words.names[one] }))}
      />
      <FileDrop
        label={words.file}
        help={words.fileHelp}
        accept=".csv,text/csv"
        bytesMax={bytesMax}
        onFiles={(files) => void take(files)}
      />
      {file !== null && <p className="code-text">{file.fileName}</p>}
      {file !== null && (
        <CsvColumns
          names={file.names}
          columns={file.columns}
          fields={[
            { name: 'parcel', label: words.columnParcel },
            { name: 'collected', label: words.columnCollected, help: words.columnHelp },
            { name: 'fee', label: words.columnFee, help: words.feeColumnHelp, isOptional: true },
          ]}
          onChange={(columns) => change(setFile)({ ...file, columns })}
        />
      )}
      {answer !== null && (
        <Arrival>
          <Result answer={answer} />
        </Arrival>
      )}
    </Dialog>
  )
}

/** null while something is still to be chosen. */
function toBody(courier: BookingCourier, file: Chosen | null) {
  if (file === null) return null
  const { fileName, csv, columns } = file
  const { parcel, collected, fee } = columns
  if (parcel === '' || collected === '') return null
  return { courier, fileName, csv, columns: { parcel, collected, ...(fee !== '' && { fee }) } }
}

function Result({ answer }: { answer: Answer }) {
  const { couriers: words } = useWords().texts
  if (answer.errors.length > 0) return <WrongRows errors={answer.errors} words={words} />
  const different = answer.rows.filter(({ verdict }) => verdict !== 'right')
  return (
    <>
      {answer.settlement !== null && (
        <>
          <VerdictBadges counts={answer.settlement.counts} />
          <SettlementMoney settlement={answer.settlement} />
        </>
      )}
      <SettlementRows rows={(different.length > 0 ? different : answer.rows).slice(0, rowsShown)} />
    </>
  )
}
