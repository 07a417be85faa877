import type { Random } from './random.ts'

/**
 * Who comes to a sale, as shares of all visitors. Assumptions of ours, not measurements of a real sale: the share of buyers of
 * anything is four times the 3 % that shops usually see, because a sale is why they come; the 8 % who want the one product on
 * sale make 100,000 visitors press 8,000 times within the first minutes, which is the door-buster rate of about 170 orders/s
 * that big shops plan for.
 */
export const shares = {
  /** Looks at home, categories and products. */
  browser: 0.62,
  /** Types into the search box, in English, Bangla and Banglish. */
  searcher: 0.2,
  /** Comes for the one product on sale. */
  rusher: 0.08,
  /** Buys something at its usual price. */
  buyer: 0.05,
  /** Fills a cart, looks at the checkout and goes. */
  abandoner: 0.05,
} as const
export type Role = keyof typeof shares
export type Shares = Readonly<Record<Role, number>>

/** Of all page views, those followed by three angry reloads within a second. */
export const angryShare = 0.02
/** Of orders, those paid through the simulated gateway; the others pay cash on delivery, as most of Bangladesh does. */
export const onlineShare = 0.2
/** Of visitors, those who read Bangla pages. */
export const banglaShare = 0.7
/** Of first views, those that come from a social network or an advertisement with a click id of their own in the address. */
export const clickIdShare = 0.5

export const searchWords = [
  'samsung',
  'মোবাইল',
  'phn',
  'mobail',
  'frij',
  'redmi note',
  'router',
  'hedphone',
  'এসি',
  'ssd',
]

export function drawRole(random: Random, ofAll: Shares = shares): Role {
  let left = random()
  for (const [role, share] of Object.entries(ofAll) as [Role, number][]) {
    left -= share
    if (left < 0) return role
  }
  return 'browser'
}
