import { choice, flag, type Leaf, number, type Sentence, shownOnly } from './leaf.ts'

const listening: Sentence[] = [
  [
    'Active noise cancelling hushes bus and generator.',
    'অ্যাকটিভ নয়েজ ক্যান্সেলিং বাস-জেনারেটরের শব্দ কমিয়ে দেয়।',
    (s) => s.hasAnc === true,
  ],
  ['Sweat and drizzle do it no harm.', 'ঘাম বা হালকা বৃষ্টিতে ক্ষতি হয় না।', (s) => s.isWaterResistant === true],
  ['Calls are clear on the roadside.', 'রাস্তার পাশেও কলে কথা শোনা যায় পরিষ্কার।'],
  ['A few minutes of charging give hours of play.', 'কয়েক মিনিটের চার্জে কয়েক ঘণ্টা চলে।', (s) => Number(s.playHours) > 0],
  [
    'Low latency keeps gunshots and lips in time.',
    'লো ল্যাটেন্সিতে গেম ও ভিডিওর শব্দ তাল মিলিয়ে চলে।',
    (s) => s.hasGameMode === true,
  ],
]

const earbuds: Leaf = {
  slug: 'earbuds',
  parentSlug: 'audio',
  name: { en: 'Earbuds', bn: 'ইয়ারবাডস' },
  description: { en: 'True wireless earbuds for songs, calls and games.', bn: 'গান, কল ও গেমের তারবিহীন ইয়ারবাডস।' },
  form: 'earbuds',
  colours: ['black', 'white'],
  specifications: [
    flag('hasAnc', 'Noise cancelling', 'নয়েজ ক্যান্সেলিং'),
    number('playHours', 'Playtime with case', 'কেসসহ প্লেটাইম', 'hours', 'ঘণ্টা'),
    number('bluetoothVersion', 'Bluetooth', 'ব্লুটুথ'),
    flag('isWaterResistant', 'Water resistant', 'পানি প্রতিরোধী'),
    flag('hasGameMode', 'Game mode', 'গেম মোড'),
    shownOnly(number('driverMm', 'Driver', 'ড্রাইভার', 'mm', 'মিমি')),
  ],
  columns: 'line model hasAnc playHours bluetoothVersion isWaterResistant hasGameMode driverMm price colours',
  titles: [['{line} Wireless Earbuds', '{line} ওয়্যারলেস ইয়ারবাডস']],
  openings: [
    ['{name} plays {playHours} hours with its case.', 'কেসসহ {playHours} ঘণ্টা চলে {name}।'],
    ['Light in the ear, {name} is soon forgotten there.', 'এত হালকা যে কানে আছে মনেই থাকে না: {name}।'],
    ['Big bass for the money: {name}.', 'দামের তুলনায় জোরালো বেস: {name}।'],
    ['{name} pairs the moment the case opens.', 'কেস খুললেই ফোনের সঙ্গে যুক্ত হয় {name}।'],
  ],
  details: listening,
  highlights: [
    ['{playHours} hours with case', 'কেসসহ {playHours} ঘণ্টা'],
    ['Noise cancelling', 'নয়েজ ক্যান্সেলিং', (s) => s.hasAnc === true],
    ['Bluetooth {bluetoothVersion}', 'ব্লুটুথ {bluetoothVersion}'],
    ['{driverMm} mm drivers', '{driverMm} মিমি ড্রাইভার'],
    ['Water resistant', 'পানি প্রতিরোধী', (s) => s.isWaterResistant === true],
  ],
  warrantyMonths: (_, brand) => (['apple', 'samsung', 'sony'].includes(brand) ? 12 : 6),
  weightGrams: (_, index) => 110 + (index % 7) * 8,
  unofficialShare: 0.25,
  rows: `
@apple
AirPods Pro 3 | MFHP4 | y | 24 | 5.3 | y | n | 11 | 32990 | white
AirPods Pro 2 USB-C | MTJV3 | y | 30 | 5.3 | y | n | 11 | 25990 | white
AirPods 4 ANC | MXP93 | y | 30 | 5.3 | y | n | 11 | 21990 | white
AirPods 4 | MXP63 | n | 30 | 5.3 | y | n | 11 | 16990 | white
@samsung
Galaxy Buds4 Pro | SM-R640 | y | 30 | 5.4 | y | y | 11 | 26990 | white black
Galaxy Buds3 Pro | SM-R630 | y | 30 | 5.4 | y | y | 10.5 | 19990 | silver white
Galaxy Buds3 FE | SM-R420 | y | 30 | 5.4 | y | y | 11 | 12990 | black grey
Galaxy Buds Core | SM-R410 | y | 35 | 5.4 | y | n | 12 | 5990 | black white
@xiaomi
Redmi Buds 8 Lite | M2450E1 | y | 36 | 5.4 | y | y | 12.4 | 2290 | black white blue
Redmi Buds 6 Play | M2420E1 | n | 36 | 5.4 | y | y | 10 | 1350 | black white pink
Redmi Buds 6 Active | M2344E1 | n | 30 | 5.4 | y | y | 14.2 | 1690 | black white blue
Redmi Buds 6 Pro | M2352E1 | y | 36 | 5.3 | y | y | 11 | 6490 | black white
Buds 5 Pro | M2415E1 | y | 40 | 5.4 | y | n | 11 | 14990 | white grey
@realme
Buds Air7 | RMA2417 | y | 52 | 5.4 | y | y | 12.4 | 4990 | green gold
Buds T310 | RMA2410 | y | 40 | 5.4 | y | y | 12.4 | 2990 | black white blue
Buds T200 Lite | RMA2505 | n | 48 | 5.4 | y | y | 12.4 | 1790 | black white
@oneplus
Buds 4 | E514A | y | 45 | 5.4 | y | y | 11 | 8990 | green grey
Nord Buds 3 Pro | E512A | y | 44 | 5.4 | y | y | 12.4 | 4290 | black green
Nord Buds 3r | E515A | n | 54 | 5.4 | y | y | 12.4 | 2490 | black blue
@haylou
X1 Neo | HL-X1N | n | 24 | 5.3 | y | y | 10 | 1190 | black white
X1 Plus | HL-X1P | n | 36 | 5.4 | y | y | 10 | 1290 | black blue
W1 Pro | HL-W1P | y | 40 | 5.3 | y | y | 12 | 3290 | black white
GT7 Neo | HL-GT7N | n | 20 | 5.2 | y | y | 8 | 1390 | black white
S30 Air | HL-S30A | n | 40 | 5.4 | y | y | 12 | 1690 | black white
@qcy
T13 ANC 2 | BH23T13A | y | 30 | 5.3 | y | y | 10 | 1890 | black white
T13x | BH23T13X | n | 30 | 5.3 | y | y | 10 | 1350 | black white
MeloBuds Pro | BH23HT08 | y | 34 | 5.3 | y | y | 12 | 3490 | black white
AilyBuds Lite | BH24T29 | n | 28 | 5.3 | n | y | 13 | 1150 | white purple
HT07 ArcBuds | BH22HT07 | y | 32 | 5.2 | y | y | 10 | 2590 | black white
Crossky GTR 2 | BH24C30 | n | 40 | 5.3 | y | n | 16 | 2990 | black
@soundcore
R50i | A3949 | n | 30 | 5.3 | y | y | 10 | 1990 | black white blue
P40i | A3955 | y | 60 | 5.3 | y | y | 11 | 4990 | black white
Liberty 4 NC | A3947 | y | 50 | 5.3 | y | n | 11 | 7990 | black white blue
Liberty 5 | A3957 | y | 48 | 5.4 | y | n | 9.2 | 10990 | black white
C30i | A3330 | n | 30 | 5.3 | y | n | 12 | 5990 | black green
@baseus
Bowie E20 | NGTW450 | n | 33 | 5.3 | y | y | 12 | 1290 | black white
Bowie MA10 | NGMA10 | y | 140 | 5.3 | y | n | 12 | 3290 | black white
Bass BP1 NC | NGBP1 | y | 35 | 5.4 | y | y | 12 | 2690 | black white
@jbl
Wave Beam 2 | JBLWBEAM2 | y | 40 | 5.3 | y | n | 8 | 6990 | black white blue
Tune 230NC | T230NCTWS | y | 40 | 5.2 | y | n | 10 | 7490 | black white
Live Pro 2 | LIVEPRO2 | y | 40 | 5.2 | y | n | 11 | 12990 | black silver
@sony
WF-C510 | WF-C510 | n | 22 | 5.3 | y | n | 5.8 | 5990 | black white blue
WF-C710N | WF-C710N | y | 30 | 5.3 | y | n | 5 | 11990 | black white blue
WF-1000XM5 | WF-1000XM5 | y | 24 | 5.3 | y | n | 8.4 | 27990 | black silver
@edifier
X3 Lite | EDF-X3L | n | 24 | 5.3 | y | y | 10 | 1890 | black white
@nothing
Ear (a) | B162 | y | 42 | 5.3 | y | y | 11 | 7490 | black white gold
CMF Buds 2 | B179 | y | 55 | 5.4 | y | y | 11 | 4490 | grey green orange
@havit
TW967 | TW967 | n | 24 | 5.1 | y | y | 13 | 1490 | black white
@hoco
EW50 Fun | EW50 | n | 25 | 5.3 | n | n | 13 | 990 | black white pink
@joyroom
JR-T03S Pro | JR-T03S | y | 24 | 5.1 | n | n | 13 | 1890 | white
@walton
Axton A11 | WAX-A11 | n | 24 | 5.3 | y | y | 13 | 1390 | black white
@symphony
Beats T10 | SYM-BT10 | n | 20 | 5.3 | n | y | 13 | 1190 | black white
@infinix
XBuds 3 | XE26 | n | 36 | 5.4 | y | y | 12 | 1590 | black white
@oppo
Enco Buds3 Pro | ETEC1 | n | 54 | 5.4 | y | y | 12.4 | 2490 | black white
`,
}

