import type { Db } from '@dhakacart/database/connect.ts'
import { addProduct, addVariant } from '@dhakacart/database/testing/fixtures.ts'

/** A small shop in which everything a list can filter by occurs in many combinations. Same products every time. */
export type FixtureProduct = {
  slug: string
  category: 'phones' | 'televisions'
  brand: string
  pricePaisa: number
  stock: number
  isOfficial: boolean
  specifications: { memory: number; panel: string; hasNfc: boolean }
}

const brands = ['samsung', 'walton', 'xiaomi']
const panels = ['ips', 'oled', 'va']

export function fixtureProducts(count: number): FixtureProduct[] {
  return Array.from({ length: count }, (_, number) => ({
    slug: `thing-${number}`,
    category: number % 3 === 0 ? 'televisions' : 'phones',
    brand: brands[Math.floor(number / 3) % brands.length] as string,
    // Several products share a price, so that only the id tells them apart.
    pricePaisa: 1_000_000 + ((number * 7) % 20) * 100_000,
    stock: number % 5 === 0 ? 0 : (number % 9) + 1,
    isOfficial: number % 4 !== 0,
    specifications: {
      memory: [4, 8, 12][(number >> 1) % 3] as number,
      panel: panels[(number >> 2) % panels.length] as string,
      hasNfc: number % 7 < 3,
    },
  }))
}

const specifications = [
  {
    key: 'memory',
    name: { en: 'Memory', bn: 'মেমরি' },
    kind: 'number',
    unit: { en: 'GB', bn: 'জিবি' },
    isFacet: true,
  },
  {
    key: 'panel',
    name: { en: 'Panel', bn: 'প্যানেল' },
    kind: 'choice',
    unit: null,
    isFacet: true,
    values: { oled: { en: 'OLED', bn: 'ওলেড' }, ips: { en: 'IPS', bn: 'আইপিএস' }, va: { en: 'VA', bn: 'ভিএ' } },
  },
  { key: 'hasNfc', name: { en: 'NFC', bn: 'এনএফসি' }, kind: 'boolean', unit: null, isFacet: true },
]

/** Categories electronics > phones, televisions; the products, each with a second, dearer variant that is sold out. */
export async function addFixtureCatalogue(db: Db, products: FixtureProduct[]): Promise<void> {
  const category = (slug: string, position: number) => ({
    slug,
    position,
    nameEn: slug,
    nameBn: slug,
    descriptionEn: `All ${slug}`,
    descriptionBn: slug,
  })
  const { id: parentId } = await db
    .insertInto('categories')
    .values(category('electronics', 1))
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [index, slug] of ['phones', 'televisions'].entries()) {
    const row = { ...category(slug, index + 1), parentId, specifications: JSON.stringify(specifications) }
    await db.insertInto('categories').values(row).execute()
  }
  for (const product of products) {
    const { productId } = await addProduct(db, {
      ...product,
      categorySlug: product.category,
      brandSlug: product.brand,
      compareAtPaisa: product.isOfficial ? null : product.pricePaisa + 200_000,
      options: { colour: 'black', memory: '8/256GB' },
    })
    await addVariant(db, productId, { pricePaisa: product.pricePaisa + 50_000, stock: 0 })
  }
}
