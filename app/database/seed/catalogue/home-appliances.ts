import { choice, flag, type Leaf, number, shownOnly } from './leaf.ts'

const localBrands = ['walton', 'vision', 'marcel', 'minister', 'jamuna', 'singer']

const refrigerators: Leaf = {
  slug: 'refrigerators',
  parentSlug: 'home-appliances',
  name: { en: 'Refrigerators', bn: 'ফ্রিজ' },
  description: {
    en: 'Frost and no-frost refrigerators and deep freezers, delivered to the door.',
    bn: 'ফ্রস্ট, নন-ফ্রস্ট ফ্রিজ ও ডিপ ফ্রিজ, দরজা পর্যন্ত ডেলিভারি।',
  },
  form: 'refrigerator',
  colours: ['silver', 'black', 'red'],
  specifications: [
    number('volumeLitres', 'Capacity', 'ধারণক্ষমতা', 'litres', 'লিটার'),
    choice('cooling', 'Cooling', 'কুলিং', { frost: ['Frost', 'ফ্রস্ট'], 'no-frost': ['No-frost', 'নন-ফ্রস্ট'] }),
    choice('doors', 'Doors', 'দরজা', {
      single: ['Single door', 'এক দরজা'],
      double: ['Double door', 'ডাবল ডোর'],
      'side-by-side': ['Side by side', 'সাইড বাই সাইড'],
      multi: ['Four door', 'চার দরজা'],
      chest: ['Deep freezer', 'ডিপ ফ্রিজ'],
    }),
    flag('hasInverter', 'Inverter', 'ইনভার্টার'),
    flag('hasGlassDoor', 'Glass door', 'গ্লাস ডোর'),
    shownOnly(number('energyStars', 'Energy rating', 'এনার্জি রেটিং', 'stars', 'স্টার')),
    shownOnly(number('compressorYears', 'Compressor warranty', 'কম্প্রেসর ওয়ারেন্টি', 'years', 'বছর')),
  ],
  derive: ({ hasInverter }) => ({ compressorYears: hasInverter === 'y' ? 12 : 10 }),
  columns: 'line model volumeLitres cooling doors hasInverter hasGlassDoor energyStars price colours',
  titles: [
    ['{line} {volumeLitres}L Deep Freezer', '{line} {volumeLitres} লিটার ডিপ ফ্রিজ', (s) => s.doors === 'chest'],
    [
      '{line} {volumeLitres}L Side by Side Refrigerator',
      '{line} {volumeLitres} লিটার সাইড বাই সাইড ফ্রিজ',
      (s) => s.doors === 'side-by-side',
    ],
    ['{line} {volumeLitres}L {cooling} Refrigerator', '{line} {volumeLitres} লিটার {cooling} ফ্রিজ'],
  ],
  openings: [
    ['{name} keeps Eid meat and summer mangoes alike.', 'কোরবানির মাংস থেকে গ্রীষ্মের আম, সবই ভালো রাখে {name}।'],
    ['{volumeLitres} litres are right for the family: {name}.', 'পরিবারের জন্য মানানসই {volumeLitres} লিটারের {name}।'],
    ['{name} cools evenly from top shelf to crisper.', 'উপরের তাক থেকে সবজির ড্রয়ার, সমান ঠান্ডা রাখে {name}।'],
    ['Through heat and load-shedding {name} holds its cold.', 'গরম আর লোডশেডিংয়েও ঠান্ডা ধরে রাখে {name}।'],
  ],
  details: [
    [
      'The inverter compressor saves current and runs quietly.',
      'ইনভার্টার কম্প্রেসরে বিদ্যুৎ সাশ্রয়, শব্দও কম।',
      (s) => s.hasInverter === true,
    ],
    ['No frost builds up, so nothing to scrape.', 'বরফ জমে না, তাই পরিষ্কারের ঝামেলা নেই।', (s) => s.cooling === 'no-frost'],
    ['The glass door wipes clean and stays bright.', 'গ্লাস ডোর সহজে মোছা যায়, চকচকে থাকে।', (s) => s.hasGlassDoor === true],
    ['It works without a stabiliser between 135 and 260 V.', '১৩৫ থেকে ২৬০ ভোল্টে স্ট্যাবিলাইজার ছাড়াই চলে।'],
    ['{energyStars}-star rated.', '{energyStars} স্টার এনার্জি রেটিং।'],
    ['Everything inside freezes hard and stays so.', 'ভেতরের সবকিছু শক্ত জমাট থাকে।', (s) => s.doors === 'chest'],
  ],
  highlights: [
    ['{volumeLitres} litres', '{volumeLitres} লিটার'],
    ['{cooling}, {doors}', '{cooling}, {doors}'],
    ['Inverter', 'ইনভার্টার', (s) => s.hasInverter === true],
    ['Glass door', 'গ্লাস ডোর', (s) => s.hasGlassDoor === true],
    ['{compressorYears} years on the compressor', 'কম্প্রেসরে {compressorYears} বছর'],
    ['{energyStars} stars', '{energyStars} স্টার'],
  ],
  warrantyMonths: (_, brand) => (localBrands.includes(brand) ? 24 : 12),
  weightGrams: (s) => 22_000 + Number(s.volumeLitres) * 130,
  unofficialShare: 0.06,
  rows: `
@walton
WFA-2A3-GDEL-XX | WFA-2A3-GDEL-XX | 213 | frost | double | n | y | 4 | 32990 | red blue
WFA-2D4-GDXX-XX | WFA-2D4-GDXX-XX | 244 | frost | double | n | y | 4 | 35990 | black red
WFB-2E0-GDEL-SC | WFB-2E0-GDEL-SC | 250 | frost | double | y | y | 5 | 38490 | blue black
WFC-3F5-GDEL-XX | WFC-3F5-GDEL-XX | 365 | frost | double | y | y | 5 | 48990 | black red
WFC-3D8-GDEH-DD | WFC-3D8-GDEH-DD | 348 | frost | double | y | y | 5 | 47490 | purple black
WFE-3X9-GDXX-XX | WFE-3X9-GDXX-XX | 393 | frost | double | n | y | 4 | 49990 | black
WNI-5F3-GDEL-DD | WNI-5F3-GDEL-DD | 563 | no-frost | side-by-side | y | y | 5 | 98990 | black
WNI-6A9-GDNE-BD | WNI-6A9-GDNE-BD | 619 | no-frost | side-by-side | y | y | 5 | 114990 | black
WNN-6F4-HDXX-DD | WNN-6F4-HDXX-DD | 646 | no-frost | multi | y | y | 5 | 132990 | silver black
WCG-2E5-GDEL-XX | WCG-2E5-GDEL-XX | 255 | frost | chest | n | y | 4 | 36990 | red
WCF-1D5-GDEL-XX | WCF-1D5-GDEL-XX | 145 | frost | chest | n | y | 4 | 26990 | blue
@vision
RE-222 Mirror | VIS-RE222 | 222 | frost | double | n | y | 4 | 31900 | red black
RE-238 Blue | VIS-RE238 | 238 | frost | double | n | y | 4 | 33900 | blue
RE-262 Digital | VIS-RE262 | 262 | frost | double | y | y | 4 | 37900 | black red
SHR-566 | VIS-SHR566 | 566 | no-frost | side-by-side | y | y | 4 | 89900 | black
RE-150 | VIS-CF150 | 150 | frost | chest | n | n | 3 | 24900 | silver
@marcel
MFC-C3B-GDEL | MFC-C3B-GDEL | 312 | frost | double | n | y | 4 | 41990 | red
MFA-2A3-GDEL | MFA-2A3-GDEL | 213 | frost | double | n | y | 4 | 31990 | blue
MNI-5F3-GDEL | MNI-5F3-GDEL | 563 | no-frost | side-by-side | y | y | 5 | 96990 | black
@minister
M-222 Red | MIN-M222 | 222 | frost | double | n | y | 3 | 30490 | red
M-285 Rose | MIN-M285 | 285 | frost | double | n | y | 3 | 36490 | purple
M-601 Inverter | MIN-M601 | 601 | no-frost | side-by-side | y | y | 4 | 92990 | black
@jamuna
JE-200 | JE-XX200 | 200 | frost | double | n | y | 3 | 28900 | red
JE-230 QD | JE-QD230 | 230 | frost | double | n | y | 3 | 31900 | purple
JR-UES630100 | JR-UES630100 | 301 | frost | double | n | y | 4 | 38900 | blue
@singer
Top Mount 198 | BCD-198R | 198 | frost | double | n | n | 3 | 30990 | grey
DF2-23 Inverter | DF2-23 | 228 | frost | double | y | y | 5 | 36990 | red
BCD-485 | BCD-485R | 485 | no-frost | side-by-side | y | y | 4 | 79990 | black
CF-138 | CF-138R | 138 | frost | chest | n | n | 3 | 25990 | white
@samsung
RT29 Bespoke | RT29HAR9DS8 | 255 | no-frost | double | y | n | 4 | 56900 | silver
RT34 Digital Inverter | RT34K5532S8 | 321 | no-frost | double | y | n | 4 | 68900 | silver
RT42 Bespoke | RT42CG6420S9 | 415 | no-frost | double | y | n | 4 | 89900 | black silver
RS76 SpaceMax | RS76CG8003S9 | 653 | no-frost | side-by-side | y | n | 4 | 149900 | black silver
RF59 French Door | RF59C766FB1 | 647 | no-frost | multi | y | y | 4 | 224900 | black
@lg
GL-B252 Smart | GL-B252VPGY | 258 | no-frost | double | y | n | 4 | 56900 | silver
GL-T342 DoorCooling | GL-T342VPXX | 335 | no-frost | double | y | n | 4 | 72900 | silver
GC-B257 | GC-B257SQYL | 647 | no-frost | side-by-side | y | n | 4 | 139900 | silver
@hitachi
R-H240 | R-H240P7PBK | 203 | no-frost | double | y | n | 4 | 54900 | black
R-VX440 Big 2 | R-VX440PUC9 | 366 | no-frost | double | y | n | 4 | 87900 | silver
R-W660 | R-W660PUC7 | 586 | no-frost | multi | y | y | 4 | 188900 | black
@sharp
SJ-EX315E | SJ-EX315ESL | 253 | no-frost | double | y | n | 4 | 52900 | silver
SJ-EX455P | SJ-EX455PBK | 397 | no-frost | double | y | n | 4 | 76900 | black
@haier
HRF-276 | HRF-276IPGA | 276 | frost | double | y | y | 4 | 45990 | black
HRF-622 | HRF-622IBG | 622 | no-frost | side-by-side | y | y | 4 | 112990 | black
HSD-245 Single | HSD-245PIR | 190 | frost | single | y | n | 4 | 31990 | red
@panasonic
NR-BC40 | NR-BC40SWR | 407 | no-frost | double | y | n | 4 | 82900 | silver
`,
}

