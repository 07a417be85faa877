import { listStock } from '@dhakacart/contract/console-stock.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { Badge } from '../../components/badge.tsx'
import { ButtonLink, DownloadLink } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useSearch } from '../../router/search.ts'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'
import { optionText } from './option-text.ts'

/** Units to sell at which a variant is shown among the scarce ones. */
const scarceUnits = { scarce: 5, none: 0 } as const

export default function StockPage() {
  const words = useWords()
  const { texts, number, pick } = words
  const me = useMe()
  const [search] = useSearch()
  const t = texts.stock
  const text = search.get('q') ?? ''
  const show = search.get('show')
  const after = search.get('after')
  const query = {
    ...(text !== '' && { query: text }),
    ...((show === 'scarce' || show === 'none') && { availableMax: scarceUnits[show] }),
    ...(after !== null && { after }),
  }
  const read = useRead(listStock, { query, keepsPrevious: true })
  return (
    <>
      <PageHeader
        title={t.title}
        actions={
          <>
            <DownloadLink href="/api/console/exports/stock">{texts.general.exportCsv}</DownloadLink>
            {me.can('stock.write') && (
              <ButtonLink to="/stock/receive" look="main" icon="truck">
                {t.receive}
              </ButtonLink>
            )}
          </>
        }
      />
      <FilterBar
        filters={[
          { kind: 'search', name: 'q', label: t.search },
          {
            kind: 'choice',
            name: 'show',
            label: t.show,
            options: [
              { value: 'scarce', label: t.scarce },
              { value: 'none', label: t.soldOut },
            ],
          },
        ]}
      />
      <ListPage
        read={read}
        count={({ items }) => items.length}
        isFiltered={text !== '' || show !== null}
        empty={{ title: t.none, text: t.noneText }}
      >
        {({ items }) => (
          <DataTable
            label={t.title}
            rows={items}
            rowKey={({ variantId }) => String(variantId)}
            rowLink={({ variantId }) => `/stock/${variantId}`}
            columns={[
              { key: 'sku', header: t.sku, cell: ({ sku }) => sku, isMain: true },
              {
                key: 'product',
                header: t.product,
                cell: ({ name, options }) => [pick(name), optionText(words, options)].filter(Boolean).join(', '),
              },
              { key: 'onHand', header: t.onHand, isNumber: true, cell: ({ onHand }) => number(onHand) },
              { key: 'held', header: t.held, isNumber: true, cell: ({ held }) => number(held) },
              {
                key: 'available',
                header: t.available,
                isNumber: true,
                cell: ({ available }) => (
                  <Badge tone={available === 0 ? 'stop' : available <= scarceUnits.scarce ? 'warn' : 'good'}>
                    {number(available)}
                  </Badge>
                ),
              },
            ]}
          />
        )}
      </ListPage>
    </>
  )
}
