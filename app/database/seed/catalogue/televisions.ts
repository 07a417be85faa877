import { choice, flag, type Leaf, number, shownOnly } from './leaf.ts'

const televisions: Leaf = {
  slug: 'televisions',
  parentSlug: 'tv-and-home-cinema',
  name: { en: 'Televisions', bn: 'টেলিভিশন' },
  description: {
    en: 'Smart and basic TVs from 24 to 85 inches, with home delivery.',
    bn: '২৪ থেকে ৮৫ ইঞ্চির স্মার্ট ও সাধারণ টিভি, হোম ডেলিভারিসহ।',
  },
  form: 'television',
  colours: ['black'],
  specifications: [
    number('screenInches', 'Screen size', 'স্ক্রিনের আকার', 'inches', 'ইঞ্চি'),
    choice('resolution', 'Resolution', 'রেজোলিউশন', {
      hd: ['HD', 'এইচডি'],
      fhd: ['Full HD', 'ফুল এইচডি'],
      uhd: ['4K', '৪কে'],
    }),
    choice('panel', 'Display type', 'ডিসপ্লের ধরন', {
      led: ['LED', 'এলইডি'],
      qled: ['QLED', 'কিউএলইডি'],
      oled: ['OLED', 'ওলেড'],
      'mini-led': ['Mini LED', 'মিনি এলইডি'],
    }),
    choice('system', 'System', 'সিস্টেম', {
      google: ['Google TV', 'গুগল টিভি'],
      android: ['Android TV', 'অ্যান্ড্রয়েড টিভি'],
      tizen: ['Tizen', 'টাইজেন'],
      webos: ['webOS', 'ওয়েবওএস'],
      vidaa: ['VIDAA', 'ভিডা'],
      none: ['Basic', 'সাধারণ'],
    }),
    flag('hasVoice', 'Voice control', 'ভয়েস কন্ট্রোল'),
    number('refreshHz', 'Refresh rate', 'রিফ্রেশ রেট', 'Hz', 'হার্টজ'),
    shownOnly(number('soundW', 'Sound', 'সাউন্ড', 'W', 'ওয়াট')),
  ],
  columns: 'line model screenInches resolution panel system hasVoice refreshHz soundW price',
  titles: [['{line} {screenInches}" {resolution} {panel} TV', '{line} {screenInches} ইঞ্চি {resolution} {panel} টিভি']],
  openings: [
    ['{name} fills the wall with a {resolution} picture.', '{resolution} ছবিতে দেয়াল ভরিয়ে দেয় {name}।'],
    [
      'Cricket, drama and YouTube on {screenInches} inches: {name}.',
      '{screenInches} ইঞ্চিতে ক্রিকেট, নাটক আর ইউটিউব: {name}।',
    ],
    ['{name} brings the whole family to one room.', 'পুরো পরিবারকে এক ঘরে আনে {name}।'],
    ['Thin bezels make {name} look larger than it is.', 'চিকন বেজেলের জন্য {name} দেখতে আরও বড় লাগে।'],
  ],
  details: [
    [
      '{system} opens Chorki, Hoichoi, Netflix and YouTube.',
      '{system} দিয়ে চরকি, হইচই, নেটফ্লিক্স ও ইউটিউব দেখা যায়।',
      (s) => s.system !== 'none',
    ],
    [
      'Say what you want to watch; the remote listens.',
      'কী দেখবেন মুখে বললেই রিমোট খুঁজে দেয়।',
      (s) => s.hasVoice === true,
    ],
    ['Dish, pen drive and HDMI all plug in.', 'ডিশ, পেনড্রাইভ ও এইচডিএমআই সবই চলে।'],
    ['{soundW} W speakers need no extra box.', '{soundW} ওয়াট স্পিকারে আলাদা বক্স লাগে না।'],
    [
      'Fast scenes stay sharp at {refreshHz} Hz.',
      '{refreshHz} হার্টজে দ্রুত দৃশ্যও ঝাপসা হয় না।',
      (s) => Number(s.refreshHz) >= 100,
    ],
    [
      '{panel} colours are richer than on ordinary screens.',
      '{panel} ডিসপ্লের রং সাধারণ স্ক্রিনের চেয়ে উজ্জ্বল।',
      (s) => s.panel !== 'led',
    ],
  ],
  highlights: [
    ['{screenInches}-inch {resolution} {panel}', '{screenInches} ইঞ্চি {resolution} {panel}'],
    ['{system}', '{system}', (s) => s.system !== 'none'],
    ['Voice remote', 'ভয়েস রিমোট', (s) => s.hasVoice === true],
    ['{soundW} W sound', '{soundW} ওয়াট সাউন্ড'],
    ['{refreshHz} Hz', '{refreshHz} হার্টজ'],
  ],
  warrantyMonths: (_, brand) => (['walton', 'vision', 'marcel', 'minister'].includes(brand) ? 48 : 36),
  weightGrams: (s) => Number(s.screenInches) ** 1.9 * 8.5,
  unofficialShare: 0.12,
  rows: `
@samsung
32T4500 | UA32T4500 | 32 | hd | led | tizen | n | 60 | 10 | 25900
H5000F | UA43H5000F | 43 | fhd | led | tizen | n | 60 | 20 | 41900
Crystal DU7000 | UA43DU7000 | 43 | uhd | led | tizen | y | 60 | 20 | 49900
Crystal U8000F | UA50U8000F | 50 | uhd | led | tizen | y | 60 | 20 | 64900
Crystal U8500F | UA55U8500F | 55 | uhd | led | tizen | y | 60 | 20 | 79900
Crystal DU8000 | UA65DU8000 | 65 | uhd | led | tizen | y | 60 | 20 | 112900
QLED Q7F | QA55Q7F | 55 | uhd | qled | tizen | y | 60 | 20 | 99900
Neo QN70F | QA65QN70F | 65 | uhd | mini-led | tizen | y | 144 | 20 | 174900
OLED S90F | QA65S90F | 65 | uhd | oled | tizen | y | 144 | 40 | 259900
@sony
Bravia W830K | KD-32W830K | 32 | hd | led | google | y | 60 | 10 | 37900
Bravia 2 II S20M2 | K-43S20M2 | 43 | uhd | led | google | y | 60 | 20 | 68900
Bravia 2 S25VM2 | K-55S25VM2 | 55 | uhd | led | google | y | 60 | 20 | 92900
Bravia 3 S30 | K-65S30 | 65 | uhd | led | google | y | 60 | 20 | 139900
Bravia 5 XR50 | K-65XR50 | 65 | uhd | mini-led | google | y | 120 | 40 | 229900
Bravia 8 XR80 | K-55XR80 | 55 | uhd | oled | google | y | 120 | 50 | 234900
@lg
LR570 | 32LR570B | 32 | hd | led | webos | n | 60 | 10 | 26900
UHD UA74 | 43UA7450 | 43 | uhd | led | webos | y | 60 | 20 | 52900
UHD UA80 | 55UA8050 | 55 | uhd | led | webos | y | 60 | 20 | 79900
QNED82 | 65QNED82A | 65 | uhd | qled | webos | y | 60 | 20 | 136900
OLED C5 | OLED55C5P | 55 | uhd | oled | webos | y | 144 | 40 | 198900
OLED B5 | OLED65B5P | 65 | uhd | oled | webos | y | 120 | 20 | 229900
@xiaomi
TV A 32 2025 | L32MA-AUS | 32 | hd | led | google | y | 60 | 20 | 21990
TV A 43 2025 | L43MA-AUS | 43 | fhd | led | google | y | 60 | 20 | 33990
TV A Pro 43 | L43MA-SEA | 43 | uhd | led | google | y | 60 | 20 | 41990
TV A Pro 55 | L55MA-SEA | 55 | uhd | led | google | y | 60 | 24 | 61990
TV S Mini LED 55 | L55MB-S | 55 | uhd | mini-led | google | y | 144 | 30 | 89990
@tcl
S5400A | 32S5400A | 32 | hd | led | android | y | 60 | 10 | 19990
V6C | 43V6C | 43 | uhd | led | google | y | 60 | 20 | 38990
P7K | 55P7K | 55 | uhd | qled | google | y | 60 | 20 | 62990
C6K | 65C6K | 65 | uhd | mini-led | google | y | 144 | 40 | 124990
@hisense
A4Q | 32A4Q | 32 | hd | led | vidaa | n | 60 | 12 | 18990
A6Q | 50A6Q | 50 | uhd | led | vidaa | y | 60 | 20 | 49990
U6Q | 55U6Q | 55 | uhd | mini-led | vidaa | y | 144 | 40 | 89990
@haier
K800X | H32K800X | 32 | hd | led | google | y | 60 | 16 | 20990
P7GT | H43P7GT | 43 | uhd | led | google | y | 60 | 20 | 38990
@walton
WD1-JX24 | WD1-JX24-SV | 24 | hd | led | none | n | 60 | 10 | 11990
W32D120HG1 | W32D120HG1 | 32 | hd | led | google | y | 60 | 16 | 19990
WE-JX32 | WE-JX32-C | 32 | hd | led | none | n | 60 | 12 | 15490
W43D210EG1 | W43D210EG1 | 43 | fhd | led | google | y | 60 | 20 | 31990
W50D21UG | W50D21UG | 50 | uhd | led | google | y | 60 | 20 | 46990
W55D21UG | W55D21UG | 55 | uhd | qled | google | y | 60 | 24 | 58990
W65E3UG | W65E3UG | 65 | uhd | qled | google | y | 60 | 24 | 86990
@vision
E3 | VIS-32E3 | 32 | hd | led | none | n | 60 | 16 | 14900
G3S Galaxy | VIS-32G3S | 32 | hd | led | google | y | 60 | 16 | 18900
G3S Infinity | VIS-43G3S | 43 | fhd | led | google | y | 60 | 20 | 29900
N10S | VIS-50N10S | 50 | uhd | led | google | y | 60 | 20 | 43900
Q1 Official | VIS-65Q1 | 65 | uhd | qled | google | y | 60 | 24 | 79900
@marcel
M32D150 | M32D150 | 32 | hd | led | android | y | 60 | 16 | 18490
M43D210 | M43D210 | 43 | fhd | led | google | y | 60 | 20 | 29990
@singer
S32 Primax | SLE32A5000 | 32 | hd | led | android | n | 60 | 16 | 18990
S43 Infinity | SLE43G22 | 43 | fhd | led | google | y | 60 | 20 | 32990
S55 Infinity | SLE55U24 | 55 | uhd | led | google | y | 60 | 20 | 59990
@minister
M-32 Glorious | M32GLR | 32 | hd | led | none | n | 60 | 12 | 14490
M-43 Glorious | M43GLR | 43 | fhd | led | google | y | 60 | 20 | 28990
@jamuna
J32S3AB | J32S3AB | 32 | hd | led | android | n | 60 | 16 | 17490
J43S1BB | J43S1BB | 43 | fhd | led | google | y | 60 | 20 | 28490
@rangs
Frameless RL-32 | RL32FG | 32 | hd | led | google | y | 60 | 16 | 18490
@sharp
Aquos FG2X | 2TC42FG2X | 42 | fhd | led | google | y | 60 | 20 | 39900
Aquos FL1X | 4TC55FL1X | 55 | uhd | led | google | y | 60 | 20 | 71900
@panasonic
MS550 | TH-32MS550 | 32 | hd | led | google | y | 60 | 20 | 26900
`,
}

