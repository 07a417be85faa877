import type { overview as english } from '../en/overview.ts'

export const overview: typeof english = {
  title: 'এক নজরে',
  text: 'আজ দোকানে যা হচ্ছে।',
}
