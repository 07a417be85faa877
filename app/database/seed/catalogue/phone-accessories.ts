import { choice, flag, type Leaf, number, shownOnly } from './leaf.ts'

const isFast = (watts: unknown) => Number(watts) >= 22

const powerBanks: Leaf = {
  slug: 'power-banks',
  parentSlug: 'phone-accessories',
  name: { en: 'Power Banks', bn: 'পাওয়ার ব্যাংক' },
  description: {
    en: 'Power banks for load-shedding, launches and long bus rides.',
    bn: 'লোডশেডিং, লঞ্চ আর লম্বা বাসযাত্রার পাওয়ার ব্যাংক।',
  },
  form: 'power-bank',
  colours: ['black', 'white'],
  specifications: [
    number('capacityMah', 'Capacity', 'ধারণক্ষমতা', 'mAh', 'এমএএইচ'),
    number('outputW', 'Output', 'আউটপুট', 'W', 'ওয়াট'),
    shownOnly(number('portCount', 'Ports', 'পোর্ট সংখ্যা')),
    flag('isWireless', 'Wireless charging', 'তারবিহীন চার্জিং'),
    flag('hasCable', 'Built-in cable', 'সংযুক্ত কেবল'),
  ],
  columns: 'line model capacityMah outputW portCount isWireless hasCable price colours',
  titles: [['{line} {capacityMah}mAh Power Bank', '{line} {capacityMah} এমএএইচ পাওয়ার ব্যাংক']],
  openings: [
    [
      '{name} fills an ordinary phone more than once before it needs the wall again.',
      '{name} একবার চার্জে সাধারণ ফোন একাধিকবার চার্জ দিতে পারে।',
    ],
    [
      '{capacityMah} mAh in the bag: {name} for trips without a socket.',
      'ব্যাগে {capacityMah} এমএএইচ: প্লাগ ছাড়া ভ্রমণের সঙ্গী {name}।',
    ],
    ['When the current goes, {name} keeps phone and router alive.', 'কারেন্ট গেলেও ফোন ও রাউটার চালু রাখে {name}।'],
  ],
  details: [
    ['{outputW} W output charges quickly.', '{outputW} ওয়াট আউটপুটে দ্রুত চার্জ হয়।', (s) => isFast(s.outputW)],
    ['{portCount} ports serve as many devices together.', '{portCount}টি পোর্টে একসঙ্গে একাধিক ডিভাইস চার্জ দেওয়া যায়।'],
    [
      'Lay the phone on top and it charges without a cable.',
      'উপরে রাখলেই তার ছাড়া ফোন চার্জ হয়।',
      (s) => s.isWireless === true,
    ],
    [
      'The cable is built in, so it is never left at home.',
      'কেবল সঙ্গেই লাগানো, আলাদা করে নিতে হয় না।',
      (s) => s.hasCable === true,
    ],
    ['It guards against overcharging and short circuits.', 'ওভারচার্জ ও শর্টসার্কিট থেকে সুরক্ষা দেয়।'],
  ],
  highlights: [
    ['{capacityMah} mAh', '{capacityMah} এমএএইচ'],
    ['{outputW} W output', '{outputW} ওয়াট আউটপুট'],
    ['{portCount} ports', '{portCount}টি পোর্ট'],
    ['Wireless charging', 'তারবিহীন চার্জিং', (s) => s.isWireless === true],
    ['Built-in cable', 'সংযুক্ত কেবল', (s) => s.hasCable === true],
  ],
  warrantyMonths: () => 6,
  weightGrams: (s) => 90 + Number(s.capacityMah) / 55,
  unofficialShare: 0.2,
  rows: `
@xiaomi
Redmi 18W | PB200LZM | 20000 | 18 | 3 | n | n | 2190 | black white
33W Cable | PB1030 | 10000 | 33 | 2 | n | y | 2290 | blue
22.5W | PB100DZM | 10000 | 22.5 | 3 | n | n | 1690 | black silver
Magnetic Slim | WPB0520 | 5000 | 20 | 1 | y | n | 2990 | black gold
212W HyperCharge | PB2022ZM | 25000 | 212 | 3 | n | n | 7490 | black
@anker
PowerCore 10K | A1229 | 10000 | 12 | 2 | n | n | 2490 | black
Zolo 30W | A1688 | 20000 | 30 | 3 | n | y | 3990 | black white
737 | A1289 | 24000 | 140 | 3 | n | n | 13990 | black
MagGo Slim | A1664 | 10000 | 15 | 2 | y | n | 6490 | black white
Nano 30W | A1259 | 10000 | 30 | 3 | n | y | 3690 | black mint pink
@baseus
Bipow Pro 22.5W | PPBD040301 | 20000 | 22.5 | 3 | n | n | 2690 | black white
Adaman Metal 65W | PPAD000101 | 20000 | 65 | 5 | n | n | 5490 | black
Magnetic Mini 20W | PPCX010201 | 6000 | 20 | 2 | y | n | 2790 | white purple
Picogo 45W | E0024X | 10000 | 45 | 2 | n | y | 3190 | black green
Airpow 20W | PPAP20K | 20000 | 20 | 3 | n | n | 2190 | black
@ugreen
Nexode 100W | PB720 | 20000 | 100 | 3 | n | n | 7990 | grey
Magnetic 15W | PB561 | 10000 | 15 | 2 | y | n | 4290 | black
@joyroom
D-M198 22.5W | JR-QP191 | 10000 | 22.5 | 3 | n | n | 1490 | black white
JR-PBF10 Cute | JR-PBF10 | 10000 | 22.5 | 2 | n | y | 1890 | white pink
@remax
RPP-291 Bodi | RPP-291 | 30000 | 22.5 | 4 | n | n | 2790 | black white
RPP-102 Jane | RPP-102 | 10000 | 12 | 3 | n | y | 1290 | black
@hoco
J132A Advance | J132A | 20000 | 22.5 | 3 | n | y | 1990 | black white
J101A Astute | J101A | 20000 | 22.5 | 3 | n | n | 1690 | black blue
Q32 Magnetic | Q32 | 10000 | 20 | 2 | y | n | 2190 | black white
@walton
Arc PD45 | WPB-PD45 | 20000 | 45 | 3 | n | n | 2390 | black
Velox 10 | WPB-V10 | 10000 | 12 | 2 | n | n | 1090 | black blue
@samsung
Battery Pack 25W | EB-P3400 | 10000 | 25 | 2 | n | n | 3290 | gold
@realme
Power 33W Dart | RMA2011 | 10000 | 33 | 2 | n | n | 2190 | black
@haylou
PowerHub 22.5W | HL-PB22 | 10000 | 22.5 | 3 | n | n | 1490 | black white
`,
}

