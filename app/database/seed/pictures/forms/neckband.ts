import type { Palette } from '../palette.ts'
import { led } from '../parts.ts'
import { box, disc, flip, group, line, oval, path } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

function bud(s: Studio, c: Palette): string {
  return [
    s.lift(
      6,
      8,
      0.3,
      path('M0 46Q4 0 52 0Q92 4 92 46Q92 92 50 94Q4 92 0 46Z', s.slant(c.hi, c.light, c.base, c.darker)),
      path('M84 20Q132 14 136 48Q132 84 84 74Z', s.slant('#5b626c', '#22262b', '#0d0f11')),
    ),
    disc(46, 47, 32, s.slant(c.dark, c.lighter)),
    disc(46, 47, 28, s.slant(c.light, c.dark)),
    oval(130, 48, 6, 14, '#050506'),
  ].join('')
}

const soft: Style = (s, c) => [
  s.floor(480, 872, 340, 0.7),
  line('M226 640Q150 130 480 122Q810 130 734 640', c.deep, 30),
  line('M226 640Q150 128 480 120Q810 128 734 640', c.base, 26),
  line('M214 560Q160 142 480 128Q690 130 738 330', c.lighter, 6),
  line('M262 790Q300 880 350 780T420 620', c.deep, 9),
  line('M698 790Q660 880 610 780T540 620', c.deep, 9),
  line('M261 788Q300 876 349 778T419 618', c.light, 3),
  line('M697 788Q660 876 609 778T539 618', c.light, 3),
  ...[226, 734].map((cx) =>
    s.lift(8, 12, 0.3, box(cx - 34, 560, 68, 250, 34, s.across(c.darker, c.hi, c.light, c.base, c.darker))),
  ),
  box(716, 610, 36, 120, 18, s.across(c.dark, c.base)),
  line('M734 630v24M722 642h24M722 706h24', c.detail, 5),
  led(s, 226, 640, 5, '#49b0ff'),
  box(210, 780, 32, 9, 4.5, c.deep),
  group('translate(384 540) rotate(-14 46 47)', bud(s, c)),
  flip(480, group('translate(384 540) rotate(-14 46 47)', bud(s, c))),
]

const flat: Style = (s, c) => [
  s.floor(480, 872, 320, 0.7),
  path(
    'M180 470Q160 150 480 130Q800 150 780 470L770 640H726L736 470Q744 196 480 178Q216 196 224 470L234 640H190Z',
    s.across(c.darker, [0.08, c.lighter], [0.3, c.base], [0.7, c.light], [0.94, c.base], c.deep),
  ),
  path('M300 206Q380 146 480 142T660 206Q580 160 480 157T300 206Z', `${c.hi}88`),
  line('M212 800Q240 900 300 820T390 700', '#e0455b', 8),
  line('M748 800Q720 900 660 820T570 700', '#e0455b', 8),
  ...[212, 748].map((cx) =>
    s.lift(
      8,
      12,
      0.3,
      path(
        `M${cx - 30} 560H${cx + 30}L${cx + 24} 800Q${cx + 20} 824 ${cx} 824Q${cx - 20} 824 ${cx - 24} 800Z`,
        s.across(c.darker, c.hi, c.base, c.deep),
      ),
    ),
  ),
  ...[212, 748].map((cx) => box(cx - 30, 556, 60, 12, 4, '#e0455b')),
  box(200, 630, 24, 90, 12, s.down(c.light, c.dark)),
  led(s, 748, 640, 5, '#49d28c'),
  group('translate(352 610) rotate(-24 46 47)', bud(s, c)),
  flip(480, group('translate(352 610) rotate(-24 46 47)', bud(s, c))),
]

export const neckband: Style[] = [soft, flat]
