import { choice, flag, type Leaf, number, shownOnly, text } from './leaf.ts'

const sockets: Record<string, [string, string]> = {
  lga1700: ['LGA 1700', 'LGA ১৭০০'],
  lga1851: ['LGA 1851', 'LGA ১৮৫১'],
  lga1200: ['LGA 1200', 'LGA ১২০০'],
  am4: ['AM4', 'AM৪'],
  am5: ['AM5', 'AM৫'],
}

const processors: Leaf = {
  slug: 'processors',
  parentSlug: 'computer-components',
  name: { en: 'Processors', bn: 'প্রসেসর' },
  description: { en: 'Intel and AMD desktop processors.', bn: 'ইন্টেল ও এএমডির ডেস্কটপ প্রসেসর।' },
  form: 'processor',
  colours: ['silver'],
  specifications: [
    choice('socket', 'Socket', 'সকেট', sockets),
    number('coreCount', 'Cores', 'কোর সংখ্যা'),
    number('threadCount', 'Threads', 'থ্রেড সংখ্যা'),
    number('boostGhz', 'Boost clock', 'বুস্ট ক্লক', 'GHz', 'গিগাহার্টজ'),
    flag('hasGraphics', 'Built-in graphics', 'বিল্ট-ইন গ্রাফিকস'),
    shownOnly(number('powerW', 'Base power', 'বেজ পাওয়ার', 'W', 'ওয়াট')),
  ],
  columns: 'line model socket coreCount threadCount boostGhz hasGraphics powerW price',
  titles: [['{line} Processor', '{line} প্রসেসর']],
  openings: [
    [
      '{name} brings {coreCount} cores and {threadCount} threads.',
      '{name} দিচ্ছে {coreCount}টি কোর ও {threadCount}টি থ্রেড।',
    ],
    [
      'Boosting to {boostGhz} GHz, {name} is quick where it counts.',
      'সর্বোচ্চ {boostGhz} গিগাহার্টজে {name} দরকারের সময় দ্রুত।',
    ],
    ['{name} fits {socket} boards.', '{socket} মাদারবোর্ডে বসে {name}।'],
  ],
  details: [
    ['It can show a picture without a graphics card.', 'আলাদা গ্রাফিকস কার্ড ছাড়াই ছবি দেখায়।', (s) => s.hasGraphics === true],
    ['It needs a graphics card.', 'এর সঙ্গে গ্রাফিকস কার্ড লাগবে।', (s) => s.hasGraphics === false],
    [
      'Good for games, code and rendering alike.',
      'গেম, প্রোগ্রামিং ও রেন্ডারিং সবকিছুতেই ভালো।',
      (s) => Number(s.coreCount) >= 8,
    ],
    ['A sensible heart for a budget build.', 'কম বাজেটের পিসির জন্য মানানসই।', (s) => Number(s.coreCount) < 8],
  ],
  highlights: [
    ['{coreCount} cores, {threadCount} threads', '{coreCount} কোর, {threadCount} থ্রেড'],
    ['Up to {boostGhz} GHz', 'সর্বোচ্চ {boostGhz} গিগাহার্টজ'],
    ['{socket} socket', '{socket} সকেট'],
    ['Built-in graphics', 'বিল্ট-ইন গ্রাফিকস', (s) => s.hasGraphics === true],
  ],
  warrantyMonths: () => 36,
  weightGrams: () => 450,
  unofficialShare: 0.15,
  rows: `
@intel
Core i3-12100 | BX8071512100 | lga1700 | 4 | 8 | 4.3 | y | 60 | 11500
Core i3-14100 | BX8071514100 | lga1700 | 4 | 8 | 4.7 | y | 60 | 14500
Core i5-12400 | BX8071512400 | lga1700 | 6 | 12 | 4.4 | y | 65 | 15500
Core i5-12400F | BX8071512400F | lga1700 | 6 | 12 | 4.4 | n | 65 | 12500
Core i5-13400 | BX8071513400 | lga1700 | 10 | 16 | 4.6 | y | 65 | 21500
Core i5-14400F | BX8071514400F | lga1700 | 10 | 16 | 4.7 | n | 65 | 18500
Core i5-14600K | BX8071514600K | lga1700 | 14 | 20 | 5.3 | y | 125 | 29500
Core i7-14700K | BX8071514700K | lga1700 | 20 | 28 | 5.6 | y | 125 | 44500
Core i9-14900K | BX8071514900K | lga1700 | 24 | 32 | 6 | y | 125 | 59500
Core Ultra 5 225 | BX80768225 | lga1851 | 10 | 10 | 4.9 | y | 65 | 25500
Core Ultra 5 245K | BX80768245K | lga1851 | 14 | 14 | 5.2 | y | 125 | 34500
Core Ultra 7 265K | BX80768265K | lga1851 | 20 | 20 | 5.5 | y | 125 | 42500
Core Ultra 9 285K | BX80768285K | lga1851 | 24 | 24 | 5.7 | y | 125 | 72500
Core i3-10105 | BX8070110105 | lga1200 | 4 | 8 | 4.4 | y | 65 | 9500
@amd
Ryzen 3 3200G | YD3200C5FHBOX | am4 | 4 | 4 | 4 | y | 65 | 7500
Ryzen 5 3400G | YD3400C5FHBOX | am4 | 4 | 8 | 4.2 | y | 65 | 9500
Ryzen 5 4600G | 100-100000147BOX | am4 | 6 | 12 | 4.2 | y | 65 | 10500
Ryzen 5 5600G | 100-100000252BOX | am4 | 6 | 12 | 4.4 | y | 65 | 13500
Ryzen 5 5600 | 100-100000927BOX | am4 | 6 | 12 | 4.4 | n | 65 | 12500
Ryzen 7 5700X | 100-100000926WOF | am4 | 8 | 16 | 4.6 | n | 65 | 18500
Ryzen 7 5700G | 100-100000263BOX | am4 | 8 | 16 | 4.6 | y | 65 | 17500
Ryzen 5 7500F | 100-100000597MPK | am5 | 6 | 12 | 5 | n | 65 | 16500
Ryzen 5 8600G | 100-100001237BOX | am5 | 6 | 12 | 5 | y | 65 | 21500
Ryzen 5 9600X | 100-100001405WOF | am5 | 6 | 12 | 5.4 | y | 65 | 25500
Ryzen 7 7800X3D | 100-100000910WOF | am5 | 8 | 16 | 5 | y | 120 | 46500
Ryzen 7 9800X3D | 100-100001084WOF | am5 | 8 | 16 | 5.2 | y | 120 | 62500
Ryzen 9 9950X | 100-100001277WOF | am5 | 16 | 32 | 5.7 | y | 170 | 76500
`,
}

