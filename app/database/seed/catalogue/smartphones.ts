import { choice, flag, type Leaf, number, shownOnly, text } from './leaf.ts'
import { memoryOf } from './memory.ts'

/** RAM that Apple and Google do not print on the box; their price cells name storage alone. */
const unadvertisedRamGb: Record<string, number> = {
  'iPhone 17 Pro Max': 12,
  'iPhone 17 Pro': 12,
  'iPhone Air': 12,
  'iPhone 17': 8,
  'iPhone 17e': 8,
  'iPhone 16 Pro Max': 8,
  'iPhone 16 Pro': 8,
  'iPhone 16 Plus': 8,
  'iPhone 16': 8,
  'iPhone 16e': 8,
  'iPhone 15 Pro Max': 8,
  'iPhone 15 Plus': 6,
  'iPhone 15': 6,
  'iPhone 14': 6,
  'iPhone 13': 4,
  'Pixel 10 Pro XL': 16,
  'Pixel 10': 12,
  'Pixel 9a': 8,
  'Pixel 8': 8,
}

export const smartphones: Leaf = {
  slug: 'smartphones',
  parentSlug: 'phones-and-tablets',
  name: { en: 'Smartphones', bn: 'স্মার্টফোন' },
  description: {
    en: 'Android phones and iPhones for every budget, with the price of each memory size and colour.',
    bn: 'সব বাজেটের অ্যান্ড্রয়েড ফোন ও আইফোন, প্রতিটি মেমোরি ও রঙের দামসহ।',
  },
  form: 'smartphone',
  colours: ['blue', 'black'],
  specifications: [
    number('screenInches', 'Screen size', 'ডিসপ্লের আকার', 'inches', 'ইঞ্চি'),
    choice('panel', 'Display type', 'ডিসপ্লের ধরন', {
      amoled: ['AMOLED', 'অ্যামোলেড'],
      ips: ['IPS LCD', 'আইপিএস এলসিডি'],
    }),
    shownOnly(number('refreshHz', 'Refresh rate', 'রিফ্রেশ রেট', 'Hz', 'হার্টজ')),
    text('chipset', 'Chipset', 'চিপসেট'),
    number('ramGb', 'RAM', 'র‍্যাম', 'GB', 'জিবি'),
    number('storageGb', 'Storage', 'স্টোরেজ', 'GB', 'জিবি'),
    shownOnly(number('cameraMp', 'Main camera', 'মূল ক্যামেরা', 'MP', 'মেগাপিক্সেল')),
    number('batteryMah', 'Battery', 'ব্যাটারি', 'mAh', 'এমএএইচ'),
    shownOnly(number('chargeW', 'Charging speed', 'চার্জিং গতি', 'W', 'ওয়াট')),
    flag('supports5g', '5G', '৫জি'),
    shownOnly(number('releaseYear', 'Released', 'বাজারে এসেছে')),
  ],
  columns:
    'line model releaseYear chipset screenInches panel refreshHz cameraMp batteryMah chargeW supports5g price colours',
  derive: ({ line = '', price }) => memoryOf(price, unadvertisedRamGb[line]),
  variesIn: 'memory',
  openings: [
    [
      '{name} pairs a {screenInches}-inch {panel} display with the {chipset} chip.',
      '{name} ফোনে আছে {screenInches} ইঞ্চির {panel} ডিসপ্লে আর {chipset} চিপসেট।',
    ],
    [
      'Smooth in daily use, {name} runs on {chipset} and lasts the day on {batteryMah} mAh.',
      '{chipset} চিপসেটের {name} প্রতিদিনের কাজে সাবলীল, {batteryMah} এমএএইচ ব্যাটারিতে সারা দিন চলে।',
    ],
    [
      'Looking for a dependable {brand} phone? {name} brings a {cameraMp} MP main camera and {storageGb} GB of storage.',
      'ভরসা করার মতো {brand} ফোন খুঁজছেন? {name} দিচ্ছে {cameraMp} মেগাপিক্সেল মূল ক্যামেরা ও {storageGb} জিবি স্টোরেজ।',
    ],
    [
      '{name} is made for people who watch, scroll and call all day.',
      'সারা দিন ভিডিও, ফেসবুক আর কথা বলার জন্য মানানসই ফোন {name}।',
    ],
    [
      'With its {refreshHz} Hz screen, {name} scrolls noticeably smoother than a 60 Hz phone.',
      '{refreshHz} হার্টজ ডিসপ্লের কারণে {name} ৬০ হার্টজের ফোনের চেয়ে অনেক বেশি সাবলীল।',
      (s) => Number(s.refreshHz) >= 90,
    ],
  ],
  details: [
    [
      'The {cameraMp} MP camera keeps detail in daylight and stays usable at night.',
      '{cameraMp} মেগাপিক্সেল ক্যামেরায় দিনের আলোয় ঝকঝকে ছবি, রাতেও ভালো ফল।',
    ],
    [
      '{chargeW} W fast charging means a short stop at the plug is enough.',
      '{chargeW} ওয়াট ফাস্ট চার্জিংয়ে অল্প সময়েই চার্জ হয়ে যায়।',
      (s) => Number(s.chargeW) >= 33,
    ],
    [
      '5G is ready for the networks now opening in Dhaka and Chattogram.',
      'ঢাকা ও চট্টগ্রামে চালু হওয়া ৫জি নেটওয়ার্কের জন্য প্রস্তুত।',
      (s) => s.supports5g === true,
    ],
    [
      'AMOLED gives deep blacks and is easy to read in the sun.',
      'অ্যামোলেড ডিসপ্লেতে গাঢ় কালো রং, রোদেও পরিষ্কার দেখা যায়।',
      (s) => s.panel === 'amoled',
    ],
    [
      'The large battery carries through load-shedding evenings.',
      'বড় ব্যাটারি লোডশেডিংয়ের সন্ধ্যাও পার করে দেয়।',
      (s) => Number(s.batteryMah) >= 5000,
    ],
    ['{ramGb} GB of RAM keeps several apps open at once.', '{ramGb} জিবি র‍্যামে একসঙ্গে কয়েকটি অ্যাপ চালানো যায়।'],
    ['Two SIM cards, so one phone serves home and work.', 'দুই সিম, তাই এক ফোনেই বাসা ও অফিসের কাজ।'],
  ],
  highlights: [
    ['{screenInches}-inch {panel}, {refreshHz} Hz', '{screenInches} ইঞ্চি {panel}, {refreshHz} হার্টজ'],
    ['{cameraMp} MP main camera', '{cameraMp} মেগাপিক্সেল মূল ক্যামেরা'],
    ['{batteryMah} mAh battery, {chargeW} W charging', '{batteryMah} এমএএইচ ব্যাটারি, {chargeW} ওয়াট চার্জিং'],
    ['{chipset} chip', '{chipset} চিপসেট'],
    ['5G ready', '৫জি সমর্থিত', (s) => s.supports5g === true],
  ],
  warrantyMonths: () => 12,
  weightGrams: (s, index) => 260 + Number(s.batteryMah) / 40 + (index % 9) * 8,
  unofficialShare: 0.22,
  rows: `
@samsung
Galaxy S26 Ultra | SM-S948B | 2026 | Snapdragon 8 Elite Gen 5 | 6.9 | amoled | 120 | 200 | 5000 | 60 | y | 12/256:184990 12/512:202990 16/1TB:234990 | black purple
Galaxy S26+ | SM-S947B | 2026 | Exynos 2600 | 6.7 | amoled | 120 | 50 | 4900 | 45 | y | 12/256:149990 12/512:164990 | black blue
Galaxy S26 | SM-S942B | 2026 | Exynos 2600 | 6.3 | amoled | 120 | 50 | 4300 | 25 | y | 12/256:124990 12/512:139990 | black blue white
Galaxy S25 Ultra | SM-S938B | 2025 | Snapdragon 8 Elite | 6.9 | amoled | 120 | 200 | 5000 | 45 | y | 12/256:154990 12/512:169990 | black silver grey
Galaxy S25 | SM-S931B | 2025 | Snapdragon 8 Elite | 6.2 | amoled | 120 | 50 | 4000 | 25 | y | 12/128:94990 12/256:102990 | blue mint silver
Galaxy S25 FE | SM-S731B | 2025 | Exynos 2400 | 6.7 | amoled | 120 | 50 | 4900 | 45 | y | 8/128:74990 8/256:82990 | black blue white
Galaxy S24 FE | SM-S721B | 2024 | Exynos 2400e | 6.7 | amoled | 120 | 50 | 4700 | 25 | y | 8/128:62990 8/256:68990 | blue mint grey
Galaxy Z Fold7 | SM-F966B | 2025 | Snapdragon 8 Elite | 8 | amoled | 120 | 200 | 4400 | 25 | y | 12/256:239990 12/512:249990 | black blue
Galaxy Z Flip7 | SM-F766B | 2025 | Exynos 2500 | 6.9 | amoled | 120 | 50 | 4300 | 25 | y | 12/256:134990 12/512:149990 | black blue red
Galaxy A57 5G | SM-A576B | 2026 | Exynos 1680 | 6.7 | amoled | 120 | 50 | 5000 | 45 | y | 8/128:54990 8/256:59990 12/256:64990 | black blue
Galaxy A56 5G | SM-A566B | 2025 | Exynos 1580 | 6.7 | amoled | 120 | 50 | 5000 | 45 | y | 8/128:46990 8/256:51990 | black grey pink
Galaxy A37 5G | SM-A376B | 2026 | Exynos 1480 | 6.7 | amoled | 120 | 50 | 5000 | 45 | y | 8/128:42990 8/256:46990 | black purple
Galaxy A36 5G | SM-A366B | 2025 | Snapdragon 6 Gen 3 | 6.7 | amoled | 120 | 50 | 5000 | 45 | y | 8/128:37990 8/256:41990 | black white mint
Galaxy A26 5G | SM-A266B | 2025 | Exynos 1380 | 6.7 | amoled | 120 | 50 | 5000 | 25 | y | 6/128:29990 8/256:34990 | black white mint
Galaxy A17 5G | SM-A176B | 2025 | Exynos 1330 | 6.7 | amoled | 90 | 50 | 5000 | 25 | y | 6/128:25990 8/128:27990 | black blue grey
Galaxy A17 | SM-A175F | 2025 | Helio G99 | 6.7 | amoled | 90 | 50 | 5000 | 25 | n | 4/128:20990 6/128:22990 8/256:26990 | black grey
Galaxy A16 | SM-A165F | 2024 | Helio G99 | 6.7 | amoled | 90 | 50 | 5000 | 25 | n | 6/128:20490 8/128:22490 | black grey green
Galaxy A07 | SM-A075F | 2025 | Helio G99 | 6.7 | ips | 90 | 50 | 5000 | 25 | n | 4/64:13990 4/128:15490 6/128:17490 | black green
Galaxy A06 | SM-A065F | 2024 | Helio G85 | 6.7 | ips | 60 | 50 | 5000 | 25 | n | 4/64:12990 4/128:14490 | black blue gold
Galaxy M56 5G | SM-M566B | 2025 | Exynos 1480 | 6.7 | amoled | 120 | 50 | 5000 | 45 | y | 8/128:38990 8/256:42990 | black green
Galaxy M36 5G | SM-M366B | 2025 | Exynos 1380 | 6.7 | amoled | 120 | 50 | 5000 | 25 | y | 6/128:28990 8/256:33990 | orange green
Galaxy M16 5G | SM-M166P | 2025 | Dimensity 6300 | 6.7 | amoled | 90 | 50 | 5000 | 25 | y | 6/128:21990 8/128:23990 | black mint
Galaxy F16 5G | SM-E166P | 2025 | Dimensity 6300 | 6.7 | amoled | 90 | 50 | 5000 | 25 | y | 6/128:21490 | black blue green
@apple
iPhone 17 Pro Max | A3526 | 2025 | Apple A19 Pro | 6.9 | amoled | 120 | 48 | 5088 | 40 | y | 256:204990 512:234990 1TB:269990 | silver orange
iPhone 17 Pro | A3523 | 2025 | Apple A19 Pro | 6.3 | amoled | 120 | 48 | 4252 | 40 | y | 256:184990 512:214990 | silver orange blue
iPhone Air | A3517 | 2025 | Apple A19 Pro | 6.5 | amoled | 120 | 48 | 3149 | 20 | y | 256:149990 512:179990 | black white gold
iPhone 17 | A3520 | 2025 | Apple A19 | 6.3 | amoled | 120 | 48 | 3692 | 40 | y | 256:129990 512:154990 | black white purple
iPhone 17e | A3575 | 2026 | Apple A19 | 6.1 | amoled | 60 | 48 | 4005 | 20 | y | 256:92990 512:116990 | black white pink
iPhone 16 Pro Max | A3296 | 2024 | Apple A18 Pro | 6.9 | amoled | 120 | 48 | 4685 | 30 | y | 256:164990 512:184990 | black white gold
iPhone 16 Pro | A3293 | 2024 | Apple A18 Pro | 6.3 | amoled | 120 | 48 | 3582 | 30 | y | 128:139990 256:149990 | black white gold
iPhone 16 Plus | A3290 | 2024 | Apple A18 | 6.7 | amoled | 60 | 48 | 4674 | 25 | y | 128:109990 256:119990 | black blue pink
iPhone 16 | A3287 | 2024 | Apple A18 | 6.1 | amoled | 60 | 48 | 3561 | 25 | y | 128:98990 256:109990 | black white pink
iPhone 16e | A3409 | 2025 | Apple A18 | 6.1 | amoled | 60 | 48 | 4005 | 20 | y | 128:76990 256:86990 | black white
iPhone 15 Pro Max | A3106 | 2023 | Apple A17 Pro | 6.7 | amoled | 120 | 48 | 4441 | 27 | y | 256:134990 512:149990 | black blue white
iPhone 15 Plus | A3094 | 2023 | Apple A16 Bionic | 6.7 | amoled | 60 | 48 | 4383 | 20 | y | 128:92990 256:102990 | black blue pink
iPhone 15 | A3090 | 2023 | Apple A16 Bionic | 6.1 | amoled | 60 | 48 | 3349 | 20 | y | 128:82990 256:92990 | black green pink
iPhone 14 | A2882 | 2022 | Apple A15 Bionic | 6.1 | amoled | 60 | 12 | 3279 | 20 | y | 128:68990 256:77990 | black blue red
iPhone 13 | A2633 | 2021 | Apple A15 Bionic | 6.1 | amoled | 60 | 12 | 3240 | 20 | y | 128:58990 256:66990 | black white pink
@xiaomi
17 Ultra | 25128PNA1G | 2026 | Snapdragon 8 Elite Gen 5 | 6.9 | amoled | 120 | 50 | 6000 | 90 | y | 16/512:154990 16/1TB:169990 | black white
17 | 25113PN0EG | 2026 | Snapdragon 8 Elite Gen 5 | 6.3 | amoled | 120 | 50 | 6330 | 100 | y | 12/256:99990 12/512:109990 | black blue green
15T Pro | 2506BPN68G | 2025 | Dimensity 9400+ | 6.8 | amoled | 144 | 50 | 5500 | 90 | y | 12/256:79990 12/512:86990 | black grey gold
15T | 25069PTEBG | 2025 | Dimensity 8400 Ultra | 6.8 | amoled | 120 | 50 | 5500 | 67 | y | 12/256:59990 12/512:66990 | black grey gold
14T | 2406APNFAG | 2024 | Dimensity 8300 Ultra | 6.7 | amoled | 144 | 50 | 5000 | 67 | y | 12/256:49990 12/512:54990 | grey blue green
Redmi Note 15 Pro+ 5G | 2510ERA8BG | 2026 | Snapdragon 7s Gen 4 | 6.8 | amoled | 120 | 200 | 6500 | 100 | y | 8/256:49990 12/512:56990 | black purple
Redmi Note 15 Pro 5G | 2510ERA8CG | 2026 | Dimensity 7400 Ultra | 6.8 | amoled | 120 | 200 | 6580 | 45 | y | 8/256:42990 12/256:45990 | black blue
Redmi Note 15 5G | 25100RA3EG | 2026 | Snapdragon 6 Gen 3 | 6.8 | amoled | 120 | 108 | 5520 | 45 | y | 8/128:31990 8/256:34990 | black blue purple
Redmi Note 15 | 25118RA4FG | 2026 | Helio G100 Ultra | 6.8 | amoled | 120 | 108 | 6000 | 33 | n | 6/128:25990 8/128:27990 8/256:30990 | black blue
Redmi Note 14 Pro+ 5G | 24115RA8EG | 2024 | Snapdragon 7s Gen 3 | 6.7 | amoled | 120 | 200 | 5110 | 120 | y | 8/256:42990 12/512:49990 | black blue purple
Redmi Note 14 Pro | 24116RACCG | 2024 | Helio G100 Ultra | 6.7 | amoled | 120 | 200 | 5500 | 45 | n | 8/256:31990 12/512:37990 | black blue purple
Redmi Note 14 | 24117RN76G | 2024 | Helio G99 Ultra | 6.7 | amoled | 120 | 108 | 5500 | 33 | n | 6/128:22990 8/128:24990 8/256:26990 | black green
Redmi Note 13 | 23129RAA4G | 2024 | Snapdragon 685 | 6.7 | amoled | 120 | 108 | 5000 | 33 | n | 6/128:19990 8/256:23990 | black green gold
Redmi 15 5G | 25057RN09G | 2025 | Snapdragon 6s Gen 3 | 6.9 | ips | 144 | 50 | 7000 | 33 | y | 6/128:21990 8/256:24990 | black green purple
Redmi 15C | 25078RA3EG | 2025 | Helio G81 Ultra | 6.9 | ips | 120 | 50 | 6000 | 33 | n | 4/128:14490 6/128:15990 8/256:18990 | black green
Redmi 14C | 2409BRN2CG | 2024 | Helio G81 Ultra | 6.9 | ips | 120 | 50 | 5160 | 18 | n | 4/64:12990 6/128:14490 | black blue purple
Redmi A5 | 25028RN03G | 2025 | Unisoc T7250 | 6.9 | ips | 120 | 32 | 5200 | 15 | n | 3/64:10490 4/128:11990 | black blue gold
Redmi A3 | 23129RN51G | 2024 | Helio G36 | 6.7 | ips | 90 | 8 | 5000 | 10 | n | 3/64:9490 4/128:10990 | black blue green
Poco X7 Pro | 2412DPC0AG | 2025 | Dimensity 8400 Ultra | 6.7 | amoled | 120 | 50 | 6000 | 90 | y | 8/256:38990 12/512:44990 | black green
Poco X7 | 24095PCADG | 2025 | Dimensity 7300 Ultra | 6.7 | amoled | 120 | 50 | 5110 | 45 | y | 8/256:31990 12/512:36990 | black green silver
Poco F7 | 25053PC47G | 2025 | Snapdragon 8s Gen 4 | 6.8 | amoled | 120 | 50 | 6500 | 90 | y | 12/256:46990 12/512:51990 | black white silver
Poco M7 Pro 5G | 2409FPCC4G | 2024 | Dimensity 7025 Ultra | 6.7 | amoled | 120 | 50 | 5110 | 45 | y | 8/256:26990 | green purple silver
Poco C85 | 25078PC3EG | 2025 | Helio G81 Ultra | 6.9 | ips | 120 | 50 | 6000 | 33 | n | 6/128:15490 8/256:17990 | black green purple
Poco C71 | 25028PC03G | 2025 | Unisoc T7250 | 6.9 | ips | 120 | 32 | 5200 | 15 | n | 4/128:11490 | black blue gold
@realme
GT 8 Pro | RMX5210 | 2025 | Snapdragon 8 Elite Gen 5 | 6.8 | amoled | 144 | 200 | 7000 | 120 | y | 12/256:94990 16/512:104990 | blue white
GT 7 | RMX5061 | 2025 | Dimensity 9400e | 6.8 | amoled | 120 | 50 | 7000 | 120 | y | 12/256:59990 12/512:64990 | black blue
16 Pro+ 5G | RMX5131 | 2026 | Snapdragon 7 Gen 4 | 6.8 | amoled | 144 | 200 | 7000 | 80 | y | 8/256:49990 12/256:53990 | grey gold pink
16 Pro 5G | RMX5120 | 2026 | Dimensity 7300 Max | 6.8 | amoled | 144 | 200 | 7000 | 80 | y | 8/256:43990 12/256:46990 | grey gold
15 Pro 5G | RMX5101 | 2025 | Snapdragon 7 Gen 4 | 6.8 | amoled | 144 | 50 | 7000 | 80 | y | 8/256:44990 12/256:47990 | silver green purple
15 5G | RMX5106 | 2025 | Dimensity 7300 Plus | 6.8 | amoled | 144 | 50 | 7000 | 80 | y | 8/256:36990 12/256:39990 | silver green pink
15T | RMX5111 | 2025 | Dimensity 6400 Max | 6.6 | amoled | 120 | 50 | 7000 | 60 | y | 8/128:28990 8/256:31990 | blue silver
14 Pro 5G | RMX5056 | 2025 | Dimensity 7300 | 6.8 | amoled | 120 | 50 | 6000 | 45 | y | 8/256:34990 12/256:37990 | white grey
C85 Pro | RMX5555 | 2025 | Snapdragon 685 | 6.8 | amoled | 120 | 50 | 7000 | 45 | n | 6/128:21990 8/256:25990 | green purple
C85 | RMX5303 | 2025 | Unisoc T7250 | 6.8 | ips | 144 | 50 | 7000 | 45 | n | 6/128:18990 8/128:20490 | black purple
C75 | RMX3941 | 2024 | Helio G92 Max | 6.7 | ips | 90 | 50 | 6000 | 45 | n | 6/128:17990 8/256:20990 | black gold
C71 | RMX5313 | 2025 | Unisoc T7250 | 6.7 | ips | 90 | 50 | 6300 | 15 | n | 4/128:13490 6/128:14990 | black white
Note 70 | RMX5311 | 2025 | Unisoc T7250 | 6.7 | ips | 90 | 13 | 6300 | 15 | n | 4/64:11490 4/128:12990 | black gold
Note 60x | RMX3938 | 2024 | Unisoc T612 | 6.7 | ips | 90 | 8 | 5000 | 10 | n | 3/64:9490 4/64:10490 | black green
P3 5G | RMX5070 | 2025 | Snapdragon 6 Gen 4 | 6.7 | amoled | 120 | 50 | 6000 | 45 | y | 8/128:27990 8/256:30990 | black silver pink
@vivo
X300 Pro | V2514 | 2025 | Dimensity 9500 | 6.8 | amoled | 120 | 50 | 6510 | 90 | y | 16/512:144990 | black gold
X300 | V2515 | 2025 | Dimensity 9500 | 6.3 | amoled | 120 | 200 | 6040 | 90 | y | 12/256:109990 16/512:124990 | black blue pink
V70 | V2538 | 2026 | Snapdragon 7 Gen 4 | 6.6 | amoled | 120 | 50 | 6500 | 90 | y | 8/256:56990 12/256:61990 | black red
V60 | V2511 | 2025 | Snapdragon 7 Gen 4 | 6.8 | amoled | 120 | 50 | 6500 | 90 | y | 8/256:52990 12/256:56990 | blue grey gold
V60 Lite | V2530 | 2025 | Snapdragon 685 | 6.8 | amoled | 120 | 50 | 6500 | 44 | n | 8/128:31990 8/256:34990 | black blue pink
V50 Lite | V2441 | 2025 | Snapdragon 685 | 6.8 | amoled | 120 | 50 | 6500 | 90 | n | 8/256:32990 | black gold
V40 | V2348 | 2024 | Snapdragon 7 Gen 3 | 6.8 | amoled | 120 | 50 | 5500 | 80 | y | 8/256:46990 12/256:49990 | silver purple
Y400 | V2505 | 2025 | Snapdragon 685 | 6.7 | amoled | 120 | 50 | 6000 | 44 | n | 8/128:27990 8/256:30990 | green purple white
Y31 | V2527 | 2025 | Snapdragon 4 Gen 2 | 6.7 | ips | 120 | 50 | 6500 | 44 | y | 6/128:22990 8/128:24990 | white green
Y29 | V2434 | 2024 | Snapdragon 685 | 6.7 | ips | 120 | 50 | 6500 | 44 | n | 6/128:21990 8/256:25490 | white blue
Y21d | V2532 | 2025 | Unisoc T7225 | 6.7 | ips | 120 | 50 | 6500 | 44 | n | 6/128:18990 8/128:20490 | green purple
Y19s Pro | V2502 | 2025 | Unisoc T612 | 6.7 | ips | 90 | 50 | 6000 | 44 | n | 6/128:17990 8/128:19490 | black blue
Y04 | V2430 | 2025 | Unisoc T7225 | 6.7 | ips | 90 | 13 | 5500 | 15 | n | 4/64:12490 4/128:13990 | black gold
Y03T | V2344 | 2024 | Unisoc T612 | 6.6 | ips | 90 | 13 | 5000 | 15 | n | 4/64:11990 4/128:13490 | black gold
@oppo
Find X9 Pro | CPH2791 | 2025 | Dimensity 9500 | 6.8 | amoled | 120 | 50 | 7500 | 80 | y | 16/512:149990 | white grey
Find X9 | CPH2797 | 2025 | Dimensity 9500 | 6.6 | amoled | 120 | 50 | 7025 | 80 | y | 12/256:109990 16/512:124990 | black grey
Reno15 Pro 5G | CPH2813 | 2026 | Dimensity 8450 | 6.8 | amoled | 120 | 200 | 6500 | 80 | y | 12/256:79990 12/512:86990 | gold white
Reno15 5G | CPH2825 | 2026 | Snapdragon 7 Gen 4 | 6.6 | amoled | 120 | 50 | 6500 | 80 | y | 8/256:58990 12/256:62990 | white blue
Reno14 5G | CPH2737 | 2025 | Dimensity 8350 | 6.6 | amoled | 120 | 50 | 6000 | 80 | y | 12/256:59990 12/512:65990 | white green
Reno14 F 5G | CPH2743 | 2025 | Snapdragon 6 Gen 1 | 6.6 | amoled | 120 | 50 | 6000 | 45 | y | 8/256:42990 12/256:45990 | blue green pink
Reno13 F | CPH2701 | 2025 | Helio G100 | 6.7 | amoled | 120 | 50 | 5800 | 45 | n | 8/256:34990 | purple grey
Reno12 F | CPH2687 | 2024 | Snapdragon 685 | 6.7 | amoled | 120 | 50 | 5000 | 45 | n | 8/256:30990 | orange green
F31 5G | CPH2763 | 2025 | Dimensity 6300 | 6.6 | amoled | 120 | 50 | 7000 | 80 | y | 8/128:34990 8/256:37990 | blue green red
A6 Pro | CPH2799 | 2025 | Helio G100 | 6.6 | amoled | 120 | 50 | 7000 | 80 | n | 8/128:29990 8/256:32990 | blue pink
A6 | CPH2777 | 2025 | Snapdragon 685 | 6.6 | amoled | 120 | 50 | 7000 | 45 | n | 6/128:24990 8/256:28990 | blue pink
A6x | CPH2819 | 2025 | Snapdragon 685 | 6.8 | ips | 120 | 13 | 6500 | 45 | n | 4/64:15990 4/128:17490 6/128:18990 | blue purple
A5 Pro | CPH2711 | 2025 | Snapdragon 6s Gen 1 | 6.7 | ips | 90 | 50 | 5800 | 45 | n | 8/128:22990 8/256:25990 | gold green
A5x | CPH2725 | 2025 | Snapdragon 6s Gen 1 | 6.7 | ips | 90 | 32 | 6000 | 45 | n | 4/64:13990 4/128:15490 | black white
A3x | CPH2641 | 2024 | Snapdragon 6s Gen 1 | 6.7 | ips | 90 | 8 | 5100 | 45 | n | 4/64:12490 4/128:13990 | red purple
@infinix
GT 30 Pro 5G | X6873 | 2025 | Dimensity 8350 Ultimate | 6.8 | amoled | 144 | 108 | 5500 | 45 | y | 8/256:36990 12/512:42990 | black white
Zero 40 | X6861 | 2024 | Helio G100 | 6.8 | amoled | 120 | 108 | 5000 | 45 | n | 8/256:28990 | black green gold
Note 60 Pro | X6879 | 2026 | Snapdragon 7s Gen 4 | 6.8 | amoled | 144 | 50 | 6500 | 90 | y | 8/256:36990 12/256:39990 | black orange
Note 50 Pro | X6855 | 2025 | Helio G100 Ultimate | 6.8 | amoled | 144 | 50 | 5200 | 90 | n | 8/256:28990 12/256:31990 | purple grey
Note 50 | X6858 | 2025 | Helio G100 Ultimate | 6.8 | amoled | 144 | 50 | 5200 | 45 | n | 8/256:24990 | black grey mint
Note 50s 5G+ | X6870 | 2025 | Dimensity 7300 Ultimate | 6.8 | amoled | 144 | 64 | 5500 | 45 | y | 8/128:24990 8/256:27490 | blue red
Hot 60 Pro+ | X6884 | 2025 | Helio G200 | 6.8 | amoled | 144 | 50 | 5160 | 45 | n | 8/128:22990 8/256:24990 | black blue purple
Hot 60 Pro | X6885 | 2025 | Helio G200 | 6.8 | amoled | 144 | 50 | 5160 | 45 | n | 6/128:19490 8/256:21990 | black blue orange
Hot 60i | X6728 | 2025 | Helio G81 Ultimate | 6.7 | ips | 120 | 50 | 5160 | 45 | n | 6/128:15490 8/256:17990 | black green
Hot 50 Pro | X6881 | 2024 | Helio G100 | 6.7 | amoled | 120 | 50 | 5000 | 33 | n | 8/128:18490 8/256:19990 | black grey gold
Smart 10 Plus | X6726 | 2025 | Unisoc T7250 | 6.7 | ips | 120 | 8 | 6000 | 18 | n | 4/128:12490 6/128:13490 | black gold
Smart 10 | X6725 | 2025 | Unisoc T7250 | 6.7 | ips | 120 | 8 | 5000 | 15 | n | 3/64:9490 4/64:10290 4/128:11290 | black blue
Smart 9 | X6532 | 2024 | Helio G81 | 6.7 | ips | 120 | 13 | 5000 | 10 | n | 3/64:8990 4/128:10490 | black green gold
@tecno
Camon 50 Pro | CN7 | 2026 | Helio G200 Ultimate | 6.8 | amoled | 144 | 50 | 6150 | 45 | n | 8/256:31990 12/256:34990 | black blue
Camon 40 Pro | CM6 | 2025 | Helio G100 Ultimate | 6.8 | amoled | 120 | 50 | 5200 | 45 | n | 8/256:27990 12/256:30490 | black green purple
Camon 40 | CM5 | 2025 | Helio G100 Ultimate | 6.8 | amoled | 120 | 50 | 5200 | 45 | n | 8/128:23990 8/256:25990 | black white
Pova 7 Pro 5G | LK8 | 2025 | Dimensity 7300 Ultimate | 6.8 | amoled | 144 | 64 | 6000 | 45 | y | 8/128:27990 8/256:30490 | black silver
Pova 7 | LK6 | 2025 | Helio G100 Ultimate | 6.8 | ips | 120 | 108 | 7000 | 45 | n | 8/128:20990 8/256:22990 | black silver green
Pova Slim 5G | LK9 | 2025 | Dimensity 6400 | 6.8 | amoled | 144 | 50 | 5160 | 45 | y | 8/128:27490 | black white blue
Spark 40 Pro+ | KM9 | 2025 | Helio G200 | 6.8 | amoled | 144 | 50 | 5200 | 45 | n | 8/128:22990 8/256:24990 | black green white
Spark 40 Pro | KM7 | 2025 | Helio G100 Ultimate | 6.8 | amoled | 144 | 50 | 5200 | 45 | n | 8/128:19990 8/256:21990 | black blue
Spark 40 | KM6 | 2025 | Helio G81 | 6.7 | ips | 120 | 50 | 5200 | 45 | n | 6/128:15490 8/256:17990 | black grey
Spark 40C | KM4 | 2025 | Helio G81 | 6.7 | ips | 120 | 13 | 6000 | 18 | n | 4/128:12990 | black grey white
Spark Go 2 | KM5 | 2025 | Unisoc T7250 | 6.7 | ips | 120 | 13 | 5000 | 15 | n | 3/64:9490 4/128:11290 | black green
Pop 10 | BL5 | 2025 | Unisoc T7100 | 6.7 | ips | 120 | 8 | 5000 | 15 | n | 3/64:8990 4/64:9790 | black white
@itel
A90 | A671LC | 2025 | Unisoc T7100 | 6.6 | ips | 90 | 13 | 5000 | 15 | n | 3/64:8490 4/128:9990 | black gold
City 100 | C671L | 2025 | Unisoc T7250 | 6.8 | ips | 90 | 13 | 5200 | 18 | n | 4/128:10990 | black blue
P65 | P671L | 2024 | Unisoc T615 | 6.7 | ips | 120 | 50 | 5000 | 18 | n | 4/128:11490 8/128:12990 | black green
S25 Ultra | S686LN | 2024 | Unisoc T620 | 6.8 | amoled | 120 | 50 | 5000 | 18 | n | 8/256:18990 | black blue gold
@walton
XANON X21 | XX21 | 2025 | Helio G99 | 6.8 | amoled | 120 | 64 | 5000 | 33 | n | 8/128:18990 8/256:20990 | black blue
NEXG N9 | NXN9 | 2024 | Unisoc T616 | 6.6 | ips | 90 | 50 | 5000 | 18 | n | 6/128:13990 8/128:14990 | black blue green
NEXG N74 | NXN74 | 2025 | Unisoc T606 | 6.7 | ips | 90 | 50 | 5000 | 15 | n | 4/64:9990 4/128:10990 | black green
NEXG N27 | NXN27 | 2025 | Unisoc T615 | 6.7 | ips | 120 | 50 | 5000 | 18 | n | 6/128:12990 | blue gold
ZENX 2 | ZX2 | 2025 | Unisoc T606 | 6.6 | ips | 90 | 13 | 5000 | 10 | n | 4/64:8990 | black blue
ORBIT Y72 | OBY72 | 2025 | Unisoc T7200 | 6.6 | ips | 90 | 8 | 5000 | 10 | n | 3/64:8290 4/64:8790 | black purple
@symphony
Max 60 | SYM-MAX60 | 2025 | Unisoc T606 | 6.7 | ips | 90 | 52 | 5000 | 18 | n | 4/128:9990 6/128:10990 | black green
Innova 40 | SYM-INV40 | 2025 | Unisoc T616 | 6.7 | ips | 90 | 52 | 5000 | 18 | n | 6/128:11490 8/128:12490 | blue gold
Helio 90 | SYM-HEL90 | 2024 | Helio G99 | 6.7 | amoled | 120 | 64 | 5000 | 33 | n | 8/256:18490 | black blue
Atom 6 | SYM-ATM6 | 2025 | Unisoc SC9863A | 6.5 | ips | 60 | 13 | 5000 | 10 | n | 3/64:7990 4/64:8490 | black blue
Z70 | SYM-Z70 | 2024 | Unisoc T606 | 6.7 | ips | 90 | 50 | 5000 | 18 | n | 6/128:10990 | black purple
G60 | SYM-G60 | 2025 | Unisoc SC9863A | 6.6 | ips | 90 | 8 | 5000 | 10 | n | 2/32:7190 | black gold
@oneplus
15 | CPH2747 | 2025 | Snapdragon 8 Elite Gen 5 | 6.8 | amoled | 165 | 50 | 7300 | 120 | y | 12/256:94990 16/512:106990 | black purple gold
13R | CPH2645 | 2025 | Snapdragon 8 Gen 3 | 6.8 | amoled | 120 | 50 | 6000 | 80 | y | 12/256:58990 16/512:66990 | black white
Nord 5 | CPH2707 | 2025 | Snapdragon 8s Gen 3 | 6.8 | amoled | 144 | 50 | 6800 | 80 | y | 8/256:46990 12/512:54990 | grey blue
Nord CE5 5G | CPH2717 | 2025 | Dimensity 8350 Apex | 6.8 | amoled | 120 | 50 | 7100 | 80 | y | 8/128:33990 8/256:36990 | black mint
Nord CE4 Lite 5G | CPH2619 | 2024 | Snapdragon 695 | 6.7 | amoled | 120 | 50 | 5500 | 80 | y | 8/256:27990 | blue silver
@google
Pixel 10 Pro XL | GUL82 | 2025 | Google Tensor G5 | 6.8 | amoled | 120 | 50 | 5200 | 45 | y | 256:129990 512:144990 | black white
Pixel 10 | GL066 | 2025 | Google Tensor G5 | 6.3 | amoled | 120 | 48 | 4970 | 30 | y | 128:84990 256:94990 | black blue
Pixel 9a | GTF7P | 2025 | Google Tensor G4 | 6.3 | amoled | 120 | 48 | 5100 | 23 | y | 128:54990 256:61990 | black pink purple
Pixel 8 | GKWS6 | 2023 | Google Tensor G3 | 6.2 | amoled | 120 | 50 | 4575 | 27 | y | 128:48990 256:53990 | black pink
@motorola
Edge 60 Pro | XT2507 | 2025 | Dimensity 8350 Extreme | 6.7 | amoled | 120 | 50 | 6000 | 90 | y | 12/256:49990 | blue grey
Edge 60 Fusion | XT2503 | 2025 | Dimensity 7300 | 6.7 | amoled | 120 | 50 | 5500 | 68 | y | 8/256:36990 12/256:39990 | blue pink grey
Moto G86 5G | XT2527 | 2025 | Dimensity 7300 | 6.7 | amoled | 120 | 50 | 5200 | 30 | y | 8/256:29990 | red purple
Moto G35 5G | XT2433 | 2024 | Unisoc T760 | 6.7 | ips | 120 | 50 | 5000 | 18 | y | 8/128:18990 8/256:20990 | black green red
@nothing
Phone (3) | A024 | 2025 | Snapdragon 8s Gen 4 | 6.7 | amoled | 120 | 50 | 5150 | 65 | y | 12/256:72990 16/512:82990 | black white
Phone (3a) | A059 | 2025 | Snapdragon 7s Gen 3 | 6.8 | amoled | 120 | 50 | 5000 | 50 | y | 8/128:34990 8/256:38990 | black white blue
CMF Phone 2 Pro | A001 | 2025 | Dimensity 7300 Pro | 6.8 | amoled | 120 | 50 | 5000 | 33 | y | 8/128:27990 8/256:30990 | black orange white
@honor
400 Pro | DNP-NX9 | 2025 | Snapdragon 8 Gen 3 | 6.7 | amoled | 120 | 200 | 5300 | 100 | y | 12/512:69990 | black grey
400 | DNY-NX9 | 2025 | Snapdragon 7 Gen 3 | 6.6 | amoled | 120 | 200 | 5300 | 66 | y | 8/256:44990 12/512:51990 | black gold
X9d 5G | MTN-NX1 | 2025 | Snapdragon 6 Gen 4 | 6.8 | amoled | 120 | 108 | 8300 | 66 | y | 8/256:39990 12/256:42990 | gold green red
X7d | RKY-LX1 | 2025 | Snapdragon 685 | 6.8 | ips | 120 | 108 | 6500 | 35 | n | 8/128:21990 8/256:24490 | silver blue
@nokia
G42 5G | TA-1581 | 2023 | Snapdragon 480 Plus | 6.6 | ips | 90 | 50 | 5000 | 20 | y | 6/128:19990 | purple grey
C32 | TA-1534 | 2023 | Unisoc SC9863A | 6.5 | ips | 60 | 50 | 5000 | 10 | n | 4/64:11990 | black mint
@huawei
nova 14 Pro | MRT-AL10 | 2025 | Kirin 8020 | 6.8 | amoled | 120 | 50 | 5500 | 100 | y | 12/256:69990 | black white
nova 13 | BLK-LX9 | 2024 | Kirin 8000 | 6.7 | amoled | 120 | 50 | 5000 | 100 | n | 12/256:54990 | black white
@benco
V91 Plus | BNC-V91P | 2025 | Unisoc T7250 | 6.7 | ips | 90 | 50 | 5000 | 18 | n | 6/128:11990 | black blue
S2 | BNC-S2 | 2025 | Unisoc T606 | 6.6 | ips | 90 | 13 | 5000 | 10 | n | 4/64:9190 | black green
`,
}
