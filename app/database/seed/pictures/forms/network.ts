import type { Palette } from '../palette.ts'
import { led, roundPins } from '../parts.ts'
import { box, disc, fade, frame, group, line, oval, path, repeat } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

function antenna(s: Studio, c: Palette, x: number, base: number, height: number, lean: number): string {
  return group(
    `rotate(${lean} ${x} ${base})`,
    box(x - 17, base - 70, 34, 90, 12, s.across(c.darker, c.lighter, c.base, c.deep)),
    path(
      `M${x - 14} ${base - 60}L${x - 18} ${base - height + 20}Q${x - 18} ${base - height} ${x} ${base - height}Q${x + 18} ${base - height} ${x + 18} ${base - height + 20}L${x + 14} ${base - 60}Z`,
      s.across(c.darker, [0.2, c.lighter], [0.6, c.base], c.deep),
    ),
    line(`M${x - 13} ${base - 62}h26`, c.deep, 3),
  )
}

const fourAntennas: Style = (s, c) => [
  s.floor(480, 800, 420),
  antenna(s, c, 170, 590, 450, -10),
  antenna(s, c, 370, 560, 450, -3),
  antenna(s, c, 590, 560, 450, 3),
  antenna(s, c, 790, 590, 450, 10),
  path('M150 560Q160 540 190 536H770Q800 540 810 560L878 700H82Z', s.down(c.light, c.base, c.hi)),
  path('M230 566H730L770 670H190Z', s.stripes(13, 5, `${c.deep}55`)),
  path('M400 536H560L590 704H370Z', s.down(c.base, c.lighter)),
  s.lift(
    4,
    8,
    0.2,
    path(
      'M82 700H878Q890 702 888 720L872 772Q864 790 840 790H120Q96 790 88 772L72 720Q70 702 82 700Z',
      s.down(c.lighter, c.base, c.darker),
    ),
  ),
  repeat(7, (index) => led(s, 390 + index * 30, 742, 4, index === 5 ? '#f5a524' : '#49d28c')),
]

const meshTower: Style = (s, c) => [
  s.floor(360, 850, 190),
  s.floor(680, 862, 150),
  ...[
    [360, 190, 176],
    [682, 380, 140],
  ].map(([cx = 0, top = 0, r = 0]) =>
    [
      s.lift(
        4,
        10,
        0.2,
        path(
          `M${cx - r} ${top + 50}Q${cx - r} ${top} ${cx} ${top}Q${cx + r} ${top} ${cx + r} ${top + 50}V800Q${cx + r} 850 ${cx} 852Q${cx - r} 850 ${cx - r} 800Z`,
          s.barrel(c),
        ),
      ),
      oval(cx, top + 50, r, 48, s.slant(c.hi, c.base)),
      oval(cx, top + 50, r * 0.82, 37, s.slant(c.light, c.dark)),
      oval(cx, top + 50, r * 0.62, 26, s.stripes(9, 4, c.deep)),
      line(
        `M${cx - r * 0.3} 560q${r * 0.3} -30 ${r * 0.6} 0M${cx - r * 0.16} 588q${r * 0.16} -16 ${r * 0.32} 0`,
        c.detail,
        7,
      ),
      led(s, cx, 740, 5, '#49b0ff'),
      path(
        `M${cx - r} 770V800Q${cx - r} 850 ${cx} 852Q${cx + r} 850 ${cx + r} 800V770Q${cx + r} 816 ${cx} 820Q${cx - r} 816 ${cx - r} 770Z`,
        `${c.deep}44`,
      ),
    ].join(''),
  ),
]

