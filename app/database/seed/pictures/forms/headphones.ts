import type { Palette } from '../palette.ts'
import { cord, led } from '../parts.ts'
import { box, disc, flip, group, line, oval, path, ring } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

/** One cup with its cushion, turned a little to show the inside edge; centre at (0, 0). */
function cup(s: Studio, c: Palette, rx: number, ry: number): string {
  return [
    s.lift(8, 12, 0.3, oval(34, 0, rx * 0.86, ry * 1.02, s.across('#3a3f47', '#1a1d21', '#0c0d10'))),
    oval(22, 0, rx * 0.86, ry * 0.98, s.across('#2b2f35', '#4a5058', '#1c1f24')),
    oval(-8, 0, rx, ry, s.across(c.deep, [0.1, c.dark], [0.35, c.light], [0.75, c.base], c.darker)),
    oval(-18, -4, rx * 0.84, ry * 0.88, s.slant(c.hi, c.light, c.base, c.dark)),
    oval(-20, -4, rx * 0.62, ry * 0.68, s.slant(c.dark, c.base, c.lighter)),
    oval(-22, -4, rx * 0.56, ry * 0.62, s.slant(c.light, c.base)),
  ].join('')
}

const overEar: Style = (s, c) => [
  s.floor(480, 872, 330, 0.8),
  line('M206 590Q170 110 480 104Q790 110 754 590', c.darker, 46),
  line('M206 590Q170 108 480 102Q790 108 754 590', c.base, 40),
  line('M226 380Q250 128 480 122Q660 126 716 290', c.light, 10),
  path('M250 300Q290 100 480 92Q670 100 710 300Q660 160 480 152Q300 160 250 300Z', s.down(c.light, c.base, c.darker)),
  path('M300 220Q350 128 480 122Q610 128 660 220Q590 152 480 148Q370 152 300 220Z', `${c.hi}55`),
  line('M206 420V560M754 420V560', '#c9ced4', 16),
  line('M203 420V560M751 420V560', '#ffffff', 4),
  group('translate(236 664)', cup(s, c, 128, 178)),
  flip(480, group('translate(236 664)', cup(s, c, 128, 178))),
  led(s, 214, 812, 4, '#49b0ff'),
]

const onEar: Style = (s, c) => [
  s.floor(480, 850, 330, 0.8),
  line('M214 560Q180 160 480 154Q780 160 746 560', c.darker, 26),
  line('M214 560Q180 158 480 152Q780 158 746 560', c.light, 20),
  path('M300 240Q360 136 480 132Q600 136 660 240Q600 182 480 178Q360 182 300 240Z', s.down('#3b4047', '#15171a')),
  box(192, 470, 40, 90, 14, s.across(c.darker, c.hi, c.dark)),
  box(728, 470, 40, 90, 14, s.across(c.darker, c.hi, c.dark)),
  ...[244, 716].map((cx, index) =>
    [
      s.lift(8, 14, 0.3, disc(cx + (index ? -26 : 26), 680, 138, s.slant('#4a5058', '#15171a'))),
      disc(cx, 680, 146, s.slant(c.hi, c.base, c.darker)),
      disc(cx, 680, 124, s.slant(c.base, c.lighter)),
      disc(cx, 680, 118, s.slant(c.light, c.base, c.dark)),
      ring(cx, 680, 66, `${c.hi}66`, 4),
      disc(cx, 680, 62, s.slant(c.dark, c.base)),
    ].join(''),
  ),
]

const gaming: Style = (s, c) => [
  s.floor(480, 872, 340, 0.8),
  line('M186 600Q140 96 480 88Q820 96 774 600', c.deep, 30),
  line('M186 596Q142 98 480 90Q818 98 774 596', c.light, 10),
  path(
    'M262 330Q296 170 480 164Q664 170 698 330Q640 228 480 220Q320 228 262 330Z',
    s.down('#3b4047', '#1b1e22', '#0c0d0f'),
  ),
  line('M196 420Q200 360 272 318M764 420Q760 360 688 318', '#22262b', 12),
  line('M300 266Q360 194 480 188T660 266', '#ffffff22', 5),
  group('translate(230 664)', cup(s, c, 136, 186)),
  flip(480, group('translate(230 664)', cup(s, c, 136, 186))),
  ...[210, 750].map((cx) =>
    oval(cx, 660, 84, 122, 'none', `stroke="${s.down('#ff4dc4', '#7a5cff', '#3ec5ff')}" stroke-width="9"`),
  ),
  ...[210, 750].map((cx) =>
    s.blur(12, oval(cx, 660, 84, 122, 'none', 'stroke="#7a5cff" stroke-width="16" opacity="0.55"')),
  ),
  ...[210, 750].map((cx) => path(`M${cx - 26} 700L${cx} 610L${cx + 26} 700L${cx} 680Z`, '#ffffffd9')),
  line('M196 800Q250 900 420 862', '#0b0c0e', 22),
  line('M196 800Q250 896 420 858', '#4a5058', 6),
  s.lift(6, 8, 0.4, box(400, 834, 96, 44, 22, s.down('#3b4047', '#0c0d10'))),
  box(412, 842, 72, 28, 14, s.dots(7, 2, '#6f7780')),
]

/** One wired bud pointing left; about 160 wide around the origin. */
function wiredBud(s: Studio, c: Palette): string {
  return [
    s.lift(
      8,
      10,
      0.32,
      path('M-30 -60Q-96 -52 -100 0Q-96 52 -30 60Z', s.slant('#5b626c', '#24282e', '#101215')),
      path('M-40 -76Q40 -90 84 -40Q104 0 84 40Q40 90 -40 76Q-56 0 -40 -76Z', s.slant(c.hi, c.light, c.base, c.darker)),
      path('M40 40L96 20L70 190H40Z', s.across(c.light, c.darker)),
    ),
    disc(34, -6, 40, s.slant(c.dark, c.hi)),
    disc(34, -6, 34, s.slant(c.light, c.base)),
    oval(-92, 0, 9, 26, '#050506'),
  ].join('')
}

const wiredInEar: Style = (s, c) => [
  s.floor(480, 884, 280, 0.5),
  cord('M330 400Q340 560 440 620T480 700Q480 760 400 770T330 830Q400 880 520 860T660 800', c.base, 13),
  cord('M630 400Q620 560 520 620T480 700', c.base, 13),
  s.lift(4, 6, 0.3, box(462, 650, 36, 76, 16, s.across(c.darker, c.lighter, c.deep))),
  s.lift(4, 6, 0.3, box(596, 470, 34, 110, 16, s.across(c.darker, c.lighter, c.deep))),
  line('M613 496v16M605 504h16M605 552h16', c.detail, 4),
  group('translate(276 230)', wiredBud(s, c)),
  flip(480, group('translate(276 230)', wiredBud(s, c))),
  group(
    'translate(650 786) rotate(-24)',
    box(0, -14, 66, 28, 10, s.down(c.light, c.deep)),
    box(64, -7, 90, 14, 6, s.down('#fff0c2', '#d9ad4f', '#8f6a1e')),
    line('M96 -7v14M122 -7v14', '#15171a', 4),
  ),
]

export const headphones: Style[] = [overEar, onEar, gaming, wiredInEar]
