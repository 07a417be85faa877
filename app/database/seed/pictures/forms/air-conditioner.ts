import type { Palette } from '../palette.ts'
import { rotor } from '../parts.ts'
import { digits } from '../screens.ts'
import { box, disc, group, line, path, repeat, ring } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

function indoor(s: Studio, c: Palette, y: number, h: number): string {
  return [
    s.blur(24, box(90, y + h - 30, 780, 70, 30, '#161c2833')),
    s.lift(
      4,
      10,
      0.2,
      path(
        `M50 ${y + 26}Q50 ${y} 80 ${y}H880Q910 ${y} 910 ${y + 26}V${y + h - 50}Q906 ${y + h} 850 ${y + h}H110Q54 ${y + h} 50 ${y + h - 50}Z`,
        s.down(c.hi, [0.3, c.light], [0.75, c.base], c.darker),
      ),
    ),
    repeat(26, (index) => box(110 + index * 29, y + 8, 18, 8, 4, `${c.deep}66`)),
    path(`M50 ${y + h * 0.66}H910`, 'none', `stroke="${c.darker}" stroke-width="3"`),
    path(`M120 ${y + h * 0.74}H840L806 ${y + h - 14}H154Z`, s.down('#22262b', '#5a616b')),
    repeat(22, (index) => line(`M${160 + index * 30} ${y + h * 0.77}v${h * 0.14}`, '#0c0d10', 3)),
    path(`M112 ${y + h * 0.73}H848L842 ${y + h * 0.82}H118Z`, s.down(c.hi, c.dark)),
  ].join('')
}

function breeze(s: Studio, y: number): string {
  return s.blur(
    3,
    repeat(3, (index) =>
      line(
        `M${250 + index * 200} ${y}q-30 50 6 90t0 96`,
        ['#8fd3ff66', '#bfe6ff88', '#8fd3ff66'][index] ?? '#8fd3ff66',
        14,
      ),
    ),
  )
}

const split: Style = (s, c) => [
  indoor(s, c, 250, 270),
  digits('24', 742, 344, 50, c.isDark ? '#8fd3ff' : '#3f9bd8'),
  ring(834, 350, 6, c.isDark ? '#8fd3ff' : '#3f9bd8', 4),
  box(90, 344, 110, 16, 8, c.detail),
  breeze(s, 550),
]

const withOutdoor: Style = (s, c) => [
  indoor(s, c, 110, 230),
  digits('18', 752, 186, 44, '#3f9bd8'),
  box(420, 180, 120, 14, 7, c.detail),
  path('M90 160Q300 130 480 130T870 160', 'none', `stroke="${c.hi}" stroke-width="5" stroke-linecap="round"`),
  s.floor(520, 880, 290),
  s.lift(4, 12, 0.24, box(250, 440, 560, 420, 20, s.down('#ffffff', '#eef1f3', '#c4c9cf'))),
  disc(450, 650, 184, s.slant('#d5d9de', '#f4f6f8')),
  disc(450, 650, 172, '#22262b'),
  rotor(450, 650, 160, 40, 5, s.slant('#8b929b', '#3b4149'), 40),
  ...[44, 76, 108, 140, 170].map((r) => ring(450, 650, r, '#e3e7ea', 4)),
  repeat(12, (index) => group(`rotate(${index * 30} 450 650)`, line('M450 610V480', '#e3e7ea', 4))),
  repeat(14, (index) => box(670, 480 + index * 18, 110, 8, 4, '#aab1b9')),
  box(670, 760, 110, 60, 8, '#d5d9de'),
  box(300, 856, 70, 22, 4, '#5a616b'),
  box(690, 856, 70, 22, 4, '#5a616b'),
]

const portableTower: Style = (s, c) => [
  s.floor(480, 884, 210),
  s.lift(
    4,
    12,
    0.22,
    path(
      'M310 150Q310 96 370 96H590Q650 96 650 150V850Q650 878 620 878H340Q310 878 310 850Z',
      s.across(c.dark, [0.05, c.lighter], [0.25, c.light], [0.75, c.base], c.darker),
    ),
  ),
  path('M350 170H610L600 330H360Z', s.down('#15171b', '#3b4149')),
  repeat(8, (index) => box(362, 186 + index * 18, 236, 9, 4.5, s.down(c.light, c.dark))),
  box(390, 110, 180, 34, 17, '#0c0d10'),
  digits('20', 452, 117, 20, '#8fd3ff'),
  repeat(3, (index) => disc(410 + index * 14, 127, 3, '#49d28c') + disc(530 + index * 14, 127, 3, '#8b929b')),
  box(350, 560, 260, 240, 18, s.stripes(16, 7, `${c.deep}77`)),
  box(430, 440, 100, 14, 7, c.detail),
  ...[370, 590].map((x) => disc(x, 880, 16, '#22262b')),
]

const slimline: Style = (s, c) => [
  s.blur(24, box(80, 470, 800, 70, 30, '#161c2833')),
  s.lift(
    4,
    10,
    0.2,
    path(
      'M40 270Q40 236 78 234H882Q920 236 920 270V430Q918 506 830 512H130Q42 506 40 430Z',
      s.down(c.hi, [0.2, c.light], [0.7, c.base], c.dark),
    ),
  ),
  path('M40 380Q480 330 920 380V430Q918 506 830 512H130Q42 506 40 430Z', s.down(c.light, c.base, c.darker)),
  path('M40 380Q480 330 920 380', 'none', `stroke="${s.across('#b98a3a', '#fbe6b0', '#b98a3a')}" stroke-width="6"`),
  repeat(30, (index) => box(90 + index * 26.4, 244, 16, 7, 3.5, `${c.deep}55`)),
  path('M150 470H810Q780 500 740 502H220Q180 500 150 470Z', s.down('#15171b', '#5a616b')),
  repeat(20, (index) => line(`M${200 + index * 30} 474v24`, '#0c0d10', 3)),
  digits('26', 448, 408, 42, c.isDark ? '#8fd3ff' : '#3f9bd8'),
  ring(532, 412, 5, c.isDark ? '#8fd3ff' : '#3f9bd8', 4),
  box(90, 296, 120, 15, 7.5, c.detail),
  breeze(s, 548),
]

export const airConditioner: Style[] = [split, withOutdoor, slimline, portableTower]
