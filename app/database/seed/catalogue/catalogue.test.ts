import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { makeCatalogue } from './catalogue.ts'
import {
  colours,
  type Localised,
  pictureForms,
  type SeedProduct,
  type SpecificationDefinition,
} from './catalogue.types.ts'

const catalogue = makeCatalogue()
const { brands, categories, products } = catalogue
const variants = products.flatMap((product) => product.variants)
const leaves = new Map(categories.filter(({ parentSlug }) => parentSlug !== null).map((leaf) => [leaf.slug, leaf]))
const banglaLetter = /[\u0985-\u09b9]/
/** A run of Latin letters that is no code: four or more, not all capitals, no digit beside it. */
const latinWord = /(?<![A-Za-z0-9-])(?=[A-Za-z]*[a-z])[A-Za-z]{4,}(?![A-Za-z0-9-])/

function assertUnique(values: string[], what: string): void {
  const seen = new Set<string>()
  for (const value of values) {
    assert.ok(!seen.has(value), `${what} ${value} appears twice`)
    seen.add(value)
  }
}

function assertBilingual({ en, bn }: Localised, where: string): void {
  assert.ok(en.trim() !== '' && !/[\u0980-\u09ff]/.test(en), `${where}: English "${en}"`)
  assert.match(bn, banglaLetter, `${where}: Bangla "${bn}"`)
  assert.doesNotMatch(bn, latinWord, `${where}: untranslated words in "${bn}"`)
  assert.doesNotMatch(en + bn, /[{}]|undefined|NaN|\bnull\b|\s{2}/, `${where}: unfilled text "${en}" / "${bn}"`)
}

function assertSpecification(product: SeedProduct, definition: SpecificationDefinition): void {
  const value = product.specifications[definition.key]
  const where = `${product.slug} ${definition.key} = ${value}`
  switch (definition.kind) {
    case 'number':
      // Absent where there is nothing to measure, never zero.
      if (value !== undefined) assert.ok(typeof value === 'number' && Number.isFinite(value) && value > 0, where)
      return
    case 'boolean':
      assert.equal(typeof value, 'boolean', where)
      return
    case 'choice':
      assert.ok(typeof value === 'string' && definition.values?.[value] !== undefined, where)
      return
    case 'text':
      assert.ok(typeof value === 'string' && value !== '', where)
  }
}

describe('the catalogue', () => {
  test('is large and broad enough to look like a shop', () => {
    assert.ok(products.length >= 1250, `${products.length} products`)
    assert.ok(leaves.size >= 22, `${leaves.size} leaf categories`)
    assert.ok(categories.length - leaves.size >= 8)
    assert.ok(new Set(products.map(({ brandSlug }) => brandSlug)).size >= 45)
    for (const slug of leaves.keys()) {
      assert.ok(products.filter(({ categorySlug }) => categorySlug === slug).length >= 5, `${slug} is nearly empty`)
    }
  })

  test('names nothing twice', () => {
    assertUnique(
      products.map(({ slug }) => slug),
      'product',
    )
    assertUnique(
      products.map(({ name }) => name.en),
      'English name',
    )
    assertUnique(
      products.map(({ name }) => name.bn),
      'Bangla name',
    )
    assertUnique(
      products.map(({ modelNumber }) => modelNumber),
      'model number',
    )
    assertUnique(
      variants.map(({ sku }) => sku),
      'SKU',
    )
    assertUnique(
      brands.map(({ slug }) => slug),
      'brand',
    )
    assertUnique(
      categories.map(({ slug }) => slug),
      'category',
    )
  })

  test('uses slugs and SKUs that are safe in an address', () => {
    for (const { slug } of [...products, ...categories, ...brands]) assert.match(slug, /^[a-z0-9]+(-[a-z0-9]+)*$/)
    for (const { sku } of variants) assert.match(sku, /^[A-Z0-9]+(-[A-Z0-9]+)*$/)
  })

  test('refers only to brands and leaf categories that exist, and uses every brand', () => {
    const known = new Set(brands.map(({ slug }) => slug))
    for (const product of products) {
      assert.ok(known.has(product.brandSlug), product.slug)
      assert.ok(leaves.has(product.categorySlug), product.slug)
    }
    for (const slug of known)
      assert.ok(
        products.some(({ brandSlug }) => brandSlug === slug),
        `${slug} sells nothing`,
      )
    for (const { slug, parentSlug } of leaves.values()) {
      assert.equal(categories.find((category) => category.slug === parentSlug)?.parentSlug, null, slug)
    }
  })
})

