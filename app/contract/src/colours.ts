/** Colours that products are sold in: the key is stored, name and swatch are shown. */
export const colours = {
  black: { name: { en: 'Black', bn: 'কালো' }, hex: '#23262b' },
  white: { name: { en: 'White', bn: 'সাদা' }, hex: '#f4f5f6' },
  silver: { name: { en: 'Silver', bn: 'রুপালি' }, hex: '#c4c9cf' },
  grey: { name: { en: 'Grey', bn: 'ধূসর' }, hex: '#6b7178' },
  blue: { name: { en: 'Blue', bn: 'নীল' }, hex: '#2f5fb3' },
  'sky-blue': { name: { en: 'Sky Blue', bn: 'আকাশি' }, hex: '#8fc1ea' },
  green: { name: { en: 'Green', bn: 'সবুজ' }, hex: '#3d7a5a' },
  mint: { name: { en: 'Mint', bn: 'মিন্ট' }, hex: '#a9dcc3' },
  gold: { name: { en: 'Gold', bn: 'সোনালি' }, hex: '#d9b779' },
  purple: { name: { en: 'Purple', bn: 'বেগুনি' }, hex: '#7b62b5' },
  pink: { name: { en: 'Pink', bn: 'গোলাপি' }, hex: '#e9a6b8' },
  red: { name: { en: 'Red', bn: 'লাল' }, hex: '#c23b3b' },
  orange: { name: { en: 'Orange', bn: 'কমলা' }, hex: '#e58a3c' },
  // Printer ink is sold by these three; no ordinary colour stands for them.
  cyan: { name: { en: 'Cyan', bn: 'সায়ান' }, hex: '#1c9fd0' },
  magenta: { name: { en: 'Magenta', bn: 'ম্যাজেন্টা' }, hex: '#c2388f' },
  yellow: { name: { en: 'Yellow', bn: 'হলুদ' }, hex: '#f0c42c' },
} as const satisfies Record<string, { name: { en: string; bn: string }; hex: `#${string}` }>
export type ColourKey = keyof typeof colours
