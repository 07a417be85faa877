import type { Language } from '@dhakacart/contract/language.ts'
import type { TakenAmounts } from '@dhakacart/contract/payment-amounts.ts'
import type { PaymentMethod } from '@dhakacart/contract/payment-methods.ts'
import { type ChangeEvent, type SubmitEvent, useEffect, useRef, useState } from 'react'
import { sendForm } from '../browser/send-form.ts'
import {
  type CheckoutErrors,
  type CheckoutValues,
  checkoutFields,
  findCheckoutErrors,
  readCheckoutValues,
} from '../checkout-values.ts'
import { links } from '../links.ts'
import type { ShownUpazila } from '../upazila-list.ts'
import { PaymentFields, PersonFields, PlaceFields } from './checkout-fields.tsx'
import { CheckoutSummary } from './checkout-summary.tsx'
import { useDelivery } from './use-delivery.ts'

export type ShownQuote = { upazila: string; zone: string; feePaisa: number; daysMin: number; daysMax: number }

export type CheckoutText =
  | 'agree'
  | 'amountsTaken'
  | 'andReturns'
  | 'awaySafe'
  | 'bkash'
  | 'bkashText'
  | 'cashOnDelivery'
  | 'cashOnDeliveryText'
  | 'changeCart'
  | 'chooseDistrict'
  | 'chooseUpazila'
  | 'days'
  | 'delivery'
  | 'deliveryLoading'
  | 'deliveryOpen'
  | 'deliveryTo'
  | 'district'
  | 'districtFirst'
  | 'discount'
  | 'districtMissing'
  | 'email'
  | 'emailWrong'
  | 'feeFirst'
  | 'how'
  | 'instalments'
  | 'instalmentsHint'
  | 'lost'
  | 'nagad'
  | 'nagadText'
  | 'noInstalments'
  | 'sslcommerz'
  | 'sslcommerzText'
  | 'name'
  | 'nameMissing'
  | 'note'
  | 'noteTooLong'
  | 'optional'
  | 'paymentMissing'
  | 'phone'
  | 'phoneHint'
  | 'phoneWrong'
  | 'place'
  | 'placeTotal'
  | 'problemTitle'
  | 'quoteFailed'
  | 'returns'
  | 'sending'
  | 'showFee'
  | 'showUpazilas'
  | 'stillSending'
  | 'street'
  | 'streetHint'
  | 'streetMissing'
  | 'subtotal'
  | 'terms'
  | 'total'
  | 'units'
  | 'upazila'
  | 'upazilaMissing'
  | 'upazilasFailed'
  | 'where'
  | 'who'
  | 'withVat'
  | 'yourOrder'

export type CheckoutFormProps = {
  language: Language
  values: CheckoutValues
  errors: CheckoutErrors
  divisions: { name: string; districts: { slug: string; name: string }[] }[]
  upazilas: ShownUpazila[]
  quote: ShownQuote | null
  /** Ways to pay that are offered now, and what they take at once; null: any amount. */
  payments: { method: PaymentMethod; amounts: TakenAmounts | null }[]
  /** Months over which a card may pay this cart; empty where instalments are not possible. */
  instalmentMonths: { months: number; text: string }[]
  orderKey: string
  subtotalPaisa: number
  /** What the coupon takes off; 0: no coupon. */
  discountPaisa: number
  lines: {
    /** The hidden field that says what was shown. */
    seen: string
    sku: string
    name: string
    options: string
    pictureId: string | null
    quantity: number
    linePaisa: number
  }[]
  /** With `{total}`, `{zone}`, … where something goes: functions do not travel in a page. */
  texts: Record<CheckoutText, string>
}

/** After this long without an answer the shopper is told that we are still at it. */
const slowAfterMs = 3_000

/**
 * The whole checkout as one plain form. Without our script each step is a button that shows the form again; awake, places
 * and fee are fetched as they are chosen, mistakes are shown before sending, the button is pressed once, and an order that
 * was lost on the way is sent again.
 */
