import { led } from '../parts.ts'
import { box, disc, frame, line, oval, path, repeat, ring } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

/** A loudspeaker cone behind its surround. */
export function cone(s: Studio, cx: number, cy: number, r: number, accent = '#30353c'): string {
  return [
    disc(cx, cy, r, s.slant('#5a616b', '#0c0d10')),
    disc(
      cx,
      cy,
      r * 0.92,
      s.glow([
        [0, '#15171b'],
        [0.78, '#2c3138'],
        [0.86, '#0d0e11'],
        [1, '#3a4048'],
      ]),
    ),
    ring(cx, cy, r * 0.82, '#ffffff14', r * 0.04),
    disc(cx, cy, r * 0.7, s.slant('#3b4149', '#121417')),
    disc(
      cx,
      cy,
      r * 0.3,
      s.glow(
        [
          [0, '#8b929b'],
          [0.5, accent],
          [1, '#0c0d10'],
        ],
        0.38,
        0.34,
      ),
    ),
  ].join('')
}

const cylinder: Style = (s, c) => [
  s.floor(480, 866, 210),
  s.lift(
    4,
    10,
    0.22,
    path('M280 180Q280 120 480 118Q680 120 680 180V800Q680 864 480 866Q280 864 280 800Z', s.barrel(c)),
  ),
  path('M280 220H680V790Q680 850 480 852Q280 850 280 790Z', s.dots(11, 2.9, `${c.deep}bb`)),
  path(
    'M280 220H680V790Q680 850 480 852Q280 850 280 790Z',
    s.across('#00000066', [0.25, '#ffffff26'], [0.5, '#ffffff00'], '#00000066'),
  ),
  oval(480, 180, 200, 60, s.down(c.lighter, c.base)),
  oval(480, 178, 172, 48, s.slant(c.dark, c.light)),
  oval(480, 178, 160, 43, s.slant(c.base, c.darker)),
  oval(480, 178, 160, 43, 'none', 'stroke="#49b0ff" stroke-width="4" opacity="0.85"'),
  line('M440 178h24M452 170v16M496 178h24', '#e9f4ff', 4),
  box(420, 560, 120, 60, 14, c.base),
  line('M446 590h68', c.detail, 8),
  line('M660 300Q720 330 716 430T664 560', c.darker, 14),
  line('M658 300Q716 330 712 430T662 558', c.light, 4),
]

const boombox: Style = (s, c) => [
  s.floor(480, 740, 400),
  s.lift(
    4,
    10,
    0.24,
    box(60, 330, 840, 400, 196, s.down(c.hi, [0.1, c.light], [0.5, c.base], [0.85, c.darker], c.deep)),
  ),
  box(150, 350, 660, 360, 40, s.dots(11, 3, `${c.deep}cc`)),
  box(150, 350, 660, 360, 40, s.down('#ffffff2b', '#ffffff00', '#00000055')),
  ...[130, 830].map((cx) =>
    [
      oval(cx, 530, 66, 186, s.across(c.deep, c.base, c.deep)),
      oval(cx, 530, 50, 150, s.across('#16181c', '#4a5058', '#101215')),
      oval(cx, 530, 26, 80, s.slant('#9aa2ab', '#2b3037')),
    ].join(''),
  ),
  box(360, 486, 240, 88, 18, c.base, `stroke="${c.darker}" stroke-width="3"`),
  line('M404 530h152', c.detail, 14),
  box(310, 318, 340, 34, 17, s.down(c.light, c.dark)),
  line('M360 336h26M373 324v24M432 336h26M508 328l18 8-18 8ZM574 328v16M586 328v16', c.detail, 5),
  line('M196 368Q150 210 330 200H630Q810 210 764 368', '#15171a', 22),
  line('M196 366Q152 212 330 202H630Q806 212 762 360', '#565d66', 5),
]

const party: Style = (s, c) => [
  s.floor(480, 892, 230),
  path(
    'M370 96Q370 60 410 60H550Q590 60 590 96V130H556V104Q556 92 544 92H416Q404 92 404 104V130H370Z',
    s.down(c.light, c.deep),
  ),
  s.lift(
    4,
    12,
    0.26,
    path(
      'M290 120H670Q712 122 716 160L732 840Q732 884 690 886H270Q228 884 228 840L244 160Q248 122 290 120Z',
      s.across(c.deep, [0.05, c.light], [0.15, c.base], [0.85, c.dark], [0.95, c.light], c.deep),
    ),
  ),
  path('M286 156H674L694 850H266Z', '#0c0d10'),
  path('M286 156H674L694 850H266Z', s.dots(12, 3, '#2c3138')),
  ...[
    [326, 148],
    [646, 176],
  ].map(([cy = 0, r = 0]) =>
    [
      disc(
        480,
        cy,
        r * 1.12,
        s.glow([
          [0.75, '#7a5cffaa'],
          [1, '#7a5cff00'],
        ]),
      ),
      cone(s, 480, cy, r * 0.88, '#4a2a86'),
      ring(480, cy, r * 0.93, s.slant('#ff4dc4', '#7a5cff', '#3ec5ff'), 9),
    ].join(''),
  ),
  ...[
    [316, 196],
    [644, 196],
  ].map(
    ([cx = 0, cy = 0]) =>
      disc(cx, cy, 26, s.slant('#5a616b', '#0c0d10')) + disc(cx, cy, 16, s.slant('#8b929b', '#22262b')),
  ),
  box(380, 838, 200, 26, 8, '#15171b'),
  repeat(5, (index) =>
    disc(412 + index * 34, 851, 6, ['#ff4dc4', '#7a5cff', '#3ec5ff', '#6ee787', '#ffb347'][index] ?? ''),
  ),
  box(258, 882, 60, 16, 6, '#0c0d10'),
  box(642, 882, 60, 16, 6, '#0c0d10'),
]

const shelfPair: Style = (s, c) => [
  s.floor(300, 842, 170),
  s.floor(664, 842, 170),
  ...[150, 514].map((x, index) =>
    [
      s.lift(
        4,
        10,
        0.24,
        box(x, 190, 300, 648, 20, s.across(c.dark, [0.04, c.lighter], [0.1, c.light], [0.9, c.base], c.darker)),
      ),
      box(x + 18, 208, 264, 612, 14, s.slant('#24282e', '#0f1114')),
      frame(x + 18, 208, 264, 612, 14, '#ffffff1f', 2),
      disc(x + 150, 330, 66, s.slant('#5a616b', '#0c0d10')),
      disc(x + 150, 330, 56, '#101215'),
      disc(
        x + 150,
        330,
        26,
        s.glow(
          [
            [0, '#d9dee3'],
            [1, '#4a5058'],
          ],
          0.38,
          0.34,
        ),
      ),
      cone(s, x + 150, 562, 116),
      index
        ? disc(x + 90, 760, 24, s.slant('#d9dee3', '#4a5058')) +
          disc(x + 90, 760, 19, s.slant('#6f7780', '#2b3037')) +
          disc(x + 200, 760, 16, s.slant('#d9dee3', '#4a5058')) +
          led(s, x + 240, 790, 3, '#49d28c')
        : oval(x + 150, 764, 62, 22, '#050506'),
    ].join(''),
  ),
]

export const speaker: Style[] = [cylinder, boombox, party, shelfPair]
