import { choice, flag, type Leaf, number, shownOnly } from './leaf.ts'

const connections: Record<string, [string, string]> = {
  wired: ['Wired', 'তারযুক্ত'],
  wireless: ['Wireless', 'ওয়্যারলেস'],
  bluetooth: ['Bluetooth', 'ব্লুটুথ'],
}

const keyboards: Leaf = {
  slug: 'keyboards',
  parentSlug: 'computer-accessories',
  name: { en: 'Keyboards', bn: 'কিবোর্ড' },
  description: { en: 'Office, Bangla and mechanical gaming keyboards.', bn: 'অফিস, বাংলা ও মেকানিক্যাল গেমিং কিবোর্ড।' },
  form: 'keyboard',
  colours: ['black', 'white'],
  specifications: [
    choice('connection', 'Connection', 'সংযোগ', connections),
    choice('keyType', 'Key type', 'কি-এর ধরন', {
      membrane: ['Membrane', 'মেমব্রেন'],
      mechanical: ['Mechanical', 'মেকানিক্যাল'],
      scissor: ['Scissor', 'সিজর'],
    }),
    flag('hasBangla', 'Bangla letters', 'বাংলা অক্ষর'),
    flag('hasLights', 'Backlight', 'ব্যাকলাইট'),
    number('keyCount', 'Keys', 'কি সংখ্যা'),
  ],
  columns: 'line model connection keyType hasBangla hasLights keyCount price colours',
  titles: [['{line} {connection} {keyType} Keyboard', '{line} {connection} {keyType} কিবোর্ড']],
  openings: [
    ['{name} types comfortably from the first page to the last.', '{name} দিয়ে প্রথম পাতা থেকে শেষ পাতা আরামে টাইপ করা যায়।'],
    [
      '{keyCount} well-spaced keys make {name} easy to learn.',
      '{keyCount}টি কি সুন্দর ফাঁকে সাজানো, তাই {name} সহজে আয়ত্তে আসে।',
    ],
    ['For work and play, {name} answers every press.', 'কাজ ও খেলায় প্রতিটি চাপে সাড়া দেয় {name}।'],
  ],
  details: [
    [
      'Bangla letters are printed beside the English ones.',
      'ইংরেজির পাশে বাংলা অক্ষর ছাপা আছে।',
      (s) => s.hasBangla === true,
    ],
    [
      'Mechanical switches last tens of millions of presses.',
      'মেকানিক্যাল সুইচ কয়েক কোটি চাপ সইতে পারে।',
      (s) => s.keyType === 'mechanical',
    ],
    ['The backlight shows the keys in the dark.', 'ব্যাকলাইটে অন্ধকারেও কি দেখা যায়।', (s) => s.hasLights === true],
    ['No cable on the desk.', 'টেবিলে তারের ঝামেলা নেই।', (s) => s.connection !== 'wired'],
    ['Spilled tea drains away underneath.', 'চা পড়লেও নিচ দিয়ে বেরিয়ে যায়।'],
  ],
  highlights: [
    ['{connection}', '{connection} সংযোগ'],
    ['{keyType} keys', '{keyType} কি'],
    ['Bangla letters', 'বাংলা অক্ষর', (s) => s.hasBangla === true],
    ['Backlit', 'ব্যাকলাইট', (s) => s.hasLights === true],
    ['{keyCount} keys', '{keyCount}টি কি'],
  ],
  warrantyMonths: () => 12,
  weightGrams: (s) => (s.keyType === 'mechanical' ? 1050 : 650),
  unofficialShare: 0.1,
  rows: `
@logitech
K120 | 920-002582 | wired | membrane | n | n | 104 | 790 | black
K120 Bangla | 920-008363 | wired | membrane | y | n | 104 | 890 | black
K380s | 920-011851 | bluetooth | scissor | n | n | 79 | 3490 | black white pink
MX Keys S | 920-011587 | bluetooth | scissor | n | y | 108 | 13490 | grey
G213 Prodigy | 920-008096 | wired | membrane | n | y | 104 | 5490 | black
G413 SE | 920-010442 | wired | mechanical | n | y | 104 | 6990 | black
Pop Keys | 920-010711 | bluetooth | mechanical | n | n | 85 | 9490 | pink
@a4tech
KRS-85 | KRS-85 | wired | membrane | y | n | 104 | 690 | black
FK10 Fstyler | FK10 | wired | membrane | y | n | 104 | 890 | black white
FBK30 | FBK30 | bluetooth | membrane | n | n | 108 | 1790 | black blue
Bloody B820R | B820R | wired | mechanical | n | y | 104 | 4290 | black
Bloody S98 | S98 | wired | mechanical | n | y | 98 | 4990 | black red
@fantech
K515 | K515 | wired | membrane | n | y | 104 | 1190 | black
MK910 Pantheon | MK910 | wired | mechanical | n | y | 100 | 3490 | black white
MAXFIT67 | MK858 | bluetooth | mechanical | n | y | 67 | 5490 | black white pink
ATOM TKL MK876 | MK876 | wired | mechanical | n | y | 87 | 2690 | black white
WK896 | WK896 | wireless | membrane | n | n | 104 | 1390 | black
@havit
KB275L | KB275L | wired | membrane | n | y | 104 | 1290 | black
KB871L | KB871L | wired | mechanical | n | y | 87 | 2590 | black
KB2006 | KB2006 | wired | membrane | y | n | 104 | 650 | black
@rapoo
V500 Pro | RP-V500 | wired | mechanical | n | y | 87 | 2790 | black
E9050G | RP-E9050 | bluetooth | scissor | n | n | 78 | 2990 | black white
NK1900 | RP-NK1900 | wired | membrane | y | n | 104 | 750 | black
@redragon
K552 Kumara | K552 | wired | mechanical | n | y | 87 | 3290 | black white
K617 Fizz | K617 | wired | mechanical | n | y | 61 | 3190 | white pink
@razer
BlackWidow V4 X | RZ03-0470 | wired | mechanical | n | y | 104 | 14490 | black
Ornata V3 | RZ03-0446 | wired | membrane | n | y | 104 | 7490 | black
@hp
125 | 266C9AA | wired | membrane | n | n | 104 | 890 | black
@asus
TUF Gaming K1 | RA04-K1 | wired | membrane | n | y | 104 | 4690 | black
@walton
WKG007 | WKG007 | wired | mechanical | n | y | 87 | 2190 | black
WKS010WB Bangla | WKS010 | wired | membrane | y | n | 104 | 550 | black
`,
}

