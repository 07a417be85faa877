import type { Palette } from '../palette.ts'
import { led } from '../parts.ts'
import { box, disc, flip, group, line, oval, path, turn } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

/** A bud with a stem and silicone tip, its tip to the left; about 150 by 330 with its top left at (0, 0). */
function stemBud(s: Studio, c: Palette): string {
  return [
    s.lift(
      8,
      9,
      0.32,
      path('M52 60Q10 58 2 96Q-4 132 28 140L58 120Z', s.slant('#5b626c', '#24282e', '#101215')),
      path(
        'M44 58Q50 0 112 2Q170 8 168 78Q166 120 146 140L138 300Q136 326 112 326Q88 326 88 300L90 160Q46 150 40 108Q38 80 44 58Z',
        s.across(c.dark, [0.25, c.hi], [0.5, c.light], [0.8, c.base], c.darker),
      ),
    ),
    oval(
      96,
      58,
      34,
      26,
      s.glow([
        [0, `${c.hi}ee`],
        [1, `${c.hi}00`],
      ]),
    ),
    box(104, 40, 34, 12, 6, c.deep, 'transform="rotate(18 120 46)"'),
    line('M100 170L98 296', `${c.hi}aa`, 6),
    box(92, 308, 42, 12, 6, s.across('#6f7780', '#e9ecef', '#7b838c')),
    oval(18, 102, 10, 20, '#0a0b0d', 'transform="rotate(14 18 102)"'),
  ].join('')
}

const openCase: Style = (s, c) => [
  s.floor(480, 862, 300),
  s.lift(4, 8, 0.2, path('M250 470V300Q252 190 370 186H590Q708 190 710 300V470Z', s.down(c.light, c.base, c.dark))),
  path('M274 470V312Q276 214 376 210H584Q684 214 686 312V470Z', s.down(c.darker, c.dark, c.base)),
  group('translate(310 240)', stemBud(s, c)),
  flip(480, group('translate(310 240)', stemBud(s, c))),
  s.lift(
    4,
    10,
    0.2,
    path(
      'M236 476Q236 462 252 462H708Q724 462 724 476V640Q720 836 560 850H400Q240 836 236 640Z',
      s.across(c.darker, [0.06, c.light], [0.2, c.hi], [0.45, c.light], [0.8, c.base], [0.95, c.dark], c.darker),
    ),
  ),
  path('M236 476Q236 462 252 462H708Q724 462 724 476V486H236Z', s.down(c.hi, c.base)),
  path('M236 640Q240 836 400 850H560Q720 836 724 640Q700 800 560 812H400Q260 800 236 640Z', `${c.deep}44`),
  led(s, 480, 560, 5, '#49d28c'),
  box(440, 476, 80, 14, 7, s.down(c.dark, c.light)),
]

function pebbleBud(s: Studio, c: Palette): string {
  return [
    s.lift(
      8,
      10,
      0.32,
      path('M30 120Q-16 128 -12 172Q-4 212 40 204Z', s.slant('#5b626c', '#24282e', '#101215')),
      path(
        'M20 110Q24 20 112 12Q206 16 206 112Q204 200 118 208Q24 206 20 110Z',
        s.slant(c.hi, c.light, c.base, c.darker),
      ),
    ),
    disc(124, 104, 62, s.slant(c.darker, c.light)),
    disc(124, 104, 57, s.slant(c.base, c.dark)),
    path('M84 78Q110 50 150 62Q112 66 92 94Z', `${c.hi}99`),
    box(46, 176, 30, 9, 4.5, c.deep, 'transform="rotate(40 60 180)"'),
  ].join('')
}

const pebbleCase: Style = (s, c) => [
  s.floor(480, 852, 340),
  s.lift(4, 10, 0.22, path('M170 560Q176 330 480 322Q784 330 790 560Z', s.down(c.light, c.base, c.darker))),
  path('M210 566Q216 368 480 362Q744 368 750 566Z', s.down(c.deep, c.darker)),
  group('translate(240 330) rotate(-8 110 110)', pebbleBud(s, c)),
  flip(480, group('translate(240 330) rotate(-8 110 110)', pebbleBud(s, c))),
  s.lift(
    4,
    10,
    0.22,
    path(
      'M150 572Q150 552 172 552H788Q810 552 810 572Q806 836 620 842H340Q154 836 150 572Z',
      s.across(c.darker, [0.08, c.light], [0.24, c.hi], [0.5, c.light], [0.82, c.base], c.darker),
    ),
  ),
  path('M150 572Q150 552 172 552H788Q810 552 810 572V578H150Z', s.down(c.hi, c.base)),
  box(424, 566, 112, 20, 10, s.down(c.darker, c.base)),
  led(s, 480, 660, 5, '#ffb347'),
  path('M180 640Q196 810 360 818H600Q764 810 780 640Q770 830 610 836H350Q190 830 180 640Z', `${c.deep}33`),
]

function sportBud(s: Studio, c: Palette): string {
  return [
    line('M150 150Q130 20 40 30Q-40 60 -20 190', c.darker, 30),
    line('M148 150Q128 26 42 36Q-32 64 -14 186', c.light, 9),
    s.lift(
      8,
      10,
      0.34,
      box(70, 110, 150, 210, 66, s.slant(c.hi, c.base, c.darker)),
      path('M76 190Q14 176 6 230Q12 280 78 262Z', s.slant('#5b626c', '#16181c')),
    ),
    box(96, 136, 98, 158, 46, s.slant(c.light, c.dark)),
    line('M124 246L168 186M130 194l32 44', '#f5a524', 8),
    box(130, 304, 34, 8, 4, c.deep),
  ].join('')
}

const sport: Style = (s, c) => [
  s.floor(480, 862, 330),
  turn(-8, 300, 300, group('translate(190 120)', sportBud(s, c))),
  flip(480, turn(-8, 300, 300, group('translate(190 120)', sportBud(s, c)))),
  s.lift(6, 12, 0.28, box(190, 560, 580, 290, 120, s.down(c.hi, [0.12, c.light], [0.5, c.base], c.darker))),
  line('M196 664H764', c.deep, 4),
  line('M196 669H764', `${c.hi}77`, 2),
  box(424, 648, 112, 22, 11, s.down(c.darker, c.light)),
  led(s, 448, 760, 5, '#49b0ff'),
  led(s, 480, 760, 5, '#49b0ff'),
  led(s, 512, 760, 5, '#49b0ff'),
  path('M240 590Q300 572 480 572T720 590Q640 600 480 600T240 590Z', `${c.hi}55`),
]

export const earbuds: Style[] = [openCase, pebbleCase, sport]
