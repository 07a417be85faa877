import { toBanglaDigits, transliterate } from './bangla.ts'
import type { Localised, SpecificationDefinition } from './catalogue.types.ts'
import type { Sentence, SpecificationValues } from './leaf.ts'

/** What `{…}` in a sentence may stand for. */
export type Wording = {
  definitions: readonly SpecificationDefinition[]
  specifications: SpecificationValues
  names: Record<string, Localised>
}

/** Fills the placeholders of a sentence in both languages. Throws at one that stands for nothing. */
export function fillIn(sentence: Sentence, wording: Wording): Localised {
  return {
    en: sentence[0].replace(/\{(\w+)\}/g, (_, key: string) => wordFor(key, 'en', wording)),
    bn: sentence[1].replace(/\{(\w+)\}/g, (_, key: string) => wordFor(key, 'bn', wording)),
  }
}

function wordFor(key: string, language: 'en' | 'bn', wording: Wording): string {
  const name = wording.names[key]
  if (name !== undefined) return name[language]
  const value = wording.specifications[key]
  const definition = wording.definitions.find((candidate) => candidate.key === key)
  if (value === undefined || definition === undefined) throw new Error(`{${key}} stands for nothing`)
  if (definition.kind === 'choice') return definition.values?.[String(value)]?.[language] ?? String(value)
  if (language === 'en') return String(value)
  return definition.kind === 'text' ? transliterate(String(value)) : toBanglaDigits(String(value))
}
