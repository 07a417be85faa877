import type { ConsoleCoupon, CouponFields } from '@dhakacart/contract/coupons.schema.ts'
import type { FormErrors } from '../../components/form.tsx'
import type { Words } from '../../words.ts'

export type CouponPhase = 'off' | 'upcoming' | 'running' | 'over'

/** A coupon while it is edited: amounts and times may be missing. */
export type CouponValues = {
  code: string
  kind: 'percent' | 'amount'
  percent: number | null
  amountPaisa: number | null
  mostPaisa: number | null
  minimumPaisa: number | null
  startsAt: string | null
  endsAt: string | null
  totalLimit: number | null
  phoneLimit: number | null
}

/** Once per phone, because that is what a shop nearly always means. */
export const newCoupon: CouponValues = {
  code: '',
  kind: 'percent',
  percent: null,
  amountPaisa: null,
  mostPaisa: null,
  minimumPaisa: null,
  startsAt: null,
  endsAt: null,
  totalLimit: null,
  phoneLimit: 1,
}

export function valuesOf(coupon: CouponFields): CouponValues {
  const { code, percent, amountPaisa, mostPaisa, minimumPaisa, startsAt, endsAt, totalLimit, phoneLimit } = coupon
  return {
    code,
    kind: percent === null ? 'amount' : 'percent',
    percent,
    amountPaisa,
    mostPaisa,
    minimumPaisa: minimumPaisa === 0 ? null : minimumPaisa,
    startsAt,
    endsAt,
    totalLimit,
    phoneLimit,
  }
}

export function writeCode(typed: string): string {
  return typed.trim().toUpperCase().replace(/\s+/g, '')
}

const isLimit = (limit: number | null) => limit === null || (limit >= 1 && limit <= 1_000_000)
const isAmount = (paisa: number | null) => paisa !== null && paisa >= 1

/** What is wrong with the values, by field. */
export function findMistakes(values: CouponValues, { texts: { coupons } }: Words): FormErrors<CouponValues> {
  const { kind, percent, amountPaisa, mostPaisa, startsAt, endsAt } = values
  const isPercent = kind === 'percent'
  return {
    code: /^[A-Z0-9][A-Z0-9-]{2,19}$/.test(writeCode(values.code)) ? undefined : coupons.codeWrong,
    percent: isPercent && (percent === null || percent < 1 || percent > 100) ? coupons.percentWrong : undefined,
    amountPaisa: !isPercent && !isAmount(amountPaisa) ? coupons.amountWrong : undefined,
    mostPaisa: isPercent && mostPaisa !== null && !isAmount(mostPaisa) ? coupons.amountWrong : undefined,
    startsAt: startsAt === null ? coupons.startMissing : undefined,
    endsAt: endsAt === null || (startsAt !== null && endsAt <= startsAt) ? coupons.endWrong : undefined,
    totalLimit: isLimit(values.totalLimit) ? undefined : coupons.limitWrong,
    phoneLimit: isLimit(values.phoneLimit) ? undefined : coupons.limitWrong,
  }
}

/** Values without mistakes as the api takes them; what belongs to the other kind is dropped. */
export function fieldsOf(values: CouponValues, isActive: boolean): CouponFields {
  const isPercent = values.kind === 'percent'
  return {
    code: writeCode(values.code),
    percent: isPercent ? values.percent : null,
    amountPaisa: isPercent ? null : values.amountPaisa,
    mostPaisa: isPercent ? values.mostPaisa : null,
    minimumPaisa: values.minimumPaisa ?? 0,
    startsAt: values.startsAt ?? '',
    endsAt: values.endsAt ?? '',
    totalLimit: values.totalLimit,
    phoneLimit: values.phoneLimit,
    isActive,
  }
}

export function phaseOf({ isActive, startsAt, endsAt }: ConsoleCoupon, nowMs: number): CouponPhase {
  if (!isActive) return 'off'
  if (nowMs < Date.parse(startsAt)) return 'upcoming'
  return nowMs < Date.parse(endsAt) ? 'running' : 'over'
}
