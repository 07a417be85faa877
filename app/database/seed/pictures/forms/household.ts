import type { Palette } from '../palette.ts'
import { cord, led, rotor } from '../parts.ts'
import { digits } from '../screens.ts'
import { box, disc, group, line, oval, path, polar, repeat, ring, turn } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

const steamIron: Style = (s, c) => [
  s.floor(470, 790, 400),
  cord('M830 420Q930 380 900 240T940 90', '#22262b', 20),
  path(
    'M60 760Q80 700 160 690H850Q870 690 866 720L860 760Q858 784 834 784H80Q54 784 60 760Z',
    s.down('#f8f9fb', '#aab1b9', '#5a616b'),
  ),
  s.lift(
    4,
    10,
    0.24,
    path('M100 700Q160 520 380 440Q520 392 680 400Q830 410 856 560L870 700Z', s.slant(c.hi, c.light, c.base, c.deep)),
  ),
  path(
    'M300 480Q420 330 620 320Q760 316 800 360Q840 410 850 520L790 520Q770 430 690 420Q500 410 400 500Z',
    s.slant('#4a5058', '#22262b', '#0c0d10'),
  ),
  path('M340 470Q440 356 620 344Q740 340 780 372Q640 360 560 384T400 470Z', '#ffffff22'),
  path('M190 640Q260 540 400 500L480 560Q340 590 280 690H160Q170 664 190 640Z', s.slant('#cfe8f5dd', '#8fc1ea99')),
  path('M210 660Q250 600 330 560L350 580Q280 620 250 686Z', '#ffffffaa'),
  disc(600, 600, 58, s.slant('#f8f9fb', '#8b929b')),
  disc(600, 600, 46, s.slant('#3b4149', '#15171a')),
  line('M600 560v22', '#ffffff', 6),
  led(s, 720, 560, 6, '#f5a524'),
  ...[420, 466].map((x) => box(x, 396 - (x - 420) * 0.5, 40, 22, 11, s.down('#f4f6f8', '#8b929b'))),
]

const dryIron: Style = (s, c) => [
  s.floor(470, 790, 400),
  cord('M800 400Q920 380 910 260T950 100', '#22262b', 18),
  path(
    'M70 764Q90 716 170 700H850Q866 704 862 730L856 766Q852 786 830 786H90Q64 786 70 764Z',
    s.down('#f8f9fb', '#c4c9cf', '#6f7780'),
  ),
  s.lift(4, 10, 0.24, path('M120 706Q220 600 420 560H760Q840 566 856 640L862 706Z', s.down(c.light, c.base, c.darker))),
  path('M120 706Q220 600 420 560H520Q330 610 240 706Z', `${c.hi}66`),
  path(
    'M380 570Q390 400 520 380H740Q840 384 836 470L826 566H760L768 480Q768 448 736 446H560Q480 450 470 570Z',
    s.slant('#4a5058', '#1b1e22', '#0c0d10'),
  ),
  path('M410 540Q430 416 530 404H730Q790 406 800 440Q760 420 700 424H560Q460 430 450 540Z', '#ffffff1f'),
  disc(620, 600, 56, s.slant('#f8f9fb', '#8b929b')),
  disc(620, 600, 44, s.slant('#f5d38a', '#d9a441')),
  line('M620 562v22', '#22262b', 6),
  led(s, 780, 640, 6, '#ff5a52'),
]

