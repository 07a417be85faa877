import { led, rim } from '../parts.ts'
import { screen, sheen, wallpaper } from '../screens.ts'
import { box, disc, frame, line, oval, path, repeat } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

function charts(s: Studio, x: number, y: number, w: number, h: number): string {
  return [
    s.lift(6, 10, 0.3, box(x, y, w, h, 10, '#f8fafcf5')),
    box(x + 18, y + 18, w * 0.34, 14, 7, '#26323d'),
    box(x + 18, y + 42, w * 0.22, 9, 4.5, '#aab4be'),
    repeat(8, (index) => {
      const height = h * (0.16 + 0.3 * Math.abs(Math.sin(index * 1.3 + 0.6)))
      return box(
        x + 22 + (index * (w - 44)) / 8,
        y + h - 20 - height,
        (w - 44) / 8 - 8,
        height,
        4,
        index % 3 === 1 ? '#f5a524' : '#0b6b4f',
      )
    }),
  ].join('')
}

const office: Style = (s, c) => [
  s.floor(480, 850, 230),
  path('M440 640H520L528 816H432Z', s.across(c.dark, c.lighter, c.base, c.darker)),
  path(
    'M330 826Q340 808 372 808H588Q620 808 630 826L634 840Q634 848 622 848H338Q326 848 326 840Z',
    s.down(c.lighter, c.base, c.darker),
  ),
  s.lift(
    6,
    16,
    0.24,
    box(64, 150, 832, 506, 14, s.across(c.darker, [0.01, c.light], [0.99, c.base], c.deep)),
    box(68, 154, 824, 484, 10, '#0a0b0d'),
  ),
  screen(s, 76, 162, 808, 462, 3, 2),
  charts(s, 130, 220, 330, 230),
  box(68, 632, 824, 24, 0, s.down(c.light, c.dark)),
  led(s, 858, 644, 3, '#49d28c'),
  rim(64, 150, 832, 506, 14, c, 2),
]

const curved: Style = (s, c) => [
  s.floor(480, 862, 280),
  path('M450 620H510L520 790H440Z', s.across(c.deep, c.light, c.base, c.deep)),
  path(
    'M480 770L250 842Q236 852 254 856L300 856L480 806L660 856L706 856Q724 852 710 842Z',
    s.down(c.light, c.base, c.deep),
  ),
  box(446, 690, 68, 12, 6, '#e0455b'),
  s.lift(
    6,
    16,
    0.26,
    path(
      'M46 168Q480 216 914 168Q930 168 930 186V616Q930 634 914 634Q480 664 46 634Q30 634 30 616V186Q30 168 46 168Z',
      s.down(c.light, c.deep),
    ),
  ),
  s.clip(
    path('M52 180Q480 226 908 180V612Q480 642 52 612Z', '#000'),
    wallpaper(s, 40, 160, 880, 500, 0, 4),
    disc(640, 350, 120, s.glow(['#fff3d6', [0.6, '#ffb37a'], '#ff8a5c'])),
    path('M40 560L210 400L330 500L450 350L640 540L760 440L930 580V680H40Z', s.down('#5a1740', '#22081c')),
    path('M40 620L180 540L360 610L520 520L720 620L930 560V680H40Z', '#12040f'),
    path(
      'M52 180Q480 226 908 180V612Q480 642 52 612Z',
      s.across('#00000055', [0.2, '#ffffff14'], [0.5, '#ffffff00'], [0.8, '#ffffff1a'], '#00000066'),
    ),
  ),
  path('M30 612Q480 644 930 612V616Q930 634 914 634Q480 664 46 634Q30 634 30 616Z', s.down(c.base, c.deep)),
  line('M420 640Q480 643 540 640', '#e0455b', 4),
]