const airConditioners: Leaf = {
  slug: 'air-conditioners',
  parentSlug: 'home-appliances',
  name: { en: 'Air Conditioners', bn: 'এসি' },
  description: {
    en: 'Split and portable ACs from 1 to 2 tons, with installation.',
    bn: '১ থেকে ২ টনের স্প্লিট ও পোর্টেবল এসি, ইনস্টলেশনসহ।',
  },
  form: 'air-conditioner',
  colours: ['white'],
  specifications: [
    number('tons', 'Capacity', 'ক্ষমতা', 'ton', 'টন'),
    flag('hasInverter', 'Inverter', 'ইনভার্টার'),
    choice('kind', 'Kind', 'ধরন', {
      split: ['Split', 'স্প্লিট'],
      cassette: ['Cassette', 'ক্যাসেট'],
      portable: ['Portable', 'পোর্টেবল'],
    }),
    flag('hasWifi', 'Wi-Fi', 'ওয়াইফাই'),
    flag('heats', 'Hot and cool', 'হট অ্যান্ড কুল'),
    number('roomSquareFeet', 'Room size', 'ঘরের মাপ', 'sq ft', 'বর্গফুট'),
    shownOnly(number('compressorYears', 'Compressor warranty', 'কম্প্রেসর ওয়ারেন্টি', 'years', 'বছর')),
  ],
  columns: 'line model tons hasInverter kind hasWifi heats price',
  derive: ({ tons, hasInverter }) => ({
    roomSquareFeet: Number(tons) * 120,
    compressorYears: hasInverter === 'y' ? 10 : 5,
  }),
  titles: [['{line} {tons} Ton {kind} AC', '{line} {tons} টন {kind} এসি']],
  openings: [
    ['{name} cools a room of about {roomSquareFeet} square feet.', 'প্রায় {roomSquareFeet} বর্গফুটের ঘর ঠান্ডা করে {name}।'],
    ['Come home from Farmgate heat to {name}.', 'ফার্মগেটের গরম থেকে ফিরে স্বস্তি দেয় {name}।'],
    ['{name} cools fast and hums softly.', 'দ্রুত ঠান্ডা, কম শব্দ: {name}।'],
  ],
  details: [
    [
      'The inverter cuts the bill by up to half against fixed-speed models.',
      'ইনভার্টার থাকায় সাধারণ এসির তুলনায় বিদ্যুৎ বিল অনেক কম।',
      (s) => s.hasInverter === true,
    ],
    ['Switch it on from the phone on the way home.', 'বাড়ি ফেরার পথে ফোন থেকেই চালু করা যায়।', (s) => s.hasWifi === true],
    ['It also warms the room in January.', 'পৌষ-মাঘের শীতে ঘর গরমও করে।', (s) => s.heats === true],
    ['The copper condenser lasts and mends easily.', 'কপার কনডেন্সার টেকসই, সারানোও সহজ।'],
    ['Filters catch dust and pollen.', 'ফিল্টারে ধুলা ও পরাগ আটকে যায়।'],
    [
      'No wall is opened: roll it where you need it.',
      'দেয়াল ভাঙতে হয় না, যেখানে দরকার চাকা ঠেলে নিন।',
      (s) => s.kind === 'portable',
    ],
  ],
  highlights: [
    ['{tons} ton', '{tons} টন'],
    ['For about {roomSquareFeet} sq ft', 'প্রায় {roomSquareFeet} বর্গফুটের জন্য'],
    ['Inverter', 'ইনভার্টার', (s) => s.hasInverter === true],
    ['Wi-Fi', 'ওয়াইফাই', (s) => s.hasWifi === true],
    ['Hot and cool', 'হট অ্যান্ড কুল', (s) => s.heats === true],
    ['Copper condenser', 'কপার কনডেন্সার'],
  ],
  warrantyMonths: (_, brand) => (localBrands.includes(brand) || brand === 'gree' ? 36 : 24),
  weightGrams: (s) => 26_000 + Number(s.tons) * 14_000,
  unofficialShare: 0.08,
  rows: `
@gree
GS-12XPUV32 Pular | GS-12XPUV32 | 1 | y | split | y | n | 54900
GS-18XPUV32 Pular | GS-18XPUV32 | 1.5 | y | split | y | n | 73900
GS-24XPUV32 Pular | GS-24XPUV32 | 2 | y | split | y | n | 88900
GS-12XFA32 | GS-12XFA32 | 1 | n | split | n | n | 46900
GS-18XLMV32 Lomo | GS-18XLMV32 | 1.5 | n | split | n | n | 62900
GSH-18XFV Fairy | GSH-18XFV32 | 1.5 | y | split | y | y | 79900
GTH-48 | GU-48TH | 4 | n | cassette | n | y | 178900
@general
ASGA-12FETA | ASGA12FETA | 1 | n | split | n | n | 68900
ASGA-18FETA | ASGA18FETA | 1.5 | n | split | n | n | 89900
ASGA-24FETA | ASGA24FETA | 2 | n | split | n | n | 105900
ASGH-18CPTA | ASGH18CPTA | 1.5 | y | split | n | y | 98900
@walton
WSI-INVERNA Supersaver 12F | WSI-INVERNA-12F | 1 | y | split | y | n | 52900
WSI-INVERNA Supersaver 18F | WSI-INVERNA-18F | 1.5 | y | split | y | n | 68900
WSI-COATEC 24F | WSI-COATEC-24F | 2 | y | split | y | n | 81900
WSN-RIVERINE 12F | WSN-RIVERINE-12F | 1 | n | split | n | n | 42900
WSN-RIVERINE 18F | WSN-RIVERINE-18F | 1.5 | n | split | n | n | 56900
WSI-OCEANUS Voice 18C | WSI-OCEANUS-18C | 1.5 | y | split | y | y | 76900
@vision
VIS-12K 3D Pro | VIS-12K3D | 1 | n | split | n | n | 41900
VIS-18K Inverter | VIS-18KINV | 1.5 | y | split | y | n | 64900
VIS-24K Inverter | VIS-24KINV | 2 | y | split | y | n | 77900
@singer
Green Inverter 12 | SRAC12GI | 1 | y | split | y | n | 53990
Green Inverter 18 | SRAC18GI | 1.5 | y | split | y | n | 69990
Smart 24 | SRAC24SM | 2 | n | split | n | n | 71990
@marcel
MSI-RIVERINE 12K | MSI-RIV12K | 1 | n | split | n | n | 41990
MSI-VENTURI 18K | MSI-VEN18K | 1.5 | y | split | y | n | 66990
@minister
MST-12K Energy Saving | MST12K | 1 | n | split | n | n | 39990
MST-18K Inverter | MST18KINV | 1.5 | y | split | n | n | 61990
@jamuna
JEA-12 | JEA12XFV | 1 | n | split | n | n | 40900
JEA-18 Inverter | JEA18INV | 1.5 | y | split | n | n | 62900
@midea
MSA-12CRNEBU | MSA12CRNEBU | 1 | n | split | n | n | 42490
MSI-18CRN Inverter | MSI18CRN | 1.5 | y | split | y | n | 63490
MPF-12CRN | MPF12CRN | 1 | n | portable | n | n | 44990
@samsung
AR12 WindFree | AR12CYHAAWK | 1 | y | split | y | n | 69900
AR18 WindFree | AR18CYHAAWK | 1.5 | y | split | y | n | 92900
AR24 Digital Inverter | AR24TVHYDWK | 2 | y | split | n | n | 102900
@lg
S4-Q12 Dualcool | S4-Q12JA3QG | 1 | y | split | y | n | 66900
S4-Q18 Dualcool | S4-Q18KL3QG | 1.5 | y | split | y | n | 88900
@sharp
AH-X12 J-Tech | AH-X12ZW | 1 | y | split | n | n | 66900
AH-XP18 Plasmacluster | AH-XP18ZHW | 1.5 | y | split | y | n | 86900
@haier
HSU-12 Clean Cool | HSU12CC | 1 | n | split | n | n | 44990
HSU-18 Puri Inverter | HSU18PI | 1.5 | y | split | y | n | 67990
@panasonic
CS-YS12 Aero | CSYS12WKH | 1 | y | split | n | n | 67900
CS-YS18 Aero | CSYS18WKH | 1.5 | y | split | n | n | 89900
@hitachi
RAS-X13 | RASX13CJ | 1 | y | split | n | n | 68900
RAS-E18 Kaze | RASE18PC | 1.5 | n | split | n | n | 79900
@transtec
TSA-12 Cool | TSA12CC | 1 | n | split | n | n | 39900
`,
}

