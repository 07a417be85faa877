import { paletteOf } from '../palette.ts'
import { cord, led } from '../parts.ts'
import { digits } from '../screens.ts'
import { box, disc, group, line, oval, path, repeat, ring, turn } from '../shapes.ts'
import type { Style } from '../studio.ts'

const beardTrimmer: Style = (s, c) => [
  s.floor(480, 892, 170, 0.7),
  s.lift(
    8,
    14,
    0.3,
    path(
      'M400 220H560Q590 400 576 560Q566 700 572 820Q570 880 480 884Q390 880 388 820Q394 700 384 560Q370 400 400 220Z',
      s.barrel(c),
    ),
  ),
  path('M420 240H540Q556 400 546 560L540 640H420L414 560Q404 400 420 240Z', s.slant(c.dark, c.deep)),
  disc(480, 470, 40, s.slant('#f8f9fb', '#8b929b')),
  disc(480, 470, 32, s.slant('#3b4149', '#101215')),
  line('M480 452v16', '#49d28c', 5),
  digits('20', 452, 560, 34, '#e9f4ff'),
  path('M396 226L412 150H548L564 226Z', s.down('#5a616b', '#15171a')),
  path('M404 152L414 108H546L556 152Z', s.down('#f8f9fb', '#8b929b')),
  repeat(19, (index) => path(`M${408 + index * 7.6} 110l3.8 -30 3.8 30Z`, '#c4c9cf')),
  box(398, 226, 164, 12, 6, '#f5a524'),
  repeat(8, (index) => line(`M398 ${680 + index * 16}h22M540 ${680 + index * 16}h22`, `${c.deep}99`, 5)),
  line('M392 300Q384 430 398 560', `${c.hi}99`, 5),
]

const groomingKit: Style = (s, c) => [
  s.floor(480, 872, 330, 0.7),
  turn(
    -10,
    360,
    480,
    s.lift(
      8,
      14,
      0.3,
      path(
        'M290 240H430Q450 420 440 560L446 820Q440 860 360 862Q280 860 274 820L280 560Q270 420 290 240Z',
        s.across('#6f7780', [0.12, '#f8f9fb'], [0.3, '#d5d9de'], [0.7, '#aab1b9'], '#565d66'),
      ),
    ),
    path('M306 300H414L408 700Q360 720 312 700Z', s.slant(c.lighter, c.base, c.darker)),
    box(336, 420, 48, 110, 24, s.down('#f4f6f8', '#8b929b')),
    box(342, 426, 36, 50, 18, '#0b6b4f'),
    path('M280 244L296 150H424L440 244Z', s.down('#f8f9fb', '#8b929b')),
    path('M292 152L300 110H420L428 152Z', s.down('#3b4149', '#101215')),
    repeat(16, (index) => path(`M${298 + index * 8} 112l4 -28 4 28Z`, '#c4c9cf')),
    led(s, 360, 770, 5, '#49b0ff'),
  ),
  ...[
    ['560', 300],
    ['700', 300],
    ['560', 560],
    ['700', 560],
  ].map(([x, y], index) =>
    group(
      `translate(${x} ${y})`,
      s.lift(5, 8, 0.3, path('M0 70H110V150Q110 166 94 166H16Q0 166 0 150Z', s.down('#4a5058', '#101215'))),
      repeat(8, (tooth) =>
        path(`M${2 + tooth * 13.6} 74L${6 + tooth * 13.6} ${34 - index * 8}L${12 + tooth * 13.6} 74Z`, '#2b3037'),
      ),
      box(30, 110, 50, 10, 5, '#8b929b'),
    ),
  ),
]

