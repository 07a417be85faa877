import { ApiError } from '@dhakacart/contract/client.ts'
import { getStaffSession, type StaffSession } from '@dhakacart/contract/console-session.schema.ts'
import type { Permission } from '@dhakacart/contract/staff-permissions.ts'
import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { callPlainly, rememberSignedIn } from '../api/call.ts'

export type Me = StaffSession['staff'] & {
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

export const sessionKey = ['session'] as const

/** Who is signed in, null when nobody is; undefined while that is being asked. */
export function useSession() {
  return useQuery<Me | null>({
    queryKey: sessionKey,
    queryFn: readSession,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

async function readSession(): Promise<Me | null> {
  try {
    const { staff } = await callPlainly(getStaffSession)
    rememberSignedIn(true)
    return { ...staff, can: (permission) => staff.permissions.includes(permission) }
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'STAFF_SIGN_IN_REQUIRED') throw error
    rememberSignedIn(false)
    return null
  }
}
