import { led } from '../parts.ts'
import { box, group, line, oval, path, repeat } from '../shapes.ts'
import type { Style } from '../studio.ts'

const office: Style = (s, c) => [
  s.blur(26, oval(490, 560, 230, 330, '#161c2855')),
  s.lift(
    10,
    16,
    0.3,
    path(
      'M250 420Q256 100 480 96Q704 100 710 420L700 640Q680 864 480 866Q280 864 260 640Z',
      s.across(c.darker, [0.08, c.dark], [0.28, c.lighter], [0.5, c.light], [0.8, c.base], c.deep),
    ),
  ),
  path(
    'M268 420Q272 116 474 112V440Q360 440 268 400ZM692 420Q688 116 486 112V440Q600 440 692 400Z',
    s.slant(c.hi, c.light, c.base),
  ),
  path('M262 470Q480 540 698 470L690 640Q670 852 480 854Q290 852 270 640Z', s.down(c.light, c.base, c.dark)),
  s.lift(2, 4, 0.4, box(450, 190, 60, 150, 30, '#0c0d10')),
  box(458, 200, 44, 130, 22, s.across('#101215', '#6f7780', '#101215')),
  repeat(9, (index) => line(`M460 ${212 + index * 13}h40`, '#0a0b0d', 4)),
  box(466, 380, 28, 44, 14, s.down(c.dark, c.light)),
  line('M452 760h56', c.detail, 8),
  path('M310 220Q340 150 420 134Q360 200 340 330Z', `${c.hi}66`),
]

const gaming: Style = (s, c) => [
  s.blur(26, oval(480, 560, 230, 330, '#161c2866')),
  line('M480 100Q480 50 540 40', '#15171a', 16),
  s.lift(
    10,
    16,
    0.34,
    path(
      'M290 180Q300 96 470 92V92H490Q660 96 670 180L700 420Q690 520 672 600Q690 800 480 868Q270 800 288 600Q270 520 260 420Z',
      s.across(c.deep, [0.15, c.base], [0.4, c.lighter], [0.7, c.base], c.deep),
    ),
  ),
  path(
    'M300 190Q310 110 462 106L456 430L276 470L274 420ZM660 190Q650 110 498 106L504 430L684 470L686 420Z',
    s.slant(c.light, c.base, c.dark),
  ),
  path('M470 104H490L500 460L480 490L460 460Z', '#050607'),
  box(458, 200, 44, 140, 20, s.across('#101215', '#5a616b', '#101215')),
  ...[200, 332].map((y) => box(458, y, 44, 8, 4, '#3ec5ff')),
  box(466, 370, 28, 34, 8, '#2b3037'),
  path('M300 600Q320 700 480 716Q640 700 660 600L668 640Q660 790 480 850Q300 790 292 640Z', s.down(c.dark, c.deep)),
  path('M480 590L530 690L480 668L430 690Z', s.down('#ff4dc4', '#7a5cff', '#3ec5ff')),
  s.blur(14, path('M480 590L530 690L480 668L430 690Z', '#7a5cff')),
  line('M296 620Q300 770 480 838Q660 770 664 620', s.across('#ff4dc4', '#7a5cff', '#3ec5ff'), 7),
  path('M262 440L276 480L290 600L276 560Z', '#ffffff22'),
  box(256, 380, 22, 70, 10, s.down(c.light, c.deep)),
  box(260, 470, 20, 70, 10, s.down(c.light, c.deep)),
]

const ergonomic: Style = (s, c) => [
  s.floor(490, 820, 320),
  s.lift(
    8,
    16,
    0.28,
    path(
      'M190 760Q150 520 330 330Q470 190 600 250Q770 340 812 700Q816 800 730 806H250Q200 806 190 760Z',
      s.slant(c.hi, c.light, c.base, c.deep),
    ),
  ),
  path(
    'M190 760Q170 600 270 450Q300 640 470 690Q620 720 806 706Q812 800 730 806H250Q200 806 190 760Z',
    s.slant(c.darker, c.deep),
  ),
  path(
    'M190 760Q170 600 270 450Q300 640 470 690Q620 720 806 706Q812 800 730 806H250Q200 806 190 760Z',
    s.stripes(14, 4, '#00000033', 30),
  ),
  path('M430 250Q530 210 610 260Q700 320 750 430L560 470Q500 330 430 250Z', `${c.hi}44`),
  line('M440 246Q540 330 566 480L772 476', c.deep, 4),
  group(
    'rotate(-24 520 320)',
    s.lift(2, 4, 0.4, box(496, 262, 44, 120, 22, '#0c0d10')),
    box(503, 270, 30, 104, 15, s.across('#101215', '#8b929b', '#101215')),
  ),
  group(
    'rotate(30 330 540)',
    box(300, 500, 100, 34, 17, s.down(c.light, c.deep)),
    box(300, 546, 100, 34, 17, s.down(c.light, c.deep)),
  ),
  led(s, 640, 620, 5, '#49d28c'),
]

export const mouse: Style[] = [office, gaming, ergonomic]
