import type { Shop } from '../shop.ts'

export type Crumb = { name: string; path: string }

/** Where a page stands: home, then each step down. The last one is the page itself. */
export function Breadcrumbs({ shop, crumbs }: { shop: Shop; crumbs: readonly Crumb[] }) {
  return (
    <nav className="crumbs width" aria-label={shop.texts.layout.breadcrumbs}>
      <ol>
        {crumbs.map(({ name, path }, index) => (
          <li key={path}>
            {index === crumbs.length - 1 ? <span aria-current="page">{name}</span> : <a href={path}>{name}</a>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
