import type { ColourKey, PictureForm } from '../../catalogue/catalogue.types.ts'
import { drawProduct, svgDocument } from '../draw.ts'
import { box, disc, fade, group, line, oval, path, polar, polygon, repeat, round } from '../shapes.ts'
import { openStudio, type Studio } from '../studio.ts'

/** Home page scenes. They hold no words, so one file serves both languages; the left of a wide one stays calm for the page's own text. */

export type BannerShape = { name: 'wide' | 'mobile'; width: number; height: number }

export const bannerShapes: readonly BannerShape[] = [
  { name: 'wide', width: 1600, height: 560 },
  { name: 'mobile', width: 800, height: 600 },
]

/** Where a product stands: the middle of its 960 canvas and the width that canvas takes in the scene. */
type Placement = readonly [form: PictureForm, style: number, colour: ColourKey, cx: number, cy: number, size: number]

function place(s: Studio, placements: readonly Placement[]): string {
  return placements
    .map(([form, style, colour, cx, cy, size]) =>
      group(
        `translate(${round(cx - size / 2)} ${round(cy - size / 2)}) scale(${size / 960})`,
        drawProduct(s, { form, style, colour }),
      ),
    )
    .join('')
}

function crescent(s: Studio, cx: number, cy: number, r: number): string {
  const moon = `M${cx + r * 0.42} ${cy - r * 0.9}A${r} ${r} 0 1 0 ${cx + r * 0.42} ${cy + r * 0.9}A${r * 0.78} ${r * 0.78} 0 1 1 ${cx + r * 0.42} ${cy - r * 0.9}Z`
  return [
    disc(
      cx,
      cy,
      r * 2.3,
      s.glow([
        [0, '#ffe3a166'],
        [0.5, '#ffe3a11f'],
        [1, '#ffe3a100'],
      ]),
    ),
    path(moon, s.slant('#fffdf2', '#ffe3a1', '#f0b95a')),
  ].join('')
}

function star(cx: number, cy: number, r: number, opacity: number): string {
  const points = Array.from({ length: 8 }, (_, index) => polar(cx, cy, index % 2 ? r * 0.28 : r, index * 45))
  return path(polygon(points), '#fff3cf', `opacity="${opacity}"`)
}

/** A brass Ramadan lantern on its chain, hanging from the top edge. */
function lantern(s: Studio, cx: number, top: number, size: number): string {
  const brass = s.across('#8a5a1c', '#f5c56b', '#fff0c2', '#d99a35', '#7a4a14')
  return [
    line(`M${cx} 0V${top}`, '#d9a75288', 3),
    group(
      `translate(${cx} ${top}) scale(${size / 100})`,
      disc(
        0,
        90,
        150,
        s.glow([
          [0, '#ffc46b88'],
          [0.5, '#ffc46b22'],
          [1, '#ffc46b00'],
        ]),
      ),
      path('M-6 0a9 9 0 1 1 12 0L8 10H-8Z', brass),
      path('M0 6Q30 20 36 46H-36Q-30 20 0 6Z', brass),
      box(-40, 44, 80, 10, 4, brass),
      path('M-36 54H36L44 100L30 146H-30L-44 100Z', s.glow(['#fffbe6', [0.5, '#ffd27a'], '#c9741c'])),
      path('M-12 54L-16 100L-10 146M12 54L16 100L10 146M-44 100H44', 'none', 'stroke="#8a5a1c" stroke-width="4"'),
      path('M-36 54H36L44 100L30 146H-30L-44 100Z', 'none', 'stroke="#b9822f" stroke-width="5"'),
      box(-34, 144, 68, 10, 4, brass),
      path('M-22 154H22L10 174H-10Z', brass),
      line('M0 176v20', '#d9a752', 3),
      disc(0, 200, 5, '#f5c56b'),
    ),
  ].join('')
}

/** Eight-pointed stars in a lattice, as on mosque screens; barely visible. */
function lattice(width: number, height: number, step: number): string {
  const shape = (cx: number, cy: number) => {
    const points = Array.from({ length: 16 }, (_, index) =>
      polar(cx, cy, index % 2 ? step * 0.32 : step * 0.46, index * 22.5),
    )
    return polygon(points)
  }
  const columns = Math.ceil(width / step) + 1
  const rows = Math.ceil(height / step) + 1
  const d = repeat(columns * rows, (index) => shape((index % columns) * step, Math.floor(index / columns) * step))
  return path(d, 'none', 'stroke="#ffffff" stroke-width="1.5" opacity="0.06"')
}

