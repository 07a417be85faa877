import { toLatinDigits } from '@dhakacart/contract/digits.ts'
import {
  type InstalmentPlan,
  maxInstalmentFeeBasisPoints,
  maxInstalmentMonths,
} from '@dhakacart/contract/payments.schema.ts'

/** A bank's terms as people type them: months with commas between, a fee in percent or none. null: something is missing or no number. */
export function readPlan({
  en,
  bn,
  months: typedMonths,
  fee,
}: Record<'en' | 'bn' | 'months' | 'fee', string>): InstalmentPlan | null {
  const parts = toLatinDigits(typedMonths)
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
  const months = [...new Set(parts.map(Number))].toSorted((one, other) => one - other)
  const areMonths =
    months.length > 0 &&
    months.length <= 12 &&
    months.every((count) => Number.isInteger(count) && count >= 2 && count <= maxInstalmentMonths)
  const feeText = toLatinDigits(fee).replace('%', '').trim()
  if (en.trim() === '' || bn.trim() === '' || !areMonths || !/^(\d{1,2}(\.\d{1,2})?)?$/.test(feeText)) return null
  const feeBasisPoints = Math.round(Number(feeText || '0') * 100)
  if (feeBasisPoints > maxInstalmentFeeBasisPoints) return null
  return { bank: { en: en.trim(), bn: bn.trim() }, months, feeBasisPoints }
}

/** Whether a bank stands there twice, in either language; the api refuses that. */
export function hasBankTwice(drafts: readonly Record<'en' | 'bn', string>[]): boolean {
  return (['en', 'bn'] as const).some((language) => {
    const names = drafts.map((draft) => draft[language].trim().toLowerCase())
    return new Set(names).size < names.length
  })
}