const motherboards: Leaf = {
  slug: 'motherboards',
  parentSlug: 'computer-components',
  name: { en: 'Motherboards', bn: 'মাদারবোর্ড' },
  description: { en: 'Boards for Intel and AMD processors.', bn: 'ইন্টেল ও এএমডি প্রসেসরের মাদারবোর্ড।' },
  form: 'motherboard',
  colours: ['black'],
  specifications: [
    choice('socket', 'Socket', 'সকেট', sockets),
    choice('memoryType', 'Memory type', 'মেমোরির ধরন', { ddr4: ['DDR4', 'ডিডিআর৪'], ddr5: ['DDR5', 'ডিডিআর৫'] }),
    choice('boardSize', 'Board size', 'বোর্ডের আকার', { atx: ['ATX', 'এটিএক্স'], matx: ['Micro-ATX', 'মাইক্রো এটিএক্স'] }),
    number('memorySlots', 'Memory slots', 'মেমোরি স্লট'),
    flag('hasWifi', 'Wi-Fi', 'ওয়াইফাই'),
  ],
  columns: 'line model socket memoryType boardSize memorySlots hasWifi price',
  titles: [['{line} {memoryType} Motherboard', '{line} {memoryType} মাদারবোর্ড']],
  openings: [
    ['{name} seats {socket} processors.', '{socket} প্রসেসরের মাদারবোর্ড {name}।'],
    ['Build on {name} and add parts for years.', '{name} দিয়ে শুরু করুন, পরে বছর ধরে যন্ত্রাংশ বাড়ান।'],
    [
      '{name} takes {memoryType} memory in {memorySlots} slots.',
      '{name} বোর্ডে {memorySlots}টি স্লটে বসে {memoryType} মেমোরি।',
    ],
  ],
  details: [
    ['Wi-Fi and Bluetooth are on the board.', 'বোর্ডেই ওয়াইফাই ও ব্লুটুথ আছে।', (s) => s.hasWifi === true],
    ['An M.2 slot waits for a fast SSD.', 'দ্রুত এসএসডির জন্য এম.২ স্লট আছে।'],
    ['Cooled power stages keep long loads stable.', 'পাওয়ার অংশে হিটসিংক থাকায় লম্বা সময় চাপেও স্থির থাকে।'],
  ],
  highlights: [
    ['{socket}', '{socket}'],
    ['{memoryType}, {memorySlots} slots', '{memoryType}, {memorySlots}টি স্লট'],
    ['{boardSize}', '{boardSize}'],
    ['Wi-Fi', 'ওয়াইফাই', (s) => s.hasWifi === true],
  ],
  warrantyMonths: () => 36,
  weightGrams: (s) => (s.boardSize === 'atx' ? 1500 : 1050),
  unofficialShare: 0,
  rows: `
@gigabyte
H610M K | GA-H610MK | lga1700 | ddr4 | matx | 2 | n | 8990
B760M Gaming | GA-B760MG | lga1700 | ddr5 | matx | 2 | n | 13490
B760M DS3H AX | GA-B760MDS3HAX | lga1700 | ddr4 | matx | 4 | y | 16490
Z790 Eagle AX | GA-Z790EAX | lga1700 | ddr5 | atx | 4 | y | 28990
B450M K | GA-B450MK | am4 | ddr4 | matx | 2 | n | 7490
A520M K V2 | GA-A520MKV2 | am4 | ddr4 | matx | 2 | n | 7290
B650M Gaming WIFI | GA-B650MGW | am5 | ddr5 | matx | 2 | y | 18490
X870 Eagle WIFI7 | GA-X870EW7 | am5 | ddr5 | atx | 4 | y | 32990
@msi
PRO H610M-E | H610ME | lga1700 | ddr4 | matx | 2 | n | 8790
PRO B760M-P | B760MP | lga1700 | ddr4 | matx | 4 | n | 12990
MAG B760M Mortar WIFI | B760MMORTAR | lga1700 | ddr5 | matx | 4 | y | 23490
B450M-A PRO MAX II | B450MAPM2 | am4 | ddr4 | matx | 2 | n | 7990
MAG B650 Tomahawk WIFI | B650TMHK | am5 | ddr5 | atx | 4 | y | 27990
PRO Z890-S WIFI | Z890SWF | lga1851 | ddr5 | atx | 4 | y | 33490
@asus
PRIME H610M-K | H610MK-D4 | lga1700 | ddr4 | matx | 2 | n | 9190
PRIME B760M-A WIFI | B760MA-WF | lga1700 | ddr5 | matx | 4 | y | 18490
TUF Gaming B550M-PLUS | B550MPLUS | am4 | ddr4 | matx | 4 | n | 15490
TUF Gaming B850-PLUS WIFI | B850PLUSWF | am5 | ddr5 | atx | 4 | y | 28490
ROG Strix Z890-F | Z890FGW | lga1851 | ddr5 | atx | 4 | y | 58990
PRIME A620M-K | A620MK | am5 | ddr5 | matx | 2 | n | 11490
@asrock
H510M-H2 | H510MH2 | lga1200 | ddr4 | matx | 2 | n | 7190
B450M Steel Legend | B450MSL | am4 | ddr4 | matx | 4 | n | 10490
B650M Pro RS | B650MPRS | am5 | ddr5 | matx | 4 | n | 16990
B860M Steel Legend WIFI | B860MSLW | lga1851 | ddr5 | matx | 4 | y | 26490
`,
}

