import type { Palette } from '../palette.ts'
import { lens, rim } from '../parts.ts'
import { sheen } from '../screens.ts'
import { box, disc, frame, group, line, path, repeat, ring } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

function cutout(s: Studio, c: Palette): string {
  return [
    box(34, 36, 186, 196, 48, s.slant(c.deep, c.hi)),
    box(42, 44, 170, 180, 42, s.slant('#3a4048', '#16181c')),
    lens(s, 88, 92, 36),
    lens(s, 88, 176, 36, '#5a3a86'),
    lens(s, 168, 134, 36, '#2c6a86'),
    disc(172, 72, 11, '#fff3cf'),
  ].join('')
}

const silicone: Style = (s, c) => [
  s.floor(480, 886, 240, 0.9),
  group(
    'translate(286 84)',
    s.lift(
      14,
      18,
      0.32,
      box(
        0,
        0,
        388,
        796,
        70,
        s.across(c.darker, [0.03, c.lighter], [0.08, c.base], [0.92, c.dark], [0.97, c.light], c.deep),
      ),
      box(12, 10, 364, 776, 60, s.slant(c.light, c.base, [1, c.dark])),
      box(-5, 210, 10, 90, 5, s.down(c.light, c.darker)),
      box(-5, 320, 10, 90, 5, s.down(c.light, c.darker)),
      box(384, 240, 9, 120, 4.5, s.down(c.light, c.darker)),
    ),
    cutout(s, c),
    s.clip(box(12, 10, 364, 776, 60, '#000'), path('M0 560L388 260V380L0 700Z', '#ffffff12')),
    rim(12, 10, 364, 776, 60, c, 2),
  ),
]

const magnetic: Style = (s, c) => [
  s.floor(480, 886, 240, 0.9),
  group(
    'translate(286 84)',
    s.lift(
      14,
      18,
      0.3,
      box(0, 0, 388, 796, 72, s.across(c.dark, [0.03, c.hi], [0.08, c.light], [0.94, c.base], c.darker)),
    ),
    box(20, 18, 348, 760, 58, s.slant('#f9fafb', '#e3e7ea', '#cfd5da')),
    box(20, 18, 348, 760, 58, `${c.base}38`),
    cutout(s, c),
    ring(194, 460, 118, s.slant(c.hi, c.dark), 20),
    ring(194, 460, 129, '#ffffff88', 2),
    ring(194, 460, 107, '#00000022', 2),
    box(184, 604, 20, 90, 8, s.down(c.light, c.dark)),
    repeat(4, (index) => disc([18, 370, 18, 370][index] ?? 0, [18, 18, 778, 778][index] ?? 0, 13, `${c.dark}66`)),
    sheen(s, 12, 10, 364, 776, 60, 0.5),
    frame(12, 10, 364, 776, 60, '#ffffffaa', 3),
  ),
]

const flipCover: Style = (s, c) => [
  s.floor(500, 884, 330),
  group(
    'translate(200 96)',
    s.lift(12, 16, 0.3, path('M0 40Q0 6 34 2L250 -14V800L34 778Q0 776 0 742Z', s.across(c.darker, c.base, c.light))),
    box(246, -8, 14, 796, 0, s.across(c.deep, c.light, c.deep)),
    s.lift(
      14,
      18,
      0.34,
      box(256, -8, 340, 796, 44, s.slant(c.light, c.base, c.dark)),
      frame(270, 6, 312, 768, 34, c.detail, 2.5, 'stroke-dasharray="10 8"'),
    ),
    path('M20 40Q20 24 40 22L232 8V776L40 758Q20 756 20 740Z', s.stripes(9, 4, '#ffffff0e', 45)),
    box(48, 120, 150, 96, 10, s.slant(c.dark, c.darker)),
    box(48, 236, 150, 96, 10, s.slant(c.dark, c.darker)),
    box(58, 110, 130, 30, 8, s.slant('#f4d9a0', '#d9a441')),
    line('M24 420L232 410', `${c.hi}33`, 3),
    box(560, 340, 70, 90, 20, s.across(c.base, c.dark)),
    disc(604, 385, 13, s.slant('#fff', '#8d949c')),
    box(340, 60, 130, 170, 40, s.slant(c.deep, c.light)),
    lens(s, 380, 106, 30),
    lens(s, 380, 184, 30, '#5a3a86'),
    lens(s, 438, 145, 24, '#2c6a86'),
    path('M290 560L590 320V420L290 660Z', '#ffffff10'),
  ),
]

export const phoneCase: Style[] = [silicone, magnetic, flipCover]
