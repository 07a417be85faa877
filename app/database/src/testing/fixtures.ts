import { toBanglaDigits } from '@dhakacart/contract/digits.ts'
import type { Db, Tx } from '../connect.ts'
import { inTransaction } from '../transaction.ts'

type VariantFixture = {
  sku?: string
  pricePaisa?: number
  /** The struck-through price. */
  compareAtPaisa?: number | null
  /** Units on hand, received with a movement. */
  stock?: number
  options?: { colour?: string; memory?: string; size?: string }
  /** Of the variant, and in a product fixture of the product as well. */
  isPublished?: boolean
}

export type ProductFixture = VariantFixture & {
  slug?: string
  modelNumber?: string
  nameEn?: string
  nameBn?: string
  weightGrams?: number
  warrantyMonths?: number
  isOfficial?: boolean
  vatBasisPoints?: number
  categorySlug?: string
  brandSlug?: string
  specifications?: Record<string, string | number | boolean>
}

/**
 * Adds one product with one variant, its category and brand when new, and its stock with a movement. What is not given is
 * plain: 1,000 taka, ten units, 500 g. The slug is made up when absent; the SKU is the slug in capitals.
 */
export async function addProduct(
  db: Db,
  fixture: ProductFixture = {},
): Promise<{ productId: number; variantId: number; slug: string; sku: string }> {
  return inTransaction(db, async (tx) => {
    const productId = await insertProduct(tx, fixture)
    const { slug } = await tx
      .selectFrom('products')
      .select('slug')
      .where('id', '=', productId)
      .executeTakeFirstOrThrow()
    return { productId, slug, ...(await insertVariant(tx, productId, fixture)) }
  })
}

/** Adds a further variant, with its stock, to a product. */
export async function addVariant(
  db: Db,
  productId: number,
  fixture: VariantFixture = {},
): Promise<{ variantId: number; sku: string }> {
  return inTransaction(db, (tx) => insertVariant(tx, productId, fixture))
}