const chargers: Leaf = {
  slug: 'chargers',
  parentSlug: 'phone-accessories',
  name: { en: 'Chargers', bn: 'চার্জার' },
  description: {
    en: 'Wall, car and wireless chargers from 20 to 200 watts.',
    bn: '২০ থেকে ২০০ ওয়াটের ওয়াল, কার ও তারবিহীন চার্জার।',
  },
  form: 'charger',
  colours: ['white', 'black'],
  specifications: [
    number('outputW', 'Output', 'আউটপুট', 'W', 'ওয়াট'),
    choice('kind', 'Kind', 'ধরন', { wall: ['Wall', 'ওয়াল'], car: ['Car', 'কার'], wireless: ['Wireless', 'ওয়্যারলেস'] }),
    number('portCount', 'Ports', 'পোর্ট সংখ্যা'),
    flag('hasUsbC', 'USB-C', 'ইউএসবি-সি'),
    flag('hasCable', 'Cable in the box', 'বক্সে কেবল'),
  ],
  columns: 'line model outputW kind portCount hasUsbC hasCable price colours',
  titles: [['{line} {outputW}W {kind} Charger', '{line} {outputW} ওয়াট {kind} চার্জার']],
  openings: [
    ['{name} charges phones at up to {outputW} W.', '{name} ফোন চার্জ দেয় সর্বোচ্চ {outputW} ওয়াটে।'],
    ['Small and cool to the touch, {name} suits home and office.', 'ছোট আর কম গরম হয়, বাসা-অফিসে মানানসই {name}।'],
    [
      'Lost the charger from the box? {name} does the job, often faster.',
      'বক্সের চার্জার হারিয়েছেন? {name} সেই কাজই করবে, অনেক সময় আরও দ্রুত।',
    ],
  ],
  details: [
    [
      '{portCount} ports charge as many devices at once.',
      '{portCount}টি পোর্টে একসঙ্গে কয়েকটি ডিভাইস চার্জ হয়।',
      (s) => Number(s.portCount) > 1,
    ],
    [
      'Enough power for most USB-C laptops.',
      'বেশির ভাগ ইউএসবি-সি ল্যাপটপও চার্জ দেওয়া যায়।',
      (s) => Number(s.outputW) >= 65 && s.kind === 'wall',
    ],
    ['A cable comes in the box.', 'বক্সে কেবল দেওয়া আছে।', (s) => s.hasCable === true],
    [
      'It stands Dhaka’s voltage swings from 100 to 240 V.',
      'ঢাকার ভোল্টেজ ওঠানামায়ও ১০০-২৪০ ভোল্টে ঠিকঠাক চলে।',
      (s) => s.kind === 'wall',
    ],
    ['It stops by itself when the battery is full or the plug gets hot.', 'ব্যাটারি ভরলে বা গরম হলে নিজেই থেমে যায়।'],
  ],
  highlights: [
    ['Up to {outputW} W', 'সর্বোচ্চ {outputW} ওয়াট'],
    ['{portCount} ports', '{portCount}টি পোর্ট', (s) => Number(s.portCount) > 1],
    ['USB-C', 'ইউএসবি-সি', (s) => s.hasUsbC === true],
    ['Protected against heat and surges', 'তাপ ও ভোল্টেজ সুরক্ষা'],
  ],
  warrantyMonths: (_, brand) => (brand === 'apple' || brand === 'samsung' ? 12 : 6),
  weightGrams: (s) => 70 + Number(s.outputW) * 1.4,
  unofficialShare: 0.25,
  rows: `
@samsung
Travel Adapter | EP-T2510 | 25 | wall | 1 | y | n | 1490 | black white
Super Fast | EP-T4511 | 45 | wall | 1 | y | y | 2990 | black white
Duo | EP-P5400 | 15 | wireless | 2 | y | y | 5490 | black
Trio Adapter | EP-T6530 | 65 | wall | 3 | y | n | 4490 | black
@apple
USB-C Power Adapter | MUVV3 | 20 | wall | 1 | y | n | 2490 | white
Dual USB-C Compact | MNWP3 | 35 | wall | 2 | y | n | 5990 | white
Dynamic USB-C | MGKN4 | 40 | wall | 1 | y | n | 4990 | white
MagSafe | MX6X3 | 25 | wireless | 1 | y | y | 5290 | white
@anker
Nano 3 | A2147 | 30 | wall | 1 | y | n | 2190 | black white blue
735 Nano II | A2667 | 65 | wall | 3 | y | n | 4490 | black
Prime | A2343 | 100 | wall | 3 | y | n | 7990 | black
Zolo | A2698 | 20 | wall | 1 | y | y | 1290 | white black
MagGo Stand | A25M0 | 15 | wireless | 2 | y | y | 6990 | black white
PowerIQ | A2735 | 48 | car | 2 | y | n | 1990 | black
@baseus
GaN5 Pro | CCGP090201 | 65 | wall | 3 | y | y | 3190 | black white
GaN6 Pro | CCGP100102 | 100 | wall | 4 | y | y | 5990 | black
Super Si | CCSUP-B01 | 25 | wall | 1 | y | n | 850 | black white
Particular Digital | CCKX-C0A | 65 | car | 2 | y | n | 1690 | black
Simple Magnetic | WXJK-F02 | 15 | wireless | 1 | y | y | 1490 | white black
@ugreen
Nexode X | X755 | 65 | wall | 3 | y | n | 3290 | grey
Nexode | CD226 | 100 | wall | 4 | y | n | 5490 | grey
Robot GaN | CD359 | 30 | wall | 1 | y | n | 1990 | purple
Quick | CD239 | 36 | car | 2 | y | n | 1090 | black
@xiaomi
Combo HyperCharge | MDY-14-EE | 120 | wall | 1 | n | y | 2990 | white
Mi Fast | MDY-12-EH | 67 | wall | 1 | n | y | 1790 | white
HyperCharge Stand | MDY-13-ED | 50 | wireless | 1 | y | y | 3490 | black
@realme
SuperDart | VCA7JAEH | 33 | wall | 1 | n | y | 1290 | white
@oppo
SuperVOOC | VCB8JAUH | 80 | wall | 1 | n | y | 2290 | white
@hoco
N33 Special | N33 | 20 | wall | 2 | y | n | 690 | white black
C131A Platinum | C131A | 30 | wall | 1 | y | n | 850 | white
Z53 Exalted | Z53 | 30 | car | 2 | y | n | 790 | black
CW31 Gallant | CW31 | 15 | wireless | 1 | y | y | 990 | black white
@remax
RP-U82 Jane | RP-U82 | 22 | wall | 2 | y | n | 690 | white
@walton
GaN Swift | WCH-65G | 65 | wall | 2 | y | n | 1990 | white
`,
}

