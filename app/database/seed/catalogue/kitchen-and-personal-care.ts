import { choice, flag, type Leaf, number, shownOnly } from './leaf.ts'

const ovens: Leaf = {
  slug: 'microwave-ovens',
  parentSlug: 'kitchen-appliances',
  name: { en: 'Microwave & Electric Ovens', bn: 'মাইক্রোওয়েভ ও ইলেকট্রিক ওভেন' },
  description: { en: 'Ovens that warm, grill and bake.', bn: 'খাবার গরম, গ্রিল ও বেক করার ওভেন।' },
  form: 'microwave-oven',
  colours: ['black', 'silver'],
  specifications: [
    number('volumeLitres', 'Capacity', 'ধারণক্ষমতা', 'litres', 'লিটার'),
    choice('kind', 'Kind', 'ধরন', {
      solo: ['Solo', 'সোলো'],
      grill: ['Grill', 'গ্রিল'],
      convection: ['Convection', 'কনভেকশন'],
      electric: ['Electric', 'ইলেকট্রিক'],
    }),
    number('powerW', 'Power', 'ক্ষমতা', 'W', 'ওয়াট'),
    flag('isDigital', 'Digital panel', 'ডিজিটাল প্যানেল'),
    flag('hasChildLock', 'Child lock', 'চাইল্ড লক'),
  ],
  columns: 'line model volumeLitres kind powerW isDigital hasChildLock price',
  titles: [['{line} {volumeLitres}L {kind} Oven', '{line} {volumeLitres} লিটার {kind} ওভেন']],
  openings: [
    ['{name} warms a plate in a minute.', 'এক মিনিটেই এক প্লেট খাবার গরম করে {name}।'],
    [
      '{volumeLitres} litres take a whole chicken: {name}.',
      'আস্ত মুরগিও আঁটে {volumeLitres} লিটারের {name} ওভেনে।',
      (s) => Number(s.volumeLitres) >= 23,
    ],
    ['{name} earns its corner of the kitchen.', 'রান্নাঘরের কাজ কমিয়ে দেয় {name}।'],
  ],
  details: [
    ['It grills kebabs brown.', 'কাবাব ও গ্রিল হয় লালচে মচমচে।', (s) => s.kind !== 'solo'],
    ['Cakes rise evenly.', 'কেক সমানভাবে ফোলে।', (s) => s.kind === 'convection' || s.kind === 'electric'],
    ['Children cannot start it by accident.', 'শিশুরা ভুল করে চালু করতে পারে না।', (s) => s.hasChildLock === true],
    ['The inside wipes clean.', 'ভেতরটা সহজে মোছা যায়।'],
  ],
  highlights: [
    ['{volumeLitres} litres', '{volumeLitres} লিটার'],
    ['{powerW} W', '{powerW} ওয়াট'],
    ['{kind}', '{kind}'],
    ['Child lock', 'চাইল্ড লক', (s) => s.hasChildLock === true],
    ['Digital panel', 'ডিজিটাল প্যানেল', (s) => s.isDigital === true],
  ],
  warrantyMonths: () => 12,
  weightGrams: (s) => 8000 + Number(s.volumeLitres) * 230,
  unofficialShare: 0.05,
  rows: `
@samsung
ME731K | ME731K | 20 | solo | 800 | y | y | 11900
MG23K3515 | MG23K3515AK | 23 | grill | 800 | y | y | 16900
MC28A5145 | MC28A5145VK | 28 | convection | 900 | y | y | 25900
@sharp
R-20CT | R-20CT | 20 | solo | 800 | n | n | 9900
R-77AT | R-77AT | 34 | grill | 1100 | y | y | 18900
R-84AO | R-84AO | 25 | convection | 900 | y | y | 20900
@panasonic
NN-ST34 | NN-ST34NB | 25 | solo | 800 | y | y | 13900
NN-CT65 | NN-CT65MB | 27 | convection | 900 | y | y | 24900
@walton
WMWO-M20B6 | WMWO-M20B6 | 20 | solo | 700 | n | n | 7990
WMWO-G23EG | WMWO-G23EG | 23 | grill | 900 | y | y | 10990
WMWO-X28MCS | WMWO-X28MCS | 28 | convection | 900 | y | y | 15990
WEO-K35L | WEO-K35L | 35 | electric | 1500 | n | n | 8490
@vision
VIS-MA 20 | VIS-MA20 | 20 | solo | 700 | n | n | 7490
VIS-MB 30 | VIS-MB30 | 30 | convection | 900 | y | y | 15900
VIS-EO 45 | VIS-EO45 | 45 | electric | 2000 | n | n | 9900
@singer
SMW20 | SMW20GC9A | 20 | solo | 700 | n | n | 8490
@midea
AM823 | AM823AK6 | 23 | grill | 800 | y | y | 10490
@miyako
MD-25D10 | MD25D10 | 25 | grill | 900 | y | y | 10990
MT-48L | MT48L | 48 | electric | 2000 | n | n | 9490
`,
}

