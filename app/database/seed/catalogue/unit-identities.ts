/** Leaves whose units carry the IMEI of a mobile network. Tablets are sold here with and without one, so theirs is the serial number. */
const imei = new Set(['smartphones', 'feature-phones'])

/** Leaves whose units carry a maker's serial number by which the warranty is claimed. */
const serial = new Set([
  'tablets',
  'laptops',
  'desktop-pcs',
  'all-in-one-pcs',
  'monitors',
  'processors',
  'motherboards',
  'graphics-cards',
  'ram',
  'ssd',
  'hard-drives',
  'power-supplies',
  'printers',
  'ups',
  'routers',
  'televisions',
  'soundbars',
  'projectors',
  'smartwatches',
  'mirrorless-cameras',
  'camera-lenses',
  'action-cameras',
  'drones',
  'game-consoles',
  'refrigerators',
  'air-conditioners',
  'washing-machines',
  'microwave-ovens',
  'water-purifiers',
])

/** What packing records of each unit of a leaf. */
export function unitIdentityOf(leafSlug: string): 'none' | 'serial' | 'imei' {
  if (imei.has(leafSlug)) return 'imei'
  return serial.has(leafSlug) ? 'serial' : 'none'
}
