import { type ReactNode, useEffect } from 'react'
import { Logo } from '../layout/logo.tsx'
import { LanguageSwitch } from '../layout/person-menu.tsx'
import { useWords } from '../words.ts'
import { SignInSteps, useKeepSession } from './sign-in-steps.tsx'

/** Stands at every address until somebody is signed in; the address asked for opens afterwards. */
export function SignInPage() {
  const { texts } = useWords()
  const keep = useKeepSession()
  return (
    <AlonePage title={texts.signIn.title}>
      <SignInSteps onDone={keep} />
    </AlonePage>
  )
}

/** A page for whoever is not signed in: the mark, the language and one box. */
export function AlonePage({ title, children }: { title: string; children: ReactNode }) {
  const { texts } = useWords()
  useEffect(() => {
    document.title = `${title} · ${texts.layout.product}`
  }, [title, texts])
  return (
    <main className="alone" id="content">
      <header className="alone-head">
        <Logo />
        <LanguageSwitch />
      </header>
      <section className="panel">
        <h1>{title}</h1>
        {children}
      </section>
    </main>
  )
}