const gaming: Style = (s, c) => [
  s.floor(480, 820, 430),
  ...[
    [160, -12],
    [288, -7],
    [416, -2],
    [544, 2],
    [672, 7],
    [800, 12],
  ].map(([x = 0, lean = 0]) => antenna(s, c, x, 560, 400, lean)),
  path('M220 520H740L900 640L830 760H130L60 640Z', s.down(c.light, c.base, c.dark)),
  path('M300 540H660L760 620L660 720H300L200 620Z', s.slant(c.dark, c.deep)),
  path('M300 540H660L760 620L660 720H300L200 620Z', s.dots(12, 3, '#00000088')),
  path('M480 560L610 690H550L480 620L410 690H350Z', s.slant('#ff4d6d', '#c23b3b')),
  s.blur(14, path('M480 560L610 690H550L480 620L410 690H350Z', '#ff4d6d88')),
  path('M60 640L130 760H830L900 640V668L836 800H124L60 668Z', s.down(c.base, c.deep)),
  line('M76 676L132 774H828L884 676', '#ff4d6d', 4),
  repeat(6, (index) => led(s, 420 + index * 24, 786, 3, '#ff8a95')),
]

const pocket: Style = (s, c) => [
  s.floor(480, 790, 360),
  s.lift(10, 16, 0.3, box(110, 330, 740, 440, 90, s.down(c.hi, [0.08, c.light], [0.6, c.base], c.deep))),
  box(130, 350, 700, 400, 74, s.slant(c.lighter, c.base, c.dark)),
  box(340, 450, 280, 160, 26, '#08090b'),
  line('M372 560v-14M392 560v-28M412 560v-42M432 560v-56', '#7df0b2', 10),
  box(470, 490, 110, 40, 8, 'none', 'stroke="#e9f4ff" stroke-width="4"'),
  box(476, 496, 78, 28, 4, '#7df0b2'),
  box(470, 552, 90, 9, 4.5, '#8b929b'),
  disc(720, 530, 34, s.slant(c.hi, c.deep)),
  disc(720, 530, 27, s.slant(c.light, c.dark)),
  line('M720 514v16', c.detail, 5),
  line('M200 520q34-34 68 0M214 540q20-20 40 0', c.detail, 7),
  path('M130 620L830 470V560L130 720Z', '#ffffff12'),
]

export const router: Style[] = [fourAntennas, meshTower, gaming, pocket]

const plugBody = (s: Studio, c: Palette) => [
  s.lift(
    6,
    14,
    0.26,
    box(290, 330, 380, 470, 70, s.across(c.dark, [0.05, c.hi], [0.25, c.light], [0.8, c.base], c.darker)),
  ),
  box(312, 352, 336, 426, 56, s.slant(c.hi, c.light, c.base)),
]

const extenderAntennas: Style = (s, c) => [
  s.floor(480, 836, 230),
  antenna(s, c, 262, 560, 430, -4),
  antenna(s, c, 698, 560, 430, 4),
  group('rotate(180 480 810)', roundPins(s, 480, 812, 130, 40, 17)),
  ...plugBody(s, c),
  line('M420 480q60-52 120 0M440 506q40-34 80 0M460 532q20-16 40 0', c.detail, 9),
  disc(480, 556, 7, c.detail),
  repeat(4, (index) => led(s, 435 + index * 30, 640, 5, index === 0 ? '#49b0ff' : '#49d28c')),
  fade(0.7, line('M400 720h160', c.darker, 6)),
]

const extenderFlat: Style = (s, c) => [
  s.floor(480, 880, 200),
  group('rotate(180 480 850)', roundPins(s, 480, 840, 130, 40, 17)),
  s.lift(
    6,
    14,
    0.26,
    box(310, 120, 340, 730, 150, s.across(c.dark, [0.05, c.hi], [0.25, c.light], [0.8, c.base], c.darker)),
  ),
  box(334, 144, 292, 682, 128, s.slant(c.hi, c.light, c.base, c.dark)),
  box(380, 190, 200, 300, 96, s.stripes(17, 7, `${c.darker}66`)),
  frame(452, 560, 56, 130, 28, c.darker, 3),
  ...[590, 625, 660].map((y, index) => led(s, 480, y, 6, ['#49d28c', '#49d28c', '#f5a524'][index] ?? '')),
]

export const wifiExtender: Style[] = [extenderAntennas, extenderFlat]
