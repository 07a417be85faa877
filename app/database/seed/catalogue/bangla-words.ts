/** How Bangladeshi shops write the words of product names. Codes of letters and digits are not words and stay Latin. */
const table = `
4g ৪জি|5g ৫জি|2k ২কে|4k ৪কে|8k ৮কে|2-pack ২-প্যাক|2nd দ্বিতীয়|9th নবম|5g+ ৫জি+|a এ|ace এইস|action অ্যাকশন|active অ্যাকটিভ|adaman অ্যাডাম্যান|adapter অ্যাডাপ্টার|advance অ্যাডভান্স
aero অ্যারো|ailybuds আইলিবাডস|aio এআইও|air এয়ার|airpods এয়ারপডস|airpow এয়ারপাও|alienware এলিয়েনওয়্যার|all-in-one অল-ইন-ওয়ান|ally অ্যালাই|alpha আলফা
anc এএনসি|apex এপেক্স|apple অ্যাপল|aquos অ্যাকুয়োস|arc আর্ক|arcbuds আর্কবাডস|archer আর্চার|aria আরিয়া|aristo অ্যারিস্টো|armor আর্মার|art আর্ট|aspire অ্যাস্পায়ার
astute অ্যাস্টিউট|atom অ্যাটম|aurora অরোরা|avata আভাটা|avian এভিয়ান|axton অ্যাক্সটন|amp এএমপি
band ব্যান্ড|bangla বাংলা|bar বার|barracuda ব্যারাকুডা|basic বেসিক|basics বেসিকস|basilisk ব্যাসিলিস্ক|bass বেস|battery ব্যাটারি|beam বিম|beard বিয়ার্ড|beast বিস্ট|beats বিটস
bespoke বেস্পোক|big বিগ|bio বায়ো|bionic বায়োনিক|bip বিপ|bipow বাইপাও|black ব্ল্যাক|blackshark ব্ল্যাকশার্ক|blackwidow ব্ল্যাকউইডো|blade ব্লেড|blender ব্লেন্ডার|bloody ব্লাডি
blue ব্লু|bodi বডি|body বডি|boom বুম|boombox বুমবক্স|bowie বোয়ি|braided ব্রেইডেড|bravia ব্রাভিয়া|brio ব্রিও|buds বাডস|bullet বুলেট|bullets বুলেটস|bldc বিএলডিসি
cable কেবল|cafule ক্যাফুল|camera ক্যামেরা|camon ক্যামন|camshield ক্যামশিল্ড|canvas ক্যানভাস|canvio ক্যানভিও|captain ক্যাপ্টেন|car কার|card কার্ড|cassette ক্যাসেট|cat ক্যাট
cenotaph সেনোটাফ|ch চ্যানেল|challenger চ্যালেঞ্জার|champion চ্যাম্পিয়ন|charge চার্জ|charger চার্জার|cheetah চিতা|chef শেফ|chest চেস্ট|cined সিনেড|cinema সিনেমা|city সিটি
classic ক্লাসিক|clean ক্লিন|cleaner ক্লিনার|clear ক্লিয়ার|clip ক্লিপ|cmf সিএমএফ|color কালার|colorvu কালারভিউ|colour কালার|combo কম্বো|compact কমপ্যাক্ট|control কন্ট্রোল
convection কনভেকশন|cool কুল|core কোর|crossky ক্রসকাই|cruiser ক্রুজার|cruzer ক্রুজার|crystal ক্রিস্টাল|cubi কিউবি|curry কারি|cute কিউট|cyborg সাইবর্গ|cyclone সাইক্লোন
dart ডার্ট|datatraveler ডাটাট্রাভেলার|deathadder ডেথঅ্যাডার|deco ডেকো|deep ডিপ|definition ডেফিনিশন|delta ডেল্টা|deluxe ডিলাক্স|deskjet ডেস্কজেট|digital ডিজিটাল
dimensity ডাইমেনসিটি|disc ডিস্ক|dominator ডমিনেটর|door ডোর|doorcooling ডোরকুলিং|dream ড্রিম|drive ড্রাইভ|dryer ড্রায়ার|dual ডুয়েল|dualcool ডুয়েলকুল|dualsense ডুয়েলসেন্স
dualshock ডুয়েলশক|duo ডুও|dynamic ডাইনামিক
eagle ঈগল|ear ইয়ার|earphone ইয়ারফোন|earpods ইয়ারপডস|eco ইকো|ecobubble ইকোবাবল|ecotank ইকোট্যাংক|edge এজ|electric ইলেকট্রিক|elegant এলিগ্যান্ট|elements এলিমেন্টস|elite এলিট
elitebook এলিটবুক|emergency ইমার্জেন্সি|enco এনকো|encore এনকোর|endurance এনডিউরেন্স|energy এনার্জি|envy এনভি|epiqvision এপিকভিশন|essential এসেনশিয়াল|evo ইভো|exalted এক্সাল্টেড
exhaust এগজস্ট|exodia এক্সোডিয়া|expansion এক্সপ্যানশন|expertbook এক্সপার্টবুক|expertcenter এক্সপার্টসেন্টার|extender এক্সটেন্ডার|extensa এক্সটেনসা|extreme এক্সট্রিম|exynos এক্সিনস|eye আই
fairy ফেয়ারি|fan ফ্যান|fast ফাস্ট|field ফিল্ড|find ফাইন্ড|fit ফিট|fizz ফিজ|flair ফ্লেয়ার|flip ফ্লিপ|flow ফ্লো|fold ফোল্ড|force ফোর্স|frameless ফ্রেমলেস|freestyle ফ্রিস্টাইল
freezer ফ্রিজার|french ফ্রেঞ্চ|frosted ফ্রস্টেড|fstyler এফস্টাইলার|full ফুল|fun ফান|fury ফিউরি|fusion ফিউশন
galaxy গ্যালাক্সি|gallant গ্যালান্ট|gaming গেমিং|gammix গ্যামিক্স|gan গ্যান|geforce জিফোর্স|gem জেম|gen জেন|generation প্রজন্ম|glorious গ্লোরিয়াস|go গো|gold গোল্ড|google গুগল
green গ্রিন|grooming গ্রুমিং|guru গুরু
hair হেয়ার|halo হ্যালো|handheld হ্যান্ডহেল্ড|hap এইচএপি|headphones হেডফোন|heavy হেভি|hecate হেকাটি|helio হেলিও|helios হেলিওস|hero হিরো|hex হেক্স|high হাই|hot হট|hybrid হাইব্রিড
hypercharge হাইপারচার্জ|hyperspeed হাইপারস্পিড
idea আইডিয়া|ideacentre আইডিয়াসেন্টার|ideapad আইডিয়াপ্যাড|imac আইম্যাক|imageclass ইমেজক্লাস|impact ইমপ্যাক্ট|infinity ইনফিনিটি|innova ইনোভা|inspiron ইন্সপায়রন|integrated ইন্টিগ্রেটেড
inverter ইনভার্টার|inzone ইনজোন|ionity আয়নিটি|ipad আইপ্যাড|iphone আইফোন|iron আয়রন|ironwolf আয়রনউলফ
j-tech জে-টেক|jane জেন|jetflash জেটফ্ল্যাশ|jetram জেটর‍্যাম|josh জোশ|joy-con জয়-কন|joyful জয়ফুল
kaiman কাইম্যান|karonda করন্ডা|katana কাতানা|kaze কাজে|kerashine কেরাশাইন|kerolla কেরোলা|kettle কেটলি|keys কিজ|kirin কিরিন|kit কিট|kraken ক্রাকেন|kumara কুমারা|kyson কাইসন
lancer ল্যান্সার|laptop ল্যাপটপ|laserjet লেজারজেট|latitude ল্যাটিটিউড|leather লেদার|led এলইডি|legacy লিগ্যাসি|legend লেজেন্ড|legion লিজিয়ন|lesu লেসু|leviosa লেভিওসা|liberty লিবার্টি
lift লিফট|lightning লাইটনিং|lightspeed লাইটস্পিড|lightsync লাইটসিংক|liquid লিকুইড|lite লাইট|litepower লাইটপাওয়ার|live লাইভ|lomo লোমো|lora লোরা|luminous লুমিনাস|luxe লাক্স
mac ম্যাক|macbook ম্যাকবুক|magfit ম্যাগফিট|maggo ম্যাগগো|magic ম্যাজিক|magicbook ম্যাজিকবুক|magnet ম্যাগনেট|magnetic ম্যাগনেটিক|magnum ম্যাগনাম|magsafe ম্যাগসেফ|mark মার্ক|marvella মারভেলা
master মাস্টার|matepad মেটপ্যাড|mature ম্যাচিউর|mavic ম্যাভিক|max ম্যাক্স|melobuds মেলোবাডস|metal মেটাল|mfi এমএফআই|mi এমআই|mic মাইক|micro মাইক্রো|mineral মিনারেল|mini মিনি
mirror মিরর|mobile মোবাইল|mobiuz মোবিয়াজ|mode মোড|modern মডার্ন|mortar মর্টার|motion মোশন|moto মটো|mount মাউন্ট|mouse মাউস|multi মাল্টি|music মিউজিক|my মাই
nano ন্যানো|neo নিও|nex নেক্স|nexg নেক্সজি|nexode নেক্সোড|nitro নাইট্রো|nord নর্ড|note নোট|nova নোভা|nuc এনইউসি|nvme এনভিএমই|nylon নাইলন
odyssey ওডিসি|official অফিসিয়াল|oled ওলেড|olvio অলভিও|omen ওমেন|omnibook অমনিবুক|one ওয়ান|oneblade ওয়ানব্লেড|onebar ওয়ানবার|online অনলাইন|open ওপেন|optiplex অপটিপ্লেক্স|orbit অরবিট
original অরিজিনাল|ornata অর্নাটা|osmo অসমো|outdoor আউটডোর
pack প্যাক|pad প্যাড|pair জোড়া|pantheon প্যানথিওন|particular পার্টিকুলার|partybox পার্টিবক্স|passion প্যাশন|passport পাসপোর্ট|pavilion প্যাভিলিয়ন|pebble পেবল|phone ফোন|photo ফটো
picogo পিকোগো|pixel পিক্সেল|pixma পিক্সমা|plasmacluster প্লাজমাক্লাস্টার|platinum প্লাটিনাম|platium প্লাটিয়াম|play প্লে|playstation প্লেস্টেশন|plus প্লাস|pocket পকেট|poco পোকো|pop পপ
portable পোর্টেবল|portal পোর্টাল|pova পোভা|power পাওয়ার|powercore পাওয়ারকোর|powerhub পাওয়ারহাব|poweriq পাওয়ারআইকিউ|powerline পাওয়ারলাইন|powerpro পাওয়ারপ্রো|powershot পাওয়ারশট
predator প্রেডেটর|prelude প্রিলিউড|premier প্রিমিয়ার|premium প্রিমিয়াম|prestige প্রেস্টিজ|primax প্রাইম্যাক্স|prime প্রাইম|printon প্রিন্টন|pro প্রো|pro+ প্রো+|proart প্রোআর্ট|probook প্রোবুক
prodigy প্রডিজি|projector প্রজেক্টর|proone প্রোওয়ান|pular পুলার|puri পিউরি|purifier পিউরিফায়ার|purple পার্পল
qin কিন|qled কিউএলইডি|quantum কোয়ান্টাম|quick কুইক
radeon রেডিয়ন|range রেঞ্জ|ranger রেঞ্জার|rapid র‍্যাপিড|react রিঅ্যাক্ট|recharge রিচার্জ|rechargeable রিচার্জেবল|red রেড|redmi রেডমি|reno রেনো|revolver রিভলভার|rgb আরজিবি|rhasta রাস্তা
ring রিং|ripjaws রিপজজ|robot রোবট|rog আরওজি|rose রোজ|router রাউটার|royal রয়েল|rugged রাগেড|ryzen রাইজেন
saver সেভার|saving সেভিং|select সিলেক্ট|selfie সেলফি|series সিরিজ|shadow শ্যাডো|shaver শেভার|shield শিল্ড|shine শাইন|si এসআই|silent সাইলেন্ট|silica সিলিকা|silicone সিলিকন|sim সিম
simple সিম্পল|single সিঙ্গেল|skyhawk স্কাইহক|slim স্লিম|smart স্মার্ট|snapdragon স্ন্যাপড্রাগন|solar সোলার|solid সলিড|solo সোলো|sonar সোনার|sonata সোনাটা|sonicbass সনিকবেস|sound সাউন্ড
soundbar সাউন্ডবার|space স্পেস|spacemax স্পেসম্যাক্স|spark স্পার্ক|special স্পেশাল|speed স্পিড|speedpro স্পিডপ্রো|ssd এসএসডি|stand স্ট্যান্ড|standing স্ট্যান্ডিং|steam স্টিম|steamer স্টিমার
steel স্টিল|stick স্টিক|storejet স্টোরজেট|stream স্ট্রিম|strix স্ট্রিক্স|studio স্টুডিও|super সুপার|superdart সুপারডার্ট|superior সুপিরিয়র|superlight সুপারলাইট|supersaver সুপারসেভার
supervooc সুপারভুক|surface সারফেস|swift সুইফট|switch সুইচ|symtab সিমট্যাব
t-force টি-ফোর্স|t-rex টি-রেক্স|tab ট্যাব|tamago তামাগো|tamarind ট্যামারিন্ড|tank ট্যাংক|tapo ট্যাপো|tejas তেজস|tensor টেনসর|the দ্য|theatre থিয়েটার|thermo থার্মো|thin থিন
thinkbook থিংকবুক|thinkcentre থিংকসেন্টার|thinkpad থিংকপ্যাড|thor থর|thunder থান্ডার|ti টিআই|tick টিক|times টাইমস|titanium টাইটেনিয়াম|tomahawk টমাহক|top টপ|touch টাচ|tough টাফ
toughpower টাফপাওয়ার|tower টাওয়ার|travel ট্রাভেল|travelmate ট্রাভেলমেট|trident ট্রাইডেন্ট|trimmer ট্রিমার|trinity ট্রিনিটি|trio ট্রিও|tripod ট্রাইপড|tuf টাফ|tune টিউন|twin টুইন|type টাইপ
type-c টাইপ-সি|ton টন|tv টিভি|usb-c ইউএসবি-সি
uhd ইউএইচডি|ultima আলটিমা|ultimate আলটিমেট|ultra আল্ট্রা|ultragear আল্ট্রাগিয়ার|ultrasharp আল্ট্রাশার্প|ultrawide আল্ট্রাওয়াইড|unisoc ইউনিসক|ups ইউপিএস
vacuum ভ্যাকুয়াম|valueram ভ্যালুর‍্যাম|vector ভেক্টর|velox ভেলক্স|vengeance ভেঞ্জেন্স|venom ভেনম|ventus ভেন্টাস|veriton ভেরিটন|vertical ভার্টিক্যাল|victus ভিক্টাস|view ভিউ|viewfinity ভিউফিনিটি
vintage ভিন্টেজ|viper ভাইপার|vista ভিস্তা|vistatab ভিস্তাট্যাব|vivobook ভিভোবুক|voice ভয়েস|vostro ভস্ট্রো|vulcan ভালকান
walpad ওয়ালপ্যাড|warmer ওয়ার্মার|watch ওয়াচ|wave ওয়েভ|wavemax ওয়েভম্যাক্স|wifi ওয়াইফাই|windforce উইন্ডফোর্স|windfree উইন্ডফ্রি|wireless ওয়্যারলেস|wiz উইজ
xanon জ্যানন|xbox এক্সবক্স|xbuds এক্সবাডস|xiaomi শাওমি|xwatch এক্সওয়াচ|yoga ইয়োগা|zenbook জেনবুক|zenx জেনএক্স|zephyrus জেফাইরাস|zero জিরো|zolo জোলো
`

export const banglaWords: Readonly<Record<string, string>> = Object.fromEntries(
  table
    .trim()
    .split(/[|\n]/)
    .map((entry) => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)]),
)

/** Units written onto a number (`65W`, `43"`), with the space Bangla puts before them. */
export const banglaUnits: Readonly<Record<string, string>> = {
  GB: ' জিবি',
  TB: ' টিবি',
  W: ' ওয়াট',
  L: ' লিটার',
  mm: ' মিমি',
  VA: ' ভিএ',
  '"': ' ইঞ্চি',
}
