import { Logo } from '../layout/logo.tsx'
import { LanguageSwitch } from '../layout/person-menu.tsx'
import { useWords } from '../words.ts'

/** Stands at every address until somebody is signed in. */
export function SignInPage() {
  const { texts } = useWords()
  return (
    <main className="alone" id="content">
      <header className="alone-head">
        <Logo />
        <LanguageSwitch />
      </header>
      <section className="panel">
        <h1>{texts.signIn.title}</h1>
      </section>
    </main>
  )
}
