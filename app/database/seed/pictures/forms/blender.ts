import { box, disc, line, oval, path, repeat } from '../shapes.ts'
import type { Style } from '../studio.ts'

const blenderJug: Style = (s, c) => [
  s.floor(480, 884, 210),
  path('M400 78H560L570 130H390Z', s.down('#3b4149', '#15171a')),
  box(340, 118, 280, 46, 16, s.down('#3b4149', '#101215')),
  line('M640 220Q760 220 750 350T640 500', '#d9e6ee', 34, 'opacity="0.85"'),
  line('M640 214Q764 214 754 346T640 494', '#ffffff', 6),
  path('M330 160H650L612 590H368Z', s.across('#b9cfdbcc', [0.15, '#f4fafdcc'], [0.5, '#dcebf2aa'], '#9db8c6cc')),
  path('M350 330Q480 300 632 330L612 584H372Z', s.down('#ff8a5c', '#e0455b')),
  path('M350 330Q420 350 490 332T632 330Q560 306 480 310T350 330Z', '#ffb08a'),
  repeat(5, (index) => line(`M560 ${360 + index * 44}h${index % 2 ? 24 : 40}`, '#ffffffcc', 4)),
  path('M440 584L400 540L480 568L560 540L520 584Z', s.down('#f4f6f8', '#6f7780')),
  path('M370 190L400 560H424L410 190Z', '#ffffff99'),
  box(360, 584, 240, 40, 10, s.across('#15171a', '#5a616b', '#15171a')),
  s.lift(
    4,
    10,
    0.24,
    path(
      'M350 620H610L668 830Q674 874 634 876H326Q286 874 292 830Z',
      s.across(c.darker, [0.1, c.lighter], [0.35, c.light], [0.8, c.base], c.deep),
    ),
  ),
  disc(480, 740, 58, s.slant('#f8f9fb', '#8b929b')),
  disc(480, 740, 46, s.slant('#c4c9cf', '#f4f6f8')),
  line('M480 702v24', '#22262b', 8),
  box(300, 860, 360, 16, 8, c.deep),
]

const grinderSet: Style = (s, c) => [
  s.floor(360, 880, 240),
  s.floor(740, 880, 130, 0.8),
  box(270, 150, 190, 40, 14, s.down('#3b4149', '#101215')),
  line('M476 250Q570 240 564 350T474 440', '#22262b', 26),
  s.lift(
    2,
    6,
    0.2,
    path(
      'M250 186H484L456 520H276Z',
      s.across('#8b929b', [0.15, '#f8f9fb'], [0.4, '#d9dee3'], [0.8, '#aab1b9'], '#6f7780'),
    ),
  ),
  path('M276 210L298 500H320L306 210Z', '#ffffffcc'),
  box(268, 516, 196, 36, 8, s.across('#15171a', '#5a616b', '#15171a')),
  s.lift(
    4,
    10,
    0.24,
    path(
      'M180 620Q186 552 260 550H470Q544 552 550 620L566 820Q568 872 520 874H210Q162 872 164 820Z',
      s.across(c.darker, [0.1, c.lighter], [0.35, c.light], [0.8, c.base], c.deep),
    ),
  ),
  path('M190 640Q360 600 540 640L544 690Q360 650 186 690Z', '#ffffff44'),
  disc(365, 760, 54, s.slant('#f8f9fb', '#6f7780')),
  disc(365, 760, 42, s.slant('#3b4149', '#101215')),
  line('M365 726v22', '#ffffff', 7),
  box(652, 560, 176, 36, 14, s.down('#3b4149', '#101215')),
  s.lift(
    2,
    6,
    0.2,
    path(
      'M650 594H830L812 850Q810 874 786 874H694Q670 874 668 850Z',
      s.across('#8b929b', [0.18, '#f8f9fb'], [0.45, '#d9dee3'], '#6f7780'),
    ),
  ),
  box(690, 470, 100, 94, 30, s.across('#b9cfdbcc', '#f4fafdcc', '#9db8c6cc')),
]

const handBlender: Style = (s, c) => [
  s.floor(360, 886, 110, 0.8),
  s.floor(690, 876, 170, 0.8),
  s.lift(
    6,
    12,
    0.26,
    path(
      'M300 120Q304 80 360 78Q416 80 420 120L412 430Q410 470 360 472Q310 470 308 430Z',
      s.across(c.darker, [0.14, c.hi], [0.38, c.light], [0.75, c.base], c.deep),
    ),
  ),
  box(334, 180, 52, 120, 26, s.across('#15171a', '#4a5058', '#15171a')),
  disc(360, 212, 17, s.slant('#f4f6f8', '#8b929b')),
  disc(360, 262, 17, s.slant('#ffb347', '#c9741c')),
  box(316, 460, 88, 40, 12, s.across('#15171a', '#5a616b', '#15171a')),
  path('M330 498H390L384 760H336Z', s.across('#6f7780', [0.2, '#f8f9fb'], [0.5, '#c4c9cf'], '#565d66')),
  path(
    'M336 756H384Q400 800 430 830V874H290V830Q320 800 336 756Z',
    s.across('#6f7780', [0.2, '#f8f9fb'], [0.5, '#c4c9cf'], '#565d66'),
  ),
  ...[322, 360, 398].map((x) => oval(x, 850, 12, 18, '#22262b')),
  path(
    'M560 470H820L796 850Q794 870 770 872H610Q586 870 584 850Z',
    s.across('#b9cfdbcc', [0.15, '#f4fafddd'], [0.5, '#dcebf2aa'], '#9db8c6cc'),
  ),
  path('M570 640Q690 618 810 642L796 846Q794 866 770 868H610Q586 866 584 846Z', s.down('#9be15d', '#3f9b4f')),
  repeat(5, (index) => line(`M760 ${520 + index * 56}h${index % 2 ? 18 : 32}`, '#8b929b', 4)),
  path('M590 490L608 850H634L616 490Z', '#ffffff88'),
  path('M556 456H824Q832 470 820 478H560Q548 470 556 456Z', s.down('#f4f6f8', '#aab1b9')),
]

export const blender: Style[] = [blenderJug, grinderSet, handBlender]
