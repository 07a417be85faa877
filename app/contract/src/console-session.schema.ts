import Type, { type Static } from 'typebox'
import { defineRoute, defineStaffRoute } from './route.ts'
import { errorResponses, Id, Instant, strict } from './shapes.ts'
import { permissions, staffRoles } from './staff-permissions.ts'

/** Of staff. The lower limit is longer than shoppers' because every account has it and a code besides. */
export const staffPasswordMin = 12
export const staffPasswordMax = 128

export const StaffEmail = Type.String({
  minLength: 6,
  maxLength: 254,
  pattern: '^[^\\s@<>"]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\\.[A-Za-z]{2,63}$',
})
const NewPassword = Type.String({ minLength: staffPasswordMin, maxLength: staffPasswordMax })
/** Six digits of an authenticator app, in the digits of either language, or a recovery code. */
const StaffCode = Type.String({ minLength: 6, maxLength: 64 })
const NoBody = strict({})

export const StaffSession = Type.Object({
  staff: Type.Object({
    id: Id,
    name: Type.String(),
    email: Type.String(),
    role: Type.Enum([...staffRoles]),
    permissions: Type.Array(Type.Enum([...permissions])),
  }),
  /** Recovery codes that were not used yet; at three or fewer the console should offer new ones. */
  recoveryCodesLeft: Type.Integer({ minimum: 0 }),
})
export type StaffSession = Static<typeof StaffSession>

const tags = ['console-session']

/** Everybody who is signed in may see the overview, so this right stands for "signed in" here. */
const signedIn = 'overview.read'

export const getStaffSession = defineStaffRoute({
  permission: signedIn,
  method: 'GET',
  url: '/api/console/session',
  schema: {
    summary: 'Who is signed in to the console, and what they may do',
    tags,
    response: { 200: StaffSession, ...errorResponses },
  },
})

export const signOutStaff = defineRoute({
  method: 'DELETE',
  url: '/api/console/session',
  schema: {
    summary: 'Signs out of the console; safe to repeat',
    tags,
    response: { 200: NoBody, ...errorResponses },
  },
})

export const signInStaff = defineRoute({
  method: 'POST',
  url: '/api/console/sign-in',
  schema: {
    summary: 'The first half of signing in: e-mail and password. Opens nothing yet; the code is asked for next',
    tags,
    body: strict({ email: StaffEmail, password: Type.String({ minLength: 1, maxLength: staffPasswordMax }) }),
    response: {
      200: Type.Object({
        next: Type.Enum(['code', 'enrolment'], {
          description: 'enrolment: this account has no authenticator app yet',
        }),
      }),
      ...errorResponses,
    },
  },
})

export const giveSignInCode = defineRoute({
  method: 'POST',
  url: '/api/console/sign-in/code',
  schema: {
    summary: 'The second half: a code of the authenticator app, or a recovery code. Each works once',
    tags,
    body: strict({ code: StaffCode }),
    response: { 200: StaffSession, ...errorResponses },
  },
})

export const startEnrolment = defineRoute({
  method: 'POST',
  url: '/api/console/sign-in/enrolment',
  schema: {
    summary: 'A secret for an authenticator app, for an account that has none; after the password',
    tags,
    body: NoBody,
    response: {
      200: Type.Object({
        /** Base32, for typing in. */
        secret: Type.String(),
        uri: Type.String({ description: 'otpauth://, what the picture says' }),
        qr: Type.Object(
          { size: Type.Integer(), path: Type.String() },
          { description: 'SVG path of the dark squares in a viewBox of size × size, quiet zone included' },
        ),
      }),
      ...errorResponses,
    },
  },
})

export const RecoveryCodes = Type.Object({
  recoveryCodes: Type.Array(Type.String(), { description: 'shown this once; each signs in once without the app' }),
})

export const confirmEnrolment = defineRoute({
  method: 'POST',
  url: '/api/console/sign-in/enrolment/confirm',
  schema: {
    summary: 'A code made from the new secret: enrols the app and signs in',
    tags,
    body: strict({ code: StaffCode }),
    response: {
      200: Type.Object({ session: StaffSession, ...RecoveryCodes.properties }),
      ...errorResponses,
    },
  },
})

export const stepUp = defineStaffRoute({
  permission: signedIn,
  method: 'POST',
  url: '/api/console/step-up',
  schema: {
    summary: 'A fresh code, so that for five minutes the session may do what needs one',
    tags,
    body: strict({ code: StaffCode }),
    response: { 200: NoBody, ...errorResponses },
  },
})

export const changeStaffPassword = defineStaffRoute({
  permission: signedIn,
  needsStepUp: true,
  method: 'PUT',
  url: '/api/console/session/password',
  schema: {
    summary: 'A new password for oneself; every other session of the account ends',
    tags,
    body: strict({ password: Type.String({ minLength: 1, maxLength: staffPasswordMax }), newPassword: NewPassword }),
    response: { 200: NoBody, ...errorResponses },
  },
})

export const renewRecoveryCodes = defineStaffRoute({
  permission: signedIn,
  needsStepUp: true,
  method: 'POST',
  url: '/api/console/session/recovery-codes',
  schema: {
    summary: 'New recovery codes for oneself; the old ones stop working',
    tags,
    body: NoBody,
    response: { 200: RecoveryCodes, ...errorResponses },
  },
})

export const listStaffSessions = defineStaffRoute({
  permission: signedIn,
  method: 'GET',
  url: '/api/console/sessions',
  schema: {
    summary: 'Where oneself is signed in, newest first; an account has at most ten sessions',
    tags,
    response: {
      200: Type.Object({
        sessions: Type.Array(
          Type.Object({
            id: Id,
            isThis: Type.Boolean(),
            device: Type.String({ description: 'what the browser said of itself, shortened' }),
            signedInAt: Instant,
            lastUsedAt: Instant,
          }),
        ),
      }),
      ...errorResponses,
    },
  },
})

export const endStaffSession = defineStaffRoute({
  permission: signedIn,
  method: 'DELETE',
  url: '/api/console/sessions/:id',
  schema: {
    summary: 'Ends one of one’s own sessions; safe to repeat',
    tags,
    params: strict({ id: Id }),
    response: { 200: NoBody, ...errorResponses },
  },
})

export const acceptInvitation = defineRoute({
  method: 'POST',
  url: '/api/console/invitations/accept',
  schema: {
    summary: 'Sets the first password of an invited account, or a new one after a reset; the link works once',
    tags,
    body: strict({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }), password: NewPassword }),
    response: { 200: Type.Object({ email: Type.String() }), ...errorResponses },
  },
})
