import { pictureUrl, pictureWidths } from '@dhakacart/contract/pictures.schema.ts'
import { Icon } from './icon.tsx'

export type PictureSize = 'card' | 'tile' | 'thumb' | 'main'

/** Widths offered and the room a picture has on screen, for each place that shows one. Pictures are square. */
const rooms: Readonly<Record<PictureSize, { widths: readonly number[]; sizes: string; side: number }>> = {
  thumb: { widths: [240], sizes: '72px', side: 72 },
  tile: { widths: [240, 480], sizes: '(min-width: 800px) 150px, 30vw', side: 240 },
  card: { widths: [240, 480], sizes: '(min-width: 800px) 220px, 44vw', side: 240 },
  main: { widths: pictureWidths, sizes: '(min-width: 800px) 480px, 92vw', side: 480 },
}

/** The addresses of one format in the widths of a place, as `srcset` wants them. */
export function pictureSources(pictureId: string, size: PictureSize, format: 'avif' | 'webp') {
  const { widths, sizes } = rooms[size]
  return { srcset: widths.map((width) => `${pictureUrl(pictureId, width, format)} ${width}w`).join(', '), sizes }
}

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
  const { side } = rooms[size]
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
