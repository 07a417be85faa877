import { formatNumber, toBanglaDigits } from '@dhakacart/contract/digits.ts'
import type { Localised } from '@dhakacart/contract/shapes.ts'
import type { SpecificationDefinition, SpecificationValue } from './catalogue.repository.ts'

const yes: Localised = { en: 'Yes', bn: 'হ্যাঁ' }
const no: Localised = { en: 'No', bn: 'না' }

/** A stored value as shoppers read it, in both languages: unit and label included, Bangla digits in Bangla. */
export function describeValue(definition: SpecificationDefinition, value: SpecificationValue): Localised {
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'number') return describeNumber(definition.unit, value)
  const label = definition.values?.[value]
  return label ?? withUnit(definition.unit, value, toBanglaDigits(value))
}

function describeNumber(unit: Localised | null, value: number): Localised {
  // Without a unit it is a name, like the year 2026, in which commas would be wrong.
  if (unit === null) return { en: String(value), bn: toBanglaDigits(String(value)) }
  return withUnit(unit, formatNumber(value, 'en'), formatNumber(value, 'bn'))
}

function withUnit(unit: Localised | null, en: string, bn: string): Localised {
  return unit === null ? { en, bn } : { en: join(en, unit.en), bn: join(bn, unit.bn) }
}

/** Percent, degrees and inch marks stand at the number; words and letters after a space. */
function join(number: string, unit: string): string {
  return /^[%°"″]/.test(unit) ? number + unit : `${number} ${unit}`
}

/** In the order people look for them: numbers by size, Yes before No, choices by label (jsonb does not keep their order). */
export function compareValues(
  definition: SpecificationDefinition,
  a: SpecificationValue,
  b: SpecificationValue,
): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(b) - Number(a)
  return byLabel.compare(describeValue(definition, a).en, describeValue(definition, b).en)
}

/** `Wi-Fi 5` before `Wi-Fi 6`, `9 kg` before `10 kg`. */
const byLabel = new Intl.Collator('en', { numeric: true })
