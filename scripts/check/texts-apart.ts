import { type HouseRule, lineAt, type SourceFile, type Violation } from './source-file.ts'

/** Pages of shoppers and staff, which are in two languages. */
const PAGE = /^app\/(?:storefront|console)\/src\/.*\.tsx$/
/** What stands between two tags, on lines of its own or not; `=>` is code. */
const BETWEEN_TAGS = /(?<!=)>([^<>{}]*)<\//g
/** Attributes that are read aloud or shown. */
const SPOKEN = /\b(?:aria-label|alt|title|placeholder)="([^"]*)"/g
/** The shop's own name, whole or in the two halves of its logo, is the same in every language. */
const OWN_NAME = /^(?:DhakaCart|Dhaka|Cart)$/

/** No word stands in the markup itself: it would be English on the Bangla page. */
export const textsApart: HouseRule = {
  name: 'texts-apart',
  find: (files) => files.filter(({ path }) => PAGE.test(path)).flatMap(findInFile),
}

function findInFile({ path, text }: SourceFile): Violation[] {
  return [BETWEEN_TAGS, SPOKEN].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((found) => {
      const words = found[1] ?? ''
      if (!/[A-Za-z]{2}/.test(words) || OWN_NAME.test(words.trim())) return []
      const start = found.index + found[0].indexOf(words) + (words.length - words.trimStart().length)
      return [{ path, line: lineAt(text, start), sentence: 'Words belong into the texts of both languages.' }]
    }),
  )
}