const mice: Leaf = {
  slug: 'mice',
  parentSlug: 'computer-accessories',
  name: { en: 'Mice', bn: 'মাউস' },
  description: { en: 'Everyday, silent and gaming mice.', bn: 'প্রতিদিনের, নিঃশব্দ ও গেমিং মাউস।' },
  form: 'mouse',
  colours: ['black', 'grey'],
  specifications: [
    choice('connection', 'Connection', 'সংযোগ', connections),
    number('dpi', 'Sensitivity', 'সেনসিটিভিটি', 'DPI', 'ডিপিআই'),
    flag('isGaming', 'Gaming', 'গেমিং'),
    flag('isSilent', 'Silent clicks', 'নিঃশব্দ ক্লিক'),
    number('buttonCount', 'Buttons', 'বাটন সংখ্যা'),
  ],
  columns: 'line model connection dpi isGaming isSilent buttonCount price colours',
  titles: [['{line} {connection} Mouse', '{line} {connection} মাউস']],
  openings: [
    ['{name} sits well in the hand, even after hours.', 'ঘণ্টার পর ঘণ্টা চালালেও হাতে আরাম দেয় {name}।'],
    ['Precise at {dpi} DPI, {name} follows every small move.', '{dpi} ডিপিআইয়ের {name} ছোট নড়াচড়াও ঠিক ধরে।'],
    ['{name} works on most desks without a pad.', 'মাউসপ্যাড ছাড়াই বেশির ভাগ টেবিলে চলে {name}।'],
  ],
  details: [
    ['Clicks are nearly silent.', 'ক্লিকে প্রায় শব্দই হয় না।', (s) => s.isSilent === true],
    ['Extra buttons can be programmed for games.', 'গেমের জন্য বাড়তি বাটন সাজিয়ে নেওয়া যায়।', (s) => s.isGaming === true],
    ['One battery lasts for months.', 'এক ব্যাটারিতে কয়েক মাস চলে।', (s) => s.connection !== 'wired'],
    ['Plug it in and it works.', 'লাগালেই চলে, কিছু ইনস্টল করতে হয় না।', (s) => s.connection !== 'bluetooth'],
  ],
  highlights: [
    ['{dpi} DPI', '{dpi} ডিপিআই'],
    ['{buttonCount} buttons', '{buttonCount}টি বাটন'],
    ['{connection}', '{connection} সংযোগ'],
    ['Silent clicks', 'নিঃশব্দ ক্লিক', (s) => s.isSilent === true],
  ],
  warrantyMonths: () => 12,
  weightGrams: () => 180,
  unofficialShare: 0.1,
  rows: `
@logitech
B100 | 910-003357 | wired | 800 | n | n | 3 | 450 | black
M90 | 910-001794 | wired | 1000 | n | n | 3 | 490 | black
M185 | 910-002255 | wireless | 1000 | n | n | 3 | 990 | grey blue red
M221 | 910-006510 | wireless | 1000 | n | y | 3 | 1190 | black blue
M331 Silent Plus | 910-004914 | wireless | 1000 | n | y | 3 | 1790 | black blue red
Pebble 2 M350s | 910-007015 | bluetooth | 4000 | n | y | 3 | 2490 | black white pink
MX Master 3S | 910-006561 | bluetooth | 8000 | n | y | 7 | 11490 | black white
Lift Vertical | 910-006475 | bluetooth | 4000 | n | y | 6 | 7990 | grey pink
G102 Lightsync | 910-005823 | wired | 8000 | y | n | 6 | 1990 | black white purple
G304 Lightspeed | 910-005284 | wireless | 12000 | y | n | 6 | 3990 | black white
G502 Hero | 910-005472 | wired | 25600 | y | n | 11 | 4990 | black
G Pro X Superlight 2 | 910-006632 | wireless | 44000 | y | n | 5 | 15490 | black white pink
@a4tech
OP-720 | OP-720 | wired | 1000 | n | n | 3 | 350 | black
G3-280N | G3-280N | wireless | 1200 | n | n | 3 | 650 | black blue
FG10 Fstyler | FG10 | wireless | 2000 | n | n | 4 | 790 | grey white
FB12S | FB12S | bluetooth | 2000 | n | y | 4 | 1090 | black pink
Bloody W70 Max | W70MAX | wired | 10000 | y | n | 9 | 2490 | black
Bloody V3M | V3M | wired | 3200 | y | n | 8 | 1390 | black
@fantech
X9 Thor | X9 | wired | 4800 | y | n | 6 | 790 | black
Rhasta II G13 | G13 | wired | 1200 | y | n | 4 | 590 | black
Venom II VX9S | VX9S | wireless | 16000 | y | n | 8 | 2490 | black white
Aria XD7 | XD7 | wireless | 26000 | y | n | 6 | 5490 | white pink mint
W189 | W189 | wireless | 1200 | n | y | 3 | 590 | black
@havit
MS1026 | MS1026 | wired | 6400 | y | n | 7 | 890 | black
MS871 | MS871 | wired | 1000 | n | n | 3 | 320 | black
MS626GT | MS626GT | wireless | 1600 | n | n | 4 | 550 | black red
@rapoo
M100 Silent | RP-M100 | bluetooth | 1300 | n | y | 3 | 990 | grey blue pink
1680 Silent | RP-1680 | wireless | 1000 | n | y | 3 | 750 | black
VT9 Pro | RP-VT9 | wireless | 26000 | y | n | 6 | 4490 | white black
@redragon
M612 Predator | M612 | wired | 8000 | y | n | 11 | 1490 | black
@razer
DeathAdder Essential | RZ01-0385 | wired | 6400 | y | n | 5 | 2190 | black white
Viper V3 HyperSpeed | RZ01-0491 | wireless | 30000 | y | n | 8 | 7990 | black
Basilisk V3 | RZ01-0400 | wired | 26000 | y | n | 11 | 5490 | black
@hp
M120 | M120WL | wireless | 1600 | n | n | 3 | 690 | black
@apple
Magic Mouse USB-C | MXK53 | bluetooth | 1300 | n | y | 1 | 9490 | white
@xiaomi
Mi Dual Mode Silent | WXSMSBMW02 | bluetooth | 1300 | n | y | 4 | 1590 | black white
@walton
WMG021 | WMG021 | wired | 7200 | y | n | 7 | 750 | black
WMS013RN | WMS013 | wireless | 1200 | n | n | 3 | 490 | black
`,
}

