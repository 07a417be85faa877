import {
  CouponEnded,
  CouponMinimum,
  CouponNotStarted,
  CouponUnknown,
  CouponUsedByPhone,
  CouponUsedUp,
} from '../errors.ts'

/** A coupon as decisions need it, with what the database's clock says of its window. */
export type Coupon = {
  id: number
  code: string
  percent: number | null
  amountPaisa: number | null
  mostPaisa: number | null
  minimumPaisa: number
  totalLimit: number | null
  phoneLimit: number | null
  usedCount: number
  isActive: boolean
  isStarted: boolean
  isEnded: boolean
}

/** What a coupon takes off products that come to `subtotalPaisa`; whole taka, never more than they cost. */
export function discountPaisa({ percent, amountPaisa, mostPaisa }: Coupon, subtotalPaisa: number): number {
  if (amountPaisa !== null) return Math.min(amountPaisa, subtotalPaisa)
  const sharePaisa = Math.floor((subtotalPaisa * (percent ?? 0)) / 10_000) * 100
  return Math.min(sharePaisa, mostPaisa ?? sharePaisa, subtotalPaisa)
}

/**
 * Why a coupon cannot be used for products that come to this; null when it can. `usesOfPhone`: orders of this phone that used it;
 * null while the phone is not known.
 */
export function findProblem(coupon: Coupon | undefined, subtotalPaisa: number, usesOfPhone: number | null) {
  if (coupon === undefined || !coupon.isActive) return new CouponUnknown()
  if (!coupon.isStarted) return new CouponNotStarted()
  if (coupon.isEnded) return new CouponEnded()
  if (subtotalPaisa < coupon.minimumPaisa) return new CouponMinimum({ details: { minimumPaisa: coupon.minimumPaisa } })
  if (coupon.totalLimit !== null && coupon.usedCount >= coupon.totalLimit) return new CouponUsedUp()
  const isUsedByPhone = coupon.phoneLimit !== null && usesOfPhone !== null && usesOfPhone >= coupon.phoneLimit
  return isUsedByPhone ? new CouponUsedByPhone() : null
}

/** Splits a discount over lines by what they cost; the parts add up to it exactly, and none is more than its line. */
export function shareOut(totalPaisa: number, linesPaisa: readonly number[]): number[] {
  const sumPaisa = linesPaisa.reduce((sum, paisa) => sum + paisa, 0)
  let beforePaisa = 0
  let givenPaisa = 0
  return linesPaisa.map((linePaisa) => {
    beforePaisa += linePaisa
    // BigInt, because the product of two amounts may be beyond what a number holds exactly.
    const upToHere = Number((BigInt(totalPaisa) * BigInt(beforePaisa)) / BigInt(Math.max(1, sumPaisa)))
    const share = upToHere - givenPaisa
    givenPaisa = upToHere
    return share
  })
}