const classicDryer: Style = (s, c) => [
  s.floor(520, 886, 200, 0.7),
  cord('M600 820Q620 890 760 880T900 760', '#22262b', 18),
  s.lift(
    6,
    12,
    0.26,
    path('M500 470H650L640 800Q636 850 590 850H560Q516 850 512 800Z', s.across(c.darker, c.lighter, c.base, c.deep)),
  ),
  box(546, 560, 50, 130, 25, s.across('#15171a', '#4a5058', '#15171a')),
  box(554, 580, 34, 40, 12, '#f4f6f8'),
  box(554, 640, 34, 34, 12, '#e0455b'),
  s.lift(
    8,
    14,
    0.28,
    path(
      'M210 230H640Q800 236 806 370Q800 504 640 510H210Q196 370 210 230Z',
      s.down(c.hi, [0.15, c.lighter], [0.4, c.light], [0.7, c.base], c.deep),
    ),
  ),
  path('M60 250Q70 240 210 244V496Q70 500 60 490L80 430V310Z', s.down('#4a5058', '#22262b', '#050607')),
  box(206, 232, 20, 276, 8, s.down('#f8f9fb', '#8b929b', '#3b4149')),
  oval(760, 370, 60, 118, s.slant('#3b4149', '#101215')),
  oval(764, 370, 48, 100, s.dots(11, 3, '#8b929b')),
  path('M260 262H620Q700 270 740 300Q600 290 260 296Z', '#ffffff55'),
  line('M400 400h110', c.detail, 10),
]

const ringDryer: Style = (s, c) => [
  s.floor(480, 896, 190, 0.7),
  cord('M480 840Q480 900 360 892T160 820', '#22262b', 16),
  s.lift(6, 12, 0.26, box(434, 440, 92, 410, 40, s.across(c.darker, [0.2, c.lighter], [0.45, c.light], c.deep))),
  box(434, 740, 92, 90, 20, s.dots(9, 2.8, c.deep)),
  box(460, 500, 40, 22, 11, '#e0455b'),
  box(460, 536, 40, 22, 11, s.down('#f4f6f8', '#8b929b')),
  s.lift(8, 14, 0.3, disc(480, 280, 200, s.slant(c.hi, c.light, c.base, c.deep))),
  disc(480, 280, 158, s.slant('#f4a7c0', '#c23b6b')),
  disc(480, 280, 148, s.slant('#3b4149', '#0c0d10')),
  disc(480, 280, 104, s.slant('#d5d9de', '#6f7780')),
  disc(480, 280, 92, s.glow(['#ffffff', '#f1f3f5'])),
  ring(480, 280, 126, s.dots(10, 3, '#5a616b'), 34),
  path('M330 190Q390 100 500 96Q400 130 352 240Z', '#ffffff66'),
]

const straightener: Style = (s, c) => [
  s.floor(480, 800, 380, 0.6),
  cord('M800 650Q900 640 900 500T820 300', '#22262b', 16),
  ...[-13, 3].map((angle, index) =>
    turn(
      angle,
      800,
      640,
      s.lift(
        8,
        12,
        0.3,
        path(
          'M90 596Q100 580 130 580H560L820 606Q840 640 820 672L560 690H130Q100 690 90 674Z',
          s.down(c.hi, c.light, c.base, c.deep),
        ),
      ),
      index === 0
        ? box(110, 672, 400, 22, 8, s.down('#e9c98a', '#8a5a2a'))
        : box(110, 576, 400, 22, 8, s.down('#f5dca8', '#b98a3a')),
      line('M600 620L780 626', `${c.hi}99`, 6),
    ),
  ),
  disc(800, 640, 42, s.slant(c.hi, c.deep)),
  disc(800, 640, 24, s.slant(c.light, c.dark)),
  box(620, 640, 100, 40, 12, '#0b0d10'),
  digits('210', 640, 650, 20, '#ff8a5c'),
]

const rotaryShaver: Style = (s, c) => [
  s.floor(480, 892, 170, 0.7),
  s.lift(
    8,
    14,
    0.3,
    path(
      'M370 420Q480 380 590 420Q612 560 576 660Q570 760 572 830Q566 884 480 886Q394 884 388 830Q390 760 384 660Q348 560 370 420Z',
      s.across(c.darker, [0.12, c.hi], [0.35, c.light], [0.75, c.base], c.deep),
    ),
  ),
  path('M420 470Q480 450 540 470Q550 580 536 640V800H424V640Q410 580 420 470Z', s.slant(c.dark, c.deep)),
  disc(480, 560, 40, s.slant('#f8f9fb', '#8b929b')),
  disc(480, 560, 31, s.slant('#3b4149', '#101215')),
  line('M480 542v16', '#49d28c', 5),
  digits('80', 452, 660, 34, '#e9f4ff'),
  s.lift(
    6,
    10,
    0.3,
    path(
      'M300 300Q290 170 380 130Q480 80 580 130Q670 170 660 300Q620 420 480 424Q340 420 300 300Z',
      s.slant(c.hi, c.base, c.deep),
    ),
  ),
  ...[
    [400, 220],
    [560, 220],
    [480, 330],
  ].map(
    ([x = 0, y = 0]) =>
      disc(x, y, 76, s.slant('#f8f9fb', '#8b929b', '#d5d9de')) +
      disc(x, y, 62, s.slant('#3b4149', '#15171a')) +
      disc(x, y, 54, s.dots(10, 3, '#c4c9cf')) +
      ring(x, y, 36, '#d5d9de', 6) +
      disc(x, y, 18, s.slant('#f4f6f8', '#8b929b')),
  ),
]

