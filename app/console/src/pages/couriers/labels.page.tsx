import { type ParcelLabel, readLabels } from '@dhakacart/contract/console-couriers.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { Button } from '../../components/button.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Empty, Loaded, Notice } from '../../components/states.tsx'
import { useSearch } from '../../router/search.ts'
import { useWords } from '../../words.ts'
import { Barcode } from './barcode.tsx'

/** Labels for printing: two beside each other on a sheet, each on a page of its own on a roll of labels. */
export default function LabelsPage() {
  const { texts, number } = useWords()
  const words = texts.couriers
  const [search] = useSearch()
  const id = search.getAll('id').map(Number).filter(Number.isSafeInteger).slice(0, 100)
  const read = useRead(readLabels, { query: { id: id.length === 0 ? [1] : id } })
  return (
    <>
      <PageHeader
        title={words.labels}
        back={{ to: '/couriers?tab=bookings', label: words.bookings }}
        actions={
          <Button look="main" icon="print" onClick={() => window.print()}>
            {words.print}
          </Button>
        }
      />
      <Loaded read={read}>
        {({ labels }) =>
          labels.length === 0 ? (
            <Empty title={words.noLabels} text={words.noLabelsText} />
          ) : (
            <>
              {labels.length < id.length && (
                <Notice tone="warn">{words.labelsLeftOut(number(id.length - labels.length))}</Notice>
              )}
              <div className="couriers-labels">
                {labels.map((label) => (
                  <Label key={label.bookingId} label={label} />
                ))}
              </div>
            </>
          )
        }
      </Loaded>
    </>
  )
}

/** In English and plain digits, whatever the reader's language: riders and their scanners read it. */
function Label({ label }: { label: ParcelLabel }) {
  const { texts } = useWords()
  const { couriers: words } = texts
  return (
    <article className="couriers-label">
      <header>
        <strong>DhakaCart</strong> <span>{label.courier.toUpperCase()}</span>
      </header>
      <Barcode text={label.code} />
      <p className="couriers-code">{label.code}</p>
      <p>
        <strong>{label.recipientName}</strong>
        <br />
        {label.recipientPhone}
        <br />
        {label.address}
      </p>
      <p className="couriers-collect">
        COD <strong>৳{Math.ceil(label.collectPaisa / 100).toLocaleString('en-IN')}</strong>
      </p>
      <p>
        {label.orderNumber} · {label.itemCount} pcs · {label.weightGrams} g
      </p>
      {label.note !== null && (
        <p>
          {words.note}: {label.note}
        </p>
      )}
    </article>
  )
}
