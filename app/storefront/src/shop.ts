import { formatNumber, toBanglaDigits } from '@dhakacart/contract/digits.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'
import type { Localised } from '@dhakacart/contract/shapes.ts'
import { bn } from './texts/bn.ts'
import { en, type Texts } from './texts/en.ts'

/** What every view needs to speak to a shopper: one language, its words and its way of writing numbers. */
export type Shop = {
  language: Language
  texts: Texts
  money: (paisa: number) => string
  number: (value: number) => string
  /** Digits inside other text: a phone number, a year. */
  digits: (text: string) => string
  pick: (localised: Localised) => string
}

function shopIn(language: Language, texts: Texts): Shop {
  return Object.freeze({
    language,
    texts,
    money: (paisa: number) => formatTaka(paisa, language),
    number: (value: number) => formatNumber(value, language),
    digits: (text: string) => (language === 'bn' ? toBanglaDigits(text) : text),
    pick: (localised: Localised) => localised[language],
  })
}

export const shops: Readonly<Record<Language, Shop>> = Object.freeze({ en: shopIn('en', en), bn: shopIn('bn', bn) })
