import {
  ApiError,
  type CallOptions,
  createClient,
  type SendAnswer,
  type SendRequest,
} from '@dhakacart/contract/client.ts'
import type { AnswerOf, Route } from '@dhakacart/contract/route.ts'
import { demandFromPerson } from './demands.ts'

const client = createClient(send)

/** Whether somebody was signed in since the page was loaded: only then a session can have expired under their hands. */
let wasSignedIn = false

export function rememberSignedIn(isSignedIn: boolean): void {
  wasSignedIn = isSignedIn
}

/**
 * Calls the api and returns the body of its answer. When the session has expired or a fresh code is needed, asks the
 * person in a dialog and repeats the call, so nothing typed is lost. Throws ApiError, ApiAway, or Declined.
 */
export async function callApi<R extends Route>(route: R, options: CallOptions<R> = {}): Promise<AnswerOf<R>> {
  for (;;) {
    try {
      return (await client(route, options)).body
    } catch (error) {
      const demand = demandOf(error)
      if (demand === null) throw error
      await demandFromPerson(demand)
    }
  }
}

/** Without dialogs: for signing in itself, whose refusals are its own answers. */
export async function callPlainly<R extends Route>(route: R, options: CallOptions<R> = {}): Promise<AnswerOf<R>> {
  return (await client(route, options)).body
}

function demandOf(error: unknown) {
  if (!(error instanceof ApiError)) return null
  if (error.code === 'STEP_UP_REQUIRED') return 'step_up'
  return error.code === 'STAFF_SIGN_IN_REQUIRED' && wasSignedIn ? 'sign_in' : null
}

async function send({ method, path, headers, body, timeoutMs }: SendRequest): Promise<SendAnswer> {
  const answer = await fetch(path, { method, headers, body, cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) })
  const content: unknown = await answer.json().catch(() => null)
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: content }
}
