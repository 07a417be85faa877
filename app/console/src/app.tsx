import { ApiError } from '@dhakacart/contract/client.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Component, type ReactNode, Suspense } from 'react'
import { Button } from './components/button.tsx'
import { PageHeader } from './components/page-header.tsx'
import { Empty, Loading, Problem } from './components/states.tsx'
import { Toasts } from './components/toasts.tsx'
import { Shell } from './layout/shell.tsx'
import { useAddress } from './router/location.ts'
import { matchPath } from './router/match.ts'
import { type PageRoute, pageRoutes } from './routes.tsx'
import { DemandDialogs } from './session/demand-dialogs.tsx'
import { InvitationPage } from './session/invitation.page.tsx'
import { MeContext, useMe, useSession } from './session/session.tsx'
import { SignInPage } from './session/sign-in.page.tsx'
import { currentWords, useWords } from './words.ts'

/** Staff look at what others change: an answer older than this is read again when it is looked at. */
const freshMs = 5_000

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: freshMs,
      // The client itself repeats a lost read once; an answer of the api is not made better by asking again.
      retry: (count, error) => !(error instanceof ApiError) && count < 1,
    },
  },
})

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Entrance />
      <Toasts />
    </QueryClientProvider>
  )
}

/** The link of an invitation opens for whoever holds it, also while somebody else is signed in on this browser. */
function Entrance() {
  const { path } = useAddress()
  return path === '/invitation' ? <InvitationPage /> : <Signed />
}

/** The sign-in page stands at every address until somebody is signed in, so the address asked for is kept. */
function Signed() {
  const session = useSession()
  if (session.data === undefined) {
    return (
      <main className="alone">
        {session.isError ? <Problem error={session.error} onRetry={() => void session.refetch()} /> : <Loading />}
      </main>
    )
  }
  if (session.data === null) return <SignInPage />
  return (
    <MeContext value={session.data}>
      <Shell>
        <CurrentPage />
      </Shell>
      <DemandDialogs />
    </MeContext>
  )
}

function CurrentPage() {
  const { path } = useAddress()
  const { texts } = useWords()
  const me = useMe()
  for (const route of pageRoutes) {
    const params = matchPath(route.path, path)
    if (params === null) continue
    if (route.permission !== null && !me.can(route.permission)) {
      return <Message title={texts.layout.deniedTitle} text={texts.layout.deniedText(texts.roles[me.role])} />
    }
    return <PageInPlace key={path} route={route} params={params} />
  }
  return <Message title={texts.layout.nowhereTitle} text={texts.layout.nowhereText} />
}

function PageInPlace({ route: { page: Page }, params }: { route: PageRoute; params: Record<string, string> }) {
  return (
    <PageBoundary>
      <Suspense fallback={<Loading lines={8} />}>
        <Page params={params} />
      </Suspense>
    </PageBoundary>
  )
}

function Message({ title, text }: { title: string; text: string }) {
  return (
    <>
      <PageHeader title={title} />
      <Empty icon="alert" title={text} />
    </>
  )
}

/** A page that breaks takes itself away, not the navigation. */
class PageBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    const { texts } = currentWords()
    return (
      <Empty icon="alert" title={texts.layout.brokenTitle} text={texts.layout.brokenText}>
        <Button onClick={() => window.location.reload()}>{texts.layout.reload}</Button>
      </Empty>
    )
  }
}
