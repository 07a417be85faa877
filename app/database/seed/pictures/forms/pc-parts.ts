import type { Palette } from '../palette.ts'
import { rotor, screw } from '../parts.ts'
import { box, disc, frame, group, line, path, repeat, ring } from '../shapes.ts'
import { cuboid, footing } from '../solid.ts'
import type { Studio, Style } from '../studio.ts'

const isometric = { right: [0.86, 0.46], back: [0.86, -0.46] } as const

const lidded: Style = (s) => [
  footing(s, { x: 90, y: 500, w: 450, h: 34, depth: 450, ...isometric }, 0.42),
  cuboid(
    { x: 90, y: 500, w: 450, h: 34, depth: 450, ...isometric },
    {
      front: [box(0, 0, 450, 30, 0, s.down('#1f7a5c', '#0b3a2d'))],
      side: [box(0, 0, 450, 30, 0, s.down('#14523f', '#08281f'))],
      top: [
        box(0, 0, 450, 450, 6, s.slant('#2a8f6d', '#14523f')),
        path('M8 442l36 0-36-36Z', '#e0b35a'),
        repeat(
          18,
          (index) => box(16 + index * 24, 10, 12, 12, 1, '#e0b35a') + box(16 + index * 24, 428, 12, 12, 1, '#e0b35a'),
        ),
        s.lift(
          6,
          6,
          0.4,
          path('M60 40H390V70H420V380H390V410H60V380H30V70H60Z', s.slant('#c4c9cf', '#8b929b', '#6f7780')),
        ),
        s.lift(3, 3, 0.35, box(70, 70, 310, 310, 26, s.slant('#f8f9fb', '#c9ced4', '#e3e7ea', '#9aa2ab'))),
        box(70, 70, 310, 310, 26, s.stripes(5, 1.6, '#ffffff44', 45)),
        box(120, 130, 150, 22, 6, '#6f7780'),
        box(120, 172, 210, 12, 6, '#8b929b'),
        box(120, 200, 170, 12, 6, '#8b929b'),
        box(120, 290, 44, 44, 4, s.dots(8, 2.6, '#565d66')),
      ],
    },
  ),
]

const octopus: Style = (s) => [
  footing(s, { x: 90, y: 500, w: 450, h: 40, depth: 450, ...isometric }, 0.42),
  cuboid(
    { x: 90, y: 500, w: 450, h: 40, depth: 450, ...isometric },
    {
      front: [box(0, 0, 450, 34, 0, s.down('#2b3037', '#0c0d10'))],
      side: [box(0, 0, 450, 34, 0, s.down('#1b1e23', '#050607'))],
      top: [
        box(0, 0, 450, 450, 6, s.slant('#1f3d63', '#10233f')),
        repeat(
          8,
          (index) => box(40 + index * 48, 20, 28, 14, 2, '#c9a86a') + box(40 + index * 48, 416, 28, 14, 2, '#c9a86a'),
        ),
        repeat(
          8,
          (index) => box(18, 40 + index * 48, 14, 28, 2, '#c9a86a') + box(418, 40 + index * 48, 14, 28, 2, '#c9a86a'),
        ),
        s.lift(
          6,
          6,
          0.45,
          path(
            'M50 50H120V74H160V50H290V74H330V50H400V120H376V160H400V290H376V330H400V400H330V376H290V400H160V376H120V400H50V330H74V290H50V160H74V120H50Z',
            s.slant('#f4f6f8', '#aab1b9', '#d9dee3', '#8b929b'),
          ),
        ),
        path('M92 92H358V358H92Z', s.slant('#ffffff', '#c4c9cf', '#e9ecef')),
        box(130, 140, 130, 26, 6, '#c2683b'),
        box(130, 190, 190, 12, 6, '#8b929b'),
        box(130, 218, 150, 12, 6, '#8b929b'),
        path('M300 300l26 0-26-26Z', '#e0b35a'),
      ],
    },
  ),
]

const boxed: Style = (s, c) => [
  footing(s, { x: 190, y: 270, w: 330, h: 480, depth: 300, right: [0.95, 0.16], back: [0.78, -0.26] }),
  cuboid(
    { x: 190, y: 270, w: 330, h: 480, depth: 300, right: [0.95, 0.16], back: [0.78, -0.26] },
    {
      front: [
        box(0, 0, 330, 480, 4, s.slant(c.light, c.base, c.darker)),
        path('M0 300L330 120V240L0 430Z', s.across('#f5a524', '#e0455b', '#7b62b5')),
        box(90, 130, 150, 150, 12, s.slant('#f8f9fb', '#aab1b9', '#d9dee3')),
        box(112, 156, 70, 14, 4, '#6f7780'),
        box(112, 182, 100, 8, 4, '#8b929b'),
        box(30, 30, 120, 26, 6, '#f4f6f8'),
        box(30, 430, 90, 14, 7, '#ffffff99'),
      ],
      side: [
        box(0, 0, 300, 480, 4, s.across(c.base, c.deep)),
        box(70, 130, 160, 200, 6, '#05070c'),
        repeat(6, (index) => box(90, 150 + index * 28, [110, 80, 120, 96, 70, 100][index] ?? 90, 9, 4.5, '#ffffff66')),
      ],
      top: [box(0, 0, 330, 300, 4, s.slant(c.hi, c.light)), line('M0 150H330', `${c.dark}88`, 3)],
    },
  ),
]

