import { formatDate, formatDateTime } from '@dhakacart/contract/dates.ts'
import { formatNumber, toBanglaDigits } from '@dhakacart/contract/digits.ts'
import { isLanguage, type Language } from '@dhakacart/contract/language.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'
import { useSyncExternalStore } from 'react'
import { bn } from './texts/bn.ts'
import { en, type Texts } from './texts/en.ts'

/** What every component needs to speak to a member of staff: one language, its words and its way of writing numbers. */
export type Words = {
  language: Language
  texts: Texts
  /** Paisa as `৳1,25,000`. */
  money: (paisa: number) => string
  number: (value: number) => string
  /** Digits inside other text: a phone number, an order number, a version. */
  digits: (text: string) => string
  pick: (localised: Readonly<Record<Language, string>>) => string
  /** Day in Dhaka. */
  date: (iso: string) => string
  /** Day and minute in Dhaka. */
  dateTime: (iso: string) => string
}

function wordsIn(language: Language, texts: Texts): Words {
  return Object.freeze({
    language,
    texts,
    money: (paisa: number) => formatTaka(paisa, language),
    number: (value: number) => formatNumber(value, language),
    digits: (text: string) => (language === 'bn' ? toBanglaDigits(text) : text),
    pick: (localised: Readonly<Record<Language, string>>) => localised[language],
    date: (iso: string) => formatDate(iso, language),
    dateTime: (iso: string) => formatDateTime(iso, language),
  })
}

const wordsOf: Readonly<Record<Language, Words>> = { en: wordsIn('en', en), bn: wordsIn('bn', bn) }

const key = 'console-language'
const listeners = new Set<() => void>()
let language: Language = readLanguage()

function readLanguage(): Language {
  const kept = window.localStorage.getItem(key)
  if (isLanguage(kept)) return kept
  return window.navigator.language.startsWith('bn') ? 'bn' : 'en'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The words of the chosen language; the component renders again when another is chosen. */
export function useWords(): Words {
  return wordsOf[useSyncExternalStore(subscribe, () => language)]
}

/** Words outside of components: for toasts and titles. */
export function currentWords(): Words {
  return wordsOf[language]
}

/** Speaks this language from now on, in every window this browser opens. */
export function chooseLanguage(next: Language): void {
  language = next
  window.localStorage.setItem(key, next)
  applyLanguage()
  for (const listener of listeners) listener()
}

/** Screen readers and fonts go by the language of the document. */
export function applyLanguage(): void {
  document.documentElement.lang = language
}
