import { formatDateTime } from '@dhakacart/contract/dates.ts'
import type { Order } from '@dhakacart/contract/orders.schema.ts'
import { formatPhone } from '@dhakacart/contract/phone.ts'
import { Field } from '../../components/field.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'

/** Asks for the code that was sent to the order's phone; two plain forms, so it works without our script. */
export function ConfirmByCode({ shop, order, problem }: { shop: Shop; order: Order; problem?: string | undefined }) {
  const { confirm: texts } = shop.texts
  const { language, digits } = shop
  return (
    <section className="panel no-print" aria-labelledby="confirm">
      <h2 id="confirm">{texts.title}</h2>
      <p>{texts.text(digits(formatPhone(order.customerPhone)))}</p>
      {order.holdExpiresAt !== null && (
        <p className="notice">{texts.until(formatDateTime(order.holdExpiresAt, language))}</p>
      )}
      <form method="post" action={links.confirmOrder(language, order.token)}>
        <Field name="code" label={texts.code} hint={texts.codeHint} error={problem}>
          {(described) => (
            <input
              {...described}
              type="text"
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              maxLength={20}
              defaultValue=""
            />
          )}
        </Field>
        <button className="button" type="submit">
          {texts.button}
        </button>
      </form>
      <form method="post" action={links.sendOrderCode(language, order.token)}>
        <button className="button button-quiet" type="submit">
          {texts.resend}
        </button>
      </form>
    </section>
  )
}
