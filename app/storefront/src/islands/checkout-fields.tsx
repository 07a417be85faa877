import { formatTaka } from '@dhakacart/contract/money.ts'
import { isAmountTaken, type TakenAmounts } from '@dhakacart/contract/payment-amounts.ts'
import { type CheckoutErrors, type CheckoutValues, lengthMax } from '../checkout-values.ts'
import { Field } from '../components/field.tsx'
import { Icon } from '../components/icon.tsx'
import type { CheckoutFormProps } from './checkout-form.tsx'
import type { Delivery } from './use-delivery.ts'

type Part = { values: CheckoutValues; errors: CheckoutErrors; texts: CheckoutFormProps['texts'] }

export function PersonFields({ values, errors, texts }: Part) {
  return (
    <fieldset className="panel">
      <legend>{texts.who}</legend>
      <Field name="name" label={texts.name} error={errors.name}>
        {(described) => (
          <input
            {...described}
            type="text"
            autoComplete="name"
            required
            maxLength={lengthMax.name}
            defaultValue={values.name}
          />
        )}
      </Field>
      <Field name="phone" label={texts.phone} hint={texts.phoneHint} error={errors.phone}>
        {(described) => (
          <input
            {...described}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            required
            maxLength={lengthMax.phone}
            defaultValue={values.phone}
          />
        )}
      </Field>
      <Field name="email" label={texts.email} optional={texts.optional} error={errors.email}>
        {(described) => (
          <input
            {...described}
            type="email"
            inputMode="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={lengthMax.email}
            defaultValue={values.email}
          />
        )}
      </Field>
    </fieldset>
  )
}

type PlaceProps = Part & { divisions: CheckoutFormProps['divisions']; delivery: Delivery; isAwake: boolean }

/** District, then its upazilas, then the street. The two small buttons do what choosing does once awake. */
export function PlaceFields({ values, errors, texts, divisions, delivery, isAwake }: PlaceProps) {
  const { district, upazila, upazilas } = delivery
  return (
    <fieldset className="panel">
      <legend>{texts.where}</legend>
      <Field name="district" label={texts.district} error={errors.district}>
        {(described) => (
          <select
            {...described}
            autoComplete="address-level1"
            required
            value={district}
            onChange={(event) => void delivery.chooseDistrict(event.target.value)}
          >
            <option value="">{texts.chooseDistrict}</option>
            {divisions.map((division) => (
              <optgroup key={division.name} label={division.name}>
                {division.districts.map(({ slug, name }) => (
                  <option key={slug} value={slug}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      {!isAwake && <StepButton step="district" text={texts.showUpazilas} />}
      <Field
        name="upazila"
        label={texts.upazila}
        hint={delivery.problem ?? (upazilas.length === 0 ? texts.districtFirst : undefined)}
        error={errors.upazila}
      >
        {(described) => (
          <select
            {...described}
            autoComplete="address-level2"
            required
            disabled={upazilas.length === 0}
            value={upazila}
            onChange={(event) => void delivery.chooseUpazila(event.target.value)}
          >
            <option value="">{texts.chooseUpazila}</option>
            {upazilas.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {!isAwake && upazilas.length > 0 && <StepButton step="quote" text={texts.showFee} />}
      <Field name="street" label={texts.street} hint={texts.streetHint} error={errors.street}>
        {(described) => (
          <textarea
            {...described}
            autoComplete="street-address"
            rows={2}
            required
            maxLength={lengthMax.street}
            defaultValue={values.street}
          />
        )}
      </Field>
      <Field name="note" label={texts.note} optional={texts.optional} error={errors.note}>
        {(described) => (
          <textarea {...described} autoComplete="off" rows={2} maxLength={lengthMax.note} defaultValue={values.note} />
        )}
      </Field>
    </fieldset>
  )
}

function StepButton({ step, text }: { step: string; text: string }) {
  return (
    <button className="button button-quiet step-button" type="submit" name="step" value={step}>
      {text}
    </button>
  )
}

const paymentIcons = { cash_on_delivery: 'cash', bkash: 'phone', nagad: 'phone', sslcommerz: 'shield' } as const

type PaymentProps = Part &
  Pick<CheckoutFormProps, 'language' | 'payments' | 'instalmentMonths' | 'subtotalPaisa' | 'discountPaisa'> & {
    delivery: Delivery
  }

/** Only ways to pay that are offered now are shown; one that does not take the amount says what it takes, and cannot be chosen. */
export function PaymentFields(props: PaymentProps) {
  const { values, errors, texts, payments, instalmentMonths, subtotalPaisa, discountPaisa, delivery } = props
  const totalPaisa = subtotalPaisa - discountPaisa + (delivery.quote?.feePaisa ?? 0)
  const takes = ({ amounts }: (typeof payments)[number]) => isAmountTaken(amounts, totalPaisa)
  const takesCards = payments.some((payment) => payment.method === 'sslcommerz' && takes(payment))
  const words = {
    cash_on_delivery: [texts.cashOnDelivery, texts.cashOnDeliveryText],
    bkash: [texts.bkash, texts.bkashText],
    nagad: [texts.nagad, texts.nagadText],
    sslcommerz: [texts.sslcommerz, texts.sslcommerzText],
  } as const
  return (
    <fieldset className="panel" id="payment" aria-describedby={errors.payment ? 'payment-error' : undefined}>
      <legend>{texts.how}</legend>
      {payments.map((payment) => (
        <label className="choice" key={payment.method}>
          <input
            type="radio"
            name="payment"
            value={payment.method}
            defaultChecked={values.payment === payment.method}
            disabled={!takes(payment)}
          />
          <Icon name={paymentIcons[payment.method]} />
          <span>
            <strong>{words[payment.method][0]}</strong>
            <small>{takes(payment) ? words[payment.method][1] : amountsText(payment.amounts, props)}</small>
          </span>
        </label>
      ))}
      {takesCards && instalmentMonths.length > 0 && (
        <Field name="instalments" label={texts.instalments} hint={texts.instalmentsHint} error={errors.instalments}>
          {(described) => (
            <select {...described} defaultValue={values.instalments}>
              <option value="">{texts.noInstalments}</option>
              {instalmentMonths.map(({ months, text }) => (
                <option key={months} value={months}>
                  {text}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {errors.payment && (
        <p className="field-problem" id="payment-error">
          {errors.payment}
        </p>
      )}
    </fieldset>
  )
}

function amountsText(amounts: TakenAmounts | null, { language, texts }: PaymentProps): string {
  if (amounts === null) return ''
  return texts.amountsTaken
    .replace('{min}', formatTaka(amounts.minPaisa, language))
    .replace('{max}', formatTaka(amounts.maxPaisa, language))
}
