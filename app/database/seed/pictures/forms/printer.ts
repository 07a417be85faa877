import type { Palette } from '../palette.ts'
import { led } from '../parts.ts'
import { box, disc, frame, line, path, repeat } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

/** A printed sheet with a picture, sliding out of the tray. */
function sheet(s: Studio, x: number, y: number, w: number, h: number): string {
  return [
    s.lift(4, 6, 0.24, path(`M${x} ${y}H${x + w}L${x + w + 26} ${y + h}H${x - 26}Z`, s.down('#e3e7ea', '#ffffff'))),
    path(
      `M${x + 20} ${y + 16}H${x + w * 0.5}L${x + w * 0.5 + 3} ${y + h - 18}H${x + 8}Z`,
      s.slant('#8fd3ff', '#0b6b4f', '#f5a524'),
    ),
    repeat(4, (index) =>
      box(x + w * 0.56, y + 20 + index * ((h - 30) / 4), w * (index === 3 ? 0.22 : 0.36), 7, 3.5, '#c3ccd5'),
    ),
  ].join('')
}

function controls(s: Studio, x: number, y: number): string {
  return [
    box(x, y, 190, 76, 12, '#0b0d10'),
    box(x + 12, y + 12, 96, 52, 6, s.slant('#2f6fe0', '#8fd3ff')),
    box(x + 24, y + 26, 46, 7, 3.5, '#fff'),
    box(x + 24, y + 42, 30, 6, 3, '#ffffffaa'),
    disc(x + 136, y + 38, 13, s.slant('#5a616b', '#22262b')),
    disc(x + 170, y + 38, 10, '#49d28c'),
  ].join('')
}

function lidAndGlass(s: Studio, c: Palette): string {
  return [
    path('M170 330L210 250Q216 240 230 240H730Q744 240 750 250L790 330Z', s.down(c.light, c.hi)),
    s.lift(3, 6, 0.18, box(140, 326, 680, 60, 18, s.down(c.hi, c.light, c.dark))),
    path('M230 256H730L744 282H216Z', `${c.dark}55`),
  ].join('')
}

const inkTank: Style = (s, c) => [
  s.floor(480, 800, 400),
  lidAndGlass(s, c),
  s.lift(
    4,
    10,
    0.2,
    path(
      'M120 390Q120 380 132 380H828Q840 380 840 390V760Q840 786 812 786H148Q120 786 120 760Z',
      s.down(c.light, c.base, c.darker),
    ),
  ),
  controls(s, 160, 410),
  box(250, 560, 420, 26, 8, '#08090b'),
  path('M240 700H680L720 784H200Z', s.down('#2b3037', '#15171a')),
  sheet(s, 280, 578, 360, 170),
  s.lift(3, 6, 0.24, box(700, 430, 128, 330, 14, s.across(c.base, c.light))),
  ...['#1b1e23', '#12a5d8', '#d81b7a', '#f2c313'].map((ink, index) => {
    const x = 712 + index * 28
    const level = [210, 170, 190, 140][index] ?? 150
    return (
      box(x, 480, 22, 250, 6, '#ffffffcc', 'stroke="#9aa2ab" stroke-width="1.5"') +
      box(x + 2, 728 - level, 18, level, 4, s.across(ink, `${ink}cc`)) +
      box(x + 4, 486, 4, 236, 2, '#ffffff88')
    )
  }),
]

const laser: Style = (s, c) => [
  s.floor(480, 830, 360),
  path('M230 250L260 190H700L730 250Z', s.down(c.dark, c.light)),
  sheet(s, 330, 190, 300, 90),
  s.lift(
    4,
    10,
    0.22,
    path(
      'M160 280Q166 240 210 240H750Q794 240 800 280L824 780Q824 818 788 818H172Q136 818 136 780Z',
      s.down(c.hi, [0.15, c.light], [0.7, c.base], c.darker),
    ),
  ),
  path('M250 240H710L690 330Q684 350 664 350H296Q276 350 270 330Z', s.down(c.deep, c.darker)),
  sheet(s, 340, 236, 280, 84),
  path('M150 430H810L812 446H148Z', c.dark),
  controls(s, 590, 350),
  box(196, 500, 568, 120, 14, s.down(c.light, c.base), `stroke="${c.darker}" stroke-width="2.5"`),
  box(410, 600, 140, 14, 7, c.deep),
  box(170, 660, 620, 130, 16, s.down(c.light, c.dark), `stroke="${c.darker}" stroke-width="2.5"`),
  path('M400 660H560L545 690H415Z', c.deep),
  repeat(8, (index) => line(`M${186 + index * 12} 370v40`, `${c.deep}88`, 5)),
  led(s, 556, 388, 4, '#49d28c'),
]

const multiFunction: Style = (s, c) => [
  s.floor(480, 850, 390),
  path('M250 240L280 120H680L710 240Z', s.down('#e9ecef', '#ffffff')),
  frame(300, 136, 360, 100, 4, '#d5d9de', 2),
  path('M180 250L200 190Q204 180 220 180H740Q756 180 760 190L780 250Z', s.down(c.base, c.light)),
  s.lift(3, 6, 0.2, box(150, 246, 660, 90, 22, s.down(c.hi, c.light, c.dark))),
  repeat(3, (index) => box(270, 266 + index * 14, 420, 4, 2, `${c.deep}44`)),
  s.lift(4, 10, 0.22, path('M130 340H830V800Q830 836 796 836H164Q130 836 130 800Z', s.down(c.light, c.base, c.darker))),
  path('M160 360H800L780 450H180Z', s.down('#15171b', '#2b3037')),
  box(400, 374, 160, 64, 8, s.slant('#0b6b4f', '#73e0c0')),
  repeat(
    6,
    (index) =>
      disc(220 + index * 28, 406, 8, '#5a616b') + disc(600 + index * 28, 406, 8, index === 5 ? '#49d28c' : '#5a616b'),
  ),
  box(230, 500, 500, 90, 14, '#08090b'),
  path('M220 720H740L770 800H190Z', s.down('#2b3037', '#15171a')),
  sheet(s, 270, 560, 420, 200),
  box(150, 700, 60, 90, 8, `${c.dark}66`),
]

