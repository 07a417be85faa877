import type { Palette } from '../palette.ts'
import { flash, lens, rim } from '../parts.ts'
import { screen } from '../screens.ts'
import { box, disc, group, line, path, repeat } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

function slab(s: Studio, c: Palette, w: number, h: number, variety: number, bezel: number): string {
  return s.lift(
    18,
    22,
    0.34,
    box(0, 0, w, h, 36, s.across(c.darker, [0.015, c.hi], [0.985, c.dark], c.deep)),
    box(5, 5, w - 10, h - 10, 32, '#08090b'),
    screen(s, bezel, bezel, w - bezel * 2, h - bezel * 2, 16, variety),
    rim(2, 2, w - 4, h - 4, 34, c, 2),
  )
}

function rear(s: Studio, c: Palette, w: number, h: number): string {
  return s.lift(
    14,
    18,
    0.28,
    box(0, 0, w, h, 36, s.across(c.darker, [0.02, c.hi], [0.06, c.base], [0.95, c.dark], c.deep)),
    box(5, 5, w - 10, h - 10, 32, s.slant(c.lighter, c.light, c.base, c.dark)),
    box(30, 30, 72, 126, 34, s.slant(c.hi, c.darker)),
    lens(s, 66, 66, 28),
    lens(s, 66, 122, 22, '#5a3a86'),
    flash(s, 128, 60, 10),
  )
}

function widgets(s: Studio, x: number, y: number): string {
  const tile = (column: number, row: number, from: string, to: string) =>
    box(x + column * 78, y + row * 78, 56, 56, 16, s.slant(from, to)) +
    disc(x + column * 78 + 28, y + row * 78 + 28, 12, '#ffffffb0')
  return [
    box(x, y - 170, 290, 140, 24, '#ffffff30'),
    box(x + 24, y - 144, 130, 24, 12, '#ffffffe6'),
    box(x + 24, y - 106, 90, 12, 6, '#ffffff99'),
    line(`M${x + 24} ${y - 60}l40 -16 40 10 44 -22 50 12 66 -20`, '#ffffffcc', 4),
    tile(0, 0, '#4cc38a', '#0b6b4f'),
    tile(1, 0, '#ffc46b', '#e08a1e'),
    tile(2, 0, '#7fb3ff', '#2f5fb3'),
    tile(3, 0, '#ff9aa8', '#c23b5b'),
    tile(0, 1, '#c9a6ff', '#7b62b5'),
    tile(1, 1, '#8fe0e6', '#128a9c'),
    tile(2, 1, '#ffd6a5', '#c2683b'),
    tile(3, 1, '#e8ebef', '#9aa3ad'),
  ].join('')
}

const portrait: Style = (s, c) => [
  s.floor(480, 878, 350, 0.8),
  group('translate(150 132) rotate(-5 260 360)', rear(s, c, 500, 716)),
  group(
    'translate(306 116) rotate(2 260 370)',
    slab(s, c, 510, 740, 0, 28),
    widgets(s, 74, 300),
    disc(255, 15, 4, '#2a2f36'),
  ),
]

const landscape: Style = (s, c) => [
  s.floor(480, 820, 430, 0.9),
  group('translate(70 190)', slab(s, c, 820, 570, 1, 26), widgets(s, 84, 300), disc(410, 14, 4, '#2a2f36')),
  group(
    'translate(120 800) rotate(-4)',
    s.lift(
      8,
      8,
      0.35,
      box(0, 0, 640, 22, 11, s.down('#ffffff', '#e9ecef', '#aeb5bd')),
      path('M640 2l46 8q4 1 0 2l-46 8Z', s.down('#f4f6f8', '#9aa2ab')),
      box(520, 4, 70, 8, 4, '#ffffff'),
      box(60, 0, 4, 22, 0, '#b8bfc6'),
    ),
  ),
]

const keyboardCase: Style = (s, c) => [
  s.floor(480, 842, 430),
  group('translate(130 130)', slab(s, c, 700, 500, 5, 22), widgets(s, 74, 260)),
  path('M150 640H810L896 800Q904 822 880 824H80Q56 822 64 800Z', s.down(c.dark, c.base, c.light)),
  path('M64 806Q60 824 80 824H880Q900 824 896 806V822Q894 838 876 838H84Q66 838 64 822Z', s.down(c.darker, c.deep)),
  repeat(4, (row) => {
    const y = 658 + row * 27
    const spread = 300 + row * 13
    const cell = (spread * 2) / 13
    return repeat(13, (column) =>
      box(
        480 - spread + column * cell + 3,
        y,
        cell - 6,
        20,
        4,
        s.down(c.light, c.dark),
        `stroke="${c.darker}" stroke-width="1"`,
      ),
    )
  }),
  box(370, 772, 220, 40, 6, s.down(c.dark, c.base), `stroke="${c.darker}" stroke-width="1.5"`),
]

const entertainment: Style = (s, c) => [
  s.floor(480, 812, 430, 0.9),
  group('translate(190 118) rotate(-4 360 270)', rear(s, c, 700, 500)),
  group('translate(60 230)', slab(s, c, 840, 570, 2, 26), widgets(s, 480, 320), disc(420, 14, 4, '#2a2f36')),
]

export const tablet: Style[] = [portrait, landscape, keyboardCase, entertainment]
