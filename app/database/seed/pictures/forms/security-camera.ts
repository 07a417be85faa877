import { led, lens } from '../parts.ts'
import { box, disc, group, line, oval, path, repeat } from '../shapes.ts'
import type { Style } from '../studio.ts'

/** An indoor camera whose head turns on a round base. */
const panTilt: Style = (s, c) => [
  s.floor(480, 866, 230),
  path(
    'M300 800Q310 740 480 736Q650 740 660 800L676 850Q676 868 480 870Q284 868 284 850Z',
    s.down(c.hi, c.light, c.darker),
  ),
  s.lift(
    4,
    12,
    0.22,
    path(
      'M262 420Q262 180 480 172Q698 180 698 420V560Q694 760 480 768Q266 760 262 560Z',
      s.across(c.dark, [0.1, c.hi], [0.34, c.light], [0.8, c.base], c.darker),
    ),
  ),
  s.lift(4, 10, 0.3, disc(480, 430, 190, s.slant('#2b3037', '#0c0d10'))),
  disc(480, 430, 182, s.slant('#1b1e23', '#050607')),
  lens(s, 480, 430, 98),
  repeat(10, (index) => {
    const angle = (index / 10) * Math.PI * 2
    return (
      disc(480 + Math.cos(angle) * 142, 430 + Math.sin(angle) * 142, 9, '#2a1518') +
      disc(480 + Math.cos(angle) * 142, 430 + Math.sin(angle) * 142, 5, '#6b2a30')
    )
  }),
  led(s, 480, 668, 5, '#49d28c'),
  box(446, 690, 68, 10, 5, c.deep),
  path('M340 300Q420 240 540 262Q440 280 380 360Z', '#ffffff2e'),
]

const bullet: Style = (s, c) => [
  s.floor(420, 872, 200, 0.7),
  box(250, 800, 300, 60, 30, s.down(c.hi, c.base, c.deep)),
  path('M376 560H424L440 810H360Z', s.across(c.darker, c.lighter, c.dark)),
  disc(400, 560, 48, s.slant(c.hi, c.deep)),
  ...[
    [236, 330],
    [292, 318],
  ].map(([x = 0, y = 0]) => box(x, y - 190, 24, 230, 12, s.across('#15171a', '#4a5058', '#0c0d10'))),
  group(
    'rotate(-12 480 420)',
    s.lift(6, 14, 0.26, box(170, 290, 560, 250, 60, s.down(c.hi, [0.3, c.light], [0.7, c.base], c.darker))),
    path('M130 262H690Q760 266 780 310L790 330H160Q126 326 122 290Q120 266 130 262Z', s.down(c.hi, c.light, c.dark)),
    s.lift(4, 8, 0.3, oval(730, 415, 78, 125, s.slant('#4a5058', '#0c0d10'))),
    oval(736, 415, 68, 112, '#08090b'),
    group('translate(738 415) scale(0.62 1)', lens(s, 0, 0, 58)),
    ...[-84, 84].map((dy) => oval(736, 415 + dy, 20, 18, s.glow(['#fff7dc', '#d9c48f', '#4a3a1a']))),
    line('M210 420h120M210 446h80', c.detail, 6),
    box(90, 380, 90, 70, 14, s.down(c.light, c.deep)),
  ),
  line('M196 500Q120 620 210 700T270 820', '#22262b', 14),
]

const dome: Style = (s, c) => [
  s.floor(480, 760, 300, 0.7),
  s.lift(
    6,
    14,
    0.26,
    path('M130 240H830Q850 244 846 270L824 380H136L114 270Q110 244 130 240Z', s.down(c.hi, c.light, c.dark)),
  ),
  s.lift(
    6,
    14,
    0.26,
    path(
      'M176 380H784Q790 700 480 724Q170 700 176 380Z',
      s.across(c.darker, [0.12, c.hi], [0.36, c.light], [0.8, c.base], c.deep),
    ),
  ),
  path('M300 396H660Q690 640 480 690Q270 640 300 396Z', s.down('#15171b', '#050607')),
  lens(s, 480, 530, 96, '#5a3a86'),
  repeat(6, (index) => disc(360 + index * 48, 420 + Math.abs(index - 2.5) * 3, 10, s.glow(['#7a3038', '#24090c']))),
  disc(480, 652, 12, s.glow(['#fff7dc', '#d9c48f'])),
  path('M220 400Q240 560 330 640Q270 520 270 400Z', '#ffffff40'),
  line('M136 380H824', c.deep, 4),
]

export const securityCamera: Style[] = [panTilt, bullet, dome]
