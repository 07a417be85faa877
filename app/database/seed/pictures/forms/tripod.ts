import type { Palette } from '../palette.ts'
import { screen } from '../screens.ts'
import { box, disc, group, line, oval, path } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

function leg(s: Studio, c: Palette, x: number, y: number, angle: number, length: number): string {
  return group(
    `translate(${x} ${y}) rotate(${angle})`,
    box(-17, 0, 34, length * 0.42, 8, s.across(c.darker, c.lighter, c.base, c.deep)),
    box(-21, length * 0.38, 42, 40, 8, s.across('#0c0d10', '#4a5058', '#15171a')),
    box(-13, length * 0.4 + 20, 26, length * 0.34, 6, s.across('#565d66', '#e9ecef', '#9aa2ab', '#4a5058')),
    box(-17, length * 0.7, 34, 36, 8, s.across('#0c0d10', '#4a5058', '#15171a')),
    box(-9, length * 0.72 + 20, 18, length * 0.24, 5, s.across('#565d66', '#e9ecef', '#6f7780')),
    box(-14, length * 0.94, 28, 26, 10, '#15171a'),
  )
}

const full: Style = (s, c) => [
  s.floor(480, 892, 320, 0.7),
  leg(s, c, 480, 350, 0, 520),
  leg(s, c, 452, 340, 24, 590),
  leg(s, c, 508, 340, -24, 590),
  path('M420 320H540L556 380Q556 396 540 396H420Q404 396 404 380Z', s.across(c.deep, c.light, c.dark)),
  box(462, 180, 36, 160, 8, s.across('#565d66', '#e9ecef', '#6f7780')),
  line('M560 230L760 330', '#22262b', 20),
  line('M640 268L760 330', '#4a5058', 30),
  s.lift(4, 8, 0.3, box(420, 130, 120, 90, 20, s.slant(c.light, c.deep))),
  disc(410, 176, 26, s.slant('#5a616b', '#101215')),
  box(390, 92, 180, 42, 10, s.down('#4a5058', '#15171a')),
  box(440, 76, 80, 20, 4, s.down('#2b3037', '#0c0d10')),
  box(474, 62, 12, 20, 3, '#c4c9cf'),
  line('M404 520L480 590L556 520', '#3b4149', 9),
]

const selfie: Style = (s, c) => [
  s.floor(480, 892, 230, 0.8),
  ...[-38, 38].map((angle) =>
    group(`translate(480 720) rotate(${angle})`, box(-14, 0, 28, 200, 12, s.across(c.darker, c.lighter, c.deep))),
  ),
  group('translate(480 720)', box(-14, 0, 28, 176, 12, s.across(c.darker, c.lighter, c.deep))),
  box(452, 480, 56, 270, 18, s.barrel(c)),
  disc(480, 560, 16, s.slant('#ff8a8f', '#c23b3b')),
  box(466, 300, 28, 190, 6, s.across('#565d66', '#e9ecef', '#6f7780')),
  box(440, 250, 80, 70, 16, s.slant(c.light, c.deep)),
  s.lift(8, 12, 0.32, box(190, 70, 580, 280, 34, '#0b0c0f')),
  screen(s, 202, 82, 556, 256, 24, 1),
  box(430, 56, 100, 30, 8, s.down(c.light, c.deep)),
  box(430, 336, 100, 30, 8, s.down(c.light, c.deep)),
  disc(696, 210, 26, '#ffffffd9'),
  disc(696, 210, 19, '#e0455b'),
]

const mini: Style = (s, c) => [
  s.floor(480, 880, 300, 0.8),
  ...[-42, 0, 42].map((angle) =>
    group(
      `translate(480 500) rotate(${angle})`,
      path('M-34 0H34L22 360Q20 392 0 392Q-20 392 -22 360Z', s.across(c.deep, [0.2, c.lighter], [0.5, c.base], c.deep)),
      box(-24, 330, 48, 62, 22, '#15171a'),
    ),
  ),
  box(400, 400, 160, 130, 40, s.across(c.deep, c.light, c.dark)),
  disc(480, 330, 74, s.glow(['#f4f6f8', '#9aa2ab', '#3b4149'], 0.38, 0.34)),
  disc(580, 440, 34, s.slant('#ff8a8f', '#8a2226')),
  box(380, 222, 200, 60, 14, s.down('#4a5058', '#15171a')),
  box(410, 196, 140, 30, 8, s.down('#2b3037', '#0c0d10')),
  box(468, 160, 24, 40, 4, s.across('#8b929b', '#f4f6f8', '#6f7780')),
  oval(450, 310, 20, 12, '#ffffffcc'),
]

/** A motorised phone stabiliser held upright. */
const gimbal: Style = (s, c) => [
  s.floor(480, 892, 150, 0.8),
  s.lift(
    6,
    12,
    0.28,
    path(
      'M420 470Q424 440 480 438Q536 440 540 470L552 820Q552 880 480 884Q408 880 408 820Z',
      s.across(c.darker, [0.12, c.hi], [0.35, c.light], [0.75, c.base], c.deep),
    ),
  ),
  box(428, 700, 104, 150, 40, s.stripes(14, 6, `${c.deep}88`)),
  disc(480, 540, 36, s.slant('#5a616b', '#101215')),
  disc(480, 536, 22, s.slant('#3b4149', '#15171a')),
  disc(480, 620, 20, s.slant('#ff8a8f', '#c23b3b')),
  s.lift(
    4,
    8,
    0.3,
    path('M440 440H520L640 330Q664 300 660 250L610 240Q606 290 580 312L500 376H440Z', s.slant(c.light, c.base, c.deep)),
  ),
  disc(480, 416, 52, s.slant(c.hi, c.darker)),
  disc(480, 416, 34, s.slant('#3b4149', '#15171a')),
  s.lift(8, 12, 0.34, box(160, 90, 600, 288, 36, '#0b0c0f')),
  screen(s, 172, 102, 576, 264, 26, 7),
  box(440, 74, 120, 34, 8, s.down(c.light, c.deep)),
  box(440, 362, 120, 34, 8, s.down(c.light, c.deep)),
  disc(220, 234, 22, '#ffffffd9'),
  disc(220, 234, 15, '#e0455b'),
]

export const tripod: Style[] = [full, selfie, mini, gimbal]
