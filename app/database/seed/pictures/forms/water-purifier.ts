import { led } from '../parts.ts'
import { digits } from '../screens.ts'
import { box, disc, line, oval, path, repeat } from '../shapes.ts'
import type { Style } from '../studio.ts'

const wallUnit: Style = (s, c) => [
  s.floor(480, 882, 240),
  s.lift(
    4,
    12,
    0.22,
    path(
      'M270 120Q270 76 320 76H640Q690 76 690 120V830Q690 876 640 876H320Q270 876 270 830Z',
      s.across(c.darker, [0.06, c.lighter], [0.25, c.light], [0.75, c.base], c.darker),
    ),
  ),
  path('M300 130Q300 106 330 106H630Q660 106 660 130V520H300Z', s.slant('#1b2a38', '#0c141c')),
  path('M320 300Q400 280 480 304T640 298V510H320Z', s.down('#8fd3ffcc', '#2f8fe0cc')),
  path('M320 300Q400 280 480 304T640 298Q560 322 480 318T320 300Z', '#dff3ff'),
  path('M320 126H430L360 520H320Z', '#ffffff22'),
  repeat(12, (index) => disc(340 + ((index * 61) % 280), 350 + ((index * 43) % 150), 3 + (index % 3) * 2, '#ffffff77')),
  repeat(3, (index) => led(s, 440 + index * 40, 160, 5, ['#49d28c', '#49b0ff', '#f5a524'][index] ?? '')),
  box(330, 560, 300, 250, 24, s.down(c.deep, c.darker)),
  box(350, 786, 260, 40, 10, s.stripes(12, 5, '#8b929b', 90)),
  path('M450 560H510V590Q510 616 480 616Q450 616 450 590Z', s.across('#8b929b', '#f8f9fb', '#6f7780')),
  path('M472 616H488L486 690H474Z', '#8fd3ffcc'),
  path('M430 660H530L520 786H440Z', s.across('#cfe2eb99', '#ffffffaa', '#9db8c699')),
  path('M436 720H524L519 782H441Z', '#8fd3ffaa'),
  box(430, 836, 100, 12, 6, c.detail),
]

const filterTower: Style = (s, c) => [
  s.floor(480, 890, 220),
  s.lift(
    3,
    10,
    0.2,
    path('M300 130H660L640 430H320Z', s.across('#a9c4d2cc', [0.14, '#eef7fbdd'], [0.5, '#d9eaf3aa'], '#9db8c6dd')),
  ),
  path('M306 220Q400 204 480 224T654 218L640 424H320Z', s.down('#8fd3ffaa', '#4aa3e0aa')),
  box(286, 96, 388, 46, 20, s.down(c.hi, c.base, c.darker)),
  box(440, 76, 80, 28, 14, s.down(c.light, c.dark)),
  box(400, 300, 160, 120, 40, s.across('#f8f9fb', '#ffffff', '#c4c9cf')),
  repeat(5, (index) => line(`M416 ${326 + index * 18}h128`, '#c4c9cf', 4)),
  box(310, 424, 340, 50, 16, s.down(c.light, c.base, c.darker)),
  path('M330 474H630V820H330Z', s.across('#a9c4d2cc', [0.14, '#eef7fbdd'], [0.5, '#d9eaf3aa'], '#9db8c6dd')),
  path('M330 560Q400 544 480 562T630 558V820H330Z', s.down('#8fd3ffaa', '#2f8fe0aa')),
  path('M344 480H380V810H344Z', '#ffffff88'),
  box(310, 806, 340, 76, 20, s.down(c.light, c.base, c.deep)),
  box(446, 740, 68, 50, 14, s.down('#f4f6f8', '#8b929b')),
  path('M462 784H498L492 816H468Z', s.across('#6f7780', '#f4f6f8', '#6f7780')),
  disc(480, 756, 18, s.slant('#2f6fe0', '#16306b')),
]

const dispenser: Style = (s, c) => [
  s.floor(480, 896, 200),
  oval(480, 120, 110, 26, '#8fd3ff'),
  path(
    'M370 110Q370 66 480 64Q590 66 590 110V250H370Z',
    s.across('#5aa9dccc', [0.2, '#d9f0ffdd'], [0.5, '#a9d8f5cc'], '#3f86b0cc'),
  ),
  path('M370 170H590M370 210H590', 'none', 'stroke="#ffffff88" stroke-width="5"'),
  s.lift(
    4,
    12,
    0.22,
    path(
      'M320 270Q320 236 360 236H600Q640 236 640 270V860Q640 890 610 890H350Q320 890 320 860Z',
      s.across(c.darker, [0.06, c.lighter], [0.25, c.light], [0.75, c.base], c.darker),
    ),
  ),
  box(350, 280, 260, 70, 14, '#0b0d10'),
  digits('92', 376, 298, 32, '#ff8a5c'),
  digits('08', 530, 298, 32, '#8fd3ff'),
  box(360, 376, 240, 200, 18, s.down(c.deep, c.darker)),
  ...[
    [410, '#e0455b'],
    [480, '#f1f3f5'],
    [550, '#2f6fe0'],
  ].map(
    ([x, colour]) =>
      box(Number(x) - 20, 380, 40, 54, 10, s.down('#f4f6f8', '#8b929b')) + disc(Number(x), 406, 9, String(colour)),
  ),
  box(370, 556, 220, 18, 6, s.stripes(12, 5, '#8b929b', 90)),
  box(360, 620, 240, 230, 14, s.slant(c.light, c.base), `stroke="${c.darker}" stroke-width="3"`),
  box(376, 700, 12, 70, 6, c.deep),
]

export const waterPurifier: Style[] = [wallUnit, filterTower, dispenser]