const cables: Leaf = {
  slug: 'cables',
  parentSlug: 'phone-accessories',
  name: { en: 'Cables & Adapters', bn: 'কেবল ও অ্যাডাপ্টার' },
  description: {
    en: 'USB-C, Lightning, HDMI and network cables in the length you need.',
    bn: 'দরকারি মাপের ইউএসবি-সি, লাইটনিং, এইচডিএমআই ও নেটওয়ার্ক কেবল।',
  },
  form: 'cable',
  colours: ['black', 'white'],
  specifications: [
    choice('connector', 'Connectors', 'কানেক্টর', {
      'c-to-c': ['USB-C to USB-C', 'ইউএসবি-সি টু ইউএসবি-সি'],
      'a-to-c': ['USB to USB-C', 'ইউএসবি টু ইউএসবি-সি'],
      'c-to-lightning': ['USB-C to Lightning', 'ইউএসবি-সি টু লাইটনিং'],
      'a-to-micro': ['USB to Micro-USB', 'ইউএসবি টু মাইক্রো ইউএসবি'],
      hdmi: ['HDMI', 'এইচডিএমআই'],
      network: ['Network (RJ45)', 'নেটওয়ার্ক (আরজে৪৫)'],
      aux: ['3.5 mm AUX', '৩.৫ মিমি অক্স'],
    }),
    number('lengthM', 'Shortest length', 'সবচেয়ে ছোট মাপ', 'm', 'মিটার'),
    number('powerW', 'Power', 'পাওয়ার', 'W', 'ওয়াট'),
    flag('isBraided', 'Braided', 'ব্রেইডেড'),
    choice('use', 'Used for', 'ব্যবহার', {
      charging: ['Charging and data', 'চার্জ ও ডাটা'],
      picture: ['TV and monitor', 'টিভি ও মনিটর'],
      internet: ['Internet', 'ইন্টারনেট'],
      sound: ['Sound', 'অডিও'],
    }),
  ],
  columns: 'line model connector powerW isBraided price colours',
  derive: ({ price = '', connector = '' }) => ({
    lengthM: Number.parseFloat(price),
    use:
      connector === 'hdmi'
        ? 'picture'
        : connector === 'network'
          ? 'internet'
          : connector === 'aux'
            ? 'sound'
            : 'charging',
  }),
  variesIn: 'size',
  titles: [['{line} {connector} Cable', '{line} {connector} কেবল']],
  openings: [
    ['{name} is made to be bent, rolled and pulled every day.', 'প্রতিদিনের টানাটানি আর প্যাঁচ সয়ে টিকে থাকে {name}।'],
    ['{name} holds tight and does not work loose.', '{name} শক্ত করে লেগে থাকে, সহজে ঢিলা হয় না।'],
    ['A spare worth having: {name}.', 'সঙ্গে রাখার মতো বাড়তি কেবল: {name}।'],
  ],
  details: [
    ['It carries up to {powerW} W.', 'সর্বোচ্চ {powerW} ওয়াট পর্যন্ত পাওয়ার নেয়।', (s) => Number(s.powerW) > 0],
    ['The braided jacket does not fray.', 'ব্রেইডেড আবরণ সহজে ছেঁড়ে না।', (s) => s.isBraided === true],
    ['Choose the length that reaches your socket.', 'প্লাগের দূরত্ব বুঝে মাপ বেছে নিন।'],
    ['Data and charging go through one lead.', 'এক কেবলেই ডাটা ও চার্জ।', (s) => Number(s.powerW) > 0],
  ],
  highlights: [
    ['{connector}', '{connector}'],
    ['Up to {powerW} W', 'সর্বোচ্চ {powerW} ওয়াট', (s) => Number(s.powerW) > 0],
    ['Braided', 'ব্রেইডেড', (s) => s.isBraided === true],
    ['Firm plugs', 'মজবুত প্লাগ'],
  ],
  warrantyMonths: (_, brand) => (brand === 'apple' || brand === 'anker' ? 12 : 3),
  weightGrams: (s) => 30 + Number(s.lengthM) * 30,
  unofficialShare: 0.2,
  rows: `
@anker
PowerLine III | A8852 | c-to-c | 60 | n | 0.9m:690 1.8m:890 | black white
333 Nylon | A81D6 | c-to-c | 100 | y | 1m:890 2m:1090 | black
310 | A81A2 | c-to-lightning | 30 | n | 0.9m:990 | white
Zolo Bio | A8058 | c-to-c | 240 | y | 0.9m:790 1.8m:990 | black green
@baseus
Cafule | CATKLF-B91 | a-to-c | 15 | y | 1m:350 2m:450 | black red
Dynamic Series | CALD000301 | c-to-c | 100 | n | 1m:450 2m:590 | grey black
Crystal Shine | CAJY000601 | c-to-c | 100 | y | 1.2m:490 2m:620 | black blue
Superior | CATLYS-A01 | c-to-lightning | 20 | n | 1m:450 2m:550 | white black
Cafule Micro | CAMKLF-B09 | a-to-micro | 12 | y | 1m:290 | black
High Definition | WKGQ020001 | hdmi | - | n | 1m:590 2m:750 3m:950 | black
@ugreen
US300 | US300 | c-to-c | 100 | n | 1m:550 2m:690 | black white
US287 | US287 | a-to-c | 18 | n | 1m:350 2m:450 | black white
US291 Micro | US291 | a-to-micro | 18 | y | 1m:320 2m:420 | black
US304 MFi | US304 | c-to-lightning | 20 | y | 1m:1190 | black silver
HD104 | HD104 | hdmi | - | n | 2m:690 5m:1290 | black
HD140 8K | HD140 | hdmi | - | y | 1m:1190 2m:1490 | black
NW102 Cat6 | NW102 | network | - | n | 1m:250 5m:550 10m:890 | blue black
AV119 | AV119 | aux | - | n | 1m:290 2m:370 | black
@joyroom
S-1230N3 | S-1230N3 | a-to-c | 15 | n | 1.2m:250 | white black
S-CC100A4 | S-CC100A4 | c-to-c | 100 | y | 1.2m:420 | black
@hoco
X14 Times Speed | X14 | a-to-c | 15 | y | 1m:250 2m:320 | black red
X93 Force | X93 | c-to-c | 100 | n | 1m:390 2m:490 | black white
U112 Shine | U112 | c-to-lightning | 20 | y | 1m:390 | white
UPA19 | UPA19 | aux | - | n | 1m:250 | black
US08 8K | US08 | hdmi | - | y | 2m:850 3m:1090 | black
@remax
RC-166 Kerolla | RC-166 | a-to-c | 12 | n | 1m:250 | white black
Lesu RC-050 | RC-050 | a-to-micro | 12 | n | 1m:250 | white black
@apple
Charge Cable 60W | MQKJ3 | c-to-c | 60 | y | 1m:2290 | white
Charge Cable 240W | MYQT3 | c-to-c | 240 | y | 2m:3490 | white
Original | MM0A3 | c-to-lightning | 20 | n | 1m:2290 2m:3290 | white
@samsung
EP-DX510 | EP-DX510 | c-to-c | 100 | n | 1.8m:990 | black
EP-DA705 | EP-DA705 | c-to-c | 60 | n | 1m:590 | white
@xiaomi
Mi Braided | SJV4108GL | a-to-c | 15 | y | 1m:390 | black red
6A Type-C | MDY-TC6A | a-to-c | 67 | n | 1m:450 | white
`,
}

