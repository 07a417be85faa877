import { choice, flag, type Leaf, number, shownOnly } from './leaf.ts'

const mirrorless: Leaf = {
  slug: 'mirrorless-cameras',
  parentSlug: 'cameras',
  name: { en: 'Mirrorless & DSLR Cameras', bn: 'মিররলেস ও ডিএসএলআর ক্যামেরা' },
  description: { en: 'Cameras for weddings, travel and video.', bn: 'বিয়ে, ভ্রমণ ও ভিডিওর ক্যামেরা।' },
  form: 'mirrorless-camera',
  colours: ['black'],
  specifications: [
    choice('kind', 'Kind', 'ধরন', {
      mirrorless: ['Mirrorless', 'মিররলেস'],
      dslr: ['DSLR', 'ডিএসএলআর'],
      compact: ['Compact', 'কমপ্যাক্ট'],
    }),
    number('resolutionMp', 'Resolution', 'রেজোলিউশন', 'MP', 'মেগাপিক্সেল'),
    choice('sensor', 'Sensor', 'সেন্সর', {
      full: ['Full frame', 'ফুল ফ্রেম'],
      apsc: ['APS-C', 'এপিএস-সি'],
      small: ['1-inch or smaller', '১ ইঞ্চি বা ছোট'],
    }),
    choice('video', 'Video', 'ভিডিও', {
      fhd: ['Full HD', 'ফুল এইচডি'],
      uhd: ['4K', '৪কে'],
      '8k': ['6K or 8K', '৬কে বা ৮কে'],
    }),
    flag('hasLens', 'Lens in the box', 'বক্সে লেন্স'),
    flag('isStabilised', 'Stabilised body', 'বডি স্ট্যাবিলাইজেশন'),
  ],
  columns: 'line model kind resolutionMp sensor video hasLens isStabilised price',
  titles: [['{line} {kind} Camera', '{line} {kind} ক্যামেরা']],
  openings: [
    [
      '{name} takes {resolutionMp} MP pictures that bear enlarging.',
      '{name} তোলে {resolutionMp} মেগাপিক্সেল ছবি, বড় করলেও ঝাপসা হয় না।',
    ],
    ['From gaye holud to Sajek, {name} comes home with the picture.', 'গায়ে হলুদ থেকে সাজেক, সব মুহূর্ত ধরে রাখে {name}।'],
    ['{name} is ready when the moment is.', 'মুহূর্ত এলেই তৈরি {name}।'],
  ],
  details: [
    ['Video is recorded in {video}.', 'ভিডিও ধারণ হয় {video} রেজোলিউশনে।'],
    ['The large sensor sees well in dim halls.', 'বড় সেন্সর, তাই কম আলোর অনুষ্ঠানেও ভালো ছবি।', (s) => s.sensor === 'full'],
    ['The body steadies your hands.', 'হাত কাঁপলেও বডির স্ট্যাবিলাইজেশন ছবি স্থির রাখে।', (s) => s.isStabilised === true],
    ['A lens is in the box, so you can start today.', 'বক্সে লেন্স আছে, আজই শুরু করা যায়।', (s) => s.hasLens === true],
    ['Body only: choose the lens you like.', 'শুধু বডি: পছন্দের লেন্স আলাদা নিন।', (s) => s.hasLens === false],
  ],
  highlights: [
    ['{resolutionMp} MP', '{resolutionMp} মেগাপিক্সেল'],
    ['{sensor} sensor', '{sensor} সেন্সর'],
    ['{video} video', '{video} ভিডিও'],
    ['Stabilised body', 'বডি স্ট্যাবিলাইজেশন', (s) => s.isStabilised === true],
  ],
  warrantyMonths: () => 24,
  weightGrams: (s) => (s.hasLens === true ? 1150 : 850),
  unofficialShare: 0.2,
  rows: `
@canon
EOS 1500D 18-55mm Kit | EOS1500D | dslr | 24.1 | apsc | fhd | y | n | 48500
EOS 250D 18-55mm Kit | EOS250D | dslr | 24.1 | apsc | uhd | y | n | 68500
EOS R100 18-45mm Kit | EOSR100 | mirrorless | 24.1 | apsc | uhd | y | n | 58500
EOS R50 18-45mm Kit | EOSR50 | mirrorless | 24.2 | apsc | uhd | y | n | 82500
EOS R10 18-150mm Kit | EOSR10 | mirrorless | 24.2 | apsc | uhd | y | n | 128500
EOS R8 Body | EOSR8 | mirrorless | 24.2 | full | uhd | n | n | 149500
EOS R6 Mark II Body | EOSR6M2 | mirrorless | 24.2 | full | uhd | n | y | 232500
EOS R5 Mark II Body | EOSR5M2 | mirrorless | 45 | full | 8k | n | y | 449500
PowerShot V1 | PSV1 | compact | 22.3 | small | uhd | y | y | 108500
@nikon
D5600 18-140mm Kit | D5600 | dslr | 24.2 | apsc | fhd | y | n | 82500
Z30 16-50mm Kit | Z30 | mirrorless | 20.9 | apsc | uhd | y | n | 82500
Z50 II 16-50mm Kit | Z50II | mirrorless | 20.9 | apsc | uhd | y | n | 118500
Z5 II Body | Z5II | mirrorless | 24.5 | full | uhd | n | y | 198500
Z6 III Body | Z6III | mirrorless | 24.5 | full | 8k | n | y | 272500
@sony
ZV-E10 II 16-50mm Kit | ZVE10M2 | mirrorless | 26 | apsc | uhd | y | n | 128500
Alpha A6400 16-50mm Kit | ILCE6400 | mirrorless | 24.2 | apsc | uhd | y | n | 99500
Alpha A6700 Body | ILCE6700 | mirrorless | 26 | apsc | uhd | n | y | 158500
Alpha A7 IV Body | ILCE7M4 | mirrorless | 33 | full | uhd | n | y | 239500
Alpha A7 V Body | ILCE7M5 | mirrorless | 33 | full | uhd | n | y | 318500
Alpha A7C II Body | ILCE7CM2 | mirrorless | 33 | full | uhd | n | y | 222500
@fujifilm
X-T50 15-45mm Kit | XT50 | mirrorless | 40.2 | apsc | 8k | y | y | 172500
X-M5 15-45mm Kit | XM5 | mirrorless | 26.1 | apsc | 8k | y | n | 122500
X-S20 Body | XS20 | mirrorless | 26.1 | apsc | 8k | n | y | 148500
`,
}