const garmentSteamer: Style = (s, c) => [
  s.floor(480, 880, 240),
  cord('M560 790Q760 800 760 640T860 470', '#22262b', 16),
  s.lift(
    6,
    12,
    0.26,
    path(
      'M420 470H560L590 800Q590 866 520 870H450Q384 866 386 800Z',
      s.across(c.darker, [0.12, c.hi], [0.35, c.light], [0.75, c.base], c.deep),
    ),
  ),
  path('M400 620H576L588 800Q586 856 520 858H452Q396 854 398 800Z', s.down('#cfe8f5cc', '#8fc1eaaa')),
  path('M402 720Q480 704 582 722L588 800Q586 856 520 858H452Q396 854 398 800Z', '#5aa9dc88'),
  s.lift(
    6,
    12,
    0.26,
    path(
      'M250 210Q260 120 420 120H640Q720 130 716 260Q710 440 560 490H420Q380 400 290 380Q244 320 250 210Z',
      s.slant(c.hi, c.light, c.base, c.deep),
    ),
  ),
  path('M250 150Q220 170 216 260Q220 350 264 372L300 376L296 140Z', s.across('#f8f9fb', '#aab1b9', '#6f7780')),
  repeat(5, (index) => disc(250 + (index % 2) * 14, 180 + index * 40, 8, '#3b4149')),
  box(520, 200, 90, 44, 22, s.down('#3b4149', '#101215')),
  led(s, 546, 222, 6, '#49d28c'),
  s.blur(10, line('M190 200Q130 190 80 220M186 260Q120 262 60 250M190 320Q130 330 90 310', '#cfe2eb', 26)),
]

export const iron: Style[] = [steamIron, dryIron, garmentSteamer]

function cage(s: Studio, cx: number, cy: number, r: number): string {
  return [
    repeat(48, (index) => {
      const [ax, ay] = polar(cx, cy, r * 0.26, index * 7.5)
      const [bx, by] = polar(cx, cy, r * 0.97, index * 7.5 + 16)
      return line(`M${ax} ${ay}L${bx} ${by}`, '#8b929bb3', 2.4)
    }),
    ...[0.5, 0.75].map((part) => ring(cx, cy, r * part, '#8b929bb3', 3)),
    ring(cx, cy, r, s.slant('#f8f9fb', '#aab1b9', '#6f7780'), 13),
  ].join('')
}

function fanHead(s: Studio, c: Palette, cx: number, cy: number, r: number, blades: number): string {
  return [
    disc(cx, cy, r, '#e9ecef55'),
    rotor(cx, cy, r * 0.88, r * 0.2, blades, s.slant(c.hi, c.light, c.dark), 26),
    disc(cx, cy, r * 0.2, s.slant(c.light, c.darker)),
    cage(s, cx, cy, r),
    disc(cx, cy, r * 0.24, s.slant(c.hi, c.base, c.darker)),
    disc(cx, cy, r * 0.14, s.slant(c.light, c.hi)),
  ].join('')
}

const pedestalFan: Style = (s, c) => [
  s.floor(480, 896, 210),
  oval(480, 876, 200, 30, s.down(c.light, c.deep)),
  path('M440 870Q450 830 466 820H494Q510 830 520 870Z', s.barrel(c)),
  box(466, 560, 28, 280, 8, s.across('#8b929b', '#f8f9fb', '#aab1b9', '#6f7780')),
  path('M430 560H530L516 700H444Z', s.barrel(c)),
  repeat(4, (index) => box(456 + index * 13, 640, 9, 22, 3, index === 1 ? '#0b6b4f' : c.deep)),
  box(446, 480, 68, 90, 20, s.barrel(c)),
  fanHead(s, c, 480, 330, 270, 5),
]