const headphones: Leaf = {
  slug: 'headphones',
  parentSlug: 'audio',
  name: { en: 'Headphones', bn: 'হেডফোন' },
  description: { en: 'Over-ear, gaming and wired headphones.', bn: 'ওভার-ইয়ার, গেমিং ও তারযুক্ত হেডফোন।' },
  form: 'headphones',
  colours: ['black'],
  specifications: [
    choice('connection', 'Connection', 'সংযোগ', { wireless: ['Wireless', 'ওয়্যারলেস'], wired: ['Wired', 'তারযুক্ত'] }),
    choice('wearing', 'Style', 'পরার ধরন', {
      over: ['Over-ear Headphone', 'ওভার-ইয়ার হেডফোন'],
      on: ['On-ear Headphone', 'অন-ইয়ার হেডফোন'],
      in: ['Earphone', 'ইয়ারফোন'],
    }),
    flag('hasAnc', 'Noise cancelling', 'নয়েজ ক্যান্সেলিং'),
    shownOnly(flag('hasMicrophone', 'Microphone', 'মাইক্রোফোন')),
    flag('isGaming', 'Gaming', 'গেমিং'),
    number('playHours', 'Playtime', 'প্লেটাইম', 'hours', 'ঘণ্টা'),
  ],
  columns: 'line model connection wearing hasAnc hasMicrophone isGaming playHours price colours',
  titles: [['{line} {connection} {wearing}', '{line} {connection} {wearing}']],
  openings: [
    ['{name} shuts the street out and lets the song in.', 'রাস্তার শব্দ বাইরে রেখে গান শোনায় {name}।'],
    [
      'Soft cushions make {name} comfortable for long classes.',
      'নরম কুশনে লম্বা ক্লাসেও আরাম দেয় {name}।',
      (s) => s.wearing !== 'in',
    ],
    ['{name} has clear voices and firm bass.', '{name} শোনায় পরিষ্কার কণ্ঠ ও জোরালো বেস।'],
  ],
  details: [
    ...listening,
    ['Hear footsteps before you see them.', 'গেমে দেখার আগেই পায়ের শব্দ শোনা যায়।', (s) => s.isGaming === true],
    ['No charging: plug in and listen.', 'চার্জের ঝামেলা নেই, লাগালেই চলে।', (s) => s.connection === 'wired'],
  ],
  highlights: [
    ['{connection}, {wearing}', '{connection}, {wearing}'],
    ['{playHours} hours of play', '{playHours} ঘণ্টা প্লেটাইম', (s) => Number(s.playHours) > 0],
    ['Noise cancelling', 'নয়েজ ক্যান্সেলিং', (s) => s.hasAnc === true],
    ['Microphone', 'মাইক্রোফোন', (s) => s.hasMicrophone === true],
    ['Comfortable fit', 'পরতে আরাম'],
  ],
  warrantyMonths: (_, brand) => (['sony', 'apple', 'logitech', 'razer'].includes(brand) ? 12 : 6),
  weightGrams: (s) => (s.wearing === 'in' ? 70 : 480),
  unofficialShare: 0.22,
  rows: `
@sony
WH-1000XM6 | WH-1000XM6 | wireless | over | y | y | n | 30 | 49990 | black silver blue
WH-1000XM5 | WH-1000XM5 | wireless | over | y | y | n | 30 | 36990 | black silver
WH-CH720N | WH-CH720N | wireless | over | y | y | n | 35 | 13990 | black white blue
WH-CH520 | WH-CH520 | wireless | on | n | y | n | 50 | 6490 | black white blue
MDR-ZX110AP | MDR-ZX110AP | wired | on | n | y | n | - | 2290 | black white
MDR-EX155AP | MDR-EX155AP | wired | in | n | y | n | - | 1290 | black white red
Inzone H5 | WH-G500 | wireless | over | n | y | y | 28 | 19990 | black white
@apple
AirPods Max USB-C | MWW43 | wireless | over | y | y | n | 20 | 69990 | black blue purple
EarPods USB-C | MYQY3 | wired | in | n | y | n | - | 2490 | white
@jbl
Tune 520BT | T520BT | wireless | on | n | y | n | 57 | 5490 | black blue white
Tune 770NC | T770NC | wireless | over | y | y | n | 70 | 11490 | black blue white
C50HI | C50HI | wired | in | n | y | n | - | 790 | black red blue
Quantum 100 | Q100 | wired | over | n | y | y | - | 3990 | black white
@soundcore
Space One | A3035 | wireless | over | y | y | n | 55 | 9990 | black blue white
Q20i | A3004 | wireless | over | y | y | n | 60 | 5490 | black blue white
Space 2 | A3062 | wireless | over | y | y | n | 70 | 14490 | black white
@edifier
W820NB Plus | W820NBP | wireless | over | y | y | n | 49 | 5990 | black blue green
W600BT | W600BT | wireless | over | n | y | n | 30 | 3290 | black white
Hecate G2 II | G2II | wired | over | n | y | y | - | 3790 | black pink
@havit
H2002d | H2002D | wired | over | n | y | y | - | 1690 | black red
H630BT | H630BT | wireless | over | n | y | n | 18 | 1990 | black
HV-H2105d | H2105D | wired | on | n | y | n | - | 690 | black
@fantech
HG28 Trinity | HG28 | wired | over | n | y | y | - | 1490 | black
HG11 Pro Captain | HG11 | wired | over | n | y | y | - | 2290 | black
Tamago WHG01 | WHG01 | wireless | over | n | y | y | 22 | 3490 | white pink mint
MH90 Sonata | MH90 | wired | over | n | y | y | - | 2690 | black white
@a4tech
HS-30 | HS-30 | wired | over | n | y | n | - | 850 | black
FH100U | FH100U | wired | on | n | y | n | - | 1090 | black blue
Bloody G350 | G350 | wired | over | n | y | y | - | 2290 | black
@logitech
H111 | 981-000593 | wired | on | n | y | n | - | 890 | black
H390 | 981-000406 | wired | on | n | y | n | - | 2990 | black white
G335 | 981-000978 | wired | over | n | y | y | - | 5990 | black white mint
G733 Lightspeed | 981-000864 | wireless | over | n | y | y | 29 | 13990 | black blue white
@razer
BlackShark V2 X | RZ04-0324 | wired | over | n | y | y | - | 5490 | black green white
Kraken V4 X | RZ04-0519 | wired | over | n | y | y | - | 9990 | black
@xiaomi
Mi Basic | HSEJ03JY | wired | in | n | y | n | - | 390 | black silver
Redmi Headphones Neo | M2442H1 | wireless | over | y | y | n | 72 | 4990 | black white
@remax
RM-711 | RM-711 | wired | in | n | y | n | - | 350 | black white
@hoco
W35 Joyful | W35 | wireless | over | n | y | n | 40 | 1390 | black blue
@qcy
H3 Pro | BH24H3P | wireless | over | y | y | n | 55 | 4490 | black white
H2 Pro | BH23H2P | wireless | over | n | y | n | 70 | 2290 | black white pink
@haylou
S40 | HL-S40 | wireless | over | y | y | n | 90 | 4290 | black white
`,
}

