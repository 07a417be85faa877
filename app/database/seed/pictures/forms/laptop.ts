import type { Palette } from '../palette.ts'
import { keysOn, rim } from '../parts.ts'
import { screen } from '../screens.ts'
import { box, disc, fade, line, path, polygon, type Quad, repeat, surface } from '../shapes.ts'
import type { Studio, Style } from '../studio.ts'

const keyRows = [
  Array(14).fill(1),
  [...Array(13).fill(1), 1.8],
  [1.5, ...Array(12).fill(1), 1.2],
  [1.8, ...Array(11).fill(1), 1.9],
  [2.2, ...Array(10).fill(1), 2.4],
  [1, 1, 1.2, 5.4, 1.2, 1, 1, 1],
] as number[][]

/** Windows of a desktop, so that the display does not look like a photograph stuck on it. */
function desktop(s: Studio, x: number, y: number, w: number, h: number): string {
  const bar = h * 0.075
  return [
    s.lift(
      8,
      10,
      0.35,
      box(x + w * 0.08, y + h * 0.14, w * 0.46, h * 0.56, 10, '#f7f9fbf2'),
      box(x + w * 0.08, y + h * 0.14, w * 0.46, 22, 10, '#e3e8ed'),
    ),
    repeat(3, (index) =>
      disc(x + w * 0.08 + 16 + index * 14, y + h * 0.14 + 11, 4, ['#ff7b6b', '#f5bd4f', '#5fc46b'][index] ?? ''),
    ),
    box(x + w * 0.11, y + h * 0.24, w * 0.17, h * 0.4, 6, s.slant('#cfe8dd', '#0b6b4f')),
    repeat(6, (index) =>
      box(
        x + w * 0.31,
        y + h * 0.25 + index * h * 0.062,
        w * ([0.18, 0.13, 0.2, 0.16, 0.19, 0.1][index] ?? 0.1),
        h * 0.026,
        3,
        '#c3ccd5',
      ),
    ),
    box(x, y + h - bar, w, bar, 0, '#0a1420a6'),
    repeat(7, (index) =>
      box(
        x + w / 2 - 7 * bar * 0.5 + index * bar * 1.0,
        y + h - bar * 0.8,
        bar * 0.6,
        bar * 0.6,
        bar * 0.15,
        ['#4cc38a', '#ffc46b', '#7fb3ff', '#ff9aa8', '#c9a6ff', '#8fe0e6', '#e8ebef'][index] ?? '',
      ),
    ),
  ].join('')
}

function lid(
  s: Studio,
  c: Palette,
  x: number,
  y: number,
  w: number,
  h: number,
  bezel: number,
  variety: number,
): string {
  return [
    box(x, y, w, h, 20, s.across(c.darker, [0.01, c.hi], [0.99, c.base], c.deep)),
    box(x + 4, y + 4, w - 8, h - 4, 17, '#0a0b0d'),
    screen(s, x + bezel, y + bezel + 4, w - bezel * 2, h - bezel * 2 - 12, 5, variety),
    desktop(s, x + bezel, y + bezel + 4, w - bezel * 2, h - bezel * 2 - 12),
    disc(x + w / 2, y + bezel * 0.55 + 2, 3.4, '#262b32'),
    rim(x, y, w, h, 20, c, 2),
  ].join('')
}

/** The keyboard half lying towards the viewer. */
function deck(s: Studio, c: Palette, key: { cap: string; edge: string; glow?: string }): string {
  const keys: Quad = [
    [202, 640],
    [758, 640],
    [800, 752],
    [160, 752],
  ]
  const caps = keysOn(keys, keyRows, 0.006, 0.014)
  return [
    path('M140 622H820L910 812Q914 824 902 826H58Q46 824 50 812Z', s.down(c.dark, [0.12, c.base], [1, c.light])),
    path('M140 622H820L824 630H136Z', c.deep),
    path(polygon(keys), `${c.deep}88`),
    key.glow ? s.blur(5, path(caps, key.glow)) : '',
    path(caps, key.edge, 'transform="translate(0 1.5)"'),
    path(caps, key.cap),
    path('M372 766H588L598 806H362Z', s.down(c.dark, c.light), `stroke="${c.darker}" stroke-width="1.5"`),
    path(
      'M50 812Q46 824 58 826H902Q914 824 910 812L916 824Q916 846 890 846H70Q44 846 44 824Z',
      s.down(c.lighter, c.dark, c.deep),
    ),
    path('M410 822H550Q546 834 534 834H426Q414 834 410 822Z', s.down(c.deep, c.dark)),
  ].join('')
}

