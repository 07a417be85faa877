import { type ComponentType, createElement, type ReactNode, useEffect } from 'react'
import { hydrateRoot } from 'react-dom/client'

/** Makes what the server rendered interactive; resolves when React has taken it over and its handlers work. */
export function hydrate(element: HTMLElement, component: ComponentType<object>): Promise<void> {
  const props = JSON.parse(element.dataset.props ?? '{}') as object
  return new Promise((resolve) => {
    hydrateRoot(element, createElement(WhenHydrated, { tell: resolve }, createElement(component, props)))
  })
}

// An effect runs after hydration, however long a slow phone takes for it; events sent before would be lost.
function WhenHydrated({ tell, children }: { tell: () => void; children?: ReactNode }) {
  useEffect(tell, [tell])
  return children
}
