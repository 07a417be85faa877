import type { Palette } from '../palette.ts'
import { led, rim, usbA, usbC } from '../parts.ts'
import { digits, sheen } from '../screens.ts'
import { box, disc, group, line, path, repeat, ring } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

function slabBody(s: Studio, c: Palette, w: number, h: number, r: number): string {
  return [
    s.lift(
      12,
      16,
      0.3,
      box(
        0,
        0,
        w,
        h,
        r,
        s.across(c.darker, [0.04, c.hi], [0.12, c.light], [0.5, c.base], [0.9, c.dark], [0.97, c.light], c.deep),
      ),
    ),
    box(10, 10, w - 20, h - 20, r - 8, s.slant(c.lighter, c.base, c.dark)),
    rim(10, 10, w - 20, h - 20, r - 8, c, 2),
  ].join('')
}

const slim: Style = (s, c) => [
  s.floor(480, 884, 250),
  group(
    'translate(262 96)',
    slabBody(s, c, 436, 780, 54),
    path('M120 0H316V12Q300 30 280 30H156Q136 30 120 12Z', c.darker),
    usbA(s, 170, 16, 56),
    usbC(s, 262, 16, 46),
    repeat(4, (index) => led(s, 178 + index * 27, 90, 5, index < 3 ? '#e9f4ff' : '#5a616b')),
    box(432, 120, 9, 70, 4.5, s.down(c.light, c.deep)),
    line('M188 640h60M200 664h36', c.detail, 6),
    path('M10 560L426 260V420L10 720Z', '#ffffff12'),
  ),
]

const display: Style = (s, c) => [
  s.floor(480, 878, 260),
  group(
    'translate(240 118)',
    slabBody(s, c, 480, 750, 90),
    box(70, 80, 340, 210, 36, '#08090b'),
    digits('98', 136, 124, 116, '#7df0b2'),
    line(
      'M330 230l34-104M338 140a12 12 0 1 0 .1 0M360 216a12 12 0 1 0 .1 0',
      '#7df0b2',
      8,
      'transform="translate(10 0)"',
    ),
    sheen(s, 70, 80, 340, 210, 36, 0.2),
    box(60, 360, 360, 320, 40, s.stripes(18, 8, `${c.deep}55`, 0)),
    box(160, 480, 160, 70, 20, c.base),
    path('M252 488L214 528H238L228 548L268 508H244Z', '#f5a524'),
    usbC(s, 180, 12, 50),
    usbA(s, 270, 12, 60, '#e08a1e'),
  ),
]

const magnetic: Style = (s, c) => [
  s.floor(490, 860, 330),
  group(
    'translate(250 120) rotate(-6 200 360)',
    s.lift(12, 16, 0.3, box(0, 0, 360, 720, 60, s.across('#565d66', [0.04, '#e9ecef'], [0.96, '#9aa2ab'], '#3b4149'))),
    box(8, 8, 344, 704, 54, s.slant('#4a5058', '#22262b')),
    box(30, 30, 140, 150, 40, s.slant('#6f7780', '#22262b')),
    ...[
      [74, 74],
      [74, 138],
      [132, 106],
    ].map(([x = 0, y = 0]) => disc(x, y, 26, '#0b0c0f') + disc(x, y, 14, s.glow(['#05060a', '#35508f', '#0b0e1b']))),
  ),
  group(
    'translate(360 316) rotate(-6 170 270)',
    slabBody(s, c, 330, 500, 56),
    ring(165, 220, 96, `${c.detail}`, 5),
    line('M165 380v56', c.detail, 5),
    path('M180 176L128 232H160L148 268L204 210H170Z', c.detail),
    repeat(4, (index) => led(s, 128 + index * 25, 468, 4, index < 3 ? '#49d28c' : '#5a616b')),
    box(326, 110, 8, 60, 4, s.down(c.light, c.deep)),
  ),
]

export const powerBank: Style[] = [slim, display, magnetic]
