import { type ReactNode, useRef, useState } from 'react'
import { Icon } from '../components/icon.tsx'
import { Link } from '../router/link.tsx'
import { useWords } from '../words.ts'
import { HelpDialog } from './help-dialog.tsx'
import { Logo } from './logo.tsx'
import { Navigation } from './navigation.tsx'
import { LanguageSwitch, PersonMenu } from './person-menu.tsx'
import { useShortcuts } from './shortcuts.ts'

/** What stands around every page: skip link, bar, navigation at the side or, on a phone, in a drawer. */
export function Shell({ children }: { children: ReactNode }) {
  const { texts } = useWords()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const drawer = useRef<HTMLDialogElement>(null)
  useShortcuts(() => setHelpOpen(true))
  const closeDrawer = () => drawer.current?.close()
  return (
    <>
      <a className="skip" href="#content">
        {texts.layout.skip}
      </a>
      <header className="bar">
        <button
          type="button"
          className="icon-button bar-menu"
          aria-label={texts.nav.open}
          onClick={() => drawer.current?.showModal()}
        >
          <Icon name="menu" />
        </button>
        <Link to="/" className="bar-home">
          <Logo />
          <span className="unseen">{texts.layout.home}</span>
        </Link>
        <div className="bar-tools">
          <LanguageSwitch />
          <button
            type="button"
            className="icon-button"
            aria-label={texts.layout.help}
            onClick={() => setHelpOpen(true)}
          >
            <Icon name="help" />
          </button>
          <PersonMenu />
        </div>
      </header>
      <div className="frame">
        <aside className="side">
          <Navigation />
        </aside>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
      <dialog ref={drawer} className="drawer" aria-label={texts.nav.label}>
        <button type="button" className="icon-button" aria-label={texts.general.close} onClick={closeDrawer}>
          <Icon name="close" />
        </button>
        <Navigation onChoose={closeDrawer} />
      </dialog>
      {isHelpOpen && <HelpDialog onClose={() => setHelpOpen(false)} />}
    </>
  )
}
