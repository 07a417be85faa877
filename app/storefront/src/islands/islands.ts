import type { ComponentProps, ComponentType } from 'react'

/** The code of every island, by the name that stands in the page. Each becomes a file of its own. */
export const islands = {
  'cart-board': () => import('./cart-board.tsx'),
  'checkout-form': () => import('./checkout-form.tsx'),
  'delivery-estimate': () => import('./delivery-estimate.tsx'),
  'product-panel': () => import('./product-panel.tsx'),
  'search-box': () => import('./search-box.tsx'),
}

export type IslandName = keyof typeof islands
type Loaded<Name extends IslandName> = Awaited<ReturnType<(typeof islands)[Name]>>
export type IslandProps<Name extends IslandName> =
  Loaded<Name> extends { default: infer Component }
    ? Component extends ComponentType<infer _>
      ? ComponentProps<Component>
      : never
    : never

/**
 * touch: with the first pointer, key or focus inside it; idle: when the browser has nothing else to do; visible: when it
 * comes into view. What a shopper does before it is awake works as without JavaScript, except that a submit waits for it.
 */
export type Wake = 'touch' | 'idle' | 'visible'
