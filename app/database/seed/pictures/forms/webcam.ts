import { led, lens } from '../parts.ts'
import { box, disc, line, oval, path, ring } from '../shapes.ts'
import type { Style } from '../studio.ts'

const bar: Style = (s, c) => [
  s.floor(480, 820, 230),
  path('M370 560H590L640 780Q644 806 616 808H344Q316 806 320 780Z', s.across(c.deep, c.light, c.base, c.deep)),
  path('M360 640H600L606 670H354Z', `${c.deep}88`),
  s.lift(6, 14, 0.3, box(110, 260, 740, 300, 150, s.down(c.hi, [0.1, c.light], [0.6, c.base], c.deep))),
  box(130, 280, 700, 260, 130, s.slant('#24282e', '#0a0b0d')),
  lens(s, 480, 410, 120),
  ring(480, 410, 128, '#ffffff2b', 3),
  led(s, 650, 410, 6, '#49b0ff'),
  ...[220, 720].map((x) => box(x - 34, 392, 80, 36, 18, s.dots(9, 2.6, '#5a616b'))),
  path('M180 320Q240 290 480 290T780 320Q640 310 480 310T180 320Z', '#ffffff2b'),
]

const ball: Style = (s, c) => [
  s.floor(480, 858, 210),
  line('M600 836Q760 860 800 780T900 700', '#22262b', 14),
  oval(480, 832, 200, 34, s.down(c.light, c.deep)),
  path('M440 640H520L560 830H400Z', s.across(c.deep, c.light, c.dark)),
  s.lift(6, 14, 0.3, disc(480, 400, 270, s.slant(c.hi, c.light, c.base, c.deep))),
  disc(480, 400, 214, '#0b0c0f'),
  ring(480, 400, 190, s.slant('#fffdf2', '#ffe9b8'), 26),
  s.blur(16, ring(480, 400, 190, '#fff3cf', 22, 'opacity="0.8"')),
  lens(s, 480, 400, 140, '#5a3a86'),
  led(s, 480, 628, 5, '#49d28c'),
]

export const webcam: Style[] = [bar, ball]
