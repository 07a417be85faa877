import type { Palette } from '../palette.ts'
import { lens } from '../parts.ts'
import { box, disc, frame, group, line, oval, path, polar, repeat, ring } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

/** A lens barrel seen from the front, with ribs round its rim. */
function barrel(s: Studio, cx: number, cy: number, r: number): string {
  return [
    s.lift(10, 14, 0.45, disc(cx, cy, r, s.slant('#5a616b', '#101215', '#2b3037'))),
    repeat(72, (index) => {
      const [ax, ay] = polar(cx, cy, r * 0.91, index * 5)
      const [bx, by] = polar(cx, cy, r * 0.98, index * 5)
      return line(`M${ax} ${ay}L${bx} ${by}`, '#050607', r * 0.03)
    }),
    disc(cx, cy, r * 0.88, s.slant('#3b4149', '#0c0d10')),
    ring(cx, cy, r * 0.8, '#c9ced4', 2, 'opacity="0.6"'),
    ring(cx, cy, r * 0.72, '#e0b35a', 3),
    lens(s, cx, cy, r * 0.66, '#3a3f8f'),
  ].join('')
}

const modern: Style = (s, c) => [
  s.floor(480, 780, 380),
  path('M350 270Q370 190 410 180H550Q590 190 610 270Z', s.down(c.light, c.base, c.darker)),
  box(430, 168, 100, 18, 4, '#0c0d10'),
  box(640, 232, 120, 44, 16, s.across('#4a5058', '#15171a', '#4a5058')),
  repeat(12, (index) => line(`M${648 + index * 9} 238v34`, '#050607', 3)),
  box(210, 244, 74, 34, 12, s.across('#6f7780', '#24282e')),
  s.lift(
    6,
    12,
    0.26,
    path(
      'M120 300Q120 262 160 262H800Q840 262 840 300V730Q840 770 800 770H160Q120 770 120 730Z',
      s.down(c.light, [0.1, c.base], [0.9, c.dark], c.deep),
    ),
  ),
  path('M120 340H840V700H120Z', s.down('#2b2f35', '#17191c')),
  path('M120 340H840V700H120Z', s.dots(7, 2, '#00000066')),
  path('M120 300Q120 262 160 262H300Q290 420 300 770H160Q120 770 120 730Z', s.across('#3b4149', '#1b1e22', '#0f1113')),
  path('M120 300Q120 262 160 262H300Q290 420 300 770H160Q120 770 120 730Z', s.dots(7, 2, '#00000088')),
  disc(212, 246, 26, s.slant('#d9dee3', '#4a5058')),
  disc(740, 330, 14, '#f4e3c0'),
  barrel(s, 530, 520, 232),
  line('M130 300H830', `${c.hi}66`, 3),
]

const retro: Style = (s, c) => [
  s.floor(480, 770, 390),
  path('M360 250L390 186Q396 176 410 176H550Q564 176 570 186L600 250Z', s.down(c.hi, c.light, c.dark)),
  ...[
    [216, 60],
    [700, 74],
    [800, 44],
  ].map(
    ([x = 0, r = 0]) =>
      box(x - r, 204, r * 2, 60, 8, s.across('#8b929b', '#f4f6f8', '#aab1b9', '#5a616b')) +
      repeat(10, (index) => line(`M${x - r + 8 + (index * (r * 2 - 16)) / 9} 214v38`, '#565d6688', 2)),
  ),
  s.lift(6, 12, 0.26, box(90, 250, 780, 510, 44, s.down(c.hi, [0.12, c.light], [0.9, c.base], c.dark))),
  path('M90 350H870V690H90Z', s.down('#3a2a22', '#231812')),
  path('M90 350H870V690H90Z', s.dots(9, 3, '#00000055')),
  line('M90 350H870M90 690H870', '#ffffff55', 3),
  box(420, 196, 120, 40, 6, s.down('#15171b', '#3b4149')),
  box(170, 280, 90, 46, 8, s.slant('#1b2333', '#5a7aa6')),
  disc(760, 304, 22, s.slant('#f4f6f8', '#8b929b')),
  disc(760, 304, 12, '#c23b3b'),
  barrel(s, 480, 510, 224),
]

const compact: Style = (s, c) => [
  s.floor(480, 730, 370),
  box(640, 236, 130, 34, 14, s.down(c.hi, c.dark)),
  disc(586, 262, 40, s.slant('#d9dee3', '#4a5058')),
  s.lift(6, 12, 0.26, box(120, 258, 720, 462, 60, s.down(c.hi, [0.1, c.light], [0.85, c.base], c.deep))),
  box(138, 276, 684, 426, 46, s.slant(c.light, c.base, c.dark)),
  path('M138 340Q138 276 190 276H270Q246 500 270 702H190Q138 702 138 650Z', s.dots(9, 2.6, `${c.deep}88`)),
  box(700, 310, 90, 50, 12, s.slant('#fff7dc', '#d9c48f')),
  box(330, 300, 110, 40, 10, s.down('#15171b', '#3b4149')),
  barrel(s, 500, 500, 176),
  ring(500, 500, 186, `${c.hi}88`, 4),
  line('M700 640h70', c.detail, 8),
]