const washingMachines: Leaf = {
  slug: 'washing-machines',
  parentSlug: 'home-appliances',
  name: { en: 'Washing Machines', bn: 'ওয়াশিং মেশিন' },
  description: {
    en: 'Front-load, top-load and twin-tub washing machines.',
    bn: 'ফ্রন্ট লোড, টপ লোড ও টুইন টাব ওয়াশিং মেশিন।',
  },
  form: 'washing-machine',
  colours: ['white', 'grey'],
  specifications: [
    number('loadKg', 'Capacity', 'ধারণক্ষমতা', 'kg', 'কেজি'),
    choice('kind', 'Kind', 'ধরন', {
      front: ['Front Load', 'ফ্রন্ট লোড'],
      top: ['Top Load', 'টপ লোড'],
      twin: ['Twin Tub', 'টুইন টাব'],
    }),
    flag('isAutomatic', 'Fully automatic', 'পুরো অটোমেটিক'),
    flag('hasInverter', 'Inverter', 'ইনভার্টার'),
    number('spinRpm', 'Spin speed', 'স্পিন গতি', 'rpm', 'আরপিএম'),
    shownOnly(flag('heatsWater', 'Heats water', 'পানি গরম করে')),
  ],
  columns: 'line model loadKg kind isAutomatic hasInverter spinRpm heatsWater price',
  titles: [['{line} {loadKg}kg {kind} Washing Machine', '{line} {loadKg} কেজি {kind} ওয়াশিং মেশিন']],
  openings: [
    ['{name} washes {loadKg} kg at a time.', 'একবারে {loadKg} কেজি কাপড় ধোয় {name}।'],
    ['Give Friday back to the family: {name} does the washing.', 'শুক্রবারটা পরিবারকে দিন, কাপড় ধোবে {name}।'],
    ['Gentle with saris, firm with jeans: {name}.', 'শাড়িতে কোমল, জিন্সে জোরালো: {name}।'],
  ],
  details: [
    [
      'Press once; it fills, washes and spins by itself.',
      'একবার চাপলেই পানি নেওয়া, ধোয়া ও শুকানো নিজে নিজেই হয়।',
      (s) => s.isAutomatic === true,
    ],
    ['The inverter motor is quiet at night.', 'ইনভার্টার মোটর রাতেও শব্দ করে না।', (s) => s.hasInverter === true],
    ['Warm water lifts oil and stains.', 'গরম পানিতে তেল ও দাগ ওঠে সহজে।', (s) => s.heatsWater === true],
    ['It uses little water and works on low pressure.', 'পানি লাগে কম, কম চাপেও চলে।'],
    ['Spinning at {spinRpm} rpm leaves clothes nearly dry.', '{spinRpm} আরপিএম স্পিনে কাপড় প্রায় শুকিয়ে যায়।'],
  ],
  highlights: [
    ['{loadKg} kg', '{loadKg} কেজি'],
    ['{kind}', '{kind}'],
    ['Inverter motor', 'ইনভার্টার মোটর', (s) => s.hasInverter === true],
    ['{spinRpm} rpm', '{spinRpm} আরপিএম'],
    ['Fully automatic', 'পুরো অটোমেটিক', (s) => s.isAutomatic === true],
  ],
  warrantyMonths: () => 24,
  weightGrams: (s) => (s.kind === 'front' ? 58_000 : 24_000) + Number(s.loadKg) * 900,
  unofficialShare: 0.05,
  rows: `
@samsung
WW70 EcoBubble | WW70T4020EE | 7 | front | y | y | 1200 | y | 59900
WW80 EcoBubble | WW80T4040CE | 8 | front | y | y | 1400 | y | 67900
WW90 AI Control | WW90DG6U34 | 9 | front | y | y | 1400 | y | 82900
WA75 Digital Inverter | WA75CG4240 | 7.5 | top | y | y | 700 | n | 39900
@lg
FM1007 Steam | FM1007N6W | 7 | front | y | y | 1200 | y | 62900
FV1409 AI DD | FV1409S4W | 9 | front | y | y | 1400 | y | 84900
T2108 Smart | T2108VSAM | 8 | top | y | y | 740 | n | 42900
@walton
WWM-AFE80D | WWM-AFE80D | 8 | front | y | y | 1400 | y | 49990
WWM-AFM70 | WWM-AFM70 | 7 | front | y | y | 1200 | y | 43990
WWM-ATG80 | WWM-ATG80 | 8 | top | y | n | 700 | n | 26490
WWM-STG90 | WWM-STG90 | 9 | twin | n | n | 1300 | n | 13990
WWM-Q70 | WWM-Q70 | 7 | top | y | n | 700 | n | 22990
@vision
VWM-TL 8 | VIS-TL8 | 8 | top | y | n | 700 | n | 23900
VWM-FL 8 Inverter | VIS-FL8 | 8 | front | y | y | 1400 | y | 44900
VWM-TT 9 | VIS-TT9 | 9 | twin | n | n | 1350 | n | 12900
@singer
SWM-ATL70 | SWMATL70 | 7 | top | y | n | 700 | n | 24990
SWM-AFL80 | SWMAFL80 | 8 | front | y | y | 1400 | y | 47990
@sharp
ES-X805 | ESX805 | 8 | top | y | n | 700 | n | 31900
ES-FE710 | ESFE710 | 7 | front | y | n | 1000 | y | 45900
@hitachi
SF-80XB | SF80XB | 8 | top | y | n | 800 | n | 38900
@haier
HWM80-1269 | HWM80-1269 | 8 | top | y | n | 780 | n | 28990
HW80-BP12929 | HW80-BP12929 | 8 | front | y | y | 1200 | y | 48990
@midea
MFG70-D1222 | MFG70D1222 | 7 | front | y | n | 1200 | y | 42490
@panasonic
NA-F80S7 | NAF80S7 | 8 | top | y | n | 700 | n | 34900
@jamuna
JWM-TT8 | JWMTT8 | 8 | twin | n | n | 1300 | n | 12490
`,
}

