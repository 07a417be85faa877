import type { Palette } from '../palette.ts'
import { digits, sheen, wallpaper } from '../screens.ts'
import { box, disc, fade, frame, line, oval, path, polar, repeat, ring } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

function strap(s: Studio, c: Palette, w: number, top: number, bottom: number): string {
  const left = 480 - w / 2
  const right = 480 + w / 2
  const fill = s.across(c.darker, [0.06, c.base], [0.2, c.lighter], [0.5, c.base], [0.9, c.dark], c.deep)
  return [
    path(
      `M${left} ${top}Q${left + 10} 100 ${left + 26} 70Q${left + 34} 50 ${left + 60} 50H${right - 60}Q${right - 34} 50 ${right - 26} 70Q${right - 10} 100 ${right} ${top}Z`,
      fill,
    ),
    path(
      `M${left} ${bottom}Q${left + 10} 860 ${left + 26} 890Q${left + 34} 910 ${left + 60} 910H${right - 60}Q${right - 34} 910 ${right - 26} 890Q${right - 10} 860 ${right} ${bottom}Z`,
      fill,
    ),
    repeat(4, (index) => oval(480, 800 + index * 28, 11, 7, c.deep)),
    box(left + 22, 84, w - 44, 14, 7, `${c.deep}55`),
  ].join('')
}

function activityRings(cx: number, cy: number, r: number): string {
  const arc = (radius: number, degrees: number, colour: string, width: number) => {
    const [x, y] = polar(cx, cy, radius, degrees)
    const [startX, startY] = polar(cx, cy, radius, 0)
    return (
      ring(cx, cy, radius, `${colour}33`, width) +
      line(`M${startX} ${startY}A${radius} ${radius} 0 ${degrees > 180 ? 1 : 0} 1 ${x} ${y}`, colour, width)
    )
  }
  return (
    arc(r, 290, '#ff5a7a', r * 0.2) + arc(r * 0.74, 230, '#9be15d', r * 0.2) + arc(r * 0.48, 150, '#3ec5ff', r * 0.2)
  )
}

const square: Style = (s, c) => [
  s.blur(18, box(330, 120, 320, 760, 80, '#161c2855')),
  strap(s, c, 270, 250, 710),
  s.lift(
    8,
    14,
    0.34,
    box(
      290,
      226,
      380,
      508,
      108,
      s.across(c.darker, [0.04, c.hi], [0.12, c.light], [0.9, c.dark], [0.97, c.lighter], c.deep),
    ),
  ),
  box(668, 360, 24, 84, 10, s.down(c.hi, c.base, c.deep)),
  repeat(7, (index) => line(`M671 ${370 + index * 11}h18`, c.darker, 2)),
  box(667, 500, 9, 110, 4.5, s.down(c.light, c.deep)),
  box(304, 240, 352, 480, 94, '#060708'),
  digits('10', 338, 300, 92, '#ffffff'),
  disc(481, 326, 6, '#ffffff'),
  disc(481, 366, 6, '#ffffff'),
  digits('09', 502, 300, 92, '#ffffff'),
  activityRings(400, 540, 70),
  box(504, 470, 116, 14, 7, '#ff5a7a'),
  box(504, 502, 80, 12, 6, '#8b929b'),
  box(504, 540, 100, 14, 7, '#9be15d'),
  box(504, 572, 60, 12, 6, '#8b929b'),
  box(504, 610, 110, 14, 7, '#3ec5ff'),
  line('M370 672l24 -14 22 16 30 -30 26 22 30 -12 34 18 40 -20', '#ff5a7a', 5),
  sheen(s, 304, 240, 352, 480, 94, 0.2),
  frame(305, 241, 350, 478, 93, '#ffffff22', 2),
]

const round: Style = (s, c) => [
  s.blur(18, box(350, 120, 280, 760, 80, '#161c2855')),
  strap(s, c, 236, 280, 680),
  path(
    'M362 300L372 236H588L598 300ZM362 660L372 724H588L598 660Z',
    s.across('#565d66', '#e3e7eb', '#8b929b', '#3b4149'),
  ),
  box(712, 404, 30, 40, 9, s.down('#e9ecef', '#565d66')),
  box(712, 516, 30, 40, 9, s.down('#e9ecef', '#565d66')),
  s.lift(8, 14, 0.34, disc(480, 480, 244, s.slant('#f4f6f8', '#9aa2ab', '#3b4149', '#b8bfc6'))),
  disc(480, 480, 226, s.slant('#22262b', '#0b0c0e')),
  s.clip(disc(480, 480, 208, '#000'), wallpaper(s, 272, 272, 416, 416, 0, 6)),
  disc(480, 480, 208, '#05070c73'),
  repeat(60, (index) => {
    const [ax, ay] = polar(480, 480, index % 5 ? 198 : 188, index * 6)
    const [bx, by] = polar(480, 480, 204, index * 6)
    return line(`M${ax} ${ay}L${bx} ${by}`, index % 5 ? '#ffffff66' : '#ffffff', index % 5 ? 2 : 5)
  }),
  activityRings(480, 588, 46),
  disc(388, 480, 44, '#0008'),
  ring(388, 480, 36, '#f5a524', 5),
  disc(572, 480, 44, '#0008'),
  ring(572, 480, 36, '#3ec5ff', 5),
  line('M480 480L412 390', '#ffffff', 11),
  line('M480 480L600 356', '#ffffff', 8),
  line('M480 510L480 330', '#f5a524', 3),
  disc(480, 480, 12, '#f5a524'),
  s.clip(disc(480, 480, 226, '#000'), path('M500 254H720V560Z', '#ffffff1a')),
]