const webcams: Leaf = {
  slug: 'webcams',
  parentSlug: 'computer-accessories',
  name: { en: 'Webcams', bn: 'ওয়েবক্যাম' },
  description: { en: 'Webcams for classes and meetings.', bn: 'অনলাইন ক্লাস ও মিটিংয়ের ওয়েবক্যাম।' },
  form: 'webcam',
  colours: ['black'],
  specifications: [
    choice('resolution', 'Resolution', 'রেজোলিউশন', {
      hd: ['HD 720p', 'এইচডি ৭২০পি'],
      fhd: ['Full HD 1080p', 'ফুল এইচডি ১০৮০পি'],
      qhd: ['2K QHD', '২কে কিউএইচডি'],
      uhd: ['4K', '৪কে'],
    }),
    number('frameRate', 'Frame rate', 'ফ্রেম রেট', 'fps', 'এফপিএস'),
    shownOnly(flag('hasMicrophone', 'Microphone', 'মাইক্রোফোন')),
    flag('hasAutofocus', 'Autofocus', 'অটোফোকাস'),
    number('viewDegrees', 'Field of view', 'দেখার কোণ', '°', '°'),
  ],
  columns: 'line model resolution frameRate hasMicrophone hasAutofocus viewDegrees price',
  titles: [['{line} {resolution} Webcam', '{line} {resolution} ওয়েবক্যাম']],
  openings: [
    ['{name} shows you clearly in every meeting.', 'প্রতিটি মিটিংয়ে আপনাকে পরিষ্কার দেখাবে {name}।'],
    ['Better than any laptop camera: {name}.', 'যেকোনো ল্যাপটপ ক্যামেরার চেয়ে ভালো: {name}।'],
  ],
  details: [
    [
      'The microphone picks up your voice, not the fan.',
      'মাইক্রোফোনে ফ্যানের শব্দ নয়, আপনার কণ্ঠই যায়।',
      (s) => s.hasMicrophone === true,
    ],
    ['Focus follows your face.', 'ফোকাস নিজে থেকেই মুখ অনুসরণ করে।', (s) => s.hasAutofocus === true],
    ['It clips to any screen.', 'যেকোনো স্ক্রিনে আটকানো যায়।'],
  ],
  highlights: [
    ['{resolution}', '{resolution}'],
    ['{frameRate} frames a second', 'সেকেন্ডে {frameRate} ফ্রেম'],
    ['{viewDegrees}° view', '{viewDegrees}° দৃশ্য'],
    ['Built-in microphone', 'সংযুক্ত মাইক্রোফোন', (s) => s.hasMicrophone === true],
  ],
  warrantyMonths: () => 12,
  weightGrams: () => 260,
  unofficialShare: 0.1,
  rows: `
@logitech
C270 | 960-001084 | hd | 30 | y | n | 55 | 2490
C310 | 960-000588 | hd | 30 | y | n | 60 | 3190
C922 Pro Stream | 960-001090 | fhd | 30 | y | y | 78 | 9490
Brio 100 | 960-001580 | fhd | 30 | y | n | 58 | 3990
Brio 4K Ultra | 960-001106 | uhd | 30 | y | y | 90 | 21490
@a4tech
PK-910P | PK-910P | hd | 30 | y | n | 70 | 1690
PK-940HA | PK-940HA | fhd | 30 | y | y | 75 | 3690
@havit
HN12G | HN12G | fhd | 30 | y | n | 68 | 1990
@rapoo
C260 | RP-C260 | fhd | 30 | y | n | 95 | 2590
@fantech
Luminous C30 | C30 | qhd | 25 | y | n | 106 | 3390
@hikvision
DS-U02 | DS-U02 | fhd | 30 | y | n | 72 | 2290
`,
}

