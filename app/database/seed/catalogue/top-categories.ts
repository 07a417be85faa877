import type { ColourKey, PictureForm, SeedCategory } from './catalogue.types.ts'

function top(
  slug: string,
  en: string,
  bn: string,
  about: [string, string],
  form: PictureForm,
  colour: ColourKey,
): SeedCategory {
  return {
    slug,
    parentSlug: null,
    name: { en, bn },
    description: { en: about[0], bn: about[1] },
    specifications: [],
    unitIdentity: 'none',
    drawing: { form, style: 0, colour },
  }
}

/** The first level of the menu, in the order it is shown. */
export const topCategories: SeedCategory[] = [
  top(
    'phones-and-tablets',
    'Phones & Tablets',
    'ফোন ও ট্যাবলেট',
    [
      'Smartphones, button phones and tablets, official and unofficial.',
      'অফিসিয়াল ও আনঅফিসিয়াল স্মার্টফোন, বাটন ফোন আর ট্যাবলেট।',
    ],
    'smartphone',
    'blue',
  ),
  top(
    'phone-accessories',
    'Phone Accessories',
    'ফোনের অ্যাক্সেসরিজ',
    [
      'Power banks, chargers, cables, covers and memory for every phone.',
      'সব ফোনের পাওয়ার ব্যাংক, চার্জার, কেবল, কভার ও মেমোরি।',
    ],
    'power-bank',
    'black',
  ),
  top(
    'computers',
    'Computers',
    'কম্পিউটার',
    [
      'Laptops, desktop computers and monitors for study, office and play.',
      'পড়াশোনা, অফিস আর গেমিংয়ের ল্যাপটপ, ডেস্কটপ ও মনিটর।',
    ],
    'laptop',
    'silver',
  ),
  top(
    'computer-components',
    'Computer Components',
    'কম্পিউটারের যন্ত্রাংশ',
    ['Everything to build or speed up a PC.', 'পিসি বানানো বা আপগ্রেডের সব যন্ত্রাংশ।'],
    'graphics-card',
    'black',
  ),
  top(
    'computer-accessories',
    'Computer Accessories',
    'কম্পিউটার অ্যাক্সেসরিজ',
    [
      'Keyboards, mice, printers, UPS and what else stands on the desk.',
      'কিবোর্ড, মাউস, প্রিন্টার, ইউপিএসসহ ডেস্কের সব দরকারি জিনিস।',
    ],
    'keyboard',
    'black',
  ),
  top(
    'networking-and-security',
    'Networking & Security',
    'নেটওয়ার্কিং ও সিকিউরিটি',
    [
      'Routers and extenders for strong Wi-Fi, cameras for a safe home and shop.',
      'শক্তিশালী ওয়াইফাইয়ের রাউটার ও এক্সটেন্ডার, বাসা-দোকানের নিরাপত্তায় ক্যামেরা।',
    ],
    'router',
    'white',
  ),
  top(
    'tv-and-home-cinema',
    'TV & Home Cinema',
    'টিভি ও হোম সিনেমা',
    ['Televisions, soundbars and projectors for the living room.', 'বসার ঘরের টেলিভিশন, সাউন্ডবার আর প্রজেক্টর।'],
    'television',
    'black',
  ),
  top(
    'audio',
    'Audio',
    'অডিও',
    ['Earbuds, headphones, speakers and microphones.', 'ইয়ারবাডস, হেডফোন, স্পিকার ও মাইক্রোফোন।'],
    'headphones',
    'black',
  ),
  top(
    'wearables',
    'Watches & Wearables',
    'স্মার্ট ঘড়ি ও ব্যান্ড',
    ['Smartwatches and fitness bands that count, call and remind.', 'কল, নোটিফিকেশন আর ফিটনেসের স্মার্টওয়াচ ও ব্যান্ড।'],
    'smartwatch',
    'black',
  ),
  top(
    'cameras',
    'Cameras & Drones',
    'ক্যামেরা ও ড্রোন',
    ['Mirrorless and action cameras, lenses, tripods and drones.', 'মিররলেস ও অ্যাকশন ক্যামেরা, লেন্স, ট্রাইপড আর ড্রোন।'],
    'mirrorless-camera',
    'black',
  ),
  top(
    'gaming',
    'Gaming',
    'গেমিং',
    ['Consoles and controllers for the evening.', 'গেমিং কনসোল ও কন্ট্রোলার।'],
    'game-console',
    'white',
  ),
  top(
    'home-appliances',
    'Home Appliances',
    'গৃহস্থালি যন্ত্র',
    [
      'Refrigerators, air conditioners, washing machines, fans and more for the home.',
      'ফ্রিজ, এসি, ওয়াশিং মেশিন, ফ্যানসহ ঘরের দরকারি সব যন্ত্র।',
    ],
    'refrigerator',
    'silver',
  ),
  top(
    'kitchen-appliances',
    'Kitchen Appliances',
    'রান্নাঘরের যন্ত্র',
    [
      'Rice cookers, blenders, ovens and kettles for a Bangladeshi kitchen.',
      'দেশি রান্নাঘরের রাইস কুকার, ব্লেন্ডার, ওভেন ও কেটলি।',
    ],
    'rice-cooker',
    'white',
  ),
  top(
    'personal-care',
    'Personal Care',
    'ব্যক্তিগত যত্ন',
    ['Trimmers and hair dryers.', 'ট্রিমার ও হেয়ার ড্রায়ার।'],
    'trimmer',
    'black',
  ),
]
