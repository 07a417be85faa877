import { ApiError } from '@dhakacart/contract/client.ts'
import { getStaffSession, type StaffSession } from '@dhakacart/contract/console-session.schema.ts'
import type { Permission } from '@dhakacart/contract/staff-permissions.ts'
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { callPlainly, rememberSignedIn } from '../api/call.ts'

export type Me = StaffSession['staff'] & {
  recoveryCodesLeft: number
  /** Whether this person may do it. The api decides; here it only hides what would be refused. */
  can: (permission: Permission) => boolean
}

export const MeContext = createContext<Me | null>(null)

/** Who is signed in. For components inside the signed-in part of the console. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (me === null) throw new Error('useMe is for pages that stand behind the sign-in')
  return me
}

const sessionKey = ['session'] as const

const askAgainMs = 5_000

/** Who is signed in, null when nobody is; undefined while that is being asked. */
export function useSession() {
  return useQuery<Me | null>({
    queryKey: sessionKey,
    queryFn: readSession,
    staleTime: Number.POSITIVE_INFINITY,
    // Without it there is no console: whoever waits for the shop to come back need not press anything.
    refetchInterval: ({ state }) => (state.status === 'error' ? askAgainMs : false),
  })
}

/** Takes over what a sign-in answered. */
export function keepSession(queries: QueryClient, session: StaffSession): void {
  queries.setQueryData<Me | null>(sessionKey, toMe(session))
}

async function readSession(): Promise<Me | null> {
  try {
    return toMe(await callPlainly(getStaffSession))
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'STAFF_SIGN_IN_REQUIRED') throw error
    rememberSignedIn(false)
    return null
  }
}

function toMe({ staff, recoveryCodesLeft }: StaffSession): Me {
  rememberSignedIn(true)
  return { ...staff, recoveryCodesLeft, can: (permission) => staff.permissions.includes(permission) }
}

/** Asks again who is signed in: after a change of one's own account. */
export function forgetSession(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: sessionKey })
}
