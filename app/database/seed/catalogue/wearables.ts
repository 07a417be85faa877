import { choice, flag, type Leaf, number, shownOnly } from './leaf.ts'

const smartwatches: Leaf = {
  slug: 'smartwatches',
  parentSlug: 'wearables',
  name: { en: 'Smartwatches', bn: 'স্মার্টওয়াচ' },
  description: { en: 'Smartwatches for calls, health and style.', bn: 'কল, স্বাস্থ্য আর স্টাইলের স্মার্টওয়াচ।' },
  form: 'smartwatch',
  colours: ['black', 'silver'],
  specifications: [
    number('screenInches', 'Screen size', 'ডিসপ্লের আকার', 'inches', 'ইঞ্চি'),
    choice('panel', 'Display type', 'ডিসপ্লের ধরন', { amoled: ['AMOLED', 'অ্যামোলেড'], lcd: ['LCD', 'এলসিডি'] }),
    flag('takesCalls', 'Bluetooth calling', 'ব্লুটুথ কল'),
    flag('hasGps', 'GPS', 'জিপিএস'),
    number('batteryDays', 'Battery life', 'ব্যাটারি চলে', 'days', 'দিন'),
    shownOnly(flag('isSwimproof', 'Swim-proof', 'সাঁতারে নিরাপদ')),
  ],
  columns: 'line model screenInches panel takesCalls hasGps batteryDays isSwimproof price colours',
  titles: [['{line} Smartwatch', '{line} স্মার্টওয়াচ']],
  openings: [
    [
      '{name} shows time, messages and heart rate on {screenInches} inches.',
      '{screenInches} ইঞ্চি ডিসপ্লেতে সময়, মেসেজ ও হৃৎস্পন্দন দেখায় {name}।',
    ],
    [
      'Charge {name} and forget it for {batteryDays} days.',
      'একবার চার্জে {batteryDays} দিন চলে {name}।',
      (s) => Number(s.batteryDays) > 1,
    ],
    ['{name} keeps messages, calls and health on the wrist.', 'মেসেজ, কল ও স্বাস্থ্যের খবর কবজিতেই রাখে {name}।'],
    ['{name} suits panjabi and suit alike.', 'পাঞ্জাবি হোক বা স্যুট, দুটোতেই মানায় {name}।'],
  ],
  details: [
    ['Take calls on the wrist while riding.', 'চলার পথে কবজিতেই কল ধরা যায়।', (s) => s.takesCalls === true],
    ['GPS draws your run without the phone.', 'ফোন ছাড়াই জিপিএসে দৌড়ের পথ মাপে।', (s) => s.hasGps === true],
    ['AMOLED is bright even at noon.', 'অ্যামোলেড ডিসপ্লে ভরদুপুরেও উজ্জ্বল।', (s) => s.panel === 'amoled'],
    ['Swim with it.', 'পরে সাঁতারও কাটা যায়।', (s) => s.isSwimproof === true],
    ['It counts steps, sleep and blood oxygen.', 'হাঁটা, ঘুম ও রক্তের অক্সিজেন মাপে।'],
  ],
  highlights: [
    ['{screenInches}-inch {panel}', '{screenInches} ইঞ্চি {panel}'],
    ['{batteryDays} days of battery', '{batteryDays} দিন ব্যাটারি', (s) => Number(s.batteryDays) > 1],
    ['Bluetooth calling', 'ব্লুটুথ কল', (s) => s.takesCalls === true],
    ['GPS', 'জিপিএস', (s) => s.hasGps === true],
    ['Heart rate and sleep', 'হৃৎস্পন্দন ও ঘুম পর্যবেক্ষণ'],
  ],
  warrantyMonths: () => 12,
  weightGrams: (_, index) => 140 + (index % 6) * 12,
  unofficialShare: 0.25,
  rows: `
@apple
Watch Ultra 3 | MF0J4 | 2 | amoled | y | y | 2 | y | 109990 | black silver
Watch Series 11 46mm | MEUX4 | 2 | amoled | y | y | 1 | y | 58990 | black silver pink
Watch SE 3 44mm | MEP94 | 1.8 | amoled | y | y | 1 | y | 34990 | black silver
Watch Series 10 42mm | MWWA3 | 1.8 | amoled | y | y | 1 | y | 47990 | black silver pink
@samsung
Galaxy Watch Ultra 2025 | SM-L705 | 1.5 | amoled | y | y | 2 | y | 56990 | silver blue grey
Galaxy Watch8 Classic | SM-L500 | 1.3 | amoled | y | y | 2 | y | 44990 | black white
Galaxy Watch8 44mm | SM-L330 | 1.5 | amoled | y | y | 2 | y | 34990 | grey silver
Galaxy Watch FE | SM-R861 | 1.2 | amoled | y | y | 2 | y | 18990 | black pink silver
@xiaomi
Watch S4 | M2424W1 | 1.4 | amoled | y | y | 15 | y | 16990 | black silver
Redmi Watch 5 | M2462W1 | 2.1 | amoled | y | y | 24 | y | 9490 | black silver purple
Redmi Watch 5 Active | M2351W1 | 2 | lcd | y | n | 18 | y | 3990 | black silver
Redmi Watch 5 Lite | M2352W1 | 1.96 | amoled | y | y | 18 | y | 5490 | black gold
@huawei
Watch GT 6 46mm | ATM-B19 | 1.5 | amoled | y | y | 21 | y | 28990 | black green grey
Watch Fit 4 | TUR-B19 | 1.8 | amoled | y | y | 10 | y | 14990 | black grey purple
@amazfit
Bip 6 | A2435 | 1.97 | amoled | y | y | 14 | y | 8990 | black gold orange
Active 2 | A2437 | 1.3 | amoled | y | y | 10 | y | 11490 | black silver
GTS 4 Mini | A2176 | 1.65 | amoled | n | y | 15 | y | 8490 | black blue pink
T-Rex 3 | A2323 | 1.5 | amoled | y | y | 27 | y | 27990 | black grey
Cheetah Pro | A2290 | 1.45 | amoled | y | y | 14 | y | 25990 | black
@haylou
Solar Plus | HL-LS16 | 1.43 | amoled | y | n | 8 | n | 3990 | black silver
Watch R8 | HL-R8 | 1.43 | amoled | y | n | 10 | n | 4490 | black silver
RS5 | HL-RS5 | 2.01 | amoled | y | n | 12 | n | 3490 | black
Iron Neo | HL-LS21 | 1.43 | amoled | y | n | 15 | n | 4990 | black
Watch S6 | HL-S6 | 2 | lcd | y | n | 10 | n | 2890 | black silver
@kieslect
Ks3 | KS-KS3 | 1.78 | amoled | y | n | 7 | n | 4290 | black
KR3 | KS-KR3 | 1.43 | amoled | y | n | 7 | n | 4790 | black silver
Ks2 | KS-KS2 | 2.01 | amoled | y | n | 8 | n | 3790 | black gold
Lora 2 | KS-LORA2 | 1.3 | amoled | y | n | 6 | n | 5290 | gold silver
@colmi
P81 | CLM-P81 | 1.9 | lcd | y | n | 6 | n | 1990 | black silver
C8 Max | CLM-C8M | 2 | lcd | y | n | 7 | n | 1890 | black
i28 Ultra | CLM-I28U | 1.43 | amoled | y | n | 6 | n | 3290 | black orange
V72 | CLM-V72 | 1.43 | amoled | y | n | 7 | n | 2990 | black
@qcy
Watch GS2 | WA22GS2A | 1.96 | lcd | y | n | 10 | n | 2790 | black
Watch GTS S2 | WA23S2 | 2.02 | lcd | y | n | 7 | n | 2390 | black purple
@realme
Watch S2 | RMW2401 | 1.43 | amoled | y | n | 14 | y | 6490 | black silver
Watch 5 | RMW2502 | 1.97 | amoled | y | y | 16 | n | 5490 | black silver
@oneplus
Watch 3 | OPWWE251 | 1.5 | amoled | y | y | 5 | y | 32990 | black green
@nothing
CMF Watch Pro 2 | D398 | 1.32 | amoled | y | y | 11 | y | 7490 | black grey orange
@infinix
XWatch 3 | XW3 | 1.83 | lcd | y | n | 7 | n | 1890 | black
@walton
Tick R2 | WSW-TR2 | 1.96 | amoled | y | n | 8 | n | 3290 | black silver
Tick AMX14 | WSW-AMX14 | 1.43 | amoled | y | n | 7 | n | 3990 | black
@baseus
Watch BS1 | BAS-BS1 | 2.01 | lcd | y | n | 7 | n | 2190 | black
`,
}

