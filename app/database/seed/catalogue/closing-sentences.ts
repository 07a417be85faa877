import { toBanglaDigits } from './bangla.ts'
import type { Localised } from './catalogue.types.ts'
import { pick } from './chance.ts'
import type { Sentence } from './leaf.ts'

const official: Sentence[] = [
  ['Comes with {m} of official warranty in Bangladesh.', 'বাংলাদেশে {m} অফিসিয়াল ওয়ারেন্টিসহ।'],
  [
    'The brand’s own service centres in Bangladesh cover it for {m}.',
    'দেশের অনুমোদিত সার্ভিস সেন্টারে {m} ওয়ারেন্টি সেবা পাবেন।',
  ],
  ['Sealed box, official warranty for {m}.', 'ইনট্যাক্ট বক্স, সঙ্গে {m} অফিসিয়াল ওয়ারেন্টি।'],
  ['You get {m} of warranty from the authorised distributor.', 'অনুমোদিত পরিবেশকের {m} ওয়ারেন্টি পাচ্ছেন।'],
]
const officialWithoutWarranty: Sentence[] = [
  [
    'Genuine product; please check it in front of the rider on delivery.',
    'আসল পণ্য; ডেলিভারির সময় রাইডারের সামনে দেখে নিন।',
  ],
  ['We replace it if it arrives faulty.', 'ত্রুটি নিয়ে পৌঁছালে আমরা বদলে দিই।'],
]
const imported: Sentence[] = [
  [
    'Unofficial import: {m} of shop warranty instead of the brand’s.',
    'আনঅফিসিয়াল পণ্য: ব্র্যান্ডের বদলে দোকানের {m} ওয়ারেন্টি।',
  ],
  [
    'Imported outside the official channel, so it costs less and carries {m} of shop warranty.',
    'অফিসিয়াল চ্যানেলের বাইরে আমদানি, তাই দাম কম; দোকানের ওয়ারেন্টি {m}।',
  ],
]
const importedWithoutWarranty: Sentence[] = [
  ['Unofficial import at a lower price, without warranty.', 'কম দামের আনঅফিসিয়াল পণ্য, ওয়ারেন্টি নেই।'],
  [
    'Imported outside the official channel; no warranty, but checked by us before it ships.',
    'অফিসিয়াল চ্যানেলের বাইরে আমদানি; ওয়ারেন্টি নেই, তবে পাঠানোর আগে আমরা পরীক্ষা করে দিই।',
  ],
]

/** The last sentence of a description: what backs the product. */
export function closingSentence(of: { slug: string; isOfficial: boolean; warrantyMonths: number }): Localised {
  const pool = of.isOfficial
    ? of.warrantyMonths > 0
      ? official
      : officialWithoutWarranty
    : of.warrantyMonths > 0
      ? imported
      : importedWithoutWarranty
  const [en, bn] = pick(pool, `${of.slug} closing`)
  const duration = durationOf(of.warrantyMonths)
  return { en: en.replace('{m}', duration.en), bn: bn.replace('{m}', duration.bn) }
}

function durationOf(months: number): Localised {
  const isYears = months >= 12 && months % 12 === 0
  const count = isYears ? months / 12 : months
  const unit = isYears ? 'year' : 'month'
  return {
    en: `${count} ${unit}${count === 1 ? '' : 's'}`,
    bn: toBanglaDigits(`${count} ${isYears ? 'বছরের' : 'মাসের'}`),
  }
}
