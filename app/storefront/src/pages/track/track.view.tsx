import { company } from '@dhakacart/contract/company.ts'
import { formatDate } from '@dhakacart/contract/dates.ts'
import type { OrderStatus } from '@dhakacart/contract/orders.schema.ts'
import { formatPhone } from '@dhakacart/contract/phone.ts'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { OrderTimeline } from '../../components/order-timeline.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'

export type TrackProblems = { number?: string; phone?: string; notFound?: true; away?: true }
export type TrackViewProps = { number: string; phone: string; status: OrderStatus | null; problems: TrackProblems }
type Props = TrackViewProps & { shop: Shop }

/** How far an order is, for whoever knows its number and phone; nothing of where it goes. */
export function TrackView({ shop, ...props }: Props) {
  const { track: texts } = shop.texts
  return (
    <div className="width order-page track-page">
      <h1>{texts.title}</h1>
      {props.status === null ? (
        <TrackForm shop={shop} {...props} />
      ) : (
        <>
          <Status shop={shop} status={props.status} />
          <p className="hint">{texts.whole}</p>
          <a className="button button-quiet" href={links.track(shop.language)}>
            {texts.another}
          </a>
        </>
      )}
    </div>
  )
}

function TrackForm({ shop, number, phone, problems }: Props) {
  const { track: texts } = shop.texts
  return (
    <>
      <p>{texts.text}</p>
      <Outcome shop={shop} problems={problems} />
      <form className="panel track-form" method="post" action={links.track(shop.language)} noValidate>
        <Field name="number" label={texts.number} hint={texts.numberHint} error={problems.number}>
          {(described) => (
            <input
              {...described}
              type="text"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              required
              maxLength={40}
              defaultValue={number}
            />
          )}
        </Field>
        <Field name="phone" label={texts.phone} error={problems.phone}>
          {(described) => (
            <input
              {...described}
              type="tel"
              inputMode="tel"
              autoComplete="tel"
              required
              maxLength={25}
              defaultValue={phone}
            />
          )}
        </Field>
        <button className="button" type="submit">
          {texts.button}
        </button>
      </form>
    </>
  )
}

/** What came of the last press, where focus goes. */
function Outcome({ shop, problems }: Pick<Props, 'shop' | 'problems'>) {
  const { track: texts } = shop.texts
  const wrong = [problems.number, problems.phone].filter((text) => text !== undefined)
  if (Object.keys(problems).length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: after a press that found nothing, the reason must be the first thing read.
    <div className="notice notice-stop" role="alert" tabIndex={-1} autoFocus>
      <Icon name="alert" />
      <div>
        {problems.away && <p>{texts.away}</p>}
        {wrong.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {problems.notFound && (
          <>
            <h2>{texts.notFound}</h2>
            <p>{texts.notFoundText}</p>
            <p>
              <a href={`tel:${company.phone}`}>{texts.stillNot(shop.digits(formatPhone(company.phone)))}</a>
            </p>
          </>
        )}
      </div>
    </div>
  )
}

function Status({ shop, status }: { shop: Shop; status: OrderStatus }) {
  const { language, texts: all } = shop
  const texts = all.order
  const canCome = [
    'pending_payment',
    'pending_confirmation',
    'confirmed',
    'packed',
    'shipped',
    'delivery_failed',
  ].includes(status.state)
  const isComing = canCome && !status.isCalledBack
  return (
    <section className="panel" aria-labelledby="progress">
      <h2 id="progress">{texts.title(status.number)}</h2>
      <OrderTimeline shop={shop} order={status} />
      <dl className="facts">
        {isComing && (
          <div>
            <dt>{texts.expected}</dt>
            <dd>
              <strong>
                {texts.expectedBetween(
                  formatDate(status.expectedFrom, language),
                  formatDate(status.expectedTo, language),
                )}
              </strong>
            </dd>
          </div>
        )}
        <div>
          <dt>{texts.payment}</dt>
          <dd>
            {texts.payments[status.paymentMethod]}, {shop.money(status.totalPaisa)} (
            {texts.itemCount(shop.number(status.itemCount))})
          </dd>
        </div>
      </dl>
    </section>
  )
}