const fans: Leaf = {
  slug: 'fans',
  parentSlug: 'home-appliances',
  name: { en: 'Fans', bn: 'ফ্যান' },
  description: { en: 'Ceiling, rechargeable, stand and table fans.', bn: 'সিলিং, চার্জার, স্ট্যান্ড ও টেবিল ফ্যান।' },
  form: 'fan',
  colours: ['white', 'blue'],
  specifications: [
    choice('kind', 'Kind', 'ধরন', {
      ceiling: ['Ceiling', 'সিলিং'],
      rechargeable: ['Rechargeable', 'চার্জার'],
      stand: ['Stand', 'স্ট্যান্ড'],
      table: ['Table', 'টেবিল'],
      exhaust: ['Exhaust', 'এগজস্ট'],
    }),
    number('sizeInches', 'Size', 'মাপ', 'inches', 'ইঞ্চি'),
    number('powerW', 'Power', 'বিদ্যুৎ', 'W', 'ওয়াট'),
    flag('hasRemote', 'Remote', 'রিমোট'),
    number('backupHours', 'Backup', 'ব্যাকআপ', 'hours', 'ঘণ্টা'),
  ],
  columns: 'line model kind sizeInches powerW hasRemote backupHours price colours',
  titles: [['{line} {sizeInches}" {kind} Fan', '{line} {sizeInches} ইঞ্চি {kind} ফ্যান']],
  openings: [
    ['{name} moves air into every corner.', 'ঘরের প্রতিটি কোণে বাতাস পৌঁছে দেয় {name}।'],
    ['When the current goes, {name} keeps turning.', 'কারেন্ট গেলেও ঘুরতে থাকে {name}।', (s) => s.kind === 'rechargeable'],
    ['Only {powerW} W: {name}.', 'মাত্র {powerW} ওয়াটে চলে {name}।', (s) => Number(s.powerW) < 50],
    ['{name} is made for Bangladesh’s summer.', 'আমাদের গ্রীষ্মের কথা ভেবেই তৈরি {name}।'],
  ],
  details: [
    [
      'Backup of up to {backupHours} hours at low speed.',
      'কম গতিতে {backupHours} ঘণ্টা পর্যন্ত ব্যাকআপ।',
      (s) => Number(s.backupHours) > 0,
    ],
    ['Change speed from the bed by remote.', 'বিছানা থেকেই রিমোটে গতি বদলান।', (s) => s.hasRemote === true],
    ['The motor is pure copper.', 'মোটর খাঁটি তামার তারে তৈরি।'],
    ['It runs quietly through the night.', 'সারা রাত শব্দ ছাড়াই চলে।'],
  ],
  highlights: [
    ['{sizeInches}-inch', '{sizeInches} ইঞ্চি'],
    ['{powerW} W', '{powerW} ওয়াট'],
    ['{backupHours} hours of backup', '{backupHours} ঘণ্টা ব্যাকআপ', (s) => Number(s.backupHours) > 0],
    ['Remote', 'রিমোট', (s) => s.hasRemote === true],
    ['Copper motor', 'তামার মোটর'],
  ],
  warrantyMonths: (s) => (s.kind === 'ceiling' ? 60 : 12),
  weightGrams: (s) => (s.kind === 'stand' ? 6500 : 4800),
  unofficialShare: 0,
  rows: `
@walton
WCF5602 | WCF5602 | ceiling | 56 | 75 | n | - | 2990 | white blue
Saver BLDC | WCF-BLDC56 | ceiling | 56 | 35 | y | - | 4490 | white
WRTF14B | WRTF14B | rechargeable | 14 | 22 | y | 8 | 5490 | white blue
W17OA | W17OA | rechargeable | 17 | 26 | y | 7 | 6290 | white
WSF1604 | WSF1604 | stand | 16 | 55 | n | - | 3690 | white
WTF12 | WTF12A | table | 12 | 45 | n | - | 2190 | white
@vision
Super | VIS-CF56S | ceiling | 56 | 80 | n | - | 2750 | white gold
Royal | VIS-CF56R | ceiling | 56 | 78 | n | - | 3090 | gold
RF-12 | VIS-RF12 | rechargeable | 12 | 18 | n | 7 | 3990 | white
RF-16 | VIS-RF16 | rechargeable | 16 | 26 | y | 6 | 5290 | white
EX-10 | VIS-EX10 | exhaust | 10 | 30 | n | - | 1690 | white
@click
Elegant | CLK-EL56 | ceiling | 56 | 75 | n | - | 2690 | white gold
Charger | CLK-CH14 | rechargeable | 14 | 22 | y | 7 | 4890 | white blue
@jamuna
Galaxy | JF-GX56 | ceiling | 56 | 80 | n | - | 2490 | white
JF Charger | JF-CH16 | rechargeable | 16 | 25 | y | 6 | 4990 | white
@miyako
KL-1416 | KL-1416 | rechargeable | 14 | 22 | n | 6 | 4690 | white
KL-16 | KL-16ST | stand | 16 | 50 | n | - | 3290 | white
@panasonic
F-56MPG | F-56MPG | ceiling | 56 | 66 | n | - | 6490 | white gold
F-409 | F-409KS | stand | 16 | 52 | n | - | 7490 | blue
@xiaomi
Mi Fan 2 Lite | JLLDS01XY | stand | 14 | 38 | n | - | 6990 | white
Mi Mini | ZMYDFS01 | rechargeable | 4 | 5 | n | 10 | 1890 | white
@transtec
Magnum | TRN-MG56 | ceiling | 56 | 76 | n | - | 2890 | white
@minister
MR-12 | MIN-RF12 | rechargeable | 12 | 18 | n | 6 | 3790 | white
`,
}

