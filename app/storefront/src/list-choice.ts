import type { ProductListQuery, SortOrder } from '@dhakacart/contract/catalogue.schema.ts'
import { toLatinDigits } from '@dhakacart/contract/digits.ts'

/** What a shopper chose on a list, as it stands in the URL. Prices are whole taka there, because people read and edit URLs. */
export type ListChoice = {
  text?: string
  brands?: readonly string[]
  /** `key:value` */
  specifications?: readonly string[]
  minTaka?: number
  maxTaka?: number
  inStock?: boolean
  sort?: SortOrder
  after?: string
  before?: string
}

const choicesMax = 30
const textMax = 100
const takaMax = 1_000_000_000
const sorts: readonly string[] = ['relevance', 'popular', 'newest', 'price-asc', 'price-desc'] satisfies SortOrder[]
const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const specificationPattern = /^[a-zA-Z0-9]+:.{1,80}$/u
const cursorPattern = /^[A-Za-z0-9_-]{1,200}$/

/** Reads what we know from a query and leaves out everything else, wrong values included: a strange link still shows the list. */
export function readListChoice(query: URLSearchParams): ListChoice {
  const text = query.get('q')?.trim().replace(/\s+/gu, ' ').slice(0, textMax)
  const sort = query.get('sort')
  const after = query.get('after')
  const before = query.get('before')
  const minTaka = readTaka(query.get('min'))
  const maxTaka = readTaka(query.get('max'))
  return {
    ...(text && { text }),
    ...several('brands', query.getAll('brand'), slugPattern),
    ...several('specifications', query.getAll('spec'), specificationPattern),
    ...(minTaka !== null && { minTaka }),
    ...(maxTaka !== null && { maxTaka }),
    ...(query.get('stock') === '1' && { inStock: true }),
    ...(sort !== null && sorts.includes(sort) && { sort: sort as SortOrder }),
    ...(after !== null && cursorPattern.test(after) && { after }),
    ...(after === null && before !== null && cursorPattern.test(before) && { before }),
  }
}

function several(name: 'brands' | 'specifications', values: string[], pattern: RegExp): ListChoice {
  const known = [...new Set(values)].filter((value) => value.length <= 120 && pattern.test(value)).toSorted()
  return known.length === 0 ? {} : { [name]: known.slice(0, choicesMax) }
}

function readTaka(text: string | null): number | null {
  const digits = toLatinDigits(text ?? '').trim()
  return /^\d{1,10}$/.test(digits) ? Math.min(Number(digits), takaMax) : null
}

/** The query of a list's address, parameters in one order, with its `?`; empty when nothing is chosen. */
export function listQuery(choice: ListChoice): string {
  const query = new URLSearchParams()
  if (choice.text !== undefined) query.append('q', choice.text)
  for (const brand of [...(choice.brands ?? [])].toSorted()) query.append('brand', brand)
  for (const specification of [...(choice.specifications ?? [])].toSorted()) query.append('spec', specification)
  if (choice.minTaka !== undefined) query.append('min', String(choice.minTaka))
  if (choice.maxTaka !== undefined) query.append('max', String(choice.maxTaka))
  if (choice.inStock) query.append('stock', '1')
  if (choice.sort !== undefined) query.append('sort', choice.sort)
  if (choice.after !== undefined) query.append('after', choice.after)
  else if (choice.before !== undefined) query.append('before', choice.before)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** The same list without its place in the paging: every change of a choice starts at the first page. */
export function firstPage({ after: _after, before: _before, ...choice }: ListChoice): ListChoice {
  return choice
}

const paisaPerTaka = 100

/** The choice as the api asks for it. */
export function toProductListQuery(choice: ListChoice, category?: string): ProductListQuery {
  return {
    ...(category !== undefined && { category }),
    ...(choice.text !== undefined && { query: choice.text }),
    ...(choice.brands && { brand: [...choice.brands] }),
    ...(choice.specifications && { specification: [...choice.specifications] }),
    ...(choice.minTaka !== undefined && { minPricePaisa: choice.minTaka * paisaPerTaka }),
    ...(choice.maxTaka !== undefined && { maxPricePaisa: choice.maxTaka * paisaPerTaka }),
    ...(choice.inStock && { inStock: true }),
    ...(choice.sort !== undefined && { sort: choice.sort }),
    ...(choice.after !== undefined && { after: choice.after }),
    ...(choice.before !== undefined && { before: choice.before }),
  }
}