const thin: Style = (s, c) => [
  s.floor(480, 852, 450),
  s.lift(0, 14, 0.18, lid(s, c, 132, 142, 696, 482, 16, 3)),
  deck(s, c, {
    cap: c.isDark ? s.down('#2b3037', '#1b1e23') : s.down('#3d434b', '#2a2f36'),
    edge: c.isDark ? '#0a0b0d' : '#1b1f24',
  }),
]

const rainbow = (s: Studio) => s.across('#ff4d6d', '#ffb347', '#6ee787', '#3ec5ff', '#a06bff', '#ff4dc4')

const gaming: Style = (s, c) => [
  s.floor(480, 858, 450),
  s.blur(26, box(80, 820, 800, 40, 20, rainbow(s), 'opacity="0.6"')),
  path('M150 612L170 590H790L810 612Z', s.down(c.light, c.deep)),
  s.lift(0, 14, 0.2, lid(s, c, 126, 130, 708, 470, 18, 1)),
  path('M380 600H580L596 624H364Z', s.down(c.deep, c.dark)),
  deck(s, c, { cap: '#14161af0', edge: rainbow(s), glow: rainbow(s) }),
  box(74, 838, 812, 5, 2.5, rainbow(s)),
  path('M44 824L60 858H900L916 824V832L904 866H56L44 832Z', s.down(c.dark, c.deep)),
  repeat(5, (index) => line(`M${190 + index * 14} 604l-6 12M${770 - index * 14} 604l6 12`, c.deep, 4)),
]

/** Seen from the right rear corner of the desk: lid leaning back, ports on the near edge. */
const angled: Style = (s, c) => {
  const panel: Quad = [
    [264, 138],
    [842, 186],
    [812, 640],
    [254, 584],
  ]
  const at = surface(panel)
  const keys: Quad = [
    [288, 626],
    [742, 668],
    [640, 786],
    [176, 730],
  ]
  const inset = (u: number, v: number) => at(u, v)
  const caps = keysOn(keys, keyRows, 0.007, 0.016)
  const glass = polygon([inset(0.025, 0.04), inset(0.975, 0.04), inset(0.975, 0.93), inset(0.025, 0.93)])
  return [
    fade(0.35, s.blur(22, path('M100 770L690 860L840 660L830 700L700 880L120 800Z', '#161c28'))),
    fade(0.5, s.blur(5, path('M104 760L688 846L822 660V668L690 862L108 784Z', '#161c28'))),
    s.lift(
      0,
      12,
      0.2,
      path(polygon(panel), s.slant(c.hi, c.darker), `stroke="${c.dark}" stroke-width="9" stroke-linejoin="round"`),
    ),
    path(
      polygon([inset(0.006, 0.01), inset(0.994, 0.01), inset(0.994, 0.99), inset(0.006, 0.99)]),
      '#0a0b0d',
      'stroke="#0a0b0d" stroke-width="4" stroke-linejoin="round"',
    ),
    s.clip(
      path(glass, '#000'),
      `<g transform="matrix(0.578 0.048 -0.012 0.452 ${264 + 8} ${138 + 8})">${screen(s, 0, 0, 1000, 1000, 0, 0)}${desktop(s, 0, 0, 1000, 960)}</g>`,
    ),
    path('M254 584L812 640L690 818Q684 828 670 826L112 752Q96 748 106 736Z', s.slant(c.hi, c.base, c.light)),
    path(polygon(keys), `${c.deep}66`),
    path(caps, c.isDark ? '#101215' : '#23272d'),
    path(caps, c.isDark ? '#2a2f36' : '#3a4048', 'transform="translate(0 -2)"'),
    path('M312 756L476 776L440 812L276 790Z', s.slant(c.base, c.light), `stroke="${c.dark}" stroke-width="1.5"`),
    path(
      'M106 736Q96 748 112 752L670 826Q684 828 690 818L812 640V654L694 834Q688 846 672 844L110 776Q96 772 100 756Z',
      s.across(c.light, c.base, [0.8, c.dark], c.deep),
    ),
    line('M788 690l-14 21M762 728l-22 33', '#0a0b0d', 6),
    line('M786 693l-10 15', '#7f8790', 2),
  ]
}

export const laptop: Style[] = [thin, gaming, angled]
