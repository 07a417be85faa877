import type { DeliveryEstimate } from '@dhakacart/contract/delivery.schema.ts'
import { formatNumber } from '@dhakacart/contract/digits.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'
import { useState } from 'react'
import { callApi } from '../browser/api.ts'
import { estimateDelivery } from '../browser/api-routes.ts'
import { Icon } from '../components/icon.tsx'
import { links } from '../links.ts'

type TextName =
  | 'deliveryTitle'
  | 'deliveryDistrict'
  | 'deliveryChoose'
  | 'deliveryShow'
  | 'deliveryDays'
  | 'deliveryFree'
  | 'deliveryFailed'

export type DeliveryEstimateProps = {
  language: Language
  productSlug: string
  sku: string
  divisions: { name: string; districts: [slug: string, name: string][] }[]
  /** Slug of the chosen district, empty when none is. */
  district: string
  estimates: readonly DeliveryEstimate[]
  texts: Record<TextName, string>
}

/** What delivery to a district costs and how long it takes: a form that reloads the page, or asks by itself once awake. */
export default function DeliveryEstimateBox(props: DeliveryEstimateProps) {
  const { language, productSlug, divisions, texts } = props
  const [district, setDistrict] = useState(props.district)
  const [estimates, setEstimates] = useState<readonly DeliveryEstimate[] | 'failed'>(props.estimates)

  async function choose(slug: string) {
    setDistrict(slug)
    if (slug === '') return setEstimates([])
    try {
      const { body } = await callApi(estimateDelivery, { query: { district: slug, product: productSlug } })
      setEstimates(body.estimates)
    } catch {
      setEstimates('failed')
    }
  }

  return (
    <form className="delivery" action={links.product(language, productSlug)}>
      <input type="hidden" name="variant" value={props.sku} />
      <Icon name="map-pin" />
      <label>
        <span>{texts.deliveryTitle}</span>
        <select
          name="district"
          value={district}
          aria-label={texts.deliveryDistrict}
          onChange={(event) => void choose(event.target.value)}
        >
          <option value="">{texts.deliveryChoose}</option>
          {divisions.map(({ name, districts }) => (
            <optgroup key={name} label={name}>
              {districts.map(([slug, label]) => (
                <option key={slug} value={slug}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button className="button button-quiet without-script" type="submit">
        {texts.deliveryShow}
      </button>
      <div className="delivery-result" role="status">
        {estimates === 'failed' && <p>{texts.deliveryFailed}</p>}
        {estimates !== 'failed' &&
          estimates.map(({ zone, feePaisa }) => (
            <p key={zone.code}>
              <strong>{feePaisa === 0 ? texts.deliveryFree : formatTaka(feePaisa, language)}</strong>
              <span>
                {zone.name[language]},{' '}
                {texts.deliveryDays
                  .replace('{min}', formatNumber(zone.daysMin, language))
                  .replace('{max}', formatNumber(zone.daysMax, language))}
              </span>
            </p>
          ))}
      </div>
    </form>
  )
}