const lenses: Leaf = {
  slug: 'camera-lenses',
  parentSlug: 'cameras',
  name: { en: 'Camera Lenses', bn: 'ক্যামেরা লেন্স' },
  description: { en: 'Portrait, zoom and wide lenses.', bn: 'পোর্ট্রেট, জুম ও ওয়াইড লেন্স।' },
  form: 'camera-lens',
  colours: ['black'],
  specifications: [
    choice('mount', 'Mount', 'মাউন্ট', {
      rf: ['Canon RF', 'ক্যানন RF'],
      ef: ['Canon EF', 'ক্যানন EF'],
      z: ['Nikon Z', 'নিকন Z'],
      e: ['Sony E', 'সনি E'],
      x: ['Fujifilm X', 'ফুজিফিল্ম X'],
    }),
    choice('kind', 'Kind', 'ধরন', {
      prime: ['Prime', 'প্রাইম'],
      zoom: ['Zoom', 'জুম'],
      wide: ['Wide', 'ওয়াইড'],
      tele: ['Telephoto', 'টেলিফটো'],
    }),
    number('aperture', 'Widest aperture f/', 'সর্বোচ্চ অ্যাপারচার f/'),
    flag('isStabilised', 'Stabilised', 'স্ট্যাবিলাইজড'),
    shownOnly(number('filterMm', 'Filter size', 'ফিল্টারের মাপ', 'mm', 'মিমি')),
  ],
  columns: 'line model mount kind aperture isStabilised filterMm price',
  titles: [['{line} Lens', '{line} লেন্স']],
  openings: [
    [
      '{name} opens to f/{aperture} for soft backgrounds.',
      'f/{aperture} অ্যাপারচারের {name} পেছনটা সুন্দর ঝাপসা করে।',
      (s) => Number(s.aperture) < 2.9,
    ],
    ['{name} fits {mount} cameras.', '{mount} মাউন্টের ক্যামেরায় বসে {name}।'],
    ['A lens you will keep on the camera: {name}.', 'ক্যামেরায় সব সময় লাগিয়ে রাখার মতো লেন্স {name}।'],
  ],
  details: [
    [
      'Good for portraits in small rooms and low light.',
      'ছোট ঘর ও কম আলোয় পোর্ট্রেটের জন্য ভালো।',
      (s) => s.kind === 'prime',
    ],
    ['One lens covers the whole event.', 'এক লেন্সেই পুরো অনুষ্ঠান ধরা যায়।', (s) => s.kind === 'zoom'],
    ['Stabilisation steadies slow shots.', 'স্ট্যাবিলাইজেশনে ধীর শাটারেও ছবি স্থির।', (s) => s.isStabilised === true],
    ['It focuses quietly while filming.', 'ভিডিওর সময় নিঃশব্দে ফোকাস করে।'],
  ],
  highlights: [
    ['f/{aperture}', 'f/{aperture}'],
    ['{mount} mount', '{mount} মাউন্ট'],
    ['{kind}', '{kind}'],
    ['Stabilised', 'স্ট্যাবিলাইজড', (s) => s.isStabilised === true],
  ],
  warrantyMonths: () => 12,
  weightGrams: (s) => 300 + Number(s.filterMm) * 5,
  unofficialShare: 0.25,
  rows: `
@canon
EF 50mm f/1.8 STM | EF50STM | ef | prime | 1.8 | n | 49 | 13990
EF 75-300mm III | EF75300 | ef | tele | 4 | n | 58 | 18990
RF 50mm f/1.8 STM | RF50STM | rf | prime | 1.8 | n | 43 | 20990
RF 24-105mm STM | RF24105 | rf | zoom | 4 | y | 67 | 42990
RF 16mm f/2.8 | RF16 | rf | wide | 2.8 | n | 43 | 32990
@nikon
Z 40mm f/2 | Z40F2 | z | prime | 2 | n | 52 | 28990
Z 50-250mm VR | Z50250 | z | tele | 4.5 | y | 62 | 36990
Z 24-120mm f/4 S | Z24120 | z | zoom | 4 | n | 77 | 98990
@sony
FE 50mm f/1.8 | SEL50F18F | e | prime | 1.8 | n | 49 | 22990
E 55-210mm OSS | SEL55210 | e | tele | 4.5 | y | 49 | 29990
FE 24-70mm f/2.8 GM II | SEL2470GM2 | e | zoom | 2.8 | n | 82 | 219990
@sigma
30mm f/1.4 DC DN | SG30E | e | prime | 1.4 | n | 52 | 32990
18-50mm f/2.8 DC DN | SG1850X | x | zoom | 2.8 | n | 55 | 52990
56mm f/1.4 DC DN | SG56RF | rf | prime | 1.4 | n | 55 | 46990
@fujifilm
XF 35mm f/2 WR | XF35F2 | x | prime | 2 | n | 43 | 42990
`,
}

