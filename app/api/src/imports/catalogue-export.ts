import type { ConsoleProduct } from '@dhakacart/contract/console-catalogue.schema.ts'
import { importColumns } from '@dhakacart/contract/console-imports.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { listProductPage } from '../catalogue/products.service.ts'
import { type CsvCell, csvMark, writeCsvLine } from '../csv/csv.ts'
import { listItems } from '../stock/stock-console.repository.ts'
import { type CatalogueNames, readCatalogueNames } from './catalogue-names.ts'
import { writeSpecifications } from './specification-cells.ts'

/** Rows read at once; between two reads nothing is held while the reader's network takes them. */
const pageRows = 200

/** All products, one row for each variant, as productsImport reads them: importing it again changes nothing. */
export async function* exportProducts(db: Db): AsyncGenerator<string> {
  const names = await readCatalogueNames(db)
  yield csvMark + writeCsvLine(importColumns.products)
  for (let afterId = 0; ; ) {
    const products = await listProductPage(db, afterId, pageRows)
    const last = products.at(-1)
    if (last === undefined) return
    yield products.flatMap((product) => rowsOf(product, names).map(writeCsvLine)).join('')
    afterId = last.id
  }
}

function rowsOf(product: ConsoleProduct, names: CatalogueNames): CsvCell[][] {
  const own: Record<string, CsvCell> = {
    published: yesNo(product.isPublished),
    category: names.categorySlugs.get(product.categoryId) ?? '',
    brand: names.brandSlugs.get(product.brandId) ?? '',
    model_number: product.modelNumber,
    name_en: product.name.en,
    name_bn: product.name.bn,
    description_en: product.description.en,
    description_bn: product.description.bn,
    highlights_en: product.highlights.map(({ en }) => en).join('\n'),
    highlights_bn: product.highlights.map(({ bn }) => bn).join('\n'),
    specifications: writeSpecifications(product.specifications, names.specificationsOf(product.categoryId)),
    warranty_months: product.warrantyMonths,
    official: yesNo(product.isOfficial),
    weight_grams: product.weightGrams,
    vat_percent: product.vatBasisPoints / 100,
  }
  return product.variants.map((variant) => {
    const cells: Record<string, CsvCell> = {
      ...own,
      slug: product.slug,
      sku: variant.sku,
      colour: variant.options.colour ?? '',
      memory: variant.options.memory ?? '',
      size: variant.options.size ?? '',
      price_taka: taka(variant.pricePaisa),
      compare_at_taka: variant.compareAtPaisa === null ? '' : taka(variant.compareAtPaisa),
      variant_published: yesNo(variant.isPublished),
    }
    return importColumns.products.map((column) => cells[column] ?? '')
  })
}

/** What is on hand of every variant; whoever counts writes over `on_hand` and sends it back. */
export async function* exportStock(db: Db): AsyncGenerator<string> {
  yield csvMark + writeCsvLine(importColumns.stock)
  for (let afterSku: string | null = null; ; ) {
    const items = await listItems(db, { afterSku, limit: pageRows })
    const last = items.at(-1)
    if (last === undefined) return
    yield items.map(({ sku, name, onHand }) => writeCsvLine([sku, name.en, onHand, onHand])).join('')
    afterSku = last.sku
  }
}

const yesNo = (is: boolean): string => (is ? 'yes' : 'no')

/** Without separators: what a spreadsheet counts with. */
function taka(paisa: number): string {
  const rest = paisa % 100
  return rest === 0 ? String(paisa / 100) : `${(paisa - rest) / 100}.${String(rest).padStart(2, '0')}`
}
