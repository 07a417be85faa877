import { choice, flag, type Leaf, number, shownOnly, text } from './leaf.ts'
import { memoryOf } from './memory.ts'

const processorFamilies: Record<string, [string, string]> = {
  'core-i3': ['Intel Core i3', 'ইন্টেল কোর আই৩'],
  'core-i5': ['Intel Core i5', 'ইন্টেল কোর আই৫'],
  'core-i7': ['Intel Core i7', 'ইন্টেল কোর আই৭'],
  'core-3': ['Intel Core 3', 'ইন্টেল কোর ৩'],
  'core-5': ['Intel Core 5', 'ইন্টেল কোর ৫'],
  'core-7': ['Intel Core 7', 'ইন্টেল কোর ৭'],
  'core-ultra-5': ['Intel Core Ultra 5', 'ইন্টেল কোর আল্ট্রা ৫'],
  'core-ultra-7': ['Intel Core Ultra 7', 'ইন্টেল কোর আল্ট্রা ৭'],
  'core-ultra-9': ['Intel Core Ultra 9', 'ইন্টেল কোর আল্ট্রা ৯'],
  celeron: ['Intel Celeron', 'ইন্টেল সেলেরন'],
  'ryzen-3': ['AMD Ryzen 3', 'এএমডি রাইজেন ৩'],
  'ryzen-5': ['AMD Ryzen 5', 'এএমডি রাইজেন ৫'],
  'ryzen-7': ['AMD Ryzen 7', 'এএমডি রাইজেন ৭'],
  'ryzen-9': ['AMD Ryzen 9', 'এএমডি রাইজেন ৯'],
  'ryzen-ai': ['AMD Ryzen AI', 'এএমডি রাইজেন এআই'],
  'apple-m': ['Apple M series', 'অ্যাপল এম সিরিজ'],
  snapdragon: ['Snapdragon X', 'স্ন্যাপড্রাগন এক্স'],
}

const graphicsNames: Record<string, [string, string]> = {
  integrated: ['Integrated', 'ইন্টিগ্রেটেড'],
  'rtx-2050': ['GeForce RTX 2050', 'জিফোর্স RTX ২০৫০'],
  'rtx-3050': ['GeForce RTX 3050', 'জিফোর্স RTX ৩০৫০'],
  'rtx-4050': ['GeForce RTX 4050', 'জিফোর্স RTX ৪০৫০'],
  'rtx-4060': ['GeForce RTX 4060', 'জিফোর্স RTX ৪০৬০'],
  'rtx-5050': ['GeForce RTX 5050', 'জিফোর্স RTX ৫০৫০'],
  'rtx-5060': ['GeForce RTX 5060', 'জিফোর্স RTX ৫০৬০'],
  'rtx-5070': ['GeForce RTX 5070', 'জিফোর্স RTX ৫০৭০'],
  'rtx-5080': ['GeForce RTX 5080', 'জিফোর্স RTX ৫০৮০'],
}