const phoneCases: Leaf = {
  slug: 'phone-cases',
  parentSlug: 'phone-accessories',
  name: { en: 'Phone Covers', bn: 'ফোন কভার' },
  description: {
    en: 'Covers that fit exactly and survive a fall on concrete.',
    bn: 'ঠিকঠাক মাপের কভার, যা মেঝেতে পড়লেও ফোন বাঁচায়।',
  },
  form: 'phone-case',
  colours: ['black', 'blue'],
  specifications: [
    choice('material', 'Material', 'উপাদান', {
      silicone: ['Silicone', 'সিলিকন'],
      tpu: ['Clear TPU', 'স্বচ্ছ টিপিইউ'],
      hybrid: ['Hybrid', 'হাইব্রিড'],
      leather: ['Leather', 'লেদার'],
    }),
    choice('fits', 'Fits', 'যে ফোনের', {
      iphone: ['iPhone', 'আইফোন'],
      galaxy: ['Galaxy', 'গ্যালাক্সি'],
      redmi: ['Redmi', 'রেডমি'],
    }),
    flag('hasMagnet', 'Magnetic ring', 'ম্যাগনেট রিং'),
    flag('coversCamera', 'Camera slider', 'ক্যামেরা ঢাকনা'),
    shownOnly(number('dropM', 'Drop protection', 'পতন সুরক্ষা', 'm', 'মিটার')),
  ],
  columns: 'line model material fits hasMagnet coversCamera dropM price colours',
  titles: [['{line} Cover', '{line} কভার']],
  openings: [
    ['{name} fits to the millimetre and leaves every button free.', '{name} মাপে মাপে বসে, সব বাটন সহজে চাপা যায়।'],
    ['{name} adds little bulk and a lot of grip.', '{name} ফোন মোটা করে না, কিন্তু হাতে শক্ত করে ধরা যায়।'],
    [
      'Raised edges on {name} keep screen and cameras off the table.',
      '{name} কভারের উঁচু কিনারা ডিসপ্লে ও ক্যামেরাকে আঁচড় থেকে বাঁচায়।',
    ],
  ],
  details: [
    ['Tested for falls of {dropM} m.', '{dropM} মিটার ওপর থেকে পড়লেও সুরক্ষা দেয়।'],
    [
      'The magnet ring holds wireless chargers and car mounts.',
      'ম্যাগনেট রিংয়ে তারবিহীন চার্জার ও কার হোল্ডার আটকে থাকে।',
      (s) => s.hasMagnet === true,
    ],
    ['A slider covers the camera lenses.', 'স্লাইডার দিয়ে ক্যামেরা ঢেকে রাখা যায়।', (s) => s.coversCamera === true],
    ['The surface wipes clean.', 'সহজে মুছে পরিষ্কার করা যায়।'],
  ],
  highlights: [
    ['{material}', '{material}'],
    ['Drop-tested to {dropM} m', '{dropM} মিটার পতন সুরক্ষা'],
    ['Magnetic ring', 'ম্যাগনেট রিং', (s) => s.hasMagnet === true],
    ['Camera slider', 'ক্যামেরা ঢাকনা', (s) => s.coversCamera === true],
    ['Exact cut-outs', 'নিখুঁত কাট-আউট'],
  ],
  warrantyMonths: () => 0,
  weightGrams: () => 85,
  unofficialShare: 0,
  rows: `
@spigen
Ultra Hybrid iPhone 17 | ACS09956 | hybrid | iphone | n | n | 1.2 | 1890 | black
Ultra Hybrid MagFit iPhone 17 Pro Max | ACS09970 | hybrid | iphone | y | n | 1.2 | 2690 | black white
Tough Armor iPhone 16 Pro | ACS08124 | hybrid | iphone | y | n | 1.5 | 2790 | black
Rugged Armor Galaxy S25 Ultra | ACS08921 | tpu | galaxy | n | n | 1.2 | 1590 | black
Rugged Armor Galaxy A56 | ACS09101 | tpu | galaxy | n | n | 1.2 | 1290 | black
Liquid Air Galaxy S26 Ultra | ACS10811 | tpu | galaxy | n | n | 1.2 | 1690 | black
@nillkin
CamShield Pro iPhone 17 Pro | NK-IP17P | hybrid | iphone | n | y | 1 | 1290 | black blue
CamShield Pro Galaxy S25 Ultra | NK-S25U | hybrid | galaxy | n | y | 1 | 1290 | black blue
Frosted Shield Galaxy A36 | NK-A36F | hybrid | galaxy | n | n | 0.8 | 650 | black blue
Frosted Shield Redmi Note 14 | NK-RN14 | hybrid | redmi | n | n | 0.8 | 650 | black red
Qin Leather Redmi Note 14 Pro | NK-RN14Q | leather | redmi | n | n | 0.8 | 990 | black red
CamShield Redmi Note 15 | NK-RN15 | hybrid | redmi | n | y | 1 | 850 | black green
@apple
Silicone MagSafe iPhone 17 | MGF24 | silicone | iphone | y | n | 1 | 5490 | black blue orange
Clear MagSafe iPhone 16 | MA6A4 | tpu | iphone | y | n | 1 | 4990 | white
@samsung
Silicone Galaxy A56 | EF-PA566 | silicone | galaxy | n | n | 1 | 1490 | black blue pink
Smart View Galaxy S25 | EF-ZS931 | leather | galaxy | n | n | 1 | 4490 | black white
Clear Magnet Galaxy S26 | EF-QS942 | tpu | galaxy | y | n | 1 | 3490 | white
@baseus
Crystal Magnetic iPhone 16 | ARSJ010 | tpu | iphone | y | n | 1 | 890 | white
Liquid Silica iPhone 15 | ARYT000 | silicone | iphone | n | n | 1 | 690 | black blue
`,
}