const actionCameras: Leaf = {
  slug: 'action-cameras',
  parentSlug: 'cameras',
  name: { en: 'Action Cameras', bn: 'অ্যাকশন ক্যামেরা' },
  description: { en: 'Small cameras for bikes, boats and vlogs.', bn: 'বাইক, নৌকা ও ভ্লগের ছোট ক্যামেরা।' },
  form: 'action-camera',
  colours: ['black'],
  specifications: [
    choice('video', 'Video', 'ভিডিও', { uhd: ['4K', '৪কে'], '5k': ['5K', '৫কে'], '8k': ['8K', '৮কে'] }),
    number('waterproofM', 'Waterproof to', 'পানিরোধী', 'm', 'মিটার'),
    flag('isSpherical', '360° video', '৩৬০° ভিডিও'),
    flag('hasFrontScreen', 'Front screen', 'সামনে স্ক্রিন'),
    number('batteryMinutes', 'Recording time', 'রেকর্ডিং সময়', 'minutes', 'মিনিট'),
  ],
  columns: 'line model video waterproofM isSpherical hasFrontScreen batteryMinutes price',
  titles: [['{line} Action Camera', '{line} অ্যাকশন ক্যামেরা']],
  openings: [
    ['{name} rides on helmet or handlebar.', 'হেলমেট বা হ্যান্ডেলবারে বসে চলে {name}।'],
    ['Smooth {video} video on the roughest road: {name}.', 'ভাঙা রাস্তাতেও স্থির {video} ভিডিও: {name}।'],
  ],
  details: [
    ['It dives to {waterproofM} m.', '{waterproofM} মিটার পানির নিচেও চলে।', (s) => Number(s.waterproofM) > 0],
    ['Film everything, choose the view later.', 'চারপাশ ধারণ করুন, কোণ বাছুন পরে।', (s) => s.isSpherical === true],
    ['Frame yourself on the front screen.', 'সামনের স্ক্রিনে নিজেকে দেখে ভ্লগ করা যায়।', (s) => s.hasFrontScreen === true],
    ['It records about {batteryMinutes} minutes on a charge.', 'এক চার্জে প্রায় {batteryMinutes} মিনিট রেকর্ড করে।'],
  ],
  highlights: [
    ['{video} video', '{video} ভিডিও'],
    ['Waterproof to {waterproofM} m', '{waterproofM} মিটার পানিরোধী', (s) => Number(s.waterproofM) > 0],
    ['{batteryMinutes} minutes', '{batteryMinutes} মিনিট রেকর্ডিং'],
    ['Strong stabilisation', 'শক্তিশালী স্ট্যাবিলাইজেশন'],
  ],
  warrantyMonths: () => 12,
  weightGrams: () => 420,
  unofficialShare: 0.35,
  rows: `
@gopro
Hero 13 Black | CHDHX-131 | 5k | 10 | n | y | 90 | 42990
Hero 12 Black | CHDHX-121 | 5k | 10 | n | y | 80 | 34990
Hero 4K | CHDHF-131 | uhd | 5 | n | n | 60 | 22990
Max 2 | CHDHZ-204 | 8k | 5 | y | n | 70 | 62990
@dji
Osmo Action 6 | OA6-STD | uhd | 20 | n | y | 160 | 46990
Osmo Action 5 Pro | OA5P-STD | uhd | 20 | n | y | 160 | 38990
Osmo Pocket 3 | OP3-STD | uhd | - | n | n | 110 | 62990
Osmo 360 | O360-STD | 8k | 10 | y | n | 100 | 58990
@insta360
X5 | CINSAA5 | 8k | 15 | y | n | 100 | 68990
Ace Pro 2 | CINSBA2 | 8k | 12 | n | y | 100 | 49990
Go Ultra | CINSGO5 | uhd | 10 | n | n | 70 | 48990
`,
}