const vacuums: Leaf = {
  slug: 'vacuum-cleaners',
  parentSlug: 'home-appliances',
  name: { en: 'Vacuum Cleaners', bn: 'ভ্যাকুয়াম ক্লিনার' },
  description: { en: 'Vacuum cleaners for floors, sofas and cars.', bn: 'মেঝে, সোফা ও গাড়ির ভ্যাকুয়াম ক্লিনার।' },
  form: 'vacuum-cleaner',
  colours: ['red', 'white'],
  specifications: [
    choice('kind', 'Kind', 'ধরন', {
      canister: ['Canister', 'ক্যানিস্টার'],
      robot: ['Robot', 'রোবট'],
      handheld: ['Handheld', 'হ্যান্ডহেল্ড'],
    }),
    number('powerW', 'Power', 'ক্ষমতা', 'W', 'ওয়াট'),
    number('dustLitres', 'Dust box', 'ধুলার বাক্স', 'litres', 'লিটার'),
    flag('isCordless', 'Cordless', 'তারবিহীন'),
    flag('mops', 'Mops', 'মোছে'),
  ],
  columns: 'line model kind powerW dustLitres isCordless mops price',
  titles: [['{line} {kind} Vacuum Cleaner', '{line} {kind} ভ্যাকুয়াম ক্লিনার']],
  openings: [
    ['{name} lifts Dhaka’s dust out of carpet and sofa.', 'কার্পেট-সোফা থেকে ঢাকার ধুলা টেনে তোলে {name}।'],
    ['Cleaning takes minutes with {name}.', '{name} থাকলে ঘর পরিষ্কার হয় কয়েক মিনিটে।'],
  ],
  details: [
    ['It mops while it sweeps.', 'ঝাড়ুর সঙ্গে সঙ্গে মোছেও।', (s) => s.mops === true],
    ['No cord to drag.', 'তার টেনে বেড়াতে হয় না।', (s) => s.isCordless === true],
    ['The {dustLitres} litre box is easy to empty.', '{dustLitres} লিটারের বাক্স সহজে খালি করা যায়।'],
    ['A map on the phone shows where it has been.', 'কোথায় পরিষ্কার হলো, ফোনের ম্যাপে দেখা যায়।', (s) => s.kind === 'robot'],
  ],
  highlights: [
    ['{powerW} W', '{powerW} ওয়াট'],
    ['{dustLitres} litre box', '{dustLitres} লিটার বাক্স'],
    ['Cordless', 'তারবিহীন', (s) => s.isCordless === true],
    ['Mops too', 'মোছেও', (s) => s.mops === true],
    ['Washable filter', 'ধোয়া যায় এমন ফিল্টার'],
  ],
  warrantyMonths: () => 12,
  weightGrams: (s) => (s.kind === 'handheld' ? 2200 : 5600),
  unofficialShare: 0.1,
  rows: `
@panasonic
MC-CG370 | MC-CG370 | canister | 850 | 2.5 | n | n | 9990
MC-CG525 | MC-CG525 | canister | 1700 | 4 | n | n | 13990
@hitachi
CV-BA20V | CV-BA20V | canister | 2000 | 5 | n | n | 15490
@philips
PowerPro XB2023 | XB2023 | canister | 1800 | 1.3 | n | n | 13990
FC6722 SpeedPro | FC6722 | handheld | 150 | 0.4 | y | n | 24990
@xiaomi
S40 | D109GL | robot | 45 | 0.4 | y | y | 27990
E5 | C108 | robot | 35 | 0.4 | y | y | 12990
G20 Lite | BHR8195 | handheld | 120 | 0.5 | y | n | 9990
@samsung
VC20 Cyclone | VC20M2510WB | canister | 2000 | 1.5 | n | n | 14900
@walton
WVC-ND1600 | WVC-ND1600 | canister | 1600 | 2 | n | n | 7490
@vision
VIS-VC 1800 | VIS-VC1800 | canister | 1800 | 3 | n | n | 7900
@midea
VCS43A | VCS43A15 | canister | 1600 | 2 | n | n | 8490
@baseus
A3 | CRXCQA3 | handheld | 135 | 0.6 | y | n | 4990
`,
}

