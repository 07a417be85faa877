import type { Instalments } from '@dhakacart/contract/payments.schema.ts'
import type { Shop } from '../shop.ts'

/** Which banks let a card pay over how many months. */
export function InstalmentTerms({ shop, instalments }: { shop: Shop; instalments: Instalments }) {
  const texts = shop.texts.payment
  const months = instalments.plans.flatMap((plan) => plan.months)
  return (
    <details className="instalments">
      <summary>
        {texts.productInstalments(
          shop.number(Math.min(...months)),
          shop.number(Math.max(...months)),
          shop.money(instalments.minPaisa),
        )}
      </summary>
      <h3>{texts.productInstalmentsBanks}</h3>
      <ul>
        {instalments.plans.map((plan) => (
          <li key={plan.bank.en}>
            {texts.bankMonths(shop.pick(plan.bank), plan.months.map((each) => shop.number(each)).join(', '))}
          </li>
        ))}
      </ul>
      <p>{texts.productInstalmentsNote}</p>
    </details>
  )
}
