import { listPriceChanges } from '@dhakacart/contract/console-catalogue.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { DataTable } from '../../components/data-table.tsx'
import { Panel } from '../../components/facts.tsx'
import { Loaded } from '../../components/states.tsx'
import { Time } from '../../components/time.tsx'
import { useWords } from '../../words.ts'

/** The last twenty prices; the ledger of them all is the api's. */
export function PriceHistory({ productId }: { productId: number }) {
  const { texts, money } = useWords()
  const t = texts.products
  const read = useRead(listPriceChanges, { params: { productId }, query: { limit: 20 } })
  return (
    <Panel title={t.prices}>
      <Loaded read={read}>
        {({ changes }) =>
          changes.length === 0 ? (
            <p>{t.noPrices}</p>
          ) : (
            <DataTable
              label={t.prices}
              rows={changes}
              rowKey={({ id }) => String(id)}
              columns={[
                { key: 'sku', header: t.sku, cell: ({ sku }) => sku, isMain: true },
                {
                  key: 'from',
                  header: t.from,
                  isNumber: true,
                  cell: ({ oldPricePaisa }) => (oldPricePaisa === null ? '–' : money(oldPricePaisa)),
                },
                { key: 'to', header: t.to, isNumber: true, cell: ({ pricePaisa }) => money(pricePaisa) },
                { key: 'by', header: t.by, cell: ({ staffName }) => staffName ?? '–' },
                { key: 'at', header: t.changed, cell: ({ changedAt }) => <Time at={changedAt} /> },
              ]}
            />
          )
        }
      </Loaded>
    </Panel>
  )
}
