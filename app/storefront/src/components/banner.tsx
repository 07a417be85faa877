import { assetUrl, hasAsset } from '../assets/asset-url.ts'

const formats = ['avif', 'webp'] as const

/** A wide illustration without words, cut differently for a phone. Nothing where the file is not there. */
export function Banner({ name, isFirst = false }: { name: string; isFirst?: boolean }) {
  if (!hasAsset(`banners/${name}-wide.webp`)) return null
  return (
    <picture>
      {formats.map((format) => (
        <source
          key={`mobile-${format}`}
          media="(max-width: 699px)"
          type={`image/${format}`}
          srcSet={assetUrl(`banners/${name}-mobile.${format}`)}
          width={800}
          height={600}
        />
      ))}
      <source type="image/avif" srcSet={assetUrl(`banners/${name}-wide.avif`)} />
      <img
        src={assetUrl(`banners/${name}-wide.webp`)}
        alt=""
        width={1600}
        height={560}
        {...(isFirst ? { fetchPriority: 'high' } : { loading: 'lazy' })}
      />
    </picture>
  )
}
