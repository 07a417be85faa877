import { choice, flag, type Leaf, number, shownOnly, text } from './leaf.ts'
import { memoryOf } from './memory.ts'

const featurePhones: Leaf = {
  slug: 'feature-phones',
  parentSlug: 'phones-and-tablets',
  name: { en: 'Button Phones', bn: 'বাটন ফোন' },
  description: {
    en: 'Button phones with long battery life for parents, shops and second numbers.',
    bn: 'বাবা-মা, দোকান বা দ্বিতীয় নম্বরের জন্য দীর্ঘ ব্যাটারির বাটন ফোন।',
  },
  form: 'feature-phone',
  colours: ['black', 'blue'],
  specifications: [
    number('screenInches', 'Screen size', 'ডিসপ্লের আকার', 'inches', 'ইঞ্চি'),
    number('batteryMah', 'Battery', 'ব্যাটারি', 'mAh', 'এমএএইচ'),
    choice('network', 'Network', 'নেটওয়ার্ক', { '2g': ['2G', '২জি'], '4g': ['4G VoLTE', '৪জি ভিওএলটিই'] }),
    choice('body', 'Body', 'গড়ন', { bar: ['Bar', 'সাধারণ'], flip: ['Flip', 'ফ্লিপ'] }),
    flag('hasCamera', 'Camera', 'ক্যামেরা'),
    shownOnly(number('simCount', 'SIM cards', 'সিম সংখ্যা')),
  ],
  columns: 'line model screenInches batteryMah network body hasCamera simCount price colours',
  openings: [
    ['{name} is a simple phone that calls loud and clear.', '{name} সহজ একটি ফোন, কথা শোনা যায় জোরে ও পরিষ্কার।'],
    [
      'For calls, torch and radio, {name} asks for a charge only every few days.',
      'কথা বলা, টর্চ আর রেডিওর জন্য {name}, চার্জ দিতে হয় কয়েক দিন পরপর।',
    ],
    [
      'A good second phone: {name} keeps {simCount} SIM cards ready.',
      'দ্বিতীয় ফোন হিসেবে দারুণ: {name} ফোনে চলে {simCount}টি সিম।',
    ],
  ],
  details: [
    ['The {batteryMah} mAh battery stands by for days.', '{batteryMah} এমএএইচ ব্যাটারিতে কয়েক দিন চলে।'],
    ['Big keys are easy for older hands.', 'বড় বাটন, বয়স্কদের জন্যও সহজ।'],
    [
      '4G VoLTE keeps calls clear where 2G is being switched off.',
      '৪জি ভিওএলটিইতে কল থাকে পরিষ্কার।',
      (s) => s.network === '4g',
    ],
    ['Wireless FM, torch and Bangla keypad are built in.', 'তারবিহীন এফএম, টর্চ আর বাংলা কিপ্যাড আছে।'],
  ],
  highlights: [
    ['{batteryMah} mAh battery', '{batteryMah} এমএএইচ ব্যাটারি'],
    ['{screenInches}-inch screen', '{screenInches} ইঞ্চি ডিসপ্লে'],
    ['{simCount} SIM, {network}', '{simCount} সিম, {network}'],
    ['Camera', 'ক্যামেরা আছে', (s) => s.hasCamera === true],
  ],
  warrantyMonths: () => 12,
  weightGrams: (s) => 110 + Number(s.batteryMah) / 30,
  unofficialShare: 0,
  rows: `
@nokia
105 Dual SIM | TA-1557 | 1.8 | 1000 | 2g | bar | n | 2 | 1890 | black blue
106 (2023) | TA-1564 | 1.8 | 1000 | 2g | bar | n | 2 | 2190 | black green
110 4G | TA-1543 | 2 | 1450 | 4g | bar | y | 2 | 3490 | black blue purple
125 4G | TA-1665 | 2 | 1000 | 4g | bar | n | 2 | 3290 | blue black
130 Music | TA-1576 | 2.4 | 1450 | 2g | bar | y | 2 | 2890 | blue gold purple
150 (2023) | TA-1582 | 2.4 | 1450 | 2g | bar | y | 2 | 3190 | black red
235 4G | TA-1614 | 2.8 | 1450 | 4g | bar | y | 2 | 5990 | blue purple black
2660 Flip | TA-1474 | 2.8 | 1450 | 4g | flip | y | 2 | 7490 | black blue red
@walton
Olvio L51 | WOL-L51 | 1.8 | 1000 | 2g | bar | y | 2 | 1150 | black blue
Olvio P21 | WOL-P21 | 2.4 | 2500 | 2g | bar | y | 2 | 1590 | black red
Olvio MM32 | WOL-MM32 | 2.4 | 2000 | 2g | bar | y | 2 | 1450 | black gold
Olvio S36 | WOL-S36 | 2.4 | 1800 | 2g | bar | y | 2 | 1490 | blue gold
Olvio MH22 | WOL-MH22 | 2.4 | 1200 | 2g | bar | y | 3 | 1520 | black green
@symphony
B24 | SYM-B24 | 1.8 | 1000 | 2g | bar | y | 2 | 1120 | black blue
L270 | SYM-L270 | 2.4 | 2500 | 2g | bar | y | 2 | 1590 | black green
L300 | SYM-L300 | 2.8 | 2500 | 2g | bar | y | 2 | 1790 | blue gold
S90 | SYM-S90 | 2.4 | 1750 | 2g | bar | y | 2 | 1470 | black red
D82 | SYM-D82 | 2.4 | 1200 | 2g | bar | y | 2 | 1390 | black blue
PD1 4G | SYM-PD1 | 2.4 | 1900 | 4g | bar | y | 2 | 2490 | black
@itel
it2163 | IT2163 | 1.8 | 1000 | 2g | bar | n | 2 | 1150 | black blue
it5026 | IT5026 | 2.4 | 1200 | 2g | bar | y | 3 | 1590 | black blue green
Magic 3 | IT6340 | 2.4 | 2500 | 2g | bar | y | 2 | 1690 | black blue
Super Guru 4G | IT9310 | 2.4 | 1000 | 4g | bar | y | 2 | 2590 | black green
Flip One | IT9040 | 2.4 | 1200 | 2g | flip | y | 2 | 2790 | black red blue
@geo
T15 | GEO-T15 | 2.4 | 2500 | 2g | bar | y | 2 | 1490 | black blue
R11 | GEO-R11 | 1.8 | 1000 | 2g | bar | y | 2 | 1090 | black red
T19 Power | GEO-T19 | 2.8 | 3000 | 2g | bar | y | 3 | 1790 | black gold
@benco
P11 | BNC-P11 | 2.4 | 2500 | 2g | bar | y | 2 | 1550 | black blue
F20 Flip | BNC-F20 | 2.4 | 1000 | 2g | flip | y | 2 | 2390 | black red
@lava
A1 Josh | LVA-A1J | 1.8 | 1000 | 2g | bar | y | 2 | 1250 | black blue
Gem | LVA-GEM | 2.8 | 1800 | 2g | bar | y | 2 | 1990 | black gold
`,
}

