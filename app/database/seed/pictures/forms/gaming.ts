import type { Palette } from '../palette.ts'
import { led } from '../parts.ts'
import { screen } from '../screens.ts'
import { box, disc, flip, group, line, oval, path, repeat, ring } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

function thumbstick(s: Studio, cx: number, cy: number, r: number): string {
  return [
    disc(cx, cy, r * 1.25, s.slant('#0c0d10', '#3b4149')),
    s.lift(6, 6, 0.5, disc(cx, cy - 4, r, s.slant('#5a616b', '#15171a'))),
    disc(
      cx,
      cy - 4,
      r * 0.74,
      s.glow([
        [0, '#15171a'],
        [0.8, '#2b3037'],
        [1, '#4a5058'],
      ]),
    ),
  ].join('')
}

/** A pad 700 wide and 480 tall around the origin at its centre. */
function pad(s: Studio, c: Palette, marks: readonly string[]): string {
  const body =
    'M-210 -190Q-130 -214 -70 -190H70Q130 -214 210 -190Q290 -170 330 20Q366 200 300 236Q240 256 170 130Q150 100 110 100H-110Q-150 100 -170 130Q-240 256 -300 236Q-366 200 -330 20Q-290 -170 -210 -190Z'
  const button = (x: number, y: number, colour: string) =>
    s.lift(3, 3, 0.5, disc(x, y, 24, s.slant('#4a5058', '#15171a'))) + ring(x, y, 9, colour, 5)
  return [
    path(
      'M-250 -180Q-240 -226 -180 -224Q-120 -222 -110 -196ZM250 -180Q240 -226 180 -224Q120 -222 110 -196Z',
      s.down('#4a5058', '#15171a'),
    ),
    s.lift(14, 18, 0.36, path(body, s.slant(c.hi, c.light, c.base, c.darker))),
    path(
      'M-210 -178Q-130 -200 -70 -178H70Q130 -200 210 -178Q240 -170 262 -120Q130 -160 0 -156T-262 -120Q-240 -170 -210 -178Z',
      `${c.hi}55`,
    ),
    path(
      'M-330 20Q-366 200 -300 236Q-240 256 -170 130Q-280 160 -318 -10ZM330 20Q366 200 300 236Q240 256 170 130Q280 160 318 -10Z',
      `${c.deep}33`,
    ),
    ...marks,
    box(-248, -86, 96, 34, 8, s.down('#4a5058', '#15171a')),
    box(-217, -117, 34, 96, 8, s.across('#4a5058', '#15171a')),
    button(200, -118, '#7fe0b0'),
    button(200, -20, '#7fb3ff'),
    button(151, -69, '#ff9ad0'),
    button(249, -69, '#ff8a8f'),
    thumbstick(s, -96, 34, 52),
    thumbstick(s, 96, 34, 52),
  ].join('')
}

const touchPad: Style = (s, c) => [
  s.floor(480, 812, 340, 0.7),
  group(
    'translate(480 480) scale(1.22)',
    pad(s, c, [
      path('M-112 -190H112L98 -70Q94 -56 80 -56H-80Q-94 -56 -98 -70Z', s.down('#2b3037', '#15171a')),
      line('M-104 -176L-92 -70M104 -176L92 -70', '#49b0ff', 4),
      box(-14, -20, 28, 12, 6, c.deep),
      path('M-134 -160h14v22h-14ZM120 -160h14v22h-14Z', c.deep),
    ]),
  ),
]

const classicPad: Style = (s, c) => [
  s.floor(480, 812, 340, 0.7),
  group(
    'translate(480 480) scale(1.22)',
    pad(s, c, [
      disc(0, -128, 34, s.slant('#5a616b', '#15171a')),
      path('M-12 -140L0 -118L12 -140M0 -118V-106', 'none', 'stroke="#f4f6f8" stroke-width="5" stroke-linecap="round"'),
      ring(0, -128, 38, '#6ee787', 3),
      box(-62, -82, 26, 14, 7, c.deep),
      box(36, -82, 26, 14, 7, c.deep),
      box(-14, -52, 28, 14, 7, c.deep),
      path('M-300 120Q-330 190 -290 220Q-250 230 -200 160Z', s.dots(8, 2, `${c.deep}88`)),
      path('M300 120Q330 190 290 220Q250 230 200 160Z', s.dots(8, 2, `${c.deep}88`)),
    ]),
  ),
]

export const gameController: Style[] = [touchPad, classicPad]

