import { type BookingCourier, bookingCouriers } from '@dhakacart/contract/console-couriers.schema.ts'
import { importSettlement, type SettlementColumns } from '@dhakacart/contract/console-settlements.schema.ts'
import type { AnswerOf } from '@dhakacart/contract/route.ts'
import { useState } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FileDrop } from '../../components/file-drop.tsx'
import { SelectField, TextField } from '../../components/text-fields.tsx'
import { WrongRows } from '../../components/wrong-rows.tsx'
import { useWords } from '../../words.ts'
import { SettlementRows, VerdictBadges } from './settlement-rows.tsx'

type Answer = AnswerOf<typeof importSettlement>
type Chosen = { fileName: string; csv: string }

/** The api takes 50,000 characters, Bangla ones three bytes each. */
const bytesMax = 150_000

/** Takes a courier's file, shows what it would say, and keeps it when the person has seen that. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { couriers: words } = useWords().texts
  const [courier, setCourier] = useState<string>('steadfast')
  const [columns, setColumns] = useState<Required<SettlementColumns>>({
    parcel: 'Consignment',
    collected: 'Collected',
    fee: '',
  })
  const [file, setFile] = useState<Chosen | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const check = useWrite(importSettlement, { onDone: setAnswer })
  const keep = useWrite(importSettlement, {
    done: words.imported,
    refreshes: ['/api/console/couriers'],
    onDone: onClose,
  })
  const isRight = answer !== null && answer.errors.length === 0
  const run = (isDryRun: boolean) => {
    if (file === null) return
    const { fee, ...named } = columns
    const body = {
      ...file,
      courier: courier as BookingCourier,
      isDryRun,
      columns: { ...named, ...(fee !== '' && { fee }) },
    }
    void (isDryRun ? check : keep).run({ body })
  }
  const setColumn = (name: keyof SettlementColumns) => (value: string) => {
    setColumns({ ...columns, [name]: value })
    setAnswer(null)
  }
  const take = async ([first]: File[]) => {
    if (first === undefined) return
    setFile({ fileName: first.name.slice(0, 200), csv: await first.text() })
    setAnswer(null)
  }
  return (
    <Dialog
      title={words.importFile}
      onClose={onClose}
      actions={
        <>
          <Button isBusy={check.isBusy} onClick={() => run(true)}>
            {words.check}
          </Button>
          {isRight && (
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
        onChange={(value) => {
          setCourier(value)
          setAnswer(null)
        }}
        options={bookingCouriers.map((one) => ({ value: one, label: words.names[one] }))}
      />
      <FileDrop
        label={words.file}
        help={words.fileHelp}
        accept=".csv,text/csv"
        bytesMax={bytesMax}
        onFiles={(files) => void take(files)}
      />
      {file !== null && <p>{file.fileName}</p>}
      <p>{words.columnsText}</p>
      <TextField name="parcel" label={words.columnParcel} value={columns.parcel} onChange={setColumn('parcel')} />
      <TextField
        name="collected"
        label={words.columnCollected}
        value={columns.collected}
        onChange={setColumn('collected')}
      />
      <TextField name="fee" label={words.columnFee} value={columns.fee} onChange={setColumn('fee')} isOptional />
      {answer !== null && <Result answer={answer} />}
    </Dialog>
  )
}

function Result({ answer }: { answer: Answer }) {
  const { couriers: words } = useWords().texts
  if (answer.errors.length > 0) return <WrongRows errors={answer.errors} words={words} />
  return (
    <>
      {answer.settlement !== null && <VerdictBadges counts={answer.settlement.counts} />}
      <SettlementRows rows={answer.rows} />
    </>
  )
}