const neckbands: Leaf = {
  slug: 'neckbands',
  parentSlug: 'audio',
  name: { en: 'Neckbands', bn: 'নেকব্যান্ড' },
  description: { en: 'Neckband earphones that stay on while you ride.', bn: 'বাইক বা বাসে চলতেও পড়ে যায় না এমন নেকব্যান্ড।' },
  form: 'neckband',
  colours: ['black', 'blue'],
  specifications: [
    number('playHours', 'Playtime', 'প্লেটাইম', 'hours', 'ঘণ্টা'),
    number('bluetoothVersion', 'Bluetooth', 'ব্লুটুথ'),
    flag('hasAnc', 'Noise cancelling', 'নয়েজ ক্যান্সেলিং'),
    flag('isWaterResistant', 'Water resistant', 'পানি প্রতিরোধী'),
    flag('isMagnetic', 'Magnetic buds', 'চুম্বকযুক্ত'),
  ],
  columns: 'line model playHours bluetoothVersion hasAnc isWaterResistant isMagnetic price colours',
  titles: [['{line} Neckband', '{line} নেকব্যান্ড']],
  openings: [
    ['{name} runs {playHours} hours on a charge.', 'এক চার্জে {playHours} ঘণ্টা চলে {name}।'],
    ['It hangs around the neck and never gets lost: {name}.', 'গলায় ঝুলে থাকে, হারানোর ভয় নেই: {name}।'],
  ],
  details: [
    ...listening,
    ['The buds snap together and pause the song.', 'দুই বাড চুম্বকে জুড়লেই গান থেমে যায়।', (s) => s.isMagnetic === true],
  ],
  highlights: [
    ['{playHours} hours of play', '{playHours} ঘণ্টা প্লেটাইম'],
    ['Bluetooth {bluetoothVersion}', 'ব্লুটুথ {bluetoothVersion}'],
    ['Noise cancelling', 'নয়েজ ক্যান্সেলিং', (s) => s.hasAnc === true],
    ['Water resistant', 'পানি প্রতিরোধী', (s) => s.isWaterResistant === true],
    ['Light on the neck', 'গলায় হালকা'],
  ],
  warrantyMonths: () => 6,
  weightGrams: () => 95,
  unofficialShare: 0.2,
  rows: `
@oneplus
Bullets Wireless Z3 | E313A | 36 | 5.4 | n | y | y | 2490 | black blue
Bullets Wireless Z2 ANC | E306A | 28 | 5 | y | y | y | 2990 | black green
@realme
Buds Wireless 3 Neo | RMA2306 | 32 | 5.4 | n | y | y | 1890 | black blue green
Buds Wireless 5 ANC | RMA2419 | 38 | 5.4 | y | y | y | 2690 | black gold
@xiaomi
Redmi SonicBass 2 | M2311E1 | 12 | 5 | n | y | y | 1490 | black blue
@oppo
Enco M33 | ETN01 | 28 | 5.3 | n | y | y | 2190 | black green
@infinix
XE22 Bass | XE22 | 20 | 5.2 | n | n | y | 1090 | black
@baseus
Bowie P1x | NGPB01 | 30 | 5.3 | n | y | y | 1390 | black green
@havit
E516BT | E516BT | 8 | 5 | n | n | y | 790 | black
@hoco
ES65 Dream | ES65 | 40 | 5.3 | n | n | y | 850 | black blue
ES69 Platium | ES69 | 65 | 5.3 | n | n | y | 1090 | black
@remax
RB-S18 | RB-S18 | 10 | 5 | n | n | y | 850 | black
@joyroom
JR-DS1 | JR-DS1 | 30 | 5.3 | n | y | y | 1090 | black
@sony
WI-C100 | WI-C100 | 25 | 5 | n | y | n | 3490 | black white blue
@jbl
Tune 215BT | T215BT | 16 | 5 | n | n | n | 3290 | black white
@walton
Axton N20 | WAX-N20 | 30 | 5.3 | n | y | y | 890 | black blue
`,
}

