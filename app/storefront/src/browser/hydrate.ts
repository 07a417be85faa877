import { type ComponentType, createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'

/** Makes what the server rendered interactive; resolves when React has taken it over. */
export function hydrate(element: HTMLElement, component: ComponentType<object>): Promise<void> {
  const props = JSON.parse(element.dataset.props ?? '{}') as object
  return new Promise((resolve) => {
    hydrateRoot(element, createElement(component, props))
    // React schedules hydration as a task of its own; two frames later it has run.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  })
}
