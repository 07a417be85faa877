import type { Palette } from '../palette.ts'
import { lens } from '../parts.ts'
import { screen, sheen } from '../screens.ts'
import { box, disc, frame, group, line, oval, path, repeat } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

/** Twelve number keys in three columns; each carries a small mark instead of a numeral so no font is needed. */
function numberPad(s: Studio, c: Palette, x: number, y: number, w: number, h: number): string {
  const cap = s.down(c.light, c.dark)
  return repeat(12, (index) => {
    const kx = x + ((index % 3) * w) / 3
    const ky = y + (Math.floor(index / 3) * h) / 4
    const kw = w / 3 - 10
    const kh = h / 4 - 12
    return (
      box(kx, ky + 3, kw, kh, 18, c.deep) +
      box(kx, ky, kw, kh, 18, cap) +
      box(kx + 8, ky + 4, kw - 16, 5, 2.5, `${c.hi}66`) +
      box(kx + kw / 2 - 15, ky + kh / 2 - 5, 12, 11, 3, c.detail) +
      box(kx + kw / 2 + 3, ky + kh / 2 - 1, 16, 5, 2.5, `${c.detail}99`)
    )
  })
}

function navigation(s: Studio, c: Palette, cx: number, y: number): string {
  return [
    box(cx - 140, y, 84, 40, 18, s.down(c.light, c.dark)),
    line(`M${cx - 118} ${y + 20}h40`, '#4cc38a', 6),
    box(cx + 56, y, 84, 40, 18, s.down(c.light, c.dark)),
    line(`M${cx + 78} ${y + 20}h40`, '#e0565b', 6),
    box(cx - 48, y - 6, 96, 84, 28, s.slant(c.hi, c.darker)),
    box(cx - 40, y + 2, 80, 68, 22, s.down(c.base, c.dark)),
    box(cx - 20, y + 20, 40, 32, 12, s.down(c.lighter, c.base)),
  ].join('')
}

const candybar: Style = (s, c) => [
  s.floor(480, 880, 230),
  group(
    'translate(314 88)',
    s.lift(
      12,
      16,
      0.3,
      path(
        'M60 0H272Q326 0 328 56L332 720Q330 786 266 788H66Q2 786 0 720L4 56Q6 0 60 0Z',
        s.across(c.darker, [0.05, c.lighter], [0.14, c.base], [0.88, c.base], [0.96, c.darker], c.deep),
      ),
      path(
        'M64 10H268Q314 10 316 58L320 716Q318 774 264 776H68Q14 774 12 716L16 58Q18 10 64 10Z',
        s.slant(c.light, c.base, c.dark),
      ),
    ),
    box(34, 46, 264, 288, 22, '#0a0b0d'),
    screen(s, 46, 66, 240, 246, 8, 3),
    box(64, 86, 110, 16, 8, '#fffc'),
    box(64, 112, 70, 9, 4.5, '#fff9'),
    box(46, 284, 240, 28, 0, '#0b1a2bb0'),
    box(60, 294, 40, 7, 3.5, '#fff'),
    box(232, 294, 40, 7, 3.5, '#fff'),
    box(126, 26, 80, 8, 4, c.deep),
    frame(34, 46, 264, 288, 22, `${c.hi}55`, 2),
    navigation(s, c, 166, 366),
    numberPad(s, c, 36, 474, 270, 276),
    sheen(s, 34, 46, 264, 288, 22, 0.14),
  ),
]

const slim: Style = (s, c) => [
  s.floor(480, 882, 280),
  group(
    'translate(206 108) rotate(-6 150 380)',
    s.lift(
      12,
      16,
      0.3,
      box(0, 0, 290, 740, 46, s.across(c.darker, [0.04, c.hi], [0.1, c.base], [0.92, c.dark], c.deep)),
      box(8, 6, 274, 728, 42, s.slant(c.lighter, c.base, c.dark)),
    ),
    box(96, 46, 98, 98, 30, s.slant(c.hi, c.darker)),
    lens(s, 130, 95, 30),
    disc(174, 95, 9, '#fff3cf'),
    box(96, 620, 98, 60, 12, s.dots(12, 3.2, c.deep)),
    oval(145, 420, 46, 12, `${c.detail}55`),
  ),
  group(
    'translate(440 96) rotate(4 150 380)',
    s.lift(
      14,
      18,
      0.34,
      box(0, 0, 300, 770, 50, s.across(c.darker, [0.04, c.hi], [0.1, c.base], [0.92, c.dark], c.deep)),
      box(8, 6, 284, 758, 45, s.slant(c.base, c.dark)),
    ),
    box(18, 18, 264, 348, 34, '#08090b'),
    screen(s, 30, 58, 240, 284, 8, 1),
    box(48, 80, 120, 17, 8.5, '#fffc'),
    box(48, 106, 80, 9, 4.5, '#fff9'),
    box(112, 32, 76, 7, 3.5, '#2c3138'),
    navigation(s, c, 150, 388),
    numberPad(s, c, 24, 490, 262, 262),
  ),
]

const flip: Style = (s, c) => [
  s.floor(480, 884, 240),
  group(
    'translate(310 60)',
    s.lift(
      12,
      16,
      0.3,
      box(0, 0, 340, 400, 56, s.across(c.darker, [0.05, c.lighter], [0.14, c.base], [0.9, c.dark], c.deep)),
    ),
    box(10, 8, 320, 384, 48, s.slant(c.light, c.base, c.dark)),
    box(32, 34, 276, 320, 22, '#08090b'),
    screen(s, 46, 58, 248, 272, 8, 4),
    box(66, 84, 120, 17, 8.5, '#fffc'),
    box(66, 110, 76, 9, 4.5, '#fff9'),
    box(130, 18, 80, 8, 4, c.deep),
    s.lift(
      12,
      16,
      0.34,
      path(
        'M14 420H326L344 780Q344 816 304 818H36Q-4 816 -4 780Z',
        s.across(c.darker, [0.05, c.lighter], [0.14, c.base], [0.9, c.dark], c.deep),
      ),
    ),
    path('M24 432H316L332 776Q332 804 300 806H40Q8 804 8 776Z', s.down(c.light, c.base, c.dark)),
    box(-6, 386, 352, 50, 25, s.down(c.hi, c.base, c.deep)),
    box(40, 398, 260, 6, 3, `${c.hi}88`),
    navigation(s, c, 170, 452),
    numberPad(s, c, 30, 552, 280, 240),
    sheen(s, 32, 34, 276, 320, 22, 0.16),
  ),
]

export const featurePhone: Style[] = [candybar, slim, flip]
