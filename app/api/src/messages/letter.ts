import type { Language } from '@dhakacart/contract/language.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'

const words = {
  en: {
    dear: (name: string) => `Dear ${name},`,
    follow: 'Follow your order here. Whoever has this link sees the order, so keep it to yourself:',
    shop: 'DhakaCart',
  },
  bn: {
    dear: (name: string) => `প্রিয় ${name},`,
    follow: 'এখানে অর্ডারের খোঁজ নিন। এই লিংক যার কাছে থাকবে সে-ই অর্ডারটি দেখতে পাবে, তাই কাউকে দেবেন না:',
    shop: 'ঢাকাকার্ট',
  },
}

/** An e-mail about an order: greeting, paragraphs, the link, our name. */
export function letter(language: Language, name: string, paragraphs: readonly string[], link: string): string {
  const { dear, follow, shop } = words[language]
  return [dear(name), ...paragraphs, `${follow}\n${link}`, shop].join('\n\n')
}

/** An amount in an English SMS. The taka sign would make the whole text UCS-2 and cost twice as much. */
export function takaInGsm(paisa: number): string {
  return formatTaka(paisa, 'en').replace('৳', 'Tk ')
}
