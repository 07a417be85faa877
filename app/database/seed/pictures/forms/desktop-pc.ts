import { led, rotor, usbA, usbC } from '../parts.ts'
import { box, disc, fade, frame, line, repeat, ring } from '../shapes.ts'
import { cuboid, footing } from '../solid.ts'
import type { Studio, Style } from '../studio.ts'

function caseFan(s: Studio, cx: number, cy: number, r: number, glow: string): string {
  return [
    disc(
      cx,
      cy,
      r * 1.25,
      s.glow([
        [0, `${glow}88`],
        [1, `${glow}00`],
      ]),
    ),
    disc(cx, cy, r, '#0c0e12'),
    rotor(cx, cy, r * 0.86, r * 0.3, 9, `${glow}99`),
    ring(cx, cy, r * 0.94, glow, r * 0.1),
    ring(cx, cy, r * 0.94, '#ffffff88', r * 0.025),
    disc(cx, cy, r * 0.3, '#15181d'),
    ring(cx, cy, r * 0.3, glow, 2),
  ].join('')
}

/** What shows through the side glass: board, cooler, memory and graphics card. Drawn 400 by 620. */
function inside(s: Studio): string {
  return [
    box(0, 0, 400, 620, 0, s.slant('#1b1f27', '#0a0c10')),
    box(40, 40, 300, 430, 8, s.slant('#262c36', '#14181f')),
    caseFan(s, 160, 150, 70, '#7a5cff'),
    repeat(4, (index) => box(252 + index * 18, 80, 11, 150, 3, s.down('#ff4dc4', '#7a5cff', '#3ec5ff'))),
    box(20, 290, 340, 78, 10, s.down('#4a515c', '#1b1f26')),
    box(20, 356, 340, 8, 4, s.across('#3ec5ff', '#7a5cff', '#ff4dc4')),
    box(60, 310, 160, 16, 8, '#ffffff22'),
    box(0, 490, 400, 130, 0, s.down('#2a2f38', '#14171c')),
    caseFan(s, 46, 560, 36, '#3ec5ff'),
    line('M300 470Q310 420 340 400M320 470Q330 430 352 410', '#0a0a0c', 9),
  ].join('')
}

const gaming: Style = (s, c) => [
  footing(s, { x: 210, y: 128, w: 270, h: 690, depth: 400, right: [0.94, 0.14], back: [0.86, -0.12] }),
  cuboid(
    { x: 210, y: 128, w: 270, h: 690, depth: 400, right: [0.94, 0.14], back: [0.86, -0.12] },
    {
      front: [
        box(0, 0, 270, 690, 10, s.across(c.base, c.dark)),
        box(16, 18, 238, 654, 8, '#0b0d11'),
        ...[130, 342, 554].map((y, index) =>
          caseFan(s, 135, y, 96, ['#ff4dc4', '#7a5cff', '#3ec5ff'][index] ?? '#fff'),
        ),
        box(16, 18, 238, 654, 8, s.slant('#ffffff26', [0.4, '#ffffff00'])),
      ],
      side: [
        box(0, 0, 400, 690, 6, s.across(c.base, c.dark)),
        s.clip(
          box(14, 16, 372, 658, 6, '#000'),
          inside(s),
          box(0, 0, 400, 690, 0, s.slant('#ffffff3a', [0.35, '#ffffff08'], [0.6, '#ffffff00'], '#ffffff14')),
        ),
        frame(14, 16, 372, 658, 6, `${c.hi}66`, 2),
      ],
      top: [
        box(0, 0, 270, 400, 10, s.slant(c.lighter, c.base)),
        box(40, 40, 190, 250, 6, s.dots(12, 3, c.deep)),
        box(60, 330, 60, 22, 6, c.deep),
        disc(200, 341, 12, s.slant(c.hi, c.dark)),
      ],
    },
  ),
]

const tower: Style = (s, c) => [
  footing(s, { x: 240, y: 150, w: 270, h: 660, depth: 360, right: [0.95, 0.12], back: [0.84, -0.13] }),
  cuboid(
    { x: 240, y: 150, w: 270, h: 660, depth: 360, right: [0.95, 0.12], back: [0.84, -0.13] },
    {
      front: [
        box(0, 0, 270, 660, 10, s.across(c.light, c.base, c.dark)),
        box(22, 26, 226, 56, 5, s.down(c.dark, c.base), `stroke="${c.darker}" stroke-width="2"`),
        box(36, 62, 60, 8, 4, c.darker),
        box(22, 110, 226, 3, 0, c.darker),
        disc(135, 168, 24, s.slant(c.hi, c.dark)),
        ring(135, 168, 12, '#49b0ff', 3),
        usbA(s, 82, 226, 44),
        usbA(s, 142, 226, 44),
        usbC(s, 200, 226, 34),
        box(22, 290, 226, 340, 6, s.down(c.dark, c.darker)),
        repeat(17, (index) => box(34, 304 + index * 19, 202, 9, 4, c.deep)),
      ],
      side: [
        box(0, 0, 360, 660, 6, s.across(c.dark, c.darker)),
        frame(20, 20, 320, 620, 8, `${c.deep}77`, 3),
        box(90, 240, 160, 160, 10, s.dots(16, 4, c.deep)),
      ],
      top: [box(0, 0, 270, 360, 8, s.slant(c.hi, c.light))],
    },
  ),
]

const mini: Style = (s, c) => [
  footing(s, { x: 110, y: 430, w: 480, h: 250, depth: 380, right: [0.95, 0.17], back: [0.8, -0.34] }),
  cuboid(
    { x: 110, y: 430, w: 480, h: 250, depth: 380, right: [0.95, 0.17], back: [0.8, -0.34] },
    {
      front: [
        box(0, 0, 480, 250, 9, s.down(c.light, c.base, c.darker)),
        box(24, 34, 432, 150, 16, s.down('#16191e', '#0a0b0d')),
        usbA(s, 96, 108, 70),
        usbA(s, 186, 108, 70),
        usbC(s, 276, 108, 52),
        disc(346, 108, 15, '#2c3138'),
        disc(346, 108, 8, '#000'),
        disc(412, 108, 25, s.slant('#5a616b', '#1b1e23')),
        ring(412, 108, 12, '#e8f4ff', 3),
        led(s, 412, 60, 3, '#49d28c'),
      ],
      side: [
        box(0, 0, 380, 250, 9, s.across(c.dark, c.darker)),
        repeat(16, (index) => box(50 + index * 18, 60, 9, 130, 4.5, c.deep)),
      ],
      top: [
        box(0, 0, 480, 380, 9, s.slant(c.hi, c.light, c.base)),
        ring(240, 190, 100, `${c.dark}88`, 3),
        fade(0.6, line('M200 206l40 -44l40 44', c.detail, 10)),
      ],
    },
  ),
]

export const desktopPc: Style[] = [gaming, tower, mini]