const soundbars: Leaf = {
  slug: 'soundbars',
  parentSlug: 'tv-and-home-cinema',
  name: { en: 'Soundbars', bn: 'সাউন্ডবার' },
  description: { en: 'Soundbars that let the TV be heard.', bn: 'টিভির শব্দকে প্রাণ দেয় যে সাউন্ডবার।' },
  form: 'soundbar',
  colours: ['black'],
  specifications: [
    number('powerW', 'Power', 'ক্ষমতা', 'W', 'ওয়াট'),
    choice('channels', 'Channels', 'চ্যানেল', {
      '2.0': ['2.0', '২.০'],
      '2.1': ['2.1', '২.১'],
      '3.1': ['3.1', '৩.১'],
      '5.1': ['5.1', '৫.১'],
    }),
    flag('hasSubwoofer', 'Subwoofer', 'সাবউফার'),
    flag('hasDolby', 'Dolby Atmos', 'ডলবি অ্যাটমস'),
    shownOnly(flag('hasBluetooth', 'Bluetooth', 'ব্লুটুথ')),
  ],
  columns: 'line model powerW channels hasSubwoofer hasDolby hasBluetooth price',
  titles: [['{line} {powerW}W Soundbar', '{line} {powerW} ওয়াট সাউন্ডবার']],
  openings: [
    ['{name} makes dialogue clear and stadiums loud.', '{name} সংলাপ শোনায় পরিষ্কার, গ্যালারির গর্জন জোরালো।'],
    ['Thin TVs sound thin; {name} mends it.', 'পাতলা টিভির দুর্বল শব্দের সমাধান {name}।'],
  ],
  details: [
    ['The subwoofer gives films their weight.', 'সাবউফারে সিনেমার শব্দ হয় ভারী ও গভীর।', (s) => s.hasSubwoofer === true],
    ['Dolby Atmos lifts sound above the screen.', 'ডলবি অ্যাটমসে শব্দ ছড়ায় চারপাশে।', (s) => s.hasDolby === true],
    ['Play songs from the phone over Bluetooth.', 'ব্লুটুথে ফোন থেকেও গান বাজানো যায়।', (s) => s.hasBluetooth === true],
    ['It connects with one HDMI cable.', 'একটি এইচডিএমআই তারেই সংযোগ।'],
  ],
  highlights: [
    ['{powerW} W', '{powerW} ওয়াট'],
    ['{channels} channels', '{channels} চ্যানেল'],
    ['Subwoofer', 'সাবউফার', (s) => s.hasSubwoofer === true],
    ['Dolby Atmos', 'ডলবি অ্যাটমস', (s) => s.hasDolby === true],
    ['Remote included', 'সঙ্গে রিমোট'],
  ],
  warrantyMonths: () => 12,
  weightGrams: (s) => 2500 + Number(s.powerW) * 14,
  unofficialShare: 0.25,
  rows: `
@samsung
B450F | HW-B450F | 300 | 2.1 | y | n | y | 17990
B650F | HW-B650F | 370 | 3.1 | y | n | y | 29990
Q600F | HW-Q600F | 360 | 3.1 | y | y | y | 44990
@sony
HT-S100F | HT-S100F | 120 | 2.0 | n | n | y | 13990
HT-S20R | HT-S20R | 400 | 5.1 | y | n | y | 24990
HT-S400 | HT-S400 | 330 | 2.1 | y | n | y | 29990
Theatre Bar 6 | HT-B600 | 350 | 3.1 | y | y | y | 58990
@lg
S40T | S40T | 300 | 2.1 | y | n | y | 19990
S60TR | S60TR | 440 | 5.1 | y | n | y | 36990
@jbl
Bar 2.1 Deep Bass MK2 | BAR21DB2 | 300 | 2.1 | y | n | y | 32990
Cinema SB580 | SB580 | 440 | 3.1 | y | y | y | 36990
@xiaomi
Redmi | S26 | 30 | 2.0 | n | n | y | 4490
@f-and-d
HT-330 | HT-330 | 80 | 2.1 | y | n | y | 11990
@edifier
B700 | B700 | 220 | 5.1 | y | y | y | 24990
@microlab
Onebar 02 | ML-OB02 | 40 | 2.0 | n | n | y | 4290
@walton
WSB80 Deluxe | WSB80 | 80 | 2.1 | y | n | y | 7990
`,
}