const tablets: Leaf = {
  slug: 'tablets',
  parentSlug: 'phones-and-tablets',
  name: { en: 'Tablets', bn: 'ট্যাবলেট' },
  description: {
    en: 'Android tablets and iPads for classes, drawing and films.',
    bn: 'অনলাইন ক্লাস, আঁকা আর সিনেমার জন্য অ্যান্ড্রয়েড ট্যাব ও আইপ্যাড।',
  },
  form: 'tablet',
  colours: ['grey', 'silver'],
  specifications: [
    number('screenInches', 'Screen size', 'ডিসপ্লের আকার', 'inches', 'ইঞ্চি'),
    text('chipset', 'Chipset', 'চিপসেট'),
    number('ramGb', 'RAM', 'র‍্যাম', 'GB', 'জিবি'),
    number('storageGb', 'Storage', 'স্টোরেজ', 'GB', 'জিবি'),
    shownOnly(number('batteryMah', 'Battery', 'ব্যাটারি', 'mAh', 'এমএএইচ')),
    flag('hasSim', 'SIM card', 'সিম চলে'),
    flag('hasPen', 'Pen in the box', 'বক্সে কলম'),
  ],
  columns: 'line model screenInches chipset batteryMah hasSim hasPen price colours',
  derive: ({ price }) => memoryOf(price),
  variesIn: 'memory',
  openings: [
    [
      '{name} puts a {screenInches}-inch screen into the school bag.',
      'স্কুলব্যাগেই এঁটে যায় {screenInches} ইঞ্চি ডিসপ্লের {name}।',
    ],
    [
      'From online classes to cartoons, {name} handles it on {chipset}.',
      'অনলাইন ক্লাস থেকে কার্টুন, {chipset} চিপসেটের {name} সবই সামলায়।',
    ],
    [
      '{name} is thin, bright and ready for films on the launch to Barishal.',
      'বরিশালের লঞ্চে সিনেমা দেখার জন্যও তৈরি পাতলা ও উজ্জ্বল {name}।',
    ],
  ],
  details: [
    ['{batteryMah} mAh lasts a long day of video.', '{batteryMah} এমএএইচ ব্যাটারিতে সারা দিন ভিডিও চলে।'],
    ['Put in a SIM and it works outside Wi-Fi too.', 'সিম ঢোকালে ওয়াইফাই ছাড়াও ইন্টারনেট চলে।', (s) => s.hasSim === true],
    ['The pen for notes and drawing is in the box.', 'নোট ও আঁকার কলমটি বক্সেই আছে।', (s) => s.hasPen === true],
    [
      '{ramGb} GB of RAM and {storageGb} GB of storage leave room for books and lessons.',
      '{ramGb} জিবি র‍্যাম ও {storageGb} জিবি স্টোরেজে বই আর ক্লাসের জন্য যথেষ্ট জায়গা।',
    ],
  ],
  highlights: [
    ['{screenInches}-inch display', '{screenInches} ইঞ্চি ডিসপ্লে'],
    ['{chipset} chip', '{chipset} চিপসেট'],
    ['{batteryMah} mAh battery', '{batteryMah} এমএএইচ ব্যাটারি'],
    ['SIM supported', 'সিম চলে', (s) => s.hasSim === true],
    ['Pen included', 'সঙ্গে কলম', (s) => s.hasPen === true],
  ],
  warrantyMonths: () => 12,
  weightGrams: (s) => 300 + Number(s.screenInches) * 55,
  unofficialShare: 0.25,
  rows: `
@samsung
Galaxy Tab S11 Ultra | SM-X930 | 14.6 | Dimensity 9400+ | 11600 | n | y | 12/256:154990 12/512:169990 | grey silver
Galaxy Tab S11 | SM-X730 | 11 | Dimensity 9400+ | 8400 | n | y | 12/128:99990 12/256:109990 | grey silver
Galaxy Tab S10 FE | SM-X526B | 10.9 | Exynos 1580 | 8000 | y | y | 8/128:64990 12/256:74990 | grey silver blue
Galaxy Tab S10 Lite | SM-X400 | 10.9 | Exynos 1380 | 8000 | n | y | 6/128:46990 8/256:53990 | grey silver red
Galaxy Tab S6 Lite (2024) | SM-P625 | 10.4 | Exynos 1280 | 7040 | y | y | 4/64:42990 4/128:46990 | grey mint
Galaxy Tab A11 Plus | SM-X236B | 11 | Dimensity 7300 | 7040 | y | n | 6/128:33990 8/256:38990 | grey silver
Galaxy Tab A11 | SM-X135 | 8.7 | Helio G99 | 5100 | y | n | 4/64:20990 8/128:25990 | grey silver
Galaxy Tab A9 Plus | SM-X216B | 11 | Snapdragon 695 | 7040 | y | n | 4/64:27990 8/128:32990 | grey blue silver
Galaxy Tab A9 | SM-X115 | 8.7 | Helio G99 | 5100 | y | n | 4/64:18990 8/128:22990 | grey silver
@apple
iPad Pro 13 M5 | MDYJ4 | 13 | Apple M5 | 10340 | n | n | 12/256:169990 12/512:194990 | black silver
iPad Pro 11 M5 | MDWK4 | 11 | Apple M5 | 8160 | n | n | 12/256:134990 12/512:159990 | black silver
iPad Air 13 M3 | MCNJ4 | 13 | Apple M3 | 9705 | n | n | 8/128:104990 8/256:117990 | grey blue purple
iPad Air 11 M3 | MC9W4 | 11 | Apple M3 | 7606 | n | n | 8/128:78990 8/256:91990 | grey blue purple
iPad (A16) | MD3Y4 | 11 | Apple A16 | 7698 | n | n | 6/128:49990 6/256:62990 | silver blue pink
iPad mini 7 | MXN63 | 8.3 | Apple A17 Pro | 5078 | n | n | 8/128:66990 8/256:79990 | grey blue purple
iPad 9th Generation | MK2K3 | 10.2 | Apple A13 Bionic | 8557 | n | n | 3/64:35990 | grey silver
@xiaomi
Pad 8 Pro | 25091RP04C | 11.2 | Snapdragon 8 Elite | 9200 | n | n | 8/256:62990 12/512:74990 | black blue
Pad 7 | 2410CRP4CG | 11.2 | Snapdragon 7 Plus Gen 3 | 8850 | n | n | 8/128:42990 8/256:46990 | grey green blue
Redmi Pad 2 Pro | 2509ARPBDG | 12.1 | Snapdragon 7s Gen 4 | 12000 | n | n | 6/128:33990 8/256:38990 | grey silver
Redmi Pad 2 | 25040RP0AG | 11 | Helio G100 Ultra | 9000 | y | n | 4/128:23990 8/256:29990 | grey green
Redmi Pad SE 8.7 | 24076RP19G | 8.7 | Helio G85 | 6650 | y | n | 4/64:16990 4/128:18990 | grey green blue
Poco Pad M1 | 2509BRP2DG | 12.1 | Snapdragon 7s Gen 4 | 12000 | n | n | 8/256:36990 | grey blue
@lenovo
Idea Tab Pro | TB373FU | 12.7 | Dimensity 8300 | 10200 | n | y | 8/128:46990 12/256:54990 | grey
Idea Tab | TB336FU | 11 | Dimensity 6300 | 7040 | n | y | 8/128:31990 8/256:35990 | grey
Tab M11 | TB330XU | 11 | Helio G88 | 7040 | y | n | 4/128:23490 | grey green
Tab One | TB305XU | 8.7 | Helio G85 | 5100 | y | n | 4/64:15990 | grey
@honor
Pad X9a | HEY3-W00 | 11.5 | Snapdragon 685 | 8300 | n | n | 6/128:23990 8/128:25990 | grey
Pad 10 | HEY4-W09 | 12.1 | Snapdragon 7 Gen 3 | 10100 | n | n | 8/256:38990 | grey
@huawei
MatePad 11.5 (2025) | BTK-W00 | 11.5 | Kirin 8020 | 10100 | n | n | 8/128:42990 8/256:46990 | grey purple
@walton
Walpad 11G | WPD-11G | 10.95 | Helio G99 | 8000 | y | n | 8/128:25990 | grey blue
Walpad 9G | WPD-9G | 8.7 | Unisoc T606 | 6000 | y | n | 4/128:14990 | grey
@symphony
SymTab 60 | SYM-TAB60 | 10.1 | Unisoc T606 | 6000 | y | n | 4/128:15990 | grey blue
@itel
VistaTab 30 | VT30 | 11 | Unisoc T606 | 7000 | y | n | 4/128:15490 | grey blue
@realme
Pad 3 | RMP2501 | 11.6 | Dimensity 7300 Max | 12200 | n | n | 8/128:32990 8/256:35990 | silver
`,
}

export const phoneAndTabletLeaves = [featurePhones, tablets]
