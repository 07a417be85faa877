import { type ComponentType, createElement } from 'react'
import { renderToString } from 'react-dom/server'
import type { IslandName, IslandProps, Wake } from './islands.ts'

type Props<Name extends IslandName> = {
  name: Name
  component: ComponentType<IslandProps<Name>>
  props: IslandProps<Name>
  /** When the browser loads its code; see islands.ts. */
  wake: Wake
}

/**
 * A part of a page that becomes interactive in the browser. It is rendered by itself, so that it hydrates alone, and its
 * props travel with it: give it the few texts it needs, not all of them. `props` must be plain data.
 */
export function Island<Name extends IslandName>({ name, component, props, wake }: Props<Name>) {
  return (
    <div
      className={`island-${name}`}
      data-island={name}
      data-wake={wake}
      data-props={JSON.stringify(props)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: what React itself rendered one line above.
      dangerouslySetInnerHTML={{ __html: renderToString(createElement(component, props)) }}
    />
  )
}
