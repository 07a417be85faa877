import { ApiError } from '@dhakacart/contract/client.ts'
import {
  findStockBySku,
  maxDocumentLines,
  receiptReasons,
  receiveStock,
  type StockItem,
} from '@dhakacart/contract/console-stock.schema.ts'
import { type FormEvent, useRef, useState } from 'react'
import { callApi } from '../../api/call.ts'
import { errorText } from '../../api/error-text.ts'
import { useWrite } from '../../api/use-write.ts'
import { NumberField } from '../../components/amount-fields.tsx'
import { Button } from '../../components/button.tsx'
import { Panel } from '../../components/facts.tsx'
import { Icon } from '../../components/icon.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { SelectField, TextField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'
import { isSku } from '../products/product-validation.ts'

type Line = { item: StockItem; quantity: number }

/** Goods that came in: scan, type how many, Enter, and so on; one press books all of it. */
export default function ReceivePage() {
  const { texts } = useWords()
  const t = texts.stock
  const [lines, setLines] = useState<Line[]>([])
  const [reason, setReason] = useState<(typeof receiptReasons)[number]>('purchase')
  const [note, setNote] = useState('')
  const receive = useWrite(receiveStock, { done: t.booked, refreshes: ['/api/console/stock', '/api/console/products'] })
  const add = (line: Line) =>
    setLines((now) => {
      const known = now.find(({ item }) => item.variantId === line.item.variantId)
      if (known === undefined) return [line, ...now].slice(0, maxDocumentLines)
      return now.map((each) => (each === known ? { ...each, quantity: each.quantity + line.quantity } : each))
    })
  const book = async () => {
    const body = { reason, note, lines: lines.map(({ item, quantity }) => ({ variantId: item.variantId, quantity })) }
    if ((await receive.run({ body } as never)) !== null) {
      setLines([])
      setNote('')
    }
  }
  return (
    <>
      <PageHeader title={t.receive} back={{ to: '/stock', label: t.title }} text={t.receiveText} />
      <div className="stack">
        <LineForm onAdd={add} />
        <Panel title={t.lines}>
          <div className="form">
            {lines.length === 0 ? <p>{t.noLines}</p> : <Lines lines={lines} onChange={setLines} />}
            <div className="form-row">
              <SelectField
                name="reason"
                label={t.reason}
                error={undefined}
                value={reason}
                onChange={(value) => setReason(receiptReasons.find((known) => known === value) ?? 'purchase')}
                options={receiptReasons.map((value) => ({ value, label: t.reasons[value] }))}
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
            </div>
            <div className="actions">
              <Button look="main" disabled={lines.length === 0} isBusy={receive.isBusy} onClick={() => void book()}>
                {t.book}
              </Button>
            </div>
          </div>
        </Panel>
      </div>
    </>
  )
}

/** SKU, Enter, units, Enter: the hands stay on the keyboard or the scanner. */
function LineForm({ onAdd }: { onAdd: (line: Line) => void }) {
  const words = useWords()
  const { texts, pick, number } = words
  const t = texts.stock
  const [sku, setSku] = useState('')
  const [item, setItem] = useState<StockItem | null>(null)
  const [quantity, setQuantity] = useState<number | null>(1)
  const [error, setError] = useState<string | undefined>()
  const form = useRef<HTMLFormElement>(null)
  const focus = (name: string) => form.current?.querySelector<HTMLInputElement>(`#${name}`)?.select()
  const find = async () => {
    const wanted = sku.trim().toUpperCase()
    if (!isSku(wanted)) return setError(t.unknownSku(wanted))
    try {
      setItem(await callApi(findStockBySku, { query: { sku: wanted } }))
      setError(undefined)
      focus('quantity')
    } catch (failure) {
      const isUnknown = failure instanceof ApiError && failure.code === 'VARIANT_NOT_FOUND'
      setError(isUnknown ? t.unknownSku(wanted) : errorText(words, failure))
      focus('sku')
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (item === null || item.sku !== sku.trim().toUpperCase()) return void find()
    if (quantity === null || quantity < 1) return setError(t.wrongUnits)
    onAdd({ item, quantity })
    setSku('')
    setItem(null)
    setQuantity(1)
    setError(undefined)
    form.current?.querySelector<HTMLInputElement>('#sku')?.focus()
  }
  return (
    <form className="panel" ref={form} onSubmit={submit} noValidate>
      <div className="form-row">
        <TextField
          name="sku"
          label={t.sku}
          error={error}
          autoComplete="off"
          maxLength={64}
          value={sku}
          onChange={setSku}
        />
        <NumberField name="quantity" label={t.quantity} error={undefined} value={quantity} onChange={setQuantity} />
        <div className="field">
          <Button type="submit" icon="plus">
            {t.addLine}
          </Button>
        </div>
      </div>
      <p role="status">{item !== null && `${pick(item.name)} · ${t.onHand}: ${number(item.onHand)}`}</p>
    </form>
  )
}

function Lines({ lines, onChange }: { lines: readonly Line[]; onChange: (lines: Line[]) => void }) {
  const { texts, pick, number } = useWords()
  const t = texts.stock
  return (
    <div className="table-frame">
      <table className="table" aria-label={t.lines}>
        <thead>
          <tr>
            <th scope="col">{t.sku}</th>
            <th scope="col">{t.product}</th>
            <th scope="col" className="number">
              {t.quantity}
            </th>
            <th scope="col">
              <span className="unseen">{texts.general.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ item, quantity }) => (
            <tr key={item.variantId}>
              <td className="main" data-label={t.sku}>
                <div>{item.sku}</div>
              </td>
              <td data-label={t.product}>
                <div>{pick(item.name)}</div>
              </td>
              <td className="number" data-label={t.quantity}>
                <div>{number(quantity)}</div>
              </td>
              <td>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t.remove(item.sku)}
                  onClick={() => onChange(lines.filter((line) => line.item.variantId !== item.variantId))}
                >
                  <Icon name="trash" />
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
