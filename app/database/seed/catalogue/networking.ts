import { choice, flag, type Leaf, number, shownOnly } from './leaf.ts'

const routers: Leaf = {
  slug: 'routers',
  parentSlug: 'networking-and-security',
  name: { en: 'Routers', bn: 'রাউটার' },
  description: { en: 'Wi-Fi routers for flats, offices and SIM cards.', bn: 'ফ্ল্যাট, অফিস ও সিম কার্ডের ওয়াইফাই রাউটার।' },
  form: 'router',
  colours: ['black', 'white'],
  specifications: [
    choice('wifi', 'Wi-Fi', 'ওয়াইফাই', {
      'wifi-4': ['Wi-Fi 4', 'ওয়াইফাই ৪'],
      'wifi-5': ['Wi-Fi 5', 'ওয়াইফাই ৫'],
      'wifi-6': ['Wi-Fi 6', 'ওয়াইফাই ৬'],
      'wifi-7': ['Wi-Fi 7', 'ওয়াইফাই ৭'],
      none: ['None', 'নেই'],
    }),
    number('speedMbps', 'Total speed', 'মোট গতি', 'Mbps', 'এমবিপিএস'),
    number('antennaCount', 'Antennas', 'অ্যান্টেনা'),
    flag('hasGigabit', 'Gigabit ports', 'গিগাবিট পোর্ট'),
    flag('hasSim', 'SIM slot', 'সিম স্লট'),
    choice('kind', 'Kind', 'ধরন', { single: ['Single', 'একক'], mesh: ['Mesh', 'মেশ'], pocket: ['Pocket', 'পকেট'] }),
  ],
  columns: 'line model wifi speedMbps antennaCount hasGigabit hasSim kind price',
  titles: [['{line} {speedMbps}Mbps Router', '{line} {speedMbps} এমবিপিএস রাউটার']],
  openings: [
    ['{name} covers the flat with {wifi}.', '{wifi} দিয়ে পুরো ফ্ল্যাটে সংযোগ দেয় {name}।', (s) => s.wifi !== 'none'],
    ['Video in one room, classes in the other: {name} copes.', 'এক ঘরে ভিডিও, আরেক ঘরে ক্লাস: {name} দুটোই সামলায়।'],
    ['{name} is set up from the phone in minutes.', 'ফোন থেকেই কয়েক মিনিটে চালু করা যায় {name}।'],
  ],
  details: [
    [
      '{antennaCount} antennas reach through brick walls.',
      '{antennaCount}টি অ্যান্টেনায় ইটের দেয়াল পেরিয়েও সিগন্যাল যায়।',
      (s) => Number(s.antennaCount) >= 3,
    ],
    ['Gigabit ports use a fast line fully.', 'গিগাবিট পোর্টে দ্রুত লাইনের পুরো গতি মেলে।', (s) => s.hasGigabit === true],
    ['Put in a SIM and go without a cable line.', 'সিম ঢোকালেই চলে, লাইনের তার লাগে না।', (s) => s.hasSim === true],
    ['Parents can set hours for each device.', 'কোন ডিভাইস কখন চলবে তা অভিভাবক ঠিক করে দিতে পারেন।'],
    ['It works with every local broadband provider.', 'দেশের সব ব্রডব্যান্ড লাইনে চলে।', (s) => s.hasSim === false],
  ],
  highlights: [
    ['{wifi}, {speedMbps} Mbps', '{wifi}, {speedMbps} এমবিপিএস', (s) => s.wifi !== 'none'],
    ['{antennaCount} antennas', '{antennaCount}টি অ্যান্টেনা', (s) => Number(s.antennaCount) > 0],
    ['Gigabit ports', 'গিগাবিট পোর্ট', (s) => s.hasGigabit === true],
    ['SIM slot', 'সিম স্লট', (s) => s.hasSim === true],
    ['App set-up', 'অ্যাপ দিয়ে সেটআপ'],
  ],
  warrantyMonths: () => 24,
  weightGrams: (s) => (s.kind === 'mesh' ? 1400 : s.kind === 'pocket' ? 200 : 620),
  unofficialShare: 0,
  rows: `
@tp-link
TL-WR820N | TL-WR820N | wifi-4 | 300 | 2 | n | n | single | 1290
TL-WR841N | TL-WR841N | wifi-4 | 300 | 2 | n | n | single | 1590
TL-WR845N | TL-WR845N | wifi-4 | 300 | 3 | n | n | single | 1690
Archer C24 | Archer C24 | wifi-5 | 750 | 4 | n | n | single | 2090
Archer C54 | Archer C54 | wifi-5 | 1200 | 4 | n | n | single | 2490
Archer C6 | Archer C6 | wifi-5 | 1200 | 5 | y | n | single | 3290
Archer C64 | Archer C64 | wifi-5 | 1200 | 4 | y | n | single | 3390
Archer C80 | Archer C80 | wifi-5 | 1900 | 4 | y | n | single | 5490
Archer AX12 | Archer AX12 | wifi-6 | 1500 | 4 | y | n | single | 4290
Archer AX23 | Archer AX23 | wifi-6 | 1800 | 4 | y | n | single | 5690
Archer AX53 | Archer AX53 | wifi-6 | 3000 | 4 | y | n | single | 7490
Archer AX72 | Archer AX72 | wifi-6 | 5400 | 6 | y | n | single | 11990
Archer BE230 | Archer BE230 | wifi-7 | 3600 | 4 | y | n | single | 12490
Deco M4 2-Pack | Deco M4 | wifi-5 | 1200 | 2 | y | n | mesh | 10990
Deco X50 2-Pack | Deco X50 | wifi-6 | 3000 | 2 | y | n | mesh | 21490
TL-MR100 4G | TL-MR100 | wifi-4 | 300 | 2 | n | y | single | 5490
M7200 4G | M7200 | wifi-4 | 150 | - | n | y | pocket | 5290
@tenda
N301 | N301 | wifi-4 | 300 | 2 | n | n | single | 1190
F3 | F3V4 | wifi-4 | 300 | 3 | n | n | single | 1390
AC5 V3 | AC5V3 | wifi-5 | 1200 | 4 | n | n | single | 2190
AC8 | AC8V4 | wifi-5 | 1200 | 4 | y | n | single | 2790
AC10 | AC10V5 | wifi-5 | 1200 | 4 | y | n | single | 3090
RX2 Pro | RX2PRO | wifi-6 | 1500 | 5 | y | n | single | 3990
TX12 Pro | TX12PRO | wifi-6 | 3000 | 5 | y | n | single | 6490
Nova MW6 2-Pack | MW6-2 | wifi-5 | 1200 | 2 | y | n | mesh | 7490
4G03 Pro | 4G03PRO | wifi-4 | 300 | 4 | n | y | single | 5490
@mercusys
MW325R | MW325R | wifi-4 | 300 | 4 | n | n | single | 1390
MW302R | MW302R | wifi-4 | 300 | 2 | n | n | single | 1150
AC10 AC1200 | MRC-AC10 | wifi-5 | 1200 | 4 | n | n | single | 1990
AC12G | AC12G | wifi-5 | 1200 | 4 | y | n | single | 2590
MR70X | MR70X | wifi-6 | 1800 | 4 | y | n | single | 4190
MR80X | MR80X | wifi-6 | 3000 | 4 | y | n | single | 5490
Halo H30G 2-Pack | Halo H30G | wifi-5 | 1300 | 2 | y | n | mesh | 6990
@d-link
DIR-615 | DIR-615 | wifi-4 | 300 | 2 | n | n | single | 1490
DIR-825 | DIR-825 | wifi-5 | 1200 | 4 | y | n | single | 2990
DWR-932C 4G | DWR-932C | wifi-4 | 150 | - | n | y | pocket | 5490
@netis
N3D | N3D | wifi-5 | 1200 | 4 | n | n | single | 1990
NX31 | NX31 | wifi-6 | 1500 | 4 | y | n | single | 3790
@mikrotik
hAP lite | RB941-2nD | wifi-4 | 300 | 1 | n | n | single | 2790
hAP ax2 | C52iG-5HaxD2HaxD | wifi-6 | 1800 | 2 | y | n | single | 11490
hEX S | RB760iGS | none | 1000 | - | y | n | single | 8990
@cudy
WR1300 | WR1300 | wifi-5 | 1200 | 4 | y | n | single | 2690
WR3000 | WR3000 | wifi-6 | 3000 | 4 | y | n | single | 5290
LT500 4G | LT500 | wifi-5 | 1200 | 4 | n | y | single | 7490
@xiaomi
AC1200 | RB02 | wifi-5 | 1200 | 4 | y | n | single | 2690
AX3000T | RD03 | wifi-6 | 3000 | 4 | y | n | single | 4990
4C | R4CM | wifi-4 | 300 | 4 | n | n | single | 1490
@huawei
AX3 WS7100 | WS7100 | wifi-6 | 3000 | 4 | y | n | single | 5990
@walton
Wavemax AC1200 | WWR-AC12 | wifi-5 | 1200 | 4 | n | n | single | 1990
`,
}

