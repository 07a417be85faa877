import { listStock, type StockItem } from '@dhakacart/contract/console-stock.schema.ts'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { MoneyField, NumberField } from '../../components/amount-fields.tsx'
import { Button } from '../../components/button.tsx'
import { Panel } from '../../components/facts.tsx'
import { Notice } from '../../components/states.tsx'
import { TextField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'
import type { EditedLine } from './sale-values.ts'

type Props = {
  lines: readonly EditedLine[]
  error: string | undefined
  /** A sale that runs: no line comes or goes, no price changes. */
  isFixed: boolean
  isReadOnly: boolean
  onChange: (lines: EditedLine[]) => void
}

/** The variants of a sale with price and units, and a search that adds more. */
export function SaleLines({ lines, error, isFixed, isReadOnly, onChange }: Props) {
  const { texts, money, number, pick } = useWords()
  const { sales } = texts
  const change = (variantId: number, values: Partial<EditedLine>) =>
    onChange(lines.map((line) => (line.variantId === variantId ? { ...line, ...values } : line)))
  return (
    <Panel title={sales.lines}>
      <div className="stack">
        {!isFixed && !isReadOnly && <VariantFinder taken={lines} onFound={(line) => onChange([...lines, line])} />}
        {error !== undefined && (
          <p className="field-error" id="lines" tabIndex={-1}>
            {error}
          </p>
        )}
        {lines.length === 0 ? (
          <p className="muted">{sales.linesNone}</p>
        ) : (
          <ul className="sales-lines">
            {lines.map((line) => (
              <li key={line.variantId}>
                <p>
                  <strong>{pick(line.name)}</strong>
                  <span className="muted small">
                    {line.sku} · {sales.usual} {money(line.usualPricePaisa)} · {sales.inStock(number(line.available))}
                  </span>
                </p>
                <MoneyField
                  name={`price-${line.variantId}`}
                  label={sales.price}
                  disabled={isFixed || isReadOnly}
                  paisa={line.pricePaisa}
                  onChange={(pricePaisa) => change(line.variantId, { pricePaisa })}
                />
                <NumberField
                  name={`allotment-${line.variantId}`}
                  label={sales.allotment}
                  disabled={isReadOnly}
                  value={line.allotment}
                  onChange={(allotment) => change(line.variantId, { allotment })}
                />
                {!isFixed && !isReadOnly && line.allotment !== null && line.allotment > line.available && (
                  <Notice tone="warn">{sales.stockShort(number(line.available))}</Notice>
                )}
                {!isFixed && !isReadOnly && (
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={sales.remove(line.sku)}
                    onClick={() => onChange(lines.filter(({ variantId }) => variantId !== line.variantId))}
                  >
                    ✕
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  )
}

function toLine({ variantId, sku, name, pricePaisa, available }: StockItem): EditedLine {
  return { variantId, sku, name, usualPricePaisa: pricePaisa, available, pricePaisa: null, allotment: null }
}

const shownAtOnce = 8
const shortestSearch = 2

function VariantFinder({ taken, onFound }: { taken: readonly EditedLine[]; onFound: (line: EditedLine) => void }) {
  const { texts, number, pick } = useWords()
  const { sales } = texts
  const [text, setText] = useState('')
  const query = text.trim()
  const isSearching = query.length >= shortestSearch
  const read = useRead(listStock, {
    query: { limit: shownAtOnce, ...(isSearching && { query }) },
    keepsPrevious: true,
  })
  const found = (isSearching ? read.data?.items : undefined) ?? []
  const isTaken = (item: StockItem) => taken.some(({ variantId }) => variantId === item.variantId)
  return (
    <div className="stack">
      <TextField
        name="find-variant"
        label={sales.find}
        type="search"
        autoComplete="off"
        value={text}
        onChange={setText}
      />
      {isSearching && read.data !== undefined && (
        <ul className="sales-found" aria-label={sales.found}>
          {found.map((item) => (
            <li key={item.variantId}>
              <p>
                {pick(item.name)}
                <span className="muted small">
                  {item.sku} · {sales.inStock(number(item.available))}
                </span>
              </p>
              {!isTaken(item) && (
                <Button icon="plus" onClick={() => onFound(toLine(item))}>
                  {sales.addLine}
                </Button>
              )}
            </li>
          ))}
          {found.length === 0 && <li className="muted">{sales.nothingFound}</li>}
          {read.data.nextCursor !== null && found.length > 0 && <li className="muted small">{sales.more}</li>}
        </ul>
      )}
    </div>
  )
}
