import type { Sale, SaleContent, SaleLine } from '@dhakacart/contract/console-sales.schema.ts'
import type { FormErrors } from '../../components/form.tsx'
import type { Words } from '../../words.ts'

/** A line while it is edited: amounts may be missing. */
export type EditedLine = Pick<SaleLine, 'variantId' | 'sku' | 'name' | 'usualPricePaisa' | 'available'> & {
  pricePaisa: number | null
  allotment: number | null
}

export type SaleValues = {
  nameEn: string
  nameBn: string
  startsAt: string | null
  endsAt: string | null
  prewarmMinutes: number | null
  limitPerCustomer: number | null
  hasWaitingRoom: boolean
  lines: EditedLine[]
}

export const newSale: SaleValues = {
  nameEn: '',
  nameBn: '',
  startsAt: null,
  endsAt: null,
  prewarmMinutes: 30,
  limitPerCustomer: null,
  hasWaitingRoom: true,
  lines: [],
}

export function valuesOf({
  name,
  startsAt,
  endsAt,
  prewarmMinutes,
  limitPerCustomer,
  hasWaitingRoom,
  lines,
}: Sale): SaleValues {
  return {
    nameEn: name.en,
    nameBn: name.bn,
    startsAt,
    endsAt,
    prewarmMinutes,
    limitPerCustomer,
    hasWaitingRoom,
    lines: lines.map(({ variantId, sku, name: variantName, usualPricePaisa, available, pricePaisa, allotment }) => ({
      variantId,
      sku,
      name: variantName,
      usualPricePaisa,
      available,
      pricePaisa,
      allotment,
    })),
  }
}

/** What is wrong with the values, by field. */
export function findMistakes(values: SaleValues, { texts: { sales } }: Words): FormErrors<SaleValues> {
  const { nameEn, nameBn, startsAt, endsAt, prewarmMinutes, limitPerCustomer, lines } = values
  const wrongLine = lines.find(
    ({ pricePaisa, allotment, usualPricePaisa }) =>
      pricePaisa === null || pricePaisa < 1 || pricePaisa >= usualPricePaisa || allotment === null || allotment < 1,
  )
  const isLimitWrong = limitPerCustomer !== null && (limitPerCustomer < 1 || limitPerCustomer > 99)
  return {
    nameEn: nameEn.trim().length < 3 ? sales.nameShort : undefined,
    nameBn: nameBn.trim().length < 3 ? sales.nameShort : undefined,
    startsAt: startsAt === null ? sales.startMissing : undefined,
    endsAt: endsAt === null || (startsAt !== null && endsAt <= startsAt) ? sales.endWrong : undefined,
    prewarmMinutes:
      prewarmMinutes === null || prewarmMinutes < 0 || prewarmMinutes > 240 ? sales.prewarmWrong : undefined,
    limitPerCustomer: isLimitWrong ? sales.limitWrong : undefined,
    lines: wrongLine === undefined ? undefined : sales.lineWrong(wrongLine.sku),
  }
}

/** Values without mistakes as the api takes them. */
export function contentOf(values: SaleValues): SaleContent {
  return {
    name: { en: values.nameEn.trim(), bn: values.nameBn.trim() },
    startsAt: values.startsAt ?? '',
    endsAt: values.endsAt ?? '',
    prewarmMinutes: values.prewarmMinutes ?? 0,
    limitPerCustomer: values.limitPerCustomer,
    hasWaitingRoom: values.hasWaitingRoom,
    lines: values.lines.map(({ variantId, pricePaisa, allotment }) => ({
      variantId,
      pricePaisa: pricePaisa ?? 0,
      allotment: allotment ?? 0,
    })),
  }
}