const riceCookers: Leaf = {
  slug: 'rice-cookers',
  parentSlug: 'kitchen-appliances',
  name: { en: 'Rice & Multi Cookers', bn: 'রাইস কুকার ও মাল্টি কুকার' },
  description: { en: 'Rice cookers, pressure cookers and induction stoves.', bn: 'রাইস কুকার, প্রেশার কুকার ও ইন্ডাকশন চুলা।' },
  form: 'rice-cooker',
  colours: ['white', 'red'],
  specifications: [
    number('volumeLitres', 'Capacity', 'ধারণক্ষমতা', 'litres', 'লিটার'),
    number('powerW', 'Power', 'ক্ষমতা', 'W', 'ওয়াট'),
    choice('kind', 'Kind', 'ধরন', {
      rice: ['Rice Cooker', 'রাইস কুকার'],
      pressure: ['Electric Pressure Cooker', 'ইলেকট্রিক প্রেশার কুকার'],
      multi: ['Multi Cooker', 'মাল্টি কুকার'],
    }),
    flag('hasTwoPots', 'Two pots', 'দুই পাত্র'),
    shownOnly(flag('keepsWarm', 'Keeps warm', 'গরম রাখে')),
  ],
  columns: 'line model volumeLitres powerW kind hasTwoPots price',
  derive: () => ({ keepsWarm: true }),
  titles: [['{line} {volumeLitres}L {kind}', '{line} {volumeLitres} লিটার {kind}']],
  openings: [
    ['{name} cooks rice that neither sticks nor burns.', 'ভাত লেগে যায় না, পোড়েও না: {name}।'],
    ['{volumeLitres} litres feed the family: {name}.', 'পুরো পরিবারের ভাত হয় {volumeLitres} লিটারের {name} কুকারে।'],
    ['No gas? {name} has dinner ready.', 'গ্যাস নেই? রাতের রান্না সেরে দেয় {name}।'],
  ],
  details: [
    ['Khichuri, polao and vegetables cook as well.', 'খিচুড়ি, পোলাও, সবজিও রান্না হয়।'],
    ['Two pots come with it.', 'সঙ্গে দুটি পাত্র।', (s) => s.hasTwoPots === true],
    ['Beef softens in half the time.', 'অর্ধেক সময়ে গরুর মাংস নরম হয়।', (s) => s.kind === 'pressure'],
    ['It keeps food warm until all are home.', 'সবাই ফেরা পর্যন্ত খাবার গরম থাকে।'],
  ],
  highlights: [
    ['{volumeLitres} litres', '{volumeLitres} লিটার'],
    ['{powerW} W', '{powerW} ওয়াট'],
    ['Two pots', 'দুই পাত্র', (s) => s.hasTwoPots === true],
    ['Keeps warm', 'গরম রাখে'],
  ],
  warrantyMonths: () => 12,
  weightGrams: (s) => 1800 + Number(s.volumeLitres) * 750,
  unofficialShare: 0,
  rows: `
@walton
WRC-SAP180 | WRC-SAP180 | 1.8 | 700 | rice | n | 2390
WRC-SGAE28 | WRC-SGAE28 | 2.8 | 1000 | rice | y | 3190
WRC-PJ40 | WRC-PJ40 | 4 | 1400 | rice | y | 4190
WEPC-A06D | WEPC-A06D | 6 | 1000 | pressure | n | 6990
WMC-K2 | WMC-K2 | 3 | 1300 | multi | n | 2890
@vision
RC Open Type | VIS-RC18 | 1.8 | 700 | rice | y | 2250
RC Steel | VIS-RC28 | 2.8 | 1000 | rice | y | 3050
RC Elegant | VIS-RC30 | 3 | 1000 | rice | y | 3350
EPC-5 | VIS-EPC5 | 5 | 900 | pressure | n | 5690
MC-05 Curry | VIS-MC05 | 5 | 1500 | multi | n | 3290
@miyako
ASL-1180 | ASL-1180 | 1.8 | 700 | rice | n | 2490
ASL-2280 | ASL-2280 | 2.8 | 1000 | rice | y | 3390
MC-355 Curry | MC-355 | 5.5 | 1300 | multi | n | 3590
@panasonic
SR-WA18 | SR-WA18 | 1.8 | 650 | rice | n | 4990
SR-WA22 | SR-WA22 | 2.2 | 730 | rice | n | 5590
SR-CX188 | SR-CX188 | 1.8 | 820 | multi | n | 8990
@singer
SRC-28 | SRC28DX | 2.8 | 1000 | rice | y | 3290
SPC-6 | SPC6L | 6 | 1000 | pressure | n | 6490
@philips
HD3115 | HD3115 | 1.8 | 400 | rice | n | 5990
HD2137 All-in-One | HD2137 | 6 | 1000 | pressure | n | 13990
@kiam
SJBS-807 | SJBS-807 | 2.8 | 1000 | rice | y | 2890
SFB-5702 | SFB-5702 | 1.8 | 700 | rice | n | 2190
@prestige
PRWO-2 | PRWO18 | 1.8 | 700 | rice | y | 3490
@jamuna
JRC-280 | JRC280 | 2.8 | 1000 | rice | y | 2790
`,
}

