import { formatDateTime } from '@dhakacart/contract/dates.ts'
import type { OrderReturn, OrderReturns } from '@dhakacart/contract/returns.schema.ts'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'
import { noteLengthMax, type ReturnDraft } from './return-draft.ts'

type Props = { shop: Shop; token: string; returns: OrderReturns; draft: ReturnDraft; problem?: string | undefined }

/** What was asked to be returned and how far that is, and the form to ask; nothing where neither applies. */
export function ReturnsPanel({ shop, token, returns, draft, problem }: Props) {
  const { returns: texts } = shop.texts
  const { canRequest, until } = returns
  if (!canRequest && returns.returns.length === 0 && problem === undefined) return null
  return (
    <section className="panel returns no-print" id="returns" aria-labelledby="returns-title">
      <h2 id="returns-title">{texts.title}</h2>
      {returns.returns.map((one) => (
        <KnownReturn key={one.id} shop={shop} one={one} />
      ))}
      {problem !== undefined && (
        <p className="notice notice-stop" role="alert" id="returns-problem">
          <Icon name="alert" />
          {problem}
        </p>
      )}
      {canRequest && (
        <details open={problem !== undefined}>
          <summary>{texts.open}</summary>
          {until !== null && <p className="hint">{texts.until(formatDateTime(until, shop.language))}</p>}
          <ReturnForm shop={shop} token={token} returns={returns} draft={draft} />
        </details>
      )}
    </section>
  )
}

function KnownReturn({ shop, one }: { shop: Shop; one: OrderReturn }) {
  const { returns: texts } = shop.texts
  const state = texts.states[one.state]
  return (
    <div className="returns-known">
      <h3>
        {state.name} <small>{formatDateTime(one.requestedAt, shop.language)}</small>
      </h3>
      <ul>
        {one.lines.map((line) => (
          <li key={line.variantId}>{texts.line(shop.number(line.quantity), shop.pick(line.name))}</li>
        ))}
      </ul>
      <p>{texts.because(texts.reasons[one.reason])}</p>
      {one.note !== null && <p className="as-typed">{one.note}</p>}
      <p>{state.text}</p>
      {one.state === 'refused' && one.decisionNote !== null && <p className="as-typed">{one.decisionNote}</p>}
      {one.refundPaisa !== null && one.refundPaisa > 0 && <p>{texts.refund(shop.money(one.refundPaisa))}</p>}
    </div>
  )
}

/** A plain form, so it works without our script. */
function ReturnForm({ shop, token, returns, draft }: Omit<Props, 'problem'>) {
  const { returns: texts, checkout } = shop.texts
  return (
    <form className="returns-form" method="post" action={`${links.returnOrder(shop.language, token)}#returns`}>
      <input type="hidden" name="key" value={draft.key} />
      <fieldset>
        <legend>{texts.which}</legend>
        {returns.lines
          .filter(({ returnable }) => returnable > 0)
          .map(({ variantId, name, returnable }) => (
            <Field key={variantId} name={`quantity-${variantId}`} label={shop.pick(name)}>
              {(described) => (
                <select {...described} defaultValue={String(draft.quantities[variantId] ?? 0)}>
                  {Array.from({ length: returnable + 1 }, (_, units) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the index is what is chosen.
                    <option key={units} value={units}>
                      {units === 0 ? texts.keep : texts.units(shop.number(units))}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ))}
      </fieldset>
      <Field name="reason" label={texts.reason}>
        {(described) => (
          <select {...described} required defaultValue={draft.reason}>
            <option value="">{texts.choose}</option>
            {Object.entries(texts.reasons).map(([reason, text]) => (
              <option key={reason} value={reason}>
                {text}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="note" label={texts.note} optional={checkout.optional} hint={texts.noteHint}>
        {(described) => (
          <textarea {...described} autoComplete="off" rows={3} maxLength={noteLengthMax} defaultValue={draft.note} />
        )}
      </Field>
      <button className="button" type="submit">
        {texts.send}
      </button>
    </form>
  )
}