const purifiers: Leaf = {
  slug: 'water-purifiers',
  parentSlug: 'home-appliances',
  name: { en: 'Water Purifiers', bn: 'পানির ফিল্টার' },
  description: { en: 'Safe drinking water from WASA or tube-well.', bn: 'ওয়াসা বা টিউবওয়েলের পানি থেকে নিরাপদ খাবার পানি।' },
  form: 'water-purifier',
  colours: ['white', 'black'],
  specifications: [
    choice('method', 'Method', 'পদ্ধতি', { ro: ['RO', 'আরও'], uv: ['UV', 'ইউভি'], gravity: ['Gravity', 'গ্র্যাভিটি'] }),
    number('tankLitres', 'Tank', 'ট্যাংক', 'litres', 'লিটার'),
    number('stageCount', 'Stages', 'ধাপ'),
    flag('needsPower', 'Needs electricity', 'বিদ্যুৎ লাগে'),
    flag('givesHotWater', 'Hot water', 'গরম পানি'),
  ],
  columns: 'line model method tankLitres stageCount needsPower givesHotWater price',
  titles: [['{line} {method} Water Purifier', '{line} {method} পানির ফিল্টার']],
  openings: [
    ['{name} ends the boiling of water.', 'পানি ফোটানোর ঝামেলা শেষ করে {name}।'],
    ['Clear, safe water for the family: {name}.', 'পরিবারের জন্য স্বচ্ছ ও নিরাপদ পানি: {name}।'],
  ],
  details: [
    ['{stageCount} stages remove germs, iron and smell.', '{stageCount} ধাপে জীবাণু, আয়রন ও গন্ধ দূর হয়।'],
    ['It needs no electricity.', 'বিদ্যুৎ ছাড়াই চলে।', (s) => s.needsPower === false],
    ['Hot water for tea comes from the tap.', 'চায়ের গরম পানি মেলে কল থেকেই।', (s) => s.givesHotWater === true],
    ['RO also takes out arsenic and salt.', 'আরও পদ্ধতিতে আর্সেনিক ও লবণও কমে।', (s) => s.method === 'ro'],
  ],
  highlights: [
    ['{stageCount} stages', '{stageCount} ধাপ'],
    ['{tankLitres} litre tank', '{tankLitres} লিটার ট্যাংক'],
    ['No electricity', 'বিদ্যুৎ লাগে না', (s) => s.needsPower === false],
    ['Hot water', 'গরম পানি', (s) => s.givesHotWater === true],
    ['Filters easy to change', 'ফিল্টার বদলানো সহজ'],
  ],
  warrantyMonths: () => 12,
  weightGrams: () => 7800,
  unofficialShare: 0,
  rows: `
@pureit
Classic 23L | PUR-CL23 | gravity | 23 | 4 | n | n | 4490
Ultima Eco Mineral | PUR-UEM | ro | 10 | 7 | y | n | 21990
Marvella | PUR-MV | ro | 10 | 6 | y | n | 17990
@walton
WWP-UG28L | WWP-UG28L | gravity | 28 | 5 | n | n | 3290
WWP-SH25L | WWP-SH25L | ro | 25 | 5 | y | y | 15990
@vision
RO Hot 8L | VIS-ROH8 | ro | 8 | 6 | y | y | 17900
Crystal 16L | VIS-CR16 | gravity | 16 | 4 | n | n | 2490
@panasonic
TK-CS20 | TK-CS20 | uv | 2 | 3 | n | n | 9990
@miyako
MWP-26L | MWP-26L | gravity | 26 | 5 | n | n | 2990
@xiaomi
Mi Smart H1000 | MRH1000 | ro | 3 | 5 | y | n | 26990
`,
}

