import Type, { type Static } from 'typebox'
import { defineCustomerRoute } from './customer-route.ts'
import { text } from './orders.schema.ts'
import { defineRoute } from './route.ts'
import { ErrorAnswer, errorResponses, Id, Instant, nullable, strict } from './shapes.ts'

/** ASVS 5, 6.2.1: at least 8 characters; 6.2.9: at least 64 must be allowed. */
export const passwordLengthMin = 8
export const passwordLengthMax = 128
/** Devices that may be signed in to one account at once; one more signs the longest unused out. */
export const maxSessions = 20

/** What every account route can answer besides: that nobody is signed in. */
export const accountResponses = { ...errorResponses, 401: ErrorAnswer } as const

/** Any way a Bangladeshi mobile number is written. */
export const PhoneText = text(1, 40)
const EmailText = Type.String({ maxLength: 254, pattern: '^\\s*[^@\\s]+@[^@\\s]+\\.[^@\\s]+\\s*$' })
/** Six digits, Bangla ones too, grouped as people type them. */
export const CodeText = text(1, 20)
/** Every character counts, spaces too; nothing is trimmed or cut. */
const NewPassword = Type.String({ minLength: passwordLengthMin, maxLength: passwordLengthMax })
const GivenPassword = Type.String({ minLength: 1, maxLength: passwordLengthMax })
const Language = Type.Enum(['en', 'bn'])

export const Account = Type.Object({
  /** null until they told us. */
  name: nullable(Type.String()),
  /** The confirmed mobile number, +8801XXXXXXXXX. */
  phone: Type.String(),
  /** The confirmed e-mail address; null without one. */
  email: nullable(Type.String()),
  /** An address whose code is on its way. */
  pendingEmail: nullable(Type.String()),
  language: Language,
  hasPassword: Type.Boolean(),
  /** true for ten minutes after signing in with a code: a new password then needs no old one. */
  mayReplacePassword: Type.Boolean(),
  /** Guest orders placed with the confirmed number that are not in the account yet. */
  claimableOrders: Type.Integer(),
  createdAt: Instant,
})
export type Account = Static<typeof Account>

export const CodeSent = Type.Object({ expiresAt: Instant, resendAfterSeconds: Type.Integer() })
export type CodeSent = Static<typeof CodeSent>

export const Session = Type.Object({
  id: Id,
  /** Browser and system, as it called itself when it signed in: `Chrome, Android`. */
  device: Type.String(),
  signedInAt: Instant,
  /** Exact to the hour. */
  lastUsedAt: Instant,
  isThisOne: Type.Boolean(),
})
export type Session = Static<typeof Session>

const Done = strict({})
const tags = ['accounts']

export const sendSignInCode = defineRoute({
  method: 'POST',
  url: '/api/account/codes',
  schema: {
    summary:
      'Sends a code by SMS, with which a number signs in or up; the answer is the same whether it has an account',
    tags,
    body: strict({ phone: PhoneText, language: Language }),
    response: { 200: CodeSent, ...accountResponses },
  },
})

export const signInWithCode = defineRoute({
  method: 'POST',
  url: '/api/account/sign-in/code',
  schema: {
    summary: 'Signs in with the code; a number without an account gets one. The cart of the cookie joins the account’s',
    tags,
    body: strict({ phone: PhoneText, code: CodeText, language: Language }),
    response: { 200: Account, ...accountResponses },
  },
})

export const signInWithPassword = defineRoute({
  method: 'POST',
  url: '/api/account/sign-in/password',
  schema: {
    summary: 'Signs in with number or e-mail address and password. The cart of the cookie joins the account’s',
    tags,
    body: strict({ login: text(1, 254), password: GivenPassword }),
    response: { 200: Account, ...accountResponses },
  },
})

export const signOut = defineRoute({
  method: 'POST',
  url: '/api/account/sign-out',
  schema: {
    summary: 'Ends this session and leaves the account’s cart behind; fine when nobody is signed in',
    tags,
    body: strict({}),
    response: { 200: Done, ...accountResponses },
  },
})

export const signOutEverywhere = defineCustomerRoute({
  method: 'POST',
  url: '/api/account/sign-out-everywhere',
  schema: {
    summary: 'Ends every session of the account, this one too',
    tags,
    body: strict({}),
    response: { 200: Done, ...accountResponses },
  },
})

export const getAccount = defineCustomerRoute({
  method: 'GET',
  url: '/api/account',
  schema: { summary: 'Who is signed in', tags, response: { 200: Account, ...accountResponses } },
})

export const setProfile = defineCustomerRoute({
  method: 'PUT',
  url: '/api/account/profile',
  schema: {
    summary: 'Sets name and language',
    tags,
    body: strict({ name: text(3, 100), language: Language }),
    response: { 200: Account, ...accountResponses },
  },
})

export const setPassword = defineCustomerRoute({
  method: 'PUT',
  url: '/api/account/password',
  schema: {
    summary: 'Sets the password, ends every other session and renews this one',
    tags,
    /** currentPassword: null while there is none, or within ten minutes of signing in with a code. */
    body: strict({ currentPassword: nullable(GivenPassword), newPassword: NewPassword }),
    response: { 200: Account, ...accountResponses },
  },
})

export const sendEmailCode = defineCustomerRoute({
  method: 'POST',
  url: '/api/account/email/codes',
  schema: {
    summary: 'Sends a code to a new e-mail address; the answer is the same whether another account has it',
    tags,
    body: strict({ email: EmailText }),
    response: { 200: CodeSent, ...accountResponses },
  },
})

export const confirmEmail = defineCustomerRoute({
  method: 'PUT',
  url: '/api/account/email',
  schema: {
    summary: 'Makes the address the code was sent to the account’s; whoever had it before has it no longer',
    tags,
    body: strict({ code: CodeText }),
    response: { 200: Account, ...accountResponses },
  },
})

export const removeEmail = defineCustomerRoute({
  method: 'DELETE',
  url: '/api/account/email',
  schema: {
    summary: 'Removes the e-mail address; fine when there is none',
    tags,
    response: { 200: Account, ...accountResponses },
  },
})

export const sendPhoneCode = defineCustomerRoute({
  method: 'POST',
  url: '/api/account/phone/codes',
  schema: {
    summary: 'Sends a code to a new mobile number; the answer is the same whether another account has it',
    tags,
    body: strict({ phone: PhoneText }),
    response: { 200: CodeSent, ...accountResponses },
  },
})

export const changePhone = defineCustomerRoute({
  method: 'PUT',
  url: '/api/account/phone',
  schema: {
    summary: 'Makes the number the code was sent to the account’s. PHONE_TAKEN when it has an account of its own',
    tags,
    body: strict({ phone: PhoneText, code: CodeText }),
    response: { 200: Account, ...accountResponses },
  },
})

export const listSessions = defineCustomerRoute({
  method: 'GET',
  url: '/api/account/sessions',
  schema: {
    summary: 'Where the account is signed in, last used first',
    tags,
    response: {
      200: Type.Object({ sessions: Type.Array(Session, { maxItems: maxSessions }) }),
      ...accountResponses,
    },
  },
})

export const endSession = defineCustomerRoute({
  method: 'DELETE',
  url: '/api/account/sessions/:id',
  schema: {
    summary: 'Signs a device out; fine when it is already',
    tags,
    params: Type.Object({ id: Id }),
    response: { 200: Done, ...accountResponses },
  },
})