function skyline(width: number, base: number, fill: string, unit: number): string {
  const dome = (x: number, w: number, h: number) =>
    `M${x} ${base}V${base - h * 0.45}Q${x} ${base - h * 0.8} ${x + w / 2} ${base - h}Q${x + w} ${base - h * 0.8} ${x + w} ${base - h * 0.45}V${base}Z`
  const minaret = (x: number, h: number) =>
    `M${x} ${base}V${base - h}L${x + unit * 0.09} ${base - h - unit * 0.3}L${x + unit * 0.18} ${base - h}V${base}Z`
  const count = Math.ceil(width / (unit * 2.2))
  return path(
    `${repeat(count, (index) => {
      const x = index * unit * 2.2 - unit * 0.4
      return (
        dome(x, unit * 1.1, unit * 1.1) +
        dome(x + unit * 1.2, unit * 0.6, unit * 0.66) +
        minaret(x + unit * 1.9, unit * (index % 2 ? 1.3 : 1.6))
      )
    })}M0 ${base - unit * 0.34}H${width}V${base}H0Z`,
    fill,
  )
}

/** A round stage with a lit rim. */
function podium(s: Studio, cx: number, cy: number, rx: number, height: number, top: string, side: string): string {
  const ry = rx * 0.16
  return [
    oval(cx, cy + height + ry * 0.4, rx * 1.12, ry * 1.3, '#00000033'),
    path(
      `M${cx - rx} ${cy}V${cy + height}A${rx} ${ry} 0 0 0 ${cx + rx} ${cy + height}V${cy}Z`,
      s.across('#00000044', side, `${side}`, '#00000055'),
    ),
    path(
      `M${cx - rx} ${cy}V${cy + height}A${rx} ${ry} 0 0 0 ${cx + rx} ${cy + height}V${cy}Z`,
      s.across(`${side}`, [0.3, top], side),
      'opacity="0.75"',
    ),
    oval(cx, cy, rx, ry, s.slant(top, side)),
    oval(cx, cy, rx, ry, 'none', 'stroke="#ffffff" stroke-opacity="0.35" stroke-width="2"'),
  ].join('')
}

function eid(s: Studio, { name, width, height }: BannerShape): string {
  const isWide = name === 'wide'
  const cx = isWide ? 1130 : 400
  const floor = isWide ? 455 : 500
  const stars = repeat(26, (index) =>
    star(
      (index * 397) % width,
      24 + ((index * 173) % (height * 0.55)),
      4 + (index % 4) * 2.4,
      0.35 + (index % 3) * 0.22,
    ),
  )
  return [
    box(0, 0, width, height, 0, s.slant('#042a21', '#07503c', '#0f7a5b')),
    lattice(width, height, 84),
    disc(
      cx,
      floor - 120,
      isWide ? 460 : 380,
      s.glow([
        [0, '#2fc79666'],
        [1, '#2fc79600'],
      ]),
    ),
    stars,
    fade(0.55, skyline(width, height, '#042a21', isWide ? 120 : 100)),
    crescent(s, isWide ? 760 : 150, isWide ? 130 : 130, isWide ? 78 : 66),
    ...(isWide
      ? [
          [920, 24, 52],
          [1268, 10, 44],
          [1390, 40, 70],
          [1510, 96, 92],
        ]
      : [
          [300, 30, 56],
          [640, 60, 78],
          [740, 16, 58],
        ]
    ).map(([x = 0, top = 0, size = 0]) => lantern(s, x, top, size)),
    podium(s, cx, floor, isWide ? 420 : 370, 40, '#1c8f6c', '#0a4a38'),
    podium(s, cx, floor - 28, isWide ? 260 : 220, 30, '#2aa67f', '#0d5c45'),
    place(
      s,
      isWide
        ? [
            ['speaker', 0, 'gold', cx - 240, 316, 300],
            ['headphones', 0, 'white', cx + 262, 330, 300],
            ['smartphone', 1, 'green', cx, 256, 400],
            ['earbuds', 0, 'white', cx - 130, 396, 170],
            ['smartwatch', 1, 'gold', cx + 142, 384, 196],
          ]
        : [
            ['speaker', 0, 'gold', cx - 216, 376, 270],
            ['headphones', 0, 'white', cx + 226, 386, 270],
            ['smartphone', 1, 'green', cx, 320, 360],
            ['earbuds', 0, 'white', cx - 112, 446, 150],
            ['smartwatch', 1, 'gold', cx + 124, 436, 172],
          ],
    ),
  ].join('')
}