const extenders: Leaf = {
  slug: 'wifi-extenders',
  parentSlug: 'networking-and-security',
  name: { en: 'Wi-Fi Extenders & Adapters', bn: 'ওয়াইফাই এক্সটেন্ডার ও অ্যাডাপ্টার' },
  description: {
    en: 'Carry Wi-Fi to the far room, or add it to a PC.',
    bn: 'দূরের ঘরে ওয়াইফাই পৌঁছান, কিংবা পিসিতে যোগ করুন।',
  },
  form: 'wifi-extender',
  colours: ['white', 'black'],
  specifications: [
    choice('kind', 'Kind', 'ধরন', { extender: ['Extender', 'এক্সটেন্ডার'], adapter: ['USB Adapter', 'ইউএসবি অ্যাডাপ্টার'] }),
    choice('wifi', 'Wi-Fi', 'ওয়াইফাই', {
      'wifi-4': ['Wi-Fi 4', 'ওয়াইফাই ৪'],
      'wifi-5': ['Wi-Fi 5', 'ওয়াইফাই ৫'],
      'wifi-6': ['Wi-Fi 6', 'ওয়াইফাই ৬'],
    }),
    number('speedMbps', 'Speed', 'গতি', 'Mbps', 'এমবিপিএস'),
    flag('isDualBand', 'Dual band', 'ডুয়েল ব্যান্ড'),
    shownOnly(number('antennaCount', 'Antennas', 'অ্যান্টেনা')),
  ],
  columns: 'line model kind wifi speedMbps isDualBand antennaCount price',
  titles: [['{line} Wi-Fi {kind}', '{line} ওয়াইফাই {kind}']],
  openings: [
    [
      '{name} brings the signal to the room that never had it.',
      'যে ঘরে সিগন্যাল পৌঁছায় না, সেখানেও নেট দেয় {name}।',
      (s) => s.kind === 'extender',
    ],
    ['{name} gives a desktop wireless internet.', 'ডেস্কটপে তারবিহীন ইন্টারনেট দেয় {name}।', (s) => s.kind === 'adapter'],
    ['No drilling, no cable: {name}.', 'দেয়াল ফুটো বা তার টানা ছাড়াই: {name}।'],
  ],
  details: [
    ['It works with any router.', 'যেকোনো রাউটারের সঙ্গে চলে।'],
    ['The 5 GHz band stays free of neighbours.', '৫ গিগাহার্টজ ব্যান্ডে প্রতিবেশীর ভিড় কম।', (s) => s.isDualBand === true],
    ['A light shows the best place for it.', 'কোথায় বসালে ভালো হবে তা আলো দেখে বোঝা যায়।', (s) => s.kind === 'extender'],
  ],
  highlights: [
    ['{speedMbps} Mbps', '{speedMbps} এমবিপিএস'],
    ['{wifi}', '{wifi}'],
    ['Dual band', 'ডুয়েল ব্যান্ড', (s) => s.isDualBand === true],
    ['Ready in a minute', 'এক মিনিটেই চালু'],
  ],
  warrantyMonths: () => 12,
  weightGrams: (s) => (s.kind === 'extender' ? 220 : 60),
  unofficialShare: 0,
  rows: `
@tp-link
TL-WA850RE | TL-WA850RE | extender | wifi-4 | 300 | n | 2 | 1690
RE305 | RE305 | extender | wifi-5 | 1200 | y | 2 | 3490
RE505X | RE505X | extender | wifi-6 | 1500 | y | 2 | 6490
TL-WN725N | TL-WN725N | adapter | wifi-4 | 150 | n | - | 690
Archer T3U Plus | Archer T3U Plus | adapter | wifi-5 | 1300 | y | 1 | 1990
@tenda
A9 | A9V3 | extender | wifi-4 | 300 | n | 2 | 1290
A18 | A18V3 | extender | wifi-5 | 1200 | y | 2 | 2390
U6 | U6 | adapter | wifi-4 | 300 | n | 1 | 890
@mercusys
MW300RE | MW300RE | extender | wifi-4 | 300 | n | 3 | 1290
ME30 | ME30 | extender | wifi-5 | 1200 | y | 2 | 2190
MU6H | MU6H | adapter | wifi-5 | 650 | y | 1 | 990
@xiaomi
Range Pro | R03 | extender | wifi-4 | 300 | n | 2 | 1190
Range AC1200 | RA75 | extender | wifi-5 | 1200 | y | 2 | 2290
`,
}

