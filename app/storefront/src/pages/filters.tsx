import { Icon } from '../components/icon.tsx'
import type { Shop } from '../shop.ts'
import { type FacetValue, type ListProps, usefulValues } from './product-list.tsx'

/** Values of one filter that are seen at once; the rest unfold. */
const shownValues = 7
const paisaPerTaka = 100

/**
 * The filters as one GET form: a column on a wide screen, a sheet on a phone (the popover attribute, so that it opens
 * without our script; a browser that does not know it shows the filters above the list).
 */
export function Filters({ shop, list, choice, basePath }: ListProps & { shop: Shop }) {
  const texts = shop.texts.list
  return (
    <aside className="filters" id="filters" popover="auto" aria-label={texts.filters}>
      <div className="filters-head">
        <h2>{texts.filters}</h2>
        <button type="button" popoverTarget="filters" popoverTargetAction="hide" aria-label={shop.texts.layout.close}>
          <Icon name="close" />
        </button>
      </div>
      <form id="filter-form" action={basePath} data-filter-form="">
        {choice.text !== undefined && <input type="hidden" name="q" value={choice.text} />}
        <Choices shop={shop} title={texts.brand} values={usefulValues(list.brands)} inputName="brand" prefix="" />
        {list.facets.map((facet) => (
          <Choices
            key={facet.key}
            shop={shop}
            title={shop.pick(facet.name)}
            values={usefulValues(facet.values)}
            inputName="spec"
            prefix={`${facet.key}:`}
          />
        ))}
        <fieldset>
          <legend>{texts.price}</legend>
          <div className="price-range">
            <PriceInput
              shop={shop}
              name="min"
              label={texts.priceFrom}
              value={choice.minTaka}
              hintPaisa={list.priceRange.minPaisa}
            />
            <PriceInput
              shop={shop}
              name="max"
              label={texts.priceTo}
              value={choice.maxTaka}
              hintPaisa={list.priceRange.maxPaisa}
            />
          </div>
        </fieldset>
        <fieldset>
          <legend>{texts.availability}</legend>
          <label className="tick">
            <input type="checkbox" name="stock" value="1" defaultChecked={choice.inStock === true} />
            <span>{texts.inStockOnly}</span>
            <small>{shop.number(list.inStockCount)}</small>
          </label>
        </fieldset>
        <button className="button filters-apply" type="submit">
          {texts.applyFilters}
        </button>
      </form>
    </aside>
  )
}

type ChoicesProps = {
  shop: Shop
  title: string
  values: readonly FacetValue[]
  inputName: 'brand' | 'spec'
  prefix: string
}

function Choices({ shop, title, values, inputName, prefix }: ChoicesProps) {
  if (values.length < 2 && !values.some(({ isChosen }) => isChosen)) return null
  const tick = (value: FacetValue) => (
    <label className="tick" key={value.value}>
      <input type="checkbox" name={inputName} value={prefix + value.value} defaultChecked={value.isChosen} />
      <span>{shop.pick(value.label)}</span>
      <small>{shop.number(value.count)}</small>
    </label>
  )
  const folded = values.slice(shownValues)
  return (
    <fieldset>
      <legend>{title}</legend>
      {values.slice(0, shownValues).map(tick)}
      {folded.length > 0 && (
        <details open={folded.some(({ isChosen }) => isChosen)}>
          <summary>{shop.texts.list.moreValues(shop.number(folded.length))}</summary>
          {folded.map(tick)}
        </details>
      )}
    </fieldset>
  )
}

type PriceInputProps = {
  shop: Shop
  name: 'min' | 'max'
  label: string
  value: number | undefined
  hintPaisa: number
}

function PriceInput({ shop, name, label, value, hintPaisa }: PriceInputProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        type="text"
        inputMode="numeric"
        pattern="[0-9০-৯]{0,10}"
        name={name}
        defaultValue={shop.digits(String(value ?? ''))}
        placeholder={shop.digits(String(Math.floor(hintPaisa / paisaPerTaka)))}
      />
    </label>
  )
}