const printers: Leaf = {
  slug: 'printers',
  parentSlug: 'computer-accessories',
  name: { en: 'Printers', bn: 'প্রিন্টার' },
  description: {
    en: 'Ink-tank and laser printers for home, school and shop.',
    bn: 'বাসা, স্কুল ও দোকানের ইংক ট্যাংক ও লেজার প্রিন্টার।',
  },
  form: 'printer',
  colours: ['black', 'white'],
  specifications: [
    choice('technology', 'Technology', 'প্রযুক্তি', {
      'ink-tank': ['Ink Tank', 'ইংক ট্যাংক'],
      laser: ['Laser', 'লেজার'],
      inkjet: ['Inkjet', 'ইংকজেট'],
    }),
    flag('printsColour', 'Colour', 'রঙিন প্রিন্ট'),
    flag('scans', 'Scan and copy', 'স্ক্যান ও কপি'),
    flag('hasWifi', 'Wi-Fi', 'ওয়াইফাই'),
    flag('isDuplex', 'Automatic two-sided', 'দুই পিঠে প্রিন্ট'),
    number('pagesPerMinute', 'Speed', 'গতি', 'pages/min', 'পাতা/মিনিট'),
  ],
  columns: 'line model technology printsColour scans hasWifi isDuplex pagesPerMinute price',
  titles: [['{line} {technology} Printer', '{line} {technology} প্রিন্টার']],
  openings: [
    ['{name} prints assignments and invoices for little money a page.', '{name} দিয়ে অ্যাসাইনমেন্ট ও চালান ছাপা যায় অল্প খরচে।'],
    ['A photocopy shop’s favourite: {name}.', 'ফটোকপির দোকানেরও পছন্দ {name}।', (s) => s.scans === true],
    ['{name} delivers {pagesPerMinute} pages a minute.', '{name} মিনিটে ছাপে {pagesPerMinute} পাতা।'],
  ],
  details: [
    ['Print from the phone over Wi-Fi.', 'ফোন থেকেই ওয়াইফাইয়ে প্রিন্ট দেওয়া যায়।', (s) => s.hasWifi === true],
    ['It turns the page by itself.', 'নিজে নিজেই পাতার দুই পিঠে ছাপে।', (s) => s.isDuplex === true],
    ['Refill from bottles without a mess.', 'বোতল থেকে সহজে কালি ভরা যায়।', (s) => s.technology === 'ink-tank'],
    ['Laser text stays sharp and does not smudge.', 'লেজারের লেখা ঝকঝকে, লেপ্টে যায় না।', (s) => s.technology === 'laser'],
    ['Cartridges are sold all over Bangladesh.', 'কার্টিজ সারা দেশেই পাওয়া যায়।', (s) => s.technology === 'inkjet'],
  ],
  highlights: [
    ['{technology}', '{technology}'],
    ['{pagesPerMinute} pages a minute', 'মিনিটে {pagesPerMinute} পাতা'],
    ['Print, scan, copy', 'প্রিন্ট, স্ক্যান, কপি', (s) => s.scans === true],
    ['Wi-Fi', 'ওয়াইফাই', (s) => s.hasWifi === true],
    ['Colour', 'রঙিন', (s) => s.printsColour === true],
  ],
  warrantyMonths: () => 12,
  weightGrams: (s) => (s.technology === 'laser' ? 8500 : 5200),
  unofficialShare: 0,
  rows: `
@epson
EcoTank L130 | L130 | ink-tank | y | n | n | n | 27 | 15490
EcoTank L3210 | L3210 | ink-tank | y | y | n | n | 33 | 17990
EcoTank L3250 | L3250 | ink-tank | y | y | y | n | 33 | 20490
EcoTank L4260 | L4260 | ink-tank | y | y | y | y | 33 | 29990
EcoTank L8050 Photo | L8050 | ink-tank | y | n | y | n | 22 | 34990
EcoTank L15150 A3 | L15150 | ink-tank | y | y | y | y | 32 | 98990
EcoTank M1120 | M1120 | ink-tank | n | n | y | n | 32 | 15990
@brother
DCP-T220 | DCP-T220 | ink-tank | y | y | n | n | 28 | 15990
DCP-T426W | DCP-T426W | ink-tank | y | y | y | n | 28 | 18490
DCP-T720DW | DCP-T720DW | ink-tank | y | y | y | y | 30 | 25990
HL-L2321D | HL-L2321D | laser | n | n | n | y | 30 | 17990
HL-L2440DW | HL-L2440DW | laser | n | n | y | y | 30 | 22990
DCP-L2540DW | DCP-L2540DW | laser | n | y | y | y | 30 | 31990
HL-L3220CW | HL-L3220CW | laser | y | n | y | n | 18 | 35990
@canon
Pixma G1020 | G1020 | ink-tank | y | n | n | n | 9 | 13490
Pixma G2020 | G2020 | ink-tank | y | y | n | n | 9 | 15990
Pixma G3020 | G3020 | ink-tank | y | y | y | n | 9 | 18990
Pixma TS207 | TS207 | inkjet | y | n | n | n | 8 | 4490
imageCLASS LBP6030 | LBP6030 | laser | n | n | n | n | 18 | 14490
imageCLASS LBP122dw | LBP122DW | laser | n | n | y | y | 29 | 23490
imageCLASS MF3010 | MF3010 | laser | n | y | n | n | 18 | 27490
imageCLASS MF453dw | MF453DW | laser | n | y | y | y | 38 | 52990
@hp
Smart Tank 580 | 1F3Y2A | ink-tank | y | y | y | n | 12 | 17490
Smart Tank 670 | 6UU48A | ink-tank | y | y | y | y | 12 | 22990
DeskJet 2875 | 60K52B | inkjet | y | y | y | n | 8 | 7490
LaserJet M111w | 7MD68A | laser | n | n | y | n | 20 | 13990
LaserJet Pro 4003dw | 2Z610A | laser | n | n | y | y | 40 | 39990
LaserJet MFP 136w | 4ZB86A | laser | n | y | y | n | 20 | 24490
@pantum
P2518 | P2518 | laser | n | n | n | n | 22 | 9990
P2509W | P2509W | laser | n | n | y | n | 22 | 11490
M6518NW | M6518NW | laser | n | y | y | n | 22 | 18990
@walton
PRINTON PMF22 | WPMF22 | laser | n | y | y | n | 22 | 16990
`,
}