const ceilingFan: Style = (s, c) => [
  path('M410 70H550L530 116Q480 134 430 116Z', s.barrel(c)),
  box(470, 112, 20, 250, 4, s.across('#8b929b', '#f8f9fb', '#6f7780')),
  path('M430 350Q440 316 480 314Q520 316 530 350L520 380H440Z', s.barrel(c)),
  ...[
    [-1, 1],
    [1, 1],
  ].map(([side = 1]) =>
    group(
      `translate(480 470) scale(${side} 1)`,
      s.lift(14, 16, 0.24, path('M90 -24L170 -30L440 10Q462 20 440 60L180 34L90 26Z', s.down(c.hi, c.light, c.dark))),
      path('M190 -14L420 18Q430 24 420 34L190 8Z', `${c.hi}66`),
      path('M60 -20H180L190 0L180 24H60Z', s.down('#f5d38a', '#b98a3a')),
    ),
  ),
  s.lift(
    20,
    20,
    0.2,
    path('M430 500H530L560 800Q560 838 480 842Q400 838 400 800Z', s.slant(c.lighter, c.base, c.dark)),
  ),
  path('M452 520H508L520 800Q480 812 440 800Z', `${c.hi}44`),
  path('M440 480H520L526 560H434Z', s.down('#f5d38a', '#b98a3a')),
  s.lift(6, 10, 0.3, oval(480, 440, 136, 74, s.across(c.deep, [0.15, c.light], [0.35, c.hi], [0.6, c.base], c.deep))),
  oval(480, 470, 100, 40, s.down(c.base, c.deep)),
  oval(480, 472, 64, 24, s.across('#b98a3a', '#fbe6b0', '#b98a3a')),
]

const tableFan: Style = (s, c) => [
  s.floor(480, 886, 230),
  path(
    'M280 860Q290 800 400 780H560Q670 800 680 860L684 874Q684 886 670 886H290Q276 886 276 874Z',
    s.down(c.hi, c.light, c.darker),
  ),
  box(420, 824, 120, 34, 17, '#0b0d10'),
  digits('3', 474, 831, 20, '#8fd3ff'),
  led(s, 580, 842, 4, '#49d28c'),
  led(s, 380, 842, 4, '#f5a524'),
  path('M440 600H520L540 800H420Z', s.barrel(c)),
  fanHead(s, c, 480, 390, 300, 3),
]

const exhaustFan: Style = (s, c) => [
  s.floor(480, 868, 330, 0.7),
  s.lift(6, 14, 0.26, box(130, 130, 700, 700, 60, s.slant(c.hi, c.light, c.base, c.darker))),
  box(160, 160, 640, 640, 44, s.slant(c.dark, c.light)),
  disc(480, 480, 300, '#15171b'),
  rotor(480, 480, 284, 80, 6, s.slant(c.hi, c.base, c.darker), 30),
  ...[120, 180, 240].map((r) => ring(480, 480, r, s.slant('#f4f6f8', '#8b929b'), 7)),
  ring(480, 480, 298, s.slant(c.hi, c.darker), 16),
  line('M190 480H770M480 190V770', s.slant('#f4f6f8', '#c4c9cf'), 10),
  disc(480, 480, 74, s.slant(c.hi, c.light, c.darker)),
  disc(480, 480, 44, s.slant(c.base, c.hi)),
  ...[
    [176, 176],
    [784, 176],
    [176, 784],
    [784, 784],
  ].map(([x = 0, y = 0]) => disc(x, y, 14, s.slant('#eef1f4', '#7b838c'))),
]

export const fan: Style[] = [pedestalFan, ceilingFan, tableFan, exhaustFan]

const canister: Style = (s, c) => [
  s.floor(500, 850, 380),
  cord('M330 540Q250 200 420 150T720 220Q860 300 850 560', '#22262b', 40),
  line('M330 540Q250 200 420 150T720 220Q860 300 850 560', '#5a616b', 34, 'stroke-dasharray="4 12"'),
  line('M850 560L880 780', '#c4c9cf', 26),
  line('M846 560L874 780', '#ffffff', 6),
  path('M780 780H940Q956 784 952 810L946 840H790Q776 838 778 800Z', s.down('#4a5058', '#0c0d10')),
  s.lift(
    4,
    12,
    0.26,
    path(
      'M120 640Q130 500 300 470Q520 440 640 540Q720 620 716 720Q710 800 640 810H190Q120 800 120 640Z',
      s.slant(c.hi, c.light, c.base, c.deep),
    ),
  ),
  path('M400 490Q540 490 610 560Q680 630 676 720H440Q400 600 400 490Z', s.slant('#cfe2ebcc', '#6f8a99cc', '#2b3f4acc')),
  oval(540, 640, 70, 80, s.slant('#8b929b', '#3b4149')),
  path('M430 520Q520 520 580 570Q500 550 440 570Z', '#ffffff99'),
  s.lift(4, 6, 0.35, disc(250, 760, 96, s.slant('#4a5058', '#0c0d10'))),
  disc(250, 760, 60, s.slant(c.light, c.darker)),
  disc(620, 800, 44, s.slant('#4a5058', '#0c0d10')),
  path('M200 520Q300 430 400 460', 'none', 'stroke="#15171a" stroke-width="26" stroke-linecap="round"'),
]