describe('specifications', () => {
  test('are five to eleven in each leaf, three to six of them facets', () => {
    for (const { slug, specifications } of leaves.values()) {
      assert.ok(specifications.length >= 5 && specifications.length <= 11, `${slug}: ${specifications.length}`)
      const facets = specifications.filter(({ isFacet }) => isFacet)
      assert.ok(facets.length >= 3 && facets.length <= 6, `${slug}: ${facets.length} facets`)
      assert.ok(
        facets.every(({ kind }) => kind !== 'text'),
        slug,
      )
      for (const { key } of specifications) assert.match(key, /^[a-z][A-Za-z0-9]*$/)
    }
  })

  test('that are facets tell products apart', () => {
    const useless = [...leaves.values()].flatMap(({ slug, specifications }) => {
      const own = products.filter(({ categorySlug }) => categorySlug === slug)
      return specifications
        .filter(({ key, isFacet }) => isFacet && new Set(own.map((product) => product.specifications[key])).size < 2)
        .map(({ key }) => `${slug} ${key}`)
    })
    assert.deepEqual(useless, [])
  })

  test('are stated by every product as its category defines them', () => {
    for (const product of products) {
      const definitions = leaves.get(product.categorySlug)?.specifications ?? []
      const known = definitions.map(({ key }) => key)
      for (const key of Object.keys(product.specifications)) assert.ok(known.includes(key), `${product.slug}: ${key}`)
      for (const definition of definitions) assertSpecification(product, definition)
    }
  })
})

describe('prices, stock and variants', () => {
  test('are whole tens of taka within what a shop asks', () => {
    for (const { sku, pricePaisa, compareAtPaisa } of variants) {
      assert.ok(Number.isInteger(pricePaisa) && pricePaisa % 1000 === 0, sku)
      assert.ok(pricePaisa >= 200_00 && pricePaisa <= 500_000_00, `${sku}: ${pricePaisa}`)
      if (compareAtPaisa === null) continue
      assert.ok(compareAtPaisa > pricePaisa && compareAtPaisa % 1000 === 0, sku)
      assert.ok(compareAtPaisa <= pricePaisa * 1.35, `${sku}: reduced beyond belief`)
    }
  })

  test('keep to what a category costs', () => {
    const takaBySlug: Record<string, [number, number]> = {
      smartphones: [5_000, 280_000],
      'air-conditioners': [35_000, 200_000],
      cables: [200, 4_000],
      laptops: [20_000, 420_000],
      refrigerators: [20_000, 260_000],
    }
    for (const [slug, [least, most]] of Object.entries(takaBySlug)) {
      for (const { slug: product, variants: own } of products.filter(({ categorySlug }) => categorySlug === slug)) {
        for (const { pricePaisa } of own) assert.ok(pricePaisa >= least * 100 && pricePaisa <= most * 100, product)
      }
    }
  })

  test('cost more with more memory', () => {
    for (const product of products) {
      const byColour = Map.groupBy(product.variants, ({ options }) => options.colour)
      for (const own of byColour.values()) {
        const prices = own.map(({ pricePaisa }) => pricePaisa)
        assert.deepEqual(
          prices,
          prices.toSorted((a, b) => a - b),
          product.slug,
        )
      }
    }
  })

  test('are reduced for about a fifth', () => {
    const share = products.filter(({ variants: [first] }) => first?.compareAtPaisa !== null).length / products.length
    assert.ok(share > 0.15 && share < 0.25, `${share}`)
  })

  test('are distinct within a product, one to six', () => {
    for (const { slug, variants: own } of products) {
      assert.ok(own.length >= 1 && own.length <= 6, slug)
      assertUnique(
        own.map(({ options }) => JSON.stringify(options)),
        `${slug}: options`,
      )
      for (const { options, drawing } of own) {
        if (options.colour !== undefined) assert.equal(options.colour, drawing.colour, slug)
      }
    }
  })

  test('have stock as in a real shop: some sold out, some nearly, most plenty', () => {
    assert.ok(variants.every(({ stock }) => Number.isInteger(stock) && stock >= 0 && stock <= 200))
    const soldOut = variants.filter(({ stock }) => stock === 0).length / variants.length
    const few = variants.filter(({ stock }) => stock >= 1 && stock <= 5).length / variants.length
    assert.ok(soldOut > 0.025 && soldOut < 0.06, `${soldOut}`)
    assert.ok(few > 0.07 && few < 0.13, `${few}`)
    assert.ok(variants.every(({ stock }) => stock <= 5 || stock >= 8))
  })

  test('weigh what the courier would weigh', () => {
    for (const { slug, weightGrams } of products) {
      assert.ok(Number.isInteger(weightGrams) && weightGrams >= 20 && weightGrams <= 150_000, `${slug}: ${weightGrams}`)
    }
  })

  test('show drawings and colours that exist', () => {
    for (const { form, style, colour } of [...variants, ...categories].map(({ drawing }) => drawing)) {
      assert.ok(pictureForms.includes(form) && colour in colours && Number.isInteger(style) && style >= 0)
    }
  })
})