const inks: Leaf = {
  slug: 'ink-and-toner',
  parentSlug: 'computer-accessories',
  name: { en: 'Ink & Toner', bn: 'কালি ও টোনার' },
  description: { en: 'Original ink bottles, cartridges and toner.', bn: 'অরিজিনাল কালির বোতল, কার্টিজ ও টোনার।' },
  form: 'ink-bottle',
  colours: ['black'],
  specifications: [
    choice('supply', 'Kind', 'ধরন', {
      bottle: ['Ink Bottle', 'কালির বোতল'],
      cartridge: ['Ink Cartridge', 'কালির কার্টিজ'],
      toner: ['Toner', 'টোনার'],
    }),
    choice('tint', 'Ink colour', 'কালির রং', { black: ['Black', 'কালো'], colour: ['Colour', 'রঙিন'] }),
    number('pageYield', 'Yield', 'ছাপা যাবে', 'pages', 'পাতা'),
    shownOnly(flag('isOriginal', 'Made by the printer’s brand', 'প্রিন্টার ব্র্যান্ডের নিজস্ব')),
    shownOnly(number('volumeMl', 'Volume', 'পরিমাণ', 'ml', 'মিলি')),
  ],
  columns: 'line model supply tint pageYield volumeMl price colours',
  derive: () => ({ isOriginal: true }),
  titles: [['{line} {supply}', '{line} {supply}']],
  openings: [
    ['{name} is good for about {pageYield} pages.', '{name} দিয়ে প্রায় {pageYield} পাতা ছাপা যায়।'],
    ['Keep the printer healthy with {name}.', 'প্রিন্টার ভালো রাখতে ব্যবহার করুন {name}।'],
  ],
  details: [
    ['Original, with the maker’s seal.', 'নির্মাতার সিলসহ অরিজিনাল।'],
    ['The bottle fits only the right tank.', 'বোতল শুধু ঠিক ট্যাংকেই বসে।', (s) => s.supply === 'bottle'],
    ['Prints dark and even to the last page.', 'শেষ পাতা পর্যন্ত গাঢ় ও সমান ছাপা।'],
  ],
  highlights: [
    ['About {pageYield} pages', 'প্রায় {pageYield} পাতা'],
    ['{tint}', '{tint} কালি'],
    ['Original', 'অরিজিনাল'],
  ],
  warrantyMonths: () => 0,
  weightGrams: (s) => (s.supply === 'toner' ? 750 : 120),
  unofficialShare: 0,
  rows: `
@epson
003 | T00V | bottle | colour | 4500 | 65 | 690 | black cyan magenta yellow
664 | T664 | bottle | colour | 4000 | 70 | 750 | black cyan magenta yellow
001 | T03Y | bottle | colour | 6000 | 70 | 850 | black cyan magenta yellow
008 | T06G | bottle | colour | 7500 | 127 | 1590 | black cyan
@brother
BTD60BK | BTD60BK | bottle | black | 7500 | 108 | 790 | -
BT5000 | BT5000 | bottle | colour | 5000 | 48 | 750 | cyan magenta yellow
TN-2365 | TN-2365 | toner | black | 2600 | - | 4490 | -
TN-2560 | TN-2560 | toner | black | 1200 | - | 3490 | -
@canon
GI-790 | GI-790 | bottle | colour | 7000 | 70 | 890 | black cyan magenta yellow
GI-71 | GI-71 | bottle | colour | 7700 | 70 | 990 | black cyan magenta yellow
PG-745 | PG-745 | cartridge | black | 180 | 8 | 1490 | -
325 | CRG-325 | toner | black | 1600 | - | 5490 | -
051 | CRG-051 | toner | black | 1700 | - | 6490 | -
@hp
GT53XL | 1VV21A | bottle | black | 6000 | 135 | 1290 | -
GT52 | M0H54A | bottle | colour | 8000 | 70 | 990 | cyan magenta yellow
682 | 3YM77A | cartridge | black | 480 | 8 | 1190 | -
85A | CE285A | toner | black | 1600 | - | 7990 | -
107A | W1107A | toner | black | 1000 | - | 4990 | -
@pantum
PC-210 | PC-210 | toner | black | 1600 | - | 2890 | -
`,
}