const blenders: Leaf = {
  slug: 'blenders',
  parentSlug: 'kitchen-appliances',
  name: { en: 'Blenders & Mixers', bn: 'ব্লেন্ডার ও মিক্সার' },
  description: {
    en: 'Blenders, mixer grinders and juicers for spices and lassi.',
    bn: 'মসলা থেকে লাচ্ছি: ব্লেন্ডার, মিক্সার গ্রাইন্ডার ও জুসার।',
  },
  form: 'blender',
  colours: ['white', 'red'],
  specifications: [
    number('powerW', 'Power', 'ক্ষমতা', 'W', 'ওয়াট'),
    number('jarCount', 'Jars', 'জার সংখ্যা'),
    choice('kind', 'Kind', 'ধরন', {
      blender: ['Blender', 'ব্লেন্ডার'],
      grinder: ['Mixer Grinder', 'মিক্সার গ্রাইন্ডার'],
      juicer: ['Juicer', 'জুসার'],
      hand: ['Hand Mixer', 'হ্যান্ড মিক্সার'],
    }),
    choice('jar', 'Jar', 'জারের উপাদান', {
      steel: ['Steel', 'স্টিল'],
      glass: ['Glass', 'কাচ'],
      plastic: ['Plastic', 'প্লাস্টিক'],
    }),
    flag('grindsSpices', 'Grinds spices', 'মসলা পেষে'),
  ],
  columns: 'line model powerW jarCount kind jar grindsSpices price',
  titles: [['{line} {powerW}W {kind}', '{line} {powerW} ওয়াট {kind}']],
  openings: [
    ['{name} grinds ginger and garlic to paste.', 'আদা-রসুন মিহি করে বাটে {name}।', (s) => s.grindsSpices === true],
    ['Lassi, juice and chutney in a minute: {name}.', 'এক মিনিটেই লাচ্ছি, জুস আর চাটনি: {name}।', (s) => s.kind !== 'hand'],
    [
      '{name} whips cream and cake batter light.',
      'ক্রিম ও কেকের মিশ্রণ ফেটিয়ে নরম করে {name}।',
      (s) => s.kind === 'hand',
    ],
    [
      '{powerW} W turn hard spices to powder: {name}.',
      '{powerW} ওয়াটের {name} শক্ত মসলাও গুঁড়া করে।',
      (s) => s.grindsSpices === true,
    ],
    ['{name} saves an hour in the kitchen.', 'রান্নাঘরের এক ঘণ্টা বাঁচায় {name}।'],
  ],
  details: [
    ['{jarCount} jars for wet, dry and juice.', 'ভেজা, শুকনা ও জুসের জন্য {jarCount}টি জার।', (s) => Number(s.jarCount) > 1],
    ['Overload protection saves the motor.', 'ওভারলোড সুরক্ষায় মোটর পোড়ে না।'],
    ['{jar} jars do not hold smells.', '{jar} জারে গন্ধ লেগে থাকে না।', (s) => s.jar !== 'plastic'],
    ['Blades stay sharp for years.', 'ব্লেড বহুদিন ধারালো থাকে।'],
  ],
  highlights: [
    ['{powerW} W', '{powerW} ওয়াট'],
    ['{jarCount} jars', '{jarCount}টি জার', (s) => Number(s.jarCount) > 1],
    ['Grinds spices', 'মসলা পেষে', (s) => s.grindsSpices === true],
    ['{kind}', '{kind}'],
    ['Easy to clean', 'পরিষ্কার করা সহজ'],
  ],
  warrantyMonths: () => 24,
  weightGrams: (s) => 1500 + Number(s.jarCount ?? 0) * 900,
  unofficialShare: 0,
  rows: `
@panasonic
MX-AC210S | MX-AC210S | 550 | 2 | grinder | steel | y | 5990
MX-AC300 | MX-AC300 | 550 | 3 | grinder | steel | y | 6990
MX-AC400 Super | MX-AC400 | 600 | 4 | grinder | steel | y | 8490
MX-EX1011 | MX-EX1011 | 450 | 1 | blender | plastic | n | 3990
MK-GB1 | MK-GB1 | 200 | - | hand | plastic | n | 3490
@philips
HL7756 | HL7756 | 750 | 3 | grinder | steel | y | 8990
HL7777 | HL7777 | 1000 | 4 | grinder | steel | y | 12990
HR2056 | HR2056 | 450 | 1 | blender | plastic | n | 4490
HR1832 | HR1832 | 500 | - | juicer | plastic | n | 8990
HR3705 | HR3705 | 300 | - | hand | steel | n | 4490
@walton
WBL-VK01 | WBL-VK01 | 750 | 3 | grinder | steel | y | 4190
WBL-15PX40 | WBL-15PX40 | 450 | 2 | blender | plastic | y | 2690
WHM-W300 | WHM-W300 | 300 | - | hand | plastic | n | 1590
@vision
VIS-SBL 020 Dynamic | VIS-SBL020 | 850 | 3 | grinder | steel | y | 4190
VIS-BL 015 | VIS-BL015 | 400 | 2 | blender | plastic | y | 2390
Hero | VIS-HERO1K | 1000 | 4 | grinder | steel | y | 5490
@miyako
DL-718 | DL-718 | 750 | 3 | grinder | steel | y | 4690
YT-6182 | YT-6182 | 850 | 3 | grinder | steel | y | 5290
BL-152 | BL-152 | 350 | 2 | blender | glass | y | 3190
@prestige
Champion | PR-CH550 | 550 | 3 | grinder | steel | y | 5990
Deluxe Plus | PR-DP750 | 750 | 4 | grinder | steel | y | 7990
@singer
Aristo | SG-AR750 | 750 | 3 | grinder | steel | y | 5490
@jamuna
JBL-650 Chef | JBL650C | 650 | 3 | grinder | steel | y | 3690
@xiaomi
Smart | MJPBJ01YM | 1000 | 1 | blender | glass | n | 8990
`,
}

