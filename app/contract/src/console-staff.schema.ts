import Type, { type Static } from 'typebox'
import { StaffEmail } from './console-session.schema.ts'
import { defineStaffRoute } from './route.ts'
import { Cursor, errorResponses, Id, Instant, nullable, strict, Version } from './shapes.ts'
import { staffRoles } from './staff-permissions.ts'

const Role = Type.Enum([...staffRoles])
const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })

export const StaffMember = Type.Object({
  id: Id,
  email: Type.String(),
  name: Type.String(),
  role: Role,
  isActive: Type.Boolean(),
  hasPassword: Type.Boolean({ description: 'false: the invitation was not accepted yet' }),
  hasAuthenticator: Type.Boolean(),
  lastUsedAt: nullable(Instant),
  version: Version,
})
export type StaffMember = Static<typeof StaffMember>

const Invited = Type.Object({
  staff: StaffMember,
  link: Type.String({ description: 'shown this once: sets the password; works once, for 72 hours' }),
})

const tags = ['console-staff']
const params = strict({ id: Id })

export const listStaff = defineStaffRoute({
  permission: 'staff.read',
  method: 'GET',
  url: '/api/console/staff',
  schema: {
    summary: 'Everybody who has or had an account, in the order they came',
    tags,
    querystring: strict({
      after: Type.Optional(Cursor),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
    }),
    response: { 200: Type.Object({ staff: Type.Array(StaffMember), nextCursor: nullable(Cursor) }), ...errorResponses },
  },
})

export const inviteStaff = defineStaffRoute({
  permission: 'staff.write',
  needsStepUp: true,
  method: 'POST',
  url: '/api/console/staff',
  schema: {
    summary: 'Makes an account and the link with which its owner sets a password. An e-mail has one account',
    tags,
    body: strict({ email: StaffEmail, name: Name, role: Role }),
    response: { 200: Invited, ...errorResponses },
  },
})

export const changeStaff = defineStaffRoute({
  permission: 'staff.write',
  needsStepUp: true,
  method: 'PUT',
  url: '/api/console/staff/:id',
  schema: {
    summary: 'Name, role and whether the account may be used. Taking rights away ends its sessions at once',
    tags,
    params,
    body: strict({ version: Version, name: Name, role: Role, isActive: Type.Boolean() }),
    response: { 200: StaffMember, ...errorResponses },
  },
})

export const resetStaff = defineStaffRoute({
  permission: 'staff.write',
  needsStepUp: true,
  method: 'POST',
  url: '/api/console/staff/:id/reset',
  schema: {
    summary: 'For who lost the password or the phone: password, authenticator and sessions go, a new link comes',
    tags,
    params,
    body: strict({ version: Version }),
    response: { 200: Invited, ...errorResponses },
  },
})
