import type { SeedBrand } from './catalogue.types.ts'

/**
 * `code` opens the brand's SKUs. `channel`: `local` brands make or assemble in Bangladesh and are always official,
 * `import` brands have no Bangladesh distributor and never are, `both` come either way.
 */
type Brand = SeedBrand & { code: string; bangla: string; channel: 'local' | 'import' | 'both' }

const table = `
samsung | Samsung | SAM | স্যামসাং | both
xiaomi | Xiaomi | XIA | শাওমি | both
realme | realme | RLM | রিয়েলমি | both
vivo | vivo | VIV | ভিভো | both
oppo | OPPO | OPP | অপো | both
infinix | Infinix | INF | ইনফিনিক্স | both
tecno | Tecno | TEC | টেকনো | both
itel | itel | ITL | আইটেল | both
walton | Walton | WAL | ওয়ালটন | local
symphony | Symphony | SYM | সিম্ফনি | local
apple | Apple | APL | অ্যাপল | both
oneplus | OnePlus | ONE | ওয়ানপ্লাস | both
google | Google | GOO | গুগল | import
motorola | Motorola | MOT | মটোরোলা | both
nothing | Nothing | NTH | নাথিং | import
honor | HONOR | HON | অনার | both
nokia | Nokia | NOK | নকিয়া | both
huawei | Huawei | HUA | হুয়াওয়ে | both
geo | GEO | GEO | জিও | local
benco | Benco | BEN | বেনকো | both
lava | Lava | LAV | লাভা | both
hp | HP | HP | এইচপি | both
dell | Dell | DEL | ডেল | both
lenovo | Lenovo | LEN | লেনোভো | both
asus | ASUS | ASU | আসুস | both
acer | Acer | ACR | এসার | both
msi | MSI | MSI | এমএসআই | both
gigabyte | Gigabyte | GIG | গিগাবাইট | both
asrock | ASRock | ASR | এএসরক | both
intel | Intel | INT | ইন্টেল | both
amd | AMD | AMD | এএমডি | both
zotac | ZOTAC | ZOT | জোট্যাক | both
corsair | Corsair | COR | করসেয়ার | both
gskill | G.Skill | GSK | জি.স্কিল | both
kingston | Kingston | KIN | কিংস্টন | both
adata | ADATA | ADA | এডাটা | both
team | Team | TEA | টিম | both
transcend | Transcend | TRA | ট্রান্সেন্ড | both
sandisk | SanDisk | SND | স্যানডিস্ক | both
western-digital | Western Digital | WD | ওয়েস্টার্ন ডিজিটাল | both
seagate | Seagate | SEA | সিগেট | both
toshiba | Toshiba | TOS | তোশিবা | both
antec | Antec | ANT | অ্যান্টেক | both
thermaltake | Thermaltake | THE | থার্মালটেক | both
cooler-master | Cooler Master | CLM | কুলার মাস্টার | both
logitech | Logitech | LOG | লজিটেক | both
a4tech | A4Tech | A4T | এফোরটেক | both
fantech | Fantech | FAN | ফ্যানটেক | both
havit | Havit | HAV | হ্যাভিট | both
rapoo | Rapoo | RAP | র‍্যাপু | both
redragon | Redragon | RED | রেড্রাগন | both
razer | Razer | RAZ | রেজার | both
epson | Epson | EPS | এপসন | both
brother | Brother | BRO | ব্রাদার | both
canon | Canon | CAN | ক্যানন | both
pantum | Pantum | PAN | প্যান্টাম | both
apollo | Apollo | APO | অ্যাপোলো | both
power-guard | Power Guard | PWG | পাওয়ার গার্ড | both
maxgreen | MaxGreen | MXG | ম্যাক্সগ্রিন | both
tp-link | TP-Link | TPL | টিপি-লিংক | both
tenda | Tenda | TEN | টেন্ডা | both
mercusys | Mercusys | MER | মারকিউসিস | both
d-link | D-Link | DLK | ডি-লিংক | both
netis | Netis | NET | নেটিস | both
mikrotik | MikroTik | MIK | মাইক্রোটিক | both
cudy | Cudy | CUD | কুডি | both
hikvision | Hikvision | HIK | হিকভিশন | both
dahua | Dahua | DAH | দাহুয়া | both
ezviz | EZVIZ | EZV | ইজভিজ | both
imou | Imou | IMO | আইমু | both
haylou | Haylou | HAY | হাইলু | both
qcy | QCY | QCY | কিউসিওয়াই | both
anker | Anker | ANK | অ্যাংকার | both
soundcore | Soundcore | SCO | সাউন্ডকোর | both
baseus | Baseus | BAS | বেসিয়াস | both
ugreen | UGREEN | UGR | ইউগ্রিন | both
joyroom | Joyroom | JOY | জয়রুম | both
remax | Remax | REM | রিম্যাক্স | both
hoco | Hoco | HOC | হোকো | both
spigen | Spigen | SPI | স্পাইজেন | import
nillkin | Nillkin | NIL | নিলকিন | import
edifier | Edifier | EDI | এডিফায়ার | both
jbl | JBL | JBL | জেবিএল | both
microlab | Microlab | MCL | মাইক্রোল্যাব | both
f-and-d | F&D | FND | এফ অ্যান্ড ডি | both
boya | BOYA | BOY | বয়া | both
maono | Maono | MAO | মাওনো | both
amazfit | Amazfit | AMZ | অ্যামেজফিট | both
kieslect | Kieslect | KIE | কিসলেক্ট | both
colmi | COLMI | CLI | কলমি | both
sony | Sony | SNY | সনি | both
lg | LG | LG | এলজি | both
tcl | TCL | TCL | টিসিএল | both
haier | Haier | HAI | হায়ার | both
hisense | Hisense | HIS | হাইসেন্স | both
vision | Vision | VIS | ভিশন | local
jamuna | Jamuna | JAM | যমুনা | local
marcel | Marcel | MAR | মার্সেল | local
singer | Singer | SIN | সিঙ্গার | local
minister | Minister | MIN | মিনিস্টার | local
rangs | Rangs | RAN | র‍্যাংগস | local
gree | Gree | GRE | গ্রি | local
general | General | GEN | জেনারেল | both
midea | Midea | MID | মিডিয়া | both
sharp | Sharp | SHA | শার্প | both
hitachi | Hitachi | HIT | হিটাচি | both
panasonic | Panasonic | PNS | প্যানাসনিক | both
philips | Philips | PHI | ফিলিপস | both
miyako | Miyako | MIY | মিয়াকো | local
kiam | Kiam | KIA | কিয়াম | local
prestige | Prestige | PRE | প্রেস্টিজ | both
pureit | Pureit | PUR | পিওরইট | local
nikon | Nikon | NIK | নিকন | both
fujifilm | Fujifilm | FUJ | ফুজিফিল্ম | both
gopro | GoPro | GPR | গোপ্রো | both
dji | DJI | DJI | ডিজেআই | both
insta360 | Insta360 | INS | ইন্সটা৩৬০ | both
sigma | Sigma | SIG | সিগমা | both
digipod | Digipod | DIG | ডিজিপড | both
ulanzi | Ulanzi | ULA | উলানজি | import
benq | BenQ | BNQ | বেনকিউ | both
viewsonic | ViewSonic | VWS | ভিউসনিক | both
microsoft | Microsoft | MIC | মাইক্রোসফট | import
nintendo | Nintendo | NIN | নিনটেনডো | import
gamesir | GameSir | GSR | গেমস্যার | both
kemei | Kemei | KEM | কেমেই | both
vgr | VGR | VGR | ভিজিআর | both
transtec | Transtec | TRN | ট্রান্সটেক | local
click | Click | CLK | ক্লিক | local
`

export const brands: Brand[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [slug, name, code, bangla, channel] = line.split('|').map((cell) => cell.trim())
    if (!slug || !name || !code || !bangla) throw new Error(`unreadable brand "${line}"`)
    return { slug, name, code, bangla, channel: channel as Brand['channel'] }
  })

const brandsBySlug = new Map(brands.map((brand) => [brand.slug, brand]))

/** The brand of a slug. Throws when there is none. */
export function brandOf(slug: string): Brand {
  const brand = brandsBySlug.get(slug)
  if (brand === undefined) throw new Error(`no brand "${slug}"`)
  return brand
}

export function isAlwaysOfficial(brand: Brand): boolean {
  return brand.channel === 'local'
}

export function isNeverOfficial(brand: Brand): boolean {
  return brand.channel === 'import'
}
