import type { Palette } from '../palette.ts'
import { digits } from '../screens.ts'
import { box, disc, line, path, polar, repeat } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

/** A door with the long vertical reflection of a shop window. */
function door(s: Studio, c: Palette, x: number, y: number, w: number, h: number): string {
  return [
    box(x, y, w, h, 14, s.across(c.dark, [0.03, c.lighter], [0.2, c.light], [0.55, c.base], [0.92, c.dark], c.darker)),
    s.clip(
      box(x, y, w, h, 14, '#000'),
      path(
        `M${x + w * 0.14} ${y}H${x + w * 0.4}L${x + w * 0.3} ${y + h}H${x + w * 0.04}Z`,
        s.down('#ffffff4d', '#ffffff0a'),
      ),
      path(
        `M${x + w * 0.46} ${y}H${x + w * 0.52}L${x + w * 0.42} ${y + h}H${x + w * 0.36}Z`,
        s.down('#ffffff33', '#ffffff00'),
      ),
    ),
    box(x + 1, y + 1, w - 2, 3, 1.5, `${c.hi}99`),
  ].join('')
}

function cabinet(s: Studio, c: Palette, x: number, w: number, top: number): string {
  return [
    s.floor(480, 900, w * 0.62),
    box(x + 20, 884, 60, 16, 4, '#15171a'),
    box(x + w - 80, 884, 60, 16, 4, '#15171a'),
    path(`M${x + w} ${top + 6}L${x + w + 26} ${top + 26}V874L${x + w} 890Z`, s.across(c.darker, c.deep)),
    s.lift(0, 12, 0.18, box(x, top, w, 890 - top, 16, c.deep)),
  ].join('')
}

const grip = (s: Studio, x: number, y: number, h: number) =>
  s.lift(4, 5, 0.4, box(x, y, 16, h, 8, s.across('#6f7780', '#f8f9fb', '#aab1b9', '#565d66')))

/** A spray of blossoms, the pattern most glass-door refrigerators here carry. */
function blossoms(x: number, y: number, colour: string): string {
  const flower = (cx: number, cy: number, r: number) =>
    repeat(6, (index) => {
      const [px, py] = polar(cx, cy, r, index * 60)
      return `<ellipse cx="${px}" cy="${py}" rx="${r * 0.44}" ry="${r * 0.8}" fill="${colour}" transform="rotate(${index * 60} ${px} ${py})"/>`
    }) + disc(cx, cy, r * 0.36, '#f5d38a')
  return (
    line(`M${x} ${y}Q${x - 60} ${y - 160} ${x + 30} ${y - 300}M${x - 20} ${y - 120}q60 -20 90 -80`, colour, 5) +
    flower(x + 30, y - 300, 30) +
    flower(x + 74, y - 204, 22) +
    flower(x - 26, y - 150, 18)
  )
}

const topFreezer: Style = (s, c) => [
  cabinet(s, c, 270, 400, 64),
  door(s, c, 274, 68, 392, 250),
  door(s, c, 274, 326, 392, 556),
  blossoms(540, 800, c.isDark ? '#e9a6b8aa' : '#c23b5b88'),
  grip(s, 292, 190, 116),
  grip(s, 292, 340, 200),
  box(420, 96, 100, 12, 6, c.detail),
  path('M274 318H666V326H274Z', '#0c0d10'),
]

const sideBySide: Style = (s, c) => [
  cabinet(s, c, 170, 600, 70),
  door(s, c, 174, 74, 272, 808),
  door(s, c, 454, 74, 312, 808),
  grip(s, 416, 260, 420),
  grip(s, 468, 260, 420),
  s.lift(2, 4, 0.3, box(224, 290, 150, 230, 16, '#0c0d10')),
  box(236, 302, 126, 60, 8, s.slant('#16306b', '#2f6fe0')),
  digits('18', 262, 314, 36, '#e9f6ff'),
  box(244, 380, 110, 124, 12, s.down('#22262b', '#050607')),
  path('M284 380h30l-6 40h-18Z', '#8b929b'),
  box(560, 110, 100, 12, 6, c.detail),
]

const bottomFreezer: Style = (s, c) => [
  cabinet(s, c, 250, 440, 60),
  door(s, c, 254, 64, 214, 540),
  door(s, c, 474, 64, 212, 540),
  door(s, c, 254, 612, 432, 128),
  door(s, c, 254, 748, 432, 134),
  grip(s, 444, 200, 260),
  grip(s, 482, 200, 260),
  box(300, 628, 340, 14, 7, s.down('#6f7780', '#f8f9fb', '#8b929b')),
  box(300, 764, 340, 14, 7, s.down('#6f7780', '#f8f9fb', '#8b929b')),
  box(540, 190, 96, 130, 12, '#08090b'),
  digits('04', 558, 212, 38, '#8fd3ff'),
  repeat(3, (index) => disc(562 + index * 26, 294, 5, ['#49d28c', '#f5a524', '#8b929b'][index] ?? '')),
]

/** A deep freezer with its lid on top. */
const chest: Style = (s, c) => [
  s.floor(480, 836, 400),
  box(120, 812, 70, 22, 5, '#15171a'),
  box(770, 812, 70, 22, 5, '#15171a'),
  s.lift(
    2,
    12,
    0.2,
    box(
      90,
      330,
      780,
      490,
      16,
      s.across(c.dark, [0.03, c.lighter], [0.2, c.light], [0.7, c.base], [0.95, c.dark], c.darker),
    ),
  ),
  s.clip(
    box(90, 330, 780, 490, 16, '#000'),
    path('M200 330H340L260 820H120Z', s.down('#ffffff44', '#ffffff08')),
    path('M380 330H420L340 820H300Z', '#ffffff1f'),
  ),
  s.lift(
    4,
    8,
    0.26,
    path(
      'M76 262Q78 236 104 234H856Q882 236 884 262V326Q884 336 872 336H88Q76 336 76 326Z',
      s.down(c.hi, [0.2, c.light], c.dark),
    ),
  ),
  box(400, 300, 160, 26, 10, s.down('#8b929b', '#f8f9fb', '#8b929b')),
  box(640, 700, 190, 90, 12, s.slant('#22262b', '#0c0d10')),
  digits('18', 668, 724, 40, '#8fd3ff'),
  repeat(3, (index) => disc(748 + index * 24, 744, 6, ['#49d28c', '#f5a524', '#e0455b'][index] ?? '')),
  box(130, 380, 110, 14, 7, c.detail),
  blossoms(520, 740, c.isDark ? '#e9a6b8aa' : '#c23b5b77'),
]

export const refrigerator: Style[] = [topFreezer, sideBySide, bottomFreezer, chest]