const stick: Style = (s, c) => [
  s.floor(520, 890, 240, 0.8),
  turn(
    10,
    480,
    500,
    box(462, 420, 36, 400, 10, s.across('#8b929b', c.hi, c.base, c.deep)),
    s.lift(4, 8, 0.26, box(420, 250, 120, 210, 50, s.across('#9db8c6cc', '#eef7fbdd', '#8fa8b5cc'))),
    box(446, 300, 68, 130, 26, s.across('#6f7780', '#c4c9cf', '#4a5058')),
    s.lift(
      4,
      8,
      0.26,
      path(
        'M410 110Q420 80 480 78H560Q620 84 620 140Q616 190 560 196L540 260H420L404 190Z',
        s.slant(c.hi, c.light, c.base, c.deep),
      ),
    ),
    path('M560 110Q590 112 590 140Q588 166 556 168L540 190H500L520 110Z', '#f1f3f5'),
    box(590, 150, 60, 150, 24, s.across('#3b4149', '#101215')),
    box(420, 106, 60, 44, 14, '#0b0d10'),
    digits('8', 440, 114, 28, '#7df0b2'),
    box(450, 800, 60, 40, 12, '#22262b'),
  ),
  s.lift(
    4,
    8,
    0.3,
    path(
      'M280 830Q284 806 310 804H560Q586 806 590 830L600 870Q600 888 580 888H290Q270 888 270 870Z',
      s.down('#5a616b', '#22262b', '#0c0d10'),
    ),
  ),
  box(300, 820, 270, 26, 13, s.across('#7b62b5', '#e9a6b8', '#7b62b5')),
  repeat(4, (index) => led(s, 320 + index * 74, 870, 4, '#e9f4ff')),
]

const robot: Style = (s, c) => [
  s.floor(480, 720, 400),
  path('M100 510Q104 660 480 700Q856 660 860 510V560Q856 714 480 726Q104 714 100 560Z', s.down(c.darker, c.deep)),
  s.lift(4, 12, 0.24, oval(480, 500, 380, 190, s.across(c.dark, c.lighter, c.base, c.darker))),
  oval(480, 492, 366, 178, s.slant(c.hi, c.light, c.base, c.dark)),
  path('M120 520Q300 600 480 604T840 520', 'none', `stroke="${c.darker}" stroke-width="3"`),
  oval(480, 410, 110, 52, c.deep),
  path(
    'M370 380Q372 350 480 346Q588 350 590 380V410Q588 450 480 454Q372 450 370 410Z',
    s.across('#0c0d10', '#5a616b', '#15171a'),
  ),
  oval(480, 380, 110, 36, s.slant('#6f7780', '#22262b')),
  oval(480, 380, 84, 26, s.slant(c.light, c.dark)),
  ...[420, 540].map(
    (x) => oval(x, 540, 30, 14, s.slant(c.hi, c.dark)) + oval(x, 540, 9, 4, x === 420 ? '#49b0ff' : '#49d28c'),
  ),
  box(380, 636, 200, 40, 18, '#050607'),
  disc(440, 656, 8, '#35508f'),
  disc(520, 656, 8, '#35508f'),
  ...[-1, 0, 1].map((index) => line(`M190 640l${-90 + Math.abs(index) * 30} ${40 + index * 26}`, '#5a616b', 4)),
]

export const vacuumCleaner: Style[] = [canister, stick, robot]