export default function CheckoutForm(props: CheckoutFormProps) {
  const { language, values, texts } = props
  const summary = useRef<HTMLDivElement>(null)
  const [errors, setErrors] = useState(props.errors)
  const [isAwake, setIsAwake] = useState(false)
  const delivery = useDelivery(props)
  const sending = useSending()
  useEffect(() => setIsAwake(true), [])
  const [refusals, setRefusals] = useState(0)
  useEffect(() => {
    if (refusals > 0) summary.current?.focus()
  }, [refusals])

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const found = findCheckoutErrors(readCheckoutValues(new FormData(event.currentTarget)), texts)
    if (Object.keys(found).length > 0) {
      setRefusals(refusals + 1)
      return setErrors(found)
    }
    void sending.send(event.currentTarget, event.nativeEvent.submitter)
  }

  /** What was wrong is judged again while it is corrected; what nobody complained about is left alone until the press. */
  function onChange(event: ChangeEvent<HTMLFormElement>) {
    if (Object.keys(errors).length === 0) return
    const found = findCheckoutErrors(readCheckoutValues(new FormData(event.currentTarget)), texts)
    setErrors(Object.fromEntries(Object.entries(found).filter(([field]) => field in errors)))
  }

  const parts = { ...props, errors, isAwake, delivery }
  return (
    <form
      className="checkout"
      id="checkout"
      method="post"
      action={links.checkout(language)}
      noValidate
      onSubmit={isAwake ? onSubmit : undefined}
      onChange={onChange}
    >
      <input type="hidden" name="key" value={props.orderKey} />
      <input type="hidden" name="upazilasOf" value={delivery.upazilasOf} />
      <input type="hidden" name="fee" value={delivery.quote?.feePaisa ?? ''} />
      <input type="hidden" name="discount" value={props.discountPaisa} />
      <input type="hidden" name="quotedFor" value={delivery.quote?.upazila ?? ''} />
      {props.lines.map(({ seen }) => (
        <input key={seen} type="hidden" name="line" value={seen} />
      ))}
      <div className="checkout-fields">
        <ErrorSummary errors={errors} title={texts.problemTitle} place={summary} />
        <PersonFields values={values} errors={errors} texts={texts} />
        <PlaceFields {...parts} />
        <PaymentFields {...parts} />
      </div>
      <CheckoutSummary {...parts} sending={sending} />
    </form>
  )
}

type ErrorSummaryProps = {
  errors: CheckoutErrors
  title: string
  place: React.RefObject<HTMLDivElement | null>
}

/** Everything that is wrong, in one place that takes focus, each a link to its field. */
function ErrorSummary({ errors, title, place }: ErrorSummaryProps) {
  const wrong = checkoutFields.filter((field) => errors[field] !== undefined)
  if (wrong.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: after a press that did not order, the reason must be the first thing read.
    <div className="notice notice-stop" role="alert" tabIndex={-1} ref={place} autoFocus>
      <div>
        <h2>{title}</h2>
        <ul>
          {wrong.map((field) => (
            <li key={field}>
              <a href={`#${field}`}>{errors[field]}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

export type Sending = {
  isSending: boolean
  isSlow: boolean
  /** No answer came to the last press. */
  isLost: boolean
  send: (form: HTMLFormElement, submitter: HTMLElement | null) => Promise<void>
}

/** Whether the order is on its way. A page brought back from memory, or an answer that never came, can be sent again. */
function useSending(): Sending {
  const [state, setState] = useState<'ready' | 'sending' | 'slow' | 'lost'>('ready')
  // Two presses may come before the first is drawn.
  const isSending = useRef(false)
  useEffect(() => {
    const reset = () => {
      isSending.current = false
      setState('ready')
    }
    addEventListener('pageshow', reset)
    return () => removeEventListener('pageshow', reset)
  }, [])
  useEffect(() => {
    if (state !== 'sending') return
    const slow = setTimeout(() => setState('slow'), slowAfterMs)
    return () => clearTimeout(slow)
  }, [state])

  async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    if (isSending.current) return
    isSending.current = true
    setState('sending')
    try {
      // Answered, this page is left or replaced, and until then stays busy.
      await sendForm(form, submitter)
    } catch {
      isSending.current = false
      setState('lost')
    }
  }

  const isSlow = state === 'slow'
  return { isSending: isSlow || state === 'sending', isSlow, isLost: state === 'lost', send }
}
