import type { Palette } from '../palette.ts'
import { flash, lens, rim } from '../parts.ts'
import { screen } from '../screens.ts'
import { box, disc, fade, frame, group, line, path, repeat } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

/** A camera layout drawn on a phone back whose top left corner is (0, 0), 330 wide. */
type Camera = (s: Studio, c: Palette) => string[]

const W = 330
const H = 690

function back(s: Studio, c: Palette, camera: Camera): string {
  return s.lift(
    16,
    18,
    0.3,
    box(0, 0, W, H, 52, s.across(c.darker, [0.03, c.hi], [0.08, c.base], [0.93, c.dark], [0.98, c.lighter], c.deep)),
    box(7, 5, W - 14, H - 10, 47, s.slant([0, c.lighter], [0.28, c.light], [0.62, c.base], [1, c.dark])),
    s.clip(
      box(7, 5, W - 14, H - 10, 47, '#000'),
      path('M-20 470L350 120V250L-20 640Z', s.slant('#ffffff30', '#ffffff00')),
      path('M-20 690L350 330V370L-20 730Z', '#ffffff14'),
    ),
    box(W, 170, 5, 84, 2.5, s.down(c.light, c.darker)),
    box(W, 282, 5, 56, 2.5, s.down(c.light, c.darker)),
    ...camera(s, c),
    // A small abstract maker's mark, so the back does not look unfinished.
    fade(0.5, line('M148 600h34M156 612h18', c.detail, 4)),
  )
}

function front(s: Studio, variety: number, notch: 'centre' | 'left' | 'drop', metal: Palette): string {
  const hole = { centre: disc(W / 2, 38, 9, '#060709'), left: disc(52, 42, 10, '#060709'), drop: '' }[notch]
  const drop = notch === 'drop' ? path(`M${W / 2 - 34} 13q20 0 22 16a12 12 0 0 0 24 0q2-16 22-16Z`, '#060709') : ''
  const icon = (x: number, y: number, colour: string, colour2: string) =>
    box(x, y, 48, 48, 13, s.slant(colour, colour2)) + box(x + 15, y + 15, 18, 18, 9, '#ffffffcc')
  return s.lift(
    18,
    22,
    0.36,
    box(0, 0, W, H, 52, s.across(metal.dark, [0.03, metal.hi], [0.97, metal.dark], metal.deep)),
    box(4, 4, W - 8, H - 8, 48, '#050608'),
    screen(s, 13, 13, W - 26, H - 26, 40, variety),
    drop,
    hole,
    box(40, 92, 150, 20, 10, '#ffffffe6'),
    box(40, 124, 96, 11, 5.5, '#ffffff99'),
    box(34, 572, W - 68, 78, 26, '#ffffff2e'),
    icon(52, 587, '#4cc38a', '#0b6b4f'),
    icon(112, 587, '#ffc46b', '#e08a1e'),
    icon(172, 587, '#7fb3ff', '#2f5fb3'),
    icon(232, 587, '#ff9aa8', '#c23b5b'),
    box(W / 2 - 48, 659, 96, 5, 2.5, '#ffffffcc'),
    rim(2, 2, W - 4, H - 4, 50, metal, 2),
  )
}

/** The back tilted behind, the front upright before it: the pose every phone shop uses. */
function pair(s: Studio, c: Palette, camera: Camera, variety: number, notch: 'centre' | 'left' | 'drop'): string[] {
  return [
    s.floor(480, 868, 330, 0.8),
    group('translate(196 112) rotate(-5 165 345) scale(1.06)', back(s, c, camera)),
    group('translate(452 150) rotate(3 165 345) scale(1.02)', front(s, variety, notch, c)),
  ]
}

const square: Camera = (s, c) => [
  s.lift(4, 5, 0.35, box(24, 24, 158, 158, 44, s.slant(c.hi, c.light, c.dark))),
  frame(25, 25, 156, 156, 43, `${c.hi}aa`, 2),
  lens(s, 66, 66, 33),
  lens(s, 66, 140, 33, '#3a3f8f'),
  lens(s, 138, 103, 33, '#2c6a86'),
  flash(s, 146, 48, 11),
  disc(146, 158, 5, '#1b1e23'),
]

const roundIsland: Camera = (s, c) => [
  s.lift(5, 7, 0.4, disc(W / 2, 146, 108, s.slant(c.hi, c.darker))),
  disc(W / 2, 146, 101, s.slant('#1d2025', '#08090b')),
  disc(W / 2, 146, 101, s.slant('#ffffff2e', [0.45, '#ffffff00'], '#ffffff0d')),
  lens(s, 128, 112, 36),
  lens(s, 206, 118, 30, '#5a3a86'),
  lens(s, 124, 188, 30, '#2c6a86'),
  flash(s, 200, 186, 13),
  disc(W / 2 + 2, 224, 5, '#2f343b'),
]

const vertical: Camera = (s, c) => [
  ...[84, 178, 272].map((y, index) =>
    s.lift(
      4,
      5,
      0.4,
      disc(84, y, 43, s.slant(c.hi, c.darker)) + lens(s, 84, y, 37, ['#35508f', '#5a3a86', '#2c6a86'][index]),
    ),
  ),
  flash(s, 156, 84, 14),
  disc(156, 130, 6, '#16191d'),
]

const bar: Camera = (s, c) => [
  s.lift(6, 7, 0.4, box(-3, 92, W + 6, 108, 26, s.down(c.hi, [0.12, c.light], [0.85, c.dark], c.deep))),
  box(34, 108, 214, 76, 38, s.down('#15171b', '#050607')),
  lens(s, 78, 146, 32),
  lens(s, 148, 146, 32, '#5a3a86'),
  lens(s, 214, 146, 26, '#2c6a86'),
  flash(s, 282, 146, 13),
  repeat(3, (index) => disc(276 + index * 6, 172, 1.6, '#0006')),
]

export const smartphone: Style[] = [
  (s, c) => pair(s, c, square, 1, 'centre'),
  (s, c) => pair(s, c, roundIsland, 5, 'centre'),
  (s, c) => pair(s, c, vertical, 0, 'left'),
  (s, c) => pair(s, c, bar, 3, 'drop'),
]