describe('words', () => {
  test('are there in both languages, in Bangla letters, without untranslated words', () => {
    for (const { slug, name, description, specifications } of categories) {
      assertBilingual(name, slug)
      assertBilingual(description, slug)
      for (const { key, name: label, values } of specifications) {
        assertBilingual(label, `${slug} ${key}`)
        for (const [value, { en, bn }] of Object.entries(values ?? {})) assert.ok(en && bn, `${slug} ${key} ${value}`)
      }
    }
    for (const { slug, name, description, highlights } of products) {
      assertBilingual(name, slug)
      assertBilingual(description, slug)
      for (const { en, bn } of highlights)
        assert.ok(en && bn && !/[{}]|undefined/.test(en + bn), `${slug}: ${en} / ${bn}`)
    }
  })

  test('give two to four sentences and three to five highlights', () => {
    for (const { slug, description, highlights } of products) {
      const sentences = description.bn.split('।').filter((sentence) => sentence.trim() !== '').length
      assert.ok(sentences >= 2 && sentences <= 4, `${slug}: ${description.bn}`)
      assert.ok(highlights.length >= 3 && highlights.length <= 5, `${slug}: ${highlights.length} highlights`)
      assertUnique(
        highlights.map(({ en }) => en),
        `${slug}: highlight`,
      )
    }
  })

  test('differ between neighbours', () => {
    for (const [index, product] of products.entries()) {
      const next = products[index + 1]
      if (next?.categorySlug !== product.categorySlug) continue
      const [here, there] = [product, next].map(({ name, description }) =>
        description.en.split('. ')[0]?.replace(name.en, ''),
      )
      assert.notEqual(here, there, `${product.slug} and ${next.slug} read alike`)
    }
  })
})

describe('warranty', () => {
  test('is never promised by a brand for an unofficial import', () => {
    for (const { slug, isOfficial, warrantyMonths, description } of products) {
      if (isOfficial) continue
      assert.ok(warrantyMonths <= 6, slug)
      assert.doesNotMatch(description.en, /official warranty/, slug)
    }
  })

  test('leaves about a fifth of phones and gadgets unofficial and local brands always official', () => {
    const gadgets = products.filter(({ categorySlug }) =>
      ['smartphones', 'earbuds', 'smartwatches', 'headphones'].includes(categorySlug),
    )
    const share = gadgets.filter(({ isOfficial }) => !isOfficial).length / gadgets.length
    assert.ok(share > 0.15 && share < 0.28, `${share}`)
    for (const { slug, brandSlug, isOfficial } of products) {
      if (['walton', 'symphony', 'vision', 'jamuna', 'marcel'].includes(brandSlug)) assert.ok(isOfficial, slug)
    }
  })
})

test('the catalogue is the same every time it is made', () => {
  const digest = () => createHash('sha256').update(JSON.stringify(makeCatalogue())).digest('hex')
  assert.equal(digest(), digest())
})

test('phones are packed by their IMEI, what has a maker’s warranty by its serial number, cables by nothing', () => {
  const identityOf = (slug: string) => categories.find((category) => category.slug === slug)?.unitIdentity
  for (const slug of ['smartphones', 'feature-phones']) assert.equal(identityOf(slug), 'imei', slug)
  for (const slug of ['laptops', 'televisions', 'refrigerators', 'air-conditioners'])
    assert.equal(identityOf(slug), 'serial', slug)
  for (const slug of ['cables', 'phone-cases', 'phones-and-tablets']) assert.equal(identityOf(slug), 'none', slug)
  // A slug that is misspelt in the table would ask for nothing.
  assert.equal(categories.filter(({ unitIdentity }) => unitIdentity !== 'none').length, 31)
})
