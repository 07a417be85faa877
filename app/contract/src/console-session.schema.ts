import Type, { type Static } from 'typebox'
import { defineRoute, defineStaffRoute } from './route.ts'
import { ErrorAnswer, errorResponses, Id } from './shapes.ts'
import { permissions, staffRoles } from './staff-permissions.ts'

export const StaffSession = Type.Object({
  staff: Type.Object({
    id: Id,
    name: Type.String(),
    email: Type.String(),
    role: Type.Enum([...staffRoles]),
    permissions: Type.Array(Type.Enum([...permissions])),
  }),
})
export type StaffSession = Static<typeof StaffSession>

/** Everybody who is signed in may see the overview, so this right stands for "signed in". */
export const getStaffSession = defineStaffRoute({
  permission: 'overview.read',
  method: 'GET',
  url: '/api/console/session',
  schema: {
    summary: 'Who is signed in to the console, and what they may do',
    tags: ['console-session'],
    response: { 200: StaffSession, ...errorResponses },
  },
})

export const signOutStaff = defineRoute({
  method: 'DELETE',
  url: '/api/console/session',
  schema: {
    summary: 'Signs out of the console; safe to repeat',
    tags: ['console-session'],
    response: { 200: Type.Object({}), ...errorResponses, 403: ErrorAnswer },
  },
})