const memoryCards: Leaf = {
  slug: 'memory-cards',
  parentSlug: 'phone-accessories',
  name: { en: 'Memory Cards', bn: 'মেমোরি কার্ড' },
  description: {
    en: 'microSD and SD cards for phones, cameras and CCTV.',
    bn: 'ফোন, ক্যামেরা ও সিসিটিভির মাইক্রোএসডি ও এসডি কার্ড।',
  },
  form: 'memory-card',
  colours: ['red', 'black'],
  specifications: [
    choice('cardType', 'Card type', 'কার্ডের ধরন', { microsd: ['microSD', 'মাইক্রোএসডি'], sd: ['SD', 'এসডি'] }),
    number('readMbs', 'Read speed', 'পড়ার গতি', 'MB/s', 'এমবি/সে.'),
    choice('videoClass', 'Video class', 'ভিডিও ক্লাস', {
      u1: ['Full HD (U1)', 'ফুল এইচডি (U1)'],
      u3: ['4K (U3)', '৪কে (U3)'],
    }),
    number('capacityGb', 'Smallest capacity', 'সবচেয়ে কম ধারণক্ষমতা', 'GB', 'জিবি'),
    flag('hasAdapter', 'Adapter in the box', 'বক্সে অ্যাডাপ্টার'),
  ],
  columns: 'line model cardType readMbs videoClass hasAdapter price',
  derive: ({ price = '' }) => ({ capacityGb: Number.parseInt(price, 10) }),
  titles: [['{line} {cardType} Memory Card', '{line} {cardType} মেমোরি কার্ড']],
  openings: [
    ['{name} gives phone or camera room for thousands of photos.', '{name} ফোন বা ক্যামেরায় হাজারো ছবির জায়গা দেয়।'],
    ['Reads at up to {readMbs} MB/s: {name}.', 'সর্বোচ্চ {readMbs} এমবি/সে. গতির {name}।'],
    ['{name} is a card you can trust with wedding photos.', 'বিয়ের ছবিও নিশ্চিন্তে রাখার মতো কার্ড {name}।'],
  ],
  details: [
    ['Fast enough for 4K video.', '৪কে ভিডিও ধারণের জন্য যথেষ্ট দ্রুত।', (s) => s.videoClass === 'u3'],
    ['An adapter for full-size slots is included.', 'বড় স্লটের জন্য অ্যাডাপ্টার সঙ্গে আছে।', (s) => s.hasAdapter === true],
    ['Withstands water, heat and X-rays.', 'পানি, তাপ ও এক্স-রে সহনশীল।'],
  ],
  highlights: [
    ['Up to {readMbs} MB/s', 'সর্বোচ্চ {readMbs} এমবি/সে.'],
    ['{videoClass}', '{videoClass}'],
    ['{cardType}', '{cardType}'],
  ],
  warrantyMonths: () => 60,
  weightGrams: () => 25,
  unofficialShare: 0.1,
  rows: `
@sandisk
Ultra | SDSQUAC | microsd | 150 | u1 | n | 64GB:750 128GB:1290 256GB:2490
Extreme | SDSQXAA | microsd | 190 | u3 | y | 64GB:1190 128GB:1890 256GB:3290
Extreme Pro | SDSQXCD | microsd | 200 | u3 | y | 128GB:2390 256GB:4190 512GB:7990
High Endurance | SDSQQNR | microsd | 100 | u3 | y | 64GB:1390 128GB:2190
Extreme Pro V30 | SDSDXXD | sd | 200 | u3 | n | 128GB:2890 256GB:5190
Ultra 140 | SDSDUNB | sd | 140 | u1 | n | 64GB:990 128GB:1590
@samsung
EVO Plus | MB-MC | microsd | 160 | u3 | y | 64GB:890 128GB:1490 256GB:2790
PRO Plus | MB-MD | microsd | 180 | u3 | y | 128GB:1990 256GB:3490
@kingston
Canvas Select Plus | SDCS2 | microsd | 100 | u1 | y | 32GB:490 64GB:690 128GB:1190
Canvas Go Plus | SDCG3 | microsd | 170 | u3 | y | 64GB:990 128GB:1690
Canvas React Plus | SDR2 | sd | 300 | u3 | n | 64GB:4490 128GB:7490
@transcend
300S | TS300S | microsd | 100 | u1 | y | 32GB:450 64GB:690 128GB:1190
340S | TS340S | microsd | 160 | u3 | n | 64GB:890 128GB:1490
@team
GO Card | TGUSDX | microsd | 100 | u3 | y | 64GB:690 128GB:1190
@adata
Premier | AUSDX | microsd | 100 | u1 | y | 32GB:420 64GB:650
@hikvision
C1 Series | HS-TF-C1 | microsd | 92 | u1 | n | 32GB:450 64GB:690 128GB:1190
`,
}