const laptops: Leaf = {
  slug: 'laptops',
  parentSlug: 'computers',
  name: { en: 'Laptops', bn: 'ল্যাপটপ' },
  description: {
    en: 'Laptops for study, office, design and gaming, with processor and memory stated plainly.',
    bn: 'পড়াশোনা, অফিস, ডিজাইন ও গেমিংয়ের ল্যাপটপ, প্রসেসর ও মেমোরি স্পষ্ট করে লেখা।',
  },
  form: 'laptop',
  colours: ['silver', 'grey', 'black'],
  specifications: [
    choice('processor', 'Processor', 'প্রসেসর', processorFamilies),
    text('processorModel', 'Processor model', 'প্রসেসরের মডেল'),
    number('screenInches', 'Screen size', 'ডিসপ্লের আকার', 'inches', 'ইঞ্চি'),
    number('ramGb', 'RAM', 'র‍্যাম', 'GB', 'জিবি'),
    number('storageGb', 'SSD', 'এসএসডি', 'GB', 'জিবি'),
    choice('graphics', 'Graphics', 'গ্রাফিকস', graphicsNames),
    flag('hasWindows', 'Windows included', 'উইন্ডোজ সঙ্গে'),
    shownOnly(number('weightKg', 'Weight', 'ওজন', 'kg', 'কেজি')),
  ],
  columns: 'line model processor processorModel screenInches graphics hasWindows weightKg price colours',
  derive: ({ price }) => memoryOf(price),
  variesIn: 'memory',
  titles: [['{line} {screenInches}" Laptop', '{line} {screenInches} ইঞ্চি ল্যাপটপ']],
  openings: [
    [
      '{name} runs on {processor} ({processorModel}) with {ramGb} GB of RAM.',
      '{name} চলে {processor} ({processorModel}) প্রসেসরে, সঙ্গে {ramGb} জিবি র‍্যাম।',
    ],
    [
      'For class, office and the commute, {name} weighs {weightKg} kg.',
      'ক্লাস, অফিস ও যাতায়াতের জন্য {name}, ওজন মাত্র {weightKg} কেজি।',
      (s) => Number(s.weightKg) < 1.8,
    ],
    ['{name} starts in seconds from its {storageGb} GB SSD.', '{storageGb} জিবি এসএসডির {name} চালু হয় কয়েক সেকেন্ডে।'],
    [
      'A {screenInches}-inch screen and {processor} make {name} a computer for years, not months.',
      '{screenInches} ইঞ্চি ডিসপ্লে আর {processor} মিলিয়ে {name} চলবে বহুদিন।',
    ],
    [
      '{name} is built to play: {graphics} graphics and cooling to match.',
      'গেম খেলার জন্যই তৈরি {name}: {graphics} গ্রাফিকস আর শক্তিশালী কুলিং।',
      (s) => s.graphics !== 'integrated',
    ],
  ],
  details: [
    [
      '{graphics} drives current games and video editing.',
      '{graphics} দিয়ে এখনকার গেম ও ভিডিও এডিটিং চলে।',
      (s) => s.graphics !== 'integrated',
    ],
    ['Genuine Windows 11 is installed.', 'আসল উইন্ডোজ ১১ ইনস্টল করা।', (s) => s.hasWindows === true],
    [
      'It comes without Windows; we install the system you choose.',
      'উইন্ডোজ ছাড়া আসে; আপনার পছন্দের সিস্টেম আমরা ইনস্টল করে দিই।',
      (s) => s.hasWindows === false && s.processor !== 'apple-m',
    ],
    ['The keyboard is comfortable for long reports.', 'লম্বা রিপোর্ট লেখার জন্যও কিবোর্ড আরামদায়ক।'],
    [
      'Meetings look good on its camera and sound clear through two microphones.',
      'ক্যামেরা ও দুই মাইক্রোফোনে অনলাইন মিটিং হয় পরিষ্কার।',
    ],
    [
      '{ramGb} GB of RAM keeps browser, Excel and Zoom open together.',
      '{ramGb} জিবি র‍্যামে ব্রাউজার, এক্সেল ও জুম একসঙ্গে চলে।',
    ],
  ],
  highlights: [
    ['{processor}', '{processor}'],
    ['{ramGb} GB RAM, {storageGb} GB SSD', '{ramGb} জিবি র‍্যাম, {storageGb} জিবি এসএসডি'],
    ['{screenInches}-inch display', '{screenInches} ইঞ্চি ডিসপ্লে'],
    ['{graphics}', '{graphics}', (s) => s.graphics !== 'integrated'],
    ['{weightKg} kg', '{weightKg} কেজি'],
  ],
  warrantyMonths: (_, brand) => (brand === 'apple' ? 12 : 24),
  weightGrams: (s) => Number(s.weightKg) * 1000 + 800,
  unofficialShare: 0.12,
  rows: `
@hp
15s-fq5786TU | 15s-fq5786TU | core-i3 | 1215U | 15.6 | integrated | y | 1.69 | 8/512:56500 | silver
15-fd0208TU | 15-fd0208TU | core-i3 | 1315U | 15.6 | integrated | y | 1.59 | 8/512:59500 16/512:66500 | silver
15-fd0204TU | 15-fd0204TU | core-i5 | 1335U | 15.6 | integrated | y | 1.59 | 8/512:76500 16/512:82500 | silver blue
15-fc0391AU | 15-fc0391AU | ryzen-5 | 7520U | 15.6 | integrated | n | 1.59 | 8/512:62500 | silver
Pavilion Plus 14-ew1004TU | 14-ew1004TU | core-ultra-5 | 125H | 14 | integrated | y | 1.44 | 16/512:124500 | silver blue
OmniBook 5 14-he0009 | 14-he0009 | snapdragon | X1-26-100 | 14 | integrated | y | 1.29 | 16/512:105500 | silver
Envy x360 14-fc0098TU | 14-fc0098TU | core-ultra-7 | 155U | 14 | integrated | y | 1.39 | 16/1TB:165000 | silver
Victus 15-fa1398TX | 15-fa1398TX | core-i5 | 13420H | 15.6 | rtx-3050 | y | 2.29 | 8/512:98500 16/512:105500 | black
Victus 15-fb3013AX | 15-fb3013AX | ryzen-7 | 7445HS | 15.6 | rtx-4050 | y | 2.29 | 16/512:122500 | black
Omen 16-am0147TX | 16-am0147TX | core-7 | 240H | 16 | rtx-5060 | y | 2.43 | 16/1TB:189500 | black
ProBook 440 G11 | A29GXPT | core-ultra-5 | 125U | 14 | integrated | n | 1.38 | 8/512:99500 16/512:106500 | silver
ProBook 450 G10 | 86F39PA | core-i5 | 1335U | 15.6 | integrated | n | 1.79 | 8/512:86500 | silver
EliteBook 640 G11 | 9Z1V5PT | core-ultra-7 | 155U | 14 | integrated | y | 1.36 | 16/512:158500 | silver
250 G10 | 725L8EA | core-i3 | 1315U | 15.6 | integrated | n | 1.74 | 8/512:54500 | black
@dell
Inspiron 15 3530 | INS3530-I3 | core-i3 | 1305U | 15.6 | integrated | y | 1.62 | 8/512:58500 | black silver
Inspiron 15 3535 | INS3535-R5 | ryzen-5 | 7530U | 15.6 | integrated | n | 1.67 | 8/512:64500 16/512:70500 | black silver
Inspiron 14 5440 | INS5440-C5 | core-5 | 120U | 14 | integrated | y | 1.54 | 16/512:92500 | blue
Inspiron 14 Plus 7441 | INS7441-SX | snapdragon | X1P-64-100 | 14 | integrated | y | 1.44 | 16/1TB:128500 | blue
DC15250 | DC15250-I5 | core-i5 | 1334U | 15.6 | integrated | y | 1.62 | 8/512:76500 16/512:82500 | black silver
Latitude 3450 | LAT3450-I5 | core-i5 | 1335U | 14 | integrated | n | 1.52 | 8/512:93500 | black
Latitude 5450 | LAT5450-U7 | core-ultra-7 | 155U | 14 | integrated | n | 1.39 | 16/512:148500 | grey
Vostro 3530 | VOS3530-I5 | core-i5 | 1334U | 15.6 | integrated | n | 1.66 | 8/512:74500 | black
XPS 13 9350 | XPS9350-U7 | core-ultra-7 | 258V | 13.4 | integrated | y | 1.22 | 32/1TB:245000 | black silver
G15 5530 | G5530-I7 | core-i7 | 13650HX | 15.6 | rtx-4050 | y | 2.65 | 16/512:148500 16/1TB:155500 | grey
Alienware 16 Aurora | AC16250 | core-7 | 240H | 16 | rtx-5060 | y | 2.57 | 16/1TB:212500 | blue
@lenovo
IdeaPad Slim 3 15IAH8 | 83ER00B6IN | core-i5 | 12450H | 15.6 | integrated | y | 1.62 | 8/512:66500 16/512:72500 | grey blue
IdeaPad Slim 3i 15IRU8 | 82X7009GLK | core-i3 | 1315U | 15.6 | integrated | y | 1.62 | 8/256:53500 8/512:57500 | grey
IdeaPad Slim 3 15AMN8 | 82XQ00GKLK | ryzen-3 | 7320U | 15.6 | integrated | n | 1.55 | 8/512:49500 | grey blue
IdeaPad 1 15AMN7 | 82VG00T8LK | ryzen-3 | 7320U | 15.6 | integrated | y | 1.58 | 8/256:46500 | grey
IdeaPad Slim 5 14IRH10 | 83HR0015LK | core-i5 | 13420H | 14 | integrated | y | 1.46 | 16/512:88500 | grey
IdeaPad Slim 5 16AKP10 | 83HY0018LK | ryzen-ai | AI 7 350 | 16 | integrated | y | 1.74 | 16/1TB:124500 | grey blue
Yoga Slim 7 14ILL10 | 83JX003KLK | core-ultra-7 | 256V | 14 | integrated | y | 1.19 | 16/1TB:175000 | grey
LOQ 15IAX9 | 83GS00H8LK | core-i5 | 12450HX | 15.6 | rtx-3050 | y | 2.38 | 12/512:99500 16/512:104500 | grey
LOQ 15IRX10 | 83JE00CBLK | core-i7 | 13650HX | 15.6 | rtx-5050 | y | 2.4 | 16/512:142500 24/1TB:156500 | grey
Legion 5 15IRX10 | 83LY0043LK | core-i7 | 14700HX | 15.1 | rtx-5060 | y | 1.95 | 16/1TB:198500 | black white
Legion Pro 7 16IAX10H | 83F5001QLK | core-ultra-9 | 275HX | 16 | rtx-5080 | y | 2.57 | 32/1TB:385000 | black
ThinkPad E14 Gen 7 | 21SX000GLK | core-ultra-5 | 225U | 14 | integrated | n | 1.36 | 8/512:102500 16/512:109500 | black
ThinkPad E16 Gen 2 | 21MA003TLK | core-ultra-5 | 125U | 16 | integrated | n | 1.81 | 8/512:98500 | black
ThinkBook 14 G7 | 21MR00B5LK | core-ultra-5 | 125H | 14 | integrated | n | 1.36 | 16/512:96500 | grey
V15 G4 IRU | 83A1A0DKLK | core-i3 | 1315U | 15.6 | integrated | n | 1.65 | 8/256:48500 8/512:52500 | black
@asus
Vivobook 15 X1504VA | NJ3094W | core-i3 | 1315U | 15.6 | integrated | y | 1.7 | 8/512:58500 | silver blue
Vivobook 15 X1502VA | NJ671W | core-i5 | 13420H | 15.6 | integrated | y | 1.7 | 8/512:74500 16/512:80500 | silver blue
Vivobook Go 15 E1504FA | NJ1206W | ryzen-5 | 7520U | 15.6 | integrated | y | 1.63 | 8/512:61500 16/512:67500 | black silver green
Vivobook Go 14 E1404GA | NK338W | core-i3 | N305 | 14 | integrated | y | 1.38 | 8/512:49500 | black silver
Vivobook S14 M3407KA | SF053W | ryzen-ai | AI 7 350 | 14 | integrated | y | 1.4 | 16/512:109500 | black silver
Vivobook S16 S3607VA | RP061W | core-5 | 210H | 16 | integrated | y | 1.7 | 16/512:93500 | grey green
Zenbook 14 UX3405CA | PZ338W | core-ultra-7 | 255H | 14 | integrated | y | 1.28 | 16/1TB:148500 32/1TB:165500 | blue
Zenbook S 13 UX5304MA | NQ126W | core-ultra-7 | 155U | 13.3 | integrated | y | 1 | 16/1TB:162500 | grey blue
ExpertBook B1 B1402CVA | NK1552 | core-i5 | 1335U | 14 | integrated | n | 1.45 | 8/512:72500 | black
TUF Gaming A15 FA506NCR | HN053W | ryzen-7 | 7435HS | 15.6 | rtx-3050 | y | 2.3 | 8/512:98500 16/512:104500 | black
TUF Gaming F16 FX608JHR | RV041W | core-i7 | 14650HX | 16 | rtx-5050 | y | 2.2 | 16/512:158500 | grey
ROG Strix G16 G614PR | RV030W | ryzen-9 | 8940HX | 16 | rtx-5070 | y | 2.5 | 16/1TB:245000 32/1TB:259500 | grey
ROG Zephyrus G14 GA403UM | QS089W | ryzen-9 | 270 | 14 | rtx-5060 | y | 1.5 | 32/1TB:269500 | white grey
@acer
Aspire Lite 15 AL15-52 | UN.431SI.331 | core-i3 | 1305U | 15.6 | integrated | y | 1.59 | 8/512:52500 | grey
Aspire 3 A315-24P | NX.KDEEM.00A | ryzen-3 | 7320U | 15.6 | integrated | n | 1.78 | 8/512:48500 | silver
Aspire 5 A515-58M | NX.KHJSI.003 | core-i5 | 13420H | 15.6 | integrated | y | 1.76 | 8/512:70500 16/512:76500 | grey
Aspire 7 A715-76G | NH.QMYSI.002 | core-i5 | 12450H | 15.6 | rtx-3050 | n | 2.1 | 8/512:82500 16/512:88500 | black
Swift Go 14 SFG14-73 | NX.KSLSI.002 | core-ultra-5 | 125H | 14 | integrated | y | 1.32 | 16/512:98500 | silver
Nitro V 15 ANV15-52 | NH.QZ8SI.001 | core-i5 | 13420H | 15.6 | rtx-4050 | y | 2.11 | 16/512:109500 | black
Nitro 16S AI AN16S-61 | NH.QXNSI.001 | ryzen-ai | AI 7 350 | 16 | rtx-5060 | y | 2.1 | 16/1TB:178500 | black
Predator Helios Neo 16 PHN16-73 | NH.QVTSI.001 | core-ultra-7 | 255HX | 16 | rtx-5070 | y | 2.7 | 16/1TB:235000 | black
TravelMate P2 TMP214-55 | NX.B28SI.00H | core-i5 | 1335U | 14 | integrated | n | 1.5 | 8/512:72500 | black
Extensa 15 EX215-55 | NX.EGYST.00A | core-i3 | 1215U | 15.6 | integrated | n | 1.7 | 8/256:46500 | grey
@msi
Modern 15 B12MO | 9S7-15H115-1092 | core-i5 | 1235U | 15.6 | integrated | n | 1.7 | 8/512:62500 16/512:68500 | black silver
Modern 14 C7M | 9S7-14JK12-255 | ryzen-5 | 7530U | 14 | integrated | y | 1.4 | 8/512:61500 | black
Thin 15 B13UC | 9S7-16R831-2048 | core-i5 | 13420H | 15.6 | rtx-3050 | n | 1.86 | 8/512:88500 16/512:94500 | grey
Cyborg 15 B2RWFKG | 9S7-15K211-236 | core-5 | 210H | 15.6 | rtx-5060 | n | 2 | 16/512:135500 | black
Katana 15 B13VFK | 9S7-158571-1469 | core-i7 | 13620H | 15.6 | rtx-4060 | n | 2.25 | 16/512:148500 16/1TB:154500 | black
Prestige 14 AI Evo C2MG | 9S7-14N141-025 | core-ultra-7 | 258V | 14 | integrated | y | 1.2 | 32/1TB:169500 | grey
Vector 16 HX AI A2XWHG | 9S7-15M351-014 | core-ultra-9 | 275HX | 16 | rtx-5080 | y | 2.7 | 32/1TB:378500 | black
@apple
MacBook Air 13 M5 | MDHA4 | apple-m | M5 | 13.6 | integrated | n | 1.24 | 16/512:144990 24/512:172990 | sky-blue silver black
MacBook Air 13 M4 | MW0W3 | apple-m | M4 | 13.6 | integrated | n | 1.24 | 16/256:119990 16/512:142990 | sky-blue silver black
MacBook Air 15 M4 | MW1G3 | apple-m | M4 | 15.3 | integrated | n | 1.51 | 16/256:142990 16/512:165990 | sky-blue silver black
MacBook Air 13 M2 | MC7X4 | apple-m | M2 | 13.6 | integrated | n | 1.24 | 16/256:99990 | silver black
MacBook Pro 14 M5 | MDE04 | apple-m | M5 | 14.2 | integrated | n | 1.55 | 16/512:189990 24/1TB:249990 | silver black
MacBook Pro 14 M4 Pro | MX2H3 | apple-m | M4 Pro | 14.2 | integrated | n | 1.6 | 24/512:239990 24/1TB:264990 | silver black
MacBook Pro 16 M4 Pro | MX2X3 | apple-m | M4 Pro | 16.2 | integrated | n | 2.14 | 24/512:299990 | silver black
@walton
Tamarind EX311G Pro | WTEX311GP | core-i3 | 1115G4 | 14 | integrated | n | 1.36 | 8/256:44500 8/512:47500 | silver
Tamarind ZX5800 | WTZX5800 | core-i5 | 1235U | 14 | integrated | n | 1.36 | 8/512:62500 | blue silver
Prelude N50 Pro | WPN50P | celeron | N5030 | 14.1 | integrated | n | 1.34 | 8/256:31500 | silver
Prelude R1 | WPR1 | celeron | N4020 | 14.1 | integrated | n | 1.3 | 4/256:26500 | grey
Karonda GX713H | WKGX713H | core-i7 | 13700H | 15.6 | rtx-4050 | n | 2.2 | 16/512:149500 | black
Passion BX5801A | WPBX5801A | core-i5 | 12450H | 15.6 | integrated | n | 1.7 | 8/512:64500 | grey
@gigabyte
Gaming A16 CMH | CMHG2BD894SH | core-i7 | 13620H | 16 | rtx-4050 | y | 2.2 | 16/512:124500 | black
Aero X16 1VH | 1VH93USC64AH | ryzen-ai | AI 7 350 | 16 | rtx-5060 | y | 1.9 | 16/1TB:215500 | white grey
G6 KF | KF-H3US854KH | core-i7 | 13620H | 16 | rtx-4060 | n | 2.3 | 16/512:139500 | black
@honor
MagicBook X16 (2025) | BRN-F56 | core-i5 | 13420H | 16 | integrated | y | 1.68 | 16/512:74500 | grey
MagicBook Art 14 | MRA-W561 | core-ultra-5 | 125H | 14.6 | integrated | y | 1.03 | 16/1TB:152500 | green white
@microsoft
Surface Laptop 7 | ZGM-00001 | snapdragon | X1P-64-100 | 13.8 | integrated | y | 1.34 | 16/512:148500 | black silver
Surface Pro 11 | ZHX-00001 | snapdragon | X1P-64-100 | 13 | integrated | y | 0.9 | 16/256:135500 16/512:149500 | black silver
`,
}

