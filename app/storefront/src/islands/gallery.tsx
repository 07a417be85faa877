import { formatNumber } from '@dhakacart/contract/digits.ts'
import { pictureUrl } from '@dhakacart/contract/picture-url.ts'
import { type MouseEvent, useState } from 'react'
import { ProductPicture } from '../components/product-picture.tsx'
import { links } from '../links.ts'
import type { PanelVariant, ProductPanelProps } from './product-panel.tsx'

type Props = Pick<ProductPanelProps, 'language' | 'slug' | 'name' | 'pictureIds' | 'variants' | 'texts'> & {
  variant: PanelVariant
  onChoose: (event: MouseEvent, variant: PanelVariant) => void
}

/** The picture of the chosen variant, one small picture per look the product comes in, and its further pictures. */
export function Gallery({ language, slug, name, pictureIds, variants, variant, texts, onChoose }: Props) {
  // The picture that was asked for holds as long as the variant that was chosen with it.
  const [asked, setAsked] = useState<{ sku: string; pictureId: string } | null>(null)
  const looks = variants.filter(
    ({ pictureId }, index) =>
      pictureId !== null && variants.findIndex((other) => other.pictureId === pictureId) === index,
  )
  const further = pictureIds.filter((id) => looks.every(({ pictureId }) => pictureId !== id))
  const shown = asked?.sku === variant.sku ? asked.pictureId : (variant.pictureId ?? further[0] ?? null)
  return (
    <div className="gallery">
      <div className="gallery-main">
        <ProductPicture key={shown} pictureId={shown} alt={name} size="main" isFirst />
      </div>
      {looks.length + further.length > 1 && (
        <ul aria-label={texts.pictures}>
          {looks.map((look) => (
            <li key={look.sku}>
              <a
                href={links.product(language, slug, look.sku)}
                aria-label={look.options.map(({ label }) => label).join(', ') || name}
                aria-current={look.pictureId === shown ? 'true' : undefined}
                onClick={(event) => {
                  setAsked(null)
                  onChoose(event, sameButLook(variants, variant, look))
                }}
              >
                <ProductPicture pictureId={look.pictureId} alt="" size="thumb" />
              </a>
            </li>
          ))}
          {further.map((id, index) => (
            <li key={id}>
              <a
                href={pictureUrl(id, 960, 'webp')}
                aria-label={`${name}, ${formatNumber(looks.length + index + 1, language)}`}
                aria-current={id === shown ? 'true' : undefined}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return
                  event.preventDefault()
                  setAsked({ sku: variant.sku, pictureId: id })
                }}
              >
                <ProductPicture pictureId={id} alt="" size="thumb" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The variant that looks like `look` and is otherwise as the chosen one, if there is such a one. */
function sameButLook(variants: PanelVariant[], chosen: PanelVariant, look: PanelVariant): PanelVariant {
  const others = chosen.options.filter(({ key }) => key !== 'colour')
  const found = variants.find(
    ({ pictureId, options }) =>
      pictureId === look.pictureId &&
      others.every(({ key, value }) => options.some((option) => option.key === key && option.value === value)),
  )
  return found ?? look
}
