import type { Shop } from './shop.ts'

/** What a shopper reads for an error code of the api; the general text for codes that only a program can cause. */
export function errorText({ texts: { errors } }: Shop, code: string): string {
  return Object.hasOwn(errors, code) ? errors[code as keyof typeof errors] : errors.GENERAL
}