const tall: Style = (s, c) => [
  s.floor(330, 880, 190),
  s.floor(690, 880, 190, 0.7),
  s.blur(12, path('M250 130Q240 500 262 860H410Q440 500 420 130Z', '#3ec5ff66')),
  path(
    'M240 140Q300 110 360 120Q430 120 436 150L424 860H262Z',
    s.across('#0c0d10', [0.3, '#2b3037'], [0.7, '#15171a'], '#050607'),
  ),
  box(326, 300, 14, 60, 7, '#0a0a0b'),
  box(322, 610, 22, 40, 4, '#3b4149'),
  led(s, 333, 260, 4, '#49b0ff'),
  s.lift(
    4,
    10,
    0.24,
    path(
      'M180 84Q190 70 210 84Q276 130 284 300L300 850Q300 872 282 872H250Q230 872 226 850L190 300Q190 180 176 110Q172 94 180 84Z',
      s.across(c.dark, [0.2, c.hi], [0.6, c.light], c.darker),
    ),
  ),
  s.lift(
    4,
    10,
    0.24,
    path(
      'M480 84Q470 70 450 84Q384 130 378 300L366 850Q366 872 384 872H414Q434 872 438 850L470 300Q470 180 484 110Q488 94 480 84Z',
      s.across(c.darker, [0.4, c.light], [0.8, c.hi], c.dark),
    ),
  ),
  path('M230 866H440V880H230Z', s.down(c.base, c.deep)),
  group(
    'translate(690 660) rotate(-8) scale(0.66)',
    pad(s, c, [path('M-112 -190H112L98 -70Q94 -56 80 -56H-80Q-94 -56 -98 -70Z', s.down('#2b3037', '#15171a'))]),
  ),
]

const slab: Style = (s, c) => [
  s.floor(390, 850, 260),
  s.lift(
    4,
    12,
    0.24,
    box(180, 110, 400, 736, 14, s.across(c.darker, [0.03, c.lighter], [0.1, c.light], [0.9, c.base], c.deep)),
  ),
  disc(380, 300, 150, c.deep),
  disc(380, 300, 150, s.dots(15, 5, '#050607')),
  ring(380, 300, 150, `${c.hi}66`, 3),
  disc(236, 158, 20, s.slant(c.hi, c.dark)),
  line('M228 150l8 12 8-12M236 162v8', '#6ee787', 3),
  box(212, 700, 10, 100, 5, '#050607'),
  box(524, 790, 34, 14, 3, '#050607'),
  group(
    'translate(666 690) rotate(10) scale(0.7)',
    pad(s, c, [
      disc(0, -128, 34, s.slant('#e9ecef', '#6f7780')),
      box(-62, -82, 26, 14, 7, c.deep),
      box(36, -82, 26, 14, 7, c.deep),
    ]),
  ),
  s.floor(690, 872, 190, 0.7),
]

const handheld: Style = (s, c) => [
  s.floor(480, 740, 430),
  s.lift(12, 18, 0.34, box(36, 250, 888, 450, 110, s.slant(c.hi, c.base, c.darker))),
  box(196, 256, 568, 438, 20, '#15171a'),
  box(196, 268, 568, 414, 10, '#08090b'),
  screen(s, 220, 292, 520, 366, 6, 5),
  path(
    'M220 560L330 470L420 540L540 440L740 580V652Q740 658 734 658H226Q220 658 220 652Z',
    s.down('#0b2a4acc', '#050c18'),
  ),
  box(250, 320, 150, 18, 9, '#ffffffd0'),
  repeat(3, (index) =>
    path(
      `M${620 + index * 36} 320l8 16 18 2-13 13 3 18-16-9-16 9 3-18-13-13 18-2Z`,
      '#ffd76b',
      'transform="translate(-16 0)"',
    ),
  ),
  thumbstick(s, 116, 370, 46),
  box(78, 500, 76, 28, 7, s.down('#4a5058', '#15171a')),
  box(102, 476, 28, 76, 7, s.across('#4a5058', '#15171a')),
  thumbstick(s, 844, 550, 46),
  ...[
    [844, 340, '#7fe0b0'],
    [844, 420, '#7fb3ff'],
    [804, 380, '#ff9ad0'],
    [884, 380, '#ff8a8f'],
  ].map(
    ([x, y, colour]) =>
      disc(Number(x), Number(y), 20, s.slant('#4a5058', '#15171a')) + disc(Number(x), Number(y), 7, String(colour)),
  ),
  box(140, 300, 30, 10, 5, c.deep),
  flip(480, box(140, 300, 30, 10, 5, c.deep)),
  oval(300, 262, 90, 4, `${c.hi}88`),
  box(90, 236, 150, 30, 14, s.down(c.light, c.deep)),
  flip(480, box(90, 236, 150, 30, 14, s.down(c.light, c.deep))),
]

export const gameConsole: Style[] = [tall, slab, handheld]