const graphicsCards: Leaf = {
  slug: 'graphics-cards',
  parentSlug: 'computer-components',
  name: { en: 'Graphics Cards', bn: 'গ্রাফিকস কার্ড' },
  description: { en: 'GeForce and Radeon cards for games and rendering.', bn: 'গেম ও রেন্ডারিংয়ের জিফোর্স ও রেডিয়ন কার্ড।' },
  form: 'graphics-card',
  colours: ['black', 'white'],
  specifications: [
    choice('chipMaker', 'Chip maker', 'চিপ নির্মাতা', {
      nvidia: ['NVIDIA GeForce', 'এনভিডিয়া জিফোর্স'],
      amd: ['AMD Radeon', 'এএমডি রেডিয়ন'],
    }),
    number('memoryGb', 'Video memory', 'ভিডিও মেমোরি', 'GB', 'জিবি'),
    choice('memoryType', 'Memory type', 'মেমোরির ধরন', {
      gddr6: ['GDDR6', 'জিডিডিআর৬'],
      gddr7: ['GDDR7', 'জিডিডিআর৭'],
      ddr3: ['DDR3', 'ডিডিআর৩'],
    }),
    number('fanCount', 'Fans', 'ফ্যান সংখ্যা'),
    shownOnly(number('supplyW', 'Recommended supply', 'প্রস্তাবিত পাওয়ার সাপ্লাই', 'W', 'ওয়াট')),
  ],
  columns: 'line model chipMaker memoryGb memoryType fanCount supplyW price',
  titles: [['{line} {memoryGb}GB Graphics Card', '{line} {memoryGb} জিবি গ্রাফিকস কার্ড']],
  openings: [
    ['{name} carries {memoryGb} GB of {memoryType} memory.', '{name} কার্ডে আছে {memoryGb} জিবি {memoryType} মেমোরি।'],
    ['Games, Premiere and Blender: {name} speeds all three.', 'গেম, প্রিমিয়ার ও ব্লেন্ডার, তিনটিতেই গতি দেয় {name}।'],
    ['{fanCount} fans keep {name} quiet under load.', '{fanCount}টি ফ্যানে চাপেও শান্ত থাকে {name}।'],
  ],
  details: [
    ['A {supplyW} W power supply is recommended.', '{supplyW} ওয়াট পাওয়ার সাপ্লাই ব্যবহার করা ভালো।'],
    [
      'DLSS adds frames in new games.',
      'ডিএলএসএস নতুন গেমে ফ্রেম বাড়ায়।',
      (s) => s.chipMaker === 'nvidia' && s.memoryType !== 'ddr3',
    ],
    ['FSR adds frames in most games.', 'এফএসআর বেশির ভাগ গেমে ফ্রেম বাড়ায়।', (s) => s.chipMaker === 'amd'],
    ['It drives several monitors.', 'একসঙ্গে কয়েকটি মনিটর চালায়।'],
  ],
  highlights: [
    ['{memoryGb} GB {memoryType}', '{memoryGb} জিবি {memoryType}'],
    ['{chipMaker}', '{chipMaker}'],
    ['{fanCount}-fan cooling', '{fanCount} ফ্যান কুলিং'],
  ],
  warrantyMonths: () => 36,
  weightGrams: (s) => 500 + Number(s.fanCount) * 350,
  unofficialShare: 0.1,
  rows: `
@gigabyte
GeForce RTX 5090 Gaming OC | GV-N5090GAMING | nvidia | 32 | gddr7 | 3 | 1000 | 415000
GeForce RTX 5070 Ti Windforce | GV-N507TWF3 | nvidia | 16 | gddr7 | 3 | 750 | 124500
GeForce RTX 5070 Eagle OC | GV-N5070EAGLE | nvidia | 12 | gddr7 | 3 | 750 | 87500
GeForce RTX 5060 Windforce OC | GV-N5060WF2 | nvidia | 8 | gddr7 | 2 | 550 | 48500
GeForce RTX 4060 Eagle | GV-N4060EAGLE | nvidia | 8 | gddr6 | 3 | 550 | 42500
GeForce RTX 3060 Gaming OC | GV-N3060GAMING | nvidia | 12 | gddr6 | 3 | 550 | 38500
Radeon RX 9070 XT Gaming OC | GV-R9070XT | amd | 16 | gddr6 | 3 | 850 | 105500
GeForce GT 710 | GV-N710D3 | nvidia | 2 | ddr3 | 1 | 300 | 5490
@msi
GeForce RTX 5080 Ventus 3X | RTX5080V3X | nvidia | 16 | gddr7 | 3 | 850 | 178500
GeForce RTX 5070 Gaming Trio | RTX5070GT | nvidia | 12 | gddr7 | 3 | 750 | 92500
GeForce RTX 5060 Ti Ventus 2X | RTX5060TIV2X | nvidia | 16 | gddr7 | 2 | 600 | 66500
GeForce RTX 3050 Ventus 2X | RTX3050V2X | nvidia | 6 | gddr6 | 2 | 450 | 25500
GeForce RTX 5050 Shadow 2X | RTX5050S2X | nvidia | 8 | gddr6 | 2 | 550 | 37500
@asus
TUF GeForce RTX 5080 OC | TUF-RTX5080-O16G | nvidia | 16 | gddr7 | 3 | 850 | 192500
Dual GeForce RTX 5060 OC | DUAL-RTX5060-O8G | nvidia | 8 | gddr7 | 2 | 550 | 50500
Dual GeForce RTX 4060 EVO | DUAL-RTX4060-O8G | nvidia | 8 | gddr6 | 2 | 550 | 43500
PRIME Radeon RX 9070 | PRIME-RX9070-O16G | amd | 16 | gddr6 | 3 | 750 | 92500
@zotac
GeForce RTX 5060 Twin Edge | ZT-B50600E | nvidia | 8 | gddr7 | 2 | 550 | 47500
GeForce RTX 5070 Solid | ZT-B50700D | nvidia | 12 | gddr7 | 3 | 750 | 85500
GeForce RTX 4060 Solo | ZT-D40600G | nvidia | 8 | gddr6 | 1 | 500 | 40500
GeForce GTX 1650 AMP | ZT-T16520J | nvidia | 4 | gddr6 | 2 | 400 | 18500
@asrock
Radeon RX 7600 Challenger | RX7600CL8GO | amd | 8 | gddr6 | 2 | 550 | 36500
Radeon RX 6600 Challenger | RX6600CLD8G | amd | 8 | gddr6 | 2 | 500 | 29500
Radeon RX 9060 XT Steel Legend | RX9060XTSL | amd | 16 | gddr6 | 3 | 550 | 58500
`,
}