const securityCameras: Leaf = {
  slug: 'security-cameras',
  parentSlug: 'networking-and-security',
  name: { en: 'Security Cameras', bn: 'সিসি ক্যামেরা' },
  description: { en: 'Wi-Fi, IP and CCTV cameras for home and shop.', bn: 'বাসা ও দোকানের ওয়াইফাই, আইপি ও সিসি ক্যামেরা।' },
  form: 'security-camera',
  colours: ['white'],
  specifications: [
    choice('connection', 'Connection', 'সংযোগ', {
      wifi: ['Wi-Fi', 'ওয়াইফাই'],
      ip: ['IP (PoE)', 'আইপি (পিওই)'],
      analog: ['HD Analog', 'এইচডি অ্যানালগ'],
      sim: ['4G SIM', '৪জি সিম'],
    }),
    number('resolutionMp', 'Resolution', 'রেজোলিউশন', 'MP', 'মেগাপিক্সেল'),
    choice('place', 'For', 'স্থান', { indoor: ['Indoor', 'ঘরের ভেতর'], outdoor: ['Outdoor', 'ঘরের বাইরে'] }),
    flag('turns', 'Turns and tilts', 'ঘোরানো যায়'),
    flag('seesColourAtNight', 'Colour at night', 'রাতে রঙিন'),
    flag('hasTwoWayTalk', 'Two-way talk', 'দুই দিকে কথা'),
  ],
  columns: 'line model connection resolutionMp place turns seesColourAtNight hasTwoWayTalk price',
  titles: [['{line} {resolutionMp}MP {connection} Camera', '{line} {resolutionMp} মেগাপিক্সেল {connection} ক্যামেরা']],
  openings: [
    ['{name} watches the door while you are out.', 'আপনি বাইরে থাকলেও দরজায় নজর রাখে {name}।'],
    [
      'See shop or home on the phone with {name}.',
      '{name} দিয়ে ফোনেই দেখুন দোকান বা বাসা।',
      (s) => s.connection !== 'analog',
    ],
    ['{resolutionMp} MP is enough to read a face: {name}.', 'চেহারা চেনার মতো {resolutionMp} মেগাপিক্সেলের {name}।'],
  ],
  details: [
    ['It turns to follow whoever moves.', 'নড়াচড়া দেখলে ঘুরে অনুসরণ করে।', (s) => s.turns === true],
    ['Pictures stay in colour at night.', 'রাতেও ছবি রঙিন থাকে।', (s) => s.seesColourAtNight === true],
    ['Talk through it from the phone.', 'ফোন থেকে ক্যামেরার মাধ্যমে কথা বলা যায়।', (s) => s.hasTwoWayTalk === true],
    ['Rain and heat do it no harm.', 'রোদ-বৃষ্টিতে নষ্ট হয় না।', (s) => s.place === 'outdoor'],
    ['Infrared sees in complete darkness.', 'ইনফ্রারেডে ঘুটঘুটে অন্ধকারেও দেখা যায়।'],
  ],
  highlights: [
    ['{resolutionMp} MP', '{resolutionMp} মেগাপিক্সেল'],
    ['{connection}', '{connection}'],
    ['Colour at night', 'রাতে রঙিন ছবি', (s) => s.seesColourAtNight === true],
    ['Two-way talk', 'দুই দিকে কথা', (s) => s.hasTwoWayTalk === true],
    ['{place}', '{place}'],
  ],
  warrantyMonths: () => 24,
  weightGrams: () => 420,
  unofficialShare: 0,
  rows: `
@hikvision
DS-2CE16D0T-IRP | DS-2CE16D0T-IRP | analog | 2 | outdoor | n | n | n | 1490
DS-2CE76D0T-ITPF | DS-2CE76D0T-ITPF | analog | 2 | indoor | n | n | n | 1390
ColorVu DS-2CE10DF0T | DS-2CE10DF0T-F | analog | 2 | outdoor | n | y | n | 1990
DS-2CD1023G0E-I | DS-2CD1023G0E-I | ip | 2 | outdoor | n | n | n | 3290
ColorVu DS-2CD1047G2 | DS-2CD1047G2-L | ip | 4 | outdoor | n | y | n | 5990
DS-2DE2A404IW | DS-2DE2A404IW-DE3 | ip | 4 | outdoor | y | n | n | 15990
@dahua
HAC-B1A21 | HAC-B1A21P | analog | 2 | outdoor | n | n | n | 1390
HAC-T1A21 | HAC-T1A21P | analog | 2 | indoor | n | n | n | 1290
Full Color HAC-HFW1239 | HAC-HFW1239TL | analog | 2 | outdoor | n | y | n | 1990
IPC-HFW1230S | IPC-HFW1230S | ip | 2 | outdoor | n | n | n | 3190
IPC-HFW1439S | IPC-HFW1439S | ip | 4 | outdoor | n | y | y | 5690
Hero A1 | DH-H3A | wifi | 3 | indoor | y | n | y | 2590
@tp-link
Tapo C200 | Tapo C200 | wifi | 2 | indoor | y | n | y | 2690
Tapo C210 | Tapo C210 | wifi | 3 | indoor | y | n | y | 2990
Tapo C220 | Tapo C220 | wifi | 4 | indoor | y | n | y | 3590
Tapo C320WS | Tapo C320WS | wifi | 4 | outdoor | n | y | y | 4990
Tapo C500 | Tapo C500 | wifi | 2 | outdoor | y | n | y | 4290
Tapo C520WS | Tapo C520WS | wifi | 4 | outdoor | y | y | y | 5990
@ezviz
H6c | CS-H6C-2MP | wifi | 2 | indoor | y | n | y | 2690
H6c Pro 2K | CS-H6C-PRO | wifi | 4 | indoor | y | y | y | 3690
H8c | CS-H8C-2K | wifi | 3 | outdoor | y | y | y | 5490
C3TN | CS-C3TN | wifi | 2 | outdoor | n | y | y | 3890
EB8 4G | CS-EB8 | sim | 3 | outdoor | y | y | y | 15490
@imou
Ranger 2C | IPC-TA22C | wifi | 2 | indoor | y | n | y | 2290
Ranger RC | IPC-GK2C | wifi | 3 | indoor | y | n | y | 2690
Cruiser SE+ | IPC-S41F | wifi | 4 | outdoor | y | y | y | 4990
Bullet 2E | IPC-F22F | wifi | 2 | outdoor | n | y | n | 3290
@xiaomi
Smart C200 | MJSXJ14CM | wifi | 2 | indoor | y | n | y | 2490
Smart C301 | MJSXJ22CM | wifi | 3 | indoor | y | y | y | 3190
Outdoor CW300 | MJSXJ04HL | wifi | 4 | outdoor | n | y | y | 4490
@walton
Vista Eye 360 | WVE-360 | wifi | 3 | indoor | y | n | y | 1990
`,
}

export const networkingLeaves = [routers, extenders, securityCameras]