const tripods: Leaf = {
  slug: 'tripods',
  parentSlug: 'cameras',
  name: { en: 'Tripods & Gimbals', bn: 'ট্রাইপড ও গিম্বল' },
  description: { en: 'Steady stands for phones and cameras.', bn: 'ফোন ও ক্যামেরা স্থির রাখার স্ট্যান্ড।' },
  form: 'tripod',
  colours: ['black'],
  specifications: [
    choice('kind', 'Kind', 'ধরন', {
      tripod: ['Tripod', 'ট্রাইপড'],
      gimbal: ['Gimbal', 'গিম্বল'],
      selfie: ['Selfie Stick', 'সেলফি স্টিক'],
    }),
    number('heightCm', 'Full height', 'পূর্ণ উচ্চতা', 'cm', 'সেমি'),
    number('loadGrams', 'Carries', 'ভার নিতে পারে', 'g', 'গ্রাম'),
    flag('hasPhoneHolder', 'Phone holder', 'ফোন হোল্ডার'),
    flag('hasRemote', 'Remote', 'রিমোট'),
  ],
  columns: 'line model kind heightCm loadGrams hasPhoneHolder hasRemote price',
  titles: [['{line} {kind}', '{line} {kind}']],
  openings: [
    ['{name} holds still so the picture does too.', '{name} স্থির থাকে, তাই ছবিও।'],
    ['Film yourself without asking anyone: {name}.', 'কারও সাহায্য ছাড়াই নিজের ভিডিও করুন {name} দিয়ে।'],
  ],
  details: [
    ['It rises to {heightCm} cm.', 'উচ্চতা বাড়ে {heightCm} সেমি পর্যন্ত।'],
    ['A remote takes the shot.', 'রিমোট দিয়েই ছবি তোলা যায়।', (s) => s.hasRemote === true],
    ['Motors follow your face and cancel shake.', 'মোটর মুখ অনুসরণ করে, ঝাঁকুনি কাটায়।', (s) => s.kind === 'gimbal'],
    ['It folds into a small bag.', 'ভাঁজ করে ছোট ব্যাগে নেওয়া যায়।'],
  ],
  highlights: [
    ['Up to {heightCm} cm', 'সর্বোচ্চ {heightCm} সেমি'],
    ['Carries {loadGrams} g', '{loadGrams} গ্রাম ভার নেয়'],
    ['Phone holder', 'ফোন হোল্ডার', (s) => s.hasPhoneHolder === true],
    ['Remote', 'রিমোট', (s) => s.hasRemote === true],
    ['Folds small', 'ভাঁজ করা যায়'],
  ],
  warrantyMonths: () => 6,
  weightGrams: (s) => 400 + Number(s.heightCm) * 7,
  unofficialShare: 0.2,
  rows: `
@digipod
TR-472 | TR-472 | tripod | 157 | 3000 | n | n | 1890
TR-564 | TR-564 | tripod | 165 | 5000 | y | n | 2990
TR-452 | TR-452 | tripod | 135 | 2500 | y | n | 1290
@ulanzi
MT-16 | MT-16 | tripod | 30 | 2000 | n | n | 1690
SK-04 | SK-04 | selfie | 170 | 800 | y | y | 2190
MA35 MagSafe | MA35 | tripod | 150 | 1000 | y | y | 3490
@dji
Osmo Mobile 7P | OM7P | gimbal | 21 | 300 | y | n | 16990
Osmo Mobile SE | OMSE | gimbal | 20 | 290 | y | n | 9990
RS 4 Mini | RS4M | gimbal | 32 | 2000 | n | n | 42990
@xiaomi
Mi Tripod | XMZPG05YM | selfie | 50 | 500 | y | y | 1290
@insta360
Flow 2 Pro | CINSABZ | gimbal | 21 | 300 | y | n | 17990
`,
}

