import { led } from '../parts.ts'
import { digits } from '../screens.ts'
import { box, disc, line, oval, path, repeat, ring } from '../shapes.ts'
import type { Style } from '../studio.ts'

const microwaveTouch: Style = (s, c) => [
  s.floor(480, 764, 430),
  box(110, 744, 60, 18, 5, '#15171a'),
  box(790, 744, 60, 18, 5, '#15171a'),
  s.lift(4, 12, 0.24, box(50, 240, 860, 510, 22, s.down(c.lighter, c.base, c.darker))),
  box(70, 262, 620, 466, 14, s.slant('#15171b', '#0a0b0d')),
  box(
    120,
    310,
    500,
    370,
    18,
    s.glow([
      [0, '#6b4a20'],
      [0.6, '#3a2812'],
      [1, '#140e07'],
    ]),
  ),
  oval(370, 634, 190, 24, '#ffe9b855'),
  oval(370, 600, 110, 34, s.down('#f4f6f8', '#aab1b9')),
  path('M286 590Q300 520 370 516Q440 520 454 590Q370 616 286 590Z', s.down('#d98a4b', '#8a4a1c')),
  box(120, 310, 500, 370, 18, s.dots(8, 2, '#00000066')),
  path('M120 310H330L200 680H120Z', '#ffffff14'),
  s.lift(3, 4, 0.4, box(652, 300, 18, 390, 9, s.across('#8b929b', '#f8f9fb', '#8b929b'))),
  box(704, 262, 190, 466, 14, '#0b0d10'),
  box(722, 284, 154, 70, 8, '#050a0c'),
  digits('230', 752, 300, 38, '#7df0b2'),
  repeat(
    12,
    (index) =>
      box(726 + (index % 3) * 52, 384 + Math.floor(index / 3) * 54, 42, 42, 10, '#1b1e23') +
      disc(747 + (index % 3) * 52, 405 + Math.floor(index / 3) * 54, 5, '#8b929b'),
  ),
  box(726, 620, 146, 36, 10, '#0b6b4f'),
  box(726, 668, 146, 36, 10, '#3b4149'),
]

const microwaveDial: Style = (s, c) => [
  s.floor(480, 744, 410),
  box(130, 726, 56, 18, 5, '#15171a'),
  box(774, 726, 56, 18, 5, '#15171a'),
  s.lift(4, 12, 0.24, box(70, 260, 820, 472, 40, s.down(c.hi, c.light, [0.8, c.base], c.darker))),
  box(96, 286, 570, 420, 26, s.slant(c.dark, c.light)),
  box(130, 320, 470, 352, 30, s.slant('#3b4149', '#101215')),
  box(130, 320, 470, 352, 30, s.dots(9, 2.4, '#00000077')),
  path('M130 350Q130 320 160 320H340L210 672H160Q130 672 130 642Z', '#ffffff22'),
  box(620, 330, 22, 330, 11, s.across('#8b929b', '#f8f9fb', '#8b929b')),
  ...[400, 580].map(
    (y) =>
      repeat(11, (index) =>
        line(
          `M${770 + 92 * Math.cos((index * 0.42 - 3.67) as number)} ${y + 92 * Math.sin(index * 0.42 - 3.67)}l${6 * Math.cos(index * 0.42 - 3.67)} ${6 * Math.sin(index * 0.42 - 3.67)}`.replace(
            /\d+\.\d+/g,
            (value) => Number(value).toFixed(1),
          ),
          c.detail,
          4,
        ),
      ) +
      s.lift(4, 6, 0.35, disc(770, y, 68, s.slant('#ffffff', '#c4c9cf', '#8b929b'))) +
      disc(770, y, 54, s.slant('#d5d9de', '#f8f9fb')) +
      line(`M770 ${y - 46}v30`, '#0b6b4f', 7),
  ),
]

export const microwaveOven: Style[] = [microwaveTouch, microwaveDial]