const rugged: Style = (s, c) => [
  s.blur(18, box(330, 120, 300, 760, 80, '#161c2855')),
  strap(s, c, 280, 280, 680),
  repeat(5, (index) => line(`M380 ${96 + index * 28}h200M380 ${864 - index * 28}h200`, `${c.deep}66`, 6)),
  path('M340 250L400 214H560L620 250L640 320H320ZM340 710L400 746H560L620 710L640 640H320Z', s.down(c.light, c.darker)),
  ...[
    [688, 362],
    [704, 458],
    [688, 556],
  ].map(([x = 0, y = 0]) => box(x, y, 34, 46, 10, s.down('#f5a524', '#a8641c'))),
  s.lift(
    8,
    14,
    0.34,
    path(
      'M350 262Q480 200 610 262L690 360Q730 480 690 600L610 698Q480 760 350 698L270 600Q230 480 270 360Z',
      s.slant(c.hi, c.base, c.deep),
    ),
  ),
  disc(480, 480, 212, s.slant(c.deep, c.light)),
  repeat(12, (index) => disc(...polar(480, 480, 202, index * 30), 6, '#c9ced4')),
  disc(480, 480, 190, '#060807'),
  digits('10', 330, 408, 96, '#d6ff6b'),
  disc(479, 434, 6, '#d6ff6b'),
  disc(479, 476, 6, '#d6ff6b'),
  digits('24', 502, 408, 96, '#d6ff6b'),
  line('M350 560l40 0 16 -36 22 66 20 -44 12 14h150', '#ff5a52', 5),
  box(410, 600, 60, 14, 7, '#f5a524'),
  box(486, 600, 60, 14, 7, '#3ec5ff'),
  fade(0.9, box(420, 346, 120, 14, 7, '#8b929b')),
  s.clip(disc(480, 480, 190, '#000'), path('M500 254H720V560Z', '#ffffff16')),
]

export const smartwatch: Style[] = [square, round, rugged]

/** A slim tracker lying curved, seen from above. */
function band(s: Studio, c: Palette, w: number, face: string[]): string[] {
  const left = 480 - w / 2
  return [
    s.blur(16, box(left + 10, 70, w, 840, w / 2, '#161c2855')),
    box(
      left,
      50,
      w,
      860,
      w / 2,
      s.across(c.darker, [0.08, c.base], [0.25, c.lighter], [0.55, c.base], [0.9, c.dark], c.deep),
    ),
    repeat(6, (index) => oval(480, 730 + index * 26, 10, 6, c.deep)),
    box(left + w / 2 - 26, 100, 52, 70, 20, s.down(c.dark, c.light)),
    ...face,
  ]
}

export const fitnessBand: Style[] = [
  (s, c) =>
    band(s, c, 170, [
      s.lift(
        6,
        10,
        0.34,
        box(388, 260, 184, 420, 90, s.across(c.deep, [0.06, c.hi], [0.14, c.base], [0.9, c.dark], c.deep)),
      ),
      box(400, 272, 160, 396, 78, '#060708'),
      digits('10', 436, 330, 70, '#ffffff'),
      digits('09', 436, 420, 70, '#ffffff'),
      activityRings(480, 580, 46),
      sheen(s, 400, 272, 160, 396, 78, 0.22),
    ]),
  (s, c) =>
    band(s, c, 230, [
      s.lift(
        6,
        10,
        0.34,
        box(352, 270, 256, 410, 62, s.across(c.deep, [0.04, c.hi], [0.1, c.base], [0.93, c.dark], c.deep)),
      ),
      box(364, 282, 232, 386, 52, '#060708'),
      s.clip(
        box(364, 282, 232, 386, 52, '#000'),
        wallpaper(s, 364, 282, 232, 386, 0, 1),
        box(364, 282, 232, 386, 0, '#05070c66'),
      ),
      digits('10', 394, 326, 56, '#ffffff'),
      digits('09', 494, 326, 56, '#ffffff'),
      line('M400 470l30 0 12 -28 18 52 16 -34 10 10h74', '#ff5a7a', 6),
      box(396, 540, 76, 84, 20, '#ffffff2e'),
      box(488, 540, 76, 84, 20, '#ffffff2e'),
      ring(434, 582, 20, '#9be15d', 7),
      path('M526 560q-16 24-16 34a16 16 0 0 0 32 0q0-10-16-34Z', '#3ec5ff'),
      sheen(s, 364, 282, 232, 386, 52, 0.22),
    ]),
]