const desktops: Leaf = {
  slug: 'desktop-pcs',
  parentSlug: 'computers',
  name: { en: 'Desktop PCs', bn: 'ডেস্কটপ পিসি' },
  description: { en: 'Brand desktops and mini PCs, assembled and tested.', bn: 'পরীক্ষিত ব্র্যান্ড ডেস্কটপ ও মিনি পিসি।' },
  form: 'desktop-pc',
  colours: ['black'],
  specifications: [
    choice('processor', 'Processor', 'প্রসেসর', processorFamilies),
    number('ramGb', 'RAM', 'র‍্যাম', 'GB', 'জিবি'),
    number('storageGb', 'SSD', 'এসএসডি', 'GB', 'জিবি'),
    choice('graphics', 'Graphics', 'গ্রাফিকস', graphicsNames),
    choice('size', 'Case', 'কেসিং', { tower: ['Tower', 'টাওয়ার'], mini: ['Mini', 'মিনি'] }),
    flag('hasWindows', 'Windows included', 'উইন্ডোজ সঙ্গে'),
  ],
  columns: 'line model processor graphics size hasWindows price',
  derive: ({ price }) => memoryOf(price),
  variesIn: 'memory',
  titles: [['{line} {size} Desktop PC', '{line} {size} ডেস্কটপ পিসি']],
  openings: [
    ['{name} brings {processor} to the desk, ready to plug in.', '{processor} প্রসেসরের {name}, প্লাগ দিলেই চালু।'],
    ['Office work all day without complaint: {name}.', 'সারা দিন অফিসের কাজ নির্বিঘ্নে: {name}।'],
    ['{name} stays cool and quiet under the table.', 'টেবিলের নিচে ঠান্ডা ও নিঃশব্দে চলে {name}।'],
  ],
  details: [
    ['Memory and disk are easy to add later.', 'পরে মেমোরি ও ডিস্ক সহজে বাড়ানো যায়।', (s) => s.size === 'tower'],
    ['It hides behind a monitor.', 'মনিটরের পেছনেই বসিয়ে রাখা যায়।', (s) => s.size === 'mini'],
    ['{graphics} is in for games.', 'গেমের জন্য আছে {graphics}।', (s) => s.graphics !== 'integrated'],
    [
      '{ramGb} GB of RAM and a {storageGb} GB SSD keep it quick.',
      '{ramGb} জিবি র‍্যাম ও {storageGb} জিবি এসএসডিতে গতি থাকে।',
    ],
  ],
  highlights: [
    ['{processor}', '{processor}'],
    ['{ramGb} GB RAM, {storageGb} GB SSD', '{ramGb} জিবি র‍্যাম, {storageGb} জিবি এসএসডি'],
    ['{graphics} graphics', '{graphics} গ্রাফিকস'],
    ['Windows 11 installed', 'উইন্ডোজ ১১ ইনস্টল করা', (s) => s.hasWindows === true],
  ],
  warrantyMonths: () => 36,
  weightGrams: (s) => (s.size === 'mini' ? 2200 : 7500),
  unofficialShare: 0,
  rows: `
@hp
Pro 280 G9 | 9H7U5PT | core-i5 | integrated | tower | n | 8/512:68500 16/512:74500
Pro 400 G9 | 9U0B3PT | core-i5 | integrated | mini | n | 8/512:76500
Victus 15L TG02 | TG02-2003d | core-i5 | rtx-3050 | tower | y | 16/512:115500
@dell
OptiPlex 7020 | OPT7020-I5 | core-i5 | integrated | tower | n | 8/512:82500
OptiPlex 7020 Micro | OPT7020M-I5 | core-i5 | integrated | mini | n | 8/512:84500
Vostro 3030 | VOS3030-I3 | core-i3 | integrated | tower | n | 8/512:54500
@lenovo
ThinkCentre neo 50t Gen 5 | 12UB0003LK | core-i5 | integrated | tower | n | 8/512:69500
ThinkCentre neo 50q Gen 4 | 12LN0014LK | core-i3 | integrated | mini | n | 8/256:49500
IdeaCentre 3 07IRB8 | 90VT000VLK | core-i5 | integrated | tower | n | 8/512:64500
@asus
ExpertCenter D5 SFF | D500SE-I5 | core-i5 | integrated | tower | n | 8/512:63500
NUC 14 Pro | RNUC14RVHU5 | core-ultra-5 | integrated | mini | n | 16/512:72500
ROG G700 | G700TF-U7 | core-ultra-7 | rtx-5070 | tower | y | 32/1TB:289500
@acer
Veriton S2690G | VS2690G-I5 | core-i5 | integrated | tower | n | 8/512:58500
@walton
Avian AI Pro | WDPC-AVAI5 | core-i5 | integrated | tower | n | 8/512:47500 16/512:52500
Kaiman R5 | WDPC-KR5 | ryzen-5 | integrated | tower | n | 8/512:42500
@apple
Mac mini M4 | MU9D3 | apple-m | integrated | mini | n | 16/256:79990 16/512:102990
Mac Studio M4 Max | MU963 | apple-m | integrated | mini | n | 36/512:264990
@msi
Cubi 5 12M | CUBI5-12M-I3 | core-i3 | integrated | mini | n | 8/256:42500
`,
}

