/**
 * What shoppers call the goods of a category besides its name: English, Bangla, and Bangla in Latin letters where its
 * sound alone would not lead there. Labels are separated by commas; a category not listed here is found by its name.
 */
export const categoryWords: Readonly<Record<string, string>> = {
  smartphones:
    'phone, mobile, mobile phone, cell phone, smart phone, handset, android phone, touch phone, cellphone, fon, phn, fone, mobail, mobil, mobaile, ফোন, মোবাইল, মোবাইল ফোন, হ্যান্ডসেট, অ্যান্ড্রয়েড ফোন, স্মার্ট ফোন, টাচ মোবাইল, set, সেট',
  'feature-phones':
    'feature phone, button phone, button mobile, bar phone, keypad phone, keypad mobile, basic phone, batam phone, botam phone, বাটন মোবাইল, বাটন ফোন, ফিচার ফোন, কিপ্যাড ফোন, choto phone, ছোট ফোন',
  tablets: 'tab, tablet, tablet pc, ipad, pad, ট্যাব, আইপ্যাড, প্যাড',
  'power-banks': 'power bank, portable charger, পাওয়ার ব্যাংক, পাওয়ার ব্যাঙ্ক',
  chargers:
    'charger, adapter, adaptor, fast charger, wall charger, mobile charger, charging adapter, wireless charger, car charger, চার্জার, অ্যাডাপ্টার, মোবাইল চার্জার, ফাস্ট চার্জার',
  cables:
    'cable, data cable, charging cable, usb cable, type c cable, lightning cable, hdmi cable, charger cable, cord, tar, converter, otg, hub, ক্যাবল, কেবল, ডাটা ক্যাবল, চার্জিং ক্যাবল, তার, চার্জার ক্যাবল',
  'phone-cases':
    'cover, back cover, case, phone case, phone cover, mobile cover, mobile case, back case, casing, কভার, ব্যাক কভার, মোবাইল কভার, ফোনের কভার, কেস',
  'memory-cards': 'memory card, sd card, micro sd, microsd, tf card, memory, মেমরি কার্ড, মেমোরি কার্ড, মেমোরি, এসডি কার্ড',
  'usb-drives':
    'pen drive, pendrive, usb drive, flash drive, usb stick, thumb drive, পেন ড্রাইভ, পেনড্রাইভ, ফ্ল্যাশ ড্রাইভ, ইউএসবি ড্রাইভ',
  laptops: 'laptop, notebook, note book, lap top, ultrabook, macbook, chromebook, ল্যাপটপ, নোটবুক, ল্যাপটব',
  'desktop-pcs':
    'desktop, pc, computer, desktop computer, cpu, brand pc, full pc, desktop pc, gaming pc, ডেস্কটপ, কম্পিউটার, পিসি, কমপিউটার',
  'all-in-one-pcs': 'all in one, all in one pc, aio, aio pc, imac, অল ইন ওয়ান',
  monitors:
    'monitor, display, computer monitor, led monitor, screen, pc monitor, gaming monitor, মনিটর, ডিসপ্লে, কম্পিউটার মনিটর',
  processors: 'processor, cpu, chip, প্রসেসর, সিপিইউ',
  motherboards: 'motherboard, mother board, mainboard, মাদারবোর্ড, মাদার বোর্ড',
  'graphics-cards': 'graphics card, graphic card, gpu, video card, graphics, vga card, গ্রাফিক্স কার্ড, গ্রাফিকস, জিপিইউ',
  ram: 'ram, memory, desktop ram, laptop ram, ddr4, ddr5, র‍্যাম, র্যাম, রেম',
  ssd: 'ssd, solid state drive, nvme, m.2, storage, এসএসডি',
  'hard-drives':
    'hard disk, hdd, hard drive, harddisk, portable hard disk, external hard disk, storage, হার্ড ডিস্ক, হার্ডডিস্ক, হার্ড ড্রাইভ',
  'power-supplies': 'power supply, psu, power supply unit, পাওয়ার সাপ্লাই',
  keyboards: 'keyboard, key board, mechanical keyboard, gaming keyboard, কিবোর্ড, কীবোর্ড, কি বোর্ড',
  mice: 'mouse, gaming mouse, wireless mouse, maus, মাউস, মাউজ',
  webcams: 'webcam, web cam, web camera, pc camera, ওয়েবক্যাম, ওয়েব ক্যামেরা',
  printers: 'printer, laser printer, inkjet printer, photocopy, scanner, printing machine, প্রিন্টার, প্রিন্টার মেশিন, স্ক্যানার',
  'ink-and-toner':
    'ink, toner, printer ink, cartridge, ink bottle, printer kali, কালি, টোনার, প্রিন্টারের কালি, কার্টিজ, কার্ট্রিজ',
  ups: 'ups, offline ups, online ups, backup power, uninterruptible power supply, ইউপিএস, ইউ পি এস',
  routers: 'router, wifi router, wi-fi router, wifi, mesh, rauter, ওয়াইফাই, ওয়াইফাই রাউটার, রাউটার, ওয়াই ফাই',
  'wifi-extenders':
    'wifi extender, range extender, repeater, wifi repeater, wifi booster, wifi adapter, usb wifi, wifi receiver, ওয়াইফাই এক্সটেন্ডার, রিপিটার, ওয়াইফাই রিসিভার',
  'security-cameras':
    'cctv, cc camera, cctv camera, security camera, ip camera, wifi camera, si si camera, surveillance camera, cc cam, সিসিটিভি, সিসি ক্যামেরা, সিসি টিভি, আইপি ক্যামেরা, নিরাপত্তা ক্যামেরা, সিকিউরিটি ক্যামেরা',
  televisions:
    'tv, television, led tv, smart tv, android tv, tivi, t v, ti vi, টিভি, টেলিভিশন, স্মার্ট টিভি, এলইডি টিভি, টি ভি',
  soundbars: 'sound bar, soundbar, home theatre, home theater, tv speaker, সাউন্ড বার, সাউন্ডবার, হোম থিয়েটার',
  projectors: 'projector, projekter, প্রজেক্টর, প্রোজেক্টর',
  earbuds:
    'earbud, ear bud, earbuds, airpods, airpod, tws, earphone, ear phone, wireless earphone, bluetooth earphone, buds, ইয়ারবাড, ইয়ার বাড, এয়ারপড, এয়ার পড, ইয়ারফোন, কানের হেডফোন, ব্লুটুথ ইয়ারফোন',
  headphones:
    'headphone, head phone, headset, head set, earphone, ear phone, gaming headphone, kaner headphone, হেডফোন, হেড ফোন, হেডসেট, ইয়ারফোন, কানের হেডফোন',
  neckbands:
    'neckband, neck band, bluetooth neckband, golar headphone, earphone, bluetooth headphone, নেকব্যান্ড, নেক ব্যান্ড, ব্লুটুথ হেডফোন',
  speakers:
    'speaker, sound box, soundbox, bluetooth speaker, box, music box, স্পিকার, সাউন্ড বক্স, সাউন্ডবক্স, ব্লুটুথ স্পিকার, বক্স',
  microphones: 'microphone, mic, mike, boya, wireless mic, collar mic, মাইক্রোফোন, মাইক, মাইক্রফোন',
  smartwatches:
    'smart watch, smartwatch, watch, wrist watch, ghori, ghari, gori, ঘড়ি, স্মার্ট ঘড়ি, হাত ঘড়ি, স্মার্ট ওয়াচ, হাতঘড়ি',
  'fitness-bands': 'fitness band, smart band, band, fitness tracker, activity tracker, ব্যান্ড, স্মার্ট ব্যান্ড, ফিটনেস ট্র্যাকার',
  'mirrorless-cameras': 'camera, dslr, mirrorless, dslr camera, digital camera, ক্যামেরা, ডিএসএলআর, ডিজিটাল ক্যামেরা, মিররলেস',
  'camera-lenses': 'lens, camera lens, lence, লেন্স, ক্যামেরার লেন্স',
  'action-cameras': 'action camera, action cam, gopro, sports camera, vlog camera, অ্যাকশন ক্যামেরা, গোপ্রো',
  tripods:
    'tripod, stand, gimbal, camera stand, selfie stick, mobile stand, phone stand, ট্রাইপড, স্ট্যান্ড, গিম্বল, সেলফি স্টিক, ক্যামেরা স্ট্যান্ড',
  drones: 'drone, quadcopter, flying camera, ড্রোন, drone camera',
  'game-consoles':
    'playstation, ps4, ps5, xbox, console, game console, video game, gaming console, প্লেস্টেশন, গেম, ভিডিও গেম, কনসোল',
  'game-controllers': 'controller, joystick, gamepad, game pad, joy stick, জয়স্টিক, গেমপ্যাড, কন্ট্রোলার',
  refrigerators:
    'fridge, refrigerator, freezer, freeze, deep freezer, deep fridge, frij, friz, refrijerator, ফ্রিজ, ফ্রীজ, রেফ্রিজারেটর, ডিপ ফ্রিজ, ফ্রিজার',
  'air-conditioners':
    'ac, a c, air conditioner, air conditioning, aircon, air con, air cooler, split ac, inverter ac, esi, eshi, esy, acee, এসি, এয়ার কন্ডিশনার, এ সি, এয়ারকন্ডিশনার, ইনভার্টার এসি, এসি মেশিন',
  'washing-machines':
    'washing machine, washer, cloth washer, kapor dhoar machine, kapor dhowar machine, dryer machine, ওয়াশিং মেশিন, কাপড় ধোয়ার মেশিন, কাপড় ধোয়ার মেশিন',
  fans: 'fan, ceiling fan, table fan, stand fan, charger fan, rechargeable fan, wall fan, pakha, paka, পাখা, ফ্যান, সিলিং ফ্যান, চার্জার ফ্যান, টেবিল ফ্যান, স্ট্যান্ড ফ্যান, বৈদ্যুতিক পাখা',
  'vacuum-cleaners':
    'vacuum, vacuum cleaner, vaccum cleaner, robot vacuum, floor cleaner, ভ্যাকুয়াম, ভ্যাকুয়াম ক্লিনার, ঘর পরিষ্কারের মেশিন',
  'water-purifiers':
    'water purifier, water filter, pani filter, panir filter, filter, ro filter, পানির ফিল্টার, ওয়াটার ফিল্টার, ওয়াটার পিউরিফায়ার, ফিল্টার',
  irons: 'iron, electric iron, steam iron, istri, istiri, ayron, airon, ইস্ত্রি, ইস্তিরি, আয়রন, আইরন',
  'smart-bulbs':
    'bulb, light, led light, led bulb, smart bulb, smart light, lamp, bati, লাইট, বাতি, বাল্ব, এলইডি লাইট, এলইডি বাল্ব',
  'microwave-ovens':
    'oven, microwave, microwave oven, electric oven, woven, micro oven, ওভেন, মাইক্রোওয়েভ, মাইক্রো ওভেন, ইলেকট্রিক ওভেন',
  'rice-cookers':
    'rice cooker, cooker, multi cooker, pressure cooker, bhat ranna cooker, vater cooker, রাইস কুকার, কুকার, মাল্টি কুকার, ভাত রান্নার কুকার',
  blenders:
    'blender, mixer, grinder, juicer, juice maker, mixer grinder, moshla grinder, ব্লেন্ডার, মিক্সার, গ্রাইন্ডার, জুসার, মসলা বাটার মেশিন',
  'electric-kettles':
    'kettle, electric kettle, water heater, pani gorom, keteli, ketli, কেটলি, ইলেকট্রিক কেটলি, পানি গরম করার কেটলি, কেতলি',
  trimmers:
    'trimmer, shaver, hair trimmer, beard trimmer, clipper, hair clipper, dari kata machine, chul kata machine, ট্রিমার, শেভার, চুল কাটার মেশিন, দাড়ি কাটার মেশিন, ট্রিমার মেশিন',
  'hair-dryers':
    'hair dryer, hair drier, straightener, hair straightener, hair iron, curler, chul sukano machine, হেয়ার ড্রায়ার, চুল শুকানোর মেশিন, হেয়ার স্ট্রেইটনার, স্ট্রেইটনার',
}
