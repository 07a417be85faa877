import {
  type ConsoleProductSummary,
  listBrands,
  listConsoleProducts,
  stockFilters,
} from '@dhakacart/contract/console-catalogue.schema.ts'
import { listConsoleCategories } from '@dhakacart/contract/console-categories.schema.ts'
import { pictureUrl } from '@dhakacart/contract/picture-url.ts'
import { useRead } from '../../api/use-read.ts'
import { Badge } from '../../components/badge.tsx'
import { ButtonLink, DownloadLink } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Time } from '../../components/time.tsx'
import { useSearch } from '../../router/search.ts'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'

const filterNames = ['q', 'category', 'brand', 'state', 'stock']

export default function ProductsPage() {
  const { texts, pick } = useWords()
  const me = useMe()
  const [search] = useSearch()
  const read = useRead(listConsoleProducts, { query: queryOf(search), keepsPrevious: true })
  const categories = useRead(listConsoleCategories)
  const brands = useRead(listBrands)
  const t = texts.products
  return (
    <>
      <PageHeader
        title={t.title}
        actions={
          <>
            <DownloadLink href="/api/console/exports/products">{texts.general.exportCsv}</DownloadLink>
            {me.can('catalogue.write') && (
              <ButtonLink to="/products/new" look="main" icon="plus">
                {t.add}
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
            name: 'category',
            label: t.category,
            options: (categories.data?.categories ?? []).map(({ id, parentId, name }) => ({
              value: String(id),
              label: parentId === null ? pick(name) : `– ${pick(name)}`,
            })),
          },
          {
            kind: 'choice',
            name: 'brand',
            label: t.brand,
            options: (brands.data?.brands ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
          },
          {
            kind: 'choice',
            name: 'state',
            label: t.state,
            options: [
              { value: 'published', label: t.published },
              { value: 'hidden', label: t.hidden },
            ],
          },
          {
            kind: 'choice',
            name: 'stock',
            label: t.stock,
            options: stockFilters.map((value) => ({ value, label: t.stockFilters[value] })),
          },
        ]}
      />
      <ListPage
        read={read}
        count={({ products }) => products.length}
        isFiltered={filterNames.some((name) => search.has(name))}
        empty={{ title: t.none, text: t.noneText }}
      >
        {({ products }) => <ProductTable products={products} />}
      </ListPage>
    </>
  )
}

function ProductTable({ products }: { products: readonly ConsoleProductSummary[] }) {
  const { texts, money, number, pick } = useWords()
  const t = texts.products
  return (
    <DataTable
      label={t.title}
      rows={products}
      rowKey={({ id }) => String(id)}
      rowLink={({ id }) => `/products/${id}`}
      columns={[
        {
          key: 'name',
          header: t.product,
          isMain: true,
          cell: ({ name, pictureId }) => (
            <span className="products-name">
              {pictureId !== null && <img src={pictureUrl(pictureId, 240, 'webp')} alt="" width={40} height={40} />}
              {pick(name)}
            </span>
          ),
        },
        { key: 'brand', header: t.brand, cell: ({ brandName }) => brandName },
        { key: 'category', header: t.category, cell: ({ category }) => pick(category.name) },
        {
          key: 'price',
          header: t.price,
          isNumber: true,
          cell: ({ minPricePaisa, maxPricePaisa }) =>
            minPricePaisa === maxPricePaisa
              ? money(minPricePaisa)
              : `${money(minPricePaisa)} – ${money(maxPricePaisa)}`,
        },
        { key: 'available', header: t.available, isNumber: true, cell: ({ available }) => number(available) },
        {
          key: 'state',
          header: t.state,
          cell: ({ isPublished }) => (
            <Badge tone={isPublished ? 'good' : 'quiet'}>{isPublished ? t.published : t.hidden}</Badge>
          ),
        },
        { key: 'changed', header: t.changed, cell: ({ updatedAt }) => <Time at={updatedAt} /> },
      ]}
    />
  )
}

function queryOf(search: URLSearchParams) {
  const given = (name: string) => search.get(name) ?? ''
  const stock = stockFilters.find((value) => value === given('stock'))
  return {
    ...(given('q') !== '' && { query: given('q') }),
    ...(/^\d+$/.test(given('category')) && { categoryId: Number(given('category')) }),
    ...(/^\d+$/.test(given('brand')) && { brandId: Number(given('brand')) }),
    ...(given('state') !== '' && { isPublished: given('state') === 'published' }),
    ...(stock !== undefined && { stock }),
    ...(given('after') !== '' && { after: given('after') }),
  }
}