export const printer: Style[] = [inkTank, laser, multiFunction]

const inkBottle: Style = (s, c) => [
  s.floor(480, 880, 170),
  path('M456 90H504L516 210H444Z', s.across('#15171a', '#5a616b', '#15171a')),
  s.lift(
    4,
    8,
    0.24,
    path(
      'M410 200H550Q560 200 560 212V280H400V212Q400 200 410 200Z',
      s.across('#0c0d10', '#5a616b', '#22262b', '#0c0d10'),
    ),
  ),
  repeat(14, (index) => line(`M${406 + index * 11.4} 206v70`, '#00000066', 3)),
  s.lift(
    4,
    10,
    0.22,
    path(
      'M404 280H556Q640 330 640 400V830Q640 872 600 872H360Q320 872 320 830V400Q320 330 404 280Z',
      s.across(c.darker, [0.12, c.light], [0.24, c.hi], [0.4, c.light], [0.75, c.base], c.deep),
    ),
  ),
  box(320, 450, 320, 320, 0, s.across('#d5d9de', '#ffffff', '#e3e7ea')),
  path('M480 510Q400 620 400 670A80 80 0 0 0 560 670Q560 620 480 510Z', s.slant(c.light, c.base, c.dark)),
  path('M440 640Q424 690 460 716', 'none', 'stroke="#ffffffaa" stroke-width="10" stroke-linecap="round"'),
  box(350, 470, 80, 14, 7, '#c3ccd5'),
  box(350, 496, 50, 10, 5, '#dfe4e8'),
  path('M352 330Q340 380 340 440V830L356 850V430Q360 370 380 320Z', '#ffffff55'),
]

const inkSet: Style = (s) => [
  s.floor(480, 850, 400),
  ...[
    ['#1b1e23', 60],
    ['#12a5d8', 280],
    ['#d81b7a', 490],
    ['#f2c313', 700],
  ].map(([ink, at]) => {
    const x = Number(at)
    return [
      path(`M${x + 84} 240H${x + 116}L${x + 124} 330H${x + 76}Z`, s.across('#15171a', '#5a616b', '#15171a')),
      box(x + 56, 322, 88, 60, 8, s.across('#0c0d10', '#5a616b', '#0c0d10')),
      s.lift(
        4,
        8,
        0.22,
        path(
          `M${x + 60} 380H${x + 140}Q${x + 190} 410 ${x + 190} 460V810Q${x + 190} 840 ${x + 164} 840H${x + 36}Q${x + 10} 840 ${x + 10} 810V460Q${x + 10} 410 ${x + 60} 380Z`,
          s.across('#ffffff', '#eef1f3', '#c9ced4'),
        ),
      ),
      path(
        `M${x + 18} 500H${x + 182}V806Q${x + 182} 832 ${x + 160} 832H${x + 40}Q${x + 18} 832 ${x + 18} 806Z`,
        s.across(`${ink}cc`, String(ink), `${ink}`),
      ),
      box(x + 26, 560, 148, 170, 8, '#ffffffe6'),
      disc(x + 100, 636, 40, String(ink)),
      box(x + 60, 694, 80, 9, 4.5, '#c3ccd5'),
      box(x + 28, 430, 14, 380, 7, '#ffffff66'),
    ].join('')
  }),
]

const toner: Style = (s, c) => [
  s.floor(480, 720, 400),
  s.lift(
    6,
    12,
    0.28,
    path(
      'M70 470Q74 440 104 436H850Q884 440 888 470V640Q884 700 840 706H130Q76 700 70 640Z',
      s.down(c.lighter, [0.2, c.light], [0.6, c.base], c.deep),
    ),
  ),
  box(120, 610, 720, 84, 42, s.down('#3b6fa8', '#8fc1ea', '#2f5fb3', '#16306b')),
  box(120, 622, 720, 12, 6, '#ffffff77'),
  ...[84, 832].map((x) => box(x, 590, 46, 124, 16, s.across(c.darker, c.light, c.deep))),
  path('M300 436L330 360Q334 350 346 350H614Q626 350 630 360L660 436Z', s.down(c.light, c.darker)),
  box(380, 374, 200, 30, 15, c.deep),
  box(240, 474, 480, 104, 10, '#fbfcfd'),
  box(240, 474, 120, 104, 10, s.slant('#0b6b4f', '#128a9c')),
  box(384, 496, 180, 18, 6, '#3b4149'),
  repeat(3, (index) => box(384, 526 + index * 16, [220, 160, 190][index] ?? 100, 7, 3.5, '#c3ccd5')),
  repeat(14, (index) => line(`M${160 + index * 48} 448v14`, `${c.deep}88`, 6)),
]

export const inkBottles: Style[] = [inkBottle, inkSet, toner]
