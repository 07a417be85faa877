import type { ProductContent } from '@dhakacart/contract/console-catalogue.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'

/** A category below another, with one specification of each kind, and a brand. */
export async function addEditableCategory(db: Db): Promise<{ categoryId: number; parentId: number; brandId: number }> {
  const names = (name: string) => ({ nameEn: name, nameBn: name, descriptionEn: '', descriptionBn: '' })
  const parent = await db
    .insertInto('categories')
    .values({ slug: 'computers', position: 1, ...names('Computers') })
    .returning('id')
    .executeTakeFirstOrThrow()
  const category = await db
    .insertInto('categories')
    .values({
      slug: 'laptops',
      parentId: parent.id,
      position: 1,
      ...names('Laptops'),
      specifications: JSON.stringify(editableSpecifications),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const brand = await db
    .insertInto('brands')
    .values({ slug: 'asus', name: 'Asus' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { categoryId: category.id, parentId: parent.id, brandId: brand.id }
}

export const editableSpecifications = [
  { key: 'memory', name: { en: 'Memory', bn: 'মেমরি' }, kind: 'number', unit: { en: 'GB', bn: 'জিবি' }, isFacet: true },
  {
    key: 'panel',
    name: { en: 'Panel', bn: 'প্যানেল' },
    kind: 'choice',
    unit: null,
    isFacet: true,
    values: { ips: { en: 'IPS', bn: 'আইপিএস' }, oled: { en: 'OLED', bn: 'ওলেড' } },
  },
  { key: 'hasTouch', name: { en: 'Touch', bn: 'টাচ' }, kind: 'boolean', unit: null, isFacet: false },
  { key: 'ports', name: { en: 'Ports', bn: 'পোর্ট' }, kind: 'text', unit: null, isFacet: false },
]

/** What the product form sends for a laptop that is published and comes in two colours. */
export function laptop(
  place: { categoryId: number; brandId: number },
  changes: Partial<ProductContent> = {},
): ProductContent {
  const slug = changes.slug ?? 'asus-vivobook-15'
  const variant = (colour: string, pricePaisa: number) => ({
    id: null,
    sku: `${slug.toUpperCase()}-${colour.toUpperCase()}`,
    options: { colour },
    pricePaisa,
    compareAtPaisa: null,
    pictureId: null,
    isPublished: true,
  })
  return {
    slug,
    categoryId: place.categoryId,
    brandId: place.brandId,
    modelNumber: 'X1504',
    name: { en: 'Asus Vivobook 15', bn: 'আসুস ভিভোবুক ১৫' },
    description: { en: 'A laptop.', bn: 'একটি ল্যাপটপ।' },
    highlights: [{ en: 'Light', bn: 'হালকা' }],
    specifications: { memory: 16, panel: 'ips', hasTouch: false, ports: 'USB-C' },
    warrantyMonths: 24,
    isOfficial: true,
    weightGrams: 1_700,
    vatBasisPoints: 750,
    isPublished: true,
    pictureIds: [],
    variants: [variant('black', 7_500_000), variant('silver', 7_600_000)],
    ...changes,
  }
}