const riceDrum: Style = (s, c) => [
  s.floor(480, 846, 300),
  path('M232 800H728L704 840H256Z', '#22262b'),
  s.lift(4, 12, 0.24, path('M190 420H770L742 760Q736 812 690 812H270Q224 812 218 760Z', s.barrel(c))),
  oval(480, 420, 300, 52, s.down('#f4f6f8', '#8b929b')),
  path(
    'M196 410Q230 270 480 262Q730 270 764 410Q640 452 480 452T196 410Z',
    s.slant('#ffffffd9', '#c9dce6cc', '#8fa8b5cc'),
  ),
  path('M250 390Q290 300 440 284Q330 330 316 420Z', '#ffffffaa'),
  path('M430 262Q432 220 480 218Q528 220 530 262Z', s.across('#0c0d10', '#5a616b', '#0c0d10')),
  oval(590, 300, 12, 6, '#22262b'),
  ...[176, 784].map((x) => box(x - 40, 440, 80, 50, 22, s.down('#3b4149', '#0c0d10'))),
  box(390, 600, 180, 160, 30, s.slant('#f8f9fb', '#d5d9de')),
  led(s, 440, 640, 7, '#f5a524'),
  led(s, 520, 640, 7, '#5a616b'),
  box(450, 680, 60, 50, 14, s.down('#3b4149', '#0c0d10')),
]

const riceDigital: Style = (s, c) => [
  s.floor(480, 846, 330),
  s.lift(
    4,
    12,
    0.24,
    path(
      'M170 560Q166 300 330 240H630Q794 300 790 560Q790 800 690 834H270Q170 800 170 560Z',
      s.across(c.darker, [0.08, c.light], [0.25, c.hi], [0.45, c.light], [0.8, c.base], c.deep),
    ),
  ),
  path('M186 470Q200 290 340 244H620Q760 290 774 470Q640 512 480 512T186 470Z', s.down(c.hi, c.light, c.dark)),
  line('M186 474Q320 514 480 514T774 474', c.deep, 4),
  path(
    'M270 250Q280 150 480 146Q680 150 690 250L660 270Q640 190 480 186Q320 190 300 270Z',
    s.down('#4a5058', '#15171a'),
  ),
  oval(480, 290, 50, 18, s.down('#d5d9de', '#6f7780')),
  s.lift(
    3,
    6,
    0.3,
    path(
      'M330 560H630Q660 560 656 590L640 760Q636 790 606 790H354Q324 790 320 760L304 590Q300 560 330 560Z',
      '#0b0d10',
    ),
  ),
  digits('35', 430, 590, 62, '#ffb347'),
  repeat(
    3,
    (index) => box(350 + index * 92, 690, 76, 34, 10, '#22262b') + box(374 + index * 92, 703, 28, 7, 3.5, '#8b929b'),
  ),
  box(400, 740, 160, 34, 17, '#0b6b4f'),
  box(446, 500, 68, 30, 10, s.down('#f4f6f8', '#8b929b')),
]

const ricePressure: Style = (s, c) => [
  s.floor(480, 850, 310),
  s.lift(4, 12, 0.24, path('M196 430H764L748 790Q744 836 700 838H260Q216 836 212 790Z', s.barrel(c))),
  path('M190 440Q186 400 214 392H746Q774 400 770 440V456H190Z', s.down('#f8f9fb', '#aab1b9', '#5a616b')),
  s.lift(
    4,
    10,
    0.24,
    path(
      'M206 394Q220 250 480 244Q740 250 754 394Z',
      s.across('#3b4149', [0.2, '#8b929b'], [0.4, '#4a5058'], '#15171a'),
    ),
  ),
  path('M250 370Q290 280 460 268Q330 310 310 386Z', '#ffffff44'),
  path(
    'M330 250Q340 190 400 186H560Q620 190 630 250L600 262Q590 226 560 222H400Q370 226 360 262Z',
    s.down('#4a5058', '#101215'),
  ),
  disc(650, 286, 26, s.slant('#d9dee3', '#5a616b')),
  box(640, 248, 20, 32, 8, s.across('#8b929b', '#f4f6f8', '#8b929b')),
  ...[160, 800].map((x) => box(x - 36, 470, 72, 60, 20, s.down('#3b4149', '#0c0d10'))),
  s.lift(3, 6, 0.3, box(310, 540, 340, 236, 30, '#0b0d10')),
  digits('60', 438, 566, 56, '#ff8a5c'),
  repeat(
    6,
    (index) =>
      box(336 + (index % 3) * 98, 650 + Math.floor(index / 3) * 44, 88, 34, 10, '#22262b') +
      box(362 + (index % 3) * 98, 663 + Math.floor(index / 3) * 44, 36, 7, 3.5, index === 5 ? '#f5a524' : '#8b929b'),
  ),
  box(400, 742, 160, 24, 12, '#0b6b4f'),
]

