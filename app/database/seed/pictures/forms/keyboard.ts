import { type Palette, paletteOf } from '../palette.ts'
import { box, disc, frame, group, line, path, repeat } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

type Row = readonly number[]

const mainRows: Row[] = [
  [...Array(13).fill(1), 2],
  [1.5, ...Array(12).fill(1), 1.5],
  [1.75, ...Array(11).fill(1), 2.25],
  [2.25, ...Array(10).fill(1), 2.75],
  [1.25, 1.25, 1.25, 6.25, 1.25, 1.25, 1.25, 1.25],
] as number[][]

/** Sculpted keycaps in rows, `unit` wide each, from (x, y). `cap` gives each key its colours. */
function caps(
  s: Studio,
  rows: Row[],
  x: number,
  y: number,
  unit: number,
  cap: (row: number, key: number) => Palette,
  glow = '',
): string {
  return rows
    .map((row, rowIndex) => {
      let left = x
      return row
        .map((width, keyIndex) => {
          const w = width * unit
          const kx = left
          left += w
          const c = cap(rowIndex, keyIndex)
          const ky = y + rowIndex * unit
          return (
            box(kx + 1.5, ky + 2, w - 3, unit - 3, 6, glow || c.deep) +
            box(kx + 2, ky + 1, w - 4, unit - 5, 6, c.darker) +
            box(kx + 6, ky + 3, w - 12, unit - 15, 5, s.down(c.lighter, c.base)) +
            (width < 3 ? box(kx + 11, ky + 9, Math.min(11, w * 0.2), 4, 2, glow ? '#ffffffd9' : c.detail) : '')
          )
        })
        .join('')
    })
    .join('')
}

const arrows = (s: Studio, c: Palette, x: number, y: number, unit: number, glow = '') =>
  caps(s, [[1]], x + unit, y, unit, () => c, glow) + caps(s, [[1, 1, 1]], x, y + unit, unit, () => c, glow)

/** Modifier keys in a second tone, as enthusiasts' keycap sets have them. */
const modifierKeys = (c: Palette) => (c.isDark ? paletteOf('#0b6b4f') : paletteOf('#8b97a3'))

const full: Style = (s, c) => {
  const accent = modifierKeys(c)
  return [
    s.floor(480, 668, 450, 0.6),
    s.lift(12, 16, 0.34, box(24, 300, 912, 346, 22, s.down(c.light, c.base, c.darker))),
    box(36, 312, 888, 318, 14, s.down(c.dark, c.darker)),
    caps(s, [[1]], 46, 324, 38, () => accent),
    ...[0, 1, 2].map((block) =>
      caps(s, [[1, 1, 1, 1]], 46 + 76 + block * 171, 324, 38, (_, key) =>
        block === 1 ? accent : key < 9 ? c : accent,
      ),
    ),
    caps(s, mainRows, 46, 384, 38.5, (row, key) =>
      (key === 0 && row > 0) || (row === 4 && key !== 3) || key === (mainRows[row]?.length ?? 0) - 1 ? accent : c,
    ),
    caps(s, [[1, 1, 1]], 640, 324, 32, () => accent),
    caps(
      s,
      [
        [1, 1, 1],
        [1, 1, 1],
      ],
      640,
      386,
      32,
      () => c,
    ),
    arrows(s, c, 640, 512, 32),
    caps(
      s,
      [
        [1, 1, 1, 1],
        [1, 1, 1, 1],
        [1, 1, 1, 1],
        [1, 1, 1, 1],
        [2, 1, 1],
      ],
      756,
      384,
      40,
      (_, key) => (key === 3 ? accent : c),
    ),
    disc(800, 346, 16, s.slant(c.hi, c.deep)),
    ...[850, 870, 890].map((x) => disc(x, 346, 4, '#49d28c')),
    box(24, 300, 912, 5, 2.5, `${c.hi}66`),
  ]
}

const rainbow: Style = (s, c) => {
  const light = s.across('#ff4d6d', '#ffb347', '#6ee787', '#3ec5ff', '#a06bff', '#ff4dc4')
  return [
    s.floor(480, 700, 400, 0.6),
    s.blur(28, box(90, 300, 780, 370, 40, light, 'opacity="0.5"')),
    s.lift(12, 16, 0.34, box(86, 286, 788, 390, 26, s.down(c.light, c.base, c.deep))),
    box(100, 300, 760, 352, 16, light, 'opacity="0.55"'),
    box(100, 300, 760, 352, 16, `${c.deep}99`),
    caps(s, [[1]], 112, 314, 48, () => c, '#ffffff00'),
    ...[0, 1, 2].map((block) => caps(s, [[1, 1, 1, 1]], 182 + block * 210, 314, 48, () => c, '#ffffff00')),
    disc(836, 338, 17, s.slant('#d9dee3', '#4a5058')),
    caps(s, mainRows, 112, 380, 49, () => c, '#ffffff00'),
    frame(100, 300, 760, 352, 16, light, 4),
    path('M86 650H874V652Q874 676 850 676H110Q86 676 86 652Z', s.down(c.base, c.deep)),
  ]
}

const slim: Style = (s, c) => [
  s.floor(480, 690, 410, 0.5),
  s.lift(10, 14, 0.26, box(70, 320, 820, 330, 30, s.down(c.hi, c.base, c.dark))),
  ...mainRows.map((row, rowIndex) => {
    const unit = 52
    let left = 90
    return row
      .map((width) => {
        const x = left
        left += width * unit
        return (
          box(
            x + 3,
            372 + rowIndex * 52,
            width * unit - 6,
            45,
            9,
            s.down(c.lighter, c.light),
            `stroke="${c.darker}" stroke-width="1.5"`,
          ) + (width < 3 ? box(x + 14, 386 + rowIndex * 52, 9, 9, 3, c.detail) : '')
        )
      })
      .join('')
  }),
  repeat(13, (index) =>
    box(93 + index * 60, 338, 54, 28, 8, s.down(c.lighter, c.light), `stroke="${c.darker}" stroke-width="1.5"`),
  ),
  line('M110 648H850', c.darker, 3),
]

const withMouse: Style = (s, c) => [
  s.floor(400, 640, 380, 0.5),
  group('translate(-6 -30) scale(0.86)', ...slim(s, c)),
  s.floor(860, 640, 70, 0.8),
  s.lift(
    10,
    12,
    0.34,
    path(
      'M790 430Q796 320 860 318Q924 320 930 430L926 540Q920 632 860 634Q800 632 794 540Z',
      s.across(c.dark, c.lighter, c.base, c.darker),
    ),
  ),
  line('M860 320V420', c.deep, 3),
  box(849, 352, 22, 60, 11, s.across('#15171a', '#5a616b', '#15171a')),
  path('M800 430Q860 460 920 430', 'none', `stroke="${c.darker}" stroke-width="2.5"`),
]

export const keyboard: Style[] = [full, rainbow, slim, withMouse]
