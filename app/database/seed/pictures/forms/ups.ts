import { led } from '../parts.ts'
import { digits } from '../screens.ts'
import { box, disc, line, repeat, ring } from '../shapes.ts'
import { cuboid, footing } from '../solid.ts'
import type { Style } from '../studio.ts'

const place = { x: 250, y: 260, w: 250, h: 540, depth: 400, right: [0.94, 0.16], back: [0.8, -0.26] } as const

const tower: Style = (s, c) => [
  footing(s, place),
  cuboid(place, {
    front: [
      box(0, 0, 250, 540, 8, s.across(c.lighter, c.base, c.dark)),
      box(30, 40, 190, 190, 18, '#08090b'),
      box(42, 52, 166, 120, 10, s.down('#0d3b66', '#1b6ca8')),
      digits('220', 62, 76, 62, '#e9f6ff'),
      box(62, 152, 90, 7, 3.5, '#8fd3ff'),
      led(s, 70, 202, 5, '#49d28c'),
      led(s, 100, 202, 5, '#f5a524'),
      disc(125, 300, 36, s.slant(c.hi, c.deep)),
      disc(125, 300, 29, s.slant(c.light, c.dark)),
      line('M125 282v18M112 290a18 18 0 1 0 26 0', c.detail, 5),
      repeat(9, (index) => box(40, 380 + index * 15, 170, 7, 3.5, c.deep)),
    ],
    side: [
      box(0, 0, 400, 540, 8, s.across(c.dark, c.deep)),
      repeat(12, (index) => box(60, 80 + index * 20, 130, 8, 4, c.deep)),
      repeat(12, (index) => box(220, 80 + index * 20, 130, 8, 4, c.deep)),
    ],
    top: [box(0, 0, 250, 400, 8, s.slant(c.hi, c.light))],
  }),
]

const compact: Style = (s, c) => [
  footing(s, { x: 110, y: 480, w: 460, h: 220, depth: 420, right: [0.92, 0.24], back: [0.82, -0.36] }),
  cuboid(
    { x: 110, y: 480, w: 460, h: 220, depth: 420, right: [0.92, 0.24], back: [0.82, -0.36] },
    {
      front: [
        box(0, 0, 460, 220, 9, s.down(c.light, c.base, c.darker)),
        disc(80, 110, 34, s.slant(c.hi, c.deep)),
        ring(80, 110, 16, '#49d28c', 5),
        led(s, 160, 96, 5, '#49d28c'),
        led(s, 160, 126, 5, '#3b4149'),
        repeat(6, (index) => box(230, 60 + index * 18, 190, 8, 4, c.deep)),
      ],
      side: [
        box(0, 0, 420, 220, 9, s.across(c.dark, c.deep)),
        repeat(10, (index) => box(60 + index * 30, 60, 14, 100, 7, c.deep)),
      ],
      top: [
        box(0, 0, 460, 420, 9, s.slant(c.hi, c.light, c.base)),
        ...[0, 1, 2, 3, 4, 5].map((index) => {
          const x = 50 + (index % 2) * 190
          const y = 40 + Math.floor(index / 2) * 120
          return (
            box(x, y, 160, 96, 14, s.slant(c.dark, c.darker)) +
            disc(x + 52, y + 48, 12, '#050607') +
            disc(x + 108, y + 48, 12, '#050607') +
            disc(x + 80, y + 22, 9, '#050607')
          )
        }),
      ],
    },
  ),
]

export const ups: Style[] = [tower, compact]
