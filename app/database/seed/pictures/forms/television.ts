import type { Palette } from '../palette.ts'
import { led } from '../parts.ts'
import { digits, sheen, wallpaper } from '../screens.ts'
import { box, disc, frame, line, path, polygon, repeat } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

function panel(s: Studio, c: Palette, y: number, h: number, picture: string): string {
  return [
    s.lift(
      8,
      18,
      0.26,
      box(28, y, 904, h, 9, s.across(c.deep, [0.006, c.hi], [0.994, c.light], c.deep)),
      box(31, y + 3, 898, h - 6, 7, '#060708'),
    ),
    s.clip(box(37, y + 9, 886, h - 24, 3, '#000'), picture),
    sheen(s, 37, y + 9, 886, h - 24, 3, 0.12),
    box(31, y + h - 15, 898, 12, 3, s.down(c.light, c.dark)),
    led(s, 480, y + h - 9, 2.2, '#ff5a52'),
    frame(29, y + 1, 902, h - 2, 8, `${c.hi}55`, 2),
  ].join('')
}

/** A river at dusk with a country boat, the sort of picture every television in a shop window shows. */
function river(s: Studio): string {
  return [
    wallpaper(s, 30, 160, 900, 560, 0, 0),
    box(30, 160, 900, 330, 0, s.down('#14334f', '#d98a4b', [0.92, '#ffd39a'], '#fff0cf')),
    disc(640, 450, 62, s.glow(['#fffbe8', [0.6, '#ffe3a1'], '#ffc46b'])),
    path('M30 480Q160 430 300 470T560 462T930 470V500H30Z', '#2b2f4a'),
    box(30, 490, 900, 240, 0, s.down('#e9a565', '#3c5170', '#0f2238')),
    repeat(9, (index) => box(640 - 80 + (index % 3) * 14, 500 + index * 20, 150 - index * 8, 6, 3, '#ffe9b855')),
    path('M240 560Q360 600 480 552Q470 604 420 612H300Q258 606 240 560Z', '#160d12'),
    path('M352 570L358 410Q440 470 430 556Z', s.slant('#f2dcc0', '#a8643c')),
    line('M352 574L358 404', '#160d12', 5),
  ].join('')
}

/** Rows of film posters, as a smart television's home page. */
function posters(s: Studio): string {
  const tones = [
    ['#f45d7a', '#3b0d2e'],
    ['#ffc46b', '#a8441c'],
    ['#7fb3ff', '#16306b'],
    ['#73e0c0', '#0b4a3a'],
    ['#c9a6ff', '#3a2470'],
    ['#ffd6a5', '#6b3a1c'],
    ['#8fe0e6', '#0d4a5a'],
  ]
  return [
    wallpaper(s, 30, 130, 900, 580, 0, 5),
    box(30, 130, 900, 600, 0, s.across('#050a14e6', [0.5, '#050a1466'], '#050a1400')),
    box(86, 210, 300, 34, 8, '#ffffffeb'),
    box(86, 262, 230, 14, 7, '#ffffff99'),
    box(86, 288, 260, 14, 7, '#ffffff70'),
    box(86, 326, 130, 40, 20, '#ffffff'),
    box(232, 326, 110, 40, 20, '#ffffff2e'),
    repeat(7, (index) => {
      const [from, to] = tones[index] ?? ['#fff', '#000']
      const x = 86 + index * 128
      return (
        box(x, 420, 112, 156, 10, s.slant(from ?? '', to ?? '')) +
        disc(x + 56, 480, 26, '#ffffff2b') +
        box(x + 16, 540, 66, 10, 5, '#ffffffb3')
      )
    }),
    repeat(7, (index) =>
      box(
        86 + index * 128,
        600,
        112,
        120,
        10,
        s.slant(tones[(index + 3) % 7]?.[0] ?? '', tones[(index + 3) % 7]?.[1] ?? ''),
      ),
    ),
  ].join('')
}

const feet: Style = (s, c) => [
  s.floor(480, 766, 420, 0.8),
  panel(s, c, 176, 524, river(s)),
  ...[186, 774].map((x) =>
    path(
      `M${x - 8} 698H${x + 8}L${x + 44} 758Q${x + 46} 764 ${x + 38} 764H${x + 26}L${x} 714L${x - 26} 764H${x - 38}Q${x - 46} 764 ${x - 44} 758Z`,
      s.down(c.base, c.light, c.darker),
    ),
  ),
]

