import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'

type Props = { shop: Shop; method: OnlineMethod; amountPaisa: number; redirectUrl: string; token: string }

/** On the way to the provider; the link is for browsers that do not go on by themselves. */
export function PayView({ shop, method, amountPaisa, redirectUrl, token }: Props) {
  const { payment: texts, order } = shop.texts
  const name = order.payments[method]
  return (
    <div className="width message">
      <h1>{texts.leaving(name)}</h1>
      <p>{texts.leavingText(shop.money(amountPaisa))}</p>
      <p className="message-ways">
        <a className="button" href={redirectUrl} rel="noreferrer">
          {texts.goOn(name)}
        </a>
        <a className="button button-quiet" href={links.order(shop.language, token)}>
          {order.number}
        </a>
      </p>
    </div>
  )
}
