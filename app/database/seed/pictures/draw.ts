import { colours, type Drawing, type PictureForm } from '../catalogue/catalogue.types.ts'
import { stylesOf } from './forms/forms.ts'
import { paletteOf } from './palette.ts'
import { openStudio, type Studio } from './studio.ts'

/** How many body styles a form has; a drawing's style counts modulo this. */
export function styleCount(form: PictureForm): number {
  return stylesOf[form].length
}

/** The picture's stable name, such as `smartphone-1-black`; drawings that look the same share it. */
export function pictureKey(drawing: Drawing): string {
  return `${drawing.form}-${styleIndex(drawing)}-${drawing.colour}`
}

/** The product alone, without backdrop, for scenes that show several under one studio's light. */
export function drawProduct(studio: Studio, drawing: Drawing): string {
  const style = stylesOf[drawing.form][styleIndex(drawing)]
  if (!style) throw new Error(`The form ${drawing.form} has no styles`)
  return style(studio, paletteOf(colours[drawing.colour].hex)).join('')
}

/** The product as a 960 by 960 SVG document; the same drawing always gives the same text. */
export function drawSvg(drawing: Drawing): string {
  const studio = openStudio()
  const body = studio.backdrop() + drawProduct(studio, drawing)
  return svgDocument(studio, 960, 960, body)
}

export function svgDocument(studio: Studio, width: number, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${studio.definitions()}</defs>${body}</svg>`
}

function styleIndex(drawing: Drawing): number {
  const count = styleCount(drawing.form)
  return ((drawing.style % count) + count) % count
}