export const processor: Style[] = [lidded, octopus, boxed]

function capacitors(s: Studio, x: number, y: number, count: number): string {
  return repeat(
    count,
    (index) =>
      disc(x + index * 26, y, 10, s.slant('#e9ecef', '#8b929b')) +
      path(`M${x + index * 26 - 10} ${y}a10 10 0 0 1 10-10v20a10 10 0 0 1-10-10Z`, '#22262b88'),
  )
}

function board(s: Studio, c: Palette, h: number, slots: number[]): string {
  return [
    s.lift(18, 18, 0.34, box(0, 0, 640, h, 10, s.slant('#3a4048', '#22272e', '#171b21'))),
    line('M220 60V260M240 60V260M400 330H560M400 346H580M60 420L180 520V600M80 420L200 520V600', '#ffffff1c', 4),
    s.lift(4, 6, 0.4, path('M20 10H150V60L190 80V230L150 260H20Z', s.slant(c.lighter, c.base, c.darker))),
    repeat(9, (index) => line(`M30 ${36 + index * 24}H140`, `${c.deep}77`, 5)),
    s.lift(4, 6, 0.4, path('M170 10H420V70H190Z', s.down(c.lighter, c.base, c.darker))),
    repeat(12, (index) => line(`M${200 + index * 18} 20V60`, `${c.deep}77`, 4)),
    box(210, 104, 190, 190, 8, s.slant('#e3e7ea', '#8b929b')),
    box(232, 126, 146, 146, 4, s.dots(7, 2, '#e0b35a')),
    box(220, 290, 170, 10, 5, '#c4c9cf'),
    ...[450, 484, 518, 552].map(
      (x, index) =>
        box(x, 40, 24, 280, 5, index % 2 ? '#3b4149' : '#101215', 'stroke="#565d66" stroke-width="2"') +
        box(x + 8, 52, 8, 256, 2, '#08090b'),
    ),
    box(600, 60, 28, 150, 4, '#f1f3f5'),
    box(606, 70, 16, 130, 2, s.dots(13, 4, '#22262b')),
    ...slots.map(
      (y, index) =>
        box(
          40,
          y,
          400,
          index === 0 ? 34 : 26,
          5,
          index === 0 ? s.down('#e9ecef', '#8b929b') : '#22262b',
          'stroke="#565d66" stroke-width="2"',
        ) + box(56, y + 9, 368, index === 0 ? 14 : 8, 2, '#050607'),
    ),
    s.lift(4, 6, 0.4, box(470, h - 250, 140, 150, 14, s.slant(c.lighter, c.base, c.darker))),
    path(`M500 ${h - 130}L540 ${h - 220}L580 ${h - 130}L540 ${h - 160}Z`, '#f5a524'),
    s.lift(3, 4, 0.35, box(90, slots[0] ? slots[0] + 50 : 400, 330, 40, 6, s.slant(c.light, c.base, c.dark))),
    capacitors(s, 216, 90, 8),
    capacitors(s, 60, h - 34, 6),
    disc(450, h - 60, 24, s.slant('#f8f9fb', '#aab1b9')),
    repeat(5, (index) =>
      box(260 + index * 36, h - 44, 26, 20, 3, ['#22262b', '#c23b3b', '#22262b', '#2f5fb3', '#f1f3f5'][index] ?? ''),
    ),
    ...[
      [16, 16],
      [624, 16],
      [16, h - 16],
      [624, h - 16],
    ].map(([x = 0, y = 0]) => screw(s, x, y, 8)),
  ].join('')
}

export const motherboard: Style[] = [
  (s, c) => [group('translate(160 76) rotate(-2 320 400)', board(s, c, 800, [380, 520, 620, 690]))],
  (s, c) => [group('translate(160 140) rotate(2 320 330)', board(s, c, 670, [370, 510]))],
]

function coolingFan(s: Studio, cx: number, cy: number, r: number, accent: string): string {
  return [
    disc(cx, cy, r * 1.06, '#050607'),
    ring(cx, cy, r * 1.06, accent, 4),
    rotor(cx, cy, r * 0.98, r * 0.3, 11, s.slant('#5a616b', '#22262b', '#101215'), 30),
    ring(cx, cy, r * 0.97, '#3b4149', 5),
    disc(cx, cy, r * 0.32, s.slant('#3b4149', '#0c0d10')),
    disc(cx, cy, r * 0.2, s.slant('#5a616b', '#22262b')),
  ].join('')
}