const drones: Leaf = {
  slug: 'drones',
  parentSlug: 'cameras',
  name: { en: 'Drones', bn: 'ড্রোন' },
  description: {
    en: 'Camera drones; flying in Bangladesh needs permission from CAAB.',
    bn: 'ক্যামেরা ড্রোন; বাংলাদেশে ওড়াতে বেবিচকের অনুমতি লাগে।',
  },
  form: 'drone',
  colours: ['grey', 'white'],
  specifications: [
    choice('video', 'Video', 'ভিডিও', { fhd: ['Full HD', 'ফুল এইচডি'], uhd: ['4K', '৪কে'], '6k': ['6K', '৬কে'] }),
    number('flightMinutes', 'Flight time', 'ওড়ার সময়', 'minutes', 'মিনিট'),
    number('droneGrams', 'Flying weight', 'ওড়ার ওজন', 'g', 'গ্রাম'),
    flag('avoidsObstacles', 'Avoids obstacles', 'বাধা এড়ায়'),
    flag('hasScreenRemote', 'Remote with screen', 'স্ক্রিনসহ রিমোট'),
  ],
  columns: 'line model video flightMinutes droneGrams avoidsObstacles hasScreenRemote price',
  titles: [['{line} Drone', '{line} ড্রোন']],
  openings: [
    ['{name} sees rivers and fields as birds do.', 'পাখির চোখে নদী-মাঠ দেখায় {name}।'],
    ['Up to {flightMinutes} minutes in the air with {name}.', 'এক চার্জে {flightMinutes} মিনিট পর্যন্ত ওড়ে {name}।'],
  ],
  details: [
    ['It stops before trees and walls.', 'গাছ বা দেয়ালের আগেই থেমে যায়।', (s) => s.avoidsObstacles === true],
    ['The remote has its own bright screen.', 'রিমোটেই উজ্জ্বল স্ক্রিন আছে।', (s) => s.hasScreenRemote === true],
    ['Please get CAAB permission before you fly.', 'ওড়ানোর আগে বেবিচকের অনুমতি নিন।'],
  ],
  highlights: [
    ['{video} video', '{video} ভিডিও'],
    ['{flightMinutes} minutes', '{flightMinutes} মিনিট'],
    ['{droneGrams} g', '{droneGrams} গ্রাম'],
    ['Obstacle sensing', 'বাধা শনাক্ত করে', (s) => s.avoidsObstacles === true],
  ],
  warrantyMonths: () => 6,
  weightGrams: (s) => Number(s.droneGrams) + 900,
  unofficialShare: 0.6,
  rows: `
@dji
Neo | DJI-NEO | uhd | 18 | 135 | n | n | 26990
Flip RC 2 | DJI-FLIP | uhd | 31 | 249 | y | y | 69990
Mini 4K | DJI-MINI4K | uhd | 31 | 249 | n | n | 39990
Mini 5 Pro | DJI-MINI5P | uhd | 36 | 249 | y | n | 96990
Air 3S | DJI-AIR3S | uhd | 45 | 724 | y | n | 139990
Mavic 4 Pro | DJI-MAVIC4P | 6k | 51 | 1063 | y | y | 279990
Avata 2 | DJI-AVATA2 | uhd | 23 | 377 | n | n | 109990
`,
}

