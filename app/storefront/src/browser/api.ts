import { createClient, type SendAnswer, type SendRequest } from '@dhakacart/contract/client.ts'

/** Calls the api from the browser: what may be repeated is, once, when it was lost or unanswered for 5 s. */
export const callApi = createClient(send)

async function send({ method, path, headers, body, timeoutMs }: SendRequest): Promise<SendAnswer> {
  // A browser chooses its own connections; after a reset or a cancelled request it opens a new one by itself.
  const answer = await fetch(path, { method, headers, body, cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) })
  const content: unknown = await answer.json().catch(() => null)
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: content }
}