const memoryModules: Leaf = {
  slug: 'ram',
  parentSlug: 'computer-components',
  name: { en: 'RAM', bn: 'র‍্যাম' },
  description: { en: 'Desktop and laptop memory.', bn: 'ডেস্কটপ ও ল্যাপটপের র‍্যাম।' },
  form: 'memory-module',
  colours: ['black', 'green'],
  specifications: [
    choice('memoryType', 'Type', 'ধরন', { ddr4: ['DDR4', 'ডিডিআর৪'], ddr5: ['DDR5', 'ডিডিআর৫'] }),
    choice('fits', 'For', 'যার জন্য', { desktop: ['Desktop', 'ডেস্কটপ'], laptop: ['Laptop', 'ল্যাপটপ'] }),
    number('speedMhz', 'Speed', 'গতি', 'MHz', 'মেগাহার্টজ'),
    number('capacityGb', 'Smallest capacity', 'সবচেয়ে কম ধারণক্ষমতা', 'GB', 'জিবি'),
    flag('hasLights', 'RGB lights', 'আরজিবি লাইট'),
  ],
  columns: 'line model memoryType fits speedMhz hasLights price',
  derive: ({ price = '' }) => ({ capacityGb: Number.parseInt(price, 10) }),
  titles: [['{line} {memoryType} {speedMhz}MHz {fits} RAM', '{line} {memoryType} {speedMhz} মেগাহার্টজ {fits} র‍্যাম']],
  openings: [
    ['{name} is the cheapest way to a faster computer.', 'কম খরচে কম্পিউটারের গতি বাড়াতে {name}।'],
    ['At {speedMhz} MHz, {name} keeps up with the processor.', '{speedMhz} মেগাহার্টজে প্রসেসরের সঙ্গে তাল মেলায় {name}।'],
    ['More tabs, fewer pauses: {name}.', 'বেশি ট্যাব, কম অপেক্ষা: {name}।'],
  ],
  details: [
    ['It fits {memoryType} slots only; check your board first.', 'শুধু {memoryType} স্লটে বসে; আগে মাদারবোর্ড মিলিয়ে নিন।'],
    ['RGB lights shine through the case.', 'কেসিংয়ের ভেতর আরজিবি আলো জ্বলে।', (s) => s.hasLights === true],
    ['Every stick is tested before sale.', 'বিক্রির আগে প্রতিটি পরীক্ষা করা।'],
  ],
  highlights: [
    ['{memoryType}, {speedMhz} MHz', '{memoryType}, {speedMhz} মেগাহার্টজ'],
    ['{fits} memory', '{fits} কম্পিউটারের জন্য'],
    ['RGB lights', 'আরজিবি লাইট', (s) => s.hasLights === true],
    ['Low voltage', 'কম ভোল্টেজে চলে'],
  ],
  warrantyMonths: () => 60,
  weightGrams: () => 80,
  unofficialShare: 0.1,
  rows: `
@corsair
Vengeance LPX | CMK-LPX32 | ddr4 | desktop | 3200 | n | 8:3490 16:6490
Vengeance RGB RS | CMG-RS32 | ddr4 | desktop | 3200 | y | 8:3990 16:7290
Vengeance | CMK-V56 | ddr5 | desktop | 5600 | n | 16:8490 32:15990
Dominator Titanium | CMP-T60 | ddr5 | desktop | 6000 | y | 32:24990
@gskill
Ripjaws V | F4-3200C16 | ddr4 | desktop | 3200 | n | 8:3390 16:6290
Trident Z5 RGB | F5-6000J36 | ddr5 | desktop | 6000 | y | 16:9990 32:18990
Ripjaws S5 | F5-5600J28 | ddr5 | desktop | 5600 | n | 16:8290
@kingston
Fury Beast | KF432C16BB | ddr4 | desktop | 3200 | n | 8:3290 16:5990
Fury Beast RGB | KF556C40BBA | ddr5 | desktop | 5600 | y | 8:4990 16:8990
Fury Impact | KF548S38IB | ddr5 | laptop | 4800 | n | 8:4690 16:8290
ValueRAM | KVR32S22 | ddr4 | laptop | 3200 | n | 8:3190 16:5890
@adata
XPG Gammix D30 | AX4U3200-D30 | ddr4 | desktop | 3200 | n | 8:3090 16:5690
XPG Lancer Blade | AX5U5600-LB | ddr5 | desktop | 5600 | n | 16:7990
Premier | AD4S3200 | ddr4 | laptop | 3200 | n | 8:2990 16:5590
@team
T-Force Delta RGB | TF3D432 | ddr4 | desktop | 3200 | y | 8:3590 16:6590
T-Force Vulcan Z | TLZGD432 | ddr4 | desktop | 3200 | n | 8:2990 16:5490
Elite | TED55600 | ddr5 | desktop | 5600 | n | 8:4290 16:7790
Elite SO-DIMM | TED416S | ddr4 | laptop | 3200 | n | 8:2890 16:5390
@transcend
JetRam | JM3200HLB | ddr4 | desktop | 3200 | n | 8:2990 16:5490
JetRam SO-DIMM | JM5600ASE | ddr5 | laptop | 5600 | n | 8:4390 16:7990
`,
}