export const mirrorlessCamera: Style[] = [modern, retro, compact]

const actionClassic: Style = (s, c) => [
  s.floor(480, 810, 370),
  box(350, 196, 150, 30, 10, s.down('#e0565b', '#8a2226')),
  s.lift(
    6,
    14,
    0.28,
    box(110, 216, 740, 580, 76, s.across(c.darker, [0.04, c.light], [0.12, c.base], [0.92, c.dark], c.deep)),
  ),
  box(132, 238, 696, 536, 60, s.slant('#3b4149', '#1b1e22', '#0f1113')),
  box(132, 238, 696, 536, 60, s.dots(8, 2, '#00000055')),
  box(470, 270, 330, 330, 56, s.slant('#5a616b', '#101215')),
  box(482, 282, 306, 306, 48, '#08090b'),
  lens(s, 635, 435, 130, '#2c6a86'),
  box(176, 290, 240, 240, 26, '#050607'),
  box(190, 304, 212, 212, 14, s.slant('#0d2b45', '#1f6f78', '#f2a65a')),
  path('M190 460L260 400L310 440L360 380L402 430V502Q402 516 388 516H204Q190 516 190 502Z', '#0d1f2bd0'),
  line('M220 640h150M220 670h90', c.detail, 10),
  disc(204, 722, 6, '#ff5a52'),
  box(560, 660, 180, 60, 14, s.dots(12, 3.4, '#050607')),
]

const actionPod: Style = (s, c) => [
  s.floor(480, 872, 240),
  s.lift(
    6,
    14,
    0.28,
    box(250, 90, 460, 776, 120, s.across(c.darker, [0.05, c.hi], [0.12, c.base], [0.92, c.dark], c.deep)),
  ),
  box(272, 112, 416, 732, 102, s.slant('#2b3037', '#101215')),
  disc(480, 320, 176, s.slant('#6f7780', '#15171a')),
  lens(s, 480, 320, 160, '#5a3a86'),
  box(330, 540, 300, 240, 34, '#050607'),
  box(344, 554, 272, 212, 22, s.slant('#2a1a5e', '#f45d7a', '#ffb37a')),
  path('M344 700Q420 640 480 690T616 660V744Q616 766 594 766H366Q344 766 344 744Z', '#1a0d30cc'),
  disc(600, 578, 6, '#ff5a52'),
  frame(272, 112, 416, 732, 102, `${c.hi}44`, 2),
]

export const actionCamera: Style[] = [actionClassic, actionPod]

/** A lens standing on its mount, front element up, seen slightly from above. */
function standingLens(
  s: Studio,
  c: Palette,
  top: number,
  bottom: number,
  rTop: number,
  rBottom: number,
  bands: [number, number, string][],
): string[] {
  const at = (y: number) => rTop + ((rBottom - rTop) * (y - top)) / (bottom - top)
  return [
    s.floor(480, bottom + 16, rBottom),
    s.lift(
      4,
      10,
      0.24,
      path(
        `M${480 - rTop} ${top}L${480 - rBottom} ${bottom}Q${480 - rBottom} ${bottom + 40} 480 ${bottom + 42}Q${480 + rBottom} ${bottom + 40} ${480 + rBottom} ${bottom}L${480 + rTop} ${top}Z`,
        s.barrel(c),
      ),
    ),
    ...bands.map(([from, height, fill]) => {
      const a = at(from)
      const b = at(from + height)
      return path(
        `M${480 - a} ${from}Q${480 - a} ${from + 38} 480 ${from + 40}Q${480 + a} ${from + 38} ${480 + a} ${from}L${480 + b} ${from + height}Q${480 + b} ${from + height + 38} 480 ${from + height + 40}Q${480 - b} ${from + height + 38} ${480 - b} ${from + height}Z`,
        fill,
      )
    }),
    oval(480, top, rTop, rTop * 0.3, s.slant('#5a616b', '#15171a')),
    oval(480, top, rTop * 0.93, rTop * 0.27, '#0a0b0d'),
    group(`translate(480 ${top + 4}) scale(1 0.28)`, lens(s, 0, 0, rTop * 0.84, '#3a3f8f')),
  ]
}

const ribs = (s: Studio) => s.stripes(13, 6, '#050607aa', 90)

export const cameraLens: Style[] = [
  (s, c) =>
    standingLens(s, c, 300, 780, 240, 200, [
      [420, 150, ribs(s)],
      [610, 14, s.across('#8a6a2a', '#ffe3a1', '#8a6a2a')],
      [660, 60, '#00000040'],
    ]),
  (s, c) =>
    standingLens(s, c, 150, 840, 200, 150, [
      [240, 120, ribs(s)],
      [400, 14, s.across('#7a1c20', '#ff8a8f', '#7a1c20')],
      [450, 220, ribs(s)],
      [720, 40, '#00000055'],
    ]),
]
