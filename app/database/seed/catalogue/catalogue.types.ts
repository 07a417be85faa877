import { type ColourKey, colours } from '@dhakacart/contract/colours.ts'

/** Shapes of the ready-made catalogue that fills an empty shop. Money is integer paisa, VAT included. */

export type Localised = { en: string; bn: string }

/**
 * How a product looks. The seed draws pictures from this alone, so two variants with the same drawing share one picture.
 * `form` names a drawing in seed/pictures/forms, `style` is one of that form's body styles (0, 1, 2, …), `colour` is a key of `colours`.
 */
export type Drawing = { form: PictureForm; style: number; colour: ColourKey }

export const pictureForms = [
  'smartphone',
  'feature-phone',
  'tablet',
  'laptop',
  'desktop-pc',
  'all-in-one-pc',
  'monitor',
  'television',
  'projector',
  'earbuds',
  'headphones',
  'neckband',
  'speaker',
  'soundbar',
  'microphone',
  'smartwatch',
  'fitness-band',
  'power-bank',
  'charger',
  'cable',
  'phone-case',
  'router',
  'wifi-extender',
  'security-camera',
  'mirrorless-camera',
  'action-camera',
  'camera-lens',
  'tripod',
  'drone',
  'game-console',
  'game-controller',
  'keyboard',
  'mouse',
  'webcam',
  'printer',
  'ink-bottle',
  'ssd',
  'hard-drive',
  'memory-module',
  'memory-card',
  'usb-drive',
  'processor',
  'motherboard',
  'graphics-card',
  'power-supply',
  'ups',
  'refrigerator',
  'air-conditioner',
  'washing-machine',
  'microwave-oven',
  'rice-cooker',
  'blender',
  'electric-kettle',
  'iron',
  'fan',
  'vacuum-cleaner',
  'water-purifier',
  'trimmer',
  'hair-dryer',
  'smart-bulb',
] as const
export type PictureForm = (typeof pictureForms)[number]

export { type ColourKey, colours }

/** One specification a category's products carry. `values` lists the allowed values of a `choice` with their labels. */
export type SpecificationDefinition = {
  key: string
  name: Localised
  kind: 'number' | 'choice' | 'boolean' | 'text'
  unit: Localised | null
  isFacet: boolean
  values?: Record<string, Localised>
}

export type SeedCategory = {
  slug: string
  parentSlug: string | null
  name: Localised
  /** One sentence for the category page and its meta description. */
  description: Localised
  /** Empty for a top-level category; a leaf lists what its products state. */
  specifications: SpecificationDefinition[]
  /** What packing records of each unit: nothing, the maker's serial number, or the IMEI. */
  unitIdentity: 'none' | 'serial' | 'imei'
  /** The drawing that stands for the category in menus and on the home page. */
  drawing: Drawing
}

export type SeedBrand = { slug: string; name: string }

export type SeedVariant = {
  sku: string
  /** What a shopper chooses; a key is absent where the product does not vary in it. */
  options: { colour?: ColourKey; memory?: string; size?: string }
  pricePaisa: number
  /** The struck-through price, above `pricePaisa`; null when not reduced. */
  compareAtPaisa: number | null
  /** Units received at seeding; 0 is sold out. */
  stock: number
  drawing: Drawing
}

export type SeedProduct = {
  slug: string
  /** A leaf category. */
  categorySlug: string
  brandSlug: string
  name: Localised
  modelNumber: string
  /** Two to four sentences. */
  description: Localised
  /** Three to five short selling points. */
  highlights: Localised[]
  /** 0 = no warranty. */
  warrantyMonths: number
  /** true: the brand's official Bangladesh warranty; false: imported unofficially. */
  isOfficial: boolean
  weightGrams: number
  specifications: Record<string, string | number | boolean>
  variants: SeedVariant[]
}

export type SeedCatalogue = { brands: SeedBrand[]; categories: SeedCategory[]; products: SeedProduct[] }
