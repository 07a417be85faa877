import type { ColourKey, PictureForm, SeedVariant } from './catalogue.types.ts'
import { chance, pick } from './chance.ts'

const variantsPerProductMax = 6

const colourCodes: Record<ColourKey, string> = {
  black: 'BLK',
  white: 'WHT',
  silver: 'SLV',
  grey: 'GRY',
  blue: 'BLU',
  'sky-blue': 'SKY',
  green: 'GRN',
  mint: 'MNT',
  gold: 'GLD',
  purple: 'PUR',
  pink: 'PNK',
  red: 'RED',
  orange: 'ORG',
  cyan: 'CYN',
  magenta: 'MAG',
  yellow: 'YEL',
}

type VariantPlan = {
  skuStem: string
  /** `41990` or `8/128:41990 8/256:46990`, in taka. */
  price: string
  /** Empty: the product comes in one look only, `drawnIn`. */
  colours: readonly ColourKey[]
  drawnIn: ColourKey
  variesIn: 'memory' | 'size'
  /** 1 for the written price. */
  priceFactor: number
  form: PictureForm
  style: number
}

/** Every memory or size in every colour, at most six. */
export function makeVariants(plan: VariantPlan): SeedVariant[] {
  const choices = plan.price.split(' ').map(readPrice)
  const coloursMax = Math.max(1, Math.floor(variantsPerProductMax / choices.length))
  const colours = plan.colours.length > 0 ? plan.colours.slice(0, coloursMax) : [plan.drawnIn]
  const reduction =
    chance(`${plan.skuStem} reduced`) < 0.2 ? pick([1.06, 1.08, 1.1, 1.12, 1.15, 1.2], plan.skuStem) : null
  return choices.flatMap(({ label, taka }) =>
    colours.map((colour) => {
      const sku = [plan.skuStem, skuPart(label), colours.length > 1 ? colourCodes[colour] : '']
        .filter(Boolean)
        .join('-')
      const priceTaka = plan.priceFactor === 1 ? taka : shopPrice(taka * plan.priceFactor)
      const options: SeedVariant['options'] = {}
      if (plan.colours.length > 0) options.colour = colour
      if (label !== '') options[plan.variesIn] = label
      return {
        sku,
        options,
        pricePaisa: priceTaka * 100,
        compareAtPaisa: reduction === null ? null : Math.max(shopPrice(priceTaka * reduction), priceTaka + 10) * 100,
        stock: stockOf(sku),
        drawing: { form: plan.form, style: plan.style, colour },
      }
    }),
  )
}

function readPrice(written: string): { label: string; taka: number } {
  const [label, taka] = written.includes(':') ? written.split(':') : ['', written]
  if (!/^[1-9]\d*0$/.test(taka ?? '')) throw new Error(`"${written}" is no price in tens of taka`)
  return { label: optionLabel(label ?? ''), taka: Number(taka) }
}

/** `8/128` is memory in GB; `1TB`, `2m`, `32GB` carry their unit. */
function optionLabel(written: string): string {
  if (written === '' || written.endsWith('"')) return written
  if (/^[\d/]+$/.test(written)) return `${written} GB`
  const [ram, storage] = written.split('/')
  if (ram !== undefined && storage !== undefined) return `${ram} GB/${optionLabel(storage)}`
  return written.replace(/(\d)(?=[A-Za-z]+$)/, '$1 ')
}

function skuPart(label: string): string {
  return label
    .replaceAll(' GB', '')
    .replace('"', 'IN')
    .replace(/[^0-9A-Za-z.]+/g, '-')
    .replace('.', '-')
    .toUpperCase()
}

/** Rounds a price to an ending shops use: x90 below 10,000 taka (x0 below 500), x490 or x990 above. */
function shopPrice(taka: number): number {
  if (taka < 500) return Math.max(10, Math.round(taka / 10) * 10)
  if (taka < 10_000) return Math.max(1, Math.round(taka / 100)) * 100 - 10
  return Math.round(taka / 500) * 500 - 10
}

function stockOf(sku: string): number {
  const draw = chance(`${sku} stock`)
  if (draw < 0.04) return 0
  if (draw < 0.14) return 1 + Math.floor(chance(`${sku} few`) * 5)
  // Squared: most things are stocked in tens, few in hundreds.
  return 8 + Math.floor(chance(`${sku} many`) ** 2 * 193)
}