function appliances(s: Studio, { name, width, height }: BannerShape): string {
  const isWide = name === 'wide'
  const floor = isWide ? 440 : 470
  return [
    box(0, 0, width, height, 0, s.slant('#fff6e6', '#ffe7bd', '#ffd48a')),
    path(
      isWide
        ? `M620 ${floor}V250A240 240 0 0 1 1100 250V${floor}Z`
        : `M40 ${floor}V260A170 170 0 0 1 380 260V${floor}Z`,
      s.down('#ffffff99', '#ffffff33'),
    ),
    path(
      isWide
        ? `M1120 ${floor}V220A210 210 0 0 1 1540 220V${floor}Z`
        : `M420 ${floor}V250A170 170 0 0 1 760 250V${floor}Z`,
      s.down('#f5a52444', '#f5a52411'),
    ),
    disc(isWide ? 1330 : 590, isWide ? 120 : 150, 60, s.glow(['#ffffff', [0.5, '#fff3cfaa'], '#fff3cf00'])),
    path(`M0 ${floor}H${width}V${height}H0Z`, s.down('#f7c979', '#eaa84e')),
    path(`M0 ${floor}H${width}V${floor + 5}H0Z`, '#ffffff66'),
    place(
      s,
      isWide
        ? [
            ['air-conditioner', 0, 'white', 1345, 110, 350],
            ['refrigerator', 1, 'silver', 860, 266, 500],
            ['washing-machine', 0, 'white', 1130, 332, 350],
            ['television', 0, 'black', 1400, 350, 350],
            ['rice-cooker', 0, 'red', 1010, 452, 180],
            ['blender', 0, 'orange', 1300, 442, 180],
            ['fan', 0, 'green', 690, 354, 300],
          ]
        : [
            ['refrigerator', 1, 'silver', 210, 310, 440],
            ['washing-machine', 0, 'white', 430, 372, 320],
            ['air-conditioner', 0, 'white', 590, 130, 320],
            ['television', 0, 'black', 640, 400, 280],
            ['rice-cooker', 0, 'red', 330, 492, 160],
            ['blender', 0, 'orange', 560, 478, 170],
          ],
    ),
  ].join('')
}

function phones(s: Studio, { name, width, height }: BannerShape): string {
  const isWide = name === 'wide'
  const cx = isWide ? 1120 : 400
  return [
    box(0, 0, width, height, 0, s.slant('#eaf7f1', '#cfecdf', '#9fd8c0')),
    disc(cx, height * 0.5, isWide ? 330 : 300, s.slant('#ffffffcc', '#ffffff22')),
    disc(cx, height * 0.5, isWide ? 240 : 220, s.slant('#0b6b4f26', '#0b6b4f08')),
    disc(cx + (isWide ? 400 : 310), 90, 54, s.slant('#ffd27a', '#f5a524')),
    disc(cx - (isWide ? 420 : 330), height - 90, 34, s.slant('#2fa37e', '#0b6b4f')),
    path(
      `M0 ${height}V${height - 70}Q${width * 0.3} ${height - 130} ${width * 0.6} ${height - 70}T${width} ${height - 96}V${height}Z`,
      s.across('#0b6b4f33', '#0b6b4f14'),
    ),
    place(
      s,
      isWide
        ? [
            ['smartphone', 0, 'purple', cx - 330, 290, 420],
            ['smartphone', 2, 'gold', cx + 330, 290, 420],
            ['smartphone', 1, 'green', cx, 276, 520],
          ]
        : [
            ['smartphone', 0, 'purple', cx - 220, 320, 350],
            ['smartphone', 2, 'gold', cx + 220, 320, 350],
            ['smartphone', 1, 'green', cx, 310, 460],
          ],
    ),
  ].join('')
}

const scenes = { eid, appliances, phones } as const
export type BannerScene = keyof typeof scenes
export const bannerScenes = Object.keys(scenes) as BannerScene[]

export function drawBanner(scene: BannerScene, shape: BannerShape): string {
  const studio = openStudio()
  return svgDocument(studio, shape.width, shape.height, scenes[scene](studio, shape))
}
