import type { CategorySummary } from '@dhakacart/contract/catalogue.schema.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import { renderToStaticMarkup } from 'react-dom/server'
import { Icon } from '../components/icon.tsx'
import { links } from '../links.ts'
import type { Shop } from '../shop.ts'

const rendered = new WeakMap<readonly CategorySummary[], Partial<Record<Language, string>>>()

/** The menu of categories. Every page has the same one, so it is rendered once per language and change of the categories. */
export function menuHtml(shop: Shop, categories: readonly CategorySummary[]): string {
  const kept = rendered.get(categories) ?? {}
  rendered.set(categories, kept)
  kept[shop.language] ??= renderToStaticMarkup(<Menu shop={shop} categories={categories} />)
  return kept[shop.language] ?? ''
}

function Menu({ shop, categories }: { shop: Shop; categories: readonly CategorySummary[] }) {
  const { language, pick } = shop
  const texts = shop.texts.layout
  const tops = categories.filter((category) => category.parentSlug === null)
  return (
    <details className="menu" data-menu="">
      <summary>
        <Icon name="menu" />
        <span>{texts.categories}</span>
      </summary>
      <nav className="menu-panel" aria-label={texts.categories}>
        {tops.map((top) => (
          <section key={top.slug}>
            <a className="menu-top" href={links.category(language, top.slug)}>
              {pick(top.name)}
            </a>
            <ul>
              {categories
                .filter((category) => category.parentSlug === top.slug)
                .map((leaf) => (
                  <li key={leaf.slug}>
                    <a href={links.category(language, leaf.slug)}>{pick(leaf.name)}</a>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </nav>
    </details>
  )
}
