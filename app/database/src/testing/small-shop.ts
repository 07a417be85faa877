import type { SeedProduct } from '../../seed/catalogue/catalogue.types.ts'
import type { SeedInput, SeedPicture } from '../../seed/seed-input.ts'

const drawing = { form: 'smartphone', style: 0, colour: 'black' } as const
const hash = (letter: string) => letter.repeat(64)

/** A shop of two categories, three products with four variants (one sold out), one picture, and places in two zones. */
export function smallShop(): Required<SeedInput> {
  return {
    catalogue: {
      brands: [
        { slug: 'walton', name: 'Walton' },
        { slug: 'samsung', name: 'Samsung' },
      ],
      categories: [
        { ...category('phones', 'Phones', 'ফোন'), parentSlug: null },
        { ...category('smartphones', 'Smartphones', 'স্মার্টফোন'), parentSlug: 'phones' },
      ],
      products: [
        product('walton-nexg-n74', 'walton', [{ sku: 'WAL-N74-BLK', stock: 12 }]),
        product('samsung-galaxy-a56', 'samsung', [
          { sku: 'SAM-A56-8-128', stock: 5 },
          { sku: 'SAM-A56-8-256', stock: 0 },
        ]),
        product('samsung-galaxy-s25', 'samsung', [{ sku: 'SAM-S25-BLK', stock: 1 }]),
      ],
    },
    places: smallPlaces,
    pictures: { all: [smallPicture], idOf: (wanted) => (wanted.form === drawing.form ? smallPicture.id : null) },
  }
}

const smallPicture: SeedPicture = {
  id: hash('a'),
  renditions: [
    { format: 'avif', width: 240, sha256: hash('b'), bytes: Buffer.from([0, 1, 0xff]) },
    { format: 'webp', width: 240, sha256: hash('c'), bytes: Buffer.from([0x27, 0x5c, 0]) },
  ],
}

const smallPlaces: SeedInput['places'] = {
  zones: [
    deliveryZone('inside-dhaka', 'Inside Dhaka', 'ঢাকার ভিতরে', 6_000),
    deliveryZone('outside-dhaka', 'Outside Dhaka', 'ঢাকার বাইরে', 12_000),
  ],
  divisions: [
    division('dhaka', 'Dhaka', 'ঢাকা', { slug: 'dhanmondi', en: 'Dhanmondi', bn: 'ধানমন্ডি', zone: 'inside-dhaka' }),
    division('sylhet', 'Sylhet', 'সিলেট', {
      slug: 'beanibazar',
      en: 'Beanibazar',
      bn: 'বিয়ানীবাজার',
      zone: 'outside-dhaka',
    }),
  ],
}

function category(slug: string, en: string, bn: string) {
  const description = { en: `${en}.`, bn: `${bn}।` }
  return { slug, name: { en, bn }, description, specifications: [], unitIdentity: 'none' as const, drawing }
}

function product(slug: string, brandSlug: string, variants: { sku: string; stock: number }[]): SeedProduct {
  return {
    slug,
    categorySlug: 'smartphones',
    brandSlug,
    name: { en: slug, bn: slug },
    modelNumber: slug.toUpperCase(),
    description: { en: 'A phone.', bn: 'একটি ফোন।' },
    highlights: [{ en: 'Light', bn: 'হালকা' }],
    warrantyMonths: 12,
    isOfficial: true,
    weightGrams: 400,
    specifications: { screenInches: 6.5 },
    variants: variants.map(({ sku, stock }) => ({
      sku,
      stock,
      options: { memory: sku },
      pricePaisa: 2_399_000,
      compareAtPaisa: null,
      drawing,
    })),
  }
}

function deliveryZone(slug: string, en: string, bn: string, baseFeePaisa: number) {
  return {
    slug,
    name: { en, bn },
    baseFeePaisa,
    baseWeightGrams: 1_000,
    feePerExtraKgPaisa: 2_000,
    daysMin: 1,
    daysMax: 3,
  }
}

function division(
  slug: string,
  en: string,
  bn: string,
  upazila: { slug: string; en: string; bn: string; zone: string },
) {
  const { zone } = upazila
  const isMetropolitanThana = zone === 'inside-dhaka'
  const upazilas = [{ slug: upazila.slug, name: { en: upazila.en, bn: upazila.bn }, isMetropolitanThana, zone }]
  return { slug, name: { en, bn }, districts: [{ slug, name: { en, bn }, upazilas }] }
}