const speakers: Leaf = {
  slug: 'speakers',
  parentSlug: 'audio',
  name: { en: 'Speakers', bn: 'স্পিকার' },
  description: { en: 'Bluetooth, computer and party speakers.', bn: 'ব্লুটুথ, কম্পিউটার ও পার্টি স্পিকার।' },
  form: 'speaker',
  colours: ['black'],
  specifications: [
    choice('kind', 'Kind', 'ধরন', {
      portable: ['Bluetooth', 'ব্লুটুথ'],
      computer: ['Multimedia', 'মাল্টিমিডিয়া'],
      party: ['Party', 'পার্টি'],
    }),
    number('powerW', 'Power', 'ক্ষমতা', 'W', 'ওয়াট'),
    flag('hasBluetooth', 'Bluetooth', 'ব্লুটুথ'),
    flag('isWaterResistant', 'Water resistant', 'পানি প্রতিরোধী'),
    flag('hasSubwoofer', 'Subwoofer', 'সাবউফার'),
    number('playHours', 'Playtime', 'প্লেটাইম', 'hours', 'ঘণ্টা'),
  ],
  columns: 'line model kind powerW hasBluetooth isWaterResistant hasSubwoofer playHours price colours',
  titles: [['{line} {powerW}W {kind} Speaker', '{line} {powerW} ওয়াট {kind} স্পিকার']],
  openings: [
    ['{name} fills a room without harshness.', 'কানে না লেগে পুরো ঘর ভরিয়ে দেয় {name}।'],
    [
      'From rooftop to picnic, {name} comes along.',
      'ছাদ থেকে পিকনিক, সব জায়গার সঙ্গী {name}।',
      (s) => Number(s.playHours) > 0,
    ],
    ['{powerW} W of sound: {name}.', '{powerW} ওয়াট শব্দের {name}।'],
    [
      '{name} gives the computer a voice worth hearing.',
      'কম্পিউটারে শোনার মতো শব্দ আনে {name}।',
      (s) => s.kind === 'computer',
    ],
  ],
  details: [
    ['Connect by Bluetooth in a moment.', 'মুহূর্তেই ব্লুটুথে যুক্ত হয়।', (s) => s.hasBluetooth === true],
    ['The subwoofer shakes the floor a little.', 'সাবউফারে মেঝেও কেঁপে ওঠে।', (s) => s.hasSubwoofer === true],
    ['A splash does not hurt it.', 'পানির ছিটায় ক্ষতি নেই।', (s) => s.isWaterResistant === true],
    ['Its battery plays {playHours} hours.', 'ব্যাটারিতে {playHours} ঘণ্টা বাজে।', (s) => Number(s.playHours) > 0],
    ['Volume and bass have their own knobs.', 'ভলিউম ও বেসের আলাদা নব আছে।', (s) => s.kind === 'computer'],
  ],
  highlights: [
    ['{powerW} W', '{powerW} ওয়াট'],
    ['Bluetooth', 'ব্লুটুথ', (s) => s.hasBluetooth === true],
    ['{playHours} hours', '{playHours} ঘণ্টা প্লেটাইম', (s) => Number(s.playHours) > 0],
    ['Subwoofer', 'সাবউফার', (s) => s.hasSubwoofer === true],
    ['Water resistant', 'পানি প্রতিরোধী', (s) => s.isWaterResistant === true],
    ['Clear voice', 'স্পষ্ট শব্দ'],
    ['Easy controls', 'সহজ নিয়ন্ত্রণ'],
  ],
  warrantyMonths: () => 12,
  weightGrams: (s) => (s.kind === 'portable' ? 500 : 2200) + Number(s.powerW) * 20,
  unofficialShare: 0.2,
  rows: `
@jbl
Go 4 | JBLGO4 | portable | 4 | y | y | n | 7 | 4990 | black blue red
Clip 5 | JBLCLIP5 | portable | 7 | y | y | n | 12 | 7490 | black blue purple
Flip 7 | JBLFLIP7 | portable | 35 | y | y | n | 16 | 15490 | black blue red
Charge 6 | JBLCHARGE6 | portable | 45 | y | y | n | 28 | 21990 | black blue red
Boombox 4 | JBLBB4 | portable | 210 | y | y | n | 34 | 58990 | black
PartyBox Encore 2 | PBENC2 | party | 100 | y | y | y | 15 | 39990 | black
@sony
SRS-XB100 | SRS-XB100 | portable | 5 | y | y | n | 16 | 5490 | black blue orange
ULT Field 1 | SRS-ULT10 | portable | 20 | y | y | n | 12 | 12990 | black white
ULT Tower 10 | SRS-ULT1000 | party | 300 | y | n | y | - | 104990 | black
@soundcore
Mini 3 | A3119 | portable | 6 | y | y | n | 15 | 3290 | black blue
2 | A3105 | portable | 12 | y | y | n | 24 | 3990 | black blue red
Motion 300 | A3135 | portable | 30 | y | y | n | 13 | 8490 | black blue
Boom 3i | A31B1 | portable | 50 | y | y | n | 16 | 12490 | black green
@xiaomi
Sound Pocket | MDZ-37-DB | portable | 5 | y | y | n | 10 | 2190 | black
Mi Portable | MDZ-36-DB | portable | 16 | y | y | n | 13 | 3690 | black blue
@microlab
M-108 | M108 | computer | 11 | n | n | y | - | 1590 | black
M-106BT | M106BT | computer | 10 | y | n | y | - | 1890 | black
M-200BT | M200BT | computer | 50 | y | n | y | - | 3890 | black
FC-530U | FC530U | computer | 64 | n | n | y | - | 6290 | black
TMN-9BT | TMN9BT | computer | 40 | y | n | y | - | 3690 | black
@f-and-d
F210X | F210X | computer | 15 | y | n | y | - | 2690 | black
F380X | F380X | computer | 54 | y | n | y | - | 5490 | black
A521X | A521X | computer | 52 | y | n | y | - | 6290 | black
F3800X | F3800X | computer | 80 | y | n | y | - | 8990 | black
T-60X | T60X | party | 120 | y | n | y | - | 16990 | black
@edifier
R1280DB | R1280DB | computer | 42 | y | n | n | - | 11490 | black
R1700BTs | R1700BTS | computer | 66 | y | n | n | - | 16490 | black
MP230 Vintage | MP230 | portable | 20 | y | n | n | 10 | 7990 | red
G1000 II | G1000II | computer | 10 | y | n | n | - | 3990 | black white
@logitech
Z120 | 980-000514 | computer | 1 | n | n | n | - | 1390 | white
Z313 | 980-000413 | computer | 25 | n | n | y | - | 4290 | black
Z607 | 980-001316 | computer | 80 | y | n | y | - | 12990 | black
@havit
SK473 | SK473 | computer | 6 | n | n | n | - | 690 | black blue
SK885BT | SK885BT | portable | 5 | y | y | n | 6 | 1290 | black blue
@hoco
BS46 Mature | BS46 | portable | 5 | y | n | n | 3 | 1090 | black red
@remax
RB-M55 | RB-M55 | portable | 8 | y | n | n | 6 | 1690 | black
@walton
WSP21 Thunder | WSP21T | computer | 30 | y | n | y | - | 2890 | black
@fantech
GS302 Sonar | GS302 | computer | 6 | n | n | n | - | 1190 | black
`,
}