const upsUnits: Leaf = {
  slug: 'ups',
  parentSlug: 'computer-accessories',
  name: { en: 'UPS', bn: 'ইউপিএস' },
  description: { en: 'UPS for PCs and mini UPS for routers.', bn: 'পিসির ইউপিএস ও রাউটারের মিনি ইউপিএস।' },
  form: 'ups',
  colours: ['black'],
  specifications: [
    number('powerVa', 'Power', 'ক্ষমতা', 'VA', 'ভিএ'),
    choice('kind', 'Kind', 'ধরন', {
      offline: ['Offline', 'অফলাইন'],
      online: ['Online', 'অনলাইন'],
      mini: ['Mini DC', 'মিনি ডিসি'],
    }),
    number('backupMinutes', 'Typical backup', 'সাধারণ ব্যাকআপ', 'minutes', 'মিনিট'),
    flag('hasDisplay', 'Display', 'ডিসপ্লে'),
    shownOnly(number('outletCount', 'Outlets', 'আউটলেট')),
  ],
  columns: 'line model powerVa kind backupMinutes hasDisplay outletCount price',
  titles: [['{line} {powerVa}VA {kind} UPS', '{line} {powerVa} ভিএ {kind} ইউপিএস']],
  openings: [
    ['{name} holds the line when the current goes.', 'কারেন্ট গেলেও কাজ থামতে দেয় না {name}।'],
    ['Save your work in time with {name}.', 'হঠাৎ লোডশেডিংয়ে কাজ বাঁচাতে {name}।'],
    ['{name} smooths voltage before it reaches your PC.', 'পিসিতে যাওয়ার আগেই ভোল্টেজ ঠিক করে দেয় {name}।'],
  ],
  details: [
    ['About {backupMinutes} minutes of backup in ordinary use.', 'সাধারণ ব্যবহারে প্রায় {backupMinutes} মিনিট ব্যাকআপ।'],
    [
      'Router and ONU stay on, so the internet does too.',
      'রাউটার ও ওএনইউ চালু থাকে, তাই ইন্টারনেটও চলে।',
      (s) => s.kind === 'mini',
    ],
    ['The display shows load and battery.', 'ডিসপ্লেতে লোড ও ব্যাটারি দেখা যায়।', (s) => s.hasDisplay === true],
    [
      '{outletCount} outlets for PC, monitor and router.',
      'পিসি, মনিটর ও রাউটারের জন্য {outletCount}টি আউটলেট।',
      (s) => s.kind !== 'mini',
    ],
  ],
  highlights: [
    ['{powerVa} VA', '{powerVa} ভিএ'],
    ['About {backupMinutes} minutes', 'প্রায় {backupMinutes} মিনিট'],
    ['{outletCount} outlets', '{outletCount}টি আউটলেট'],
    ['Display', 'ডিসপ্লে', (s) => s.hasDisplay === true],
  ],
  warrantyMonths: () => 12,
  weightGrams: (s) => (s.kind === 'mini' ? 450 : 3000 + Number(s.powerVa) * 4.5),
  unofficialShare: 0,
  rows: `
@apollo
1065A | APO-1065A | 650 | offline | 20 | n | 3 | 3990
1120F | APO-1120F | 1200 | offline | 30 | n | 4 | 7490
1240 | APO-1240 | 2000 | offline | 45 | y | 4 | 13990
1100 | APO-1100ON | 1000 | online | 15 | y | 3 | 22490
@power-guard
PG650VA-CS | PG650VA-CS | 650 | offline | 20 | n | 3 | 3790
PG1200VA-CS | PG1200VA-CS | 1200 | offline | 30 | n | 4 | 6990
PG2000VA | PG2000VA | 2000 | offline | 45 | y | 4 | 13490
PG-M12 | PG-M12 | 30 | mini | 240 | n | 4 | 2290
@maxgreen
MG-LI-EAP 650 | MG-LI-650 | 650 | offline | 20 | n | 3 | 3690
MG-LI-EAP 1200 | MG-LI-1200 | 1200 | offline | 30 | y | 4 | 7190
MG Gold 3000 | MG-3000ON | 3000 | online | 20 | y | 4 | 48490
@walton
Arc 650 | WUPS-A650 | 650 | offline | 18 | n | 3 | 3590
Arc 10400 | WUPS-M10 | 36 | mini | 300 | y | 4 | 2190
@microlab
M18 | ML-M18 | 18 | mini | 180 | n | 4 | 1790
`,
}

export const computerAccessoryLeaves = [keyboards, mice, webcams, printers, inks, upsUnits]