const irons: Leaf = {
  slug: 'irons',
  parentSlug: 'home-appliances',
  name: { en: 'Irons', bn: 'আয়রন' },
  description: { en: 'Dry, steam and garment irons.', bn: 'ড্রাই, স্টিম ও গার্মেন্ট আয়রন।' },
  form: 'iron',
  colours: ['blue', 'white'],
  specifications: [
    choice('kind', 'Kind', 'ধরন', {
      dry: ['Dry', 'ড্রাই'],
      steam: ['Steam', 'স্টিম'],
      garment: ['Garment Steamer', 'গার্মেন্ট স্টিমার'],
    }),
    number('powerW', 'Power', 'ক্ষমতা', 'W', 'ওয়াট'),
    choice('soleplate', 'Soleplate', 'তলা', {
      'non-stick': ['Non-stick', 'নন-স্টিক'],
      ceramic: ['Ceramic', 'সিরামিক'],
      steel: ['Steel', 'স্টিল'],
    }),
    shownOnly(flag('stopsItself', 'Automatic cut-off', 'অটো কাট-অফ')),
    shownOnly(number('waterMl', 'Water tank', 'পানির ট্যাংক', 'ml', 'মিলি')),
  ],
  columns: 'line model kind powerW soleplate stopsItself waterMl price',
  titles: [['{line} {powerW}W {kind} Iron', '{line} {powerW} ওয়াট {kind} আয়রন']],
  openings: [
    ['{name} glides over panjabi and school shirt.', 'পাঞ্জাবি থেকে স্কুলের শার্ট, মসৃণ চলে {name}।'],
    ['Ready in a minute: {name}.', 'এক মিনিটেই গরম: {name}।'],
  ],
  details: [
    ['Steam flattens cotton folds.', 'স্টিমে সুতি কাপড়ের ভাঁজ সহজে যায়।', (s) => s.kind !== 'dry'],
    ['It switches off when hot enough.', 'যথেষ্ট গরম হলে নিজেই বন্ধ হয়।', (s) => s.stopsItself === true],
    ['The plate slides without clinging.', 'তলা কাপড়ে আটকায় না, মসৃণ চলে।'],
  ],
  highlights: [
    ['{powerW} W', '{powerW} ওয়াট'],
    ['{soleplate} plate', '{soleplate} তলা'],
    ['Automatic cut-off', 'অটো কাট-অফ', (s) => s.stopsItself === true],
    ['Long cord', 'লম্বা তার'],
  ],
  warrantyMonths: () => 12,
  weightGrams: () => 1250,
  unofficialShare: 0.1,
  rows: `
@philips
HI114 Classic | HI114 | dry | 1000 | non-stick | y | - | 2290
GC1905 | GC1905 | steam | 1440 | non-stick | y | 180 | 3490
DST3030 | DST3030 | steam | 2400 | ceramic | y | 300 | 5490
STE1030 | STE1030 | garment | 1500 | steel | y | 1600 | 9990
@panasonic
NI-317T | NI-317T | dry | 1000 | non-stick | y | - | 2390
NI-E410 | NI-E410 | steam | 2150 | ceramic | y | 230 | 4690
@walton
WIR-D03 | WIR-D03 | dry | 1000 | non-stick | y | - | 1090
WIR-S05 | WIR-S05 | steam | 2200 | ceramic | y | 260 | 2190
@vision
VIS-DEI 005 | VIS-DEI005 | dry | 1000 | non-stick | y | - | 990
VIS-SEI 008 | VIS-SEI008 | steam | 1800 | non-stick | y | 220 | 1790
@miyako
EI-777 | EI-777 | dry | 1000 | non-stick | y | - | 1150
@singer
SI-HD1 Heavy | SI-HD1 | dry | 1200 | non-stick | y | - | 1790
@xiaomi
Handheld | HT008 | garment | 1300 | steel | y | 160 | 3490
`,
}

