import type { Palette } from '../palette.ts'
import { led } from '../parts.ts'
import { box, disc, frame, group, line, path, ring } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'
import { cone } from './speaker.ts'

function bar(s: Studio, c: Palette, y: number, h: number): string {
  return [
    path(
      `M52 ${y}L74 ${y - 34}Q78 ${y - 40} 88 ${y - 40}H872Q882 ${y - 40} 886 ${y - 34}L908 ${y}Z`,
      s.down(c.light, c.dark),
    ),
    box(420, y - 28, 120, 16, 8, s.down(c.darker, c.base)),
    s.lift(6, 10, 0.28, box(40, y - 6, 880, h, 26, s.down(c.hi, [0.08, c.base], [0.7, c.dark], c.deep))),
    box(54, y + 6, 852, h - 24, 18, s.dots(9, 2.4, c.deep)),
    box(54, y + 6, 852, h - 24, 18, s.down('#ffffff24', '#ffffff00', '#00000040')),
    box(40, y - 6, 26, h, 13, s.across(c.darker, c.light)),
    box(894, y - 6, 26, h, 13, s.across(c.light, c.deep)),
    led(s, 480, y + h * 0.45, 4, '#e9f4ff'),
    led(s, 502, y + h * 0.45, 4, '#49b0ff'),
  ].join('')
}

const withSubwoofer: Style = (s, c) => [
  s.floor(700, 690, 170, 0.8),
  s.lift(
    4,
    10,
    0.24,
    box(556, 190, 300, 494, 26, s.across(c.deep, [0.05, c.light], [0.14, c.base], [0.9, c.dark], c.deep)),
  ),
  box(574, 208, 264, 458, 16, s.stripes(8, 3, `${c.deep}88`)),
  cone(s, 706, 400, 112),
  ring(706, 400, 118, `${c.hi}44`, 3),
  box(660, 600, 92, 34, 17, '#050506'),
  s.floor(480, 812, 450),
  bar(s, c, 700, 108),
]

const slimPair: Style = (s, c) => [
  s.floor(480, 470, 450, 0.7),
  bar(s, c, 380, 84),
  s.floor(480, 740, 250, 0.7),
  group(
    'translate(230 560)',
    s.lift(6, 10, 0.28, box(0, 0, 500, 172, 60, s.down(c.hi, [0.08, c.light], [0.6, c.base], c.deep))),
    box(24, 22, 452, 128, 46, s.dots(10, 2.8, c.deep)),
    box(24, 22, 452, 128, 46, s.down('#ffffff24', '#ffffff00')),
    frame(24, 22, 452, 128, 46, `${c.hi}44`, 2),
    line('M216 86h68', c.detail, 9),
  ),
]

const single: Style = (s, c) => [
  s.floor(480, 560, 450),
  bar(s, c, 420, 132),
  s.floor(760, 796, 110, 0.7),
  group(
    'translate(700 620) rotate(8 40 80)',
    s.lift(6, 8, 0.32, box(0, 0, 84, 200, 30, s.across('#3b4149', '#1b1e22', '#0c0d10'))),
    disc(42, 52, 24, s.slant('#5a616b', '#22262b')),
    disc(42, 52, 9, '#e0455b'),
    line('M42 100v28M28 114h28M28 158h28', '#8b929b', 5),
  ),
]

export const soundbar: Style[] = [withSubwoofer, slimPair, single]
