import type { Language } from '@dhakacart/contract/language.ts'
import type { MouseEvent } from 'react'
import { links } from '../links.ts'
import type { PanelOption, PanelVariant } from './product-panel.tsx'

type Props = {
  language: Language
  slug: string
  variants: PanelVariant[]
  variant: PanelVariant
  onChoose: (event: MouseEvent, variant: PanelVariant) => void
}

/** One row of choices per option: colours as swatches, the rest as words. */
export function VariantPicker({ language, slug, variants, variant, onChoose }: Props) {
  if (variants.length < 2) return null
  return variant.options.map(({ key, name, label }) => (
    <fieldset className="options" key={key}>
      <legend>
        {name}: <strong>{label}</strong>
      </legend>
      <ul>
        {valuesOf(variants, key).map((option) => {
          const target = closest(variants, variant, option)
          return (
            <li key={option.value}>
              <a
                className={option.hex === null ? 'option' : 'option option-colour'}
                href={links.product(language, slug, target.sku)}
                aria-current={isChosen(variant, option) ? 'true' : undefined}
                data-gone={target.availability === 'sold_out' ? '' : undefined}
                onClick={(event) => onChoose(event, target)}
              >
                {option.hex !== null && <Swatch hex={option.hex} />}
                <span>{option.label}</span>
              </a>
            </li>
          )
        })}
      </ul>
    </fieldset>
  ))
}

/** A filled circle as an image of its own, because a style attribute is not allowed. */
function Swatch({ hex }: { hex: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="9.5" fill={hex} />
    </svg>
  )
}

function valuesOf(variants: PanelVariant[], key: string): PanelOption[] {
  const values = new Map<string, PanelOption>()
  for (const { options } of variants) {
    const option = options.find((candidate) => candidate.key === key)
    if (option) values.set(option.value, option)
  }
  return [...values.values()]
}

function isChosen(variant: PanelVariant, { key, value }: PanelOption): boolean {
  return variant.options.some((option) => option.key === key && option.value === value)
}

/** The variant with this value that shares most with the chosen one; one that can be bought before one that cannot. */
function closest(variants: PanelVariant[], chosen: PanelVariant, wanted: PanelOption): PanelVariant {
  const score = (candidate: PanelVariant) =>
    candidate.options.filter((option) => isChosen(chosen, option)).length * 2 +
    (candidate.availability === 'sold_out' ? 0 : 1)
  const candidates = variants.filter((candidate) => isChosen(candidate, wanted))
  return candidates.reduce(
    (best, candidate) => (score(candidate) > score(best) ? candidate : best),
    candidates[0] ?? chosen,
  )
}
