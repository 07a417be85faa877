import type { Palette } from '../palette.ts'
import { keysOn, rim } from '../parts.ts'
import { screen } from '../screens.ts'
import { box, disc, line, oval, path, type Quad, repeat } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

function keyboardAndMouse(s: Studio, c: Palette, y: number): string {
  const keys: Quad = [
    [238, y + 8],
    [640, y + 8],
    [656, y + 74],
    [222, y + 74],
  ]
  const rows = [
    Array(14).fill(1),
    [...Array(13).fill(1), 1.6],
    [1.6, ...Array(12).fill(1), 1.4],
    [2, ...Array(10).fill(1), 2.6],
    [1.2, 1.2, 1.2, 6, 1.2, 1.2, 1.2],
  ] as number[][]
  return [
    s.lift(
      6,
      6,
      0.3,
      path(
        `M232 ${y}H646Q652 ${y} 654 ${y + 8}L672 ${y + 80}Q674 ${y + 92} 662 ${y + 92}H216Q204 ${y + 92} 206 ${y + 80}L224 ${y + 8}Q226 ${y} 232 ${y}Z`,
        s.down(c.base, c.light),
      ),
    ),
    path(keysOn(keys, rows, 0.006, 0.03), c.isDark ? '#3a4048' : '#ffffff', `stroke="${c.darker}" stroke-width="1"`),
    s.lift(6, 6, 0.32, oval(744, y + 48, 36, 46, s.down(c.lighter, c.base, c.dark))),
    line(`M744 ${y + 6}v26`, c.darker, 3),
  ].join('')
}

function calendar(s: Studio, x: number, y: number): string {
  return [
    s.lift(6, 10, 0.3, box(x, y, 280, 230, 14, '#fbfcfdf5')),
    box(x + 20, y + 20, 120, 16, 8, '#c23b3b'),
    repeat(35, (index) =>
      box(
        x + 20 + (index % 7) * 35,
        y + 54 + Math.floor(index / 7) * 32,
        24,
        20,
        5,
        index === 17 ? '#0b6b4f' : '#e5eaee',
      ),
    ),
  ].join('')
}

const chin: Style = (s, c) => [
  s.floor(480, 770, 200, 0.8),
  path('M420 640H540L556 762H404Z', s.across(c.dark, c.hi, c.base, c.darker)),
  path('M372 760H588L600 772H360Z', s.down(c.lighter, c.darker)),
  s.lift(6, 16, 0.22, box(86, 86, 788, 568, 26, s.across(c.dark, [0.01, c.hi], [0.99, c.base], c.darker))),
  box(92, 92, 776, 466, 20, '#0a0b0d'),
  screen(s, 110, 110, 740, 434, 4, 1),
  calendar(s, 156, 156),
  path('M92 558H868V628Q868 648 846 648H114Q92 648 92 628Z', s.down(c.light, c.base)),
  disc(480, 602, 15, s.slant(c.darker, c.lighter)),
  disc(480, 101, 4, '#2b3038'),
  rim(86, 86, 788, 568, 26, c, 2),
  keyboardAndMouse(s, c, 782),
]

const slim: Style = (s, c) => [
  s.floor(480, 758, 250, 0.8),
  path(
    'M300 600L262 744Q260 756 274 756H322L346 640ZM660 600L698 744Q700 756 686 756H638L614 640Z',
    s.down(c.light, c.base, c.darker),
  ),
  s.lift(6, 16, 0.22, box(70, 104, 820, 540, 18, s.across(c.dark, [0.01, c.hi], [0.99, c.base], c.darker))),
  box(75, 109, 810, 496, 14, '#0a0b0d'),
  screen(s, 86, 120, 788, 474, 4, 6),
  calendar(s, 546, 160),
  box(128, 160, 330, 26, 13, '#ffffffd0'),
  repeat(8, (index) =>
    box(
      128 + (index % 4) * 88,
      214 + Math.floor(index / 4) * 88,
      66,
      66,
      16,
      s.slant(['#4cc38a', '#ffc46b', '#7fb3ff', '#ff9aa8'][index % 4] ?? '', '#1a2433'),
    ),
  ),
  path('M75 605H885V628Q885 640 872 640H88Q75 640 75 628Z', s.down(c.base, c.dark)),
  box(120, 614, 720, 16, 8, s.dots(8, 2, c.deep)),
  box(440, 88, 80, 20, 6, s.down(c.light, c.dark)),
  disc(480, 97, 4, '#0a0b0d'),
  rim(70, 104, 820, 540, 18, c, 2),
  keyboardAndMouse(s, c, 778),
]

export const allInOnePc: Style[] = [chin, slim]
