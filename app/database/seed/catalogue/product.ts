import { transliterate } from './bangla.ts'
import { brandOf, isAlwaysOfficial, isNeverOfficial } from './brands.ts'
import type { ColourKey, Localised, SeedProduct } from './catalogue.types.ts'
import { chance, pick } from './chance.ts'
import { closingSentence } from './closing-sentences.ts'
import type { Leaf, Sentence } from './leaf.ts'
import { type Row, readRows } from './rows.ts'
import { fillIn, type Wording } from './sentence.ts'
import { makeVariants } from './variants.ts'

/** What a grey import costs of the official price. */
const unofficialPriceFactor = 0.93

/** Every product of a leaf category, in the order of its table. */
export function makeProducts(leaf: Leaf): SeedProduct[] {
  return readRows(leaf).map((row, index) => makeProduct(leaf, row, index))
}

function makeProduct(leaf: Leaf, row: Row, index: number): SeedProduct {
  const brand = brandOf(row.brandSlug)
  const line = row.cells.line ?? ''
  const wording: Wording = {
    definitions: leaf.specifications,
    specifications: row.specifications,
    names: { line: { en: line, bn: transliterate(line) }, brand: { en: brand.name, bn: brand.bangla } },
  }
  const title = fillIn(leaf.title ?? ['{line}', '{line}'], wording)
  const name = { en: `${brand.name} ${title.en}`, bn: `${brand.bangla} ${title.bn}` }
  // Sentences use the short name; the title's measures would repeat what the sentence says.
  wording.names.name = { en: `${brand.name} ${line}`, bn: `${brand.bangla} ${wording.names.line?.bn}` }
  const slug = slugOf(name.en)
  const isOfficial =
    isAlwaysOfficial(brand) || (!isNeverOfficial(brand) && chance(`${slug} official`) >= leaf.unofficialShare)
  const warrantyMonths = isOfficial
    ? leaf.warrantyMonths(row.specifications, brand.slug)
    : pick([0, 0, 0, 3, 6], `${slug} warranty`)
  return {
    slug,
    categorySlug: leaf.slug,
    brandSlug: brand.slug,
    name,
    modelNumber: modelOf(row, line),
    description: describe(leaf, wording, index, closingSentence({ slug, isOfficial, warrantyMonths })),
    highlights: applicable(leaf.highlights, wording)
      .slice(0, 5)
      .map((sentence) => fillIn(sentence, wording)),
    warrantyMonths,
    isOfficial,
    weightGrams: Math.round(leaf.weightGrams(row.specifications, index)),
    specifications: row.specifications,
    variants: makeVariants({
      skuStem: skuStem(brand.code, line),
      price: row.cells.price ?? '',
      colours: coloursOf(row),
      drawnIn: pick(leaf.colours, slug),
      variesIn: leaf.variesIn ?? 'memory',
      // A brand that nobody sells officially already has the importers' price in its row.
      priceFactor: isOfficial || isNeverOfficial(brand) ? 1 : unofficialPriceFactor,
      form: leaf.form,
      style: Math.floor(chance(`${brand.slug} ${line.split(' ')[0]} ${line.length % 2}`) * 3),
    }),
  }
}

/** `SAM-GALAXY-A56-5G`; a line that already opens with the brand's code (`VIS-12K`) does not repeat it. */
function skuStem(brandCode: string, line: string): string {
  const stem = slugOf(line).toUpperCase()
  return stem.startsWith(`${brandCode}-`) ? stem : `${brandCode}-${stem}`
}

function modelOf(row: Row, line: string): string {
  const model = row.cells.model
  return model === undefined || model === '-' ? line : model
}

function coloursOf(row: Row): ColourKey[] {
  const written = row.cells.colours
  return written === undefined || written === '-' ? [] : (written.split(' ') as ColourKey[])
}

function describe(leaf: Leaf, wording: Wording, index: number, closing: Localised): Localised {
  const openings = applicable(leaf.openings, wording)
  const details = applicable(leaf.details, wording)
  const chosen: Sentence[] = []
  const opening = openings[index % openings.length]
  if (opening !== undefined) chosen.push(opening)
  // Two details a step apart: neighbours in a listing share neither their opening nor their pair of details.
  for (const step of details.length > 2 ? [0, 1 + (index % (details.length - 1))] : [0]) {
    const detail = details[(index + step) % details.length]
    if (detail !== undefined) chosen.push(detail)
  }
  const texts = [...chosen.map((sentence) => fillIn(sentence, wording)), closing]
  return { en: texts.map((text) => text.en).join(' '), bn: texts.map((text) => text.bn).join(' ') }
}

function applicable(sentences: readonly Sentence[], wording: Wording): Sentence[] {
  return sentences.filter(([, , when]) => when === undefined || when(wording.specifications))
}

/** Lower-case Latin letters and digits joined by single hyphens. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('+', '-plus')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
