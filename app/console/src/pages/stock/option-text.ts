import { type ColourKey, colours } from '@dhakacart/contract/colours.ts'
import type { StockItem } from '@dhakacart/contract/console-stock.schema.ts'
import type { Words } from '../../words.ts'

/** What tells a variant from the others of its product: `Black, 8/256GB`. */
export function optionText({ pick, digits }: Words, { colour, memory, size }: StockItem['options']): string {
  const known =
    colour !== undefined && Object.hasOwn(colours, colour) ? pick(colours[colour as ColourKey].name) : colour
  return [known, memory && digits(memory), size && digits(size)].filter(Boolean).join(', ')
}