const ultrawide: Style = (s, c) => [
  s.floor(480, 800, 250),
  box(448, 560, 64, 210, 8, s.across(c.dark, c.hi, c.base, c.darker)),
  oval(480, 780, 220, 22, s.down(c.lighter, c.dark)),
  oval(480, 776, 214, 18, s.slant(c.hi, c.base)),
  s.lift(
    6,
    16,
    0.24,
    box(26, 218, 908, 400, 14, s.across(c.darker, [0.01, c.light], [0.99, c.base], c.deep)),
    box(30, 222, 900, 392, 11, '#08090b'),
  ),
  screen(s, 38, 230, 884, 372, 3, 7),
  charts(s, 80, 280, 250, 190),
  charts(s, 352, 280, 250, 190),
  s.lift(6, 10, 0.3, box(624, 280, 250, 270, 10, '#0d1722e6')),
  repeat(9, (index) =>
    box(
      644 + (index % 3) * 14,
      306 + index * 25,
      [90, 140, 110, 150, 70, 120, 96, 130, 80][index] ?? 80,
      9,
      4.5,
      ['#73e0c0', '#ffc46b', '#9db4ff'][index % 3] ?? '',
    ),
  ),
  sheen(s, 38, 230, 884, 372, 3, 0.1),
  frame(27, 219, 906, 398, 13, `${c.hi}66`, 2),
]

const coder: Style = (s, c) => [
  s.floor(480, 856, 220),
  box(452, 640, 56, 190, 8, s.across(c.dark, c.hi, c.base, c.darker)),
  box(300, 820, 360, 30, 10, s.down(c.hi, c.base, c.deep)),
  s.lift(
    6,
    16,
    0.24,
    box(86, 140, 788, 510, 12, s.across(c.darker, [0.01, c.light], [0.99, c.base], c.deep)),
    box(90, 144, 780, 500, 9, '#08090b'),
  ),
  screen(s, 98, 152, 764, 476, 3, 6),
  s.lift(6, 10, 0.3, box(140, 200, 400, 360, 12, '#0d1722f2')),
  repeat(12, (index) =>
    box(
      172 + (index % 4) * 22,
      236 + index * 26,
      [150, 220, 120, 190, 90, 240, 160, 130, 210, 100, 180, 140][index] ?? 100,
      10,
      5,
      ['#73e0c0', '#ffc46b', '#9db4ff', '#ff9aa8'][index % 4] ?? '',
    ),
  ),
  charts(s, 570, 200, 250, 190),
  s.lift(6, 10, 0.3, box(570, 412, 250, 148, 12, '#f8fafcf5')),
  disc(640, 486, 46, '#0b6b4f'),
  path('M640 486V440A46 46 0 0 1 682 505Z', '#f5a524'),
  repeat(3, (index) => box(710, 456 + index * 26, [80, 60, 70][index] ?? 60, 9, 4.5, '#c3ccd5')),
  led(s, 846, 636, 3, '#49d28c'),
]

const fastFlat: Style = (s, c) => [
  s.floor(480, 862, 260),
  path('M446 600H514L528 800H432Z', s.across(c.deep, c.light, c.base, c.deep)),
  path('M480 780L270 846Q258 856 276 858L480 816L684 858Q702 856 690 846Z', s.down(c.light, c.base, c.deep)),
  box(440, 700, 80, 10, 5, '#2fc796'),
  s.lift(
    6,
    16,
    0.26,
    path('M70 130H890Q904 130 904 144V600L870 640H90L56 600V144Q56 130 70 130Z', s.down(c.light, c.deep)),
  ),
  s.clip(
    box(66, 140, 828, 470, 3, '#000'),
    box(60, 130, 840, 500, 0, s.slant('#050a1a', '#16306b', '#4a2a86')),
    disc(
      300,
      330,
      150,
      s.glow(
        [
          [0, '#8fd3ff'],
          [0.6, '#2f6fe0'],
          [1, '#16306b'],
        ],
        0.36,
        0.34,
      ),
    ),
    oval(300, 330, 250, 42, 'none', 'stroke="#ffd6a5" stroke-width="9" transform="rotate(-16 300 330)"'),
    disc(720, 240, 44, s.glow(['#ffb37a', '#a12a5e'], 0.36, 0.34)),
    repeat(50, (index) => disc(70 + ((index * 197) % 820), 146 + ((index * 89) % 440), 1.2 + (index % 3), '#ffffffcc')),
    path('M600 610L700 430L760 500L830 390L900 520V620H600Z', '#050a1a'),
  ),
  sheen(s, 66, 140, 828, 470, 3, 0.12),
  box(380, 616, 200, 14, 7, s.across('#0b6b4f', '#7fe0b0', '#0b6b4f')),
]

export const monitor: Style[] = [office, curved, ultrawide, coder, fastFlat]
