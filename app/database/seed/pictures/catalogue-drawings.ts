import type { Drawing, SeedCatalogue } from '../catalogue/catalogue.types.ts'
import { pictureKey } from './draw.ts'
import { fittingStyles } from './fitting-styles.ts'

/**
 * Every picture a catalogue may show, by its key: what it draws now, and each product in every style that fits it, so that
 * another choice among the fitting ones needs no new render.
 */
export function drawingsOf({ categories, products }: SeedCatalogue): Map<string, Drawing> {
  const drawings = new Map<string, Drawing>()
  const add = (drawing: Drawing) => drawings.set(pictureKey(drawing), drawing)
  for (const { drawing } of categories) add(drawing)
  for (const { specifications, variants } of products) {
    for (const { drawing } of variants) {
      add(drawing)
      for (const style of fittingStyles(drawing.form, specifications)) add({ ...drawing, style })
    }
  }
  return drawings
}