const bulbs: Leaf = {
  slug: 'smart-bulbs',
  parentSlug: 'home-appliances',
  name: { en: 'Smart & LED Bulbs', bn: 'স্মার্ট ও এলইডি বাল্ব' },
  description: {
    en: 'Bulbs that save current, change colour or stay on without it.',
    bn: 'বিদ্যুৎ সাশ্রয়ী, রং বদলানো কিংবা কারেন্ট ছাড়াও জ্বলা বাল্ব।',
  },
  form: 'smart-bulb',
  colours: ['white'],
  specifications: [
    choice('kind', 'Kind', 'ধরন', {
      smart: ['Smart', 'স্মার্ট'],
      led: ['LED', 'এলইডি'],
      emergency: ['Emergency', 'ইমার্জেন্সি'],
    }),
    number('powerW', 'Power', 'বিদ্যুৎ', 'W', 'ওয়াট'),
    choice('base', 'Base', 'হোল্ডার', { e27: ['E27 screw', 'E২৭ প্যাঁচ'], b22: ['B22 pin', 'B২২ পিন'] }),
    flag('changesColour', 'Changes colour', 'রং বদলায়'),
    number('brightnessLumens', 'Brightness', 'উজ্জ্বলতা', 'lumens', 'লুমেন'),
  ],
  columns: 'line model kind powerW base changesColour brightnessLumens price',
  titles: [['{line} {powerW}W {kind} Bulb', '{line} {powerW} ওয়াট {kind} বাল্ব']],
  openings: [
    ['{name} gives {brightnessLumens} lumens for {powerW} W.', '{powerW} ওয়াটে {brightnessLumens} লুমেন আলো দেয় {name}।'],
    ['Soft on the eyes while reading: {name}.', 'পড়ার সময় চোখে আরাম দেয় {name}।'],
  ],
  details: [
    ['Switch it on and off from the phone.', 'ফোন থেকেই জ্বালানো-নেভানো যায়।', (s) => s.kind === 'smart'],
    ['Pick a colour for the evening.', 'সন্ধ্যার মেজাজে পছন্দের রং বেছে নিন।', (s) => s.changesColour === true],
    ['It stays lit for hours without current.', 'কারেন্ট গেলেও কয়েক ঘণ্টা জ্বলে।', (s) => s.kind === 'emergency'],
    ['It fits {base} holders.', '{base} হোল্ডারে লাগে।'],
  ],
  highlights: [
    ['{powerW} W', '{powerW} ওয়াট'],
    ['{brightnessLumens} lumens', '{brightnessLumens} লুমেন'],
    ['{base}', '{base}'],
    ['Changes colour', 'রং বদলায়', (s) => s.changesColour === true],
  ],
  warrantyMonths: () => 24,
  weightGrams: () => 120,
  unofficialShare: 0,
  rows: `
@philips
WiZ Colour | WIZ-A60C | smart | 9 | e27 | y | 806 | 1290
Essential | ESS-12B | led | 12 | b22 | n | 1210 | 320
@xiaomi
Mi Essential | MJDPL01YL | smart | 9 | e27 | y | 950 | 1190
@tp-link
Tapo L530E | Tapo L530E | smart | 8.7 | e27 | y | 806 | 1390
Tapo L510E | Tapo L510E | smart | 8.7 | e27 | n | 806 | 990
@walton
Legacy | WLED-L12 | led | 12 | b22 | n | 1200 | 290
AC-DC | WLED-E12 | emergency | 12 | b22 | n | 1080 | 590
@click
Premium | CLK-LED15 | led | 15 | b22 | n | 1500 | 350
Plus | CLK-EM10 | emergency | 10 | b22 | n | 900 | 550
@vision
RGB | VIS-SRGB | smart | 10 | b22 | y | 900 | 790
@transtec
Tejas | TRN-TJ13 | led | 13 | b22 | n | 1300 | 310
`,
}

export const homeApplianceLeaves = [
  refrigerators,
  airConditioners,
  washingMachines,
  fans,
  vacuums,
  purifiers,
  irons,
  bulbs,
]
