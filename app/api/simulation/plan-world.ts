import { advance } from './laboratory.ts'
import type { CartPlan, CouponPlan, SalePlan, VariantPlan } from './prepare-world.ts'
import type { Random } from './random.ts'

/** What a seed is about. Everything may happen in each, but some things rarely meet unless they are brought together. */
const themes = ['crowd', 'crossing', 'tabs', 'paying', 'fulfilment', 'market'] as const
/** Themes of a share of the seeds; the others are what they would be without them. */
const newerThemes = [
  'gateway',
  'gateway',
  'refunding',
  'refunding',
  'advance',
  'coupons',
  'confirming',
  'sale',
  'sale',
] as const
const newerShare = 0.45
/** A theme that came later still, so that what the seeds without it do stays as it was. */
const deliveringShare = 0.1
export type Theme = (typeof themes)[number] | (typeof newerThemes)[number] | 'delivering'

export type Plan = {
  theme: Theme
  variants: VariantPlan[]
  carts: CartPlan[]
  crashes: number
  holdsBack: boolean
  stickiness: number
  coupon: CouponPlan | null
  sale: SalePlan | null
}

/** Chooses the goods and the carts of a seed: little stock, so that conflicts are the rule. */
export function planWorld(random: Random, newer: Random, newest: Random): Plan {
  const older = random.pick(themes)
  const drawn: Theme = newer.chance(newerShare) ? newer.pick(newerThemes) : older
  const theme: Theme = newest.chance(deliveringShare) ? 'delivering' : drawn
  const variants = planVariants(theme, random)
  const carts = Array.from(
    { length: theme === 'crowd' || theme === 'crossing' || theme === 'coupons' || theme === 'sale' ? 3 : 2 },
    (_, index) => {
      const quantities = theme === 'crossing' || (theme === 'paying' && index === 0) ? [1] : [1, 1, 1, 2]
      return planCart(variants, countLines(theme, index, variants.length, random), quantities, random)
    },
  )
  return {
    theme,
    variants,
    carts,
    crashes: random.pick([0, 0, 0, 1, 1, 2]),
    holdsBack: theme !== 'crossing' && random.chance(0.85),
    stickiness: random.pick([0, 0, 0.5, 0.8]),
    coupon: theme === 'coupons' ? planCoupon(random) : null,
    sale: theme === 'sale' ? planSale(variants, random) : null,
  }
}

/** Few uses, so that the last one is fought for. */
function planCoupon(random: Random): CouponPlan {
  const isShare = random.chance(0.5)
  return {
    percent: isShare ? random.pick([7, 33, 100]) : null,
    amountPaisa: isShare ? null : random.pick([5_000, 33_300, 2_000_000]),
    totalLimit: random.pick([null, 1, 1, 2]),
    phoneLimit: random.pick([null, 1, 1]),
  }
}

/** Fewer units than are wanted; it runs already, or opens and ends while people buy. */
function planSale(variants: readonly VariantPlan[], random: Random): SalePlan {
  const opensAfterSeconds = random.pick([-60, 0, 60, 60])
  return {
    opensAfterSeconds,
    endsAfterSeconds: opensAfterSeconds + random.pick([120, 600, 7_200]),
    limit: random.pick([null, null, 1, 2]),
    lines: variants.slice(0, 1 + random.below(variants.length)).map(({ pricePaisa }) => ({
      pricePaisa: pricePaisa - random.pick([100, 1_000, 5_000]),
      allotment: random.pick([1, 1, 2, 3]),
    })),
  }
}

/** Dear enough to be confirmed by a code or to need an advance, where that is what the seed is about. */
const dearness: Partial<Record<Theme, number>> = { confirming: 2_000_000, advance: advance.fromPaisa }

function planVariants(theme: Theme, random: Random): VariantPlan[] {
  const isCrossing = theme === 'crossing'
  // A late payment is hardest when it finds only a part of its goods again, so then there are several.
  const count = isCrossing ? 3 : theme === 'paying' ? 2 + random.below(2) : 1 + random.below(3)
  const stocks = isCrossing
    ? [3, 5]
    : theme === 'paying' || theme === 'gateway' || theme === 'advance'
      ? [1, 1, 2, 3]
      : theme === 'coupons' || theme === 'refunding' || theme === 'sale' || theme === 'delivering'
        ? [2, 3, 4]
        : [0, 1, 1, 2, 2, 3, 4]
  return Array.from({ length: count }, () => ({
    pricePaisa: 10_000 * (1 + random.below(90)) + (dearness[theme] ?? 0),
    stock: random.pick(stocks),
  }))
}

function countLines(theme: Theme, cartIndex: number, variantCount: number, random: Random): number {
  // One small order and two large ones: who locks in another order than the rest deadlocks here.
  if (theme === 'crossing') return cartIndex === 0 ? 1 : variantCount
  const isWhole = theme === 'crowd' || (theme === 'paying' && cartIndex === 0)
  return isWhole ? variantCount : 1 + random.below(variantCount)
}

/** Lines in any order, so that two carts have the same products in opposite order now and then. */
function planCart(
  variants: readonly VariantPlan[],
  lineCount: number,
  quantities: readonly number[],
  random: Random,
): CartPlan {
  const indexes = random.shuffle(variants.map((_, index) => index)).slice(0, lineCount)
  return { lines: indexes.map((variantIndex) => ({ variantIndex, quantity: random.pick(quantities) })) }
}