const storageCapacity = ({ price = '' }: Record<string, string>) => ({
  capacityGb: Number.parseInt(price, 10) * (/^\d+TB/.test(price) ? 1000 : 1),
})

const solidStateDrives: Leaf = {
  slug: 'ssd',
  parentSlug: 'computer-components',
  name: { en: 'SSDs', bn: 'এসএসডি' },
  description: { en: 'NVMe, SATA and portable solid-state drives.', bn: 'এনভিএমই, সাটা ও পোর্টেবল এসএসডি।' },
  form: 'ssd',
  colours: ['black'],
  specifications: [
    choice('connection', 'Connection', 'সংযোগ', {
      nvme: ['M.2 NVMe', 'এম.২ এনভিএমই'],
      sata: ['2.5" SATA', '২.৫ ইঞ্চি সাটা'],
      portable: ['Portable USB-C', 'পোর্টেবল ইউএসবি-সি'],
    }),
    number('readMbs', 'Read speed', 'পড়ার গতি', 'MB/s', 'এমবি/সে.'),
    number('writeMbs', 'Write speed', 'লেখার গতি', 'MB/s', 'এমবি/সে.'),
    number('capacityGb', 'Smallest capacity', 'সবচেয়ে কম ধারণক্ষমতা', 'GB', 'জিবি'),
    shownOnly(number('enduranceTbw', 'Endurance', 'স্থায়িত্ব', 'TBW', 'টিবিডব্লিউ')),
  ],
  columns: 'line model connection readMbs writeMbs enduranceTbw price',
  derive: storageCapacity,
  titles: [['{line} {connection} SSD', '{line} {connection} এসএসডি']],
  openings: [
    ['{name} reads at up to {readMbs} MB/s.', '{name} পড়ে সর্বোচ্চ {readMbs} এমবি/সে. গতিতে।'],
    [
      'Put {name} in an old laptop and it feels new.',
      'পুরোনো ল্যাপটপে {name} লাগালে নতুনের মতো গতি পাবেন।',
      (s) => s.connection !== 'portable',
    ],
    [
      'Windows on {name} starts before the tea is poured.',
      '{name} থেকে উইন্ডোজ চালু হয় চোখের পলকে।',
      (s) => s.connection !== 'portable',
    ],
    [
      '{name} carries a wedding’s videos from one PC to another.',
      'এক পিসি থেকে আরেক পিসিতে বিয়ের ভিডিও বয়ে নেয় {name}।',
      (s) => s.connection === 'portable',
    ],
  ],
  details: [
    ['It plugs into the M.2 slot, no cable.', 'এম.২ স্লটে বসে, কোনো তার লাগে না।', (s) => s.connection === 'nvme'],
    ['It replaces any 2.5-inch hard disk.', 'যেকোনো ২.৫ ইঞ্চি হার্ডডিস্কের জায়গায় বসে।', (s) => s.connection === 'sata'],
    ['It fits the shirt pocket.', 'শার্টের পকেটেই এঁটে যায়।', (s) => s.connection === 'portable'],
    ['Rated for {enduranceTbw} TB of writing.', '{enduranceTbw} টেরাবাইট লেখার স্থায়িত্ব।'],
  ],
  highlights: [
    ['{readMbs} MB/s reading', '{readMbs} এমবি/সে. পড়ার গতি'],
    ['{writeMbs} MB/s writing', '{writeMbs} এমবি/সে. লেখার গতি'],
    ['{connection}', '{connection}'],
  ],
  warrantyMonths: (s) => (s.connection === 'nvme' ? 60 : 36),
  weightGrams: () => 90,
  unofficialShare: 0.15,
  rows: `
@samsung
990 Pro | MZ-V9P | nvme | 7450 | 6900 | 600 | 1TB:13490 2TB:22990
990 EVO Plus | MZ-V9S | nvme | 7150 | 6300 | 600 | 1TB:10490 2TB:18490
9100 Pro | MZ-VAP | nvme | 14700 | 13300 | 600 | 1TB:21990 2TB:36990
870 EVO | MZ-77E | sata | 560 | 530 | 150 | 250GB:4990 500GB:7490 1TB:12490
T7 Shield | MU-PE | portable | 1050 | 1000 | 300 | 1TB:13490 2TB:22490
T9 | MU-PG | portable | 2000 | 1950 | 300 | 1TB:17490
@western-digital
Green SN3000 | WDS-G4G0E | nvme | 5000 | 4200 | 80 | 500GB:4990 1TB:7990
Blue SN5100 | WDS-B5B0E | nvme | 7100 | 6700 | 300 | 500GB:5990 1TB:9490
Black SN7100 | WDS-X4M0E | nvme | 7250 | 6900 | 300 | 500GB:7290 1TB:11490
Black SN850X | WDS-X2M0E | nvme | 7300 | 6600 | 600 | 1TB:12990 2TB:22490
My Passport SSD | WDBAGF | portable | 1050 | 1000 | 300 | 1TB:13990
@kingston
NV3 | SNV3S | nvme | 6000 | 5000 | 160 | 500GB:5290 1TB:8490
KC3000 | SKC3000 | nvme | 7000 | 7000 | 400 | 512GB:7490 1TB:12490
A400 | SA400S37 | sata | 500 | 450 | 80 | 240GB:2990 480GB:4690
XS1000 | SXS1000 | portable | 1050 | 1000 | 300 | 1TB:10490
@transcend
110Q | TS-MTE110Q | nvme | 2000 | 1500 | 80 | 500GB:4490
230S | TS-SSD230S | sata | 560 | 500 | 140 | 256GB:3690 512GB:5790
ESD310 | TS-ESD310 | portable | 1050 | 950 | 300 | 256GB:4690 512GB:6990 1TB:11490
@adata
Legend 860 | SLEG-860 | nvme | 6000 | 5000 | 330 | 500GB:5190 1TB:8290
SU650 | ASU650SS | sata | 520 | 450 | 140 | 256GB:2890 512GB:4590
SD620 | ASD620 | portable | 520 | 460 | 200 | 512GB:6290
@team
MP33 | TM8FP6 | nvme | 1800 | 1500 | 150 | 256GB:2990 512GB:4490
GX2 | T253X2 | sata | 530 | 480 | 100 | 256GB:2790 512GB:4390
@sandisk
Extreme V2 | SDSSDE61 | portable | 1050 | 1000 | 300 | 1TB:13490 2TB:22990
@hikvision
E1000 | HS-SSD-E1000 | nvme | 2100 | 1800 | 120 | 256GB:2890 512GB:4290
C100 | HS-SSD-C100 | sata | 550 | 420 | 80 | 240GB:2590 480GB:3990
@walton
Rapid | WSSD-N512 | nvme | 3300 | 2800 | 150 | 256GB:2990 512GB:4390
`,
}

