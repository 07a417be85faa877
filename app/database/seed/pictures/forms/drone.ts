import type { Palette } from '../palette.ts'
import { led, lens } from '../parts.ts'
import { box, disc, flip, group, line, oval, path } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

function propeller(s: Studio, c: Palette, cx: number, cy: number, span: number): string {
  return [
    oval(cx, cy, span, span * 0.16, '#2b303718'),
    path(
      `M${cx} ${cy - 6}Q${cx - span * 0.5} ${cy - 26} ${cx - span} ${cy - 8}Q${cx - span * 0.5} ${cy + 8} ${cx} ${cy + 6}Z`,
      s.down('#4a5058', '#15171a'),
    ),
    path(
      `M${cx} ${cy - 6}Q${cx + span * 0.5} ${cy - 24} ${cx + span} ${cy + 2}Q${cx + span * 0.5} ${cy + 14} ${cx} ${cy + 6}Z`,
      s.down('#3b4149', '#0c0d10'),
    ),
    line(`M${cx - span} ${cy - 8}l26 -2M${cx + span} ${cy + 2}l-26 -4`, '#f5a524', 5),
    box(cx - 24, cy - 4, 48, 74, 14, s.across(c.deep, c.light, c.dark)),
    oval(cx, cy - 4, 24, 9, s.slant('#e9ecef', '#6f7780')),
  ].join('')
}

const folding: Style = (s, c) => [
  s.floor(480, 800, 360, 0.55),
  ...[0, 1].map((side) => {
    const wing = [
      line('M400 430L236 330', c.dark, 30),
      line('M400 424L236 324', c.light, 8),
      propeller(s, c, 236, 290, 150),
      line('M400 540L170 590', c.base, 38),
      line('M400 530L170 580', c.lighter, 9),
      propeller(s, c, 170, 540, 168),
      box(158, 596, 22, 112, 10, s.across(c.dark, c.deep)),
      led(s, 170, 626, 5, side ? '#ff5a52' : '#49d28c'),
    ].join('')
    return side ? flip(480, wing) : wing
  }),
  s.lift(
    8,
    14,
    0.3,
    path(
      'M372 360Q390 320 480 316Q570 320 588 360L620 560Q622 640 560 660H400Q338 640 340 560Z',
      s.down(c.hi, c.light, c.base, c.darker),
    ),
  ),
  path('M410 360Q430 344 480 342Q530 344 550 360L566 470H394Z', s.down(c.base, c.dark)),
  ...[420, 540].map(
    (x) => box(x - 22, 560, 44, 34, 12, '#0c0d10') + disc(x, 577, 11, s.glow(['#05060a', '#35508f', '#0b0e1b'])),
  ),
  box(400, 640, 160, 30, 12, c.deep),
  s.lift(6, 8, 0.4, box(412, 650, 136, 120, 40, s.slant('#5a616b', '#15171a'))),
  lens(s, 480, 712, 50),
]

const mini: Style = (s, c) => [
  s.floor(480, 850, 330, 0.5),
  ...[
    [220, 260],
    [740, 260],
    [190, 660],
    [770, 660],
  ].map(([x = 0, y = 0], index) =>
    [
      line(`M480 460L${x} ${y}`, c.dark, 40),
      line(`M480 454L${x} ${y - 6}`, c.lighter, 10),
      disc(x, y, 152, '#2b303712'),
      disc(x, y, 152, 'none', `stroke="${c.base}" stroke-width="14"`),
      disc(x, y, 152, 'none', `stroke="${c.hi}" stroke-width="3" opacity="0.7"`),
      group(
        `rotate(${index * 37 + 20} ${x} ${y})`,
        path(
          `M${x} ${y - 10}Q${x - 70} ${y - 30} ${x - 138} ${y - 6}Q${x - 70} ${y + 16} ${x} ${y + 10}Q${x + 70} ${y + 30} ${x + 138} ${y + 6}Q${x + 70} ${y - 16} ${x} ${y - 10}Z`,
          s.slant('#5a616b', '#15171a'),
        ),
      ),
      disc(x, y, 24, s.slant('#e9ecef', '#6f7780')),
      led(s, x, y, 5, index < 2 ? '#ff5a52' : '#49d28c'),
    ].join(''),
  ),
  s.lift(
    8,
    14,
    0.34,
    path('M400 300Q480 260 560 300L600 560Q590 650 480 664Q370 650 360 560Z', s.slant(c.hi, c.light, c.base, c.darker)),
  ),
  path('M420 330Q480 300 540 330L550 440H410Z', s.down('#2b3037', '#0c0d10')),
  line('M440 520h80', c.detail, 8),
  lens(s, 480, 600, 40),
]

export const drone: Style[] = [folding, mini]
