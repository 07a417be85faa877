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

export const riceCooker: Style[] = [riceDrum, riceDigital]

const blenderJug: Style = (s, c) => [
  s.floor(480, 884, 210),
  path('M400 78H560L570 130H390Z', s.down('#3b4149', '#15171a')),
  box(340, 118, 280, 46, 16, s.down('#3b4149', '#101215')),
  line('M640 220Q760 220 750 350T640 500', '#d9e6ee', 34, 'opacity="0.85"'),
  line('M640 214Q764 214 754 346T640 494', '#ffffff', 6),
  path('M330 160H650L612 590H368Z', s.across('#b9cfdbcc', [0.15, '#f4fafdcc'], [0.5, '#dcebf2aa'], '#9db8c6cc')),
  path('M350 330Q480 300 632 330L612 584H372Z', s.down('#ff8a5c', '#e0455b')),
  path('M350 330Q420 350 490 332T632 330Q560 306 480 310T350 330Z', '#ffb08a'),
  repeat(5, (index) => line(`M560 ${360 + index * 44}h${index % 2 ? 24 : 40}`, '#ffffffcc', 4)),
  path('M440 584L400 540L480 568L560 540L520 584Z', s.down('#f4f6f8', '#6f7780')),
  path('M370 190L400 560H424L410 190Z', '#ffffff99'),
  box(360, 584, 240, 40, 10, s.across('#15171a', '#5a616b', '#15171a')),
  s.lift(
    4,
    10,
    0.24,
    path(
      'M350 620H610L668 830Q674 874 634 876H326Q286 874 292 830Z',
      s.across(c.darker, [0.1, c.lighter], [0.35, c.light], [0.8, c.base], c.deep),
    ),
  ),
  disc(480, 740, 58, s.slant('#f8f9fb', '#8b929b')),
  disc(480, 740, 46, s.slant('#c4c9cf', '#f4f6f8')),
  line('M480 702v24', '#22262b', 8),
  box(300, 860, 360, 16, 8, c.deep),
]

const grinderSet: Style = (s, c) => [
  s.floor(360, 880, 240),
  s.floor(740, 880, 130, 0.8),
  box(270, 150, 190, 40, 14, s.down('#3b4149', '#101215')),
  line('M476 250Q570 240 564 350T474 440', '#22262b', 26),
  s.lift(
    2,
    6,
    0.2,
    path(
      'M250 186H484L456 520H276Z',
      s.across('#8b929b', [0.15, '#f8f9fb'], [0.4, '#d9dee3'], [0.8, '#aab1b9'], '#6f7780'),
    ),
  ),
  path('M276 210L298 500H320L306 210Z', '#ffffffcc'),
  box(268, 516, 196, 36, 8, s.across('#15171a', '#5a616b', '#15171a')),
  s.lift(
    4,
    10,
    0.24,
    path(
      'M180 620Q186 552 260 550H470Q544 552 550 620L566 820Q568 872 520 874H210Q162 872 164 820Z',
      s.across(c.darker, [0.1, c.lighter], [0.35, c.light], [0.8, c.base], c.deep),
    ),
  ),
  path('M190 640Q360 600 540 640L544 690Q360 650 186 690Z', '#ffffff44'),
  disc(365, 760, 54, s.slant('#f8f9fb', '#6f7780')),
  disc(365, 760, 42, s.slant('#3b4149', '#101215')),
  line('M365 726v22', '#ffffff', 7),
  box(652, 560, 176, 36, 14, s.down('#3b4149', '#101215')),
  s.lift(
    2,
    6,
    0.2,
    path(
      'M650 594H830L812 850Q810 874 786 874H694Q670 874 668 850Z',
      s.across('#8b929b', [0.18, '#f8f9fb'], [0.45, '#d9dee3'], '#6f7780'),
    ),
  ),
  box(690, 470, 100, 94, 30, s.across('#b9cfdbcc', '#f4fafdcc', '#9db8c6cc')),
]

export const blender: Style[] = [blenderJug, grinderSet]

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
