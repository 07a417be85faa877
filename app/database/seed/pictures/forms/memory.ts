import type { Palette } from '../palette.ts'
import { box, disc, group, line, path, repeat } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'
import { chip } from './storage.ts'

function gold(s: Studio, x: number, y: number, w: number, h: number, step: number): string {
  return box(x, y, w, h, 0, s.stripes(step, step * 0.62, '#dfb056', 90))
}

const heatSpreader: Style = (s, c) => [
  s.floor(480, 720, 420, 0.35),
  ...[0, 1].map((index) =>
    group(
      `translate(${index * 26} ${index * 190 - 90}) rotate(-7 480 440)`,
      s.lift(14, 14, 0.34, path('M40 380H920V520H500V500H480V520H40Z', '#0e2b22')),
      gold(s, 60, 496, 410, 28, 10),
      gold(s, 510, 496, 390, 28, 10),
      s.lift(
        4,
        6,
        0.4,
        path(
          'M30 330L90 300H250L290 326H670L710 300H870L930 330V470L900 484H60L30 470Z',
          s.down(c.hi, [0.12, c.light], [0.6, c.base], c.darker),
        ),
      ),
      path('M90 312H240L300 400H660L720 312H870L900 350V440H60V350Z', s.slant(c.dark, c.base, c.deep)),
      path('M330 400L380 326H420L370 400ZM440 400L490 326H530L480 400ZM550 400L600 326H640L590 400Z', `${c.hi}66`),
      box(120, 420, 160, 18, 6, '#f4f6f8cc'),
      line('M36 332L92 304H248L288 330H672L712 304H868L924 332', `${c.hi}88`, 3),
    ),
  ),
]

const lit: Style = (s, c) => [
  s.floor(480, 730, 420, 0.35),
  ...[0, 1].map((index) =>
    group(
      `translate(${index * 26} ${index * 200 - 90}) rotate(-7 480 440)`,
      s.lift(14, 14, 0.34, path('M40 400H920V530H500V510H480V530H40Z', '#0e1116')),
      gold(s, 60, 506, 410, 28, 10),
      gold(s, 510, 506, 390, 28, 10),
      s.blur(
        16,
        box(50, 270, 860, 60, 20, s.across('#ff4d6d', '#ffb347', '#6ee787', '#3ec5ff', '#a06bff'), 'opacity="0.8"'),
      ),
      box(44, 284, 872, 70, 18, s.across('#ff8a9c', '#ffd08a', '#a8f5b8', '#8fe0ff', '#cdb0ff')),
      box(44, 284, 872, 24, 12, '#ffffff77'),
      s.lift(4, 6, 0.4, path('M30 350H930V478L900 494H60L30 478Z', s.down(c.light, c.base, c.deep))),
      path('M60 366H420L470 470H60ZM540 366H900V470H590Z', s.slant(c.base, c.darker)),
      box(90, 420, 150, 16, 6, '#f4f6f8cc'),
    ),
  ),
]

const bare: Style = (s, c) => [
  s.floor(480, 700, 330, 0.35),
  ...[0, 1].map((index) =>
    group(
      `translate(${index * 40 - 20} ${index * 210 - 110}) rotate(-9 480 440)`,
      s.lift(12, 14, 0.34, path('M130 300H830V500H530V480H510V500H130Z', s.slant('#1f7a5c', '#0d4a38'))),
      gold(s, 146, 476, 356, 26, 9),
      gold(s, 540, 476, 276, 26, 9),
      repeat(4, (chipIndex) => chip(s, 150 + chipIndex * 170, 322, 140, 110)),
      box(300, 330, 330, 92, 4, index ? '#fbfcfd' : '#fbfcfdf0'),
      box(300, 330, 330, 26, 4, c.base),
      repeat(3, (row) => box(320, 368 + row * 16, [200, 150, 180][row] ?? 100, 7, 3.5, '#c3ccd5')),
      repeat(12, (part) => box(150 + part * 56, 446, 14, 8, 1, '#c9a86a')),
    ),
  ),
]

export const memoryModule: Style[] = [heatSpreader, lit, bare]

/** A card's stepped outline with its label, 300 by 400 from (0, 0). */
function sdCard(s: Studio, c: Palette): string {
  return [
    s.lift(
      12,
      14,
      0.32,
      path('M20 0H210L300 84V380Q300 400 280 400H20Q0 400 0 380V20Q0 0 20 0Z', s.slant(c.light, c.base, c.darker)),
    ),
    box(0, 120, 12, 50, 0, '#e9ecef'),
    path('M24 130H276V330H24Z', s.slant('#0b6b4f', '#128a9c')),
    path('M24 250L276 180V220L24 290Z', '#f5a524'),
    box(44, 150, 110, 24, 6, '#fff'),
    box(44, 350, 120, 16, 8, c.detail),
    line('M230 90v-40M200 90V40M170 90V30', '#00000044', 8),
  ].join('')
}

