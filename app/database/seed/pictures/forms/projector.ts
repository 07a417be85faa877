import { led, lens } from '../parts.ts'
import { box, disc, group, line, oval, path, repeat } from '../shapes.ts'
import { cuboid, footing } from '../solid.ts'
import type { Style } from '../studio.ts'

const home: Style = (s, c) => [
  s.floor(480, 742, 420),
  box(160, 722, 60, 22, 8, '#1a1d21'),
  box(740, 722, 60, 22, 8, '#1a1d21'),
  path('M120 396Q126 372 156 370H804Q834 372 840 396L868 452H92Z', s.down(c.hi, c.light)),
  s.lift(
    4,
    8,
    0.18,
    path(
      'M92 452Q92 440 110 440H850Q868 440 868 452V690Q868 728 826 728H134Q92 728 92 690Z',
      s.down(c.light, c.base, [0.85, c.dark], c.darker),
    ),
  ),
  box(440, 392, 110, 26, 13, s.down(c.dark, c.light)),
  disc(580, 405, 12, s.slant(c.hi, c.dark)),
  disc(614, 405, 12, s.slant(c.hi, c.dark)),
  disc(300, 584, 128, s.slant(c.hi, c.darker)),
  disc(300, 584, 116, '#0b0c0f'),
  lens(s, 300, 584, 104, '#5a3a86'),
  box(480, 500, 340, 176, 18, s.down(c.dark, c.base)),
  repeat(9, (index) => box(498, 514 + index * 17, 304, 8, 4, c.deep)),
  led(s, 838, 470, 4, '#49b0ff'),
  line('M110 446H850', `${c.hi}`, 3),
]

const cube: Style = (s, c) => [
  footing(s, { x: 190, y: 300, w: 400, h: 500, depth: 260, right: [0.96, 0.12], back: [0.78, -0.2] }),
  cuboid(
    { x: 190, y: 300, w: 400, h: 500, depth: 260, right: [0.96, 0.12], back: [0.78, -0.2] },
    {
      front: [
        box(0, 0, 400, 500, 9, s.slant(c.light, c.base, c.dark)),
        box(18, 18, 364, 464, 24, s.slant('#1d2025', '#08090b')),
        lens(s, 200, 190, 128, '#2c6a86'),
        box(60, 360, 280, 90, 14, s.dots(13, 3.6, '#3a4048')),
        led(s, 350, 48, 4, '#49d28c'),
      ],
      side: [
        box(0, 0, 260, 500, 9, s.across(c.dark, c.darker)),
        repeat(14, (index) => box(30, 60 + index * 24, 180, 10, 5, c.deep)),
      ],
      top: [
        box(0, 0, 400, 260, 9, s.slant(c.hi, c.light)),
        disc(200, 130, 70, s.slant(c.base, c.lighter)),
        disc(200, 130, 60, s.slant(c.light, c.base)),
        line('M186 130h28M200 116v28', c.detail, 5),
      ],
    },
  ),
]

const portable: Style = (s, c) => [
  s.floor(480, 846, 270),
  path('M250 800L300 826H660L710 800L730 838Q730 848 716 848H244Q230 848 230 838Z', s.down(c.darker, c.deep)),
  group(
    'rotate(-8 480 500)',
    s.lift(6, 10, 0.22, box(238, 190, 484, 600, 150, s.barrel(c))),
    box(238, 330, 484, 8, 0, c.deep),
    box(260, 640, 440, 120, 50, s.dots(14, 4, c.deep)),
    oval(480, 240, 150, 34, s.down(c.hi, c.base)),
    disc(480, 472, 124, s.slant(c.hi, c.darker)),
    lens(s, 480, 472, 112, '#35508f'),
    led(s, 480, 620, 4, '#49d28c'),
  ),
  path('M196 470Q180 470 182 500L220 812H262L234 500Q230 472 214 470Z', s.across(c.darker, c.light, c.darker)),
  path('M764 470Q780 470 778 500L740 812H698L726 500Q730 472 746 470Z', s.across(c.dark, c.light, c.deep)),
]

export const projector: Style[] = [home, cube, portable]