const fitnessBands: Leaf = {
  slug: 'fitness-bands',
  parentSlug: 'wearables',
  name: { en: 'Fitness Bands', bn: 'ফিটনেস ব্যান্ড' },
  description: { en: 'Light bands that count every step.', bn: 'প্রতিটি পদক্ষেপ গোনে এমন হালকা ব্যান্ড।' },
  form: 'fitness-band',
  colours: ['black', 'pink'],
  specifications: [
    number('screenInches', 'Screen size', 'ডিসপ্লের আকার', 'inches', 'ইঞ্চি'),
    number('batteryDays', 'Battery life', 'ব্যাটারি চলে', 'days', 'দিন'),
    flag('hasGps', 'GPS', 'জিপিএস'),
    flag('isSwimproof', 'Swim-proof', 'সাঁতারে নিরাপদ'),
    number('sportCount', 'Sport modes', 'স্পোর্টস মোড'),
  ],
  columns: 'line model screenInches batteryDays hasGps isSwimproof sportCount price colours',
  titles: [['{line} Fitness Band', '{line} ফিটনেস ব্যান্ড']],
  openings: [
    ['{name} weighs next to nothing and counts all day.', 'প্রায় ওজনহীন {name} সারা দিন হিসাব রাখে।'],
    ['Walk more with {name} on the wrist.', 'কবজিতে {name} থাকলে হাঁটার আগ্রহ বাড়ে।'],
  ],
  details: [
    ['One charge lasts {batteryDays} days.', 'এক চার্জে চলে {batteryDays} দিন।'],
    ['It knows {sportCount} sports.', '{sportCount}টি খেলার হিসাব রাখে।'],
    ['Wear it in the pond too.', 'পুকুরে সাঁতারেও পরা যায়।', (s) => s.isSwimproof === true],
  ],
  highlights: [
    ['{batteryDays} days of battery', '{batteryDays} দিন ব্যাটারি'],
    ['{sportCount} sport modes', '{sportCount}টি স্পোর্টস মোড'],
    ['{screenInches}-inch screen', '{screenInches} ইঞ্চি ডিসপ্লে'],
    ['Swim-proof', 'সাঁতারে নিরাপদ', (s) => s.isSwimproof === true],
  ],
  warrantyMonths: () => 6,
  weightGrams: () => 80,
  unofficialShare: 0.2,
  rows: `
@xiaomi
Smart Band 10 | M2448B1 | 1.72 | 21 | n | y | 150 | 4490 | black silver pink
Smart Band 9 | M2345B1 | 1.62 | 21 | n | y | 150 | 3690 | black silver pink
Smart Band 9 Active | M2435B1 | 1.47 | 18 | n | y | 50 | 2290 | black white pink
Smart Band 9 Pro | M2401B1 | 1.74 | 21 | y | y | 150 | 6990 | black silver
@samsung
Galaxy Fit3 | SM-R390 | 1.6 | 13 | n | y | 100 | 5990 | black silver pink
@huawei
Band 10 | NEO-B10 | 1.47 | 14 | n | y | 100 | 4490 | black pink green
@amazfit
Band 7 | A2177 | 1.47 | 18 | n | y | 120 | 4690 | black pink
@honor
Band 9 | RHE-B19 | 1.57 | 14 | n | y | 96 | 4290 | black blue
@oppo
Band 2 | OBB121 | 1.57 | 14 | n | y | 100 | 3990 | black
@colmi
Ring Band L18 | CLM-L18 | 1.4 | 7 | n | n | 30 | 1490 | black gold
`,
}

export const wearableLeaves = [smartwatches, fitnessBands]
