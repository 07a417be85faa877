import { readFileSync } from 'node:fs'
import { drawProduct, svgDocument } from '../draw.ts'
import { box, disc, group, path } from '../shapes.ts'
import { openStudio } from '../studio.ts'
import { assets } from './shop-art.ts'

/** The picture a shared link shows when the page has none of its own, 1200 by 630: the shop's name beside what it sells. */
export function drawSocialCard(): string {
  const s = openStudio()
  const wordMark = innerSvg('logo.svg')
    .replaceAll('#14231d', '#ffffff')
    .replaceAll('stroke="#0b6b4f"', 'stroke="#ffd27a"')
  return svgDocument(
    s,
    1200,
    630,
    [
      box(0, 0, 1200, 630, 0, s.slant('#05382b', '#0b6b4f', '#16926c')),
      disc(
        890,
        330,
        420,
        s.glow([
          [0, '#7fe0b055'],
          [1, '#7fe0b000'],
        ]),
      ),
      path('M0 630V540Q300 450 640 520T1200 490V630Z', '#042a2166'),
      group('translate(70 232) scale(1.62)', wordMark),
      box(74, 372, 150, 8, 4, '#f5a524'),
      group('translate(545 95) scale(0.46)', drawProduct(s, { form: 'laptop', style: 0, colour: 'silver' })),
      group('translate(800 130) scale(0.43)', drawProduct(s, { form: 'smartphone', style: 1, colour: 'green' })),
      group('translate(690 330) scale(0.26)', drawProduct(s, { form: 'headphones', style: 0, colour: 'white' })),
      group('translate(590 420) scale(0.17)', drawProduct(s, { form: 'earbuds', style: 0, colour: 'white' })),
    ].join(''),
  )
}

function innerSvg(name: string): string {
  return readFileSync(new URL(name, assets), 'utf8')
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
}
