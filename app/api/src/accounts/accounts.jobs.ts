import type { ServiceContext } from '../service-context.ts'
import * as sessions from './sessions.repository.ts'
import { forgetOldTries } from './sign-in.service.ts'

const rowsAtOnce = 500

/** Deletes sessions that are over and counters of past hours, some at a time; returns how many. */
export async function sweepAccounts(context: ServiceContext): Promise<number> {
  const sessionCount = await sessions.deleteOver(context.db, rowsAtOnce)
  return sessionCount + (await forgetOldTries(context, rowsAtOnce))
}