const projectors: Leaf = {
  slug: 'projectors',
  parentSlug: 'tv-and-home-cinema',
  name: { en: 'Projectors', bn: 'প্রজেক্টর' },
  description: { en: 'Projectors for classrooms, offices and film nights.', bn: 'ক্লাসরুম, অফিস ও সিনেমা রাতের প্রজেক্টর।' },
  form: 'projector',
  colours: ['white'],
  specifications: [
    number('brightnessLumens', 'Brightness', 'উজ্জ্বলতা', 'lumens', 'লুমেন'),
    choice('resolution', 'Resolution', 'রেজোলিউশন', {
      svga: ['SVGA', 'এসভিজিএ'],
      xga: ['XGA', 'এক্সজিএ'],
      wxga: ['WXGA', 'ডব্লিউএক্সজিএ'],
      fhd: ['Full HD', 'ফুল এইচডি'],
      uhd: ['4K', '৪কে'],
    }),
    choice('use', 'For', 'ব্যবহার', { office: ['Office', 'অফিস'], home: ['Home', 'বাসা'] }),
    flag('isPortable', 'Portable', 'বহনযোগ্য'),
    flag('hasWifi', 'Wi-Fi', 'ওয়াইফাই'),
  ],
  columns: 'line model brightnessLumens resolution use isPortable hasWifi price',
  titles: [['{line} {resolution} Projector', '{line} {resolution} প্রজেক্টর']],
  openings: [
    [
      '{name} stays readable with the lights on.',
      'আলো জ্বালা ঘরেও {name} দিয়ে লেখা পড়া যায়।',
      (s) => Number(s.brightnessLumens) > 3000,
    ],
    ['{name} turns a white wall into a cinema.', 'সাদা দেয়ালকে সিনেমা হল বানিয়ে দেয় {name}।'],
  ],
  details: [
    ['{brightnessLumens} lumens and {resolution}.', '{brightnessLumens} লুমেন উজ্জ্বলতা ও {resolution} রেজোলিউশন।'],
    ['Send pictures to it without a cable.', 'তার ছাড়াই ছবি পাঠানো যায়।', (s) => s.hasWifi === true],
    ['It travels in a small bag.', 'ছোট ব্যাগেই বয়ে নেওয়া যায়।', (s) => s.isPortable === true],
  ],
  highlights: [
    ['{brightnessLumens} lumens', '{brightnessLumens} লুমেন'],
    ['{resolution}', '{resolution}'],
    ['Wi-Fi', 'ওয়াইফাই', (s) => s.hasWifi === true],
    ['Portable', 'বহনযোগ্য', (s) => s.isPortable === true],
    ['HDMI input', 'এইচডিএমআই ইনপুট'],
  ],
  warrantyMonths: () => 24,
  weightGrams: (s) => (s.isPortable === true ? 1500 : 3600),
  unofficialShare: 0.15,
  rows: `
@epson
EB-E01 | EB-E01 | 3300 | xga | office | n | n | 44990
EB-E500 | EB-E500 | 3300 | xga | office | n | n | 46990
EB-X49 | EB-X49 | 3600 | xga | office | n | n | 56990
EB-W49 | EB-W49 | 3800 | wxga | office | n | n | 66990
EF-22 EpiqVision | EF-22 | 1000 | fhd | home | y | y | 104990
@benq
MS560 | MS560 | 4000 | svga | office | n | n | 42990
MX560 | MX560 | 4000 | xga | office | n | n | 52990
TH585P | TH585P | 3700 | fhd | home | n | n | 76990
@viewsonic
PA503S | PA503S | 3800 | svga | office | n | n | 41990
M1 Pro Smart | M1PRO | 600 | wxga | home | y | y | 69990
@xiaomi
L1 | L1PJ | 200 | fhd | home | y | y | 27990
@samsung
The Freestyle 2nd Gen | SP-LFF3C | 550 | fhd | home | y | y | 74990
`,
}

export const televisionLeaves = [televisions, soundbars, projectors]
