import { ApiError } from '@dhakacart/contract/client.ts'
import { adjustmentReasons, adjustStock, countStock, type StockItem } from '@dhakacart/contract/console-stock.schema.ts'
import { useState } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { NumberField } from '../../components/amount-fields.tsx'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Problem } from '../../components/states.tsx'
import { SelectField, TextField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'

type Props = { item: StockItem; onClose: () => void }
const refreshes = ['/api/console/stock', '/api/console/products']

/** So many more or fewer, and why. */
export function AdjustDialog({ item, onClose }: Props) {
  const { texts } = useWords()
  const t = texts.stock
  const [change, setChange] = useState<number | null>(null)
  const [reason, setReason] = useState<(typeof adjustmentReasons)[number]>('damaged')
  const [note, setNote] = useState('')
  const adjust = useWrite(adjustStock, { done: t.booked, refreshes, onDone: onClose, isQuiet: true })
  const isReady = change !== null && change !== 0
  const body = { reason, note, lines: [{ variantId: item.variantId, onHandChange: change ?? 0 }] }
  return (
    <Dialog
      title={t.adjustTitle}
      onClose={onClose}
      actions={
        <Button
          look="main"
          disabled={!isReady}
          isBusy={adjust.isBusy}
          onClick={() => void adjust.run({ body } as never)}
        >
          {t.book}
        </Button>
      }
    >
      <Refusal error={adjust.error} />
      <NumberField
        name="change"
        label={t.change}
        help={t.changeHelp}
        error={undefined}
        value={change}
        onChange={setChange}
      />
      <SelectField
        name="reason"
        label={t.reason}
        error={undefined}
        value={reason}
        onChange={(value) => setReason(adjustmentReasons.find((known) => known === value) ?? 'correction')}
        options={adjustmentReasons.map((value) => ({ value, label: t.reasons[value] }))}
      />
      <TextField
        name="note"
        label={t.note}
        help={t.noteHelp}
        isOptional
        error={undefined}
        maxLength={300}
        value={note}
        onChange={setNote}
      />
    </Dialog>
  )
}

/** What is on the shelf. The books as they were when the dialog opened are what the count is compared with. */
export function CountDialog({ item, onClose }: Props) {
  const { texts, number } = useWords()
  const t = texts.stock
  const [expected] = useState(item.onHand)
  const [counted, setCounted] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const count = useWrite(countStock, { done: t.booked, refreshes, onDone: onClose, isQuiet: true })
  const body = { note, lines: [{ variantId: item.variantId, expected, counted: counted ?? 0 }] }
  return (
    <Dialog
      title={t.countTitle}
      onClose={onClose}
      actions={
        <Button
          look="main"
          disabled={counted === null || counted < 0}
          isBusy={count.isBusy}
          onClick={() => void count.run({ body } as never)}
        >
          {t.book}
        </Button>
      }
    >
      <Refusal error={count.error} />
      <NumberField
        name="counted"
        label={t.counted}
        help={t.countHelp(number(expected))}
        error={undefined}
        value={counted}
        onChange={setCounted}
      />
      <TextField
        name="note"
        label={t.note}
        isOptional
        error={undefined}
        maxLength={300}
        value={note}
        onChange={setNote}
      />
    </Dialog>
  )
}

function Refusal({ error }: { error: unknown }) {
  const { texts, number } = useWords()
  if (error === null) return null
  const isTooLow = error instanceof ApiError && error.code === 'STOCK_TOO_LOW'
  const [line] = isTooLow ? (error.details as { lines: { available: number }[] }).lines : []
  if (line === undefined) return <Problem error={error} />
  return (
    <p className="field-error" role="alert">
      {texts.stock.tooLow(number(line.available))}
    </p>
  )
}
