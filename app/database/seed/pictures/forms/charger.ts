import { cord, led, roundPins, usbA, usbC } from '../parts.ts'
import { digits } from '../screens.ts'
import { box, disc, frame, group, line, oval, path, repeat } from '../shapes.ts'
import { cuboid, footing } from '../solid.ts'
import type { Style } from '../studio.ts'

const gan: Style = (s, c) => [
  footing(s, { x: 240, y: 300, w: 330, h: 480, depth: 260, right: [0.95, 0.16], back: [0.8, -0.24] }),
  group('translate(0 0)', roundPins(s, 500, 262, 120, 110, 17)),
  cuboid(
    { x: 240, y: 300, w: 330, h: 480, depth: 260, right: [0.95, 0.16], back: [0.8, -0.24] },
    {
      front: [
        box(0, 0, 330, 480, 9, s.slant(c.hi, c.light, c.base)),
        box(64, 80, 202, 320, 30, s.down(c.dark, c.light)),
        usbC(s, 165, 150, 110),
        usbC(s, 165, 240, 110),
        usbA(s, 165, 338, 120, '#e08a1e'),
      ],
      side: [box(0, 0, 260, 480, 9, s.across(c.base, c.dark, c.darker)), line('M60 200h90M60 224h60', c.detail, 5)],
      top: [box(0, 0, 330, 260, 9, s.slant(c.hi, c.light)), oval(176, 130, 110, 66, `${c.dark}66`)],
    },
  ),
]

const compact: Style = (s, c) => [
  s.floor(560, 850, 290),
  roundPins(s, 330, 300, 110, 120, 16),
  s.lift(
    6,
    14,
    0.26,
    box(180, 290, 300, 430, 66, s.across(c.dark, [0.06, c.hi], [0.3, c.light], [0.75, c.base], c.darker)),
  ),
  box(180, 290, 300, 60, 30, s.down(c.hi, `${c.base}00`)),
  usbC(s, 330, 640, 96),
  line('M296 470h68M308 492h44', c.detail, 6),
  cord(
    'M330 700V800Q330 850 400 846H640Q800 840 800 690T640 540Q540 540 540 640T650 740Q720 736 720 680T650 616',
    c.isDark ? '#2b2f35' : '#f3f5f6',
    22,
  ),
  group(
    'translate(608 588) rotate(8)',
    box(0, 0, 96, 56, 16, s.down(c.lighter, c.base, c.dark)),
    box(96, 14, 44, 28, 12, s.down('#f4f6f8', '#8b929b')),
  ),
]

const wirelessPad: Style = (s, c) => [
  s.floor(480, 760, 360),
  cord('M480 300Q480 180 620 170T880 90', c.isDark ? '#2b2f35' : '#e9ecef', 16),
  s.lift(10, 16, 0.3, oval(480, 560, 360, 196, s.down(c.light, c.dark, c.deep))),
  oval(480, 530, 360, 196, s.across(c.dark, c.hi, c.base, c.darker)),
  oval(480, 524, 344, 184, s.slant(c.hi, c.light, c.base, c.dark)),
  oval(480, 524, 250, 132, 'none', `stroke="${c.detail}" stroke-width="3" opacity="0.6"`),
  path('M508 450L420 540H474L456 604L548 508H490Z', c.detail),
  led(s, 480, 740, 5, '#49d28c'),
]

const car: Style = (s, c) => [
  s.floor(480, 860, 240),
  group(
    'rotate(-14 480 480)',
    s.lift(8, 14, 0.28, path('M410 560H550L536 800Q530 850 480 856Q430 850 424 800Z', s.barrel(c))),
    path('M452 850H508L498 884H462Z', s.across('#8b929b', '#f4f6f8', '#6f7780')),
    box(392, 640, 22, 110, 8, s.across('#6f7780', '#f4f6f8', '#8b929b')),
    box(546, 640, 22, 110, 8, s.across('#6f7780', '#f4f6f8', '#8b929b')),
    s.lift(6, 10, 0.26, box(330, 130, 300, 450, 70, s.barrel(c))),
    oval(480, 160, 140, 50, s.slant(c.dark, c.deep)),
    usbC(s, 430, 160, 74),
    usbA(s, 530, 160, 76, '#e08a1e'),
    box(390, 300, 180, 130, 24, '#08090b'),
    digits('12', 420, 330, 70, '#49b0ff'),
    disc(528, 396, 4, '#49b0ff'),
    frame(390, 300, 180, 130, 24, `${c.hi}66`, 2),
    repeat(5, (index) => line(`M352 ${480 + index * 16}h256`, `${c.deep}66`, 5)),
  ),
]

export const charger: Style[] = [gan, compact, wirelessPad, car]
