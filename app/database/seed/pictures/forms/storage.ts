import { led, screw, usbA, usbC } from '../parts.ts'
import { box, disc, fade, frame, group, line, path, repeat } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

export function chip(s: Studio, x: number, y: number, w: number, h: number): string {
  return (
    s.lift(2, 3, 0.4, box(x, y, w, h, 4, s.slant('#3b4149', '#15171a'))) +
    box(x + w * 0.14, y + h * 0.26, w * 0.5, h * 0.07, 2, '#6f7780') +
    box(x + w * 0.14, y + h * 0.42, w * 0.34, h * 0.06, 2, '#565d66') +
    disc(x + w * 0.86, y + h * 0.86, 3, '#565d66')
  )
}

const stick: Style = (s, c) => [
  s.floor(480, 800, 330, 0.3),
  group(
    'rotate(-24 480 480)',
    s.lift(
      16,
      16,
      0.34,
      path(
        'M70 360H862Q880 360 880 378V452A20 20 0 0 1 880 492V572Q880 590 862 590H104V540Q90 540 90 525T104 510V590H70Z',
        s.slant('#14523f', '#0b3a2d'),
      ),
      box(36, 376, 40, 72, 2, s.stripes(9, 6, '#e0b35a', 0)),
      box(36, 466, 40, 112, 2, s.stripes(9, 6, '#e0b35a', 0)),
    ),
    chip(s, 130, 400, 130, 140),
    chip(s, 290, 390, 220, 170),
    chip(s, 540, 390, 220, 170),
    repeat(8, (index) => box(790 + (index % 2) * 24, 400 + Math.floor(index / 2) * 40, 14, 22, 2, '#c9a86a')),
    s.lift(2, 3, 0.25, box(276, 384, 500, 182, 6, s.slant(c.lighter, c.base, c.dark))),
    box(300, 410, 170, 26, 6, `${c.hi}cc`),
    box(300, 452, 110, 12, 6, `${c.hi}88`),
    path('M600 384H700L640 566H540Z', '#f5a524'),
    path('M716 384H740L680 566H656Z', '#f5a52488'),
  ),
]

const sata: Style = (s, c) => [
  s.floor(480, 840, 290, 0.4),
  group(
    'rotate(-8 480 480)',
    s.lift(16, 18, 0.34, box(220, 120, 520, 720, 22, s.slant(c.hi, c.light, c.base, c.darker))),
    box(232, 132, 496, 696, 16, s.slant(c.light, c.base, c.dark)),
    box(270, 180, 420, 340, 12, s.slant('#15171b', '#2b3037')),
    path('M270 420L690 250V330L270 500Z', '#f5a524'),
    path('M270 512L690 342V356L270 526Z', '#f5a52477'),
    box(310, 220, 170, 30, 8, '#f4f6f8'),
    box(310, 266, 100, 14, 7, '#8b929b'),
    ...[
      [250, 150],
      [710, 150],
      [250, 810],
      [710, 810],
    ].map(([x = 0, y = 0]) => screw(s, x, y, 10)),
    box(330, 826, 300, 22, 4, '#0c0d10'),
    box(344, 832, 150, 14, 2, s.stripes(9, 5, '#e0b35a', 90)),
    box(510, 832, 110, 14, 2, s.stripes(9, 5, '#e0b35a', 90)),
    fade(0.6, box(300, 600, 220, 12, 6, c.detail), box(300, 628, 160, 10, 5, c.detail)),
  ),
]

const portable: Style = (s, c) => [
  s.floor(480, 850, 260, 0.5),
  s.lift(
    14,
    18,
    0.32,
    box(250, 110, 460, 720, 90, s.across(c.darker, [0.04, c.hi], [0.12, c.light], [0.9, c.base], c.deep)),
  ),
  box(270, 130, 420, 680, 74, s.slant(c.lighter, c.base, c.dark)),
  box(270, 130, 420, 680, 74, s.stripes(26, 3, `${c.deep}44`, 30)),
  box(330, 100, 300, 26, 12, s.down('#22262b', '#3b4149')),
  usbC(s, 480, 820, 70),
  led(s, 580, 800, 4, '#49b0ff'),
  line('M400 470h160M430 500h100', c.detail, 8),
  frame(270, 130, 420, 680, 74, `${c.hi}88`, 2),
]

export const ssd: Style[] = [stick, sata, portable]

const internalDrive: Style = (s) => [
  s.floor(480, 872, 290, 0.4),
  s.lift(16, 18, 0.34, box(210, 90, 540, 780, 16, s.slant('#d9dee3', '#9aa2ab', '#6f7780'))),
  path(
    'M226 112Q226 104 236 104H724Q734 104 734 112V640L690 700V846Q690 856 680 856H280Q270 856 270 846V700L226 640Z',
    s.slant('#f4f6f8', '#c4c9cf', '#9aa2ab'),
  ),
  disc(480, 340, 210, 'none', 'stroke="#8b929b88" stroke-width="4"'),
  disc(480, 340, 70, s.slant('#aab1b9', '#f1f3f5')),
  ...[
    [246, 124],
    [714, 124],
    [246, 620],
    [714, 620],
    [300, 836],
    [660, 836],
  ].map(([x = 0, y = 0]) => screw(s, x, y, 12)),
  box(290, 180, 380, 330, 8, '#fbfcfd'),
  box(290, 180, 380, 74, 8, s.across('#0b6b4f', '#128a9c')),
  box(312, 204, 150, 26, 6, '#ffffff'),
  repeat(5, (index) => box(312, 280 + index * 26, [220, 180, 260, 140, 200][index] ?? 100, 9, 4.5, '#c3ccd5')),
  repeat(26, (index) => box(312 + index * 12, 430, [3, 6, 2, 5, 3][index % 5] ?? 3, 56, 0, '#22262b')),
  box(330, 730, 300, 90, 6, s.slant('#14523f', '#0b3a2d')),
  chip(s, 350, 744, 70, 60),
  chip(s, 440, 744, 110, 60),
]

const pocketDrive: Style = (s, c) => [
  s.floor(480, 846, 300, 0.5),
  group(
    'rotate(-6 480 470)',
    s.lift(
      14,
      18,
      0.32,
      box(230, 100, 500, 730, 40, s.across(c.darker, [0.03, c.hi], [0.1, c.base], [0.92, c.dark], c.deep)),
    ),
    box(244, 114, 472, 702, 30, s.slant(c.lighter, c.base, c.dark)),
    path('M244 420L716 270V786Q716 816 686 816H274Q244 816 244 786Z', s.slant(c.base, c.darker)),
    path('M244 420L716 270V784Q716 816 686 816H274Q244 816 244 786Z', s.stripes(16, 3, `${c.hi}22`, 162)),
    led(s, 300, 170, 5, '#49b0ff'),
    line('M300 730h120M300 756h70', c.detail, 8),
    usbA(s, 480, 822, 90),
  ),
]

export const hardDrive: Style[] = [internalDrive, pocketDrive]