const allInOnes: Leaf = {
  slug: 'all-in-one-pcs',
  parentSlug: 'computers',
  name: { en: 'All-in-One PCs', bn: 'অল-ইন-ওয়ান পিসি' },
  description: {
    en: 'Screen and computer in one body, one cable on the desk.',
    bn: 'এক বডিতেই স্ক্রিন ও কম্পিউটার, টেবিলে শুধু একটি তার।',
  },
  form: 'all-in-one-pc',
  colours: ['white', 'black'],
  specifications: [
    choice('processor', 'Processor', 'প্রসেসর', processorFamilies),
    number('screenInches', 'Screen size', 'ডিসপ্লের আকার', 'inches', 'ইঞ্চি'),
    number('ramGb', 'RAM', 'র‍্যাম', 'GB', 'জিবি'),
    number('storageGb', 'SSD', 'এসএসডি', 'GB', 'জিবি'),
    flag('isTouch', 'Touch screen', 'টাচ স্ক্রিন'),
  ],
  columns: 'line model processor screenInches isTouch price',
  derive: ({ price }) => memoryOf(price),
  variesIn: 'memory',
  titles: [['{line} {screenInches}" All-in-One PC', '{line} {screenInches} ইঞ্চি অল-ইন-ওয়ান পিসি']],
  openings: [
    ['{name} turns a small table into an office.', 'ছোট টেবিলকেই অফিস বানিয়ে দেয় {name}।'],
    ['Screen, speakers and {processor} in one body: {name}.', 'এক বডিতে স্ক্রিন, স্পিকার ও {processor}: {name}।'],
  ],
  details: [
    ['The {screenInches}-inch panel is easy on the eyes.', '{screenInches} ইঞ্চি প্যানেল চোখে আরাম দেয়।'],
    ['The screen answers to touch.', 'স্ক্রিনে আঙুল ছুঁয়েও কাজ করা যায়।', (s) => s.isTouch === true],
    ['Camera, keyboard and mouse are in the box.', 'ক্যামেরা, কিবোর্ড ও মাউস সঙ্গেই আছে।'],
  ],
  highlights: [
    ['{processor}', '{processor}'],
    ['{screenInches}-inch screen', '{screenInches} ইঞ্চি স্ক্রিন'],
    ['{ramGb} GB RAM, {storageGb} GB SSD', '{ramGb} জিবি র‍্যাম, {storageGb} জিবি এসএসডি'],
    ['Touch screen', 'টাচ স্ক্রিন', (s) => s.isTouch === true],
  ],
  warrantyMonths: () => 36,
  weightGrams: (s) => Number(s.screenInches) * 330,
  unofficialShare: 0,
  rows: `
@hp
24-cr0455d | 24-cr0455d | core-i5 | 23.8 | n | 8/512:92500
ProOne 440 G9 | 6M3X9EA | core-i5 | 23.8 | y | 8/512:108500
@dell
Inspiron 24 5430 | INS5430-C5 | core-5 | 23.8 | y | 8/512:102500
@lenovo
IdeaCentre AIO 3 27IRH9 | F0HM007VLK | core-i7 | 27 | n | 16/512:125500
IdeaCentre AIO 3 24IRH9 | F0HN00DHLK | core-i5 | 23.8 | n | 8/512:88500
@asus
A3402 AIO | A3402WVAK | core-i5 | 23.8 | n | 8/512:84500
@acer
Aspire C24-1800 | DQ.BKMSI.001 | core-i3 | 23.8 | n | 8/512:69500
@apple
iMac 24 M4 | MWUF3 | apple-m | 24 | n | 16/256:169990 16/512:194990
@walton
Cenotaph AIO 24 | WAIO-C24 | core-i5 | 23.8 | n | 8/512:72500
`,
}

