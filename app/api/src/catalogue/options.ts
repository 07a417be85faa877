import type { Option } from '@dhakacart/contract/catalogue.schema.ts'
import { colours } from '@dhakacart/contract/colours.ts'
import { toBanglaDigits } from '@dhakacart/contract/digits.ts'

const names = {
  colour: { en: 'Colour', bn: 'রং' },
  memory: { en: 'Memory', bn: 'মেমরি' },
  size: { en: 'Size', bn: 'সাইজ' },
} as const
const keys = ['colour', 'memory', 'size'] as const

/** What a variant stores ({ colour: 'black', memory: '8/256GB' }) as shoppers see it, in the order they choose. */
export function toOptions(stored: unknown): Option[] {
  const values = (stored ?? {}) as Record<string, string | undefined>
  return keys.flatMap((key) => {
    const value = values[key]
    return value === undefined ? [] : [toOption(key, value)]
  })
}

function toOption(key: (typeof keys)[number], value: string): Option {
  const colour =
    key === 'colour' ? (colours as Record<string, { name: Option['label']; hex: string }>)[value] : undefined
  const label = colour?.name ?? { en: value, bn: toBanglaDigits(value) }
  return { key, name: names[key], value, label, hex: colour?.hex ?? null }
}
