import { pictureUrl } from '@dhakacart/contract/picture-url.ts'
import { Icon } from './icon.tsx'
import { type PictureSize, pictureSide, pictureSources } from './picture-sources.ts'

type Props = {
  pictureId: string | null
  alt: string
  size: PictureSize
  /** Above the fold and large: fetched first. Everything else waits until it is near the screen. */
  isFirst?: boolean
}

/** A product's picture, AVIF where the browser can, with its room kept free before it arrives. */
export function ProductPicture({ pictureId, alt, size, isFirst = false }: Props) {
  if (pictureId === null) return <Icon name="box" className="no-picture" />
  const side = pictureSide(size)
  const avif = pictureSources(pictureId, size, 'avif')
  const webp = pictureSources(pictureId, size, 'webp')
  return (
    <picture>
      <source type="image/avif" srcSet={avif.srcset} sizes={avif.sizes} />
      <img
        srcSet={webp.srcset}
        sizes={webp.sizes}
        src={pictureUrl(pictureId, 480, 'webp')}
        alt={alt}
        width={side}
        height={side}
        {...(isFirst ? { fetchPriority: 'high' } : { loading: 'lazy' })}
      />
    </picture>
  )
}