const kettles: Leaf = {
  slug: 'electric-kettles',
  parentSlug: 'kitchen-appliances',
  name: { en: 'Electric Kettles', bn: 'ইলেকট্রিক কেটলি' },
  description: { en: 'Kettles for tea, coffee and noodles.', bn: 'চা, কফি ও নুডলসের কেটলি।' },
  form: 'electric-kettle',
  colours: ['silver', 'black'],
  specifications: [
    number('volumeLitres', 'Capacity', 'ধারণক্ষমতা', 'litres', 'লিটার'),
    number('powerW', 'Power', 'ক্ষমতা', 'W', 'ওয়াট'),
    choice('body', 'Body', 'বডি', { steel: ['Steel', 'স্টিল'], glass: ['Glass', 'কাচ'], plastic: ['Plastic', 'প্লাস্টিক'] }),
    shownOnly(flag('stopsItself', 'Automatic cut-off', 'অটো কাট-অফ')),
    flag('keepsWarm', 'Keeps warm', 'গরম রাখে'),
  ],
  columns: 'line model volumeLitres powerW body keepsWarm price',
  derive: () => ({ stopsItself: true }),
  titles: [['{line} {volumeLitres}L {body} Electric Kettle', '{line} {volumeLitres} লিটার {body} ইলেকট্রিক কেটলি']],
  openings: [
    ['{name} boils while you find the cups.', 'কাপ খুঁজতে খুঁজতেই পানি ফোটায় {name}।'],
    ['Tea for the whole office: {name}.', 'পুরো অফিসের চা হয় {name} দিয়ে।'],
  ],
  details: [
    ['It stops by itself when the water boils.', 'পানি ফুটলেই নিজে বন্ধ হয়।'],
    ['It keeps water warm for a second cup.', 'দ্বিতীয় কাপের জন্য পানি গরম রাখে।', (s) => s.keepsWarm === true],
    ['The wide mouth is easy to wash.', 'মুখ চওড়া, তাই ধোয়া সহজ।'],
  ],
  highlights: [
    ['{volumeLitres} litres', '{volumeLitres} লিটার'],
    ['{powerW} W', '{powerW} ওয়াট'],
    ['Automatic cut-off', 'অটো কাট-অফ'],
    ['Keeps warm', 'গরম রাখে', (s) => s.keepsWarm === true],
  ],
  warrantyMonths: () => 12,
  weightGrams: (s) => 900 + Number(s.volumeLitres) * 250,
  unofficialShare: 0,
  rows: `
@philips
HD9306 | HD9306 | 1.5 | 1800 | steel | n | 3990
HD9318 | HD9318 | 1.7 | 2200 | plastic | n | 2990
@panasonic
NC-K301 | NC-K301 | 1.7 | 2200 | plastic | n | 3490
NC-EG4000 Thermo | NC-EG4000 | 4 | 750 | steel | y | 11990
@walton
WK-DW170 | WK-DW170 | 1.7 | 1800 | steel | n | 1490
WK-GLG17 | WK-GLG17 | 1.7 | 1850 | glass | n | 1690
WEK-P4L Thermo | WEK-P4L | 4 | 800 | steel | y | 4690
@vision
VIS-EK 001 | VIS-EK001 | 1.8 | 1500 | steel | n | 1190
VIS-EK 018 Warmer | VIS-EK018 | 1.8 | 1800 | plastic | y | 1590
@miyako
MJK-150 | MJK-150 | 1.5 | 1500 | steel | n | 1290
MJK-180W | MJK-180W | 1.8 | 1800 | plastic | y | 1590
@singer
SEK-18 | SEK18 | 1.8 | 1500 | steel | n | 1490
@xiaomi
Mi 2 | MJDSH06YM | 1.7 | 1800 | steel | n | 2690
@kiam
BL-001 | KM-BL001 | 1.8 | 1500 | steel | n | 990
`,
}

