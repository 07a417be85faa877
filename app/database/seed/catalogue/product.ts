import { fittingStyles } from '../pictures/fitting-styles.ts'
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
  const products: SeedProduct[] = []
  let opening: Sentence | undefined
  for (const [index, row] of readRows(leaf).entries()) {
    const wording = wordingOf(leaf, row)
    opening = openingOf(leaf, wording, index, opening)
    products.push(makeProduct(leaf, row, index, wording, opening))
  }
  return products
}

function wordingOf(leaf: Leaf, row: Row): Wording {
  const brand = brandOf(row.brandSlug)
  const line = { en: row.cells.line ?? '', bn: transliterate(row.cells.line ?? '') }
  // Sentences use the short name; the title's measures would repeat what the sentence says.
  const name = { en: `${brand.name} ${line.en}`, bn: `${brand.bangla} ${line.bn}` }
  return {
    definitions: leaf.specifications,
    specifications: row.specifications,
    names: { line, name, brand: { en: brand.name, bn: brand.bangla } },
  }
}

function makeProduct(leaf: Leaf, row: Row, index: number, wording: Wording, opening: Sentence): SeedProduct {
  const brand = brandOf(row.brandSlug)
  const line = row.cells.line ?? ''
  const title = fillIn(applicable(leaf.titles ?? [], wording)[0] ?? ['{line}', '{line}'], wording)
  const name = { en: `${brand.name} ${title.en}`, bn: `${brand.bangla} ${title.bn}` }
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
    description: describe(leaf, wording, index, opening, closingSentence({ slug, isOfficial, warrantyMonths })),
    highlights: highlightsOf(leaf, wording, isOfficial),
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
      // Siblings share a body, as a maker's line does; the parity tells neighbours apart.
      style: pick(
        fittingStyles(leaf.form, row.specifications),
        `${brand.slug} ${line.split(' ')[0]} ${line.length % 2}`,
      ),
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

/** The next opening that fits the product and is not its neighbour's. */
function openingOf(leaf: Leaf, wording: Wording, index: number, previous: Sentence | undefined): Sentence {
  const turned = [...leaf.openings.slice(index % leaf.openings.length), ...leaf.openings]
  const fitting = applicable(turned, wording)
  const opening = fitting.find((sentence) => sentence !== previous) ?? fitting[0]
  if (opening === undefined) throw new Error(`${leaf.slug}: no opening fits ${wording.names.name?.en}`)
  return opening
}

function describe(leaf: Leaf, wording: Wording, index: number, opening: Sentence, closing: Localised): Localised {
  const details = applicable(leaf.details, wording)
  const chosen = [opening]
  // Two details, the second at a growing distance: neighbours rarely share their pair.
  for (const step of details.length > 2 ? [0, 1 + (index % (details.length - 1))] : [0]) {
    const detail = details[(index + step) % details.length]
    if (detail !== undefined) chosen.push(detail)
  }
  const texts = [...chosen.map((sentence) => fillIn(sentence, wording)), closing]
  return { en: texts.map((text) => text.en).join(' '), bn: texts.map((text) => text.bn).join(' ') }
}

/** Three to five selling points; what backs the product fills up where it has few of its own. */
function highlightsOf(leaf: Leaf, wording: Wording, isOfficial: boolean): Localised[] {
  const own = applicable(leaf.highlights, wording).slice(0, 5)
  const backing: Sentence[] = [
    ['Genuine {brand}', 'আসল {brand} পণ্য'],
    isOfficial ? ['Official product', 'অফিসিয়াল পণ্য'] : ['Unofficial import, lower price', 'আনঅফিসিয়াল, দাম কম'],
  ]
  const missing = Math.max(0, 3 - own.length)
  return [...own, ...backing.slice(0, missing)].map((sentence) => fillIn(sentence, wording))
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
