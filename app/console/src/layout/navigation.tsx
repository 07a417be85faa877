import { Icon } from '../components/icon.tsx'
import { Link } from '../router/link.tsx'
import { useAddress } from '../router/location.ts'
import { type PageRoute, pageRoutes } from '../routes.tsx'
import { type Me, useMe } from '../session/session.tsx'
import type { Texts } from '../texts/en.ts'
import { useWords } from '../words.ts'

type NavRoute = PageRoute & { nav: NonNullable<PageRoute['nav']> }

/** The pages this person may open, in the order of the route table. */
export function navRoutesOf(me: Me): NavRoute[] {
  return pageRoutes.filter(
    (route): route is NavRoute => route.nav !== undefined && (route.permission === null || me.can(route.permission)),
  )
}

/** The pages of the console by group; what the role may not open is not there. */
export function Navigation({ onChoose }: { onChoose?: () => void }) {
  const { texts } = useWords()
  const { path } = useAddress()
  const routes = navRoutesOf(useMe())
  const groups = Object.keys(texts.nav.groups) as (keyof Texts['nav']['groups'])[]
  const isHere = (to: string) => path === to || (to !== '/' && path.startsWith(`${to}/`))
  return (
    <nav className="nav" aria-label={texts.nav.label}>
      {groups.map((group) => {
        const here = routes.filter(({ nav }) => nav.group === group)
        if (here.length === 0) return null
        return (
          <section key={group} className="nav-group">
            <h2>{texts.nav.groups[group]}</h2>
            <ul>
              {here.map(({ path: to, nav }) => (
                <li key={to}>
                  <Link to={to} aria-current={isHere(to) ? 'page' : undefined} onClick={onChoose}>
                    <Icon name={nav.icon} />
                    {texts.nav.pages[nav.label]}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </nav>
  )
}
