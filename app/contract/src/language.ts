/** The two languages of the shop; English first because it is what `/en` falls back to in lists. */
export const languages = ['en', 'bn'] as const

export type Language = (typeof languages)[number]

/** True for exactly `en` and `bn`; anything from outside (a path, a cookie, a body) goes through here first. */
export function isLanguage(value: unknown): value is Language {
  return value === 'en' || value === 'bn'
}
