import {
  type InstalmentPlan,
  type Instalments,
  instalmentChoices,
  type OrderPayment,
} from '@dhakacart/contract/payments.schema.ts'
import type { Shop } from './shop.ts'

export type InstalmentOption = { months: number; text: string }

/**
 * Over how many months an amount can be paid, as choices of a form. Where not every bank offers as many, those that do are named, and
 * what a bank adds for it stands with its name.
 */
export function instalmentOptions(
  shop: Shop,
  instalments: Instalments | null,
  amountPaisa: number,
): InstalmentOption[] {
  if (instalments === null) return []
  const bankCount = instalments.plans.length
  return instalmentChoices(instalments, amountPaisa).map(({ months, plans }) => {
    const option = optionOf(shop, months)
    const fees = plans.map((plan) => feeText(shop, plan))
    if (plans.length === bankCount && fees.every((fee) => fee === null)) return option
    const banks = plans.map(({ bank }, at) =>
      [shop.pick(bank), ...(fees[at] == null ? [] : [`+${fees[at]}`])].join(' '),
    )
    return { months, text: `${option.text}: ${banks.join(', ')}` }
  })
}

/** The same for what is due of an order. An api of the release before names the months alone. */
export function orderInstalmentOptions(
  shop: Shop,
  {
    instalments,
    instalmentMonths,
    dueNowPaisa,
  }: Pick<OrderPayment, 'instalments' | 'instalmentMonths' | 'dueNowPaisa'>,
): InstalmentOption[] {
  if (instalments === undefined) return instalmentMonths.map((months) => optionOf(shop, months))
  return instalmentOptions(shop, instalments, dueNowPaisa)
}

/** What a bank adds, `2.5%`; null: nothing, or an api of the release before, which knows of no fees. */
export function feeText(shop: Shop, { feeBasisPoints = 0 }: Partial<InstalmentPlan>): string | null {
  return feeBasisPoints === 0 ? null : `${shop.number(feeBasisPoints / 100)}%`
}

/** From how many months to how many, and for which orders. */
export function summaryOf(shop: Shop, { plans, minPaisa }: Instalments): string {
  const { productInstalments, productInstalmentsOne, productInstalmentsFrom } = shop.texts.payment
  const months = plans.flatMap((plan) => plan.months)
  const [least, most] = [Math.min(...months), Math.max(...months)]
  const terms =
    least === most
      ? productInstalmentsOne(shop.number(least))
      : productInstalments(shop.number(least), shop.number(most))
  return minPaisa === 0 ? terms : `${terms} ${productInstalmentsFrom(shop.money(minPaisa))}`
}

function optionOf(shop: Shop, months: number): InstalmentOption {
  return { months, text: shop.texts.checkout.instalmentMonths(shop.number(months)) }
}