const consoles: Leaf = {
  slug: 'game-consoles',
  parentSlug: 'gaming',
  name: { en: 'Game Consoles', bn: 'গেমিং কনসোল' },
  description: {
    en: 'PlayStation, Xbox, Nintendo and handheld consoles.',
    bn: 'প্লেস্টেশন, এক্সবক্স, নিনটেনডো ও হাতে ধরা কনসোল।',
  },
  form: 'game-console',
  colours: ['white', 'black'],
  specifications: [
    choice('kind', 'Kind', 'ধরন', { home: ['Home', 'হোম'], handheld: ['Handheld', 'হাতে ধরা'] }),
    number('storageGb', 'Storage', 'স্টোরেজ', 'GB', 'জিবি'),
    flag('hasDisc', 'Disc drive', 'ডিস্ক ড্রাইভ'),
    choice('output', 'Picture', 'ছবি', { fhd: ['Full HD', 'ফুল এইচডি'], uhd: ['4K', '৪কে'] }),
    shownOnly(number('controllerCount', 'Controllers in the box', 'বক্সে কন্ট্রোলার')),
  ],
  columns: 'line model kind storageGb hasDisc output controllerCount price',
  titles: [['{line} {storageGb}GB Console', '{line} {storageGb} জিবি কনসোল']],
  openings: [
    ['{name} is an evening with friends.', 'বন্ধুদের নিয়ে জমজমাট সন্ধ্যা মানেই {name}।'],
    ['Great games, no waiting: {name}.', 'অপেক্ষা ছাড়াই দারুণ সব গেম: {name}।'],
  ],
  details: [
    [
      'It plays discs, so games can be lent and sold.',
      'ডিস্ক চলে, তাই গেম ধার বা বিক্রিও করা যায়।',
      (s) => s.hasDisc === true,
    ],
    ['Take it on the bus.', 'বাসেও সঙ্গে নেওয়া যায়।', (s) => s.kind === 'handheld'],
    ['The picture goes up to {output}.', 'ছবি সর্বোচ্চ {output}।'],
    ['{storageGb} GB holds many games.', '{storageGb} জিবিতে অনেক গেম রাখা যায়।'],
  ],
  highlights: [
    ['{storageGb} GB', '{storageGb} জিবি'],
    ['{output} picture', '{output} ছবি'],
    ['Disc drive', 'ডিস্ক ড্রাইভ', (s) => s.hasDisc === true],
    ['{kind} console', '{kind} কনসোল'],
  ],
  warrantyMonths: () => 12,
  weightGrams: (s) => (s.kind === 'home' ? 5200 : 1300),
  unofficialShare: 0.5,
  rows: `
@sony
PlayStation 5 Slim Disc | CFI-2018A | home | 1000 | y | uhd | 1 | 69990
PlayStation 5 Slim Digital | CFI-2018B | home | 825 | n | uhd | 1 | 61990
PlayStation 5 Pro | CFI-7021 | home | 2000 | n | uhd | 1 | 108990
PlayStation Portal | CFI-Y1000 | handheld | 64 | n | fhd | 1 | 34990
@microsoft
Xbox Series S | RRS-00006 | home | 512 | n | uhd | 1 | 48990
Xbox Series X | RRT-00010 | home | 1000 | y | uhd | 1 | 78990
@nintendo
Switch 2 | BEE-S-KB6CA | handheld | 256 | n | uhd | 2 | 66990
Switch OLED | HEG-S-KAAAA | handheld | 64 | n | fhd | 2 | 38990
Switch Lite | HDH-S-YAZAA | handheld | 32 | n | fhd | 1 | 25990
@asus
ROG Ally X | RC72LA | handheld | 1000 | n | fhd | 1 | 98990
ROG Xbox Ally | RC73YA | handheld | 512 | n | fhd | 1 | 84990
@lenovo
Legion Go S | 83L3000LK | handheld | 512 | n | fhd | 1 | 79990
`,
}

