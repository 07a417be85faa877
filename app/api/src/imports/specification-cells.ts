import type { ProductContent } from '@dhakacart/contract/console-catalogue.schema.ts'
import { toLatinDigits } from '@dhakacart/contract/digits.ts'
import type { SpecificationDefinition } from '../catalogue/catalogue.repository.ts'
import type { RowReader } from './row-values.ts'

type Specifications = ProductContent['specifications']

/** `key=value`, one to a line, in the order of the category; what reading such a cell gives back. */
export function writeSpecifications(values: Specifications, definitions: readonly SpecificationDefinition[]): string {
  const order = new Map(definitions.map(({ key }, index) => [key, index]))
  return Object.entries(values)
    .toSorted(([a], [b]) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity))
    .map(([key, value]) => `${key}=${typeof value === 'boolean' ? (value ? 'yes' : 'no') : value}`)
    .join('\n')
}

/** What a cell of `key=value` lines says, typed as the category defines; an empty cell takes all away. */
export function readSpecifications(
  reader: RowReader,
  definitions: readonly SpecificationDefinition[],
  base: Specifications,
): Specifications {
  if (!reader.has('specifications')) return base
  const kinds = new Map(definitions.map(({ key, kind }) => [key, kind]))
  const read: Specifications = {}
  for (const line of (reader.filled('specifications') ?? '').split(/\r\n|\r|\n/)) {
    if (line.trim() === '') continue
    const [, key = '', text = ''] = /^\s*([a-z][a-zA-Z0-9]*)\s*=(.+)$/.exec(line) ?? []
    if (key === '') {
      reader.refuse('specifications', 'not_key_value', line)
      return base
    }
    read[key] = typed(kinds.get(key), text, base[key])
  }
  return read
}

/** A value that is not of its kind stays text, which the check of the product then refuses by name. */
function typed(
  kind: SpecificationDefinition['kind'] | undefined,
  text: string,
  before: Specifications[string] | undefined,
): Specifications[string] {
  const latin = toLatinDigits(text.trim())
  // A choice may be stored as a number, like the year 2026: then it stays one.
  const isNumber = kind === 'number' || (kind === 'choice' && typeof before === 'number')
  if (isNumber && latin !== '' && Number.isFinite(Number(latin.replaceAll(',', ''))))
    return Number(latin.replaceAll(',', ''))
  if (kind === 'boolean') {
    if (/^(?:yes|true|1|হ্যাঁ)$/i.test(latin)) return true
    if (/^(?:no|false|0|না)$/i.test(latin)) return false
  }
  return kind === 'choice' ? text.trim() : text
}