const usbDrives: Leaf = {
  slug: 'usb-drives',
  parentSlug: 'phone-accessories',
  name: { en: 'Pen Drives', bn: 'পেনড্রাইভ' },
  description: { en: 'Pen drives for assignments, songs and backups.', bn: 'অ্যাসাইনমেন্ট, গান আর ব্যাকআপের পেনড্রাইভ।' },
  form: 'usb-drive',
  colours: ['black', 'silver'],
  specifications: [
    number('capacityGb', 'Smallest capacity', 'সবচেয়ে কম ধারণক্ষমতা', 'GB', 'জিবি'),
    choice('usbVersion', 'USB version', 'ইউএসবি সংস্করণ', {
      'usb-2': ['USB 2.0', 'ইউএসবি ২.০'],
      'usb-3': ['USB 3.2', 'ইউএসবি ৩.২'],
    }),
    choice('plug', 'Plug', 'প্লাগ', { a: ['USB-A', 'ইউএসবি-এ'], 'a-and-c': ['USB-A and USB-C', 'ইউএসবি-এ ও ইউএসবি-সি'] }),
    shownOnly(number('readMbs', 'Read speed', 'পড়ার গতি', 'MB/s', 'এমবি/সে.')),
    flag('isMetal', 'Metal body', 'মেটাল বডি'),
  ],
  columns: 'line model usbVersion plug readMbs isMetal price',
  derive: ({ price = '' }) => ({ capacityGb: Number.parseInt(price, 10) }),
  titles: [['{line} {usbVersion} Pen Drive', '{line} {usbVersion} পেনড্রাইভ']],
  openings: [
    ['{name} hangs on the key ring and carries the semester.', 'চাবির রিংয়ে ঝুলিয়ে পুরো সেমিস্টার বয়ে বেড়ান {name} দিয়ে।'],
    ['Copy films and files quickly with {name}.', '{name} দিয়ে সিনেমা ও ফাইল কপি হয় দ্রুত।'],
    ['{name} works with PC, TV and car player.', 'পিসি, টিভি ও গাড়ির প্লেয়ারে চলে {name}।'],
  ],
  details: [
    [
      'Two plugs move files between phone and laptop.',
      'দুই প্লাগে ফোন ও ল্যাপটপের মধ্যে ফাইল নেওয়া যায়।',
      (s) => s.plug === 'a-and-c',
    ],
    ['The metal body takes pocket life in its stride.', 'মেটাল বডি পকেটে রাখলেও নষ্ট হয় না।', (s) => s.isMetal === true],
    ['Reads at up to {readMbs} MB/s.', 'সর্বোচ্চ {readMbs} এমবি/সে. গতিতে পড়ে।'],
  ],
  highlights: [
    ['{usbVersion}', '{usbVersion}'],
    ['Up to {readMbs} MB/s', 'সর্বোচ্চ {readMbs} এমবি/সে.'],
    ['{plug}', '{plug}'],
  ],
  warrantyMonths: () => 60,
  weightGrams: () => 30,
  unofficialShare: 0.1,
  rows: `
@sandisk
Cruzer Blade | SDCZ50 | usb-2 | a | 20 | n | 32GB:450 64GB:590 128GB:990
Ultra Flair | SDCZ73 | usb-3 | a | 150 | y | 64GB:750 128GB:1190 256GB:2190
Ultra Dual Drive Luxe | SDDDC4 | usb-3 | a-and-c | 400 | y | 64GB:1190 128GB:1690 256GB:2890
Ultra Dual Drive Go | SDDDC3 | usb-3 | a-and-c | 400 | n | 64GB:990 128GB:1490
@transcend
JetFlash 790 | TS790K | usb-3 | a | 100 | n | 32GB:490 64GB:690 128GB:1090
JetFlash 920 | TS920 | usb-3 | a | 420 | y | 128GB:2290 256GB:3690
@kingston
DataTraveler Exodia | DTX | usb-3 | a | 100 | n | 32GB:450 64GB:590 128GB:990
DataTraveler Kyson | DTKN | usb-3 | a | 200 | y | 64GB:790 128GB:1290
DataTraveler Max | DTMAX | usb-3 | a | 1000 | n | 256GB:4290 512GB:6990
@team
C145 | TC1453 | usb-3 | a | 90 | n | 32GB:390 64GB:520 128GB:890
C211 Metal | TC2113 | usb-3 | a | 100 | y | 64GB:590
@adata
UV150 | AUV150 | usb-3 | a | 100 | n | 32GB:420 64GB:550
UC310 | UC310 | usb-3 | a-and-c | 100 | y | 64GB:750 128GB:1190
@samsung
BAR Plus | MUF-BE | usb-3 | a | 400 | y | 64GB:990 128GB:1590
@hikvision
M200S | HS-USB-M200S | usb-3 | a | 120 | y | 32GB:420 64GB:560
`,
}

export const phoneAccessoryLeaves = [powerBanks, chargers, cables, phoneCases, memoryCards, usbDrives]