const trimmers: Leaf = {
  slug: 'trimmers',
  parentSlug: 'personal-care',
  name: { en: 'Trimmers & Shavers', bn: 'ট্রিমার ও শেভার' },
  description: { en: 'Beard trimmers, hair clippers and shavers.', bn: 'দাড়ির ট্রিমার, চুল কাটার ক্লিপার ও শেভার।' },
  form: 'trimmer',
  colours: ['black', 'gold'],
  specifications: [
    choice('kind', 'Kind', 'ধরন', {
      trimmer: ['Trimmer', 'ট্রিমার'],
      clipper: ['Hair Clipper', 'হেয়ার ক্লিপার'],
      shaver: ['Shaver', 'শেভার'],
      grooming: ['Grooming Kit', 'গ্রুমিং কিট'],
    }),
    number('runMinutes', 'Running time', 'চলে', 'minutes', 'মিনিট'),
    flag('isCordless', 'Cordless', 'তারবিহীন'),
    flag('isWashable', 'Washable', 'ধোয়া যায়'),
    number('lengthCount', 'Length settings', 'দৈর্ঘ্য সেটিং'),
  ],
  columns: 'line model kind runMinutes isCordless isWashable lengthCount price',
  titles: [['{line} {kind}', '{line} {kind}']],
  openings: [
    ['{name} trims evenly without pulling.', 'টান না দিয়ে সমান করে কাটে {name}।'],
    ['Skip the salon queue with {name}.', 'সেলুনের লাইন এড়াতে {name}।'],
    [
      '{name} runs {runMinutes} minutes on a charge.',
      'এক চার্জে {runMinutes} মিনিট চলে {name}।',
      (s) => s.isCordless === true,
    ],
  ],
  details: [
    ['Rinse it under the tap.', 'কলের পানিতেই ধোয়া যায়।', (s) => s.isWashable === true],
    [
      '{lengthCount} lengths, from stubble to full.',
      'ছোট থেকে বড় {lengthCount}টি দৈর্ঘ্য।',
      (s) => Number(s.lengthCount) > 1,
    ],
    ['Blades are gentle on the skin.', 'ব্লেড ত্বকে কোমল।'],
  ],
  highlights: [
    ['{runMinutes} minutes', '{runMinutes} মিনিট চলে', (s) => Number(s.runMinutes) > 0],
    ['{lengthCount} lengths', '{lengthCount}টি দৈর্ঘ্য', (s) => Number(s.lengthCount) > 1],
    ['Cordless', 'তারবিহীন', (s) => s.isCordless === true],
    ['Washable', 'ধোয়া যায়', (s) => s.isWashable === true],
    ['Skin-friendly blades', 'ত্বকবান্ধব ব্লেড'],
  ],
  warrantyMonths: (_, brand) => (brand === 'philips' ? 24 : 6),
  weightGrams: () => 320,
  unofficialShare: 0.2,
  rows: `
@philips
BT1232 | BT1232 | trimmer | 30 | y | y | 4 | 1990
BT3241 | BT3241 | trimmer | 90 | y | y | 20 | 3990
HC3505 | HC3505 | clipper | - | n | n | 13 | 3490
MG3760 | MG3760 | grooming | 60 | y | y | 9 | 4990
OneBlade QP1424 | QP1424 | shaver | 30 | y | y | 3 | 2990
S1151 | S1151 | shaver | 40 | y | y | 1 | 4490
@xiaomi
Mi Beard 2C | XMBHS2C | trimmer | 90 | y | y | 40 | 1890
Mi Pro | MSGKP | grooming | 90 | y | y | 40 | 3290
S101 | S101 | shaver | 60 | y | y | 1 | 2290
@kemei
KM-809A | KM-809A | trimmer | 60 | y | n | 4 | 850
KM-1971 | KM-1971 | clipper | 120 | y | n | 4 | 990
KM-2024 | KM-2024 | trimmer | 120 | y | n | 4 | 1290
@vgr
V-030 | V-030 | clipper | 120 | y | n | 4 | 1390
V-071 | V-071 | trimmer | 120 | y | n | 4 | 1190
V-937 | V-937 | trimmer | 500 | y | y | 4 | 2190
@panasonic
ER-GB37 | ER-GB37 | trimmer | 50 | y | y | 20 | 4990
ES-6510 | ES-6510 | shaver | 21 | y | y | 1 | 3990
@walton
WTR-M2 | WTR-M2 | trimmer | 90 | y | y | 10 | 1090
`,
}

