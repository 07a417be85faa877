import { define } from '../define-error.ts'

export const StaffSignInFailed = define(
  'STAFF_SIGN_IN_FAILED',
  'E-mail and password do not fit, or the sign-in was not finished within ten minutes. Begin it again.',
)
export const StaffCodeWrong = define(
  'STAFF_CODE_WRONG',
  'The code is wrong or was used already. Wait for the next one in the authenticator app, or use a recovery code.',
)
export const StaffTooManyTries = define(
  'STAFF_TOO_MANY_TRIES',
  'Too many tries failed. Repeat it after the time in Retry-After; a browser that signed in before has tries of its own.',
)
export const StaffEnrolmentOver = define(
  'STAFF_ENROLMENT_OVER',
  'This account has an authenticator app already. Sign in with a code of it.',
)
export const StaffInvitationOver = define(
  'STAFF_INVITATION_OVER',
  'This link was used or is older than 72 hours. If it was you, sign in; else ask an owner for a new one.',
)
export const StaffNotFound = define(
  'STAFF_NOT_FOUND',
  'There is no such member of staff. List them and use one of them.',
)
export const StaffEmailTaken = define(
  'STAFF_EMAIL_TAKEN',
  'This e-mail has an account already. Change that one, or reset it for a new link.',
)
export const StaffSelfChange = define(
  'STAFF_SELF_CHANGE',
  'Nobody changes their own role, deactivates or resets themselves. Ask another owner.',
)
