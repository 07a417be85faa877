import { repeatWhenLost, type Try } from '@dhakacart/contract/client.ts'
import { type GoOn, sentByScript } from '../sent-by-script.ts'
import { pageShown } from './shown-page.ts'

/** The storefront asks the api for up to 30 s, and answers after them: then something is lost. */
const secondTryTimeoutMs = 35_000

type Answer = { isGoOn: boolean; text: string }

/**
 * Sends a form that may be repeated, because it carries a key, and goes where a browser would go with the answer; a lost one is
 * sent once more. Throws, with the page as it was, when no answer of ours came.
 */
export async function sendForm(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  if (submitter instanceof HTMLButtonElement) fields.set(submitter.name, submitter.value)
  const { isGoOn, text } = await repeatWhenLost((waited) => post(form.action, fields, waited), secondTryTimeoutMs)
  if (isGoOn) location.assign((JSON.parse(text) as GoOn).goOnTo)
  else showPage(text)
}

async function post(url: string, body: URLSearchParams, { timeoutMs }: Try): Promise<Answer> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { [sentByScript]: '1' },
    body,
    cache: 'no-store',
    signal: AbortSignal.timeout(timeoutMs),
  })
  const isGoOn = answer.headers.get('content-type')?.startsWith('application/json') ?? false
  return { isGoOn, text: await answer.text() }
}

/** As if the browser had loaded it: its words from the top, and focus where the page wants it. */
function showPage(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const main = page.querySelector('main')
  if (main === null) throw new Error('the answer is no page of ours')
  document.title = page.title
  document.querySelector('main')?.replaceWith(main)
  const wanted = main.querySelector<HTMLElement>('[autofocus]') ?? main
  wanted.focus({ preventScroll: true })
  scrollTo({ top: 0, behavior: 'instant' })
  // Our code knows the islands of its own release; those of a newer one stay the plain forms that they are.
  if (scriptOf(page) === scriptOf(document)) dispatchEvent(new Event(pageShown))
}

function scriptOf(page: Document): string | null {
  return page.querySelector('script[type=module]')?.getAttribute('src') ?? null
}