export const riceCooker: Style[] = [riceDrum, riceDigital, ricePressure]

const kettleSteel: Style = (s, c) => [
  s.floor(460, 856, 260),
  oval(460, 836, 240, 26, s.down('#3b4149', '#0c0d10')),
  line('M650 330Q800 320 790 480T660 740', '#15171a', 46),
  line('M652 322Q806 312 796 478T664 730', '#5a616b', 8),
  path('M260 300L190 340L256 420Z', s.across('#c4c9cf', '#6f7780')),
  s.lift(
    4,
    12,
    0.24,
    path(
      'M290 260H632L690 780Q692 822 650 824H270Q228 822 230 780Z',
      s.across(c.darker, [0.1, c.light], [0.22, c.hi], [0.36, c.light], [0.6, c.base], [0.86, c.dark], c.deep),
    ),
  ),
  path('M282 262Q290 190 460 186Q630 190 640 262Z', s.down('#4a5058', '#101215')),
  path('M430 188Q432 152 460 150Q488 152 490 188Z', s.across('#0c0d10', '#5a616b', '#0c0d10')),
  box(560, 440, 34, 240, 17, s.across('#0c0d10', '#22262b')),
  path('M566 560H588V663A11 11 0 0 1 566 663Z', '#8fd3ffcc'),
  repeat(5, (index) => line(`M600 ${470 + index * 42}h${index % 2 ? 10 : 18}`, c.detail, 3)),
  box(228, 786, 464, 40, 14, s.down('#3b4149', '#0c0d10')),
  led(s, 460, 806, 5, '#49b0ff'),
]

const kettleGlass: Style = (s, c) => [
  s.floor(460, 866, 270),
  oval(460, 850, 240, 26, s.down('#3b4149', '#0c0d10')),
  line('M640 300Q810 290 796 500T640 740', c.dark, 42),
  line('M642 292Q814 282 802 496T644 730', c.lighter, 8),
  path('M268 280L196 300L256 400Z', s.across('#cfe2eb', '#8fa8b5')),
  s.blur(20, oval(460, 700, 200, 80, '#49b0ff66')),
  path(
    'M276 260H644Q720 420 700 640Q690 760 640 780H280Q230 760 220 640Q200 420 276 260Z',
    s.across('#a9c4d2cc', [0.12, '#eef7fbdd'], [0.5, '#d9eaf3aa'], [0.88, '#b3cedbcc'], '#8fa8b5dd'),
  ),
  path(
    'M210 500Q330 480 460 502T710 500Q712 580 700 640Q690 756 640 776H280Q230 756 220 640Q208 580 210 500Z',
    s.down('#8fd3ffaa', '#2f8fe0aa'),
  ),
  repeat(16, (index) => disc(290 + ((index * 73) % 340), 540 + ((index * 47) % 200), 4 + (index % 4) * 2, '#ffffff88')),
  path('M270 300Q220 440 244 640Q250 700 270 730Q286 560 306 300Z', '#ffffff99'),
  box(256, 226, 408, 46, 20, s.down(c.hi, c.base, c.darker)),
  path('M400 228Q404 180 460 178Q516 180 520 228Z', s.across('#0c0d10', '#5a616b', '#0c0d10')),
  box(232, 772, 456, 66, 20, s.down(c.lighter, c.base, c.deep)),
  disc(460, 806, 15, s.slant('#f4f6f8', '#8b929b')),
  ring(460, 806, 19, '#49b0ff', 3),
]

export const electricKettle: Style[] = [kettleSteel, kettleGlass]
