import { cord, led } from '../parts.ts'
import { box, disc, frame, group, line, oval, path, repeat, ring } from '../shapes.ts'
import type { Style } from '../studio.ts'

const studio: Style = (s, c) => [
  s.floor(480, 884, 210),
  oval(480, 866, 200, 26, s.down(c.light, c.deep)),
  oval(480, 856, 200, 26, s.slant(c.hi, c.base, c.dark)),
  box(466, 660, 28, 200, 8, s.across('#6f7780', '#f1f3f5', '#9aa2ab', '#565d66')),
  line('M300 360V560Q300 680 480 682Q660 680 660 560V360', s.across('#565d66', '#e9ecef', '#6f7780'), 20),
  s.lift(4, 12, 0.24, box(350, 90, 260, 300, 128, s.across('#4a5058', [0.25, '#e9ecef'], [0.5, '#aab1b9'], '#3b4149'))),
  box(358, 98, 244, 284, 120, s.stripes(10, 4, '#15171ab0', 45)),
  box(358, 98, 244, 284, 120, s.stripes(10, 4, '#15171a90', -45)),
  box(358, 98, 244, 284, 120, s.across('#00000077', [0.3, '#ffffff33'], [0.6, '#ffffff00'], '#00000088')),
  box(344, 350, 272, 34, 10, s.barrel(c)),
  path('M350 380H610L596 600Q590 630 560 630H400Q370 630 364 600Z', s.barrel(c)),
  led(s, 480, 430, 5, '#49d28c'),
  disc(480, 510, 34, s.slant(c.hi, c.deep)),
  disc(480, 510, 27, s.slant(c.light, c.dark)),
  line('M480 510V488', c.detail, 5),
  disc(300, 440, 24, s.slant(c.light, c.deep)),
  disc(660, 440, 24, s.slant(c.light, c.deep)),
]

const wireless: Style = (s, c) => [
  s.floor(480, 850, 320),
  s.lift(6, 12, 0.26, box(170, 470, 620, 370, 84, s.down(c.hi, [0.08, c.light], [0.5, c.base], c.darker))),
  box(196, 494, 568, 200, 56, s.down(c.deep, c.dark)),
  ...[300, 660].map((cx) =>
    group(
      `translate(${cx - 84} 250)`,
      s.lift(6, 10, 0.34, box(0, 60, 168, 330, 44, s.slant(c.light, c.base, c.darker))),
      s.lift(
        4,
        6,
        0.3,
        disc(
          84,
          76,
          68,
          s.glow(
            [
              [0, '#6f7780'],
              [1, '#1b1e22'],
            ],
            0.4,
            0.35,
          ),
        ),
      ),
      disc(84, 76, 68, s.dots(7, 2.6, '#0c0d10aa')),
      box(50, 176, 68, 68, 18, s.down('#101215', '#24282e')),
      line('M66 210h6v-14M84 226v-32M102 216v-14', '#49d28c', 6),
      led(s, 84, 280, 5, '#49b0ff'),
    ),
  ),
  group(
    'translate(420 330)',
    s.lift(6, 10, 0.34, box(0, 0, 120, 230, 28, s.slant(c.light, c.base, c.darker))),
    box(14, 20, 92, 110, 14, '#08090b'),
    repeat(4, (index) =>
      box(26 + index * 18, 90 - index * 14, 10, 24 + index * 14, 3, index > 2 ? '#f5a524' : '#49d28c'),
    ),
  ),
  path('M196 640H764V660Q760 700 700 700H260Q200 700 196 660Z', s.down(c.light, c.base)),
  led(s, 440, 770, 5, '#49d28c'),
  led(s, 467, 770, 5, '#49d28c'),
  led(s, 494, 770, 5, '#49d28c'),
  led(s, 521, 770, 5, '#3b4149'),
]

const desktop: Style = (s, c) => [
  s.floor(480, 882, 190),
  path('M310 858Q310 836 480 834Q650 836 650 858V868Q650 882 480 884Q310 882 310 868Z', s.down(c.hi, c.base, c.deep)),
  box(462, 640, 36, 206, 10, s.barrel(c)),
  s.lift(4, 12, 0.24, box(330, 110, 300, 560, 146, s.barrel(c))),
  box(344, 124, 272, 330, 132, '#0f1114'),
  box(344, 124, 272, 330, 132, s.dots(13, 4, '#5a616b')),
  box(344, 124, 272, 330, 132, s.across('#00000088', [0.28, '#ffffff30'], [0.55, '#ffffff00'], '#00000099')),
  frame(344, 124, 272, 330, 132, s.down('#ff4dc4', '#7a5cff', '#3ec5ff'), 6),
  disc(480, 560, 44, s.slant(c.hi, c.deep)),
  disc(480, 560, 36, s.slant(c.light, c.dark)),
  ring(480, 560, 52, '#49d28c', 4),
  oval(480, 110, 40, 8, `${c.hi}88`),
]

const lavalier: Style = (s, c) => [
  s.floor(480, 872, 300, 0.4),
  cord('M330 420Q330 600 480 620T700 560Q800 460 720 360T500 360Q420 440 520 520T760 640Q820 760 700 800', c.base, 13),
  s.lift(
    8,
    10,
    0.32,
    disc(
      330,
      250,
      104,
      s.glow(
        [
          [0, '#5a616b'],
          [0.7, '#2b3037'],
          [1, '#15171a'],
        ],
        0.4,
        0.36,
      ),
    ),
  ),
  disc(330, 250, 104, s.dots(9, 3.2, '#0a0b0dbb')),
  box(298, 340, 64, 120, 18, s.across(c.darker, c.lighter, c.base, c.deep)),
  s.lift(4, 6, 0.3, path('M250 392H420Q440 394 440 412Q440 430 420 430H250Z', s.down('#f4f6f8', '#8b929b'))),
  path('M250 392L214 400V424L250 430Z', s.down('#d5d9de', '#6f7780')),
  s.lift(6, 8, 0.32, box(650, 740, 150, 96, 24, s.slant(c.light, c.deep))),
  led(s, 700, 776, 5, '#49d28c'),
  box(700, 800, 60, 10, 5, c.detail),
  box(794, 774, 30, 28, 6, s.down(c.light, c.deep)),
  box(820, 780, 80, 16, 7, s.down('#fff0c2', '#d9ad4f', '#8f6a1e')),
]

export const microphone: Style[] = [studio, wireless, desktop, lavalier]
