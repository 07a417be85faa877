import { mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { bannerScenes, bannerShapes, drawBanner } from './banners.ts'
import { assets } from './shop-art.ts'
import { drawSocialCard } from './social-card.ts'

/** Developer command: renders banners, the social card and the home screen icons into the storefront's assets. */

const file = (name: string) => fileURLToPath(new URL(name, assets))

async function renderBanners(): Promise<void> {
  mkdirSync(new URL('banners/', assets), { recursive: true })
  for (const scene of bannerScenes) {
    for (const shape of bannerShapes) {
      const picture = sharp(Buffer.from(drawBanner(scene, shape))).flatten({ background: '#ffffff' })
      const name = file(`banners/${scene}-${shape.name}`)
      await picture.clone().avif({ quality: 52, effort: 6 }).toFile(`${name}.avif`)
      await picture.clone().webp({ quality: 80, effort: 6, smartSubsample: true }).toFile(`${name}.webp`)
    }
  }
}

/** The mark without its rounded tile, on green to the very edge: systems cut their own shape out of it. */
function fullBleedIcon(scale: number): Buffer {
  const mark = readFileSync(new URL('favicon.svg', assets), 'utf8')
    .replace(/^<svg[^>]*>/, '')
    .replace(/<rect[^>]*\/>/, '')
    .replace(/<\/svg>\s*$/, '')
  const shift = 32 - 32 * scale
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 64 64"><rect width="64" height="64" fill="#0b6b4f"/><g transform="translate(${shift} ${shift}) scale(${scale})">${mark}</g></svg>`
  return Buffer.from(svg)
}

async function renderIcons(): Promise<void> {
  const tile = readFileSync(new URL('favicon.svg', assets))
  for (const width of [192, 512]) {
    // 64 user units at 72 dpi are 64 pixels, so the density decides the size before any scaling blurs it.
    await sharp(tile, { density: (72 * width) / 64 })
      .resize(width, width)
      .png({ compressionLevel: 9 })
      .toFile(file(`icon-${width}.png`))
  }
  // A maskable icon keeps everything within the middle 80 %; Apple only rounds the corners.
  await sharp(fullBleedIcon(0.72)).png({ compressionLevel: 9 }).toFile(file('icon-maskable-512.png'))
  await sharp(fullBleedIcon(0.92)).resize(180, 180).png({ compressionLevel: 9 }).toFile(file('apple-touch-icon.png'))
}

await renderBanners()
await renderIcons()
await sharp(Buffer.from(drawSocialCard()))
  .flatten({ background: '#0b6b4f' })
  .png({ palette: true, quality: 90, dither: 1, effort: 10 })
  .toFile(file('social-card.png'))