const hardDrives: Leaf = {
  slug: 'hard-drives',
  parentSlug: 'computer-components',
  name: { en: 'Hard Drives', bn: 'হার্ডডিস্ক' },
  description: { en: 'Desktop, surveillance and portable hard drives.', bn: 'ডেস্কটপ, সিসিটিভি ও পোর্টেবল হার্ডডিস্ক।' },
  form: 'hard-drive',
  colours: ['silver', 'black'],
  specifications: [
    choice('use', 'Made for', 'ব্যবহার', {
      desktop: ['Desktop', 'ডেস্কটপ'],
      surveillance: ['CCTV', 'সিসিটিভি'],
      portable: ['Portable', 'পোর্টেবল'],
      nas: ['NAS', 'ন্যাস'],
    }),
    number('capacityGb', 'Smallest capacity', 'সবচেয়ে কম ধারণক্ষমতা', 'GB', 'জিবি'),
    number('rpm', 'Speed', 'গতি', 'rpm', 'আরপিএম'),
    number('cacheMb', 'Cache', 'ক্যাশ', 'MB', 'এমবি'),
    flag('isEncrypted', 'Password protection', 'পাসওয়ার্ড সুরক্ষা'),
  ],
  columns: 'line model use rpm cacheMb isEncrypted price',
  derive: storageCapacity,
  titles: [['{line} {use} Hard Drive', '{line} {use} হার্ডডিস্ক']],
  openings: [
    ['{name} keeps years of photos and films.', 'বহু বছরের ছবি ও সিনেমা জমিয়ে রাখে {name}।'],
    ['Large and inexpensive storage: {name}.', 'কম খরচে অনেক জায়গা: {name}।'],
    ['{name} spins at {rpm} rpm with {cacheMb} MB of cache.', '{name} ঘোরে {rpm} আরপিএমে, ক্যাশ {cacheMb} এমবি।'],
  ],
  details: [
    ['Made to record cameras day and night.', 'দিনরাত ক্যামেরার ভিডিও রেকর্ডের জন্য তৈরি।', (s) => s.use === 'surveillance'],
    ['It draws power from the USB port.', 'ইউএসবি পোর্ট থেকেই বিদ্যুৎ নেয়।', (s) => s.use === 'portable'],
    ['Protect files with a password.', 'পাসওয়ার্ড দিয়ে ফাইল সুরক্ষিত রাখা যায়।', (s) => s.isEncrypted === true],
    ['Keep a second copy of what you cannot lose.', 'হারালে চলবে না এমন ফাইলের একটি বাড়তি কপি রাখুন।'],
  ],
  highlights: [
    ['{rpm} rpm', '{rpm} আরপিএম'],
    ['{cacheMb} MB cache', '{cacheMb} এমবি ক্যাশ'],
    ['{use} drive', '{use} হার্ডডিস্ক'],
  ],
  warrantyMonths: (s) => (s.use === 'portable' ? 36 : 24),
  weightGrams: (s) => (s.use === 'portable' ? 280 : 750),
  unofficialShare: 0.1,
  rows: `
@western-digital
Blue | WD-EZEX | desktop | 7200 | 64 | n | 1TB:4990 2TB:7490
Purple | WD-PURZ | surveillance | 5400 | 64 | n | 1TB:5290 2TB:7990 4TB:12990
Red Plus | WD-EFPX | nas | 5400 | 256 | n | 4TB:15490 8TB:27990
Elements | WDBUZG | portable | 5400 | 8 | n | 1TB:6490 2TB:8990
My Passport | WDBYVG | portable | 5400 | 8 | y | 1TB:6990 2TB:9490 4TB:14490
@seagate
BarraCuda | ST-DM010 | desktop | 7200 | 256 | n | 1TB:4990 2TB:7290
SkyHawk | ST-VX017 | surveillance | 5400 | 256 | n | 1TB:5190 2TB:7890 4TB:12790
IronWolf | ST-VN006 | nas | 5400 | 256 | n | 4TB:14990
Expansion | STKM | portable | 5400 | 8 | n | 1TB:6390 2TB:8790
One Touch | STKY | portable | 5400 | 8 | y | 1TB:6890 2TB:9390
@toshiba
P300 | HDWD110 | desktop | 7200 | 64 | n | 1TB:4790 2TB:6990
S300 | HDWT840 | surveillance | 5400 | 128 | n | 2TB:7490 4TB:12290
Canvio Basics | HDTB510 | portable | 5400 | 8 | n | 1TB:6290 2TB:8590
@transcend
StoreJet 25M3 | TS-SJ25M3 | portable | 5400 | 8 | y | 1TB:6990 2TB:9690
@adata
HD710 Pro | AHD710P | portable | 5400 | 8 | y | 1TB:6790 2TB:9290
`,
}