const controllers: Leaf = {
  slug: 'game-controllers',
  parentSlug: 'gaming',
  name: { en: 'Game Controllers', bn: 'গেম কন্ট্রোলার' },
  description: { en: 'Controllers for console, PC and phone.', bn: 'কনসোল, পিসি ও ফোনের কন্ট্রোলার।' },
  form: 'game-controller',
  colours: ['black', 'white'],
  specifications: [
    choice('connection', 'Connection', 'সংযোগ', { wired: ['Wired', 'তারযুক্ত'], wireless: ['Wireless', 'ওয়্যারলেস'] }),
    choice('worksWith', 'Works with', 'যেটিতে চলে', {
      playstation: ['PlayStation and PC', 'প্লেস্টেশন ও পিসি'],
      xbox: ['Xbox and PC', 'এক্সবক্স ও পিসি'],
      pc: ['PC and phone', 'পিসি ও ফোন'],
      nintendo: ['Nintendo Switch', 'নিনটেনডো সুইচ'],
    }),
    flag('hasVibration', 'Vibration', 'ভাইব্রেশন'),
    flag('hasHallSticks', 'Drift-free sticks', 'ড্রিফটমুক্ত স্টিক'),
    number('playHours', 'Battery life', 'ব্যাটারি চলে', 'hours', 'ঘণ্টা'),
  ],
  columns: 'line model connection worksWith hasVibration hasHallSticks playHours price colours',
  titles: [['{line} {connection} Controller', '{line} {connection} কন্ট্রোলার']],
  openings: [
    ['{name} settles into the hands at once.', 'হাতে নিলেই মানিয়ে যায় {name}।'],
    ['eFootball feels different with {name}.', '{name} দিয়ে ই-ফুটবল খেলার মজাই আলাদা।'],
  ],
  details: [
    ['It connects to {worksWith}.', '{worksWith}, সবখানেই চলে।'],
    ['Magnetic sticks do not drift.', 'চৌম্বক স্টিক নিজে থেকে সরে যায় না।', (s) => s.hasHallSticks === true],
    ['Every goal is felt.', 'প্রতিটি গোল হাতে টের পাওয়া যায়।', (s) => s.hasVibration === true],
    ['It plays {playHours} hours on a charge.', 'এক চার্জে {playHours} ঘণ্টা চলে।', (s) => Number(s.playHours) > 0],
  ],
  highlights: [
    ['{worksWith}', '{worksWith}'],
    ['{connection}', '{connection}'],
    ['Vibration', 'ভাইব্রেশন', (s) => s.hasVibration === true],
    ['Drift-free sticks', 'ড্রিফটমুক্ত স্টিক', (s) => s.hasHallSticks === true],
    ['Comfortable grip', 'ধরতে আরাম'],
  ],
  warrantyMonths: () => 6,
  weightGrams: () => 380,
  unofficialShare: 0.3,
  rows: `
@sony
DualSense PS5 | CFI-ZCT2W | wireless | playstation | y | n | 12 | 8490 | white black red
DualSense Edge | CFI-ZCP1 | wireless | playstation | y | n | 8 | 25990 | white black
DualShock 4 | CUH-ZCT2 | wireless | playstation | y | n | 8 | 4990 | black blue
@microsoft
Xbox | QAT-00001 | wireless | xbox | y | n | 40 | 7490 | black white blue
@nintendo
Joy-Con 2 Pair | BEE-A-JC | wireless | nintendo | y | n | 20 | 11990 | black
@gamesir
Nova Lite 2 | GS-NL2 | wireless | pc | y | y | 20 | 3290 | black white
Cyclone 2 | GS-CY2 | wireless | pc | y | y | 10 | 5990 | black white
G8 Plus Mobile | GS-G8P | wireless | pc | y | y | 15 | 9990 | black
@fantech
Nova II WGP14V2 | WGP14V2 | wireless | pc | y | y | 10 | 2990 | black white pink
Revolver GP12 | GP12 | wired | pc | y | n | - | 1490 | black
@havit
HV-G69 | G69 | wired | pc | y | n | - | 890 | black
HV-G92 | G92 | wired | pc | y | n | - | 690 | black
@logitech
F310 | 940-000112 | wired | pc | n | n | - | 2490 | blue
F710 | 940-000119 | wireless | pc | y | n | 15 | 4990 | black
`,
}

export const cameraAndGamingLeaves = [mirrorless, lenses, actionCameras, tripods, drones, consoles, controllers]
