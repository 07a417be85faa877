import { listMovements, type Movement, type StockItem } from '@dhakacart/contract/console-stock.schema.ts'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { Figure } from '../../components/facts.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Time } from '../../components/time.tsx'
import { useSearch } from '../../router/search.ts'
import type { PageProps } from '../../routes.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'
import { AdjustDialog, CountDialog } from './level-dialogs.tsx'
import { optionText } from './option-text.ts'

/** The ledger of one variant, with its balance, and the two ways to correct it. */
export default function LedgerPage({ params }: PageProps) {
  const words = useWords()
  const { texts, pick } = words
  const t = texts.stock
  const me = useMe()
  const [search] = useSearch()
  const after = search.get('after')
  const [open, setOpen] = useState<'adjust' | 'count' | null>(null)
  const read = useRead(listMovements, {
    params: { variantId: Number(params.id) },
    query: after === null ? {} : { after },
    keepsPrevious: true,
  })
  const item = read.data?.item
  const close = () => setOpen(null)
  return (
    <>
      <PageHeader
        title={item?.sku ?? t.ledger}
        back={{ to: '/stock', label: t.title }}
        {...(item !== undefined && {
          text: [pick(item.name), optionText(words, item.options)].filter(Boolean).join(', '),
        })}
        actions={
          item && (
            <>
              <ButtonLink to={`/products/${item.productId}`}>{t.product}</ButtonLink>
              {me.can('stock.write') && <Button onClick={() => setOpen('count')}>{t.count}</Button>}
              {me.can('stock.write') && <Button onClick={() => setOpen('adjust')}>{t.adjust}</Button>}
            </>
          )
        }
      />
      <div className="stack">
        {item && <Levels item={item} />}
        <ListPage
          read={read}
          count={({ movements }) => movements.length}
          isFiltered={false}
          empty={{ title: t.noMovements, text: t.noMovementsText }}
        >
          {({ movements }) => <Movements movements={movements} />}
        </ListPage>
      </div>
      {open === 'adjust' && item && <AdjustDialog item={item} onClose={close} />}
      {open === 'count' && item && <CountDialog item={item} onClose={close} />}
    </>
  )
}

function Levels({ item }: { item: StockItem }) {
  const { texts, number } = useWords()
  const t = texts.stock
  return (
    <div className="figures">
      <Figure label={t.onHand} value={number(item.onHand)} />
      <Figure label={t.held} value={number(item.held)} />
      <Figure
        label={t.available}
        value={number(item.available)}
        {...(item.available === 0 && { tone: 'stop' as const })}
      />
    </div>
  )
}

function Movements({ movements }: { movements: readonly Movement[] }) {
  const { texts, number } = useWords()
  const t = texts.stock
  const signed = (change: number) => (change === 0 ? '–' : change > 0 ? `+${number(change)}` : number(change))
  return (
    <DataTable
      label={t.ledger}
      rows={movements}
      rowKey={({ id }) => String(id)}
      columns={[
        { key: 'kind', header: t.kind, isMain: true, cell: ({ kind }) => t.kinds[kind] ?? kind },
        {
          key: 'onHandChange',
          header: t.changeOnHand,
          isNumber: true,
          cell: ({ onHandChange }) => signed(onHandChange),
        },
        { key: 'heldChange', header: t.changeHeld, isNumber: true, cell: ({ heldChange }) => signed(heldChange) },
        { key: 'balance', header: t.balance, isNumber: true, cell: ({ onHand }) => number(onHand) },
        { key: 'cause', header: t.cause, cell: (movement) => <Cause movement={movement} /> },
        { key: 'when', header: t.when, cell: ({ movedAt }) => <Time at={movedAt} /> },
      ]}
    />
  )
}

/** An order, or a document with its reason, note and who wrote it; what the shop did by itself has its own few words. */
function Cause({ movement: { document, orderNumber, cause } }: { movement: Movement }) {
  const t = useWords().texts.stock
  if (orderNumber !== null) return <>{t.order(orderNumber)}</>
  if (document === null) return <>{t.causes[cause] ?? cause}</>
  return (
    <>{[t.reasons[document.reason], document.note, document.staffName].filter((part) => part !== '').join(' · ')}</>
  )
}
