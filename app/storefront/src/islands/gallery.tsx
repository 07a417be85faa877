import type { MouseEvent } from 'react'
import { ProductPicture } from '../components/product-picture.tsx'
import { links } from '../links.ts'
import type { PanelVariant, ProductPanelProps } from './product-panel.tsx'

type Props = Pick<ProductPanelProps, 'language' | 'slug' | 'name' | 'variants' | 'texts'> & {
  variant: PanelVariant
  onChoose: (event: MouseEvent, variant: PanelVariant) => void
}

/** The picture of the chosen variant, and one small picture per look the product comes in. */
export function Gallery({ language, slug, name, variants, variant, texts, onChoose }: Props) {
  const looks = variants.filter(
    ({ pictureId }, index) =>
      pictureId !== null && variants.findIndex((other) => other.pictureId === pictureId) === index,
  )
  return (
    <div className="gallery">
      <div className="gallery-main">
        <ProductPicture key={variant.pictureId} pictureId={variant.pictureId} alt={name} size="main" isFirst />
      </div>
      {looks.length > 1 && (
        <ul aria-label={texts.pictures}>
          {looks.map((look) => (
            <li key={look.sku}>
              <a
                href={links.product(language, slug, look.sku)}
                aria-label={look.options.map(({ label }) => label).join(', ') || name}
                aria-current={look.pictureId === variant.pictureId ? 'true' : undefined}
                onClick={(event) => onChoose(event, sameButLook(variants, variant, look))}
              >
                <ProductPicture pictureId={look.pictureId} alt="" size="thumb" />
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