const monitors: Leaf = {
  slug: 'monitors',
  parentSlug: 'computers',
  name: { en: 'Monitors', bn: 'মনিটর' },
  description: {
    en: 'Office, design and gaming monitors from 19 to 49 inches.',
    bn: '১৯ থেকে ৪৯ ইঞ্চির অফিস, ডিজাইন ও গেমিং মনিটর।',
  },
  form: 'monitor',
  colours: ['black'],
  specifications: [
    number('screenInches', 'Screen size', 'স্ক্রিনের আকার', 'inches', 'ইঞ্চি'),
    choice('resolution', 'Resolution', 'রেজোলিউশন', {
      hd: ['HD', 'এইচডি'],
      fhd: ['Full HD', 'ফুল এইচডি'],
      qhd: ['QHD', 'কিউএইচডি'],
      uhd: ['4K UHD', '৪কে ইউএইচডি'],
    }),
    number('refreshHz', 'Refresh rate', 'রিফ্রেশ রেট', 'Hz', 'হার্টজ'),
    choice('panel', 'Panel', 'প্যানেল', {
      ips: ['IPS', 'আইপিএস'],
      va: ['VA', 'ভিএ'],
      tn: ['TN', 'টিএন'],
      oled: ['OLED', 'ওলেড'],
    }),
    flag('isCurved', 'Curved', 'বাঁকানো'),
    flag('hasSpeakers', 'Speakers', 'স্পিকার'),
  ],
  columns: 'line model screenInches resolution refreshHz panel isCurved hasSpeakers price',
  titles: [['{line} {screenInches}" {resolution} Monitor', '{line} {screenInches} ইঞ্চি {resolution} মনিটর']],
  openings: [
    ['{name} shows {resolution} at {refreshHz} Hz.', '{name} দেখায় {resolution}, {refreshHz} হার্টজে।'],
    ['Room for two documents side by side: {name}.', 'পাশাপাশি দুই ডকুমেন্ট খোলার জায়গা: {name}।'],
    ['Thin edges and {panel} colours: {name}.', 'চিকন বেজেলের {panel} প্যানেল নিয়ে {name}।'],
    [
      'For fast games, {name} refreshes {refreshHz} times a second.',
      'দ্রুতগতির গেমের জন্য {name} সেকেন্ডে {refreshHz} বার ছবি বদলায়।',
      (s) => Number(s.refreshHz) >= 144,
    ],
  ],
  details: [
    ['The curve draws you in.', 'বাঁকানো স্ক্রিনে চোখ আটকে যায়।', (s) => s.isCurved === true],
    ['Speakers are built in.', 'স্পিকার ভেতরেই আছে।', (s) => s.hasSpeakers === true],
    ['Low blue light protects the eyes at night.', 'কম নীল আলো রাতে চোখের আরাম দেয়।'],
    ['It takes HDMI and hangs on a wall mount.', 'এইচডিএমআই সংযোগ আছে, দেয়ালেও ঝোলানো যায়।'],
    ['Colours stay true from the side.', 'পাশ থেকেও রং ঠিক থাকে।', (s) => s.panel === 'ips' || s.panel === 'oled'],
  ],
  highlights: [
    ['{screenInches}-inch {resolution}', '{screenInches} ইঞ্চি {resolution}'],
    ['{refreshHz} Hz', '{refreshHz} হার্টজ'],
    ['{panel} panel', '{panel} প্যানেল'],
    ['Curved screen', 'বাঁকানো স্ক্রিন', (s) => s.isCurved === true],
  ],
  warrantyMonths: () => 36,
  weightGrams: (s) => Number(s.screenInches) * 190 + 800,
  unofficialShare: 0,
  rows: `
@samsung
S3 S33GC | LS24D330 | 24 | fhd | 100 | ips | n | n | 13990
Essential S27D366 | LS27D366 | 27 | fhd | 100 | va | y | n | 18990
Odyssey G4 | LS27BG400 | 27 | fhd | 240 | ips | n | n | 36990
Odyssey G5 G55C | LS32CG552 | 32 | qhd | 165 | va | y | n | 39990
Odyssey OLED G6 | LS27DG602 | 27 | qhd | 360 | oled | n | n | 105990
ViewFinity S7 | LS27D700 | 27 | uhd | 60 | ips | n | n | 37990
Smart M5 | LS32DM502 | 32 | fhd | 60 | va | n | y | 32990
Odyssey G9 | LS49CG954 | 49 | qhd | 240 | va | y | n | 149990
@lg
22MR410 | 22MR410-B | 21.5 | fhd | 100 | va | n | n | 11990
24MR400 | 24MR400-B | 23.8 | fhd | 100 | ips | n | n | 14490
UltraGear 24GS60F | 24GS60F-B | 24 | fhd | 180 | ips | n | n | 22990
UltraGear 27GS75Q | 27GS75Q-B | 27 | qhd | 180 | ips | n | n | 36490
27UP650K | 27UP650K-W | 27 | uhd | 60 | ips | n | n | 42990
UltraWide 34WR50QK | 34WR50QK-B | 34 | qhd | 100 | va | y | n | 46990
@dell
SE2425H | SE2425H | 23.8 | fhd | 75 | va | n | n | 14990
P2425H | P2425H | 23.8 | fhd | 100 | ips | n | n | 25990
S2725H | S2725H | 27 | fhd | 100 | ips | n | y | 24990
UltraSharp U2725QE | U2725QE | 27 | uhd | 120 | ips | n | n | 78990
G2724D | G2724D | 27 | qhd | 165 | ips | n | n | 38990
E1920H | E1920H | 18.5 | hd | 60 | tn | n | n | 9990
@hp
M24f | 2D9K0AA | 23.8 | fhd | 75 | ips | n | n | 17490
Series 5 524sa | 94C36AA | 23.8 | fhd | 100 | ips | n | y | 18490
V22i G5 | 6D8G8AA | 21.5 | fhd | 75 | ips | n | n | 13990
@asus
VA24EHF | VA24EHF | 23.8 | fhd | 100 | ips | n | n | 14490
VY249HGR | VY249HGR | 23.8 | fhd | 120 | ips | n | n | 16490
TUF Gaming VG249Q3A | VG249Q3A | 23.8 | fhd | 180 | ips | n | y | 22490
TUF Gaming VG27AQ5A | VG27AQ5A | 27 | qhd | 210 | ips | n | y | 36990
ProArt PA278QV | PA278QV | 27 | qhd | 75 | ips | n | y | 41490
ROG Strix XG27ACS | XG27ACS | 27 | qhd | 180 | ips | n | n | 39990
@msi
PRO MP243X | MP243X | 23.8 | fhd | 100 | ips | n | y | 13490
PRO MP225V | MP225V | 21.5 | fhd | 100 | va | n | n | 10490
G255F | G255F | 24.5 | fhd | 180 | ips | n | n | 20490
MAG 27CQ6F | MAG27CQ6F | 27 | qhd | 180 | va | y | n | 30990
MPG 271QRX | MPG271QRX | 27 | qhd | 360 | oled | n | n | 112990
@acer
EK220Q E3 | UM.WE0SS.301 | 21.5 | fhd | 100 | ips | n | n | 10990
Nitro VG240Y M3 | UM.QV0SS.301 | 23.8 | fhd | 180 | ips | n | y | 18990
@gigabyte
G24F 2 | G24F2 | 23.8 | fhd | 180 | ips | n | n | 21990
M27Q2 QD | M27Q2QD | 27 | qhd | 200 | ips | n | y | 37490
GS27FC | GS27FC | 27 | fhd | 180 | va | y | n | 22490
@benq
GW2490 | GW2490 | 23.8 | fhd | 100 | ips | n | y | 15990
MOBIUZ EX271Q | EX271Q | 27 | qhd | 180 | ips | n | y | 43990
@viewsonic
VA2432-H | VA2432-H | 23.8 | fhd | 100 | ips | n | n | 13990
VX2479-HD-PRO | VX2479HDPRO | 23.8 | fhd | 180 | ips | n | y | 19490
@walton
CiNEd 215 | WD215I06 | 21.5 | fhd | 75 | ips | n | n | 9490
CiNEd 238 | WD238I09 | 23.8 | fhd | 100 | ips | n | y | 12490
CiNEd 270 | WD270I11 | 27 | qhd | 165 | ips | n | n | 27990
@xiaomi
A22i | RMMNTWM22 | 21.5 | fhd | 75 | va | n | n | 10490
G24i | P24FDA-RGGL | 23.8 | fhd | 180 | ips | n | n | 16990
G34WQi | C34WQBA-RG | 34 | qhd | 180 | va | y | n | 42490
`,
}

export const computerLeaves = [laptops, desktops, allInOnes, monitors]
