import type { CheckoutValues } from '../../checkout-values.ts'
import { Icon } from '../../components/icon.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'
import type { Seen } from './seen-cart.ts'

export type CheckoutAwayProps = {
  /** Every field of the form, ready to be sent again. */
  fields: [name: string, value: string][]
  values: CheckoutValues
  isOrder: boolean
  seen: Seen | null
}

/** The order could not be placed just now; one button sends the same again. */
export function CheckoutAwayView({ shop, fields, values, isOrder, seen }: CheckoutAwayProps & { shop: Shop }) {
  const { checkout: texts, system } = shop.texts
  return (
    <div className="width message away">
      <Icon name="clock" className="message-icon" />
      <h1>{isOrder ? texts.awayTitle : system.awayTitle}</h1>
      <p>{texts.awayText}</p>
      {isOrder && <p>{texts.awaySafe}</p>}
      {(values.name || values.street) && (
        <dl className="panel facts">
          <div>
            <dt>{texts.deliverTo}</dt>
            <dd>{[values.name, values.phone, values.street].filter((value) => value !== '').join(', ')}</dd>
          </div>
          {seen && (
            <div>
              <dt>{texts.total}</dt>
              <dd>{shop.money(totalPaisa(seen))}</dd>
            </div>
          )}
        </dl>
      )}
      <form method="post" action={links.checkout(shop.language)} data-again="">
        {fields.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several fields share a name, and the list never changes.
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <p className="notice notice-stop" role="alert" hidden>
          <Icon name="alert" />
          <span>
            {texts.lost} {isOrder && texts.awaySafe}
          </span>
        </p>
        <button className="button button-buy" type="submit">
          {isOrder ? texts.placeAgain : texts.goOn}
        </button>
      </form>
    </div>
  )
}

function totalPaisa({ lines, deliveryFeePaisa, discountPaisa = 0 }: Seen): number {
  return lines.reduce((sum, line) => sum + line.unitPricePaisa * line.quantity, deliveryFeePaisa - discountPaisa)
}