const dryers: Leaf = {
  slug: 'hair-dryers',
  parentSlug: 'personal-care',
  name: { en: 'Hair Dryers & Straighteners', bn: 'হেয়ার ড্রায়ার ও স্ট্রেইটনার' },
  description: { en: 'Dry, straighten and style at home.', bn: 'ঘরেই চুল শুকানো, সোজা করা ও স্টাইল।' },
  form: 'hair-dryer',
  colours: ['pink', 'black'],
  specifications: [
    choice('kind', 'Kind', 'ধরন', {
      dryer: ['Hair Dryer', 'হেয়ার ড্রায়ার'],
      straightener: ['Hair Straightener', 'হেয়ার স্ট্রেইটনার'],
    }),
    number('powerW', 'Power', 'ক্ষমতা', 'W', 'ওয়াট'),
    flag('hasIons', 'Ionic care', 'আয়নিক যত্ন'),
    number('settingCount', 'Heat settings', 'তাপ সেটিং'),
    flag('folds', 'Folds', 'ভাঁজ করা যায়'),
  ],
  columns: 'line model kind powerW hasIons settingCount folds price',
  titles: [['{line} {powerW}W {kind}', '{line} {powerW} ওয়াট {kind}']],
  openings: [
    ['{name} is quick before class or office.', 'ক্লাস বা অফিসের আগে চটজলদি কাজ সারে {name}।'],
    ['Smooth hair at home with {name}.', '{name} দিয়ে ঘরেই মসৃণ চুল।'],
  ],
  details: [
    ['Ions calm frizz.', 'আয়নিক প্রযুক্তি চুলের রুক্ষভাব কমায়।', (s) => s.hasIons === true],
    ['{settingCount} heat settings suit fine and thick hair.', 'পাতলা-ঘন সব চুলের জন্য {settingCount}টি তাপমাত্রা।'],
    ['The handle folds for travel.', 'ভ্রমণে নিতে হাতল ভাঁজ করা যায়।', (s) => s.folds === true],
  ],
  highlights: [
    ['{powerW} W', '{powerW} ওয়াট'],
    ['{settingCount} settings', '{settingCount}টি সেটিং'],
    ['Ionic care', 'আয়নিক যত্ন', (s) => s.hasIons === true],
    ['Folding handle', 'ভাঁজ করা হাতল', (s) => s.folds === true],
    ['Safe against overheating', 'অতিরিক্ত তাপে নিজেই বন্ধ'],
  ],
  warrantyMonths: (_, brand) => (brand === 'philips' || brand === 'panasonic' ? 24 : 6),
  weightGrams: () => 620,
  unofficialShare: 0.15,
  rows: `
@philips
BHC010 Essential | BHC010 | dryer | 1200 | n | 3 | y | 1990
BHD308 | BHD308 | dryer | 1600 | n | 3 | y | 3290
BHS386 Kerashine | BHS386 | straightener | 40 | n | 2 | n | 3990
@panasonic
EH-ND11 | EH-ND11 | dryer | 1000 | n | 2 | n | 1990
EH-NE20 Ionity | EH-NE20 | dryer | 1600 | y | 3 | n | 4990
@kemei
KM-6832 | KM-6832 | dryer | 1800 | n | 3 | y | 890
KM-329 | KM-329 | straightener | 35 | n | 2 | n | 850
KM-2139 | KM-2139 | straightener | 45 | n | 4 | n | 1290
@vgr
V-418 | V-418 | dryer | 2200 | y | 3 | n | 1590
@xiaomi
Compact H101 | H101 | dryer | 1600 | n | 2 | y | 1990
@walton
WHD-P01 | WHD-P01 | dryer | 1200 | n | 3 | y | 1190
@vision
VIS-HD 012 | VIS-HD012 | dryer | 1600 | n | 3 | y | 1290
`,
}

export const kitchenAndPersonalCareLeaves = [ovens, riceCookers, blenders, kettles, trimmers, dryers]