const microphones: Leaf = {
  slug: 'microphones',
  parentSlug: 'audio',
  name: { en: 'Microphones', bn: 'মাইক্রোফোন' },
  description: { en: 'Microphones for vlogs, waz, podcasts and meetings.', bn: 'ভ্লগ, ওয়াজ, পডকাস্ট ও মিটিংয়ের মাইক্রোফোন।' },
  form: 'microphone',
  colours: ['black'],
  specifications: [
    choice('kind', 'Kind', 'ধরন', {
      lavalier: ['Lavalier', 'কলার'],
      desk: ['Desk', 'ডেস্ক'],
      shotgun: ['Shotgun', 'শটগান'],
    }),
    choice('connection', 'Connection', 'সংযোগ', {
      wireless: ['Wireless', 'ওয়্যারলেস'],
      aux: ['3.5 mm', '৩.৫ মিমি'],
      usb: ['USB', 'ইউএসবি'],
    }),
    flag('worksWithPhone', 'Works with phones', 'ফোনে চলে'),
    flag('hasNoiseReduction', 'Noise reduction', 'নয়েজ রিডাকশন'),
    number('microphoneCount', 'Microphones', 'মাইক সংখ্যা'),
  ],
  columns: 'line model kind connection worksWithPhone hasNoiseReduction microphoneCount price',
  titles: [['{line} {connection} {kind} Microphone', '{line} {connection} {kind} মাইক্রোফোন']],
  openings: [
    [
      '{name} makes a phone video sound professional.',
      'ফোনের ভিডিওতেও পেশাদার শব্দ দেয় {name}।',
      (s) => s.worksWithPhone === true,
    ],
    ['{name} keeps your voice close and the room away.', 'ঘরের শব্দ দূরে রেখে আপনার কণ্ঠ ধরে {name}।'],
  ],
  details: [
    ['Noise reduction works at one press.', 'এক চাপেই চারপাশের শব্দ কমে যায়।', (s) => s.hasNoiseReduction === true],
    [
      '{microphoneCount} microphones for host and guest.',
      'উপস্থাপক ও অতিথির জন্য {microphoneCount}টি মাইক।',
      (s) => Number(s.microphoneCount) > 1,
    ],
    ['Plug it in; nothing to install.', 'লাগালেই চলে, কিছু ইনস্টল করতে হয় না।'],
  ],
  highlights: [
    ['{connection}', '{connection}'],
    ['{microphoneCount} microphones', '{microphoneCount}টি মাইক', (s) => Number(s.microphoneCount) > 1],
    ['Noise reduction', 'নয়েজ রিডাকশন', (s) => s.hasNoiseReduction === true],
    ['Works with phones', 'ফোনে চলে', (s) => s.worksWithPhone === true],
    ['Clear voice', 'স্পষ্ট কণ্ঠ'],
  ],
  warrantyMonths: () => 12,
  weightGrams: (s) => (s.kind === 'desk' ? 900 : 180),
  unofficialShare: 0.25,
  rows: `
@boya
BY-M1 | BY-M1 | lavalier | aux | y | n | 1 | 990
BY-M1 Pro II | BY-M1PRO2 | lavalier | aux | y | y | 1 | 1890
BY-V20 | BY-V20 | lavalier | wireless | y | y | 2 | 2990
Mini 2 | BY-MINI2 | lavalier | wireless | y | y | 2 | 4290
BY-MM1 | BY-MM1 | shotgun | aux | y | n | 1 | 2290
BY-PM500 | BY-PM500 | desk | usb | n | n | 1 | 6490
@maono
AU-A04 | AU-A04 | desk | usb | n | n | 1 | 4490
PD200X | PD200X | desk | usb | n | y | 1 | 6490
Wave T5 | MN-WAVET5 | lavalier | wireless | y | y | 2 | 3990
@dji
Mic Mini | DJI-MM | lavalier | wireless | y | y | 2 | 15490
Mic 3 | DJI-MIC3 | lavalier | wireless | y | y | 2 | 32990
@fantech
Leviosa MCX01 | MCX01 | desk | usb | n | n | 1 | 3990
@havit
GK61 | GK61 | desk | usb | n | n | 1 | 2290
@hoco
L15 Crystal | L15 | lavalier | wireless | y | y | 1 | 1290
`,
}

export const audioLeaves = [earbuds, headphones, neckbands, speakers, microphones]
