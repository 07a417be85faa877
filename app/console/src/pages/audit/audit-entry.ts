import { toLatinDigits } from '@dhakacart/contract/digits.ts'

/** `order:123` of the kind that was chosen and what was typed; the number of an order where no kind was. null: about anything. */
export function askedSubject(kind: string | null, typed: string | null): string | null {
  const of = toLatinDigits(typed ?? '').replace(/[^A-Za-z0-9_.-]/g, '')
  if (of === '') return kind
  return `${kind ?? 'order'}:${kind === null || kind === 'order' ? of.toUpperCase() : of}`
}

const pages: Readonly<Record<string, (id: string) => string>> = {
  order: (id) => `/orders/${id}`,
  product: (id) => `/products/${id}`,
  sale: (id) => `/sales/${id}`,
  coupon: (id) => `/coupons/${id}`,
  import: (id) => `/imports/${id}`,
  settlement: (id) => `/settlements/${id}`,
  statement: (id) => `/reconciliation/statements/${id}`,
  category: () => '/categories',
  brand: () => '/categories?tab=brands',
  zone: () => '/delivery',
  settings: (id) => (id === 'instalments' ? '/settings?tab=instalments' : '/settings'),
  staff: () => '/staff',
}

/** Where it is shown; null for what has no page. */
export function pageOf(kind: string, id: string): string | null {
  return pages[kind]?.(id) ?? null
}
