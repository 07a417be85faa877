import { formatDate, formatDateTime } from '@dhakacart/contract/dates.ts'
import { formatNumber, toBanglaDigits } from '@dhakacart/contract/digits.ts'
import { isLanguage, type Language } from '@dhakacart/contract/language.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'
import { useSyncExternalStore } from 'react'
import type { Texts } from './texts/en.ts'

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

const loaders: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import('./texts/en.ts')).en,
  bn: async () => (await import('./texts/bn.ts')).bn,
}
/** Most people stay with one language, and the texts of the other are a fifth of all that a browser would load first. */
const loaded = new Map<Language, Words>()

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

/** Brings the words of the chosen language; nothing is shown before. */
export async function loadWords(): Promise<void> {
  await load(language)
}

async function load(wanted: Language): Promise<void> {
  if (!loaded.has(wanted)) loaded.set(wanted, wordsIn(wanted, await loaders[wanted]()))
}

function wordsOf(wanted: Language): Words {
  const words = loaded.get(wanted)
  if (words === undefined) throw new Error(`the words of ${wanted} are not here yet`)
  return words
}

/** The words of the chosen language; the component renders again when another is chosen. */
export function useWords(): Words {
  return wordsOf(useSyncExternalStore(subscribe, () => language))
}

/** Words outside of components: for toasts and titles. */
export function currentWords(): Words {
  return wordsOf(language)
}

/** Speaks this language from now on, in every window this browser opens. */
export async function chooseLanguage(next: Language): Promise<void> {
  window.localStorage.setItem(key, next)
  try {
    await load(next)
  } catch {
    // The file is gone with an earlier release, or the network is: the page comes again, or says so as any page does.
    window.location.reload()
    return
  }
  language = next
  applyLanguage()
  for (const listener of listeners) listener()
}

/** Screen readers and fonts go by the language of the document. */
export function applyLanguage(): void {
  document.documentElement.lang = language
}