const pedestal: Style = (s, c) => [
  s.floor(480, 806, 260),
  path('M428 690H532L540 786H420Z', s.across(c.deep, c.light, c.base, c.deep)),
  path(
    'M258 794Q268 780 300 780H660Q692 780 702 794L706 800Q706 806 694 806H266Q254 806 254 800Z',
    s.down(c.hi, c.base, c.deep),
  ),
  panel(s, c, 148, 552, posters(s)),
]

const wallMounted: Style = (s, c) => [
  s.blur(40, box(80, 220, 800, 520, 60, s.slant('#a12a5e', '#2f6fe0'), 'opacity="0.35"')),
  panel(s, c, 190, 536, wallpaper(s, 30, 190, 900, 536, 0, 1)),
  s.lift(8, 12, 0.3, box(230, 760, 500, 46, 12, s.down(c.light, c.base, c.deep))),
  box(240, 768, 480, 30, 8, s.dots(8, 2, c.deep)),
  s.floor(480, 810, 250, 0.7),
]

/** A floodlit cricket ground, the evening's other broadcast. */
function cricket(s: Studio): string {
  return [
    box(30, 130, 900, 300, 0, s.down('#0b1a33', '#1d3d6b', '#3f6ea3')),
    ...[130, 360, 600, 830].map(
      (x) =>
        disc(
          x,
          230,
          110,
          s.glow([
            [0, '#fffbe6cc'],
            [1, '#fffbe600'],
          ]),
        ) +
        box(x - 34, 214, 68, 30, 4, s.dots(12, 4, '#ffffff')) +
        box(x - 4, 244, 8, 130, 0, '#22324a'),
    ),
    path('M30 420V370Q480 320 930 370V420Z', '#22324a'),
    repeat(60, (index) =>
      disc(
        40 + index * 15,
        372 + ((index * 37) % 36) - Math.abs(index - 30) * -0.2,
        4,
        ['#f5a524', '#e0455b', '#f4f6f8', '#2fa37e'][index % 4] ?? '',
      ),
    ),
    box(30, 410, 900, 330, 0, s.down('#3f9b4f', '#1f7a3a', '#145a2b')),
    repeat(6, (index) =>
      path(
        polygon([
          [30 + index * 150, 410],
          [105 + index * 150, 410],
          [60 + index * 170, 740],
          [-30 + index * 170, 740],
        ]),
        '#ffffff0f',
      ),
    ),
    path('M430 440H530L600 720H360Z', s.down('#d9c08a', '#c9a866')),
    line('M420 470H540M384 640H576', '#ffffffcc', 4),
    line('M462 646V560M480 646V560M498 646V560', '#f5d38a', 7),
    path('M600 600q-10-60 16-84a18 18 0 1 1 20 0q26 30 14 84l10 90h-24l-8-70-12 70h-24Z', '#f4f6f8'),
    line('M600 560L556 640', '#d9a85a', 12),
    box(70, 630, 300, 60, 10, '#0b1a33e6'),
    box(70, 630, 90, 60, 10, '#0b6b4f'),
    digits('248', 180, 646, 28, '#ffffff'),
    digits('4', 290, 646, 28, '#ffd27a'),
  ].join('')
}

function standFeet(s: Studio, c: Palette, y: number): string[] {
  return [220, 740].map((x) =>
    path(`M${x - 60} ${y + 62}L${x - 8} ${y}H${x + 8}L${x + 60} ${y + 62}Z`, s.down(c.light, c.darker)),
  )
}

const broadcast: Style = (s, c) => [
  s.floor(480, 770, 400, 0.8),
  ...standFeet(s, c, 700),
  panel(s, c, 172, 532, cricket(s)),
]

const smartHome: Style = (s, c) => [
  s.floor(480, 770, 420, 0.8),
  panel(s, c, 168, 536, posters(s)),
  ...[130, 830].map(
    (x) =>
      box(x - 12, 702, 24, 60, 4, s.across(c.darker, c.light, c.deep)) +
      box(x - 50, 756, 100, 14, 7, s.down(c.light, c.deep)),
  ),
]

const gallery: Style = (s, c) => [
  s.floor(480, 806, 230),
  box(452, 690, 56, 100, 4, s.across(c.deep, c.light, c.deep)),
  path('M300 800L330 782H630L660 800V806H300Z', s.down(c.hi, c.deep)),
  panel(s, c, 152, 548, wallpaper(s, 30, 152, 900, 548, 0, 7)),
]

export const television: Style[] = [feet, pedestal, wallMounted, broadcast, smartHome, gallery]