function microSd(s: Studio, c: Palette): string {
  return [
    s.lift(
      10,
      12,
      0.32,
      path(
        'M16 0H120V40L140 60V90L128 102V226Q128 240 114 240H16Q0 240 0 224V16Q0 0 16 0Z',
        s.slant(c.light, c.base, c.deep),
      ),
    ),
    path('M0 150L128 110V150L0 190Z', '#c23b3b'),
    box(16, 90, 70, 16, 5, '#f4f6f8'),
    box(16, 206, 60, 10, 5, c.detail),
    repeat(7, (index) => box(10 + index * 15, 10, 9, 44, 2, '#00000022')),
  ].join('')
}

export const memoryCard: Style[] = [
  (s, c) => [
    s.floor(480, 820, 330, 0.3),
    group(
      'translate(170 180) rotate(-8 150 200) scale(1.42)',
      sdCard(s, { ...c, light: '#3b4149', base: '#22262b', darker: '#0c0d10' }),
    ),
    group('translate(620 470) rotate(9 64 120) scale(1.36)', microSd(s, c)),
  ],
  (s, c) => [s.floor(480, 860, 250, 0.3), group('translate(270 140) rotate(-4 150 200) scale(1.6)', sdCard(s, c))],
]

const swivel: Style = (s, c) => [
  s.floor(480, 760, 330, 0.35),
  group(
    'rotate(-28 480 480)',
    s.lift(12, 14, 0.34, box(110, 400, 190, 140, 8, s.down('#f4f6f8', '#c4c9cf', '#8b929b'))),
    box(150, 428, 40, 30, 4, '#4a5058'),
    box(150, 482, 40, 30, 4, '#4a5058'),
    s.lift(12, 14, 0.34, box(280, 370, 500, 200, 40, s.down(c.light, c.base, c.darker))),
    s.lift(6, 8, 0.36, path('M420 350H800Q880 350 880 470T800 590H420Z', s.down('#fbfcfd', '#d5d9de', '#8b929b'))),
    path('M420 350H800Q880 350 880 470T800 590H420Z', s.stripes(6, 2, '#ffffff55')),
    disc(800, 470, 40, s.slant('#8b929b', '#f4f6f8')),
    disc(800, 470, 24, '#f1f3f5'),
    line('M500 470h120', '#6f7780', 12),
  ),
]

const tiny: Style = (s, c) => [
  s.floor(480, 840, 240, 0.4),
  group(
    'rotate(14 480 480)',
    s.lift(12, 14, 0.34, box(390, 130, 180, 230, 8, s.across('#8b929b', '#f4f6f8', '#c4c9cf', '#6f7780'))),
    box(424, 180, 34, 46, 4, '#4a5058'),
    box(502, 180, 34, 46, 4, '#4a5058'),
    s.lift(
      12,
      14,
      0.34,
      box(340, 340, 280, 480, 60, s.across(c.darker, [0.08, c.hi], [0.3, c.light], [0.7, c.base], c.deep)),
    ),
    path('M340 520L620 430V470L340 560Z', '#ffffff33'),
    box(430, 740, 100, 34, 17, s.down(c.deep, c.dark)),
    line('M420 640h120', c.detail, 10),
  ),
]

const dual: Style = (s, c) => [
  s.floor(480, 820, 300, 0.35),
  group(
    'rotate(-30 480 480)',
    s.lift(
      12,
      14,
      0.34,
      box(90, 410, 200, 140, 8, s.down('#f4f6f8', '#c4c9cf', '#8b929b')),
      box(720, 446, 130, 68, 30, s.down('#f4f6f8', '#c4c9cf', '#8b929b')),
    ),
    box(740, 464, 110, 32, 16, '#22262b'),
    box(130, 438, 40, 28, 4, '#4a5058'),
    box(130, 494, 40, 28, 4, '#4a5058'),
    s.lift(12, 14, 0.34, box(270, 376, 470, 208, 34, s.down(c.hi, c.light, c.base, c.darker))),
    box(330, 410, 350, 140, 22, s.slant(c.base, c.dark)),
    line('M380 480h130', c.detail, 10),
  ),
]

export const usbDrive: Style[] = [swivel, tiny, dual]
