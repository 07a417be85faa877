import type { Palette } from '../palette.ts'
import { cord } from '../parts.ts'
import { box, group, line, path, repeat } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

/** A USB-C plug pointing right from the cable end at (0, 0). */
function plugC(s: Studio, c: Palette): string {
  return s.lift(
    6,
    8,
    0.3,
    path('M-40 -10H0V10H-40Z', s.down(c.light, c.dark)),
    box(-6, -34, 130, 68, 18, s.down(c.hi, c.light, c.base, c.darker)),
    box(120, -22, 62, 44, 20, s.down('#f4f6f8', '#c4c9cf', '#7b838c')),
    box(128, -12, 54, 24, 12, '#24282d'),
    line('M30 -2h56', c.detail, 4),
  )
}

function plugA(s: Studio, c: Palette): string {
  return s.lift(
    6,
    8,
    0.3,
    path('M-40 -11H0V11H-40Z', s.down(c.light, c.dark)),
    box(-6, -48, 138, 96, 20, s.down(c.hi, c.light, c.base, c.darker)),
    box(128, -36, 100, 72, 6, s.down('#f4f6f8', '#d5d9de', '#8b929b')),
    box(160, -22, 20, 16, 3, '#565d66'),
    box(160, 6, 20, 16, 3, '#565d66'),
    line('M30 0h60', c.detail, 4),
  )
}

/** A coil of turns slightly out of register, as a fresh cable lies. */
function coil(colour: string, width: number, braid: string): string {
  return repeat(4, (index) => {
    const r = 236 - index * 15
    const cx = 480 + (index % 2 ? 9 : -7)
    const cy = 420 + index * 5
    const d = `M${cx - r} ${cy}a${r} ${r * 0.96} 0 1 0 ${r * 2} 0a${r} ${r * 0.96} 0 1 0 ${-r * 2} 0`
    return cord(d, colour, width) + (braid ? line(d, braid, width - 4, 'stroke-dasharray="3 7"') : '')
  })
}

const plain: Style = (s, c) => [
  s.blur(20, group('translate(0 24)', line('M250 420a230 220 0 1 0 460 0a230 220 0 1 0 -460 0', '#161c2844', 60))),
  coil(c.light, 24, ''),
  cord('M262 500Q230 740 330 800', c.light, 24),
  cord('M700 480Q800 600 760 690', c.light, 24),
  group('translate(330 800) rotate(8)', plugA(s, c)),
  group('translate(756 694) rotate(104)', plugC(s, c)),
  s.lift(4, 6, 0.3, box(430, 150, 90, 150, 20, s.across(c.darker, c.base, c.darker))),
  line('M446 180h58M446 270h58', c.detail, 4),
]

const braided: Style = (s, c) => [
  s.blur(20, group('translate(0 24)', line('M250 420a230 220 0 1 0 460 0a230 220 0 1 0 -460 0', '#161c2844', 60))),
  coil(c.base, 28, `${c.hi}66`),
  cord('M262 500Q220 730 350 790', c.base, 28),
  cord('M702 480Q800 600 764 690', c.base, 28),
  line('M262 500Q220 730 350 790M702 480Q800 600 764 690', `${c.hi}66`, 24, 'stroke-dasharray="3 7"'),
  group('translate(350 790) rotate(10)', plugC(s, c)),
  group('translate(760 694) rotate(104)', plugC(s, c)),
  s.lift(4, 6, 0.3, box(436, 156, 76, 140, 10, s.across('#1b1e22', '#4a5058', '#1b1e22'))),
]

/** Two straight lengths ending in plugs, for display and adapter cables. */
const video: Style = (s, c) => [
  s.floor(480, 860, 300, 0.6),
  cord('M300 420Q290 760 480 780T660 420', c.base, 34),
  line('M300 420Q290 760 480 780T660 420', `${c.hi}44`, 30, 'stroke-dasharray="3 8"'),
  ...[300, 660].map((x) =>
    s.lift(
      8,
      12,
      0.3,
      path(`M${x - 22} 400H${x + 22}L${x + 18} 470H${x - 18}Z`, s.stripes(12, 6, c.deep)),
      path(
        `M${x - 78} 210H${x + 78}V350Q${x + 60} 410 ${x + 20} 414H${x - 20}Q${x - 60} 410 ${x - 78} 350Z`,
        s.across(c.darker, [0.15, c.lighter], [0.5, c.base], c.deep),
      ),
      path(`M${x - 66} 100H${x + 66}V220H${x - 66}Z`, s.across('#c49a3c', '#fff0c2', '#d9ad4f', '#8f6a1e')),
      box(x - 30, 130, 18, 24, 3, '#7a5a18'),
      box(x + 12, 130, 18, 24, 3, '#7a5a18'),
      line(`M${x - 36} 290h72M${x - 22} 312h44`, c.detail, 5),
    ),
  ),
]

export const cable: Style[] = [plain, braided, video]
