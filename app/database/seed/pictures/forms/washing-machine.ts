import type { Palette } from '../palette.ts'
import { digits } from '../screens.ts'
import { box, disc, line, oval, path, polar, repeat, ring } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

function dial(s: Studio, cx: number, cy: number, r: number): string {
  return [
    repeat(13, (index) => disc(...polar(cx, cy, r * 1.32, -150 + index * 25), 3, '#8b929b')),
    s.lift(4, 5, 0.35, disc(cx, cy, r, s.slant('#ffffff', '#c4c9cf', '#8b929b'))),
    disc(cx, cy, r * 0.82, s.slant('#d5d9de', '#f8f9fb')),
    line(`M${cx} ${cy - r * 0.74}v${r * 0.34}`, '#0b6b4f', 6),
  ].join('')
}

const frontLoad: Style = (s, c) => [
  s.floor(480, 888, 340),
  box(220, 872, 60, 16, 5, '#22262b'),
  box(680, 872, 60, 16, 5, '#22262b'),
  s.lift(
    2,
    12,
    0.2,
    box(170, 90, 620, 784, 22, s.across(c.dark, [0.04, c.lighter], [0.2, c.light], [0.8, c.base], c.darker)),
  ),
  box(186, 108, 200, 100, 10, s.down(c.hi, c.base), `stroke="${c.darker}" stroke-width="2"`),
  box(206, 180, 60, 10, 5, c.detail),
  dial(s, 480, 158, 46),
  box(570, 112, 196, 92, 12, '#0b0d10'),
  digits('58', 596, 134, 48, '#8fd3ff'),
  repeat(
    4,
    (index) =>
      disc(690 + (index % 2) * 40, 140 + Math.floor(index / 2) * 36, 9, '#3b4149') +
      disc(690 + (index % 2) * 40, 140 + Math.floor(index / 2) * 36, 4, '#49d28c'),
  ),
  line('M170 226H790', c.darker, 3),
  s.lift(6, 10, 0.3, disc(480, 540, 250, s.slant('#f8f9fb', '#aab1b9', '#6f7780', '#d9dee3'))),
  disc(480, 540, 218, s.slant('#3b4149', '#15171a')),
  disc(
    480,
    540,
    186,
    s.glow([
      [0, '#2b3f55'],
      [0.7, '#16212e'],
      [1, '#0a0f16'],
    ]),
  ),
  s.clip(
    disc(480, 540, 186, '#000'),
    repeat(9, (index) => ring(480, 540, 40 + index * 18, '#ffffff0f', 4)),
    path('M290 600Q360 560 430 610T560 590T670 620V740H290Z', s.down('#8fd3ff99', '#2f6fe066')),
    oval(420, 640, 90, 46, '#e9a6b8cc'),
    oval(540, 660, 100, 44, '#f4f6f8cc'),
    oval(480, 690, 110, 40, '#ffc46bcc'),
    path('M320 430Q400 340 540 372Q430 400 370 520Z', '#ffffff33'),
  ),
  ring(480, 540, 186, '#8b929b', 6),
  box(690, 500, 32, 84, 14, s.across('#8b929b', '#f8f9fb', '#8b929b')),
  box(600, 812, 120, 40, 8, 'none', `stroke="${c.darker}" stroke-width="2"`),
]

const topLoad: Style = (s, c) => [
  s.floor(480, 888, 290),
  box(250, 872, 56, 16, 5, '#22262b'),
  box(654, 872, 56, 16, 5, '#22262b'),
  path('M226 170L270 76Q274 66 288 66H672Q686 66 690 76L734 170Z', s.down(c.dark, c.base)),
  path('M300 80H660L684 150H276Z', '#0b0d10'),
  digits('42', 450, 96, 34, '#8fd3ff'),
  repeat(
    5,
    (index) =>
      disc(320 + index * 26, 116, 7, '#3b4149') + disc(560 + index * 24, 116, 6, index === 2 ? '#49d28c' : '#5a616b'),
  ),
  s.lift(
    2,
    12,
    0.2,
    path(
      'M214 250H746V850Q746 874 722 874H238Q214 874 214 850Z',
      s.across(c.dark, [0.05, c.lighter], [0.22, c.light], [0.8, c.base], c.darker),
    ),
  ),
  s.lift(
    3,
    6,
    0.26,
    path(
      'M214 254L232 176Q234 168 246 168H714Q726 168 728 176L746 254Q748 266 736 266H224Q212 266 214 254Z',
      s.down(c.lighter, c.base, c.darker),
    ),
  ),
  path('M262 184H698L712 240H248Z', s.down('#0d1a24', '#2b4a5e', '#5a8aa6')),
  path('M300 184H420L400 240H272Z', '#ffffff33'),
  box(420, 246, 120, 14, 7, s.down('#8b929b', '#f4f6f8')),
  path('M214 800H746V850Q746 874 722 874H238Q214 874 214 850Z', `${c.deep}33`),
  line('M230 800H730', `${c.deep}66`, 3),
  box(250, 420, 18, 340, 9, `${c.hi}66`),
  box(420, 330, 120, 14, 7, c.detail),
]

const twinTub: Style = (s, c: Palette) => {
  const tub = (x: number, w: number, studio: Studio) =>
    studio.lift(
      3,
      6,
      0.24,
      path(`M${x} 380L${x + 14} 320H${x + w - 14}L${x + w} 380Z`, studio.down('#9fd0ea', '#3f86b0')),
    ) + path(`M${x + 30} 326H${x + w * 0.5}L${x + w * 0.44} 374H${x + 20}Z`, '#ffffff55')
  return [
    s.floor(480, 880, 410),
    s.lift(
      2,
      8,
      0.2,
      path('M106 330L140 176Q144 160 160 160H800Q816 160 820 176L854 330Z', s.down('#f8f9fb', '#e3e7ea', '#c4c9cf')),
    ),
    path('M162 182H798L812 280H148Z', s.down(c.light, c.base, c.dark)),
    ...[240, 400, 560, 720].map((cx) => dial(s, cx, 232, 30)),
    s.lift(
      2,
      12,
      0.2,
      path(
        'M90 380H870V840Q870 872 838 872H122Q90 872 90 840Z',
        s.across('#d5d9de', [0.06, '#ffffff'], [0.7, '#f1f3f5'], '#c4c9cf'),
      ),
    ),
    path('M90 380L110 316H850L870 380Z', s.down('#f8f9fb', '#d5d9de')),
    tub(120, 440, s),
    tub(590, 260, s),
    path('M90 560Q320 480 500 600T870 560V840Q870 872 838 872H122Q90 872 90 840Z', s.slant(c.light, c.base, c.dark)),
    line('M574 390V870', '#aab1b9', 3),
    box(150, 440, 140, 16, 8, '#aab1b9'),
  ]
}

export const washingMachine: Style[] = [frontLoad, topLoad, twinTub]