const powerSupplies: Leaf = {
  slug: 'power-supplies',
  parentSlug: 'computer-components',
  name: { en: 'Power Supplies', bn: 'পাওয়ার সাপ্লাই' },
  description: { en: 'Efficient PC power supplies.', bn: 'সাশ্রয়ী পিসি পাওয়ার সাপ্লাই।' },
  form: 'power-supply',
  colours: ['black'],
  specifications: [
    number('powerW', 'Power', 'ক্ষমতা', 'W', 'ওয়াট'),
    choice('rating', 'Efficiency', 'দক্ষতা', {
      none: ['Standard', 'সাধারণ'],
      bronze: ['80 Plus Bronze', '৮০ প্লাস ব্রোঞ্জ'],
      gold: ['80 Plus Gold', '৮০ প্লাস গোল্ড'],
      platinum: ['80 Plus Platinum', '৮০ প্লাস প্লাটিনাম'],
    }),
    flag('isModular', 'Modular cables', 'মডুলার কেবল'),
    shownOnly(number('fanMm', 'Fan', 'ফ্যান', 'mm', 'মিমি')),
    text('standard', 'Standard', 'মান'),
  ],
  columns: 'line model powerW rating isModular fanMm price',
  derive: ({ powerW }) => ({ standard: Number(powerW) >= 750 ? 'ATX 3.1' : 'ATX 2.4' }),
  titles: [['{line} {powerW}W Power Supply', '{line} {powerW} ওয়াট পাওয়ার সাপ্লাই']],
  openings: [
    ['{name} feeds a gaming PC with {powerW} clean watts.', '{name} গেমিং পিসিতে দেয় স্থির {powerW} ওয়াট।'],
    ['Protect costly parts with {name}.', 'দামি যন্ত্রাংশ সুরক্ষিত রাখুন {name} দিয়ে।'],
  ],
  details: [
    ['Use only the cables you need.', 'যেটুকু কেবল দরকার শুধু সেটুকুই লাগান।', (s) => s.isModular === true],
    ['{rating} keeps heat and bills low.', '{rating} মানের, তাই তাপ ও বিল দুটোই কম।', (s) => s.rating !== 'none'],
    ['It guards against surges and short circuits.', 'ভোল্টেজ বাড়া ও শর্টসার্কিট থেকে রক্ষা করে।'],
  ],
  highlights: [
    ['{powerW} W', '{powerW} ওয়াট'],
    ['{rating}', '{rating}'],
    ['Quiet {fanMm} mm fan', 'শান্ত {fanMm} মিমি ফ্যান'],
    ['Modular', 'মডুলার', (s) => s.isModular === true],
  ],
  warrantyMonths: (s) => (s.rating === 'none' ? 24 : 60),
  weightGrams: (s) => 1200 + Number(s.powerW),
  unofficialShare: 0,
  rows: `
@corsair
CX550 | CP-9020277 | 550 | bronze | n | 120 | 5990
CX650 | CP-9020278 | 650 | bronze | n | 120 | 6990
RM750e | CP-9020295 | 750 | gold | y | 120 | 11990
RM850x | CP-9020270 | 850 | gold | y | 140 | 15990
HX1000i | CP-9020259 | 1000 | platinum | y | 140 | 26990
@antec
Atom V450 | ATOMV450 | 450 | none | n | 120 | 2990
CSK550 | CSK550B | 550 | bronze | n | 120 | 4990
CSK650 | CSK650B | 650 | bronze | n | 120 | 5790
NE850G | NE850GM | 850 | gold | y | 120 | 12490
@thermaltake
Smart BX1 | PS-SPD-0550 | 550 | bronze | n | 120 | 4890
Litepower 450 | LTP-0450 | 450 | none | n | 120 | 3190
Toughpower GF A3 | TPD-0850 | 850 | gold | y | 120 | 12990
@cooler-master
Elite NEX W500 | MPW-5001 | 500 | none | n | 120 | 3990
MWE 650 V3 | MPE-6501 | 650 | bronze | n | 120 | 6790
MWE Gold 750 | MPE-7501 | 750 | gold | y | 120 | 11490
@gigabyte
P550SS | GP-P550SS | 550 | none | n | 120 | 4690
UD750GM | GP-UD750GM | 750 | gold | y | 120 | 10490
@msi
MAG A650BN | MAGA650BN | 650 | bronze | n | 120 | 6490
MAG A850GL | MAGA850GL | 850 | gold | y | 120 | 12990
`,
}

export const componentLeaves = [
  processors,
  motherboards,
  graphicsCards,
  memoryModules,
  solidStateDrives,
  hardDrives,
  powerSupplies,
]
