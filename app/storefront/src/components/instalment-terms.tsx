import type { Instalments } from '@dhakacart/contract/payments.schema.ts'
import { feeText, summaryOf } from '../instalment-options.ts'
import type { Shop } from '../shop.ts'

/** Which banks let a card pay over how many months. */
export function InstalmentTerms({ shop, instalments }: { shop: Shop; instalments: Instalments }) {
  const texts = shop.texts.payment
  return (
    <details className="instalments">
      <summary>{summaryOf(shop, instalments)}</summary>
      <h3>{texts.productInstalmentsBanks}</h3>
      <ul>
        {instalments.plans.map((plan) => {
          const fee = feeText(shop, plan)
          return (
            <li key={plan.bank.en}>
              {texts.bankMonths(shop.pick(plan.bank), plan.months.map((each) => shop.number(each)).join(', '))}
              {fee !== null && ` ${texts.bankFee(fee)}`}
            </li>
          )
        })}
      </ul>
      <p>{texts.productInstalmentsNote}</p>
    </details>
  )
}