export const trimmer: Style[] = [beardTrimmer, groomingKit, rotaryShaver]
export const hairDryer: Style[] = [classicDryer, ringDryer, straightener]

const colourBulb: Style = (s, housing) => {
  // A bulb sold as black has a dark cap; its glass still glows.
  const c = housing.isDark && housing.base.startsWith('#2') ? paletteOf('#ffe3a1') : housing
  return [
    s.floor(480, 892, 130, 0.8),
    disc(
      480,
      370,
      400,
      s.glow([
        [0, `${c.hi}cc`],
        [0.5, `${c.light}44`],
        [1, `${c.light}00`],
      ]),
    ),
    s.lift(
      2,
      10,
      0.18,
      path(
        'M480 90Q740 100 740 360Q736 480 640 570Q600 620 596 660H364Q360 620 320 570Q224 480 220 360Q220 100 480 90Z',
        s.glow(
          [
            [0, '#ffffff'],
            [0.5, c.lighter],
            [1, c.base],
          ],
          0.42,
          0.38,
          0.66,
        ),
      ),
    ),
    path('M300 230Q350 140 470 130Q370 190 330 340Z', '#ffffffbb'),
    path('M350 640H610L590 760H370Z', s.across('#aab1b9', '#ffffff', '#e9ecef', '#8b929b')),
    path(
      'M392 760H568L560 850Q556 868 520 872L500 890H460L440 872Q404 868 400 850Z',
      s.across('#6f7780', '#f4f6f8', '#c4c9cf', '#565d66'),
    ),
    repeat(4, (index) =>
      line(`M392 ${782 + index * 22}Q480 ${800 + index * 22} 566 ${782 + index * 22}`, '#4a505888', 5),
    ),
    line('M430 700q50-38 100 0M448 722q32-22 64 0', '#8b929b', 7),
  ]
}

const filament: Style = (s, c) => [
  s.floor(480, 892, 130, 0.8),
  disc(
    480,
    380,
    380,
    s.glow([
      [0, '#ffe3a1cc'],
      [0.5, '#ffc46b33'],
      [1, '#ffc46b00'],
    ]),
  ),
  path(
    'M480 90Q740 100 740 370Q736 500 640 580Q590 630 586 690H374Q370 630 320 580Q224 500 220 370Q220 100 480 90Z',
    s.across('#e9c98acc', [0.2, '#fff6df88'], [0.5, '#ffe9b866'], [0.85, '#f5d38a99'], '#c99a4acc'),
  ),
  s.blur(6, line('M410 560L390 300M450 560L440 260M510 560L520 260M550 560L570 300', '#ffb347', 16)),
  line('M410 560L390 300M450 560L440 260M510 560L520 260M550 560L570 300', '#fff1c4', 9),
  line('M480 690V580L410 560M480 580L550 560M480 600L450 560M480 600L510 560', '#8b929b', 4),
  path('M290 240Q340 140 470 130Q360 190 320 360Z', '#ffffffbb'),
  path('M372 686H588L576 770H384Z', s.across(c.deep, c.lighter, c.base, c.deep)),
  path(
    'M392 770H568L560 850Q556 868 520 872L500 890H460L440 872Q404 868 400 850Z',
    s.across('#6f7780', '#f4f6f8', '#c4c9cf', '#565d66'),
  ),
  repeat(4, (index) =>
    line(`M392 ${790 + index * 20}Q480 ${808 + index * 20} 566 ${790 + index * 20}`, '#4a505888', 5),
  ),
]

export const smartBulb: Style[] = [colourBulb, filament]