async function insertProduct(tx: Tx, fixture: ProductFixture): Promise<number> {
  const categoryId = await categoryIdOf(tx, fixture.categorySlug ?? 'smartphones')
  const brandId = await brandIdOf(tx, fixture.brandSlug ?? 'walton')
  const { count } = await tx
    .selectFrom('products')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const number = count + 1
  const row = await tx
    .insertInto('products')
    .values({
      slug: fixture.slug ?? `product-${number}`,
      categoryId,
      brandId,
      modelNumber: fixture.modelNumber ?? `MODEL-${number}`,
      nameEn: fixture.nameEn ?? `Product ${number}`,
      nameBn: fixture.nameBn ?? `পণ্য ${toBanglaDigits(String(number))}`,
      descriptionEn: 'A product of a test.',
      descriptionBn: 'পরীক্ষার একটি পণ্য।',
      specifications: JSON.stringify(fixture.specifications ?? {}),
      warrantyMonths: fixture.warrantyMonths ?? 12,
      isOfficial: fixture.isOfficial ?? true,
      weightGrams: fixture.weightGrams ?? 500,
      vatBasisPoints: fixture.vatBasisPoints ?? 750,
      isPublished: fixture.isPublished ?? true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

async function insertVariant(
  tx: Tx,
  productId: number,
  fixture: VariantFixture,
): Promise<{ variantId: number; sku: string }> {
  const product = await tx.selectFrom('products').select('slug').where('id', '=', productId).executeTakeFirstOrThrow()
  const { count } = await tx
    .selectFrom('variants')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('productId', '=', productId)
    .executeTakeFirstOrThrow()
  const sku = fixture.sku ?? `${product.slug.toUpperCase()}${count === 0 ? '' : `-${count + 1}`}`
  const variant = await tx
    .insertInto('variants')
    .values({
      productId,
      sku,
      position: count + 1,
      options: JSON.stringify(fixture.options ?? {}),
      pricePaisa: fixture.pricePaisa ?? 100_000,
      compareAtPaisa: fixture.compareAtPaisa ?? null,
      isPublished: fixture.isPublished ?? true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const onHand = fixture.stock ?? 10
  await tx.insertInto('stockLevels').values({ variantId: variant.id, onHand, held: 0 }).execute()
  if (onHand > 0) {
    const movement = { variantId: variant.id, kind: 'received', onHandChange: onHand, heldChange: 0, cause: 'fixture' }
    await tx.insertInto('stockMovements').values(movement).execute()
  }
  return { variantId: variant.id, sku }
}

async function categoryIdOf(tx: Tx, slug: string): Promise<number> {
  const names = { nameEn: slug, nameBn: slug, descriptionEn: '', descriptionBn: '' }
  const { id } = await tx
    .insertInto('categories')
    .values({ slug, position: 1, ...names })
    // An update that changes nothing, because an insert that does nothing returns no id.
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ slug }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function brandIdOf(tx: Tx, slug: string): Promise<number> {
  const { id } = await tx
    .insertInto('brands')
    .values({ slug, name: slug })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ slug }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Adds two delivery zones, and one upazila in each: a thana in Dhaka for 60 taka up to 1 kg (+ 20 per extra kg, 1 to 2 days)
 * and an upazila outside for 120 taka (+ 30, 3 to 5 days).
 */
export async function addPlaces(db: Db): Promise<{ insideDhakaUpazilaId: number; outsideDhakaUpazilaId: number }> {
  return inTransaction(db, async (tx) => {
    const inside = await insertPlace(tx, {
      zone: {
        code: 'inside-dhaka',
        nameEn: 'Inside Dhaka',
        nameBn: 'ঢাকার ভিতরে',
        baseFeePaisa: 6_000,
        feePerExtraKgPaisa: 2_000,
        daysMin: 1,
        daysMax: 2,
      },
      place: { slug: 'dhaka', nameEn: 'Dhaka', nameBn: 'ঢাকা' },
      upazila: { slug: 'dhanmondi', nameEn: 'Dhanmondi', nameBn: 'ধানমন্ডি', isMetropolitanThana: true },
    })
    const outside = await insertPlace(tx, {
      zone: {
        code: 'outside-dhaka',
        nameEn: 'Outside Dhaka',
        nameBn: 'ঢাকার বাইরে',
        baseFeePaisa: 12_000,
        feePerExtraKgPaisa: 3_000,
        daysMin: 3,
        daysMax: 5,
      },
      place: { slug: 'sylhet', nameEn: 'Sylhet', nameBn: 'সিলেট' },
      upazila: { slug: 'beanibazar', nameEn: 'Beanibazar', nameBn: 'বিয়ানীবাজার', isMetropolitanThana: false },
    })
    return { insideDhakaUpazilaId: inside, outsideDhakaUpazilaId: outside }
  })
}

type Name = { slug: string; nameEn: string; nameBn: string }
type PlaceFixture = {
  zone: {
    code: string
    nameEn: string
    nameBn: string
    baseFeePaisa: number
    feePerExtraKgPaisa: number
    daysMin: number
    daysMax: number
  }
  /** Division and district of one name, as Dhaka and Sylhet are. */
  place: Name
  upazila: Name & { isMetropolitanThana: boolean }
}

async function insertPlace(tx: Tx, { zone, place, upazila }: PlaceFixture): Promise<number> {
  const zoneRow = await tx
    .insertInto('deliveryZones')
    .values({ ...zone, baseWeightGrams: 1_000 })
    .returning('id')
    .executeTakeFirstOrThrow()
  const division = await tx.insertInto('divisions').values(place).returning('id').executeTakeFirstOrThrow()
  const district = await tx
    .insertInto('districts')
    .values({ ...place, divisionId: division.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  const row = await tx
    .insertInto('upazilas')
    .values({ ...upazila, districtId: district.id, zoneId: zoneRow.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