/** The bright wedges between the first two fans. */
function fins(s: Studio, c: Palette, cx: number): string {
  return (
    path(`M${cx - 34} 308H${cx + 34}L${cx + 6} 400H${cx - 6}Z`, s.down(c.lighter, c.base)) +
    path(`M${cx - 34} 632H${cx + 34}L${cx + 6} 540H${cx - 6}Z`, s.down(c.base, c.lighter))
  )
}

function card(s: Studio, c: Palette, fans: number, accent: string): string {
  const length = [0, 470, 680, 880][fans] ?? 880
  const x = 480 - length / 2
  const r = fans === 3 ? 124 : 138
  return [
    box(x - 26, 300, 26, 400, 4, s.across('#e9ecef', '#8b929b')),
    repeat(3, (index) => box(x - 22, 340 + index * 80, 16, 56, 3, '#22262b')),
    box(x + 60, 640, length * 0.46, 52, 2, '#0e2b22'),
    box(x + 70, 668, length * 0.43, 30, 0, s.stripes(10, 6, '#dfb056', 90)),
    s.lift(
      12,
      16,
      0.34,
      path(
        `M${x} 316L${x + 30} 290H${x + length - 40}L${x + length} 330V610L${x + length - 30} 650H${x + 20}L${x} 630Z`,
        s.slant(c.hi, c.base, c.darker),
      ),
    ),
    path(
      `M${x + 20} 330L${x + 40} 308H${x + length - 50}L${x + length - 18} 340V600L${x + length - 40} 632H${x + 30}L${x + 20} 620Z`,
      s.slant(c.light, c.dark, c.deep),
    ),
    ...Array.from({ length: fans }, (_, index) => coolingFan(s, x + (length / fans) * (index + 0.5), 470, r, accent)),
    fans > 1 ? fins(s, c, x + length / fans) : '',
    box(x + length - 210, 276, 150, 12, 6, accent),
    line(`M${x + 30} 292H${x + length - 42}`, `${c.hi}99`, 3),
  ].join('')
}

export const graphicsCard: Style[] = [
  (s, c) => [s.floor(480, 760, 320, 0.5), card(s, c, 2, '#3b4149')],
  (s, c) => [
    s.floor(480, 760, 420, 0.5),
    s.blur(22, box(520, 262, 340, 30, 15, s.across('#ff4dc4', '#7a5cff', '#3ec5ff'))),
    card(s, c, 3, s.across('#ff4dc4', '#7a5cff', '#3ec5ff')),
  ],
  (s, c) => [s.floor(480, 760, 250, 0.5), card(s, c, 1, '#5a616b')],
]

function supply(s: Studio, c: Palette, fanColour: string, label: string[]): string[] {
  return [
    footing(s, { x: 100, y: 420, w: 430, h: 290, depth: 430, right: [0.9, 0.26], back: [0.84, -0.34] }),
    cuboid(
      { x: 100, y: 420, w: 430, h: 290, depth: 430, right: [0.9, 0.26], back: [0.84, -0.34] },
      {
        front: [box(0, 0, 430, 290, 6, s.slant(c.light, c.base, c.dark)), ...label],
        side: [
          box(0, 0, 430, 290, 6, s.across(c.dark, c.deep)),
          repeat(
            5,
            (index) =>
              box(40 + (index % 3) * 120, 60 + Math.floor(index / 3) * 100, 96, 60, 4, '#050607') +
              box(50 + (index % 3) * 120, 70 + Math.floor(index / 3) * 100, 76, 40, 2, s.dots(15, 5, '#3b4149')),
          ),
        ],
        top: [
          box(0, 0, 430, 430, 8, s.slant(c.hi, c.light, c.base)),
          disc(215, 215, 190, '#050607'),
          rotor(215, 215, 176, 50, 9, fanColour, 30),
          ...[60, 96, 132, 168].map((r) => ring(215, 215, r, '#8b929b', 5)),
          line('M30 215H400M215 30V400', '#8b929b', 6),
          disc(215, 215, 44, s.slant(c.lighter, c.dark)),
          ...[
            [24, 24],
            [406, 24],
            [24, 406],
            [406, 406],
          ].map(([x = 0, y = 0]) => screw(s, x, y, 10)),
        ],
      },
    ),
  ]
}

export const powerSupply: Style[] = [
  (s, c) =>
    supply(s, c, s.slant('#4a5058', '#15171a'), [
      path('M0 200L430 40V120L0 280Z', '#f5a524'),
      box(40, 40, 150, 30, 6, '#f4f6f8'),
      box(40, 84, 90, 14, 7, '#ffffff88'),
      box(300, 220, 100, 30, 6, '#0008'),
    ]),
  (s, c) =>
    supply(s, c, s.slant('#2f6fe0', '#16306b'), [
      box(30, 50, 370, 190, 10, '#05070c99'),
      box(60, 84, 170, 34, 6, '#f4f6f8'),
      box(60, 138, 110, 14, 7, '#3ec5ff'),
      box(60, 170, 190, 10, 5, '#8b929b'),
      frame(300, 90, 70, 70, 35, '#e0b35a', 8),
    ]),
]
